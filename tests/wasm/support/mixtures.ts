// Small data and schedules for the tests of problem 4.
import type { DiffusionClaimId, Distribution, Mixture, ScheduleSpec } from "../../../wasm/lib/types.ts";
import { uniform } from "./problems.ts";

export const CLAIMS = ["4a", "4b", "4c", "4d", "4r1", "4r2", "4r3", "4bridge"] as const satisfies DiffusionClaimId[];

export const SCHEDULE: ScheduleSpec = { kind: "linear", T: 50, beta1: 0.002, betaT: 0.4 };

/** Two modes on the line. */
export const MODES: Mixture = { weights: [0.5, 0.5], means: [-1, 1], covariances: [0.04, 0.04], d: 1 };

/** Three components in the plane, of different shapes. */
export const PLANE: Mixture = {
  weights: [2, 1, 1],
  means: [0, 2, -2, -1, 2, -1],
  covariances: [0.5, 0.2, 0.2, 0.3, 0.25, 0, 0, 0.25, 0.2, -0.1, -0.1, 0.6],
  d: 2,
};

export function points(n: number, d: number, spread: number, seed = 1): Distribution {
  const next = uniform(seed);
  return { points: Float64Array.from({ length: n * d }, () => 4 * next() - 2), d, spread };
}

export const WINDOW = { x0: -3, x1: 3, y0: -2, y1: 4, width: 13, height: 9 };
