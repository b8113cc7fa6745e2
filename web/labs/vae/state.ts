// The lab's state, as one table: what the controls show, the link carries and requests are made from.
import type { StateOf, Table } from "../../host/lab.ts";
import { SHARED } from "./fields.ts";
import { firstPreset, PRESET_IDS } from "./presets.ts";
import { BOUND } from "./stages/bound/fields.ts";
import { COMPARE } from "./stages/compare/fields.ts";
import { DIGITS } from "./stages/digits/fields.ts";
import { TRAIN } from "./stages/train/fields.ts";

export const TABLE = {
  preset: { kind: "choice", default: firstPreset, options: PRESET_IDS },
  ...SHARED,
  ...BOUND,
  ...TRAIN,
  ...DIGITS,
  ...COMPARE,
} as const satisfies Table;

export type VaeState = StateOf<typeof TABLE>;
