// The lab for the host: its state's table, starting states, links to claims, and what makes a state inconsistent.
import { sameValue } from "../../host/equal.ts";
import { defaultsOf } from "../../host/fields.ts";
import type { LabModel } from "../../host/lab.ts";
import { CLAIMS, type StageId } from "./fields.ts";
import { ownFit } from "./own-images/images.ts";
import { claimStart, firstPreset, PRESET_IDS, type PresetId, presetFields, presetGroup } from "./presets.ts";
import { fits, PROBLEM_FIELDS } from "./problem.ts";
import { BOUND } from "./stages/bound/fields.ts";
import { COMPARE } from "./stages/compare/fields.ts";
import { DIGITS } from "./stages/digits/fields.ts";
import { TRAIN } from "./stages/train/fields.ts";
import { TABLE, type VaeState } from "./state.ts";

function fromPreset(id: PresetId): VaeState {
  return { ...defaultsOf(TABLE), preset: id, ...presetFields(id) };
}

/** The state after a starting state was chosen in the menu. A claim that is being read stays open. */
export function chosen(state: VaeState, id: PresetId): VaeState {
  const { claim, broken } = state;
  return { ...fromPreset(id), claim, broken };
}

/** Which step and which image is on show. */
const LOOKED_AT: readonly (keyof VaeState)[] = ["digitsStep", "digitsPicked", "vaeZx", "vaeZy", "vaeImage", "vaeTo"];

/** Whether it is a setting, and not what is looked at or drawn by hand. */
const isSetting = (name: string) =>
  ![...LOOKED_AT, "vaeDrawn", "digitsMask", "compareSet", "comparePicked"].some((other) => other === name);

/** What each stage's starting states set: looking at other claims is no edit. */
const EDITS: Readonly<Record<StageId, readonly (keyof VaeState)[]>> = {
  bound: PROBLEM_FIELDS,
  train: (Object.keys(TRAIN) as (keyof typeof TRAIN)[]).filter((name) => !LOOKED_AT.includes(name)),
  digits: (Object.keys(DIGITS) as (keyof typeof DIGITS)[]).filter((name) => !LOOKED_AT.includes(name)),
  compare: Object.keys(COMPARE) as (keyof typeof COMPARE)[],
};

const sameStage = (stage: StageId, a: VaeState, b: VaeState) =>
  EDITS[stage].every((name) => sameValue(a[name], b[name]));

/**
 * What the menu says at the stage on screen. A starting state that was chosen for another stage leaves this one as one of its own
 * states has it; the state's name alone would speak of what is out of sight.
 */
export function shownPreset(state: VaeState): { readonly id: PresetId; readonly edited: boolean } {
  const { stage, preset } = state;
  const base = fromPreset(preset);
  const here = PRESET_IDS.filter((id) => presetGroup(id) === stage);
  const id =
    presetGroup(preset) === stage ? preset : (here.find((each) => sameStage(stage, fromPreset(each), base)) ?? preset);
  return { id, edited: !sameStage(stage, state, base) };
}

const model: LabModel<VaeState> = {
  id: "vae",
  table: TABLE,
  claims: CLAIMS,
  initial: () => fromPreset(firstPreset),
  base: { key: "preset", state: (value) => fromPreset(value as PresetId) },
  parts: {
    data: ["preset", ...PROBLEM_FIELDS, "ownImages", "ownLabels"],
    controls: [
      "dx",
      "dz",
      "noiseVar",
      "seed",
      ...Object.keys({ ...BOUND, ...COMPARE, ...TRAIN, ...DIGITS }).filter(isSetting),
    ],
    stepper: ["digitsStep"],
  },
  inconsistency(state) {
    if (!fits(state)) return "sizes";
    return ownFit(state) ? null : "ownImages, ownLabels";
  },

  forClaim(claim) {
    const id = CLAIMS.find((known) => known === claim);
    if (id === undefined) return model.initial();
    const { preset, ...fields } = claimStart(id);
    return { ...fromPreset(preset), ...fields, claim: id };
  },
};

export default model;
