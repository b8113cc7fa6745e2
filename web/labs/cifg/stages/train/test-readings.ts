// What tests read of the stage: numbers as they were computed, and short ones as attributes.
import { listed, type TestReadings } from "../../../../kit/test-readings.ts";
import type { Training } from "../../../../kit/training/training.ts";
import { comparisonOf } from "./comparison.ts";
import type { TrainRecord } from "./record.ts";
import type { TrainTypes } from "./request.ts";
import type { Scene } from "./scene.ts";

/** @param problem why nothing can be learnt, "" where it can  @param changed whether the settings are no longer those of the run */
export function attributesForTests(
  { phase, steps, histories }: Training<TrainTypes>,
  scene: Scene,
  problem: string,
  changed: boolean,
): Readonly<Record<string, string>> {
  const [first, second] = histories;
  const { order, outcome } = comparisonOf(scene);
  return {
    phase: phase.kind,
    steps: String(steps),
    error: String(first?.now.error ?? ""),
    otherError: String(second?.now.error ?? ""),
    winner: order[0]?.id ?? "",
    outcome,
    problem,
    changed: String(changed),
    foreign: String(scene.foreign),
    sequence: String(scene.shown[0]?.k ?? ""),
  };
}

export function readingsForTests({ histories }: Training<TrainTypes>, record: TrainRecord, scene: Scene): TestReadings {
  const [first, second] = histories;
  const [own, other] = record.tracks;
  return {
    losses: listed(first?.losses),
    otherLosses: listed(second?.losses),
    errors: listed(own?.errors),
    otherErrors: listed(other?.errors),
    normsBefore: listed(own?.before),
    normsAfter: listed(own?.after),
    parameters: histories.map(({ now }) => now.parameters),
    units: histories.map(({ now }) => now.units),
    baselines: scene.baselines?.baselines.map(({ error }) => error) ?? [],
    prediction: listed(scene.runs[0]?.prediction),
    forget: listed(scene.shown[0]?.gates.f),
  };
}
