// The public types of what the VAE's mathematics gives in double, exactly (src/vae/kl.h, gradients.h, linear_gaussian.h).
import type { Numbers } from "./types-shared.ts";

/** N(mu, diag(exp(logVar))): (dz) each. */
export interface VaeGaussian {
  mu: Numbers;
  logVar: Numbers;
}
/** KL to N(0, I), nats. */
export interface VaeKl {
  /** (dz) */
  perDimension: Float64Array;
  total: number;
}

/** Row-major: W_mu, W_lv (dz*a), W_x (dx*a), with a = hidden or, without hidden layers, what comes in; b_mu, b_lv (dz), b_x (dx). */
export interface VaeParams<List = Numbers> {
  /** (hidden*dx), (hidden), (hidden*dz), (hidden); only where hidden > 0 */
  W_e?: List;
  b_e?: List;
  W_d?: List;
  b_d?: List;
  W_mu: List;
  b_mu: List;
  W_lv: List;
  b_lv: List;
  W_x: List;
  b_x: List;
}

export interface VaeGradientsRequest {
  dx: number;
  dz: number;
  /** Units of the one tanh layer on each side; 0: none. */
  hidden: number;
  batch: number;
  /** "gaussian": 1/2 |x - xOut|^2, without its constant; "bernoulli": cross entropy of sigmoid(xOut). */
  recon: "gaussian" | "bernoulli";
  betaKl: number;
  params: VaeParams;
  /** (batch*dx), (batch*dz) */
  x: Numbers;
  eps: Numbers;
}
export interface VaeGradients {
  /** Mean over the batch of recon + betaKl kl. */
  loss: number;
  /** (batch) */
  recon: Float64Array;
  kl: Float64Array;
  /** (batch*dz), (batch*dz), (batch*dz), (batch*dx) */
  mu: Float64Array;
  logVar: Float64Array;
  z: Float64Array;
  xOut: Float64Array;
  /** Of the loss. `x` is the total derivative: x enters the encoder and the target. */
  grads: VaeParams<Float64Array> & {
    x: Float64Array;
    mu: Float64Array;
    logVar: Float64Array;
    z: Float64Array;
    xOut: Float64Array;
  };
}

/** z ~ N(0, I), x | z ~ N(D z + b, noiseVar I). dx is the length of b, dz that of qMean. */
export interface LinearGaussian {
  /** (dx*dz) */
  D: Numbers;
  /** (dx) */
  b: Numbers;
  noiseVar: number;
}
export interface LinearGaussianRequest extends LinearGaussian {
  /** (dx) */
  x: Numbers;
  /** (dz) */
  qMean: Numbers;
  qVar: Numbers;
}
export interface LinearGaussianAnswer {
  elbo: number;
  expectedLogLik: number;
  kl: number;
  logPx: number;
  /** logPx - elbo = KL(q || posterior) */
  gap: number;
  /** (dz), (dz*dz), (dz) */
  posteriorMean: Float64Array;
  posteriorCov: Float64Array;
  bestDiagVar: Float64Array;
  bestDiagElbo: number;
}
