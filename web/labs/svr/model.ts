// The SVR lab's state, as one table: what the controls show, the link carries and the solver is asked for.
import type {
  Curve,
  Scaling,
  SvrClaim,
  SvrClaimId,
  SvrClaimOptions,
  SvrProblem,
  SvrSolution,
} from "../../../wasm/lib/types.ts";
import type { LabModel, StateOf, Table } from "../../host/lab.ts";
import { windowAgrees } from "../../kit/main-plot/window.ts";
import { kernelOf } from "../../kit/points/kernel.ts";
import type { Answer, Done, PointsContext, Progress } from "../../kit/points/request.ts";
import {
  COORDINATES,
  claimFields,
  defaultsOf,
  KERNEL,
  LARGE,
  MAX_COLUMNS,
  MAX_POINTS,
  MAYBE,
  PICKED,
  pickedPoint,
  SOLVER,
  STEPPER,
  WINDOW,
} from "../../kit/points/state.ts";
import { windowOf } from "./main-plot/window.ts";
import { claimPreset, firstPreset, PRESET_IDS, presetData } from "./presets.ts";

export const CLAIMS = ["1a", "1b", "1c1", "1c2", "1d1", "1d2"] as const satisfies readonly SvrClaimId[];

const MULTIPLIER = { kind: "maybe-number", default: null, min: 0, max: 1e6 } as const;

export const TABLE = {
  // data
  preset: { kind: "choice", default: firstPreset, options: PRESET_IDS },
  ...COORDINATES,
  yName: { kind: "text", default: "y", maxLength: 60 },
  y: { kind: "numbers", default: [], maxCount: MAX_POINTS, min: -LARGE, max: LARGE },
  // the problem
  ...KERNEL,
  C: { kind: "number", default: 10, min: 1e-3, max: 1e6, scale: "log" },
  epsilon: { kind: "number", default: 0.1, min: 1e-4, max: 1e3, scale: "log" },
  ...SOLVER,
  // the picture
  plot: { kind: "choice", default: "column", options: ["column", "predicted"] },
  column: { kind: "number", default: 0, min: 0, max: MAX_COLUMNS - 1, integer: true },
  ...WINDOW,
  ...STEPPER,
  // the proof panel
  ...claimFields(CLAIMS),
  ...PICKED,
  alpha: MULTIPLIER,
  alphaStar: MULTIPLIER,
  beta: MULTIPLIER,
  b: MAYBE,
  at: { kind: "numbers", default: [], maxCount: MAX_COLUMNS, min: -LARGE, max: LARGE },
  hideX: { kind: "flag", default: false },
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

export interface SvrDone extends Done {
  readonly solution: SvrSolution;
  readonly scaling: Scaling;
  /** (n) f at the training points, user units */
  readonly fitted: Float64Array;
  /** Half width of the tube, user units of y */
  readonly tube: number;
  readonly curve: Curve | null;
  readonly claims: readonly SvrClaim[];
}

export type SvrFrame = Progress | SvrDone;
export type SvrAnswer = Answer<SvrRequest, SvrDone>;
export type SvrContext = PointsContext<SvrState, SvrRequest, SvrDone>;

/** Points of the sampled curve: enough for ten a period of the fastest data set that ships (720 months of CO2). */
const CURVE_SAMPLES = 640;

/** The state that a preset starts. */
function fromPreset(id: SvrState["preset"]): SvrState {
  return { ...defaultsOf(TABLE), ...presetData(id) };
}

/** What a claim is asked with: the trial values of the state, where they speak of this data. */
function claimOptions(state: SvrState): SvrClaimOptions {
  const { alpha, alphaStar, beta, b, seed } = state;
  const at = state.at.length === state.d ? state.at : null;
  return { point: pickedPoint(state), alpha, alphaStar, beta, b, at, seed };
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
    if (!windowAgrees(state)) return "view";
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
