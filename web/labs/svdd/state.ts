// The SVDD lab's state, as one table: what the controls show and the link carries.

import type { SvddClaimId } from "../../../wasm/lib/types.ts";
import type { StateOf, Table } from "../../host/lab.ts";
import { claimFields } from "../../kit/claims/fields.ts";
import {
  COORDINATES,
  countOf,
  KERNEL,
  LARGE,
  MAX_COLUMNS,
  MAX_POINTS,
  PICKED,
  SOLVER,
  STEPPER,
  WINDOW,
} from "../../kit/points/state.ts";
import { MISTAKES } from "./mistakes.ts";
import { firstPreset, PRESET_IDS } from "./preset-ids.ts";

export const CLAIMS = [
  "2.1",
  "2.2",
  "2.3",
  "2.4",
  "2.5a",
  "2.5b",
  "2.5c",
  "2.5d",
  "2.5e",
  "2.6",
] as const satisfies readonly SvddClaimId[];

/** Weights in the page: beyond a factor of a million a plot shows no difference. */
export const WEIGHTS = { least: 1e-6, most: 1e6 } as const;
/** nu as a share of the weights, strictly between 0 and 1; further out than this the solver's box C / nu is all or nothing. */
const SHARE = { min: 0.001, max: 0.999 } as const;
const MULTIPLIER = { kind: "maybe-number", default: null, min: 0, max: LARGE } as const;
const COLUMN = { kind: "number", min: 0, max: MAX_COLUMNS - 1, integer: true } as const;

export const TABLE = {
  // data
  preset: { kind: "choice", default: firstPreset, options: PRESET_IDS },
  ...COORDINATES,
  d: { ...COORDINATES.d, default: 2 },
  /** (n) C_i, or empty: all 1/n. */
  weights: { kind: "numbers", default: [], maxCount: MAX_POINTS, min: WEIGHTS.least, max: WEIGHTS.most },
  /** (n) what each point is, or empty. */
  labels: { kind: "texts", default: [], maxLength: 24, maxCount: MAX_POINTS },
  /** Each point is a square image of this side, its coordinates the ink of its pixels; 0: no images. */
  imageSide: { kind: "number", default: 0, min: 0, max: 8, integer: true },
  // the problem; nu is nuShare of the sum of the weights, and so stays valid when they change
  nuShare: { kind: "number", default: 0.1, ...SHARE },
  ...KERNEL,
  kernel: { ...KERNEL.kernel, default: "linear" },
  ...SOLVER,
  standardise: { ...SOLVER.standardise, default: false },
  tolerance: { ...SOLVER.tolerance, default: 1e-6 },
  // the main plot: two columns, three columns, or distances alone ("strip" in links); and how the sphere is turned, degrees
  view: { kind: "choice", default: "plane", options: ["plane", "sphere", "strip"] },
  columnX: { ...COLUMN, default: 0 },
  columnY: { ...COLUMN, default: 1 },
  columnZ: { ...COLUMN, default: 2 },
  ...WINDOW,
  azimuth: { kind: "number", default: -30, min: -180, max: 180 },
  elevation: { kind: "number", default: 20, min: -90, max: 90 },
  ...STEPPER,
  // the proof panel
  ...claimFields(CLAIMS, MISTAKES),
  ...PICKED,
  alpha: MULTIPLIER,
  beta: MULTIPLIER,
  /** The multiplier gamma of rho >= 0; `gamma` is the kernel's. */
  gammaMult: MULTIPLIER,
  rho: MULTIPLIER,
} as const satisfies Table;

export type SvddState = StateOf<typeof TABLE>;
export type View = SvddState["view"];

/** C_i */
export function weightOf({ weights, x, d }: Pick<SvddState, "weights" | "x" | "d">, i: number): number {
  return weights[i] ?? 1 / countOf({ x, d });
}

/** sum C_i */
export function weightSum({ weights }: Pick<SvddState, "weights">): number {
  return weights.length === 0 ? 1 : weights.reduce((sum, weight) => sum + weight, 0);
}

/** nu in the units of the weights. */
export function nuOf(state: Pick<SvddState, "weights" | "nuShare">): number {
  return state.nuShare * weightSum(state);
}

/** Columns that a view needs: the least d that has it. */
export const COLUMNS_OF_VIEW: Readonly<Record<View, number>> = { plane: 2, sphere: 3, strip: 1 };

/** The columns that a view draws along its axes. */
export function columnsOf({ view, columnX, columnY, columnZ }: SvddState): readonly number[] {
  return [columnX, columnY, columnZ].slice(0, view === "strip" ? 0 : COLUMNS_OF_VIEW[view]);
}
