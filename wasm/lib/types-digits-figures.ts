// The public types of honest figures of images (src/digits/classifier.h, nearest.h, figures.h).
import type { Numbers } from "./types-shared.ts";

export interface ClassifierRequest {
  /** (n*d) pixels 0..1 */
  images: Numbers;
  d: number;
  labels: readonly number[];
  classes: number;
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

export interface FiguresRequest {
  classifier: Uint8Array;
  /** (m*d) the images judged, and (m) the class that each should have, or none: where no class was asked for. */
  images: Numbers;
  asked: readonly number[] | null;
  /** (n*d) the training images */
  training: Numbers;
}
export interface Figures {
  /** Share whose class is the one asked for, and its standard error; null where none was. */
  accuracy: number | null;
  accuracyError: number;
  /** (classes) how many the classifier says are of each class; and exp of the entropy of these shares: classes if all alike */
  classCounts: Float64Array;
  effectiveClasses: number;
  /** Mean probability of the likeliest class. */
  confidence: number;
  nearest: Nearest;
  /** Median of the distances to the nearest training image, and the share that is nearer than `closeShare` of held-out ones would be. */
  medianDistance: number;
}
