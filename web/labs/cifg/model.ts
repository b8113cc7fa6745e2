// The lab for the host: its state's table, starting states, links to claims, and what makes a state inconsistent.
import { sameValue } from "../../host/equal.ts";
import { defaultsOf } from "../../host/fields.ts";
import type { LabModel } from "../../host/lab.ts";
import { CLAIMS, type StageId } from "./fields.ts";
import { claimStart, firstPreset, PRESET_IDS, type PresetId, presetFields, presetGroup } from "./presets.ts";
import { fits, PROBLEM_FIELDS } from "./problem.ts";
import { FLOW } from "./stages/flow/fields.ts";
import { TRAIN } from "./stages/train/fields.ts";
import { type CifgState, TABLE } from "./state.ts";

function fromPreset(id: PresetId): CifgState {
  return { ...defaultsOf(TABLE), preset: id, ...presetFields(id) };
}

/** The state after a starting state was chosen in the menu. A claim that is being read stays open. */
export function chosen(state: CifgState, id: PresetId): CifgState {
  const { claim, broken } = state;
  return { ...fromPreset(id), claim, broken };
}

/** What each stage's starting states set: looking at other steps, units or claims is no edit. */
const EDITS: Readonly<Record<StageId, readonly (keyof CifgState)[]>> = {
  cell: PROBLEM_FIELDS,
  flow: Object.keys(FLOW) as (keyof typeof FLOW)[],
  train: (Object.keys(TRAIN) as (keyof typeof TRAIN)[]).filter((name) => name !== "sequence"),
};

const sameStage = (stage: StageId, a: CifgState, b: CifgState) =>
  EDITS[stage].every((name) => sameValue(a[name], b[name]));

/**
 * What the menu says at the stage on screen. A starting state that was chosen for another stage leaves this one as one of its own
 * states has it; the state's name alone would speak of what is out of sight.
 */
export function shownPreset(state: CifgState): { readonly id: PresetId; readonly edited: boolean } {
  const { stage, preset } = state;
  const base = fromPreset(preset);
  const here = PRESET_IDS.filter((id) => presetGroup(id) === stage);
  const id =
    presetGroup(preset) === stage ? preset : (here.find((each) => sameStage(stage, fromPreset(each), base)) ?? preset);
  return { id, edited: !sameStage(stage, state, base) };
}

const model: LabModel<CifgState> = {
  id: "cifg",
  table: TABLE,
  claims: CLAIMS,
  initial: () => fromPreset(firstPreset),
  base: { key: "preset", state: (value) => fromPreset(value as PresetId) },
  parts: {
    data: ["preset", ...PROBLEM_FIELDS, "ownSeries"],
    controls: [
      ...["dx", "dh", "T"],
      ...Object.keys({ ...FLOW, ...TRAIN }).filter((name) => !["flowAt", "sequence", "ownSeries"].includes(name)),
    ],
    stepper: ["at", "flowAt"],
  },
  inconsistency: (state) => (fits(state) ? null : "sizes"),

  forClaim(claim) {
    const id = CLAIMS.find((known) => known === claim);
    if (id === undefined) return model.initial();
    const { preset, ...fields } = claimStart(id);
    return { ...fromPreset(preset), ...fields, claim: id };
  },
};

export default model;
