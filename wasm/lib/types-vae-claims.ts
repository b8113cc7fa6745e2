// The public types of the claims of the VAE; their pictures are explained in src/vae/claims/claims.h.
import type { ClaimResult } from "./types-shared.ts";
import type { LinearGaussianAnswer, LinearGaussianRequest } from "./types-vae-exact.ts";

export type VaeClaimId = "4v1" | "4v2" | "4v3" | "4v4";

export interface VaeClaimProblem extends LinearGaussianRequest {
  /** 4v4: modes at +-modes with standard deviation modeSd, and alpha_bar of the one step. */
  modes: number;
  modeSd: number;
  alphaBar: number;
}

export interface VaeClaimRequest {
  id: VaeClaimId;
  problem: VaeClaimProblem;
  /** false: intact; true: "plain"; or the code of a mistake. */
  broken?: boolean | string;
  options?: { seed?: number; draws?: number };
}

/** The points at + axes u, |u| = 1: one standard deviation. Empty lists where there is none. */
export interface VaeEllipse {
  /** (2) */
  at: Float64Array;
  /** (2*2) row-major; its columns are the half axes, the longer one first */
  axes: Float64Array;
}

/** logPx = elbo + gap */
export interface VaeBalance {
  logPx: number;
  elbo: number;
  gap: number;
}

/** Densities over a latent of one coordinate, or ellipses over one of two; the others are empty. */
export interface VaeLatentPicture {
  /** dz = 1: (n) places, and densities there. `measured` is the posterior by quadrature, `posterior` the claimed one. */
  z: Float64Array;
  prior: Float64Array;
  q: Float64Array;
  posterior: Float64Array;
  measured: Float64Array;
  /** dz = 2. `best` is the claimed best diagonal q. */
  ellipses: {
    prior: VaeEllipse;
    q: VaeEllipse;
    posterior: VaeEllipse;
    measured: VaeEllipse;
    best: VaeEllipse;
  };
}

/** A VAE of two latent coordinates that was trained on the spot, at one of its points. Empty lists, side 0 where the claim is vacuous. */
export interface VaeNetworkPicture {
  /** (n*2) all that it was trained on */
  points: Float64Array;
  /** (2) the one that the rest is about */
  x: Float64Array;
  claimed: VaeBalance;
  measured: VaeBalance;
  q: VaeEllipse;
  /** (side*side) row-major, of z on a square from (x0, y0) of width `width`: p(z | x) and q(z | x). */
  side: number;
  x0: number;
  y0: number;
  width: number;
  posterior: Float64Array;
  encoder: Float64Array;
}

/** 4v1. */
export interface IdentityPicture {
  /** What is judged, and what is right. */
  claimed: LinearGaussianAnswer;
  intact: LinearGaussianAnswer;
  /** Each by quadrature over z by itself. */
  measured: VaeBalance & { expectedLogLik: number; kl: number };
  latent: VaeLatentPicture;
  network: VaeNetworkPicture;
  tolerance: number;
}

/** 4v2. (dz) lists. */
export interface KlPicture {
  claimed: Float64Array;
  intact: Float64Array;
  /** By quadrature, and by draws with their standard errors. */
  measured: Float64Array;
  drawn: Float64Array;
  drawnError: Float64Array;
  draws: number;
  total: number;
  intactTotal: number;
  measuredTotal: number;
  /** (dz*n) for each coordinate n places, densities there, and q log(q / prior): the area under it is the divergence. */
  z: Float64Array;
  prior: Float64Array;
  q: Float64Array;
  integrand: Float64Array;
  tolerance: number;
}

/** What one estimate says of the gradient: (2*dz), first by the coordinates of m, then by those of log v. */
export interface VaeEstimatePicture {
  mean: Float64Array;
  error: Float64Array;
  /** Of one draw: measured, with its standard error, and as claimed. */
  variance: Float64Array;
  varianceError: Float64Array;
  exactVariance: Float64Array;
  /** (m*2*dz) single draws */
  singles: Float64Array;
}

/** 4v3. Lists over the coordinates of (m, log v): (2*dz). The gradient of the ELBO. */
export interface GradientPicture {
  claimed: Float64Array;
  intact: Float64Array;
  measured: Float64Array;
  reparameterised: VaeEstimatePicture;
  score: VaeEstimatePicture;
  intactReparameterised: VaeEstimatePicture;
  intactScore: VaeEstimatePicture;
  draws: number;
  tolerance: number;
}

/** Terms of a negative bound, nats: total = reconstruction + prior. prior is the mean KL(q(z | x_0) || N(0, 1)). */
export interface VaeBoundTerms {
  reconstruction: number;
  prior: number;
  total: number;
}

/** The negative bound of the VAE, and that of the diffusion at T = 1; both have the best variance of the decoder. */
export interface VaeOneStep {
  vae: VaeBoundTerms;
  diffusion: VaeBoundTerms;
  decoderVar: number;
  entropy: number;
}

/** 4v4. */
export interface OneStepPicture {
  claimed: VaeOneStep;
  intact: VaeOneStep;
  /** Of the VAE's total to the entropy. */
  gap: number;
  intactGap: number;
  drawn: VaeBoundTerms;
  drawnError: VaeBoundTerms;
  draws: number;
  /** (n) places on the line of data; the density of the data, and of what the VAE makes. */
  x: Float64Array;
  data: Float64Array;
  model: Float64Array;
  /** (n) places of z: prior, mean of the encoders over the data, and the decoder's mean. */
  z: Float64Array;
  prior: Float64Array;
  aggregate: Float64Array;
  decoded: Float64Array;
  tolerance: number;
}

export type VaeClaim =
  | ClaimResult<"4v1", IdentityPicture>
  | ClaimResult<"4v2", KlPicture>
  | ClaimResult<"4v3", GradientPicture>
  | ClaimResult<"4v4", OneStepPicture>;
