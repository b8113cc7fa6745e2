// The model of the SVDD lab: its state, what may be wrong with one, and the request that the solver is sent.
import type { SvddClaimOptions } from "../../../wasm/lib/types.ts";
import { defaultsOf } from "../../host/fields.ts";
import { brokenBy } from "../../kit/claims/mistakes.ts";
import { windowAgrees } from "../../kit/main-plot/window.ts";
import { kernelOf } from "../../kit/points/kernel.ts";
import { brokenClaim, type PointsModel } from "../../kit/points/request.ts";
import { countOf, PART_FIELDS, pickedPoint } from "../../kit/points/state.ts";
import { windowOf } from "./main-plot/window.ts";
import { firstPreset } from "./preset-ids.ts";
import { claimStart, presetData } from "./presets.ts";
import type { MapSpec, SvddRequest } from "./request.ts";
import { CLAIMS, COLUMNS_OF_VIEW, columnsOf, nuOf, type SvddState, TABLE } from "./state.ts";

/** Work spent on a map, samples times points, and its bounds: 30,000 samples are a pixel in six each way. */
const MAP = { work: 6_000_000, least: 1500, most: 30_000 } as const;

function mapSpec(state: SvddState): MapSpec | null {
  if (state.view !== "plane") return null;
  const samples = Math.max(MAP.least, Math.min(MAP.most, MAP.work / Math.max(1, countOf(state))));
  return { columnX: state.columnX, columnY: state.columnY, ...windowOf(state), samples };
}

/** The state that a preset starts. */
function fromPreset(id: SvddState["preset"]): SvddState {
  return { ...defaultsOf(TABLE), ...presetData(id) };
}

/** The options of a claim's check: the trial values of the state. */
function claimOptions(state: SvddState): SvddClaimOptions {
  const { alpha, beta, gammaMult, rho, seed } = state;
  return { point: pickedPoint(state), alpha, beta, gamma: gammaMult, rho, seed };
}

const model: PointsModel<SvddState, SvddRequest> = {
  id: "svdd",
  table: TABLE,
  claims: CLAIMS,
  initial: () => fromPreset(firstPreset),
  base: { key: "preset", state: (value) => fromPreset(value as SvddState["preset"]) },
  parts: {
    ...PART_FIELDS,
    data: [...PART_FIELDS.data, "weights", "labels", "imageSide"],
    controls: [...PART_FIELDS.controls, "nuShare"],
  },

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
    const { x, d, weights, tolerance, maxIterations, standardise, claim, broken } = state;
    const options = claimOptions(state);
    return {
      problem: {
        x,
        d,
        weights: weights.length === 0 ? null : weights,
        nu: nuOf(state),
        kernel: kernelOf(state),
        tolerance,
        maxIterations,
      },
      standardise,
      stopAt: state.stepper ? state.iteration : null,
      trace: state.stepper,
      map: mapSpec(state),
      projection: state.view === "strip" ? 2 : null,
      claims: claim === "none" ? [] : [{ id: claim, broken: brokenBy(broken, claim), options }],
      drawBroken: brokenClaim(state),
    };
  },
};

export default model;
