// What the stage "Train" sends to its solvers, and what comes back: training itself, which also shows the gates of one held-out sequence;
// the held-out data with the naive predictors, which are there before any training; and the weights of a network as numbers.
import type { CifgBaselines, CifgEvaluation, CifgGates, CifgNetwork, CifgTask } from "../../../../../wasm/lib/types.ts";
import type { TrainingFrame, TrainingRequest, TrainingTypes, TrainingView } from "../../../../kit/training/frames.ts";
import { seriesOf } from "../../series.ts";
import type { CifgState } from "../../state.ts";
import { type Beginning, fitsBeginning } from "./begin.ts";
import type { CellName } from "./fields.ts";
import { seriesProblem } from "./series-problem.ts";

// ---- the experiment ---------------------------------------------------------------------------------------------------

/** The tasks of the stage: the library also takes sequences of one's own. */
export type StageTask = Exclude<CifgTask, { kind: "sequences" }>;

/** Steps of one sequence. */
export const lengthOf = (data: StageTask) => (data.kind === "series" ? data.window : data.T);

/** Weights of a network: those of its gates (f, o, c, and of a standard LSTM i), and of its read-out. */
export function weightsOf(cell: CellName, dx: number, dh: number): number {
  return (cell === "lstm" ? 4 : 3) * dh * (dx + dh + 1) + dh + 1;
}

/** The largest width of an LSTM that has no more weights than a CIFG-LSTM of width `dh`; at least 1. */
export function widthOfLstm(dx: number, dh: number): number {
  const most = weightsOf("cifg", dx, dh);
  let width = dh;
  while (width > 1 && weightsOf("lstm", dx, width) > most) width -= 1;
  return width;
}

type TaskFields = Pick<
  CifgState,
  "task" | "series" | "ownSeries" | "window" | "horizon" | "split" | "season" | "taskT" | "delay"
>;

/** What is learnt; null where the series is none that can be learnt from. */
export function taskOf(state: TaskFields): StageTask | null {
  const { task, taskT: T, window, horizon, split, season } = state;
  if (task === "adding") return { kind: "adding", T };
  if (task === "copy") return { kind: "copy", T, delay: Math.min(state.delay, T - 1) };
  const values = seriesOf(state);
  if (seriesProblem(values, state) !== null) return null;
  return { kind: "series", values, window, horizon, split, season };
}

// ---- training ---------------------------------------------------------------------------------------------------------

/** One trainer for each cell, on the same sequences in the same order. */
export interface TrainRequest extends TrainingRequest {
  readonly task: "train";
  readonly trainers: readonly CellName[];
  /** d_h of a CIFG, and of every LSTM that is not made narrower. */
  readonly units: number;
  /** Whether an LSTM in a race has (nearly) as many weights as the CIFG, or its width. */
  readonly equal: "width" | "parameters";
  readonly data: StageTask;
  readonly batch: number;
  readonly learningRate: number;
  readonly clip: number;
  readonly truncate: number;
  readonly forgetBias: number;
  readonly seed: number;
  /** The file of a network that training begins with; null: weights are drawn. */
  readonly network: Uint8Array | null;
}

/** What a trainer has come to. */
export interface TrainNow extends Pick<CifgEvaluation, "error" | "prediction"> {
  /** Norms of the gradient of each step since the frame before, before and after clipping. */
  readonly before: Float64Array;
  readonly after: Float64Array;
  /** d_h, and the number of all weights as the library counts them. */
  readonly units: number;
  readonly parameters: number;
}

/** Held-out sequence `k`, and how many there are. */
export interface ShownSequence {
  readonly k: number;
  readonly count: number;
  readonly gates: CifgGates;
}

export interface TrainTypes extends TrainingTypes {
  readonly request: TrainRequest;
  readonly now: TrainNow;
  /** The held-out sequence on show, counted from 0. */
  readonly view: { readonly sequence: number };
  readonly shown: ShownSequence;
  readonly whole: null;
  readonly reference: CifgBaselines;
}

export type TrainFrame = TrainingFrame<TrainTypes>;
export type TrainView = TrainingView<TrainTypes>;

/** Steps of a usual frame, and the multiplications that one may take: a frame is a moment in which nothing can be stopped. */
const FRAME = { steps: 20, work: 3e8 } as const;
/** Inputs of one step, at most. */
const MOST_INPUTS = 2;

function everyOf(weights: number, T: number, batch: number): number {
  return Math.max(1, Math.min(FRAME.steps, Math.floor(FRAME.work / (3 * weights * T * batch))));
}

/** null while there is nothing to learn from. @param beginning a network from a file, which is used where it fits */
export function trainRequest(state: CifgState, beginning: Beginning | null = null): TrainRequest | null {
  const data = taskOf(state);
  if (data === null) return null;
  const { batch, learningRate, clip, truncate, startBias: forgetBias, trainSeed: seed, units, cells } = state;
  const trainers: CellName[] = cells === "race" ? ["cifg", "lstm"] : [cells];
  const weights = trainers.reduce((sum, cell) => sum + weightsOf(cell, MOST_INPUTS, units), 0);
  const every = everyOf(weights, lengthOf(data), batch);
  return {
    ...{ task: "train", trainers, units, equal: state.equal, data, batch, learningRate, clip, truncate, forgetBias },
    ...{ network: fitsBeginning(beginning, state) ? (beginning?.bytes ?? null) : null },
    ...{ seed, steps: state.trainSteps, every, saved: null },
  };
}

// ---- the held-out data, and weights -----------------------------------------------------------------------------------

export interface HeldOutRequest {
  readonly task: "held-out";
  readonly data: StageTask;
  readonly seed: number;
}

export interface HeldOutFrame {
  readonly task: "held-out";
  readonly baselines: CifgBaselines;
}

export function heldOutRequest(state: CifgState): HeldOutRequest | null {
  const data = taskOf(state);
  return data && { task: "held-out", data, seed: state.trainSeed };
}

/** A network, as the bytes of its file or as numbers. */
export interface WeightsRequest {
  readonly task: "weights";
  readonly file: Uint8Array | CifgNetwork;
}

/** The same network both ways. */
export interface WeightsFrame {
  readonly task: "weights";
  readonly network: Uint8Array;
  readonly weights: CifgNetwork;
}

export type TrainRequests = TrainRequest | HeldOutRequest | WeightsRequest;
export type TrainFrames = TrainFrame | HeldOutFrame | WeightsFrame;
