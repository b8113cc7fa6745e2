// The diffusion lab for the host: its state's table, starting states, links to claims, and what makes a state inconsistent.
import { defaultsOf } from "../../host/fields.ts";
import type { LabModel } from "../../host/lab.ts";
import { CLAIMS, KNOTS } from "./fields.ts";
import { claimStart, firstPreset, type PresetId, presetFields } from "./presets.ts";
import { type DiffusionState, TABLE } from "./state.ts";

function fromPreset(id: PresetId): DiffusionState {
  return { ...defaultsOf(TABLE), preset: id, ...presetFields(id) };
}

const model: LabModel<DiffusionState> = {
  id: "diffusion",
  table: TABLE,
  claims: CLAIMS,
  initial: () => fromPreset(firstPreset),
  base: { key: "preset", state: (value) => fromPreset(value as PresetId) },

  inconsistency({ points, schedule, knots }) {
    if (points.length % 2 !== 0) return "sizes";
    return schedule === "drawn" && knots.length !== KNOTS ? "knots" : null;
  },

  forClaim(claim) {
    const id = CLAIMS.find((known) => known === claim);
    if (id === undefined) return model.initial();
    const { preset, ...fields } = claimStart(id);
    return { ...fromPreset(preset), ...fields, claim: id };
  },
};

export default model;
