// The public types of support vector data description.
import type { Numbers } from "./types-shared.ts";
import type { Kernel, Report, SvmClaimResult, Trace, XScaling } from "./types-svm.ts";

export interface SvddProblem {
  /** (n*d) row-major */
  x: Numbers;
  d: number;
  /** (n) C_i > 0. Default: all 1/n. */
  weights?: Numbers | null;
  /**
   * 1e-100 <= nu < sum of weights, in units of the weights; k(x, x) times the sum of weights over nu is at most 1e150. For all
   * nu below the least weight the answer is the same: the smallest ball that holds every point.
   */
  nu: number;
  kernel: Kernel;
  /** Stop when the maximal KKT violation, a squared distance, is at most this. Default 1e-3. */
  tolerance?: number;
  maxIterations?: number;
}

export interface SvddSolution {
  /** (n) in [0, C_i / nu], sums to 1 */
  alpha: Float64Array;
  /** (d) mu, linear kernel only */
  center: Float64Array | null;
  /** |mu|^2 in feature space */
  centerNorm2: number;
  /** Squared radius: the midpoint of rhoInterval, or the best one for this centre nearest to it. */
  rho: number;
  /** The set (11) of optimal rho. */
  rhoInterval: [number, number];
  /** Least |alpha|_1 of an optimal solution of (10): 1 unless rho = 0 is optimal. */
  alphaSumLo: number;
  /** (n) |phi(x_i) - mu|^2 */
  distance2: Float64Array;
  /** (n) max(distance2 - rho, 0) */
  xi: Float64Array;
  primal: number;
  dual: number;
  report: Report;
}

/** A ball in solved units: its centre, the sum of alpha_i phi(x_i), its squared radius, and the distances from its centre. */
export type SvddCertificate = Pick<SvddSolution, "alpha" | "center" | "rho" | "distance2">;

/** 2.1. Every term of the Lagrangian at (rho, mu, xi; multipliers), and the saddle point tried from both sides. */
export interface SvddLagrangianPicture {
  point: number;
  alpha: number;
  beta: number;
  gamma: number;
  /** Of the point; rho of the ball. */
  distance2: number;
  xi: number;
  rho: number;
  /** Terms in the order rho, slack, balls, slacks, radius: they sum to value. */
  terms: Float64Array;
  value: number;
  saddle: number;
  below: Float64Array;
  above: Float64Array;
  /** The terms without the mistake. */
  intact: Float64Array;
  /** L at draws of multipliers and variables both, added up term by term (with the mistake) and sorted by variable. */
  byTerm: Float64Array;
  byVariable: Float64Array;
}

/** 2.2. The closing gap along the path; one point's constraint as a set in R (not convex) and in rho = R^2 (convex). */
export interface SvddDualityPicture {
  iteration: Float64Array;
  dual: Float64Array;
  primal: Float64Array;
  kktGap: Float64Array;
  /** Of the certificate that was judged. */
  certificatePrimal: number;
  certificateDual: number;
  /** R and the least xi there, max(d^2 - R^2, 0). */
  radius: Float64Array;
  boundary: Float64Array;
  /** rho and the least xi there, max(d^2 - rho, 0). */
  rho: Float64Array;
  edge: Float64Array;
  /** By how much the middle of a chord in R misses the set. */
  chordShortfall: number;
  /** The Slater point mu = 0: its rho, and (n) its xi. */
  slaterRho: number;
  slaterXi: Float64Array;
  /** Violations u of all constraints on distances, ascending; the least cost there, exactly; and its bound from below. */
  relaxed: Float64Array;
  relaxedCost: Float64Array;
  relaxedBound: Float64Array;
  /** Of the supporting line, minus the sum of the judged multipliers; and of the least steep one that is optimal. */
  slope: number;
  slopeLeast: number;
  /** A problem without a Slater point, min rho with rho^2 <= u: u and the least cost. */
  verticalU: Float64Array;
  verticalCost: Float64Array;
}

