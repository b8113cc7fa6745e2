// The public types of digits by diffusion (src/digits/denoiser.h, trainer.h, sampler.h). Float inside, seeded.
import type { ScheduleSpec } from "./types-diffusion-data.ts";
import type { Numbers } from "./types-shared.ts";

export interface DigitsTrainRequest {
  /** (n*d) pixels 0..1; inside they are moved to -1..1 */
  images: Numbers;
  d: number;
  /** (n) 0..classes-1 */
  labels: readonly number[];
  classes: number;
  schedule: ScheduleSpec;
  /** Of the embedding of t; even. */
  features: number;
  width: number;
  /** Hidden layers. */
  depth: number;
  /** Share of examples whose class is hidden, so that the network also learns eps without one. */
  labelDropout: number;
  batch: number;
  learningRate: number;
  emaDecay: number;
  seed: number;
  /** A network to begin with instead of drawn weights: of this shape, in either of its forms. */
  network?: Uint8Array;
}

/** Call delete() when done. */
export interface DigitsTrainer {
  /** Steps taken. */
  steps(): number;
  /** @returns (steps) the loss of each step's batch: the mean of |v - v_theta|^2 / d (src/digits/trainer.h) */
  advance(steps: number): Float64Array;
  /** E|eps - eps_theta|^2 / d at steps `at`, on `draws` draws of each from these images (the same at every call). */
  errors(request: { images: Numbers; labels: readonly number[]; at: readonly number[]; draws: number }): Float64Array;
  /** Numbers that are learnt. */
  parameters(): number;
  /** The averaged weights with all that is needed to use them. */
  network(): Uint8Array;
  /** Everything: training goes on from it as if it had not stopped. */
  save(): Uint8Array;
  delete(): void;
}

export interface DigitsSampleRequest {
  /** As a trainer gives it, or packed (src/digits/packed.h), as it ships. */
  network: Uint8Array;
  /** The one that the network was trained with: it sees t / T only. */
  schedule: ScheduleSpec;
  /** As SampleRequest of the diffusion lab. */
  method: { kind: "ancestral"; variance: "posterior" | "forward" } | { kind: "ddim"; eta: number; steps: number };
  /** (count) the class of each, -1: none. */
  classes: readonly number[];
  /** eps = eps(none) + guidance (eps(class) - eps(none)): 1 is the class alone, 0 none; -20..20. */
  guidance: number;
  seed: number;
  /** (count*d) x_T instead of drawn noise, in units of N(0, I), as invert() and arc() give it. */
  start?: Numbers;
  /**
   * In-painting: (count*d) images of which the pixels with mask 1 (d) are known and kept, noised to each step (RePaint, without its
   * resampling).
   */
  known?: { images: Numbers; mask: Numbers };
}

/** Call delete() when done. */
export interface DigitsSampler {
  total(): number;
  taken(): number;
  /** @returns true when at t = 0 */
  advance(steps: number): boolean;
  t(): number;
  /** (count*d) x_t in pixels: 0..1 is the range of the data, which noise leaves */
  x(): Float64Array;
  /** (count*d) the x_0 predicted at the last step, in pixels; before the first step that of x_T. */
  x0(): Float64Array;
  delete(): void;
}

export interface DigitsInvertRequest {
  network: Uint8Array;
  schedule: ScheduleSpec;
  /** (count*d) pixels 0..1 */
  images: Numbers;
  /** (count) the class of each, -1: none. */
  classes: readonly number[];
  /** Default 1, the class alone. Sampling from the result needs the same. */
  guidance?: number;
  /** Of DDIM, 1..T: as many as will be sampled with. */
  steps: number;
}

export interface DigitsArcRequest {
  /** (d) each, in units of N(0, I); not in opposite directions. */
  from: Numbers;
  to: Numbers;
  /** 2..1000 */
  count: number;
}
