// The lab for the host: its state's table, starting states, links to claims, and what makes a state inconsistent.
import { sameValue } from "../../host/equal.ts";
import { defaultsOf } from "../../host/fields.ts";
import type { LabModel } from "../../host/lab.ts";
import { CLAIMS } from "./fields.ts";
import { claimStart, firstPreset, type PresetId, presetFields } from "./presets.ts";
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

/** Whether the state is no longer that of its name: looking at other steps, units or claims is no edit. */
export function isEdited(state: CifgState): boolean {
  const base: Readonly<Record<string, unknown>> = fromPreset(state.preset);
  const edits = [...PROBLEM_FIELDS, ...Object.keys(FLOW), ...Object.keys(TRAIN).filter((name) => name !== "sequence")];
  const now: Readonly<Record<string, unknown>> = state;
  return edits.some((name) => !sameValue(base[name], now[name]));
}

const model: LabModel<CifgState> = {
  id: "cifg",
  table: TABLE,
  claims: CLAIMS,
  initial: () => fromPreset(firstPreset),
  base: { key: "preset", state: (value) => fromPreset(value as PresetId) },
  inconsistency: (state) => (fits(state) ? null : "sizes"),

  forClaim(claim) {
    const id = CLAIMS.find((known) => known === claim);
    if (id === undefined) return model.initial();
    const { preset, ...fields } = claimStart(id);
    return { ...fromPreset(preset), ...fields, claim: id };
  },
};

export default model;
