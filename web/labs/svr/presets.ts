// The data sets that come with the lab: each with the parameters that show it best.
import { motorcycle } from "../../data/motorcycle.ts";
import { fromRows } from "../../data/read.ts";
import type { PresetInfo } from "../../kit/points/presets.ts";
import { NEW_PATH } from "../../kit/points/state.ts";
import { withTarget } from "./dataset.ts";
import { presets as words } from "./messages/presets.en.ts";
import type { Preset } from "./preset.ts";
import { DATA_PRESETS, firstPreset, type PRESET_IDS, type PresetId, TEACHING } from "./preset-ids.ts";
import type { SvrState } from "./state.ts";

/** The first one; the others once they have been brought: a first visit does not wait for them. */
const here = new Map<string, Preset>();
take({
  [firstPreset]: {
    points: withTarget(fromRows(motorcycle)),
    xNames: words.motorcycle.x,
    yName: words.motorcycle.y,
    parameters: { kernel: "rbf", gamma: 5, C: 1, epsilon: 0.25, standardise: true },
  },
});

/** From now on these are here. */
export function take(presets: Readonly<Record<string, Preset>>): void {
  for (const [id, preset] of Object.entries(presets)) here.set(id, preset);
}

const isTeaching = (id: string) => TEACHING.some((each) => each === id);

/** To be awaited before presetData(id). @throws where the data set does not arrive */
export async function bringData(id: string): Promise<void> {
  if (here.has(id) || !DATA_PRESETS.some((each) => each === id)) return;
  take(isTeaching(id) ? (await import("./teaching.ts")).teaching : (await import("./more-data.ts")).more);
}

/** Menu entries, in order. */
export const PRESET_INFO: readonly PresetInfo<PresetId>[] = DATA_PRESETS.map((id) => {
  const { title, ...told } = words[id];
  return {
    id,
    group: isTeaching(id) ? "teaching" : "real",
    title,
    ...("about" in told ? { about: told.about, source: told.source } : {}),
  };
});

/**
 * The state a preset sets: its data, its parameters, and the start values of all that depends on data (zoom, picked
 * point, trial values, the iteration on show). "own" sets only the name: the data is the user's.
 */
export function presetData(id: (typeof PRESET_IDS)[number]): Partial<SvrState> {
  if (id === "own") return { preset: id };
  const preset = here.get(id);
  if (preset === undefined) throw new Error(`the data set ${id} is not here: bringData() comes first`);
  const { xNames = ["x"], yName = "y", points } = preset;
  const { d, x, y } = points;
  return {
    ...FRESH,
    gamma: 1,
    coef0: 1,
    degree: 3,
    tolerance: 1e-3,
    ...preset.parameters,
    xNames,
    yName,
    preset: id,
    d,
    // A copy: its rows are new points, whatever edits of the same data set came before (rows.ts).
    x: [...x],
    y,
  };
}

/** The data set on which a claim is seen best, one to be brought. */
export function claimPreset(claim: string): PresetId {
  switch (claim) {
    case "1a":
    case "1c2":
      return "five-cases";
    case "1b":
      return "sinc";
    case "1c1":
      return "tie-wide";
    case "1d1":
      return "saddle";
    case "1d2":
      return "parabola";
    default:
      return firstPreset;
  }
}

/** Fields that depend on the data, with their values for new data. */
export const FRESH = {
  plot: "column",
  column: 0,
  viewX0: null,
  viewX1: null,
  viewY0: null,
  viewY1: null,
  origin: "",
  ...NEW_PATH,
  broken: [],
  point: 0,
  alpha: null,
  alphaStar: null,
  beta: null,
  b: null,
  at: [],
} as const satisfies Partial<SvrState>;
