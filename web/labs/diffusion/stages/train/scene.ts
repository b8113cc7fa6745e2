// What the stage's plots show: the training there is, the exact field and the learned ones, as the drawing functions take them.
import type { Training, TrainingHistory } from "../../../../kit/training/training.ts";
import type { LossName } from "./fields.ts";
import type { BayesError, ExactFieldFrame, FileFieldFrame, TrainTypes } from "./request.ts";

/** The field and the samples of one network, and what they are called by. */
export interface Learned {
  /** null: from a file. */
  readonly loss: LossName | null;
  readonly arrows: Float64Array | null;
  readonly samples: Float64Array | null;
}

export interface Scene {
  readonly t: number;
  readonly T: number;
  /** Half the side of the square that is shown. */
  readonly extent: number;
  readonly exactField: ExactFieldFrame | null;
  /** There are no data. */
  readonly empty: boolean;
  readonly learned: readonly Learned[];
  /** They were trained on other data, or with another schedule, than those on show. */
  readonly foreign: boolean;
  /** Name of the file the network is from, or "". */
  readonly file: string;
  readonly steps: number;
  readonly target: number;
  readonly histories: readonly TrainingHistory<TrainTypes>[];
  readonly bayesError: BayesError | null;
  readonly at: readonly number[];
}

export function sceneOf(
  training: Training<TrainTypes>,
  now: Pick<Scene, "t" | "T" | "extent" | "empty" | "foreign"> & { readonly trainSteps: number },
  exactField: ExactFieldFrame | null,
  /** Whether the field that the training shows is, or will soon be, that of the step on show. */
  live: boolean,
  fileField: FileFieldFrame | null,
): Scene {
  const { histories, network, steps, request, reference } = training;
  const { t, T, extent, empty, foreign } = now;
  const file = network !== null && network.on === null ? network.name : "";
  const learned: Learned[] =
    file !== ""
      ? [{ loss: null, arrows: fileField?.arrows ?? null, samples: fileField?.samples ?? null }]
      : histories.map(({ name, shown, whole, wholeAt }) => ({
          loss: name,
          arrows: live && steps > 0 ? shown : null,
          samples: wholeAt > 0 ? whole.own : null,
        }));
  return {
    ...{ t, T, extent, exactField, empty, learned, foreign, file, steps, histories, bayesError: reference },
    ...{ target: request?.steps ?? now.trainSteps, at: request?.at ?? [] },
  };
}
