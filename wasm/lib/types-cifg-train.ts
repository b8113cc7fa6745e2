// The public types of training recurrent networks.
import type { CifgParams } from "./types-cifg-data.ts";
import type { Numbers } from "./types-shared.ts";

/**
 * What is learnt. The network has a linear read-out of h_t.
 * - "adding": x_t = (value, mark); two steps are marked; the sum of their values is asked for at the last step.
 * - "copy": x_t is a random value; what is asked for at step t is x_{t - delay} (at steps t > delay).
 * - "series": forecasts of a real series: a window of values, standardised on the training part, whose value `horizon` steps after each
 *   step is asked for. Held out is the last part of the series, from the share `split` on. `season` is the period of the seasonal baseline
 *   (0: none). x_t = (value, change since the step before), and the network predicts the change from the newest value
 *   (src/cifg/series.h); predictions are given in the values' units.
 * - "sequences": the user's own, one after another: x (n*T*dx), target (n*T) and the weight (n*T) of each squared error, 0 where nothing
 *   is asked. The last `heldOut` of them are held out. A batch of as many as the others takes all of them, in order.
 */
export type CifgTask =
  | { kind: "adding"; T: number }
  | { kind: "copy"; T: number; delay: number }
  | { kind: "series"; values: Numbers; window: number; horizon: number; split: number; season: number }
  | { kind: "sequences"; T: number; dx: number; x: Numbers; target: Numbers; weight: Numbers; heldOut: number };

export interface CifgTrainRequest {
  cell: "cifg" | "lstm";
  dh: number;
  task: CifgTask;
  batch: number;
  learningRate: number;
  /** Largest norm of the gradient that is used; 0: no clipping. */
  clip: number;
  /** Steps through which gradients go back; 0: all. */
  truncate: number;
  /** b_f at the start. */
  forgetBias: number;
  seed: number;
  /** The file of a network to begin with, instead of drawn weights: of this cell and width. */
  network?: Uint8Array;
}

/** A naive predictor and its held-out error. */
export interface CifgBaseline {
  /** "mean" | "last" | "drift" | "seasonal" | "autoregression" */
  name: string;
  /** Mean squared error, in the units of the task's targets (series: of the values). */
  error: number;
  /** (m) its predictions where the network's are compared, as CifgEvaluation.truth. */
  prediction: Float64Array;
}

export interface CifgBaselines {
  baselines: CifgBaseline[];
  /** (m) what is predicted on held-out data; and for a series the index of each among its values, else its step, from 0. */
  truth: Float64Array;
  at: Float64Array;
}

/** A network beside the naive predictors. */
export interface CifgEvaluation extends CifgBaselines {
  /** Held-out mean squared error, in the units of the baselines'. */
  error: number;
  /** (m) the network's predictions for `truth`. */
  prediction: Float64Array;
}

/** (T*dh) each, of one held-out sequence. */
export interface CifgGates {
  f: Float64Array;
  i: Float64Array;
  o: Float64Array;
  c: Float64Array;
  h: Float64Array;
  /**
   * (T*dx) and (T) its inputs as the network sees them, and what it says and should say (NaN where nothing is asked), in the units of
   * the data.
   */
  x: Float64Array;
  prediction: Float64Array;
  target: Float64Array;
}

/** A network that is trained a few steps at a time. Call delete() when done. */
export interface CifgTrainer {
  /** Steps taken. */
  steps(): number;
  /** @returns (steps) the loss of each step's batch */
  advance(steps: number): Float64Array;
  evaluate(): CifgEvaluation;
  /** Of held-out sequence k, counted from 0, as many as sequences() says. */
  gates(k: number): CifgGates;
  sequences(): number;
  /** Of each step since the last call, of the newest 4096 of them: norms of the gradient before and after clipping. */
  gradientNorms(): { before: Float64Array; after: Float64Array };
  /** Number of weights, those of the read-out included. */
  parameters(): number;
  /** The weights with all that is needed to use them. */
  network(): Uint8Array;
  /** Everything: training goes on from it as if it had not stopped. */
  save(): Uint8Array;
  delete(): void;
}

/** The weights of a network as numbers: what its JSON file holds. */
export interface CifgNetwork {
  cell: "cifg" | "lstm";
  dx: number;
  dh: number;
  params: CifgParams<Numbers>;
  /** Of a standard LSTM only. */
  input?: { W_i: Numbers; U_i: Numbers; b_i: Numbers };
  /** The read-out y_t = <V, h_t> + b_y: V (dh). */
  readout: { V: Numbers; b_y: number };
}
