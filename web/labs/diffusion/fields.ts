// The fields that all stages of the lab share: the data, the schedule, the step on show, the seed, the claims. Each stage adds its
// own (stages/<id>/fields.ts); state.ts makes one table of all of them.

import type { DatasetName, DiffusionClaimId } from "../../../wasm/lib/types.ts";
import type { StateOf, Table } from "../../host/lab.ts";
import { claimFields } from "../../kit/claims/fields.ts";
import { MISTAKES } from "./mistakes.ts";

export const CLAIMS = [
  "4a",
  "4b",
  "4c",
  "4d",
  "4r1",
  "4r2",
  "4r3",
  "4bridge",
] as const satisfies readonly DiffusionClaimId[];

export const STAGES = ["forward", "posterior", "train", "sample", "elbo"] as const;
export type StageId = (typeof STAGES)[number];

export const DATASETS = [
  "moons",
  "roll",
  "spirals",
  "gaussians",
  "board",
  "letters",
] as const satisfies readonly DatasetName[];

/** Most points of a data set: the exact denoiser sums over all of them for every particle. */
export const MAX_POINTS = 2000;
/** Most steps of a chain in the page. */
export const MAX_T = 1000;
/** Knots of a drawn schedule, evenly spaced over 1..T. */
export const KNOTS = 9;
/** Largest absolute value of a coordinate; data sets have variance 1. */
export const MAX_COORDINATE = 20;
/** A coordinate of a place that can be dragged or typed. */
export const COORDINATE = { kind: "number", min: -MAX_COORDINATE, max: MAX_COORDINATE } as const;

export const SHARED = {
  stage: { kind: "choice", default: "forward", options: STAGES },
  // data: a named set, or the user's own points; each point is blurred by N(0, spread^2 I)
  dataset: { kind: "choice", default: "moons", options: [...DATASETS, "own"] },
  n: { kind: "number", default: 400, min: 1, max: MAX_POINTS, scale: "log", integer: true },
  text: { kind: "text", default: "PG", maxLength: 4 },
  dataSeed: { kind: "number", default: 1, min: 1, max: 1_000_000, integer: true },
  spread: { kind: "number", default: 0.05, min: 0, max: 1, step: 0.01 },
  /** (n*2) the user's own points. */
  points: { kind: "numbers", default: [], maxCount: 2 * MAX_POINTS, min: -MAX_COORDINATE, max: MAX_COORDINATE },
  // schedule
  schedule: { kind: "choice", default: "cosine", options: ["linear", "cosine", "constant", "drawn"] },
  T: { kind: "number", default: 200, min: 1, max: MAX_T, scale: "log", integer: true },
  beta1: { kind: "number", default: 1e-4, min: 1e-9, max: 0.5, scale: "log" },
  betaT: { kind: "number", default: 0.02, min: 1e-9, max: 0.999, scale: "log" },
  s: { kind: "number", default: 0.008, min: 0, max: 0.5, step: 0.001 },
  // at 0.999 alpha_bar_T is 6e-8: samplers without noise divide a network's error by its root, and fail
  betaMax: { kind: "number", default: 0.2, min: 0.01, max: 0.9999 },
  beta: { kind: "number", default: 0.02, min: 1e-9, max: 0.999, scale: "log" },
  /** (KNOTS) log10 beta of a drawn schedule, or empty. */
  knots: { kind: "numbers", default: [], maxCount: KNOTS, min: -9, max: -0.0005 },
  // the step on show, 0 (the data) to T; kept when T changes, and read by stepOf
  t: { kind: "number", default: 0, min: 0, max: MAX_T, integer: true },
  seed: { kind: "number", default: 1, min: 1, max: 1_000_000, integer: true },
  ...claimFields(CLAIMS, MISTAKES),
} as const satisfies Table;

export type SharedState = StateOf<typeof SHARED>;

/** Where t = 0 cannot be shown, this share of the chain is: there the data can still be made out and the noise, too. */
const INSTEAD = 0.3;

/**
 * The step on show of the chain that there is. @param least 0 where the data themselves can be shown; 1 where it is about
 * a step, and t = 0 says that none has been chosen yet
 */
export function stepOf({ t, T }: Pick<SharedState, "t" | "T">, least: 0 | 1): number {
  return t === 0 && least === 1 ? Math.ceil(INSTEAD * T) : Math.min(t, T);
}
