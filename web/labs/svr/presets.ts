// The data sets that come with the lab: each with the parameters that show it best.
import { motorcycle } from "../../data/motorcycle.ts";
import { fromRows } from "../../data/read.ts";
import { format } from "../../host/messages/format.ts";
import type { PresetGroup, PresetInfo } from "../../kit/points/presets.ts";
import { NEW_PATH } from "../../kit/points/state.ts";
import { MISSING_PIXEL, type Points, withTarget } from "./dataset.ts";
import { presets as words } from "./messages/presets.en.ts";
import type { MoreId } from "./more-data.ts";
import { DATA_PRESETS, firstPreset, type PRESET_IDS, type PresetId } from "./preset-ids.ts";
import type { SvrState } from "./state.ts";
import * as teaching from "./teaching.ts";

/** The parameters of the problem; epsilon and C are in standardised units where `standardise` is on. */
type Parameters = Pick<SvrState, "kernel" | "C" | "epsilon" | "standardise"> &
  Partial<Pick<SvrState, "gamma" | "coef0" | "degree" | "plot" | "tolerance">> &
  Partial<Pick<SvrState, "viewX0" | "viewX1" | "viewY0" | "viewY1">>;

interface Preset {
  group: PresetGroup;
  points: () => Points;
  /** Whether its data must be brought first (bringData). */
  later?: boolean;
  parameters: Parameters;
}

const IMAGE_SIDE = 8;

const rbf = (gamma: number, C: number, epsilon: number, plot: SvrState["plot"] = "column"): Parameters => ({
  kernel: "rbf",
  gamma,
  C,
  epsilon,
  standardise: true,
  plot,
});
const linear = (C: number, epsilon: number): Parameters => ({ kernel: "linear", C, epsilon, standardise: false });

/** For tubes that are wider than their data: a view that shows their edges. */
const window = (x: readonly [number, number], y: readonly [number, number]) => ({
  viewX0: x[0],
  viewX1: x[1],
  viewY0: y[0],
  viewY1: y[1],
});

/** The real data sets but the first: a first visit does not wait for them. */
let more: Readonly<Record<MoreId, () => Points>> | null = null;

/** To be awaited before presetData(id). @throws where the data set does not arrive */
export async function bringData(id: string): Promise<void> {
  if (PRESETS[id as PresetId]?.later) more ??= (await import("./more-data.ts")).more;
}

/** @throws where it was not brought */
function brought(id: MoreId): Points {
  if (more === null) throw new Error(`the data set ${id} is not here: bringData() comes first`);
  return more[id]();
}

/** A data set that has to be brought. */
const later = (id: MoreId): Pick<Preset, "group" | "points" | "later"> => ({
  group: "real",
  points: () => brought(id),
  later: true,
});

