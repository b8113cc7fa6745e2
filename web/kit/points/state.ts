// The fields that every lab of points has in its table, and the state they make. A lab spreads them into its own table and adds
// what it alone has; the rest of the kit reads and patches these fields only.

import type { StateOf, Table } from "../../host/lab.ts";
import { LARGEST } from "../../host/number.ts";
import { MAX_TRACE } from "./trace.ts";

/** Most points the page takes: above it a fit is no longer interactive on a small machine. */
export const MAX_POINTS = 5000;
/** Most columns of coordinates: as many as the widest data set that ships (8 x 8 images). */
export const MAX_COLUMNS = 64;
/** Largest magnitude of data and views: what is read, typed, linked and dragged has this one limit, which is the solvers'. */
export const LARGE = LARGEST;

/** A number that is taken from the data while it is null. */
export const MAYBE = { kind: "maybe-number", default: null, min: -LARGE, max: LARGE } as const;

/** Coordinates: x is (n*d) row-major; origin: the data set that they were edited from, "" for none. */
export const COORDINATES = {
  origin: { kind: "text", default: "", maxLength: 60 },
  xNames: { kind: "texts", default: [], maxLength: 60, maxCount: MAX_COLUMNS },
  d: { kind: "number", default: 1, min: 1, max: MAX_COLUMNS, integer: true },
  x: { kind: "numbers", default: [], maxCount: MAX_POINTS * MAX_COLUMNS, min: -LARGE, max: LARGE },
} as const satisfies Table;

/** The window of the main plot; all null while it follows the data. */
export const WINDOW = { viewX0: MAYBE, viewX1: MAYBE, viewY0: MAYBE, viewY1: MAYBE } as const satisfies Table;

export const KERNEL = {
  kernel: { kind: "choice", default: "rbf", options: ["linear", "rbf", "poly", "sigmoid"] },
  gamma: { kind: "number", default: 1, min: 1e-4, max: 1e3, scale: "log" },
  coef0: { kind: "number", default: 1, min: -10, max: 10, step: 0.1 },
  degree: { kind: "number", default: 3, min: 1, max: 8, integer: true },
} as const satisfies Table;

/** How it is solved: in which units, how exactly, and with how many iterations at most (a whole number of 32 bits, in C++). */
export const SOLVER = {
  standardise: { kind: "flag", default: true },
  tolerance: { kind: "number", default: 1e-3, min: 1e-10, max: 1e-1, scale: "log" },
  maxIterations: { kind: "number", default: 10_000_000, min: 1, max: 2_000_000_000, integer: true },
} as const satisfies Table;

/** The stepper: shown at all, and the iteration on show (null: solved to the end). */
export const STEPPER = {
  stepper: { kind: "flag", default: false },
  iteration: { kind: "maybe-number", default: null, min: 0, max: MAX_TRACE, integer: true },
} as const satisfies Table;

/** The row of the picked point, of which the claim plots speak; and the seed of random draws. */
export const PICKED = {
  point: { kind: "number", default: 0, min: 0, max: MAX_POINTS - 1, integer: true },
  seed: { kind: "number", default: 1, min: 1, max: 1_000_000, integer: true },
} as const satisfies Table;

/** The fields of a lab of points that the parts of its page change; each lab adds its own (LabModel.parts). */
export const PART_FIELDS = {
  data: ["preset", ...Object.keys(COORDINATES)],
  controls: [...Object.keys(KERNEL), "standardise", "tolerance"],
  stepper: Object.keys(STEPPER),
};

type Shared = typeof COORDINATES & typeof WINDOW & typeof KERNEL & typeof SOLVER & typeof STEPPER & typeof PICKED;

/**
 * What the kit knows of a lab's state. Kit code takes a Store<PointsState>, which the store of any lab of points is; a patch that
 * a lab's function makes goes back to that lab's store only.
 */
export type PointsState = StateOf<Shared> & {
  /** A data set that comes with the lab, or "own" once the data is the user's. */
  preset: string;
  /** A claim's id, or "none". */
  claim: string;
  broken: readonly string[];
};

/** n */
export function countOf({ x, d }: Pick<PointsState, "x" | "d">): number {
  return x.length / d;
}

/** The row of the picked point, limited to the rows there are. */
export function pickedPoint(state: Readonly<Pick<PointsState, "x" | "d" | "point">>): number {
  return Math.max(0, Math.min(state.point, countOf(state) - 1));
}

/** A new problem has a new path: its end is shown, and a run that was continued (continueRun) is no more. */
export const NEW_PATH = { iteration: null, maxIterations: SOLVER.maxIterations.default } as const;

/** After an edit the data is the user's own, and the solver's path is a new one. It keeps the name of what was edited. */
export function editedFrom(state: Pick<PointsState, "preset" | "origin" | "x" | "d">) {
  const origin = countOf(state) === 0 ? "" : state.preset === "own" ? state.origin : state.preset;
  return { preset: "own", origin, ...NEW_PATH } as const;
}
