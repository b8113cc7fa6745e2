// The golden spherical problems as the public API takes them.
import { readFileSync } from "node:fs";
import type { Kernel, SvddProblem } from "../../../wasm/lib/types.ts";

export interface GoldenBall {
  id: string;
  n: number;
  d: number;
  kernel: Kernel;
  nu: number;
  C: number[];
  X: number[][];
  mu: number[] | null;
  mu_norm2: number;
  rho_unique: boolean;
  rho_lo: number;
  rho_hi: number;
  rho_mid: number;
  alpha_unique: boolean;
  alpha: number[] | null;
  alpha_range: [number, number][] | null;
  alpha_sum_range: [number, number];
  dist2_train: number[];
  xi_at_rho_mid: number[];
  class_at_rho_mid: ("inside" | "boundary" | "outside")[];
  primal_objective: number;
  dual_objective: number;
  X_test: number[][];
  dist2_test: number[];
}

interface Golden {
  tolerance: {
    numeric: {
      tau_over_S: number;
      obj_rel: number;
      mu_over_sqrtS: number;
      dist2_over_S: number;
      rho_over_S: number;
      alpha_abs: number;
      alpha_sum_abs: number;
    };
  };
  cases: GoldenBall[];
}

export const golden = JSON.parse(readFileSync(new URL("../../golden/svdd.json", import.meta.url), "utf8")) as Golden;

/** S = max(1, max dist2_train): the scale of the file's tolerances. */
export const scaleOf = (c: GoldenBall): number => Math.max(1, ...c.dist2_train);

/** Solved as exactly as the file's fine tolerances ask. */
export function problemOf(c: GoldenBall): SvddProblem {
  const tolerance = golden.tolerance.numeric.tau_over_S * scaleOf(c);
  return { x: c.X.flat(), d: c.d, weights: c.C, nu: c.nu, kernel: c.kernel, tolerance };
}
