// The starting states of the lab. The words are in messages.
import type { CifgClaimId } from "../../../wasm/lib/types.ts";
import type { StateOf } from "../../host/lab.ts";
import type { SharedState } from "./fields.ts";
import type { CELL } from "./stages/cell/fields.ts";
import type { FLOW } from "./stages/flow/fields.ts";
import type { TRAIN } from "./stages/train/fields.ts";

type Fields = Partial<SharedState & StateOf<typeof CELL> & StateOf<typeof FLOW> & StateOf<typeof TRAIN>>;

/** Groups of the menu, one for each stage. */
export const PRESET_GROUPS = ["cell", "flow", "train"] as const;
type PresetGroup = (typeof PRESET_GROUPS)[number];

const numbers = (text: string) => text.trim().split(/\s+/).map(Number);

/** d_x = 2, d_h = 3: made-up numbers of both signs. */
const SMALL = {
  dx: 2,
  dh: 3,
  T: 6,
  weights: numbers(`
    0.8 -0.5  -0.3 0.9  0.4 0.6     0.5 -0.4 0.2  -0.6 0.3 0.7  0.1 -0.8 0.4     0.5 0.8 -0.2
    -0.7 0.4  0.6 0.5  -0.2 0.9     0.3 0.6 -0.5  0.8 -0.2 0.4  -0.4 0.7 0.1     0.2 -0.1 0.3
    0.9 0.7  -0.8 0.4  0.5 -1.1     0.6 -0.9 0.3  0.2 0.8 -0.7  -0.5 0.4 0.9     0.1 0.0 -0.2`),
  x: numbers("0.9 -0.4  0.3 0.8  -0.7 0.5  1.1 0.2  -0.5 -0.9  0.6 0.4"),
  h0: [0.1, -0.2, 0.3],
  c0: [0.5, -0.6, 0.8],
  g: numbers("0 0 0  0 0 0  0.5 -0.3 0  0 0 0  0 0.4 -0.6  1 -0.8 0.7"),
} as const satisfies Fields;

const PRESETS = {
  small: { group: "cell", fields: { stage: "cell", ...SMALL } },
  flow: { group: "flow", fields: { stage: "flow", ...SMALL } },
  co2: { group: "train", fields: { stage: "train", ...SMALL, task: "series", series: "co2" } },
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
  "3a": { preset: "small", stage: "cell" },
  "3b": { preset: "small", stage: "cell", pass: "backward" },
  "3c": { preset: "small", stage: "cell", pass: "backward" },
  "3ledger": { preset: "small", stage: "cell", pass: "backward" },
  "3horizon": { preset: "small", stage: "flow" },
};

/** The starting state that shows a claim best. */
export function claimStart(claim: CifgClaimId): { readonly preset: PresetId } & Fields {
  return CLAIM_STARTS[claim];
}
