// The public types of support vector regression.
import type { Numbers } from "./types-shared.ts";
import type { Kernel, Report, SvmClaimResult, Trace, XScaling } from "./types-svm.ts";

export interface SvrProblem {
  /** (n*d) row-major */
  x: Numbers;
  d: number;
  /** (n) */
  y: Numbers;
  kernel: Kernel;
  /**
   * 1e-100 to 1e100, with C n k(x, x) of at most 1e150. A multiplier near C is rounded to C / 2^53: where that alone moves a
   * residual by more than `tolerance`, the solution says report.converged = false.
   */
  C: number;
  epsilon: number;
  /** Stop when the maximal KKT violation is at most this. Default 1e-3. */
  tolerance?: number;
  maxIterations?: number;
}

export interface SvrSolution {
  alpha: Float64Array;
  alphaStar: Float64Array;
  b: number;
  bInterval: [number, number];
  w: Float64Array | null;
  residual: Float64Array;
  /** max(|residual| - epsilon, 0); 0 where that is rounding. */
  xi: Float64Array;
  primal: number;
  dual: number;
  report: Report;
}

/** What a prediction needs of a solution, in solved units. */
export type SvrCertificate = Pick<SvrSolution, "alpha" | "alphaStar" | "b">;

/** 1a. Every term of the Lagrangian at (w, b, xi; multipliers), and the saddle point tried from both sides. */
export interface LagrangianPicture {
  point: number;
  alpha: number;
  alphaStar: number;
  beta: number;
  residual: number;
  xi: number;
  /** Terms in the order halfNorm, slack, upper, lower, nonnegative: they sum to value. */
  terms: Float64Array;
  /** The terms as L should be written; empty while the claim is intact. */
  intact: Float64Array;
  value: number;
  /** L at the saddle point. */
  saddle: number;
  /** L(w, b, xi; random feasible multipliers): each must be <= saddle. */
  below: Float64Array;
  /** L(random w, b, xi; optimal multipliers): each must be >= saddle. */
  above: Float64Array;
}

/** 1b. Primal and dual along the solver's path (thinned to at most 512 iterations), and at the end. */
export interface DualPicture {
  iteration: Float64Array;
  dual: Float64Array;
  primal: Float64Array;
  kktGap: Float64Array;
  /** Of the certificate that was judged. */
  certificatePrimal: number;
  certificateDual: number;
  sum: number;
  /** (n) C - alpha - alphaStar */
  beta: Float64Array;
  /** (n) of the certificate that was judged */
  alpha: Float64Array;
  alphaStar: Float64Array;
  /** (n) of the solver's certificate; empty while the claim is intact. */
  intactAlpha: Float64Array;
  intactAlphaStar: Float64Array;
  C: number;
  point: number;
}

/** 1c1. g(b) = C sum_i max(|r_i - b| - epsilon, 0): a convex polyline, its flat set and the two picks. */
export interface OffsetPicture {
  b: Float64Array;
  g: Float64Array;
  /** argmin g = [lo, hi], by counting slopes. */
  lo: number;
  hi: number;
  minimum: number;
  /** The b on trial (dragged, or the solver's), g there and both one-sided slopes. */
  pick: number;
  value: number;
  slopeLeft: number;
  slopeRight: number;
  /** Whether the b on trial is a minimiser: slopeLeft <= 0 <= slopeRight. */
  minimises: boolean;
  /** g at the b on trial, above the least g. */
  excess: number;
}

export type KktCase = 0 | 1 | 2 | 3 | 4; // below, lower edge, inside, upper edge, above
/** 1c2. Where each point sits on the staircase C d|e|_epsilon. */
export interface StaircasePicture {
  residual: Float64Array;
  /** (n) alpha - alphaStar */
  coefficient: Float64Array;
  /** (n) KktCase */
  kktCase: Uint8Array;
  /** (n) distance to the staircase */
  distance: Float64Array;
  /** Half width of the band around |e| = epsilon inside which a point counts as boundary. */
  band: number;
  C: number;
  epsilon: number;
  /** The chosen point, which the plain break moves. */
  point: number;
  /** (n) of the certificate that was judged */
  xi: Float64Array;
  /** (n) in the solver's certificate; empty while the claim is intact. */
  intactResidual: Float64Array;
  intactCoefficient: Float64Array;
}

