// The diffusion lab for the host: its state's table, starting states, links to claims, and what makes a state inconsistent.
import { defaultsOf } from "../../host/fields.ts";
import type { LabModel } from "../../host/lab.ts";
import { CLAIMS, KNOTS } from "./fields.ts";
import { claimStart, firstPreset, type PresetId, presetFields } from "./presets.ts";
import { ELBO } from "./stages/elbo/fields.ts";
import { FORWARD } from "./stages/forward/fields.ts";
import { POSTERIOR } from "./stages/posterior/fields.ts";
import { SAMPLE } from "./stages/sample/fields.ts";
import { TRAIN } from "./stages/train/fields.ts";
import { type DiffusionState, TABLE } from "./state.ts";

/** What the data are made from. */
const DATA_FIELDS: readonly string[] = ["dataset", "n", "text", "dataSeed", "spread", "points"];

function fromPreset(id: PresetId): DiffusionState {
  return { ...defaultsOf(TABLE), preset: id, ...presetFields(id) };
}

/**
 * The state after a starting state was chosen in the menu: its data and schedule. The settings of training and sampling stay as
 * they are. A claim that is being read stays open, so that it can be compared on other data.
 */
export function chosen(state: DiffusionState, id: PresetId): DiffusionState {
  const kept = Object.keys({ ...TRAIN, ...SAMPLE, claim: null, broken: null }) as (keyof DiffusionState)[];
  const own = Object.fromEntries(kept.map((name) => [name, state[name]])) as Partial<DiffusionState>;
  const next = fromPreset(id);
  return { ...next, ...own, stage: presetFields(id).stage ?? state.stage };
}

const model: LabModel<DiffusionState> = {
  id: "diffusion",
  table: TABLE,
  claims: CLAIMS,
  initial: () => fromPreset(firstPreset),
  base: { key: "preset", state: (value) => fromPreset(value as PresetId) },
  parts: {
    data: ["preset", ...DATA_FIELDS],
    controls: [
      ...DATA_FIELDS.filter((name) => name !== "points"),
      ...["schedule", "T", "beta1", "betaT", "s", "betaMax", "beta", "knots", "seed"],
      ...Object.keys({ ...FORWARD, ...POSTERIOR, ...TRAIN, ...SAMPLE, ...ELBO }),
    ],
    stepper: ["t"],
  },

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
