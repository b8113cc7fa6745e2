// What the stage "Cell" remembers: the scrubber, and the unit that is looked at.
import type { Table } from "../../../../host/lab.ts";
import { MAX_SIZE, MAX_T } from "../../fields.ts";
import { BELOW } from "./below/fields.ts";

/** Equations of one step of the way forward, and of the way back, in the order in which they are computed. */
export const FORWARD_EQUATIONS = ["z_f", "f", "z_o", "o", "z_c", "c~", "c", "h"] as const;
export const BACKWARD_EQUATIONS = ["dh", "do", "dc", "df", "dc~", "dz_f", "dz_o", "dz_c"] as const;
/** Of one step, either way. */
export const EQUATIONS = FORWARD_EQUATIONS.length;
/** All equations of any sequence have been computed. */
export const ALL = MAX_T * EQUATIONS;

export const CELL = {
  pass: { kind: "choice", default: "forward", options: ["forward", "backward"] },
  /** Equations that have been computed, counted along the pass: from (T * EQUATIONS) on, all of them. */
  at: { kind: "number", default: ALL, min: 0, max: ALL, integer: true },
  /** The unit whose numbers the equations show, counted from 0. */
  unit: { kind: "number", default: 0, min: 0, max: MAX_SIZE - 1, integer: true },
  ...BELOW,
} as const satisfies Table;