/** 1d1. The Gram matrix and what a rotation of the data leaves alone. */
export interface GramPicture {
  /** (m*m) row-major, in the order of `shown`. */
  gram: Float64Array;
  /** (m*m) what is trained on instead, where breaking puts another matrix there; else empty. */
  trainedOn: Float64Array;
  m: number;
  /** (m) m = min(n, 128) points by first coordinate: evenly spaced in that order of all points. */
  shown: Int32Array;
  /** Points of the problem that is solved again: all, or a sample of them. */
  solved: number;
  smallestEigenvalue: number;
  /** (n*d) the data after the random orthogonal map (of R^d, or of R^2 with a zero coordinate appended when d = 1). */
  rotated: Float64Array;
  /** (n*d) the rotated data before the break moves them on; empty while it does not. */
  unstretched: Float64Array;
  rotatedD: number;
  /** (n) alpha - alphaStar of the problem solved from K alone, of the rotated one. */
  coefficientFromGram: Float64Array;
  coefficientRotated: Float64Array;
}

/** 1d2. f(x) - b as a sum of kernel bars. */
export interface PredictionPicture {
  at: Float64Array;
  /** (n) k(x_i, x) */
  kernel: Float64Array;
  /** (n) (alpha_i - alphaStar_i) k(x_i, x): they sum to f - b */
  bars: Float64Array;
  f: number;
  b: number;
  /** (n) the bars that are added up: with a mistake, other ones. */
  used: Float64Array;
  /** Of the bars that are added up. */
  sum: number;
  /** The point whose bar breaking leaves out; -1 for none. */
  leftOut: number;
}

type SvrClaimResult<Id extends string, Picture> = SvmClaimResult<Id, Picture, SvrCertificate>;
export type SvrClaim =
  | SvrClaimResult<"1a", LagrangianPicture>
  | SvrClaimResult<"1b", DualPicture>
  | SvrClaimResult<"1c1", OffsetPicture>
  | SvrClaimResult<"1c2", StaircasePicture>
  | SvrClaimResult<"1d1", GramPicture>
  | SvrClaimResult<"1d2", PredictionPicture>;
export type SvrClaimId = SvrClaim["id"];

/** What a claim may be asked with; each field concerns the claim named beside it and has a default. */
export interface SvrClaimOptions {
  /** 1a: the point whose multipliers are on the sliders, and their values (null: the optimal ones). */
  point?: number;
  alpha?: number | null;
  alphaStar?: number | null;
  beta?: number | null;
  /** 1c1: the b on trial, in solved units (null: the solver's). */
  b?: number | null;
  /** 1d2: the x at which f is taken apart, in user units (d). Default: the first point. */
  at?: Numbers | null;
  /** 1a, 1d1: seed of the random draws. Default 1. */
  seed?: number;
}

/** The same, of y as well. */
export interface Scaling extends XScaling {
  yMean: number;
  yScale: number;
}

/** f sampled along one column: x ascending, both (samples). */
export interface Curve {
  x: Float64Array;
  f: Float64Array;
}

/** The path of an SVR fit. */
export type SvrTrace = Trace;

export interface SvrRunOptions {
  /** Solve in standardised units (zero mean, unit standard deviation per column and for y); C and epsilon are then in those. */
  standardise?: boolean;
  /** Keep the path: costs one O(n) primal per iteration, for at most this many iterations. Default 0. */
  maxTrace?: number;
}

/** A fit that is advanced a few iterations at a time. Call delete() when done: it owns memory of the wasm heap. */
export interface SvrRun {
  /** @returns true when finished */
  advance(iterations: number): boolean;
  report(): Report;
  scaling(): Scaling;
  /** In solved units. */
  solution(): SvrSolution;
  /** (m) f in user units at xNew (m*d), user units. `other`: of this certificate instead of the present iterate, here and below. */
  predict(xNew: Numbers, other?: SvrCertificate | null): Float64Array;
  /** f along one column of x, the others held at their means; user units throughout. */
  curve(column: number, from: number, to: number, samples: number, other?: SvrCertificate | null): Curve;
  /** Half width of the tube in user units of y. */
  tube(): number;
  trace(): SvrTrace;
  /** (n) KktCase of each point at the present iterate; within min(tolerance, epsilon / 10) of an edge counts as on it. */
  cases(): Uint8Array;
  /** @param broken false; true for the plain mistake; or the code of another one of the claim (`mistakes` of its result) */
  claim(id: SvrClaimId, broken: boolean | string, options?: SvrClaimOptions): SvrClaim;
  delete(): void;
}

export interface Svr {
  fit(problem: SvrProblem): SvrSolution;
  predict(problem: SvrProblem, solution: SvrSolution, xNew: Numbers): Float64Array;
  start(problem: SvrProblem, options?: SvrRunOptions): SvrRun;
}