/** 2.3. theta beside L at random primal points; L on its way to -infinity where an equality is violated. */
export interface SvddDualFunctionPicture {
  theta: number;
  alphaSum: number;
  /** |mu' - mu| and L(rho', mu') at the draws, with the gamma that was judged. */
  distance: Float64Array;
  lagrangian: Float64Array;
  /** L there with the right gamma, whatever rho'. */
  intact: Float64Array;
  /** t, and L along rho = t, along xi = t, where its coefficient is not 0. */
  ride: Float64Array;
  rideRho: Float64Array;
  rideXi: Float64Array;
  /** From other feasible multipliers (t = 0) to the certificate's (t = 1): theta, with and without the mistake. */
  pathT: Float64Array;
  pathTheta: Float64Array;
  pathRight: Float64Array;
  /** L at one centre each, a line in t: the t whose best centre it is, its values at both ends. */
  lineT: Float64Array;
  lineStart: Float64Array;
  lineEnd: Float64Array;
}

/** 2.4. Objective (10) along the ray s alpha_hat through the alpha that was judged. */
export interface SvddSimplifiedDualPicture {
  s: Float64Array;
  objective: Float64Array;
  /** Along the ray of the solver's alpha, without a mistake. */
  intact: Float64Array;
  /** Where on its ray the judged alpha is. */
  alphaSum: number;
  /** The s at which the ray leaves the box. */
  sFace: number;
  alphaSumLo: number;
  /** Slope of the steepest pair of multipliers, one up and one down; and what following such pairs gains. */
  up: number;
  gain: number;
}

/** 2.5a. Spring forces alpha_i (x_i - mu), which add up to 0. */
export interface SvddCentrePicture {
  /** (n*d), linear kernel only; else empty */
  force: Float64Array;
  /** (n) alpha_i |phi(x_i) - mu| */
  pull: Float64Array;
  /** |sum of the forces|^2 */
  residual2: number;
  /**
   * Distances from mu along the line to the cheapest centre that was found, ascending from negative ones, and the cost of the best
   * ball there; empty where none was looked for.
   */
  distance: Float64Array;
  cost: Float64Array;
  /** The cost at mu, and the least that was found. */
  here: number;
  least: number;
}

/** 2.5b and 2.5c. h(rho) = rho + (1/nu) sum C_i max(d_i^2 - rho, 0), S(rho) = sum of C_i with d_i^2 > rho. */
export interface SvddRadiusPicture {
  /** 0, the distinct d_i^2 and one point beyond, ascending. */
  rho: Float64Array;
  /** h and S there; S is constant up to the next entry. */
  h: Float64Array;
  outside: Float64Array;
  lo: number;
  hi: number;
  minimum: number;
  /** The rho on trial (dragged, or the solver's), h there and both one-sided slopes. */
  pick: number;
  value: number;
  slopeLeft: number;
  slopeRight: number;
  /** Whether the rho on trial is a minimiser. */
  minimises: boolean;
  /** h at the rho on trial, above the least h. */
  excess: number;
  /** What S is compared with, and the problem's own nu. */
  nu: number;
  rightNu: number;
  /** The interval of the certificate that was judged. */
  claimedLo: number;
  claimedHi: number;
  /** 2.5b: h, 2.5c: S, at `rho`, as a mistake has it; else empty. */
  wrong: Float64Array;
}

/** 2.5d. Slack beyond the sphere, for the solver's rho and for both ends of its interval; each (n). */
/** One entry more than points where a copy of weight 0 was judged: the last one. */
export interface SvddSlackPicture {
  distance2: Float64Array;
  xi: Float64Array;
  xiAtLo: Float64Array;
  xiAtHi: Float64Array;
}

export type SvddKktCase = 0 | 1 | 2; // inside, boundary, outside
/** 2.5e. Where each point sits on the staircase of multipliers; each (n). */
export interface SvddStaircasePicture {
  /** d_i^2 - rho */
  excess: Float64Array;
  alpha: Float64Array;
  /** C_i / nu */
  box: Float64Array;
  /** SvddKktCase */
  kktCase: Uint8Array;
  /** To the staircase, dimensionless. */
  distance: Float64Array;
  /** |d^2 - rho| <= band counts as the boundary. */
  band: number;
  /** The stairs that were judged, inside and outside, in units of C_i / nu: 0 and 1 unless they are broken. */
  insideLevel: number;
  outsideLevel: number;
}

