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

/** Every state has a model, so that the claims have something to say at every stage. */
const PLANE: Fields = {
  ...{ dx: 2, dz: 2, D: [1.2, 0.5, -0.4, 0.9], b: [0.2, -0.1], noiseVar: 0.25, x: [1.1, 0.6] },
  ...{ qMean: [0.2, 0.9], qVar: [0.2, 0.35] },
};

const PRESETS = {
  plane: { group: "bound", fields: {} },
  // On the line: the worked example of the derivation.
  line: {
    group: "bound",
    fields: { dx: 1, dz: 1, D: [2], b: [1], noiseVar: 1, x: [2.5], qMean: [0.5], qVar: [0.5] },
  },
  tilted: {
    group: "bound",
    fields: { D: [1.5, 1.3, 1.1, 1.4], b: [0, 0], noiseVar: 0.1, x: [1, 0.8], qMean: [0, 0], qVar: [0.3, 0.3] },
  },
  straight: {
    group: "bound",
    fields: { D: [1.2, 0.8, -0.8, 1.2], b: [0, 0], noiseVar: 0.3, x: [1, 1], qMean: [0, 0], qVar: [1, 1] },
  },
  "few-numbers": {
    group: "bound",
    fields: { dx: 1, dz: 2, D: [1, 1], b: [0], noiseVar: 0.05, x: [1.5], qMean: [1, 0], qVar: [0.1, 0.1] },
  },
  ignored: {
    group: "bound",
    fields: { D: [0, 0, 0, 0], b: [0, 0], noiseVar: 0.5, x: [0.8, -0.4], qMean: [0.6, -0.8], qVar: [0.3, 0.5] },
  },
  three: {
    group: "bound",
    fields: {
      ...{ dx: 3, dz: 2, D: [1, 0.5, -0.5, 1, 2, 1], b: [0, 1, -1], noiseVar: 0.25, x: [1, 0, 2] },
      ...{ qMean: [0.5, 0.25], qVar: [0.1, 0.2] },
    },
  },
  digits: { group: "train", fields: { vaeData: "digits" } },
  collapse: { group: "train", fields: { vaeData: "digits", vaeBeta: 30 } },
  "many-latents": { group: "train", fields: { vaeData: "digits", vaeLatents: 10 } },
  moons: {
    group: "train",
    fields: { vaeData: "moons", vaeLikelihood: "gaussian", vaeNoiseVar: 0.02, vaeBeside: "grid" },
  },
  gaussians: {
    group: "train",
    fields: { vaeData: "gaussians", vaeLikelihood: "gaussian", vaeNoiseVar: 0.01, vaeShade: "aggregate" },
  },
  "own-images": { group: "train", fields: { vaeData: "own" } },
  samples: { group: "digits", fields: { digitsView: "grid" } },
  guidance: { group: "digits", fields: { digitsView: "guidance", digitsClass: "3" } },
  between: { group: "digits", fields: { digitsView: "between" } },
  fill: { group: "digits", fields: { digitsView: "fill" } },
  "every-step": { group: "digits", fields: { digitsView: "grid", digitsMethod: "ancestral", digitsCount: 40 } },
  "side-by-side": { group: "compare", fields: {} },
} as const satisfies Record<string, { group: StageId; fields: Fields }>;

export type PresetId = keyof typeof PRESETS;
export const PRESET_IDS = Object.keys(PRESETS) as PresetId[];
export const firstPreset: PresetId = "plane";

export function presetFields(id: PresetId): Fields {
  return { ...PLANE, stage: PRESETS[id].group, ...PRESETS[id].fields };
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
