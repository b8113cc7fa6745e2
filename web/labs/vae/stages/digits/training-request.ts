// What a training of the denoiser is asked for, and what comes back.
import type { ScheduleSpec } from "../../../../../wasm/lib/types.ts";
import type { TrainingFrame, TrainingRequest, TrainingTypes } from "../../../../kit/training/frames.ts";
import type { VaeState } from "../../state.ts";
import type { Shape, Shipped } from "./denoiser.ts";
import { half, type Labelled, ownLabelled } from "./images.ts";

export interface DigitsTraining extends TrainingRequest {
  readonly task: "digits-train";
  readonly trainers: readonly ["denoiser"];
  readonly data: Labelled;
  /** Images that are not trained on, of which the errors are; one's own where there are no others. */
  readonly judged: Labelled;
  readonly schedule: ScheduleSpec;
  readonly shape: Shape;
  readonly labelDropout: number;
  readonly batch: number;
  readonly learningRate: number;
  readonly emaDecay: number;
  readonly seed: number;
  /** null: drawn weights */
  readonly network: Uint8Array | null;
  /** Steps t at which errors are found. */
  readonly at: readonly number[];
}

export interface DigitsTrainTypes extends TrainingTypes {
  readonly request: DigitsTraining;
  /** (at) E|eps - eps_theta|^2 / d of the averaged weights */
  readonly now: Float64Array;
  readonly shown: null;
  readonly view: unknown;
  readonly whole: null;
  /** (at) the same before the first step */
  readonly reference: Float64Array;
}

export type DigitsTrainFrame = TrainingFrame<DigitsTrainTypes>;
/** As kit/training says; nothing is shown of it, so that the view of any other training will do. */
export interface DigitsTrainView {
  readonly own: unknown;
  readonly complete: boolean;
}

/** Steps of a frame, in images: a frame is a moment in which nothing can be stopped. */
const FRAME = 3200;
/** Steps t at which errors are found, at most. */
const PLACES = 12;

/** Evenly spread over 1..T, both ends included. */
export function placesOf(T: number): number[] {
  if (T <= PLACES) return Array.from({ length: T }, (_, i) => i + 1);
  return Array.from({ length: PLACES }, (_, i) => 1 + Math.round((i * (T - 1)) / (PLACES - 1)));
}

/** null while there is no network to begin with, or no image with a class. */
export function trainingRequest(state: VaeState, shipped: Shipped | null): DigitsTraining | null {
  if (shipped === null) return null;
  const { digitsBegin, digitsTrainOn, digitsTrainSteps: steps, digitsBatch: batch, digitsRate, seed } = state;
  const own = digitsTrainOn === "own";
  const data = own ? ownLabelled(state) : half(0);
  if (data.labels.length === 0) return null;
  const { schedule, shape, labelDropout, emaDecay, network } = shipped;
  const T = schedule.kind === "own" ? schedule.betas.length : schedule.T;
  return {
    ...{ task: "digits-train", trainers: ["denoiser"], data, judged: own ? data : half(1), schedule, shape },
    ...{ labelDropout, batch, learningRate: digitsRate, emaDecay, seed, at: placesOf(T), steps },
    ...{ every: Math.max(1, Math.floor(FRAME / batch)), saved: null },
    network: digitsBegin === "shipped" ? network : null,
  };
}
