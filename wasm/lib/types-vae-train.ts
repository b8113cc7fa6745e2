// The public types of trained VAEs (src/vae/network.h, trainer.h, evidence.h, overlap.h). Float inside, seeded.
import type { Numbers } from "./types-shared.ts";

/*
 * For the handwritten digits, training half first: dz 2, width 128, depth 1, bernoulli, beta 1, batch 128, learningRate 0.005,
 * emaDecay 0.99. For toy data in the plane: gaussian with noiseVar 0.01..0.05, the rest likewise.
 */
export interface VaeTrainRequest {
  /** (n*dx); the last `heldOut` (1..n-1) points are never trained on. Bernoulli: 0..1. */
  x: Numbers;
  dx: number;
  heldOut: number;
  /** (n) 0..classes-1 each: the decoder and the encoder are told the class. Missing: they are not. */
  labels?: readonly number[];
  classes?: number;
  dz: number;
  /** Units of each hidden layer, SiLU, and how many on each side; depth 0: linear. */
  width: number;
  depth: number;
  likelihood: "bernoulli" | "gaussian";
  /** Of a Gaussian likelihood; not read otherwise. */
  noiseVar: number;
  /** Weight of the KL term. */
  beta: number;
  batch: number;
  learningRate: number;
  /** Of the running mean of the weights, which encodes and decodes; 0: the weights themselves. */
  emaDecay: number;
  seed: number;
  /** A mistake that is trained with; "" for none. Each is one of the claims' (src/vae/claims). */
  mistake?: "" | "kl-mean" | "sigma" | "kept-eps" | "kl-sign" | "no-variance";
}

/** Means over points, nats: elbo = reconstruction - kl (with beta 1, whatever was trained with). */
export interface VaeTerms {
  elbo: number;
  /** E_q log p(x | z), constants included. */
  reconstruction: number;
  kl: number;
}
export interface VaeEvaluation {
  /** By draws of z; with the standard error of the mean over points of its Monte-Carlo part. */
  sampled: VaeTerms & { error: number };
  /** By quadrature over z; null where dz > 2, or where it was not asked for. */
  exact: VaeTerms | null;
  /** (dz) KL of each latent coordinate. */
  klPerDimension: Float64Array;
}
/** How a network is evaluated. */
export interface VaeEvaluateOptions {
  /** Of z for each point, 2..10000. */
  draws: number;
  /** Default true. By quadrature takes as long as many draws. */
  exact?: boolean;
}
/** Of the training's own points: training part and held-out part. */
export interface VaeProgress {
  training: VaeEvaluation;
  heldOut: VaeEvaluation;
}

/** (m*dz) each. */
export interface VaeCodes {
  mu: Float64Array;
  logVar: Float64Array;
}
export interface VaeDecoded {
  /** (m*dx) means; Bernoulli: probabilities */
  mean: Float64Array;
}

/** The middles of columns x rows equal cells (1..512 each) of a window of the plane of z, row-major, from its low corner (x0, y0). */
export interface VaeWindow {
  x0: number;
  y0: number;
  width: number;
  height: number;
  columns: number;
  rows: number;
}

/** Of one x, by quadrature over z: logPx = elbo + gap, each found by itself. */
export interface VaeEvidence {
  logPx: number;
  /** Of logPx, elbo and gap together, estimated. */
  error: number;
  elbo: number;
  reconstruction: number;
  kl: number;
  /** KL(q(z | x) || p(z | x)) */
  gap: number;
  /** Its mean and covariance (dz*dz): of p(z | x), not of q. */
  posteriorMean: Float64Array;
  posteriorCov: Float64Array;
}
export interface VaePosterior {
  /** (rows*columns) p(z | x) */
  density: Float64Array;
  /** (rows*columns) q(z | x) */
  q: Float64Array;
  logPx: number;
}
export interface VaeOverlap {
  /** (rows*columns) 1/n sum_i q(z | x_i) */
  aggregate: Float64Array;
  /** KL(aggregate || N(0, I)), and the rest of the mean KL: what z tells of which point it is. klMean = divergence + information */
  divergence: number;
  information: number;
  klMean: number;
  /** Integral of the smaller of the two densities: 1 where they agree. */
  overlap: number;
  /** Of divergence, information and overlap, estimated. */
  error: number;
}

/** A network that is trained a few steps at a time. Call delete() when done. */
export interface VaeTrainer {
  steps(): number;
  /** @returns (steps) the loss of each step's batch */
  advance(steps: number): Float64Array;
  /** With the averaged weights; the same draws at every call. @param draws 2..10000 @param exact default true */
  evaluate(draws: number, exact?: boolean): VaeProgress;
  /** Number of weights. */
  parameters(): number;
  /** The averaged weights with all that is needed to use them. */
  network(): Uint8Array;
  /** Everything: training goes on from it as if it had not stopped. */
  save(): Uint8Array;
  delete(): void;
}
