// The starting states that come with the lab: data, a schedule and what is looked at. Facts only; the words are in messages.
import type { DiffusionClaimId } from "../../../wasm/lib/types.ts";
import type { PresetGroup } from "../../kit/presets.ts";
import type { SharedState } from "./fields.ts";

type Fields = Partial<SharedState>;

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

/** The starting state that shows a claim best. */
export function claimStart(_claim: DiffusionClaimId): { readonly preset: PresetId } & Fields {
  return { preset: "moons" };
}
