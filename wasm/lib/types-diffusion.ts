// The public interface of problem 4: what the library computes for the diffusion lab.

import type { DiffusionClaim, DiffusionClaimRequest } from "./types-diffusion-claims.ts";
import type {
  BayesErrorAnswer,
  BayesErrorRequest,
  DatasetRequest,
  DensityWindow,
  Distribution,
  EpsSource,
  ForwardAnswer,
  ForwardRequest,
  Mixture,
  NelboAnswer,
  NelboRequest,
  OracleAnswer,
  Quality,
  QualityRequest,
  ReverseAnswer,
  ReverseRequest,
  SampleRequest,
  Sampler,
  Schedule,
  ScheduleSpec,
  Trainer,
  TrainRequest,
} from "./types-diffusion-data.ts";
import type { Numbers } from "./types-shared.ts";

/** Problem 4. */
export interface Diffusion {
  schedule(spec: ScheduleSpec): Schedule;
  mixtureOracle(request: Mixture & { alphaBar: number; x: Numbers }): OracleAnswer;
  gaussianKl(request: { mu1: Numbers; sigma1: Numbers; mu2: Numbers; sigma2: Numbers }): number;
  claim(request: DiffusionClaimRequest): DiffusionClaim;
  /** (n*2) */
  dataset(request: DatasetRequest): Float64Array;
  /** The exact answer for any distribution at step t of a schedule. */
  oracle(request: { data: Distribution; schedule: ScheduleSpec; t: number; x: Numbers }): OracleAnswer;
  /** (height*width) q(x_t) of two-dimensional data, row-major from (x0, y0); not its logarithm. t = 0: the data themselves. */
  density(request: { data: Distribution; schedule: ScheduleSpec; t: number; window: DensityWindow }): Float64Array;
  forward(request: ForwardRequest): ForwardAnswer;
  reverse(request: ReverseRequest): ReverseAnswer;
  nelbo(request: NelboRequest): NelboAnswer;
  bayesError(request: BayesErrorRequest): BayesErrorAnswer;
  /** (n*d) the points at mean 0 and variance 1 (the mean over coordinates; one scale for all). Refused: all the same. */
  standardised(request: { points: Numbers; d: number }): Float64Array;
  /** (count*d) fresh draws from the data. */
  draw(request: { data: Distribution; count: number; seed: number }): Float64Array;
  /** @param saved what save() gave: goes on from there. The request must be the same but for the learning rate. */
  train(request: TrainRequest, saved?: Uint8Array): Trainer;
  /** (m*d) eps of a network or the oracle at m places and step t. */
  eps(request: { eps: EpsSource; schedule: ScheduleSpec; x: Numbers; d: number; t: number }): Float64Array;
  sample(request: SampleRequest): Sampler;
  quality(request: QualityRequest): Quality;
}

/** What of it needs no network. */
export type ExactDiffusion = Omit<Diffusion, "train" | "eps" | "sample" | "quality">;
