// What the stage sends to its solvers, and what comes back: training itself, which shows its network's field at the step on show; the
// exact field there; and the field of a network from a file.
import type { DenoiserShape, DensityWindow, ScheduleSpec } from "../../../../../wasm/lib/types.ts";
import { sameRequest } from "../../../../kit/solve-request.ts";
import type { TrainingFrame, TrainingRequest, TrainingTypes, TrainingView } from "../../../../kit/training/frames.ts";
import { type DataAndSchedule, dataAndSchedule, scheduleSpec } from "../../data-and-schedule.ts";
import { stepOf } from "../../fields.ts";
import type { DiffusionState } from "../../state.ts";
import type { LossName } from "./fields.ts";

// ---- training ---------------------------------------------------------------------------------------------------------

/** One trainer for each loss, on the same draws. */
export interface TrainRequest extends DataAndSchedule, TrainingRequest {
  readonly task: "train";
  readonly trainers: readonly LossName[];
  readonly shape: DenoiserShape;
  readonly batch: number;
  readonly learningRate: number;
  readonly emaDecay: number;
  readonly asPrinted: boolean;
  readonly seed: number;
  /** Steps t at which errors and the Bayes error are found. */
  readonly at: readonly number[];
}

/** (at) the least E|eps - eps_theta|^2 that any network can reach, its standard error, and its mean over `at`. */
export interface BayesError {
  readonly values: Float64Array;
  readonly error: Float64Array;
  readonly mean: number;
}

export interface TrainTypes extends TrainingTypes {
  readonly request: TrainRequest;
  /** (at) E|eps - eps_theta|^2 of the averaged weights, and its mean. */
  readonly now: { readonly errors: Float64Array; readonly meanError: number };
  /** The schedule and the step on show, and where arrows start. */
  readonly view: FieldPlaces;
  /** (m*2) -eps_theta of the averaged weights at these places. */
  readonly shown: Float64Array;
  /** (m*2) samples drawn with the averaged weights. */
  readonly whole: Float64Array;
  readonly reference: BayesError;
}

export type TrainFrame = TrainingFrame<TrainTypes>;
export type TrainView = TrainingView<TrainTypes>;

/** Steps of a usual frame, and the multiplications that one may take: a frame is a moment in which nothing can be stopped. */
const FRAME = { steps: 50, work: 1.2e9 } as const;
/** Steps t at which errors are found, at most. */
const PLACES = 32;

/** Evenly spread over 1..T, both ends included. */
export function placesOf(T: number, most = PLACES): number[] {
  if (T <= most) return Array.from({ length: T }, (_, i) => i + 1);
  return Array.from({ length: most }, (_, i) => 1 + Math.round((i * (T - 1)) / (most - 1)));
}

function everyOf({ width, depth, features, d }: DenoiserShape, batch: number, trainers: number): number {
  const weights = (d + features) * width + (depth - 1) * width * width + width * d;
  return Math.max(1, Math.min(FRAME.steps, Math.floor(FRAME.work / (3 * weights * batch * trainers))));
}

/** null while there is nothing to learn from. */
export function trainRequest(state: DiffusionState): TrainRequest | null {
  const shared = dataAndSchedule(state);
  if (shared === null) return null;
  const { width, depth, embedding, frequencies, batch, learningRate, emaDecay, asPrinted, seed } = state;
  const shape = { d: 2, width, depth, embedding, features: 2 * frequencies };
  const trainers: LossName[] = state.race ? ["simple", "elbo"] : [state.loss];
  return {
    ...{ task: "train", ...shared, trainers, shape, batch, learningRate, emaDecay, asPrinted, seed },
    ...{ steps: state.trainSteps, every: everyOf(shape, batch, trainers.length), at: placesOf(state.T), saved: null },
  };
}

/** Whether a network was trained on other data, or with another schedule, than those of the state. */
export function isOfOther({ data, schedule }: DataAndSchedule, state: DiffusionState): boolean {
  const now = dataAndSchedule(state);
  return now === null || !sameRequest({ data, schedule }, { ...now });
}

// ---- fields at the step on show --------------------------------------------------------------------------------------

/** Places at which arrows start: `columns` by `rows` of them, in the middles of equal cells of the window. */
export interface ArrowGrid {
  readonly window: Pick<DensityWindow, "x0" | "x1" | "y0" | "y1">;
  readonly columns: number;
  readonly rows: number;
}

/** Where and when a field is to be found. */
export interface FieldPlaces {
  readonly schedule: ScheduleSpec;
  readonly t: number;
  readonly grid: ArrowGrid;
}

export function fieldPlaces(state: DiffusionState, grid: ArrowGrid | null): FieldPlaces | null {
  return grid && { schedule: scheduleSpec(state), t: stepOf(state, 1), grid };
}

export interface ExactFieldRequest extends DataAndSchedule, FieldPlaces {
  readonly task: "exact-field";
}

export interface ExactFieldFrame {
  readonly task: "exact-field";
  readonly t: number;
  readonly map: { readonly values: Float64Array; readonly window: DensityWindow };
  /** (m*2) where arrows start, and -eps* there */
  readonly x: Float64Array;
  readonly arrows: Float64Array;
  /** (n*2) the data, at most a few hundred of them */
  readonly points: Float64Array;
}

export function exactFieldRequest(state: DiffusionState, grid: ArrowGrid | null): ExactFieldRequest | null {
  const [shared, places] = [dataAndSchedule(state), fieldPlaces(state, grid)];
  return shared && places && { task: "exact-field", ...places, ...shared };
}

/** Of a network from a file: the solver that reads it also finds whether it is one. */
export interface FileFieldRequest extends FieldPlaces {
  readonly task: "file-field";
  readonly network: Uint8Array;
  readonly seed: number;
}

export interface FileFieldFrame {
  readonly task: "file-field";
  /** (m*2) -eps_theta, and samples. */
  readonly arrows: Float64Array;
  readonly samples: Float64Array;
}

export function fileFieldRequest(
  state: DiffusionState,
  grid: ArrowGrid | null,
  network: Uint8Array | null,
): FileFieldRequest | null {
  const places = fieldPlaces(state, grid);
  return places && network && { task: "file-field", ...places, network, seed: state.seed };
}

export type TrainRequests = TrainRequest | ExactFieldRequest | FileFieldRequest;
export type TrainFrames = TrainFrame | ExactFieldFrame | FileFieldFrame;
