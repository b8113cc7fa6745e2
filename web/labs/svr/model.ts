// The model of the SVR lab: its state, what may be wrong with one, and the request that the solver is sent.
import type { SvrClaimId, SvrClaimOptions } from "../../../wasm/lib/types.ts";
import { defaultsOf } from "../../host/fields.ts";
import { brokenBy } from "../../kit/claims/mistakes.ts";
import { windowAgrees } from "../../kit/main-plot/window.ts";
import { kernelOf } from "../../kit/points/kernel.ts";
import { brokenClaim, type PointsModel } from "../../kit/points/request.ts";
import { PART_FIELDS, pickedPoint } from "../../kit/points/state.ts";
import { windowOf } from "./main-plot/window.ts";
import { firstPreset } from "./preset-ids.ts";
import { bringData, claimPreset, presetData } from "./presets.ts";
import type { SvrRequest } from "./request.ts";
import { CLAIMS, type SvrState, TABLE } from "./state.ts";

/** Points of the sampled curve: enough for ten a period of the fastest data set that ships (720 months of CO2). */
const CURVE_SAMPLES = 640;

/** The state that a preset starts. */
function fromPreset(id: SvrState["preset"]): SvrState {
  return { ...defaultsOf(TABLE), ...presetData(id) };
}

/** The options of a claim's check: the trial values of the state, where they fit this data. */
function claimOptions(state: SvrState): SvrClaimOptions {
  const { alpha, alphaStar, beta, b, seed } = state;
  const at = state.at.length === state.d ? state.at : null;
  return { point: pickedPoint(state), alpha, alphaStar, beta, b, at, seed };
}

/** The requests for these claims. */
function claimRequests(state: SvrState, ids: readonly SvrClaimId[]): SvrRequest["claims"] {
  return ids.map((id) => ({ id, broken: brokenBy(state.broken, id), options: claimOptions(state) }));
}

const model: PointsModel<SvrState, SvrRequest> = {
  id: "svr",
  table: TABLE,
  claims: CLAIMS,
  initial: () => fromPreset(firstPreset),
  base: { key: "preset", state: (value) => fromPreset(value as SvrState["preset"]), bring: bringData },
  parts: {
    ...PART_FIELDS,
    data: [...PART_FIELDS.data, "y", "yName"],
    controls: [...PART_FIELDS.controls, "C", "epsilon"],
  },

  inconsistency(state) {
    const n = state.y.length;
    if (state.x.length !== n * state.d) return "sizes";
    if (state.xNames.length !== 0 && state.xNames.length !== state.d) return "names";
    if (state.column >= state.d) return "column";
    if (state.at.length !== 0 && state.at.length !== state.d) return "at";
    if (!windowAgrees(state)) return "view";
    return null;
  },

  async bringExamples() {
    for (const id of CLAIMS) await bringData(claimPreset(id));
  },
  forClaim(claim) {
    const id = CLAIMS.find((known) => known === claim);
    if (id === undefined) return model.initial();
    return { ...fromPreset(claimPreset(id)), claim: id };
  },

  request(state) {
    const { x, d, y, C, epsilon, tolerance, maxIterations, standardise, column, claim } = state;
    const [from, to] = windowOf(state).x;
    return {
      problem: { x, d, y, kernel: kernelOf(state), C, epsilon, tolerance, maxIterations },
      standardise,
      stopAt: state.stepper ? state.iteration : null,
      trace: state.stepper,
      curve: state.plot === "column" ? { column, from, to, samples: CURVE_SAMPLES } : null,
      claims: claimRequests(state, claim === "none" ? [] : [claim]),
      drawBroken: brokenClaim(state),
    };
  },
};

export default model;
