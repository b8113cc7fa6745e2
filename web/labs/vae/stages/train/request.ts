// What the stage sends to its solvers, and what comes back: training itself, which shows the codes of all data and decoded places; the
// same of a network before its first step, or of one from a file; one decoded place; one x with its posterior and the walk from it; and
// what all data say of a network: the overlap of their codes with the prior, and the exact bound. Each has a client of its own: none waits for another.
import type {
  VaeEvaluation,
  VaeEvidence,
  VaeOverlap,
  VaePosterior,
  VaeProgress,
  VaeTerms,
  VaeTrainRequest,
  VaeWindow,
} from "../../../../../wasm/lib/types.ts";
import { sameRequest } from "../../../../kit/solve-request.ts";
import type { TrainingFrame, TrainingRequest, TrainingTypes, TrainingView } from "../../../../kit/training/frames.ts";
import { PIXELS } from "../../fields.ts";
import type { VaeState } from "../../state.ts";
import { type DataSpec, dataOf } from "./dataset.ts";
import { isToy } from "./kind.ts";

// ---- the network and its data -----------------------------------------------------------------------------------------

export type Settings = Pick<
  VaeTrainRequest,
  "dz" | "width" | "depth" | "likelihood" | "noiseVar" | "beta" | "batch" | "learningRate" | "emaDecay" | "seed"
>;

export function settingsOf(state: VaeState): Settings {
  return {
    ...{ dz: state.vaeLatents, width: state.vaeWidth, depth: state.vaeDepth },
    // Points of the plane are no probabilities.
    ...{ likelihood: isToy(state) ? "gaussian" : state.vaeLikelihood, noiseVar: state.vaeNoiseVar },
    ...{ beta: state.vaeBeta, batch: state.vaeBatch, learningRate: state.vaeLearningRate },
    ...{ emaDecay: state.vaeAverage, seed: state.vaeSeed },
  };
}

/** Everything there is to learn from, in its own order. */
export interface Points {
  /** (n*dx) */
  readonly x: Float64Array;
  readonly dx: number;
  readonly n: number;
  /** (n) 0..9, -1 not known; empty: there are none */
  readonly labels: readonly number[];
}

/** What of the latent space is shown: [-half, half]^2 of two coordinates, counted from 0, and images in each direction. */
export interface MapView {
  readonly half: number;
  readonly axes: readonly [number, number];
  readonly cells: number;
}

/** What a network makes of the data, and of the places of a view. */
export interface Shown {
  readonly network: Uint8Array;
  readonly dz: number;
  /** (n*dz) */
  readonly mu: Float64Array;
  readonly logVar: Float64Array;
  readonly view: MapView;
  /** (cells*cells*dx) row by row, the first below: the middles of equal cells; the other coordinates are 0 */
  readonly decoded: Float64Array;
}

// ---- training ---------------------------------------------------------------------------------------------------------

export interface TrainRequest extends TrainingRequest {
  readonly task: "train";
  readonly trainers: readonly ["vae"];
  readonly data: DataSpec;
  readonly settings: Settings;
}

/** What is not for every frame. */
export interface Whole {
  /** (m*dx) */
  readonly samples: Float64Array;
}

export interface TrainTypes extends TrainingTypes {
  readonly request: TrainRequest;
  /** By draws. */
  readonly now: VaeProgress;
  readonly view: MapView;
  readonly shown: Shown;
  readonly whole: Whole;
  readonly reference: Points;
}

export type TrainFrame = TrainingFrame<TrainTypes>;
export type TrainView = TrainingView<TrainTypes>;

/** Steps of a usual frame, and the multiplications that one may take: a frame is a moment in which nothing can be stopped. */
const FRAME = { steps: 100, work: 3e9 } as const;

function everyOf({ dz, width, depth, batch }: Settings, dx: number): number {
  const weights = 2 * (dx * width + (depth - 1) * width * width) + 3 * dz * width;
  return Math.max(1, Math.min(FRAME.steps, Math.floor(FRAME.work / (3 * weights * batch))));
}

