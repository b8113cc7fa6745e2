// The lab's state, as one table: what the controls show, the link carries and requests are made from.
import type { StateOf, Table } from "../../host/lab.ts";
import { SHARED } from "./fields.ts";
import { firstPreset, PRESET_IDS } from "./presets.ts";
import { CELL } from "./stages/cell/fields.ts";
import { FLOW } from "./stages/flow/fields.ts";
import { TRAIN } from "./stages/train/fields.ts";

export const TABLE = {
  preset: { kind: "choice", default: firstPreset, options: PRESET_IDS },
  ...SHARED,
  ...CELL,
  ...FLOW,
  ...TRAIN,
} as const satisfies Table;

export type CifgState = StateOf<typeof TABLE>;
