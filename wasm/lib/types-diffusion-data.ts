// The public types of diffusion: schedules, exact answers, the denoiser's training, samplers; its claims are a file of their own.
import type { Numbers } from "./types-shared.ts";

/** beta_1 .. beta_T, each in [1e-100, 1). */
export type ScheduleSpec =
  | { kind: "linear"; T: number; beta1: number; betaT: number }
  | { kind: "cosine"; T: number; s: number; betaMax: number }
  | { kind: "constant"; T: number; beta: number }
  | { kind: "own"; betas: Numbers }
  /** `knots` are log10 beta at evenly spaced steps from 1 to T (one for T = 1 is the first); straight lines between them. */
  | { kind: "drawn"; T: number; knots: Numbers };

/** Everything that follows from the betas; each (T), entry t - 1 is step t. */
export interface Schedule {
  beta: Float64Array;
  alpha: Float64Array;
  alphaBar: Float64Array;
  /** 1 - alphaBar, which keeps its digits where the difference would lose them. */
  noise: Float64Array;
  /** alphaBar / (1 - alphaBar) */
  snr: Float64Array;
  posteriorVariance: Float64Array;
  posteriorMeanXt: Float64Array;
  posteriorMeanX0: Float64Array;
  /** The first is Infinity. */
  elboWeight: Float64Array;
}

/** A mixture of k Gaussians in d dimensions; only the ratios of the weights matter. A covariance of 0 is one point. */
export interface Mixture {
  weights: Numbers;
  /** (k*d) */
  means: Numbers;
  /** (k*d*d) */
  covariances: Numbers;
  d: number;
}

/** Points as a distribution: one of them at random, plus N(0, spread^2 I). A mixture whose weights and covariances are equal. */
export interface Cloud {
  /** (n*d) */
  points: Numbers;
  d: number;
  /** >= 0 */
  spread: number;
}

/** q(x_0). */
export type Distribution = Mixture | Cloud;

export interface OracleAnswer {
  /** (m*d) E[x_0 | x_t] */
  x0: Float64Array;
  /** (m*d) E[eps | x_t] */
  eps: Float64Array;
  /** (m*d) grad log q_t */
  score: Float64Array;
  /** (m) log q_t */
  logDensity: Float64Array;
}

/**
 * Two-dimensional distributions to draw data from by a seed. Each has mean 0 and variance 1 (the mean over both coordinates): the
 * distribution, not the sample, so that two seeds give two samples of one distribution.
 */
export type DatasetName = "moons" | "roll" | "spirals" | "gaussians" | "board" | "letters";
export interface DatasetRequest {
  name: DatasetName;
  n: number;
  seed: number;
  /** For "letters": 1 to 4 of A to Z. */
  text?: string;
}

/** A grid of `width` by `height` places, both ends of each side included. */
export interface DensityWindow {
  x0: number;
  x1: number;
  y0: number;
  y1: number;
  width: number;
  height: number;
}

export interface ForwardRequest {
  data: Distribution;
  schedule: ScheduleSpec;
  /** 0..T */
  t: number;
  count: number;
  seed: number;
  /** Also go there step by step, with other noise: costs t normals a particle and coordinate. */
  walk: boolean;
}
export interface ForwardAnswer {
  /** (count*d) draws from the data; the same for every t */
  x0: Float64Array;
  /** (count*d) from x0 in closed form; one eps for all t, so that particles glide as t moves */
  closed: Float64Array;
  /** (count*d) from x0 by t steps; null where none were asked for */
  walked: Float64Array | null;
  /** Exact ones of q(x_t): (d), (d*d) */
  mean: Float64Array;
  covariance: Float64Array;
  /** Those of the particles, closed form and step by step (null with walked). */
  closedMean: Float64Array;
  closedCovariance: Float64Array;
  walkedMean: Float64Array | null;
  walkedCovariance: Float64Array | null;
  /** KL(q(x_t | x_0) || N(0, I)) averaged over the data, nats; Infinity at t = 0 */
  priorKl: number;
}

/** One step back, at one place; d of xt. */
export interface ReverseRequest {
  schedule: ScheduleSpec;
  t: number;
  x0: Numbers;
  xt: Numbers;
  /** eps_theta on trial; null: the true one, (xt - sqrt(alphaBar) x0) / sqrt(1 - alphaBar) */
  guess: Numbers | null;
  /** Densities of the first coordinate at `samples` places; null: none. */
  curve: { from: number; to: number; samples: number } | null;
}
export interface ReverseAnswer {
  /** The noise that leads from x0 to xt. */
  eps: Float64Array;
  /** q(x_{t-1} | x_0), q(x_t | x_{t-1}) as a function of x_{t-1}, and their normalised product. Variances are of each coordinate. */
  priorMean: Float64Array;
  priorVariance: number;
  likelihoodMean: Float64Array;
  likelihoodVariance: number;
  mean: Float64Array;
  /** 0 at t = 1: a point mass at x0 */
  variance: number;
  /** posteriorMeanXt x_t and posteriorMeanX0 x_0, whose sum the mean is. */
  shareXt: Float64Array;
  shareX0: Float64Array;
  /** The mean from the guess, both ways; posteriorForm, x0Hat and difference are null where alphaBar is 0. */
  noiseForm: Float64Array;
  posteriorForm: Float64Array | null;
  x0Hat: Float64Array | null;
  /** Distance of the two forms. */
  difference: number | null;
  /** w_t, Infinity at t = 1, and |eps - guess|^2 */
  weight: number;
  error2: number;
  /** KL of the two steps by the general formula, and w_t |eps - guess|^2; Infinity at t = 1 */
  kl: number;
  weightedError: number;
  /** (samples) densities in units of the largest of each; null without curve; product is null at t = 1, prior too */
  u: Float64Array | null;
  prior: Float64Array | null;
  likelihood: Float64Array | null;
  product: Float64Array | null;
}

