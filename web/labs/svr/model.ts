// The SVR lab's state, as one table: what the controls show, the link carries and the solver is asked for.
import type {
  Curve,
  Kernel,
  Report,
  Scaling,
  SvrClaim,
  SvrClaimId,
  SvrClaimOptions,
  SvrProblem,
  SvrSolution,
  SvrTrace,
} from "../../../wasm/lib/types.ts";
import type { LabModel, StateOf, Table } from "../../host/lab.ts";
import { claimPreset, firstPreset, PRESET_IDS, presetData } from "./presets.ts";
import { windowOf } from "./window.ts";

/** Most points the page takes: above it a fit is no longer interactive on a small machine. */
export const MAX_POINTS = 5000;
/** Most input columns: as many as the widest data set that ships (8 x 8 images). */
export const MAX_COLUMNS = 64;
export const CLAIMS = ["1a", "1b", "1c1", "1c2", "1d1", "1d2"] as const satisfies readonly SvrClaimId[];
/** Iterations whose path the stepper keeps. */
export const MAX_TRACE = 20_000;

const LARGE = 1e100;

export const TABLE = {
  // data
  preset: { kind: "choice", default: firstPreset, options: PRESET_IDS },
  xNames: { kind: "texts", default: [], maxLength: 60, maxCount: MAX_COLUMNS },
  yName: { kind: "text", default: "y", maxLength: 60 },
  d: { kind: "number", default: 1, min: 1, max: MAX_COLUMNS, integer: true },
  x: { kind: "numbers", default: [], maxCount: MAX_POINTS * MAX_COLUMNS, min: -LARGE, max: LARGE },
  y: { kind: "numbers", default: [], maxCount: MAX_POINTS, min: -LARGE, max: LARGE },
  // the problem
  kernel: { kind: "choice", default: "rbf", options: ["linear", "rbf", "poly", "sigmoid"] },
  gamma: { kind: "number", default: 1, min: 1e-4, max: 1e3, scale: "log" },
  coef0: { kind: "number", default: 1, min: -10, max: 10, step: 0.1 },
  degree: { kind: "number", default: 3, min: 1, max: 8, integer: true },
  C: { kind: "number", default: 10, min: 1e-3, max: 1e6, scale: "log" },
  epsilon: { kind: "number", default: 0.1, min: 1e-4, max: 1e3, scale: "log" },
  standardise: { kind: "flag", default: true },
  tolerance: { kind: "number", default: 1e-3, min: 1e-10, max: 1e-1, scale: "log" },
  // the picture
  plot: { kind: "choice", default: "column", options: ["column", "predicted"] },
  column: { kind: "number", default: 0, min: 0, max: MAX_COLUMNS - 1, integer: true },
  viewX0: { kind: "maybe-number", default: null, min: -LARGE, max: LARGE },
  viewX1: { kind: "maybe-number", default: null, min: -LARGE, max: LARGE },
  viewY0: { kind: "maybe-number", default: null, min: -LARGE, max: LARGE },
  viewY1: { kind: "maybe-number", default: null, min: -LARGE, max: LARGE },
  // the stepper: shown at all, and the iteration on show (null: solved to the end)
  stepper: { kind: "flag", default: false },
  iteration: { kind: "maybe-number", default: null, min: 0, max: MAX_TRACE, integer: true },
  // the proof panel
  claim: { kind: "choice", default: "none", options: ["none", ...CLAIMS] },
  broken: { kind: "texts", default: [], maxLength: 4, maxCount: CLAIMS.length },
  point: { kind: "number", default: 0, min: 0, max: MAX_POINTS - 1, integer: true },
  alpha: { kind: "maybe-number", default: null, min: 0, max: 1e6 },
  alphaStar: { kind: "maybe-number", default: null, min: 0, max: 1e6 },
  beta: { kind: "maybe-number", default: null, min: 0, max: 1e6 },
  b: { kind: "maybe-number", default: null, min: -LARGE, max: LARGE },
  at: { kind: "numbers", default: [], maxCount: MAX_COLUMNS, min: -LARGE, max: LARGE },
  hideX: { kind: "flag", default: false },
  seed: { kind: "number", default: 1, min: 1, max: 1_000_000, integer: true },
} as const satisfies Table;

export type SvrState = StateOf<typeof TABLE>;

