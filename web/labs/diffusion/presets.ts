// The starting states that come with the lab: data, a schedule and what is looked at. Facts only; the words are in messages.
import type { DiffusionClaimId } from "../../../wasm/lib/types.ts";
import type { StateOf } from "../../host/lab.ts";
import type { PresetGroup } from "../../kit/presets.ts";
import type { SharedState } from "./fields.ts";
import type { ELBO } from "./stages/elbo/fields.ts";

type Fields = Partial<SharedState & StateOf<typeof ELBO>>;

const PRESETS = {
  moons: { group: "teaching", fields: { dataset: "moons" } },
  roll: { group: "teaching", fields: { dataset: "roll" } },
  spirals: { group: "teaching", fields: { dataset: "spirals" } },
  gaussians: { group: "teaching", fields: { dataset: "gaussians", n: 8, spread: 0.1 } },
  board: { group: "teaching", fields: { dataset: "board", n: 1000, spread: 0.03 } },
  letters: { group: "teaching", fields: { dataset: "letters" } },
  "one-point": { group: "teaching", fields: { dataset: "own", points: [0.8, 0.5], spread: 0 } },
  "two-points": { group: "teaching", fields: { dataset: "own", points: [-1, 0, 1, 0], spread: 0 } },
  "one-step": { group: "teaching", fields: { dataset: "moons", schedule: "constant", T: 1, beta: 0.999, t: 1 } },
  ddpm: { group: "teaching", fields: { dataset: "moons", schedule: "linear", T: 1000, t: 250 } },
  "too-short": { group: "teaching", fields: { dataset: "moons", schedule: "linear", T: 20, betaT: 0.02, t: 20 } },
  "no-noise": { group: "teaching", fields: { dataset: "moons", schedule: "constant", T: 50, beta: 1e-9, t: 50 } },
  own: { group: "teaching", fields: { dataset: "own" } },
} as const satisfies Record<string, { group: PresetGroup; fields: Fields }>;

export type PresetId = keyof typeof PRESETS;
export const PRESET_IDS = Object.keys(PRESETS) as PresetId[];
export const firstPreset: PresetId = "moons";

export function presetFields(id: PresetId): Fields {
  return PRESETS[id].fields;
}

/** Of each claim, what shows it best: few steps where one of them is looked at, many where they add up. */
const CLAIM_STARTS: Readonly<Record<DiffusionClaimId, { readonly preset: PresetId; readonly fields: Fields }>> = {
  "4a": { preset: "moons", fields: { stage: "forward", t: 100 } },
  "4b": { preset: "moons", fields: { stage: "posterior", T: 12, t: 6 } },
  "4c": { preset: "moons", fields: { stage: "posterior", T: 12, t: 7 } },
  "4d": { preset: "ddpm", fields: { stage: "elbo", elboView: "weights", t: 100 } },
  "4r1": { preset: "ddpm", fields: { stage: "elbo", elboView: "printed" } },
  "4r2": { preset: "gaussians", fields: { stage: "forward", n: 200, t: 60 } },
  "4r3": { preset: "moons", fields: { stage: "sample" } },
  "4bridge": { preset: "moons", fields: { stage: "elbo", bridgeT: 100, elboView: "bridge" } },
};

/** The starting state that shows a claim best. */
export function claimStart(claim: DiffusionClaimId): { readonly preset: PresetId } & Fields {
  const { preset, fields } = CLAIM_STARTS[claim];
  return { preset, ...fields };
}
