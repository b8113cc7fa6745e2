// What the stage "Digits by diffusion" remembers. No weights: a link opens with those that come with the page.
import type { Table } from "../../../../host/lab.ts";
import { PIXELS } from "../../fields.ts";

/** What is sampled: a grid; the same noise with several guidances; what lies between two ends; the rest of a digit. */
export const DIGIT_VIEWS = ["grid", "guidance", "between", "fill"] as const;
export type DigitView = (typeof DIGIT_VIEWS)[number];

/** Digits there are. */
export const CLASSES = 10;
const DIGIT_NAMES = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"] as const;

/** Most steps that a link can ask to see; a chain of fewer has fewer. */
const MAX_STEP = 1000;
/** Positions of images: all handwritten digits in the source's order, then one's own. */
const IMAGE = { kind: "number", min: 0, max: 1996, integer: true } as const;

/** The upper half is known. */
const UPPER_HALF: readonly number[] = Array.from({ length: PIXELS }, (_, p) => (p < PIXELS / 2 ? 1 : 0));

export const DIGITS = {
  digitsView: { kind: "choice", default: "grid", options: DIGIT_VIEWS },
  digitsClass: { kind: "choice", default: "all", options: ["all", "none", ...DIGIT_NAMES] },
  digitsCount: { kind: "number", default: 100, min: 1, max: 200, integer: true },
  /** eps = eps(none) + w (eps(class) - eps(none)) */
  digitsGuidance: { kind: "number", default: 1.5, min: 0, max: 5, step: 0.1 },
  digitsMethod: { kind: "choice", default: "ddim", options: ["ancestral", "ddim"] },
  digitsVariance: { kind: "choice", default: "posterior", options: ["posterior", "forward"] },
  digitsEta: { kind: "number", default: 0, min: 0, max: 1, step: 0.05 },
  digitsSteps: { kind: "number", default: 50, min: 1, max: MAX_STEP, scale: "log", integer: true },
  digitsSeed: { kind: "number", default: 1, min: 1, max: 1_000_000, integer: true },
  /** The step on show: the first state at t or below. 0: the samples. */
  digitsStep: { kind: "number", default: 0, min: 0, max: MAX_STEP, integer: true },
  /** The sample that is shown large; -1: none. */
  digitsPicked: { kind: "number", default: -1, min: -1, max: 199, integer: true },
  // between two ends
  digitsEnds: { kind: "choice", default: "images", options: ["images", "noise"] },
  digitsFrom: { ...IMAGE, default: 3 },
  digitsTo: { ...IMAGE, default: 9 },
  digitsBetween: { kind: "number", default: 11, min: 3, max: 21, integer: true },
  // the rest of a digit
  digitsImage: { ...IMAGE, default: 13 },
  /** (64) 1: the pixel is known */
  digitsMask: { kind: "numbers", min: 0, max: 1, default: UPPER_HALF, maxCount: PIXELS },
  digitsFillClass: { kind: "choice", default: "image", options: ["image", "all", "none", ...DIGIT_NAMES] },
  digitsFills: { kind: "number", default: 10, min: 1, max: 60, integer: true },
  // going on with training
  digitsBegin: { kind: "choice", default: "shipped", options: ["shipped", "drawn"] },
  digitsTrainOn: { kind: "choice", default: "digits", options: ["digits", "own"] },
  digitsTrainSteps: { kind: "number", default: 500, min: 10, max: 20_000, scale: "log", integer: true },
  digitsBatch: { kind: "number", default: 128, min: 1, max: 512, scale: "log", integer: true },
  digitsRate: { kind: "number", default: 1e-3, min: 1e-5, max: 0.1, scale: "log" },
} as const satisfies Table;