/** 2.6. Shares of points outside and not inside against nu, all as shares of the weight. */
export interface SvddNuPicture {
  nu: number;
  outside: number;
  notInside: number;
  /** The same of the certificate without the mistake. */
  intactNu: number;
  intactOutside: number;
  intactNotInside: number;
  sweepNu: Float64Array;
  sweepOutside: Float64Array;
  sweepNotInside: Float64Array;
  sweepRho: Float64Array;
  /** The shares outside without the mistake. */
  sweepIntact: Float64Array;
  /** Values of nu that were tried: those in sweepNu counted. And of how many points; fewer than all: a sample. */
  sweepTried: number;
  sweepPoints: number;
  /** Points of weight 0 that a mistake puts in. */
  added: number;
}

/** Where a break replaces the certificate by another ball, `certificate` is that one. */
type SvddClaimResult<Id extends string, Picture> = SvmClaimResult<Id, Picture, SvddCertificate>;
export type SvddClaim =
  | SvddClaimResult<"2.1", SvddLagrangianPicture>
  | SvddClaimResult<"2.2", SvddDualityPicture>
  | SvddClaimResult<"2.3", SvddDualFunctionPicture>
  | SvddClaimResult<"2.4", SvddSimplifiedDualPicture>
  | SvddClaimResult<"2.5a", SvddCentrePicture>
  | SvddClaimResult<"2.5b", SvddRadiusPicture>
  | SvddClaimResult<"2.5c", SvddRadiusPicture>
  | SvddClaimResult<"2.5d", SvddSlackPicture>
  | SvddClaimResult<"2.5e", SvddStaircasePicture>
  | SvddClaimResult<"2.6", SvddNuPicture>;
export type SvddClaimId = SvddClaim["id"];

/** What a claim may be asked with; each field concerns the claims named beside it and has a default. */
export interface SvddClaimOptions {
  /** 2.1, 2.2, 2.5d, 2.5e: the point on show. */
  point?: number;
  /** 2.1: multipliers on the sliders (null: the optimal ones). */
  alpha?: number | null;
  beta?: number | null;
  gamma?: number | null;
  /** 2.5b, 2.5c: the rho on trial, solved units (null: the solver's). */
  rho?: number | null;
  /** 2.1, 2.2, 2.3, 2.4: seed of the random draws. Default 1. */
  seed?: number;
}

/** A window of the plane of two different columns, user units. */
export interface SvddMapRequest {
  columnX: number;
  columnY: number;
  x0: number;
  x1: number;
  y0: number;
  y1: number;
  /** Samples along x and y, the ends included; each at least 2. */
  width: number;
  height: number;
}

/** The points and the centre in the plane or space of the first principal directions (of the solved units). */
export interface Projection {
  dims: number;
  /** (n*dims); for d <= dims the solved coordinates themselves, filled up with 0. */
  points: Float64Array;
  /** (dims) the centre; for kernels other than linear null: it has no place in the space of the data. */
  center: Float64Array | null;
  /** (dims) share of the variance along each direction. */
  explained: Float64Array;
}

export interface SvddRunOptions {
  /** Solve with every column at mean 0 and standard deviation 1. */
  standardise?: boolean;
  /** Keep the path: costs one O(n) primal per iteration, for at most this many iterations. Default 0. */
  maxTrace?: number;
}

/** A fit that is advanced a few iterations at a time. Call delete() when done: it owns memory of the wasm heap. */
export interface SvddRun {
  /** @returns true when finished */
  advance(iterations: number): boolean;
  report(): Report;
  scaling(): XScaling;
  /** In solved units. */
  solution(): SvddSolution;
  /** (m) squared distance to the centre (solved units) at xNew (m*d), user units. */
  distance2(xNew: Numbers): Float64Array;
  /**
   * (height*width) row-major from (x0, y0): squared distance to the centre, other columns at their means. `other`: to the centre
   * sum alpha_i phi(x_i) of these alpha instead.
   */
  map(request: SvddMapRequest, other?: Pick<SvddSolution, "alpha"> | null): Float64Array;
  projection(dims: 2 | 3): Projection;
  trace(): Trace;
  /** (n) SvddKktCase of each point at the present iterate. */
  cases(): Uint8Array;
  /** @param broken false; true for the plain mistake; or the code of another one of the claim (`mistakes` of its result) */
  claim(id: SvddClaimId, broken: boolean | string, options?: SvddClaimOptions): SvddClaim;
  delete(): void;
}

export interface Svdd {
  fit(problem: SvddProblem): SvddSolution;
  distance2(problem: SvddProblem, solution: SvddSolution, xNew: Numbers): Float64Array;
  start(problem: SvddProblem, options?: SvddRunOptions): SvddRun;
}
