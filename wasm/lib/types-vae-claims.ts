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

/** 4v1. What is claimed, and what quadrature over z says (a grid for dz <= 2). */
export interface IdentityPicture {
  claimed: LinearGaussianAnswer;
  measured: { logPx: number; elbo: number; gap: number };
  /** The same three of a small network that was trained on the spot, by quadrature over its two latent coordinates. */
  network: { logPx: number; elbo: number; gap: number };
  tolerance: number;
}

/** 4v2. (dz) lists. */
export interface KlPicture {
  claimed: Float64Array;
  /** By quadrature, and by draws with their standard errors. */
  measured: Float64Array;
  drawn: Float64Array;
  drawnError: Float64Array;
  draws: number;
}

/** 4v3. Lists over the coordinates of (m, log v): (2 dz). */
export interface GradientPicture {
  exact: Float64Array;
  reparameterised: { mean: Float64Array; error: Float64Array; variance: Float64Array; exactVariance: Float64Array };
  score: { mean: Float64Array; error: Float64Array; variance: Float64Array; exactVariance: Float64Array };
  draws: number;
}

/** 4v4. */
export interface OneStepPicture {
  /** The negative bound of the VAE, by its terms, and that of the diffusion at T = 1, by its own. */
  vae: { reconstruction: number; kl: number; total: number };
  diffusion: { reconstruction: number; prior: number; total: number };
  entropy: number;
  gap: number;
  decoderVar: number;
}

export type VaeClaim =
  | ClaimResult<"4v1", IdentityPicture>
  | ClaimResult<"4v2", KlPicture>
  | ClaimResult<"4v3", GradientPicture>
  | ClaimResult<"4v4", OneStepPicture>;
