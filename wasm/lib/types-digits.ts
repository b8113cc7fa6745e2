// The public interface of images: what the library computes for digits by diffusion, and honest figures of images.

import type {
  DigitsArcRequest,
  DigitsInvertRequest,
  DigitsSampleRequest,
  DigitsSampler,
  DigitsTrainer,
  DigitsTrainRequest,
} from "./types-digits-diffusion.ts";
import type {
  BaselineRequest,
  Classified,
  ClassifierRequest,
  Figures,
  FiguresRequest,
  Nearest,
  NearestRequest,
} from "./types-digits-figures.ts";
import type { Numbers } from "./types-shared.ts";

/** Small grey images, pixels 0 to 1. */
export interface Digits {
  /** A class-conditional denoiser. @param saved what save() gave: goes on from there, but for the learning rate the same request */
  train(request: DigitsTrainRequest, saved?: Uint8Array): DigitsTrainer;
  sample(request: DigitsSampleRequest): DigitsSampler;
  /** (count*d) x_T that the noise-free sampler (DDIM, eta 0) leads back to these images: for interpolation. */
  invert(request: DigitsInvertRequest): Float64Array;
  /** (count*d) points on the great arc between two x_T, both ends included; their lengths change evenly. */
  arc(request: DigitsArcRequest): Float64Array;
  /** The bytes of a small classifier, trained on the spot: seeded. */
  classifier(request: ClassifierRequest): Uint8Array;
  classify(request: { classifier: Uint8Array; images: Numbers }): Classified;
  /** (m*d) images that cost nothing: what a generator has to be better than, and noise. */
  baseline(request: BaselineRequest): Float64Array;
  nearest(request: NearestRequest): Nearest;
  figures(request: FiguresRequest): Figures;
}
