// What the stage asks, and what it is answered: training itself, on a wire of its own; the exact answer at the step on show; and what
// a network says there.
import type { DenoiserShape, DensityWindow, ScheduleSpec } from "../../../../../wasm/lib/types.ts";
import { type DataAndSchedule, dataAndSchedule, scheduleSpec } from "../../data-and-schedule.ts";
import { stepOf } from "../../fields.ts";
import type { DiffusionState } from "../../state.ts";
import type { LossName } from "./fields.ts";

// ---- training ---------------------------------------------------------------------------------------------------------

export interface TrainQuestion extends DataAndSchedule {
  readonly task: "train";
  /** One trainer for each, taking turns on the same draws. */
  readonly losses: readonly LossName[];
  readonly shape: DenoiserShape;
  readonly batch: number;
  readonly learningRate: number;
  readonly emaDecay: number;
  readonly asPrinted: boolean;
  readonly seed: number;
  /** Steps in all, and how many make a frame. */
  readonly steps: number;
  readonly every: number;
  /** Steps t at which errors and their floor are found. */
  readonly at: readonly number[];
  /** What training goes on from, one for each loss; null: from the start. */
  readonly saved: readonly Uint8Array[] | null;
}

/** One trainer since the frame before. */
export interface RunFrame {
  readonly loss: LossName;
  /** Of each step, and their mean; NaN in a frame without steps. */
  readonly losses: Float64Array;
  readonly mean: number;
  /** (at) E|eps - eps_theta|^2 of the averaged weights, and its mean. */
  readonly errors: Float64Array;
  readonly meanError: number;
  readonly network: Uint8Array;
  /** (m*2) drawn with the averaged weights; null in most frames. */
  readonly samples: Float64Array | null;
  /** All that training needs to go on; with the samples. */
  readonly saved: Uint8Array | null;
}

export interface TrainFrame {
  readonly task: "train";
  readonly steps: number;
  /** In the first frame: (at) the floor, and its mean. */
  readonly floor: { readonly floor: Float64Array; readonly error: Float64Array; readonly mean: number } | null;
  readonly runs: readonly RunFrame[];
}

/** Steps of a usual frame, and the multiplications that one may take: a frame is a moment in which nothing can be stopped. */
const FRAME = { steps: 50, work: 1.2e9 } as const;
/** Steps t at which errors are found, at most. */
const PLACES = 32;

/** Evenly spread over 1..T, both ends included. */
export function placesOf(T: number, most = PLACES): number[] {
  if (T <= most) return Array.from({ length: T }, (_, i) => i + 1);
  return Array.from({ length: most }, (_, i) => 1 + Math.round((i * (T - 1)) / (most - 1)));
}

function everyOf({ width, depth, features, d }: DenoiserShape, batch: number, runs: number): number {
  const weights = (d + features) * width + (depth - 1) * width * width + width * d;
  return Math.max(1, Math.min(FRAME.steps, Math.floor(FRAME.work / (3 * weights * batch * runs))));
}

/** null while there is nothing to learn from. */
export function trainQuestion(state: DiffusionState): TrainQuestion | null {
  const setting = dataAndSchedule(state);
  if (setting === null) return null;
  const { width, depth, embedding, frequencies, batch, learningRate, emaDecay, asPrinted, seed } = state;
  const shape = { d: 2, width, depth, embedding, features: 2 * frequencies };
  const losses: LossName[] = state.race ? ["simple", "elbo"] : [state.loss];
  return {
    ...{ task: "train", ...setting, losses, shape, batch, learningRate, emaDecay, asPrinted, seed },
    ...{ steps: state.trainSteps, every: everyOf(shape, batch, losses.length), at: placesOf(state.T), saved: null },
  };
}

// ---- the exact answer at the step on show ----------------------------------------------------------------------------

/** Places at which arrows start: `columns` by `rows` of them, in the middles of equal cells of the window. */
export interface ArrowGrid {
  readonly window: Pick<DensityWindow, "x0" | "x1" | "y0" | "y1">;
  readonly columns: number;
  readonly rows: number;
}

export interface GroundQuestion extends DataAndSchedule {
  readonly task: "train-ground";
  readonly t: number;
  readonly grid: ArrowGrid;
}

export interface GroundFrame {
  readonly task: "train-ground";
  readonly t: number;
  readonly map: { readonly values: Float64Array; readonly window: DensityWindow };
  /** (m*2) where arrows start, and -eps* there */
  readonly x: Float64Array;
  readonly arrows: Float64Array;
  /** (n*2) the data, at most a few hundred of them */
  readonly points: Float64Array;
}

export function groundQuestion(state: DiffusionState, grid: ArrowGrid | null): GroundQuestion | null {
  const setting = dataAndSchedule(state);
  return setting && grid && { task: "train-ground", ...setting, t: stepOf(state, 1), grid };
}

// ---- what a network says there ------------------------------------------------------------------------------------------

export interface LookQuestion {
  readonly task: "train-look";
  readonly schedule: ScheduleSpec;
  readonly t: number;
  readonly grid: ArrowGrid;
  readonly networks: readonly Uint8Array[];
  /** Whether samples are wanted, too: of a network that came from a file. */
  readonly samples: boolean;
  readonly seed: number;
}

export interface LookFrame {
  readonly task: "train-look";
  /** For each network (m*2) -eps_theta. */
  readonly arrows: readonly Float64Array[];
  readonly samples: Float64Array | null;
}

export function lookQuestion(
  state: DiffusionState,
  grid: ArrowGrid | null,
  networks: readonly Uint8Array[],
  samples: boolean,
): LookQuestion | null {
  if (grid === null || networks.length === 0) return null;
  return {
    task: "train-look",
    ...{ schedule: scheduleSpec(state), t: stepOf(state, 1), grid, networks, samples, seed: state.seed },
  };
}

export type TrainRequest = TrainQuestion | GroundQuestion | LookQuestion;
export type TrainAnswer = TrainFrame | GroundFrame | LookFrame;
