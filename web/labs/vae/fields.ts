// The fields that all stages of the lab share: the model in which all is exact (the claims are about it), and the seed. Each stage
// adds its own (stages/<id>/fields.ts); state.ts makes one table of all of them.
import type { VaeClaimId } from "../../../wasm/lib/types.ts";
import type { StateOf, Table } from "../../host/lab.ts";
import { claimFields } from "../../kit/claims/fields.ts";
import { MISTAKES } from "./mistakes.ts";

export const CLAIMS = ["4v1", "4v2", "4v3", "4v4"] as const satisfies readonly VaeClaimId[];

export const STAGES = ["bound", "train", "digits", "compare"] as const;
export type StageId = (typeof STAGES)[number];

/** Largest sizes of the model that can be looked at number by number. */
export const MAX_DX = 3;
export const MAX_DZ = 2;
/** Largest absolute value of a coefficient or a coordinate. */
export const MAX_NUMBER = 20;

const NUMBERS = { kind: "numbers", min: -MAX_NUMBER, max: MAX_NUMBER } as const;
/** Most own images, of 8x8 pixels with ink 0 to 16: what a link can carry. */
export const MAX_OWN_IMAGES = 200;
export const PIXELS = 64;
export const MOST_INK = 16;

const VARIANCE = { min: 1e-4, max: 100 } as const;

export const SHARED = {
  stage: { kind: "choice", default: "bound", options: STAGES },
  // x | z ~ N(D z + b, noiseVar I), q(z) = N(qMean, diag(qVar))
  dx: { kind: "number", default: 2, min: 1, max: MAX_DX, integer: true },
  dz: { kind: "number", default: 2, min: 1, max: MAX_DZ, integer: true },
  /** (dx*dz), (dx), (dx), (dz), (dz) */
  D: { ...NUMBERS, default: [], maxCount: MAX_DX * MAX_DZ },
  b: { ...NUMBERS, default: [], maxCount: MAX_DX },
  noiseVar: { kind: "number", default: 0.25, ...VARIANCE, scale: "log" },
  x: { ...NUMBERS, default: [], maxCount: MAX_DX },
  qMean: { ...NUMBERS, default: [], maxCount: MAX_DZ },
  qVar: { kind: "numbers", ...VARIANCE, default: [], maxCount: MAX_DZ },
  // the one-step diffusion on the line: modes at +-modes with standard deviation modeSd, alpha_bar of the step
  modes: { kind: "number", default: 1, min: 0, max: 4, step: 0.05 },
  modeSd: { kind: "number", default: 0.2, min: 0.02, max: 2, scale: "log" },
  alphaBar: { kind: "number", default: 0.001, min: 1e-6, max: 0.999, scale: "log" },
  // images beside the handwritten digits, from a file: (n*64) ink, and (n) classes 0..9, or -1
  ownImages: { kind: "numbers", min: 0, max: MOST_INK, default: [], maxCount: MAX_OWN_IMAGES * PIXELS },
  ownLabels: { kind: "numbers", min: -1, max: 9, default: [], maxCount: MAX_OWN_IMAGES },
  /** For the random draws of the claims. */
  seed: { kind: "number", default: 1, min: 1, max: 1_000_000, integer: true },
  ...claimFields(CLAIMS, MISTAKES),
} as const satisfies Table;

export type SharedState = StateOf<typeof SHARED>;
