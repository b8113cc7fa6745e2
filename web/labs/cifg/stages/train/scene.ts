// What the stage's plots show, as the drawing functions take it.
import type { CifgBaselines, CifgTask } from "../../../../../wasm/lib/types.ts";
import { sameRequest } from "../../../../kit/solve-request.ts";
import type { Training } from "../../../../kit/training/training.ts";
import type { CifgState } from "../../state.ts";
import type { CellName } from "./fields.ts";
import type { TrainTrack } from "./record.ts";
import { type ShownSequence, type TrainTypes, taskOf } from "./request.ts";
import { type Series, seriesOf } from "./series.ts";

/** One network on the task on show. */
export interface Run {
  readonly cell: CellName;
  readonly units: number;
  readonly parameters: number;
  readonly error: number;
  readonly prediction: ArrayLike<number>;
}

export interface Scene {
  /** What is to be learnt; null: nothing can be. */
  readonly data: CifgTask | null;
  /** Of the state, learnable or not; null for a made task. */
  readonly series: Series | null;
  readonly seriesName: CifgState["series"] | "made";
  readonly baselines: CifgBaselines | null;
  /** Networks trained on this task; none while the training is of another one. */
  readonly runs: readonly Run[];
  /** Whether the training is of another task than the one on show. */
  readonly foreign: boolean;
  readonly steps: number;
  readonly target: number;
  readonly clip: number;
  readonly histories: Training<TrainTypes>["histories"];
  readonly tracks: readonly TrainTrack[];
  /** Of the run, whatever is on show. */
  readonly reference: CifgBaselines | null;
  /** The sequence whose insides are on show, of each trainer. */
  readonly shown: readonly (ShownSequence & { readonly cell: CellName; readonly units: number })[];
}

export function sceneOf(
  state: CifgState,
  training: Training<TrainTypes>,
  tracks: readonly TrainTrack[],
  heldOut: CifgBaselines | null,
): Scene {
  const { histories, request, steps, reference } = training;
  const data = taskOf(state);
  const made = state.task !== "series";
  // The seed draws the held-out sequences of a made task; a series is the same whatever it is.
  const foreign = request !== null && (!sameRequest(request.data, data) || (made && request.seed !== state.trainSeed));
  const unitsOf = (k: number) => request?.widths[k] ?? 0;
  return {
    ...{ data, foreign, steps, histories, tracks, reference, baselines: heldOut },
    series: made ? null : seriesOf(state),
    seriesName: made ? "made" : state.series,
    target: request?.steps ?? state.trainSteps,
    clip: request?.clip ?? state.clip,
    runs: foreign
      ? []
      : histories.map(({ name: cell, now }, k) => ({
          ...{ cell, units: unitsOf(k), parameters: now.parameters },
          ...{ error: now.error, prediction: now.prediction },
        })),
    shown: histories.flatMap(({ name: cell, shown }, k) =>
      shown === null ? [] : [{ ...shown, cell, units: unitsOf(k) }],
    ),
  };
}
