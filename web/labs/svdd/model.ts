// The SVDD lab's state, as one table: what the controls show, the link carries and the solver is asked for.
import type {
  Projection,
  SvddClaim,
  SvddClaimId,
  SvddClaimOptions,
  SvddMapRequest,
  SvddProblem,
  SvddSolution,
  XScaling,
} from "../../../wasm/lib/types.ts";
import type { LabModel, StateOf, Table } from "../../host/lab.ts";
import { windowAgrees } from "../../kit/main-plot/window.ts";
import { kernelOf } from "../../kit/points/kernel.ts";
import type { Answer, Done, PointsContext, Progress } from "../../kit/points/request.ts";
import {
  COORDINATES,
  claimFields,
  countOf,
  defaultsOf,
  KERNEL,
  LARGE,
  MAX_COLUMNS,
  MAX_POINTS,
  PICKED,
  pickedPoint,
  SOLVER,
  STEPPER,
  WINDOW,
} from "../../kit/points/state.ts";
import { windowOf } from "./main-plot/window.ts";
import { claimStart, firstPreset, PRESET_IDS, presetData } from "./presets.ts";

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

/** Weights in the page: a million either way of 1 is more than any picture can tell apart. */
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
  // the problem; nu is nuShare of the sum of the weights, and so stays legal whatever happens to them
  nuShare: { kind: "number", default: 0.1, ...SHARE },
  ...KERNEL,
  kernel: { ...KERNEL.kernel, default: "linear" },
  ...SOLVER,
  standardise: { ...SOLVER.standardise, default: false },
  tolerance: { ...SOLVER.tolerance, default: 1e-6 },
  // the picture: two columns, three columns, or distances alone; and how the sphere is turned, degrees
  view: { kind: "choice", default: "plane", options: ["plane", "sphere", "strip"] },
  columnX: { ...COLUMN, default: 0 },
  columnY: { ...COLUMN, default: 1 },
  columnZ: { ...COLUMN, default: 2 },
  ...WINDOW,
  azimuth: { kind: "number", default: -30, min: -180, max: 180 },
  elevation: { kind: "number", default: 20, min: -90, max: 90 },
  ...STEPPER,
  // the proof panel
  ...claimFields(CLAIMS),
  ...PICKED,
  alpha: MULTIPLIER,
  beta: MULTIPLIER,
  /** The multiplier gamma of rho >= 0; `gamma` is the kernel's. */
  gammaMult: MULTIPLIER,
  rho: MULTIPLIER,
} as const satisfies Table;

export type SvddState = StateOf<typeof TABLE>;
export type View = SvddState["view"];

/** The window of the plane that the map has to cover, and how many samples it may have. */
export interface MapWish {
  columnX: number;
  columnY: number;
  x: readonly [number, number];
  y: readonly [number, number];
  samples: number;
}

export interface SvddRequest {
  problem: SvddProblem;
  standardise: boolean;
  /** Stop after this many iterations (the stepper); null: solve to the end. */
  stopAt: number | null;
  /** Keep the path for the stepper. */
  trace: boolean;
  /** Squared distances over this window (user units); null: no map is drawn. */
  map: MapWish | null;
  /** Principal directions of the points; null: none are drawn. */
  projection: 2 | 3 | null;
  claims: { id: SvddClaimId; broken: boolean; options: SvddClaimOptions }[];
}

export interface DistanceMap {
  /** What was sampled: the window of the wish, grown until the sphere can be drawn round. */
  readonly window: SvddMapRequest;
  /** (height*width) row-major from (x0, y0), solved units squared */
  readonly values: Float64Array;
}

export interface SvddDone extends Done {
  readonly solution: SvddSolution;
  readonly scaling: XScaling;
  readonly map: DistanceMap | null;
  readonly projection: Projection | null;
  readonly claims: readonly SvddClaim[];
}

export type SvddFrame = Progress | SvddDone;
export type SvddAnswer = Answer<SvddRequest, SvddDone>;
export type SvddContext = PointsContext<SvddState, SvddRequest, SvddDone>;

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

/** Columns a view needs, and so the least d that has it. */
export const COLUMNS_OF_VIEW: Readonly<Record<View, number>> = { plane: 2, sphere: 3, strip: 1 };

/** The columns that a view draws along its axes. */
export function columnsOf({ view, columnX, columnY, columnZ }: SvddState): readonly number[] {
  return [columnX, columnY, columnZ].slice(0, view === "strip" ? 0 : COLUMNS_OF_VIEW[view]);
}

/** Work spent on a map, samples times points, and its bounds: 30,000 samples are a pixel in six each way. */
const MAP = { work: 6_000_000, least: 1500, most: 30_000 } as const;

function mapWish(state: SvddState): MapWish | null {
  if (state.view !== "plane") return null;
  const samples = Math.max(MAP.least, Math.min(MAP.most, MAP.work / Math.max(1, countOf(state))));
  return { columnX: state.columnX, columnY: state.columnY, ...windowOf(state), samples };
}

/** The state that a preset starts. */
function fromPreset(id: SvddState["preset"]): SvddState {
  return { ...defaultsOf(TABLE), ...presetData(id) };
}

/** What a claim is asked with: the trial values of the state. */
function claimOptions(state: SvddState): SvddClaimOptions {
  const { alpha, beta, gammaMult, rho, seed } = state;
  return { point: pickedPoint(state), alpha, beta, gamma: gammaMult, rho, seed };
}

const model: LabModel<SvddState, SvddRequest> = {
  id: "svdd",
  table: TABLE,
  claims: CLAIMS,
  initial: () => fromPreset(firstPreset),
  base: { key: "preset", state: (value) => fromPreset(value as SvddState["preset"]) },

  inconsistency(state) {
    const { d, x, xNames, weights, labels, imageSide, view } = state;
    const n = countOf(state);
    if (!Number.isInteger(n)) return "sizes";
    if (xNames.length !== 0 && xNames.length !== d) return "names";
    if (weights.length !== 0 && weights.length !== n) return "weights";
    if (labels.length !== 0 && labels.length !== n) return "labels";
    if (imageSide !== 0 && imageSide * imageSide !== d) return "images";
    if (x.length > 0 && d < COLUMNS_OF_VIEW[view]) return "view";
    const columns = columnsOf(state);
    if (columns.some((column) => column >= d) || new Set(columns).size < columns.length) return "column";
    return windowAgrees(state) ? null : "view";
  },

  forClaim(claim) {
    const id = CLAIMS.find((known) => known === claim);
    if (id === undefined) return model.initial();
    const { preset, point } = claimStart(id);
    return { ...fromPreset(preset), point, claim: id };
  },

  request(state) {
    const { x, d, weights, tolerance, standardise, claim, broken } = state;
    const options = claimOptions(state);
    return {
      problem: {
        x,
        d,
        weights: weights.length === 0 ? null : weights,
        nu: nuOf(state),
        kernel: kernelOf(state),
        tolerance,
      },
      standardise,
      stopAt: state.stepper ? state.iteration : null,
      trace: state.stepper,
      map: mapWish(state),
      projection: state.view === "strip" ? 2 : null,
      claims: claim === "none" ? [] : [{ id: claim, broken: broken.includes(claim), options }],
    };
  },
};

export default model;
