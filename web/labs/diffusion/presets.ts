// The starting states of the lab: data, schedule and open stage. The words are in messages.
import type { DiffusionClaimId } from "../../../wasm/lib/types.ts";
import type { StateOf } from "../../host/lab.ts";
import type { SharedState } from "./fields.ts";
import type { ELBO } from "./stages/elbo/fields.ts";
import type { POSTERIOR } from "./stages/posterior/fields.ts";

type Fields = Partial<SharedState & StateOf<typeof ELBO> & StateOf<typeof POSTERIOR>>;

/**
 * Groups of the menu. A data set leaves the open stage open, and shows its points as they are, at t = 0; the others open the
 * stage and the step that show what they are for.
 */
export const PRESET_GROUPS = ["data", "chain", "edge", "own"] as const;
type PresetGroup = (typeof PRESET_GROUPS)[number];

/** log10 beta: much noise at first, next to none in the middle, all of it at the end. */
const UNEVEN = [-1.3, -1.6, -2.4, -4, -4, -4, -2.4, -1.2, -0.5];

const PRESETS = {
  moons: { group: "data", fields: { dataset: "moons" } },
  roll: { group: "data", fields: { dataset: "roll", n: 600 } },
  spirals: { group: "data", fields: { dataset: "spirals", n: 600 } },
  gaussians: { group: "data", fields: { dataset: "gaussians" } },
  board: { group: "data", fields: { dataset: "board", n: 1200, spread: 0.03 } },
  letters: { group: "data", fields: { dataset: "letters", n: 600 } },
  ddpm: { group: "chain", fields: { stage: "forward", schedule: "linear", T: 1000, t: 250 } },
  uneven: { group: "chain", fields: { stage: "forward", schedule: "drawn", knots: UNEVEN, T: 200, t: 100 } },
  "too-short": { group: "chain", fields: { stage: "forward", schedule: "linear", T: 20, betaT: 0.02, t: 20 } },
  "one-step": { group: "chain", fields: { stage: "forward", schedule: "constant", T: 1, beta: 0.999, t: 1 } },
  "no-noise": { group: "chain", fields: { stage: "forward", schedule: "constant", T: 50, beta: 1e-9, t: 50 } },
  "one-point": {
    group: "edge",
    fields: { stage: "forward", dataset: "own", points: [0.8, 0.5], spread: 0, t: 40 },
  },
  "two-points": {
    group: "edge",
    fields: { stage: "posterior", dataset: "own", points: [-1, 0, 1, 0], spread: 0, t: 60 },
  },
  bridge: {
    group: "edge",
    fields: { stage: "elbo", dataset: "own", points: [-1, 0, 1, 0], spread: 0.2, T: 100, t: 10 },
  },
  own: { group: "own", fields: { stage: "forward", dataset: "own", t: 0 } },
} as const satisfies Record<string, { group: PresetGroup; fields: Fields }>;

export type PresetId = keyof typeof PRESETS;
export const PRESET_IDS = Object.keys(PRESETS) as PresetId[];
export const firstPreset: PresetId = "moons";

export function presetFields(id: PresetId): Fields {
  return PRESETS[id].fields;
}

export function presetGroup(id: PresetId): PresetGroup {
  return PRESETS[id].group;
}

/** Of each claim, what shows it best: few steps where one of them is looked at, many where they add up. */
const CLAIM_STARTS: Readonly<Record<DiffusionClaimId, { readonly preset: PresetId } & Fields>> = {
  "4a": { preset: "moons", stage: "forward", t: 100 },
  "4b": { preset: "moons", stage: "posterior", T: 12, t: 6 },
  // A step so large, and places so far apart, that its points and arrows are clear of one another.
  "4c": {
    ...{ preset: "moons", stage: "posterior", T: 12, betaMax: 0.4, t: 8, dims: "2" },
    ...{ x0x: 1.3, x0y: -0.5, xtx: -0.9, xty: 0.8, guess: true, guessX: 0.2, guessY: 1 },
  },
  "4d": { preset: "ddpm", stage: "elbo", elboView: "weights", t: 350 },
  "4r1": { preset: "ddpm", stage: "elbo", elboView: "printed", t: 350 },
  "4r2": { preset: "gaussians", stage: "forward", t: 60 },
  "4r3": { preset: "gaussians", stage: "sample", t: 60 },
  "4bridge": { preset: "bridge", stage: "elbo", elboView: "bridge", bridgeT: 100, betaMax: 0.999 },
};

/** The starting state that shows a claim best. */
export function claimStart(claim: DiffusionClaimId): { readonly preset: PresetId } & Fields {
  return CLAIM_STARTS[claim];
}
