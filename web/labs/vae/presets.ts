// The starting states of the lab. The words are in messages.
import type { VaeClaimId } from "../../../wasm/lib/types.ts";
import type { StateOf } from "../../host/lab.ts";
import type { SharedState, StageId } from "./fields.ts";
import type { BOUND } from "./stages/bound/fields.ts";
import type { COMPARE } from "./stages/compare/fields.ts";
import type { DIGITS } from "./stages/digits/fields.ts";
import type { TRAIN } from "./stages/train/fields.ts";

type Fields = Partial<
  SharedState & StateOf<typeof BOUND> & StateOf<typeof TRAIN> & StateOf<typeof DIGITS> & StateOf<typeof COMPARE>
>;

/** Groups of the menu: the stage that each opens. */
export const PRESET_GROUPS = ["bound", "train", "digits", "compare"] as const satisfies readonly StageId[];

const PLANE: Fields = {
  ...{ dx: 2, dz: 2, D: [1.2, 0.5, -0.4, 0.9], b: [0.2, -0.1], noiseVar: 0.25, x: [1.1, 0.6] },
  ...{ qMean: [0.2, 0.9], qVar: [0.2, 0.35] },
};

const PRESETS = {
  plane: { group: "bound", fields: { ...PLANE } },
  digits: { group: "train", fields: { ...PLANE } },
  samples: { group: "digits", fields: { ...PLANE } },
  "side-by-side": { group: "compare", fields: { ...PLANE } },
} as const satisfies Record<string, { group: StageId; fields: Fields }>;

export type PresetId = keyof typeof PRESETS;
export const PRESET_IDS = Object.keys(PRESETS) as PresetId[];
export const firstPreset: PresetId = "plane";

export function presetFields(id: PresetId): Fields {
  return { stage: PRESETS[id].group, ...PRESETS[id].fields };
}

export function presetGroup(id: PresetId): StageId {
  return PRESETS[id].group;
}

const CLAIM_STARTS: Readonly<Record<VaeClaimId, { readonly preset: PresetId } & Fields>> = {
  "4v1": { preset: "plane" },
  "4v2": { preset: "plane" },
  "4v3": { preset: "plane" },
  "4v4": { preset: "plane" },
};

/** The starting state that shows a claim best. */
export function claimStart(claim: VaeClaimId): { readonly preset: PresetId } & Fields {
  return CLAIM_STARTS[claim];
}
