// The lab for the host: its state's table, starting states, links to claims, and what makes a state inconsistent.
import { defaultsOf } from "../../host/fields.ts";
import type { LabModel } from "../../host/lab.ts";
import { CLAIMS } from "./fields.ts";
import { claimStart, firstPreset, type PresetId, presetFields } from "./presets.ts";
import { fits } from "./problem.ts";
import { type CifgState, TABLE } from "./state.ts";

function fromPreset(id: PresetId): CifgState {
  return { ...defaultsOf(TABLE), preset: id, ...presetFields(id) };
}

/** The state after a starting state was chosen in the menu. A claim that is being read stays open. */
export function chosen(state: CifgState, id: PresetId): CifgState {
  const { claim, broken } = state;
  return { ...fromPreset(id), claim, broken };
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
