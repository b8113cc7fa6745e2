// The golden regression problems as the public API takes them.
import { readFileSync } from "node:fs";
import type { Kernel, SvrProblem } from "../../../wasm/lib/types.ts";

export interface GoldenCase {
  id: string;
  n: number;
  d: number;
  kernel: Kernel;
  C: number;
  eps: number;
  X: number[][];
  y: number[];
  dual_objective: number;
  primal_objective: number;
  delta: number[] | null;
  delta_range: [number, number][] | null;
  b_unique: boolean;
  b_lo: number;
  b_hi: number;
  b_mid: number;
  w: number[] | null;
  g_train: number[];
  xi_at_b_mid: number[];
  xi_sum: number;
  class_at_b_mid: ("inside" | "on_upper" | "on_lower" | "above" | "below")[];
  margin_gap: number | null;
  X_test: number[][];
  f_test_mid: number[];
}

interface Golden {
  tolerance: {
    numeric: {
      tau_over_S: number;
      dual_rel: number;
      primal_rel: number;
      primal_Cn_tau: number;
      value_over_S: number;
      b_over_S: number;
      delta_rel: number;
    };
  };
  cases: GoldenCase[];
}

export const golden = JSON.parse(readFileSync(new URL("../../golden/svr.json", import.meta.url), "utf8")) as Golden;

/** S = max(1, max |y|): the scale of the file's tolerances. */
export const scaleOf = (c: GoldenCase): number => Math.max(1, ...c.y.map(Math.abs));

/** Solved as exactly as the file's fine tolerances ask. */
export function problemOf(c: GoldenCase): SvrProblem {
  const tolerance = golden.tolerance.numeric.tau_over_S * scaleOf(c);
  return { x: c.X.flat(), d: c.d, y: c.y, kernel: c.kernel, C: c.C, epsilon: c.eps, tolerance };
}
