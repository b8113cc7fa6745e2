// What the stage "Side by side" remembers: how the two generators are trained and asked, and which image is looked at.
import type { Table } from "../../../../host/lab.ts";
import { DIGITS } from "../digits/fields.ts";

/** The sets whose images are drawn. */
export const DRAWN_SETS = ["vae", "diffusion", "real"] as const;
export type DrawnSet = (typeof DRAWN_SETS)[number];

/** Most images of a set. */
export const MOST_IMAGES = 1000;

export const COMPARE = {
  /** Images that each generator makes: of 0, 1, .. 9 in turn. */
  compareCount: { kind: "number", default: 500, min: 10, max: MOST_IMAGES, step: 10, integer: true },
  compareSeed: { kind: "number", default: 1, min: 1, max: 1_000_000, integer: true },
  /** Of the diffusion: eps = eps(none) + w (eps(class) - eps(none)), and steps of DDIM; as its own stage begins. */
  compareGuidance: { ...DIGITS.digitsGuidance },
  compareSteps: { kind: "number", default: DIGITS.digitsSteps.default, min: 1, max: 200, scale: "log", integer: true },
  /** Of the VAE. */
  compareLatents: { kind: "number", default: 8, min: 1, max: 16, integer: true },
  compareTrainSteps: { kind: "number", default: 3000, min: 50, max: 20_000, scale: "log", integer: true },
  /** The image that is shown beside its nearest training image. */
  compareSet: { kind: "choice", default: "diffusion", options: DRAWN_SETS },
  comparePicked: { kind: "number", default: 0, min: 0, max: MOST_IMAGES - 1, integer: true },
} as const satisfies Table;
