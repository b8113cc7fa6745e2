// The data sets that come with the lab: each with the parameters that show it best.

import { digits } from "../../data/digits.ts";
import { faithful } from "../../data/faithful.ts";
import { iris } from "../../data/iris.ts";
import { fromImages, fromRows } from "../../data/read.ts";
import { format } from "../../host/messages/format.ts";
import type { PresetGroup, PresetInfo } from "../../kit/points/presets.ts";
import { NEW_PATH } from "../../kit/points/state.ts";
import { presets as words } from "./messages/presets.en.ts";
import { DATA_PRESETS, firstPreset, type PRESET_IDS, type PresetId } from "./preset-ids.ts";
import type { SvddState } from "./state.ts";
import * as teaching from "./teaching.ts";

interface Points extends teaching.Cloud {
  /** (n) what each point is. */
  readonly labels?: readonly string[];
  readonly imageSide?: number;
}

/** The parameters of the problem, and of the view. */
type Parameters = Pick<SvddState, "nuShare"> &
  Partial<Pick<SvddState, "kernel" | "gamma" | "coef0" | "standardise" | "view">>;

interface Preset {
  group: PresetGroup;
  points: () => Points;
  parameters: Parameters;
}

/** Flowers of the table, by row: 50 of each of three species in turn. */
function flowers(rows: readonly number[], columns: readonly number[]): Points {
  const { d, x } = fromRows(iris);
  return {
    d: columns.length,
    x: rows.flatMap((row) => columns.map((column) => x[row * d + column] ?? 0)),
    labels: rows.map((row) => words.species[Math.floor(row / 50)] ?? ""),
  };
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, k) => from + k);

/** Rows of setosa, and of two flowers of each other species. */
const STRANGERS = [...range(0, 50), 60, 85, 105, 131];

/** Of the images: all zeros, and a one, a three, a four, a six and a seven. */
const ZEROS = [0, 10, 20, 30, 36, 48, 49, 55, 72, 78, 79, 101, 126, 130, 140];
const INTRUDERS: readonly (readonly [image: number, digit: number])[] = [
  [1, 1],
  [13, 3],
  [24, 4],
  [34, 6],
  [17, 7],
];
const IMAGE_SIDE = 8;

function images(): Points {
  const { d, x } = fromImages(digits);
  const chosen = [...ZEROS.map((image) => [image, 0] as const), ...INTRUDERS];
  return {
    d,
    x: chosen.flatMap(([image]) => x.slice(image * d, (image + 1) * d)),
    labels: chosen.map(([, digit]) => String(digit)),
    imageSide: IMAGE_SIDE,
  };
}

const rbf = (gamma: number, nuShare: number): Parameters => ({ kernel: "rbf", gamma, nuShare });
const made = (points: teaching.Cloud, parameters: Parameters): Preset => ({
  group: "teaching",
  points: () => points,
  parameters,
});

const PRESETS: Readonly<Record<PresetId, Preset>> = {
  faithful: {
    group: "real",
    points: () => fromRows(faithful),
    parameters: { ...rbf(0.8, 0.1), standardise: true },
  },
  iris: {
    group: "real",
    points: () => flowers(range(50, 100), [0, 2, 3]),
    parameters: { nuShare: 0.1, view: "sphere" },
  },
  "iris-strangers": {
    group: "real",
    points: () => flowers(STRANGERS, [0, 1, 2, 3]),
    parameters: { nuShare: 0.3, view: "strip" },
  },
  digits: { group: "real", points: images, parameters: { nuShare: 0.5, view: "strip" } },
  ring: made(teaching.ring, { nuShare: 0.15 }),
  clusters: made(teaching.clusters, rbf(0.5, 0.2)),
  banana: made(teaching.banana, rbf(0.5, 0.15)),
  doubtful: made(teaching.doubtful, { nuShare: 0.1 }),
  cloud: made(teaching.cloud, { nuShare: 0.25 }),
  shell: made(teaching.shell, { nuShare: 0.1, view: "sphere" }),
  "three-ball": made(teaching.three, { nuShare: 0.5 }),
  "three-band": made(teaching.three, { nuShare: 2 / 3 }),
  "three-point": made(teaching.three, { nuShare: 0.8 }),
  "heavy-centre": made(teaching.heavyCentre, { nuShare: 0.5 }),
  "two-outside": made(teaching.twoOutside, { nuShare: 0.25 }),
  circle: made(teaching.circle, { nuShare: 0.1 }),
  weighted: made(teaching.weighted, { nuShare: 0.35 }),
  repeated: made(teaching.repeated, { nuShare: 0.35 }),
  far: made(teaching.far, { nuShare: 0.15 }),
  identical: made(teaching.identical, { nuShare: 0.5 }),
  "one-point": made(teaching.onePoint, { nuShare: 0.5 }),
  "two-points": made(teaching.twoPoints, { nuShare: 0.5 }),
  indefinite: made(teaching.cloud, { nuShare: 0.3, kernel: "sigmoid", gamma: 0.5, coef0: -1 }),
};

/** Menu entries, in order. */
export const PRESET_INFO: readonly PresetInfo<PresetId>[] = DATA_PRESETS.map((id) => {
  const { title, about, source } = words.sets[id];
  return { id, group: PRESETS[id].group, title, about, source };
});

/** Fields that depend on the data, with their values for new data. */
export const FRESH = {
  columnX: 0,
  columnY: 1,
  columnZ: 2,
  viewX0: null,
  viewX1: null,
  viewY0: null,
  viewY1: null,
  origin: "",
  ...NEW_PATH,
  broken: [],
  point: 0,
  alpha: null,
  beta: null,
  gammaMult: null,
  rho: null,
} as const satisfies Partial<SvddState>;

/**
 * The state a preset sets: its data, its parameters, and the start values of all that depends on data (zoom, picked
 * point, trial values, the iteration on show). "own" sets only the name: the data is the user's.
 */
export function presetData(id: (typeof PRESET_IDS)[number]): Partial<SvddState> {
  if (id === "own") return { preset: id };
  const { d, x, weights = [], labels = [], imageSide = 0 } = PRESETS[id].points();
  return {
    ...FRESH,
    kernel: "linear",
    gamma: 1,
    coef0: 1,
    degree: 3,
    standardise: false,
    tolerance: 1e-6,
    view: "plane",
    ...PRESETS[id].parameters,
    xNames: names(id, d),
    preset: id,
    // A copy: its rows are new points, whatever edits of the same data set came before (rows.ts).
    x: [...x],
    ...{ d, weights, labels, imageSide },
  };
}

/** The data set on which a claim is seen best, and the point that is picked first. */
export function claimStart(claim: string): { readonly preset: PresetId; readonly point: number } {
  switch (claim) {
    case "2.1":
    case "2.2":
    case "2.3":
    case "2.5a":
    case "2.5e":
    case "2.6":
      return { preset: "cloud", point: 6 };
    case "2.4":
      return { preset: "heavy-centre", point: 0 };
    case "2.5b":
    case "2.5c":
      return { preset: "three-band", point: 0 };
    case "2.5d":
      return { preset: "ring", point: 32 };
    default:
      return { preset: firstPreset, point: 0 };
  }
}

function names(id: PresetId, d: number): readonly string[] {
  const { x } = words.sets[id];
  if (typeof x !== "string") return x;
  return Array.from({ length: d }, (_, k) =>
    format(x, { row: Math.floor(k / IMAGE_SIDE) + 1, column: (k % IMAGE_SIDE) + 1 }),
  );
}
