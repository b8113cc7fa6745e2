// What tests read of the stage: numbers as they were computed, and short ones as attributes.
import { listed, type TestReadings } from "../../../../kit/test-readings.ts";
import type { Training } from "../../../../kit/training/training.ts";
import type { TrainTypes } from "./request.ts";
import type { Scene } from "./scene.ts";

export function attributesForTests(
  { phase }: Training<TrainTypes>,
  scene: Scene,
  changed: boolean,
  refused: string,
): Readonly<Record<string, string>> {
  const { progress, heldOutExact, inspected, overlap, shown } = scene;
  return {
    phase: phase.kind,
    steps: String(scene.steps),
    source: scene.source,
    dz: String(shown?.dz ?? ""),
    elbo: String(progress?.heldOut.sampled.elbo ?? ""),
    elboExact: String(heldOutExact?.elbo ?? ""),
    logPx: String(inspected?.evidence?.logPx ?? ""),
    ownElbo: String(inspected?.evidence?.elbo ?? ""),
    gap: String(inspected?.evidence?.gap ?? ""),
    overlap: String(overlap?.overlap ?? ""),
    looked: String(scene.looked === null ? "" : (scene.looked.index ?? "drawn")),
    to: String(scene.to),
    changed: String(changed),
    refused,
  };
}

export function readingsForTests(scene: Scene): TestReadings {
  const { shown, progress, inspected, losses, track, decodedPlace, overlap, looked, samples } = scene;
  return {
    losses: listed(losses),
    heldOut: track.heldOut,
    frames: track.steps,
    mu: listed(shown?.mu),
    labels: scene.points?.labels ?? [],
    decoded: listed(shown?.decoded),
    decodedPlace: listed(decodedPlace),
    kl: listed(progress?.heldOut.klPerDimension),
    x: looked?.x ?? [],
    walk: listed(inspected?.decoded),
    posterior: listed(inspected?.posterior?.density),
    q: listed(inspected?.posterior?.q),
    aggregate: listed(overlap?.aggregate),
    samples: listed(samples),
  };
}
