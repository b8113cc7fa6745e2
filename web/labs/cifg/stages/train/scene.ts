// What the stage's plots show, as the drawing functions take it.
import type { CifgBaselines } from "../../../../../wasm/lib/types.ts";
import { sameRequest } from "../../../../kit/solve-request.ts";
import type { Training } from "../../../../kit/training/training.ts";
import { seriesOf } from "../../series.ts";
import type { CifgState } from "../../state.ts";
import type { CellName } from "./fields.ts";
import type { TrainTrack } from "./record.ts";
import { type ShownSequence, type StageTask, type TrainTypes, taskOf } from "./request.ts";

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
  readonly data: StageTask | null;
  /** Of the state, learnable or not; null for a made task. */
  readonly series: { readonly name: CifgState["series"]; readonly values: readonly number[] } | null;
  readonly baselines: CifgBaselines | null;
  /** Networks trained on this task; none while the training is of another one. */
  readonly runs: readonly Run[];
  /** Whether the training is of another task than the one on show. */
  readonly foreign: boolean;
  readonly steps: number;
  /** Whether it began with drawn weights, and not with those of a file. */
  readonly drawn: boolean;
  readonly target: number;
  readonly clip: number;
  readonly histories: Training<TrainTypes>["histories"];
  readonly tracks: readonly TrainTrack[];
  /** Of the run, whatever is on show. */
  readonly reference: CifgBaselines | null;
  /** The sequence whose insides are on show, of each trainer. */
  readonly shown: readonly Shown[];
  /** Index of the held-out value that the sequence on show ends with, among the values of a series on show; null elsewhere. */
  readonly ending: number | null;
}

/** A network on the sequence on show. */
export interface Shown extends ShownSequence {
  readonly cell: CellName;
  readonly units: number;
  readonly kind: StageTask["kind"];
  /** (T) each: inputs as they are drawn, in the units of what is asked for. */
  readonly inputs: readonly ArrayLike<number>[];
}

/** The inputs of a sequence: a network sees a series standardised, but it is drawn in its own units. */
function inputsDrawn(data: StageTask, { k, gates: { x, target } }: ShownSequence, at: ArrayLike<number> | undefined) {
  const T = target.length;
  if (data.kind === "series") {
    const end = (at?.[k] ?? 0) - data.horizon + 1;
    return [Array.from(data.values).slice(end - T, end)];
  }
  const dx = x.length / T;
  return Array.from({ length: dx }, (_, j) => Array.from({ length: T }, (_, t) => x[t * dx + j] as number));
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
  return {
    ...{ data, foreign, steps, histories, tracks, reference, baselines: heldOut },
    series: made ? null : { name: state.series, values: seriesOf(state) },
    drawn: (request?.network ?? null) === null,
    target: request?.steps ?? state.trainSteps,
    clip: request?.clip ?? state.clip,
    runs: foreign
      ? []
      : histories.map(({ name: cell, now: { units, parameters, error, prediction } }) => ({
          ...{ cell, units, parameters, error, prediction },
        })),
    shown: histories.flatMap(({ name: cell, shown, now }): Shown[] => {
      if (shown === null || request === null) return [];
      const inputs = inputsDrawn(request.data, shown, reference?.at);
      return [{ ...shown, cell, units: now.units, kind: request.data.kind, inputs }];
    }),
    ending: foreign || made ? null : (reference?.at[histories[0]?.shown?.k ?? -1] ?? null),
  };
}
