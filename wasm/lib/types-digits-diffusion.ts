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
  /** A network to begin with instead of drawn weights: of this shape. */
  network?: Uint8Array;
}

export interface DigitsTrainer {
  steps(): number;
  /** @returns (steps) the loss of each step's batch */
  advance(steps: number): Float64Array;
  /** E|eps - eps_theta|^2 / d at steps `at`, on `draws` draws of each from these images (the same at every call). */
  errors(request: { images: Numbers; labels: readonly number[]; at: readonly number[]; draws: number }): Float64Array;
  parameters(): number;
  network(): Uint8Array;
  save(): Uint8Array;
  delete(): void;
}

export interface DigitsSampleRequest {
  network: Uint8Array;
  schedule: ScheduleSpec;
  /** As SampleRequest of the diffusion lab. */
  method: { kind: "ancestral"; variance: "posterior" | "forward" } | { kind: "ddim"; eta: number; steps: number };
  /** (count) the class of each, -1: none. */
  classes: readonly number[];
  /** eps = eps(none) + guidance (eps(class) - eps(none)): 1 is the class alone, 0 none. */
  guidance: number;
  seed: number;
  /** (count*d) x_T instead of drawn noise. */
  start?: Numbers;
  /** In-painting: (count*d) images of which the pixels with mask 1 (d) are known and kept, noised to each step. */
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
