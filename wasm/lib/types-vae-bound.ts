// The public types of the linear-Gaussian model by draws and as a picture (src/vae/sampled_elbo.h, bound_picture.h).
import type { LinearGaussianRequest } from "./types-vae-exact.ts";

export interface VaeSampledElboRequest extends LinearGaussianRequest {
  /** 2 to 1,000,000 draws of z from q. */
  draws: number;
  seed: number;
}
/** Nats, with one standard error. */
export interface VaeDrawnTerm {
  value: number;
  error: number;
}
export interface VaeSampledElbo {
  expectedLogLik: VaeDrawnTerm;
  kl: VaeDrawnTerm;
  elbo: VaeDrawnTerm;
  /** By importance sampling with q: too small as a rule where few draws count. */
  logPx: VaeDrawnTerm;
  gap: VaeDrawnTerm;
  /** How many of the draws count: 1 to `draws`. */
  effective: number;
}

export interface VaeBoundPictureRequest extends LinearGaussianRequest {
  /** The two coordinates of x that are drawn, from 0. Default: the first two. Not read where dx is 1. */
  shown?: readonly number[];
}
/** {mean + radii u : |u| = 1}: one standard deviation. (d), (d*d) lower triangular, d = 1 or 2. */
export interface VaeOutline {
  mean: Float64Array;
  radii: Float64Array;
}
export interface VaeBoundPicture {
  /** Of z. best: the diagonal Gaussian with the least gap. */
  prior: VaeOutline;
  q: VaeOutline;
  best: VaeOutline;
  posterior: VaeOutline;
  /** Of the shown coordinates of x: p(x), and p(x | z) at q's mean. */
  marginal: VaeOutline;
  decoder: VaeOutline;
  /** (n*min(dx, 2)) D z + b of whole z, -2..2 in each coordinate, the last one fastest. */
  lattice: Float64Array;
  /** Densities over `at`; null unless dz is 1. */
  latent: Readonly<Record<"at" | "prior" | "q" | "best" | "posterior", Float64Array>> | null;
  /** Null unless dx is 1. */
  data: Readonly<Record<"at" | "marginal" | "decoder", Float64Array>> | null;
}