export interface NelboRequest {
  data: Distribution;
  schedule: ScheduleSpec;
  /** Where quadrature would be too large: this many draws for each step. */
  draws: number;
  seed: number;
}
/** With the exact eps*, for the three reverse variances: beta~ (the text's), beta, and the best scalar. */
export interface NelboAnswer {
  /** How E trace Cov[x_0 | x_t] was found. */
  by: "quadrature" | "draws";
  /** (T) E trace Cov[x_0 | x_t], and its standard error (0 by quadrature) */
  x0Variance: Float64Array;
  x0VarianceError: Float64Array;
  /** (T) E|eps - eps*|^2: the Bayes error: no network's error is less */
  bayesError: Float64Array;
  prior: number;
  /** (T) each, nats; entry 0 is the reconstruction term */
  posterior: Float64Array;
  forward: Float64Array;
  best: Float64Array;
  /** The same in two parts: t = 1, and the sum over t >= 2; with standard errors, 0 by quadrature. */
  parts: Record<
    "posterior" | "forward" | "best",
    { reconstruction: number; reconstructionError: number; steps: number; stepsError: number }
  >;
  /** Sums, prior included. */
  posteriorTotal: number;
  forwardTotal: number;
  bestTotal: number;
  /** Standard errors of the sums, from those of x0Variance. */
  posteriorError: number;
  forwardError: number;
  bestError: number;
  /** H(q(x_0)), the least possible NELBO: by quadrature or draws; -Infinity where the data are points */
  entropy: number;
  entropyError: number;
}

export interface BayesErrorRequest {
  data: Distribution;
  schedule: ScheduleSpec;
  /** Steps at which to find it. */
  at: readonly number[];
  draws: number;
  seed: number;
}
/** E|eps - eps*|^2, no network's error is less; and its standard error. */
export interface BayesErrorAnswer {
  bayesError: Float64Array;
  error: Float64Array;
}

/** A multilayer perceptron (x, embedding of t) -> eps. */
export interface DenoiserShape {
  d: number;
  embedding: "sinusoidal" | "fourier";
  /** Of the embedding of t; even. */
  features: number;
  width: number;
  /** Hidden layers. */
  depth: number;
}

export interface TrainRequest {
  data: Distribution;
  schedule: ScheduleSpec;
  shape: DenoiserShape;
  batch: number;
  learningRate: number;
  /** Of the running mean of the weights, which predicts and is sampled with; 0: the weights themselves. */
  emaDecay: number;
  /** "simple": every t alike; "elbo": weighted by w_t, over their mean, t = 1 left out. */
  loss: "simple" | "elbo";
  /** Noise x_0 with sqrt(alpha_t), as the assignment prints it, instead of sqrt(alpha_bar_t). */
  asPrinted: boolean;
  seed: number;
}

/** A network that is trained a few steps at a time. Call delete() when done. */
export interface Trainer {
  /** Steps taken. */
  steps(): number;
  /** @returns (steps) the loss of each step's batch */
  advance(steps: number): Float64Array;
  /**
   * E|eps - eps_theta|^2 of the averaged weights at steps `at`, on `draws` fresh draws of each (the same at every call).
   */
  errors(at: readonly number[], draws: number): Float64Array;
  /** (m*d) eps_theta of the averaged weights at m places and step t. */
  eps(x: Numbers, t: number): Float64Array;
  /** The averaged weights with all that is needed to use them. */
  network(): Uint8Array;
  /** Everything: training goes on from it as if it had not stopped. */
  save(): Uint8Array;
  delete(): void;
}

/** Where eps comes from: the exact answer, or a trained network. */
export type EpsSource = { kind: "oracle"; data: Distribution } | { kind: "network"; network: Uint8Array };

export interface SampleRequest {
  schedule: ScheduleSpec;
  eps: EpsSource;
  /**
   * "ancestral": all T steps, with beta~, beta or the best scalar variance. "ddim": `steps` of them, eta = 0 without noise, 1 as
   * much as ancestral. "flow": the probability-flow ODE, `steps` of them, Heun's method.
   */
  method:
    | { kind: "ancestral"; variance: "posterior" | "forward" | "optimal" }
    | { kind: "ddim"; eta: number; steps: number }
    | { kind: "flow"; steps: number };
  count: number;
  d: number;
  /** Start and noise; the same seed is the same start for every method and eps. */
  seed: number;
}

/** Particles on their way from N(0, I) to the data, some steps at a time. Call delete() when done. */
export interface Sampler {
  /** Steps in all, and taken. */
  total(): number;
  taken(): number;
  /** @returns true when at t = 0 */
  advance(steps: number): boolean;
  /** Where they stand on the schedule: T at first, 0 at last. */
  t(): number;
  /** (count*d) */
  x(): Float64Array;
  delete(): void;
}

export interface QualityRequest {
  /** (n*d) and (m*d) */
  x: Numbers;
  y: Numbers;
  d: number;
  /** Directions of the sliced distance. */
  projections: number;
  seed: number;
}
export interface Quality {
  /** Mean over directions of the Wasserstein-1 distance of the projections. */
  slicedWasserstein: number;
  /** 2 E|x - y| - E|x - x'| - E|y - y'|, the unbiased estimate: may be negative by chance. */
  energy: number;
  /**
   * The same over all pairs, a point with itself included: never negative, and E|x - x'| (1/n + 1/m) in the mean where the
   * distributions are equal. For ratios.
   */
  energyOfAll: number;
}
