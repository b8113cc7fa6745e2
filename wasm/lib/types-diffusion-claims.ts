// The public types of the claims of problem 4; their pictures are explained in src/diffusion/claims/claims.h.
import type { Distribution, ScheduleSpec } from "./types-diffusion-data.ts";
import type { ClaimResult, Numbers } from "./types-shared.ts";

/** 4a. */
export interface ForwardPicture {
  t: number;
  x0: Float64Array;
  bySteps: Float64Array;
  closed: Float64Array;
  signal: Float64Array;
  noise: Float64Array;
  signalByRecursion: Float64Array;
  noiseByRecursion: Float64Array;
  priorKl: number;
}
/** 4b. */
export interface PosteriorPicture {
  t: number;
  point: boolean;
  x0: Float64Array;
  xt: Float64Array;
  mean: Float64Array;
  variance: number;
  intactMean: Float64Array;
  intactVariance: number;
  priorMean: Float64Array;
  priorVariance: number;
  likelihoodMean: Float64Array;
  likelihoodVariance: number;
  u: Float64Array;
  prior: Float64Array;
  likelihood: Float64Array;
  product: Float64Array;
}
/** 4c. */
export interface MeansPicture {
  t: number;
  x0: Float64Array;
  xt: Float64Array;
  eps: Float64Array;
  guess: Float64Array;
  x0Hat: Float64Array;
  noiseForm: Float64Array;
  posteriorForm: Float64Array;
  truth: Float64Array;
  best: Float64Array;
  difference: Float64Array;
  places: Float64Array;
  predicted: Float64Array;
  predictedBest: Float64Array;
  bayesError: number;
  bayesErrorSe: number;
  /** E|eps - eps*|^2 at the same draws. */
  bestError: number;
  floor: number;
}
/** Part of 4d: the whole bound. */
export interface BoundPicture {
  prior: number;
  reconstruction: number;
  from: Float64Array;
  to: Float64Array;
  steps: Float64Array;
  intactSteps: Float64Array;
  total: number;
  visible: boolean;
  drawn: number;
  drawnError: number;
}
/** 4d. */
export interface DivergencePicture {
  t: number;
  weight: Float64Array;
  kl: Float64Array;
  mse: Float64Array;
  intactMse: Float64Array;
  error2: number;
  bound: BoundPicture;
}
/** Remark 1. */
export interface SimpleLossPicture {
  second: Float64Array;
  /** That of the noisy input that is judged: intact, the same. */
  used: Float64Array;
  printed: Float64Array;
  weight: Float64Array;
  varianceAtT: number;
}
/** Remark 2. */
export interface ScorePicture {
  t: number;
  x: Float64Array;
  score: Float64Array;
  intactScore: Float64Array;
  tweedie: Float64Array;
  x0: Float64Array;
}
/** Remark 3. */
export interface SamplersPicture {
  steps: Float64Array;
  ancestralMean: Float64Array;
  ancestralSd: Float64Array;
  flowMean: Float64Array;
  flowSd: Float64Array;
  intactAncestralMean: Float64Array;
  intactAncestralSd: Float64Array;
  intactFlowMean: Float64Array;
  intactFlowSd: Float64Array;
  gap: Float64Array;
  mean: number;
  sd: number;
  /** Standard deviations for endlessly many steps, extrapolated; 0 where vacuous. */
  ancestralLimit: number;
  flowLimit: number;
}
/** The bridge. */
export interface BridgePicture {
  posterior: number;
  forward: number;
  best: number;
  prior: number;
  entropy: number;
  terms: Float64Array;
  intactForward: number;
  intactPrior: number;
  intactEntropy: number;
  intactTerms: Float64Array;
  drawn: number;
  drawnError: number;
}

export type DiffusionClaim =
  | ClaimResult<"4a", ForwardPicture>
  | ClaimResult<"4b", PosteriorPicture>
  | ClaimResult<"4c", MeansPicture>
  | ClaimResult<"4d", DivergencePicture>
  | ClaimResult<"4r1", SimpleLossPicture>
  | ClaimResult<"4r2", ScorePicture>
  | ClaimResult<"4r3", SamplersPicture>
  | ClaimResult<"4bridge", BridgePicture>;
export type DiffusionClaimId = DiffusionClaim["id"];

/** What a claim may be asked with; what is missing or null is drawn by the seed. */
export interface DiffusionClaimOptions {
  /** 1..T. Default 1. */
  t?: number;
  x0?: Numbers | null;
  xt?: Numbers | null;
  eps?: Numbers | null;
  guess?: Numbers | null;
  seed?: number;
}

export interface DiffusionClaimRequest {
  id: DiffusionClaimId;
  data: Distribution;
  schedule: ScheduleSpec;
  /** As of a claim of the other labs: true for the plain mistake, or the code of another one. */
  broken: boolean | string;
  options: DiffusionClaimOptions;
}