const PRESETS: Readonly<Record<PresetId, Preset>> = {
  motorcycle: { group: "real", points: () => withTarget(fromRows(motorcycle)), parameters: rbf(5, 1, 0.25) },
  faithful: { ...later("faithful"), parameters: rbf(0.5, 1, 0.35) },
  cars: {
    ...later("cars"),
    parameters: { kernel: "poly", gamma: 0.5, coef0: 1, degree: 2, C: 1, epsilon: 0.4, standardise: true },
  },
  co2: { ...later("co2"), parameters: rbf(700, 50, 0.03) },
  "co2-season": { ...later("co2-season"), parameters: rbf(0.1, 10, 0.03) },
  lynx: { ...later("lynx"), parameters: rbf(150, 10, 0.15) },
  "air-passengers": { ...later("air-passengers"), parameters: rbf(150, 10, 0.1) },
  iris: { ...later("iris"), parameters: rbf(0.1, 10, 0.2, "predicted") },
  digits: { ...later("digits"), parameters: rbf(0.01, 3, 0.3, "predicted") },
  sinc: { group: "teaching", points: () => teaching.sinc, parameters: { ...rbf(0.5, 10, 0.1), standardise: false } },
  outlier: { group: "teaching", points: () => teaching.outlier, parameters: linear(1, 0.3) },
  "five-cases": { group: "teaching", points: () => teaching.fiveCases, parameters: linear(1, 0.5) },
  parabola: {
    group: "teaching",
    points: () => teaching.parabola,
    parameters: { kernel: "poly", gamma: 1, coef0: 1, degree: 2, C: 10, epsilon: 0.25, standardise: false },
  },
  saddle: {
    group: "teaching",
    points: () => teaching.saddle,
    parameters: {
      kernel: "poly",
      gamma: 1,
      coef0: 1,
      degree: 2,
      C: 10,
      epsilon: 0.15,
      standardise: false,
      plot: "predicted",
    },
  },
  "tie-wide": { group: "teaching", points: () => teaching.tie, parameters: linear(1, 0.2) },
  "tie-slack": {
    group: "teaching",
    points: () => teaching.tie,
    parameters: { ...linear(1, 0.6), ...window([-1.4, 1.4], [-0.4, 1.4]) },
  },
  "inside-tube": {
    group: "teaching",
    points: () => teaching.insideTube,
    parameters: { ...linear(10, 0.5), ...window([-0.4, 6.4], [0.4, 1.8]) },
  },
  duplicates: {
    group: "teaching",
    points: () => teaching.duplicates,
    parameters: { ...rbf(0.7, 2, 0.2), standardise: false },
  },
  "one-point": { group: "teaching", points: () => teaching.onePoint, parameters: linear(1, 0.5) },
  "two-points": { group: "teaching", points: () => teaching.twoPoints, parameters: linear(10, 0.25) },
  collinear: {
    group: "teaching",
    points: () => teaching.collinear,
    parameters: { ...linear(5, 0.2), plot: "predicted" },
  },
  indefinite: {
    group: "teaching",
    points: () => teaching.step,
    parameters: { kernel: "sigmoid", gamma: 1, coef0: 0, C: 0.1, epsilon: 0.1, standardise: false },
  },
};

/** Menu entries, in order. */
export const PRESET_INFO: readonly PresetInfo<PresetId>[] = DATA_PRESETS.map((id) => {
  const { title, ...told } = words[id];
  return {
    id,
    group: PRESETS[id].group,
    title,
    ...("about" in told ? { about: told.about, source: told.source } : {}),
  };
});

/**
 * The state a preset sets: its data, its parameters, and the start values of all that depends on data (zoom, picked
 * point, trial values, the iteration on show). "own" sets only the name: the data is the user's.
 */
export function presetData(id: (typeof PRESET_IDS)[number]): Partial<SvrState> {
  if (id === "own") return { preset: id };
  const { d, x, y } = PRESETS[id].points();
  return {
    ...FRESH,
    gamma: 1,
    coef0: 1,
    degree: 3,
    tolerance: 1e-3,
    ...PRESETS[id].parameters,
    ...names(id, d),
    preset: id,
    d,
    // A copy: its rows are new points, whatever edits of the same data set came before (rows.ts).
    x: [...x],
    y,
  };
}

/** The data set on which a claim is seen best. */
export function claimPreset(claim: string): PresetId {
  switch (claim) {
    case "1a":
    case "1c2":
      return "five-cases";
    case "1b":
      return "sinc";
    case "1c1":
      return "tie-wide";
    case "1d1":
      return "saddle";
    case "1d2":
      return "parabola";
    default:
      return firstPreset;
  }
}

/** Fields that depend on the data, with their values for new data. */
export const FRESH = {
  plot: "column",
  column: 0,
  viewX0: null,
  viewX1: null,
  viewY0: null,
  viewY1: null,
  origin: "",
  ...NEW_PATH,
  broken: [],
  point: 0,
  alpha: null,
  alphaStar: null,
  beta: null,
  b: null,
  at: [],
} as const satisfies Partial<SvrState>;

function names(id: PresetId, d: number): Pick<SvrState, "xNames" | "yName"> {
  const { x, y } = words[id];
  if (typeof x !== "string") return { xNames: x, yName: y };
  const pixel = (k: number) => ({ row: Math.floor(k / IMAGE_SIDE) + 1, column: (k % IMAGE_SIDE) + 1 });
  const others = Array.from({ length: d + 1 }, (_, k) => k).filter((k) => k !== MISSING_PIXEL);
  return { xNames: others.map((k) => format(x, pixel(k))), yName: format(y, pixel(MISSING_PIXEL)) };
}
