// What the public types of all support vector machines share.

/** Numbers in: a typed array or a plain one. Numbers out are always an owned Float64Array. */
export type Numbers = Float64Array | readonly number[];

export type Kernel =
  | { type: "linear" }
  | { type: "rbf"; gamma: number }
  | { type: "poly"; gamma: number; coef0: number; degree: number }
  | { type: "sigmoid"; gamma: number; coef0: number };

export interface Report {
  iterations: number;
  converged: boolean;
  /** Maximal KKT violation at the returned point, in units of y (SVR) or of squared distance (SVDD). */
  kktGap: number;
}

export type Verdict = "pass" | "fail" | "vacuous";

/** One measured number of a claim; passes iff value <= bound. `id` keys its label in the messages. */
export interface Check {
  id: string;
  value: number;
  bound: number;
  tolerance: number;
  verdict: Verdict;
}

export interface ClaimResult<Id extends string, Picture> {
  id: Id;
  verdict: Verdict;
  /** Why vacuous: a code that keys a sentence in the messages; "" otherwise. */
  reason: string;
  /** Whether the certificate was perturbed on purpose ("break it"). */
  broken: boolean;
  checks: Check[];
  picture: Picture;
}

/** The solver's path. Entry k is iteration k + 1; cut at `maxTrace` iterations. */
export interface Trace {
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