/** null while there is nothing to learn from. */
export function trainRequest(state: VaeState): TrainRequest | null {
  const data = dataOf(state);
  if (data === null) return null;
  const settings = settingsOf(state);
  const every = everyOf(settings, data.kind === "images" ? PIXELS : 2);
  return { ...{ task: "train", trainers: ["vae"], data, settings }, steps: state.vaeSteps, every, saved: null };
}

/** Whether a run's network says nothing of the state's data, or has other latent coordinates: it is not shown then. */
export function isOfOther({ data, settings }: TrainRequest, state: VaeState): boolean {
  return settings.dz !== state.vaeLatents || !sameRequest(data, dataOf(state));
}

// ---- before the first step, and from a file ---------------------------------------------------------------------------

export interface MapRequest {
  readonly task: "train-map";
  readonly data: DataSpec;
  readonly settings: Settings;
  /** null: the untrained network of the settings. */
  readonly network: Uint8Array | null;
  readonly view: MapView;
}

export interface MapFrame {
  readonly task: "train-map";
  readonly points: Points;
  readonly shown: Shown;
  readonly progress: VaeProgress;
}

export function mapRequest(state: VaeState, network: Uint8Array | null, view: MapView): MapRequest | null {
  const data = dataOf(state);
  return data && { task: "train-map", data, settings: settingsOf(state), network, view };
}

// ---- one place --------------------------------------------------------------------------------------------------------

export interface PlaceRequest {
  readonly task: "train-place";
  readonly network: Uint8Array;
  readonly z: readonly number[];
}

export interface PlaceFrame {
  readonly task: "train-place";
  /** (dx) */
  readonly mean: Float64Array;
}

/** The place's two coordinates; all others are 0. */
export function placeOf({ vaeZx, vaeZy }: Pick<VaeState, "vaeZx" | "vaeZy">, { axes }: MapView, dz: number): number[] {
  const z = new Array<number>(dz).fill(0);
  if (dz > 1) z[axes[1]] = vaeZy;
  z[axes[0]] = vaeZx;
  return z;
}

// ---- one x ------------------------------------------------------------------------------------------------------------

/** Steps of a walk, both ends counted. */
export const WALK = 11;

export interface InspectRequest {
  readonly task: "train-inspect";
  readonly network: Uint8Array;
  readonly dz: number;
  readonly x: readonly number[];
  /** The end of the walk. */
  readonly to: readonly number[];
  /** null: the posterior over the plane is not wanted. */
  readonly window: VaeWindow | null;
}

export interface InspectFrame {
  readonly task: "train-inspect";
  /** (dz) q(z | x), and the mean of q(z | x') */
  readonly mu: Float64Array;
  readonly logVar: Float64Array;
  readonly muTo: Float64Array;
  /** (WALK*dz) and (WALK*dx) */
  readonly places: Float64Array;
  readonly decoded: Float64Array;
  readonly evaluation: VaeEvaluation;
  /** null where dz > 2. */
  readonly evidence: VaeEvidence | null;
  /** (dx) decoded at the posterior's mean; null where dz > 2 */
  readonly atPosteriorMean: Float64Array | null;
  readonly posterior: VaePosterior | null;
}

// ---- all codes --------------------------------------------------------------------------------------------------------

export interface AllRequest {
  readonly task: "train-all";
  readonly network: Uint8Array;
  readonly data: DataSpec;
  /** null: there is no plane that codes could be summed over. */
  readonly window: VaeWindow | null;
  /** Whether the exact terms are wanted: for a network at rest. */
  readonly exact: boolean;
}

export interface AllFrame {
  readonly task: "train-all";
  readonly overlap: VaeOverlap | null;
  /** Of the held-out data, by quadrature; null where they were not asked for. */
  readonly heldOut: VaeTerms | null;
}

export type TrainRequests = TrainRequest | MapRequest | PlaceRequest | InspectRequest | AllRequest;
export type TrainFrames = TrainFrame | MapFrame | PlaceFrame | InspectFrame | AllFrame;
