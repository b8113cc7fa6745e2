// What the public types of all support vector machines share.
import type { ClaimResult } from "./types-shared.ts";

export type Kernel =
  | { type: "linear" }
  | { type: "rbf"; gamma: number }
  | { type: "poly"; gamma: number; coef0: number; degree: number }
  | { type: "sigmoid"; gamma: number; coef0: number };

export interface Report {
  /** Steps of all methods together. */
  iterations: number;
  /** Those of the active-set method; 0 where sequential minimal optimisation (SMO) alone is quick enough. */
  activeSetSteps: number;
  converged: boolean;
  /** Maximal KKT violation at the returned point, in units of y (SVR) or of squared distance (SVDD). */
  kktGap: number;
}

/** The solver's path. Entry k is iteration k + 1; cut at `maxTrace` iterations. */
export interface Trace {
  /** The method that made the step: 0 SMO, 1 active set. */
  method: Uint8Array;
  /** The pair of points that the step changed; -1 where it changed more. */
  i: Int32Array;
  j: Int32Array;
  dual: Float64Array;
  primal: Float64Array;
  /** Maximal KKT violation after the iteration, over the points that the solver works on just then. */
  kktGap: Float64Array;
}

/** The affine map between the user's units and the solved ones: solved = (user - mean) / scale. Identity when off. */
export interface XScaling {
  xMean: Float64Array;
  xScale: Float64Array;
}

/** What a claim judges, beside the fit on screen. */
export interface Judged {
  /** The problem was solved anew, to a finer tolerance. False: what is judged is the fit on screen. */
  anew: boolean;
  /**
   * Largest difference of the two at the training points, dimensionless: of f, in halves of the range of y (SVR); of the squared
   * distance, in units of the largest one (SVDD).
   */
  apart: number;
}

export interface SvmClaimResult<Id extends string, Picture, Certificate> extends ClaimResult<Id, Picture> {
  /** What was judged instead of the solver's certificate, in solved units; null when intact or vacuous, or when the break is of a formula. */
  certificate: Certificate | null;
  judged: Judged;
}
