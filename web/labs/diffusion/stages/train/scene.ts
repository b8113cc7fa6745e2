// What the stage's pictures show: the training there is, the exact answer, the network's, as the drawing functions take them.
import type { Course, Training } from "../../../../kit/training/training.ts";
import type { LossName } from "./fields.ts";
import type { GroundFrame, LookFrame } from "./request.ts";

/** Samples of one network, and what they are called by. */
export interface Shown {
  readonly loss: LossName | null;
  readonly arrows: Float64Array | null;
  readonly samples: Float64Array | null;
}

export interface Scene {
  readonly t: number;
  readonly T: number;
  readonly reach: number;
  readonly ground: GroundFrame | null;
  /** There are no data. */
  readonly empty: boolean;
  readonly shown: readonly Shown[];
  /** Name of the file the network is from, or "". */
  readonly file: string;
  readonly steps: number;
  readonly target: number;
  readonly courses: readonly Course[];
  readonly floor: Training["floor"];
  readonly at: readonly number[];
}

/** @param look what the networks say at the step on show, in the order of the courses */
export function sceneOf(
  training: Training,
  now: {
    readonly t: number;
    readonly T: number;
    readonly reach: number;
    readonly trainSteps: number;
    readonly empty: boolean;
  },
  ground: GroundFrame | null,
  look: LookFrame | null,
): Scene {
  const { courses, network, steps, question, floor } = training;
  const file = network !== null && network.on === null ? network.name : "";
  const shown: Shown[] =
    file !== ""
      ? [{ loss: null, arrows: look?.arrows[0] ?? null, samples: look?.samples ?? null }]
      : courses.map(({ loss, samples }, k) => ({
          loss,
          arrows: (steps > 0 && look?.arrows[k]) || null,
          samples: samples.length > 0 && steps > 0 ? samples : null,
        }));
  return {
    ...{ t: now.t, T: now.T, reach: now.reach, ground, empty: now.empty, shown, file, steps, courses, floor },
    target: question?.steps ?? now.trainSteps,
    at: question?.at ?? [],
  };
}