export interface SvrRequest {
  problem: SvrProblem;
  standardise: boolean;
  /** Stop after this many iterations (the stepper); null: solve to the end. */
  stopAt: number | null;
  /** Keep the path for the stepper. */
  trace: boolean;
  /** Sample f along this column over [from, to] (user units); null: no curve is drawn. */
  curve: { column: number; from: number; to: number; samples: number } | null;
  claims: { id: SvrClaimId; broken: boolean; options: SvrClaimOptions }[];
}

export type SvrFrame =
  | { phase: "progress"; report: Report }
  | {
      phase: "done";
      solution: SvrSolution;
      scaling: Scaling;
      /** (n) f at the training points, user units */
      fitted: Float64Array;
      /** (n) KktCase of each point: what the picture colours by */
      kktCase: Uint8Array;
      /** Half width of the tube, user units of y */
      tube: number;
      curve: Curve | null;
      trace: SvrTrace | null;
      claims: SvrClaim[];
    };

export function kernelOf(state: SvrState): Kernel {
  const { gamma, coef0, degree } = state;
  switch (state.kernel) {
    case "linear":
      return { type: "linear" };
    case "rbf":
      return { type: "rbf", gamma };
    case "poly":
      return { type: "poly", gamma, coef0, degree };
    case "sigmoid":
      return { type: "sigmoid", gamma, coef0 };
  }
}

/** Points of the sampled curve: enough for ten a period of the fastest data set that ships (720 months of CO2). */
const CURVE_SAMPLES = 640;

/** Every field as the table has it. */
function defaults(): SvrState {
  // The table's defaults are, field by field, what StateOf says.
  return Object.fromEntries(Object.entries(TABLE).map(([key, field]) => [key, field.default])) as unknown as SvrState;
}

/** The state that a preset starts. */
function fromPreset(id: SvrState["preset"]): SvrState {
  return { ...defaults(), ...presetData(id) };
}

/** What a claim is asked with: the trial values of the state, where they speak of this data. */
function claimOptions(state: SvrState): SvrClaimOptions {
  const { alpha, alphaStar, beta, b, seed } = state;
  const at = state.at.length === state.d ? state.at : null;
  return { point: Math.min(state.point, Math.max(0, state.y.length - 1)), alpha, alphaStar, beta, b, at, seed };
}

/** Questions about these claims. */
function claimQuestions(state: SvrState, ids: readonly SvrClaimId[]): SvrRequest["claims"] {
  return ids.map((id) => ({ id, broken: state.broken.includes(id), options: claimOptions(state) }));
}

const model: LabModel<SvrState, SvrRequest> = {
  id: "svr",
  table: TABLE,
  claims: CLAIMS,
  initial: () => fromPreset(firstPreset),
  base: { key: "preset", state: (value) => fromPreset(value as SvrState["preset"]) },

  inconsistency(state) {
    const n = state.y.length;
    if (state.x.length !== n * state.d) return "sizes";
    if (state.xNames.length !== 0 && state.xNames.length !== state.d) return "names";
    if (state.column >= state.d) return "column";
    if (state.at.length !== 0 && state.at.length !== state.d) return "at";
    const { viewX0, viewX1, viewY0, viewY1 } = state;
    const view = [viewX0, viewX1, viewY0, viewY1];
    if (view.some((end) => end === null) && view.some((end) => end !== null)) return "view";
    if (viewX0 !== null && viewX1 !== null && viewX0 >= viewX1) return "view";
    if (viewY0 !== null && viewY1 !== null && viewY0 >= viewY1) return "view";
    return null;
  },

  forClaim(claim) {
    const id = CLAIMS.find((known) => known === claim);
    if (id === undefined) return model.initial();
    return { ...fromPreset(claimPreset(id)), claim: id };
  },

  request(state) {
    const { x, d, y, C, epsilon, tolerance, standardise, column, claim } = state;
    const [from, to] = windowOf(state).x;
    return {
      problem: { x, d, y, kernel: kernelOf(state), C, epsilon, tolerance },
      standardise,
      stopAt: state.stepper ? state.iteration : null,
      trace: state.stepper,
      curve: state.plot === "column" ? { column, from, to, samples: CURVE_SAMPLES } : null,
      claims: claimQuestions(state, claim === "none" ? [] : [claim]),
    };
  },
};

export default model;
