// The starting states of the lab, by the stage that they open. The words are in messages.
import type { CifgClaimId } from "../../../wasm/lib/types.ts";
import type { StateOf } from "../../host/lab.ts";
import type { SharedState } from "./fields.ts";
import { offsetOf, type ParamName, type ProblemFields } from "./problem.ts";
import type { CELL } from "./stages/cell/fields.ts";
import type { FLOW } from "./stages/flow/fields.ts";
import type { TRAIN } from "./stages/train/fields.ts";

type Fields = Partial<SharedState & StateOf<typeof CELL> & StateOf<typeof FLOW> & StateOf<typeof TRAIN>>;

/** Groups of the menu, one for each stage. */
export const PRESET_GROUPS = ["cell", "flow", "train"] as const;
type PresetGroup = (typeof PRESET_GROUPS)[number];

const numbers = (text: string) => text.trim().split(/\s+/).map(Number);

/** d_x = 2, d_h = 3, six steps: made-up numbers of both signs, losses at three steps. */
const SMALL: ProblemFields = {
  ...{ dx: 2, dh: 3, T: 6 },
  weights: numbers(`
    0.8 -0.5  -0.3 0.9  0.4 0.6     0.5 -0.4 0.2  -0.6 0.3 0.7  0.1 -0.8 0.4     0.5 0.8 -0.2
    -0.7 0.4  0.6 0.5  -0.2 0.9     0.3 0.6 -0.5  0.8 -0.2 0.4  -0.4 0.7 0.1     0.2 -0.1 0.3
    0.9 0.7  -0.8 0.4  0.5 -1.1     0.6 -0.9 0.3  0.2 0.8 -0.7  -0.5 0.4 0.9     0.1 0.0 -0.2`),
  x: numbers("0.9 -0.4  0.3 0.8  -0.7 0.5  1.1 0.2  -0.5 -0.9  0.6 0.4"),
  h0: [0.1, -0.2, 0.3],
  c0: [0.5, -0.6, 0.8],
  g: numbers("0 0 0  0 0 0  0.5 -0.3 0  0 0 0  0 0.4 -0.6  1 -0.8 0.7"),
};

/** One unit, one step: the numbers of an exercise on paper. */
const ONE: ProblemFields = {
  ...{ dx: 1, dh: 1, T: 1 },
  weights: numbers("0.5 0.2 0  -0.4 0.6 0.3  1 -0.5 0.2"),
  ...{ x: [1], h0: [0.5], c0: [-0.5], g: [1] },
};

/** Two units, twelve steps: the first writes one input into its cell and then keeps it; the second forgets within two steps. */
const MEMORY: ProblemFields = {
  ...{ dx: 2, dh: 2, T: 12 },
  // Unit 1: f opens (z = 6) unless the mark x_2 = 1 comes (z = -6); the candidate reads x_1. No weight reads h.
  weights: numbers(`
    0 -12  0 0     0 0  0 0     6 -0.7
    0 0  0 0       0 0  0 0     3 3
    2 0  2 0       0 0  0 0     0 0`),
  x: numbers("0.3 0  0.8 1  -0.6 0  0.5 0  -0.9 0  0.2 0  0.7 0  -0.4 0  0.6 0  -0.8 0  0.1 0  -0.5 0"),
  ...{ h0: [0, 0], c0: [0, 0] },
  g: [...new Array<number>(22).fill(0), 1, 1],
};

/** The problem with other numbers for one parameter. */
function withParam<Name extends ParamName>(
  problem: ProblemFields,
  name: Name,
  values: readonly number[],
): ProblemFields {
  const from = offsetOf(name, problem);
  const weights = problem.weights.map((old, i) => values[i - from] ?? old);
  return { ...problem, weights };
}

/** Every unit's bias of the forget gate. */
const withForgetBias = (problem: ProblemFields, bias: number) =>
  withParam(problem, "b_f", new Array<number>(problem.dh).fill(bias));

/** Nothing of the inputs or of h_{t-1} reaches the candidate of unit 1, which starts at 0: c_{t-1} = c~_t = 0 there, exactly. */
const EQUAL: ProblemFields = {
  ...withParam(
    withParam(withParam(SMALL, "W_c", [0, 0, -0.8, 0.4, 0.5, -1.1]), "U_c", [0, 0, 0, 0.2, 0.8, -0.7, -0.5, 0.4, 0.9]),
    "b_c",
    [0, 0, -0.2],
  ),
  c0: [0, -0.6, 0.8],
};

/** A loss at the last step only. */
const LAST = numbers("0 0 0  0 0 0  0 0 0  0 0 0  0 0 0  1 -0.8 0.7");

/** The cell's own problem is the small one, whatever is drawn. */
const FLOW_START = { stage: "flow", ...SMALL } as const;

