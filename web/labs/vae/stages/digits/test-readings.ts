// What tests read of the stage.
import { listed, offerTestReadings } from "../../../../kit/test-readings.ts";
import type { Training } from "../../../../kit/training/training.ts";
import type { Denoisers } from "./denoisers.ts";
import type { DigitsRun } from "./run.ts";
import type { Scene } from "./scene.ts";
import type { DigitsTrainTypes } from "./training-request.ts";

export interface Read {
  scene(): Scene;
  readonly run: DigitsRun;
  readonly denoisers: Denoisers;
  readonly training: Training<DigitsTrainTypes>;
}

export interface Readings {
  update(): void;
  dispose(): void;
}

export function offerDigitsReadings(tested: HTMLElement, { scene, run, denoisers, training }: Read): Readings {
  const attributes = () => {
    const { arrangement, state, position } = scene();
    return {
      phase: run.phase,
      count: String(arrangement.count),
      states: String(run.states.length),
      position: String(position),
      t: String(state?.t ?? ""),
      network: denoisers.used?.from.kind ?? "",
      trainPhase: training.phase.kind,
      trainSteps: String(training.steps),
    };
  };
  const withdraw = offerTestReadings(tested, () => {
    const { state } = scene();
    return {
      x: listed(state?.x),
      x0: listed(state?.x0),
      times: run.states.map(({ t }) => t),
      misses: run.misses ?? [],
      tookFirst: run.took.first,
      tookLast: run.took.last,
      losses: listed(training.histories[0]?.losses),
    };
  });
  return {
    update: () => void Object.assign(tested.dataset, attributes()),
    dispose() {
      withdraw();
      for (const name of Object.keys(attributes())) delete tested.dataset[name];
    },
  };
}
