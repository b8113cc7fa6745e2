// The diffusion lab's state, as one table: what the controls show, the link carries and requests are made from.
import type { StateOf, Table } from "../../host/lab.ts";
import { SHARED } from "./fields.ts";
import { firstPreset, PRESET_IDS } from "./presets.ts";
import { ELBO } from "./stages/elbo/fields.ts";
import { FORWARD } from "./stages/forward/fields.ts";
import { POSTERIOR } from "./stages/posterior/fields.ts";
import { SAMPLE } from "./stages/sample/fields.ts";
import { TRAIN } from "./stages/train/fields.ts";

export const TABLE = {
  preset: { kind: "choice", default: firstPreset, options: PRESET_IDS },
  ...SHARED,
  ...FORWARD,
  ...POSTERIOR,
  ...TRAIN,
  ...SAMPLE,
  ...ELBO,
} as const satisfies Table;

export type DiffusionState = StateOf<typeof TABLE>;
