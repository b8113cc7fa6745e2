// The public types of honest figures of images (src/digits/classifier.h, nearest.h, figures.h, baselines.h).
import type { Numbers } from "./types-shared.ts";

/** Seeded: the same request gives the same bytes everywhere, so that a fixed one is a frozen classifier. */
export interface ClassifierRequest {
  /** (n*d) pixels 0..1 */
  images: Numbers;
  d: number;
  /** (n) 0..classes-1 */
  labels: readonly number[];
  classes: number;
  /** Of its two hidden layers. */
  width: number;
  steps: number;
  seed: number;
}
export interface Classified {
  /** (m) the likeliest class */
  label: Int32Array;
  /** (m*classes) */
  probability: Float64Array;
}

export interface NearestRequest {
  /** (m*d) */
  images: Numbers;
  /** (n*d) */
  among: Numbers;
  d: number;
}
export interface Nearest {
  /** (m) index into `among` */
  index: Int32Array;
  /** (m) Euclidean */
  distance: Float64Array;
}

/** What a generator has to be better than. */
export interface BaselineRequest {
  /**
   * "uniform": noise; "pixels": each pixel of another training image; "means": the mean of the class asked for; "gaussians": a draw
   * from the Gaussian with the mean and the covariance of that class, cut to 0..1.
   */
  kind: "uniform" | "pixels" | "means" | "gaussians";
  /** (n*d), (n) the training images */
  images: Numbers;
  d: number;
  labels: readonly number[];
  /** (m) the class of each image to be made. */
  asked: readonly number[];
  seed: number;
}

export interface FiguresRequest {
  classifier: Uint8Array;
  /** (m*d) the images judged, cut to 0..1 first; and (m) the class that each should have, or null: where no class was asked for. */
  images: Numbers;
  asked: readonly number[] | null;
  /** (n*d) the training images */
  training: Numbers;
  /** Of held-out images to the nearest training image: nearest().distance. */
  heldOutDistances: Numbers;
  /** An image is a near copy where it is nearer than this share of held-out images are. */
  closeShare: number;
}
export interface Figures {
  /** (m*d) the images as they were judged. */
  images: Float64Array;
  /** Share whose class is the one asked for, and its standard error; null where none was. */
  accuracy: number | null;
  accuracyError: number;
  /** (classes) how many the classifier says are of each class; and exp of the entropy of these shares: classes if all alike */
  classCounts: Int32Array;
  effectiveClasses: number;
  /** Mean probability of the likeliest class. */
  confidence: number;
  /** What the classifier says of each. */
  classified: Classified;
  nearest: Nearest;
  /** (101) quantiles 0, 0.01, .. 1 of the distances to the nearest training image; and the one in the middle */
  distanceQuantiles: Float64Array;
  medianDistance: number;
  /** The quantile closeShare of heldOutDistances; (m) 1 where nearer than it; the share of these, and its standard error. */
  closeDistance: number;
  close: Int32Array;
  nearCopies: number;
  nearCopiesError: number;
}