const TRAIN_START = { stage: "train", ...SMALL, task: "series" } as const;
const COPY = { task: "copy", taskT: 30, delay: 10, units: 16, trainSteps: 1200 } as const;

const PRESETS = {
  small: { group: "cell", fields: { stage: "cell", ...SMALL } },
  one: { group: "cell", fields: { stage: "cell", ...ONE } },
  closed: { group: "cell", fields: { stage: "cell", ...withForgetBias(SMALL, -1000) } },
  open: { group: "cell", fields: { stage: "cell", ...withForgetBias(SMALL, 1000), pass: "backward" } },
  equal: { group: "cell", fields: { stage: "cell", ...EQUAL, pass: "backward" } },
  saturated: { group: "cell", fields: { stage: "cell", ...withForgetBias(SMALL, 40) } },
  last: { group: "cell", fields: { stage: "cell", ...SMALL, g: LAST, pass: "backward" } },
  memory: { group: "cell", fields: { stage: "cell", ...MEMORY, pass: "backward" } },
  drawn: { group: "flow", fields: FLOW_START },
  vanishing: { group: "flow", fields: { ...FLOW_START, gain: 1, forgetBias: -2 } },
  exploding: { group: "flow", fields: { ...FLOW_START, gain: 12, forgetBias: -1, flowDh: 32, flowT: 200 } },
  "long-memory": {
    group: "flow",
    fields: { ...FLOW_START, gain: 1, forgetBias: 6, flowT: 100, flowView: "memory" },
  },
  "half-truth": { group: "flow", fields: { ...FLOW_START, gain: 5, forgetBias: 0, flowView: "memory" } },
  reverse: {
    group: "flow",
    fields: { ...FLOW_START, flowDx: 2, flowDh: 1, gain: 8, forgetBias: 4, flowSeed: 142, flowView: "memory" },
  },
  "flat-gates": { group: "flow", fields: { ...FLOW_START, gain: 1, forgetBias: 0, inputGain: 10, inputScale: 3 } },
  "dead-gates": {
    group: "flow",
    fields: { ...FLOW_START, gain: 0.5, forgetBias: -6, inputGain: 3, flowView: "memory" },
  },
  "two-cells": { group: "flow", fields: { ...FLOW_START, gain: 5, forgetBias: 0, flowSeed: 12 } },
  co2: { group: "train", fields: { ...TRAIN_START, series: "co2" } },
  "co2-year": { group: "train", fields: { ...TRAIN_START, series: "co2", horizon: 12 } },
  lynx: { group: "train", fields: { ...TRAIN_START, series: "lynx", window: 20, season: 10, trainSteps: 200 } },
  passengers: { group: "train", fields: { ...TRAIN_START, series: "airPassengers", window: 24 } },
  adding: { group: "train", fields: { ...TRAIN_START, task: "adding", taskT: 30, units: 16, trainSteps: 1000 } },
  copy: { group: "train", fields: { ...TRAIN_START, ...COPY } },
  truncated: { group: "train", fields: { ...TRAIN_START, ...COPY, truncate: 5 } },
  "no-clip": {
    group: "train",
    fields: { ...TRAIN_START, task: "adding", taskT: 30, units: 16, learningRate: 0.3, clip: 0 },
  },
  "equal-weights": { group: "train", fields: { ...TRAIN_START, ...COPY, equal: "parameters" } },
  "long-adding": {
    group: "train",
    fields: { ...TRAIN_START, task: "adding", taskT: 100, units: 16, startBias: 0, trainSteps: 1000 },
  },
} as const satisfies Record<string, { group: PresetGroup; fields: Fields }>;

export type PresetId = keyof typeof PRESETS;
export const PRESET_IDS = Object.keys(PRESETS) as PresetId[];
export const firstPreset: PresetId = "small";

export function presetFields(id: PresetId): Fields {
  return PRESETS[id].fields;
}

export function presetGroup(id: PresetId): PresetGroup {
  return PRESETS[id].group;
}

const CLAIM_STARTS: Readonly<Record<CifgClaimId, { readonly preset: PresetId } & Fields>> = {
  // Unit 3 has an open gate, where 1 - f has no digits of 1 to be taken from: every mistake of the claim shows.
  "3a": { preset: "small", stage: "cell", weights: withParam(SMALL, "b_f", [0.5, 0.8, 40]).weights },
  "3b": { preset: "small", stage: "cell", pass: "backward" },
  "3c": { preset: "small", stage: "cell", pass: "backward" },
  "3ledger": { preset: "small", stage: "cell", pass: "backward" },
  "3horizon": { preset: "last", stage: "cell", pass: "backward" },
};

/** The starting state that shows a claim best. */
export function claimStart(claim: CifgClaimId): { readonly preset: PresetId } & Fields {
  return CLAIM_STARTS[claim];
}
