// The SVR lab's state, as one table: what the controls show and the link carries.

import type { SvrClaimId } from "../../../wasm/lib/types.ts";
import type { StateOf, Table } from "../../host/lab.ts";
import { claimFields } from "../../kit/claims/fields.ts";
import {
  COORDINATES,
  KERNEL,
  LARGE,
  MAX_COLUMNS,
  MAX_POINTS,
  MAYBE,
  PICKED,
  SOLVER,
  STEPPER,
  WINDOW,
} from "../../kit/points/state.ts";
import { MISTAKES } from "./mistakes.ts";
import { firstPreset, PRESET_IDS } from "./preset-ids.ts";

export const CLAIMS = ["1a", "1b", "1c1", "1c2", "1d1", "1d2"] as const satisfies readonly SvrClaimId[];

const MULTIPLIER = { kind: "maybe-number", default: null, min: 0, max: 1e6 } as const;

export const TABLE = {
  // data
  preset: { kind: "choice", default: firstPreset, options: PRESET_IDS },
  ...COORDINATES,
  yName: { kind: "text", default: "y", maxLength: 60 },
  y: { kind: "numbers", default: [], maxCount: MAX_POINTS, min: -LARGE, max: LARGE },
  // the problem
  ...KERNEL,
  C: { kind: "number", default: 10, min: 1e-3, max: 1e6, scale: "log" },
  epsilon: { kind: "number", default: 0.1, min: 1e-4, max: 1e3, scale: "log" },
  ...SOLVER,
  // the plot
  plot: { kind: "choice", default: "column", options: ["column", "predicted"] },
  column: { kind: "number", default: 0, min: 0, max: MAX_COLUMNS - 1, integer: true },
  ...WINDOW,
  ...STEPPER,
  // the proof panel
  ...claimFields(CLAIMS, MISTAKES),
  ...PICKED,
  alpha: MULTIPLIER,
  alphaStar: MULTIPLIER,
  beta: MULTIPLIER,
  b: MAYBE,
  at: { kind: "numbers", default: [], maxCount: MAX_COLUMNS, min: -LARGE, max: LARGE },
  hideX: { kind: "flag", default: false },
} as const satisfies Table;

export type SvrState = StateOf<typeof TABLE>;
