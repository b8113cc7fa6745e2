// The fields that all stages of the lab share: the problem of the cell (sizes, weights, inputs, starting states, the loss) and the
// claims about it. Each stage adds its own (stages/<id>/fields.ts); state.ts makes one table of all of them.
import type { CifgClaimId } from "../../../wasm/lib/types.ts";
import type { StateOf, Table } from "../../host/lab.ts";
import { claimFields } from "../../kit/claims/fields.ts";
import { MISTAKES } from "./mistakes.ts";

export const CLAIMS = ["3a", "3b", "3c", "3ledger", "3horizon"] as const satisfies readonly CifgClaimId[];

export const STAGES = ["cell", "flow", "train"] as const;
export type StageId = (typeof STAGES)[number];

/** Largest sizes of the cell that can be looked at number by number. */
export const MAX_SIZE = 4;
export const MAX_T = 12;
/** Largest absolute value of a weight, an input, a starting state or a weight of the loss: far beyond saturation. */
export const MAX_NUMBER = 1000;

/** Numbers of all weights of a cell: W_f, U_f, b_f, W_o, U_o, b_o, W_c, U_c, b_c, row by row. */
export const weightCount = (dx: number, dh: number) => 3 * dh * (dx + dh + 1);

const NUMBERS = { kind: "numbers", min: -MAX_NUMBER, max: MAX_NUMBER } as const;

export const SHARED = {
  stage: { kind: "choice", default: "cell", options: STAGES },
  dx: { kind: "number", default: 2, min: 1, max: MAX_SIZE, integer: true },
  dh: { kind: "number", default: 3, min: 1, max: MAX_SIZE, integer: true },
  T: { kind: "number", default: 6, min: 1, max: MAX_T, integer: true },
  /** (weightCount) */
  weights: { ...NUMBERS, default: [], maxCount: weightCount(MAX_SIZE, MAX_SIZE) },
  /** (T*dx), (dh), (dh), (T*dh) */
  x: { ...NUMBERS, default: [], maxCount: MAX_T * MAX_SIZE },
  h0: { ...NUMBERS, default: [], maxCount: MAX_SIZE },
  c0: { ...NUMBERS, default: [], maxCount: MAX_SIZE },
  g: { ...NUMBERS, default: [], maxCount: MAX_T * MAX_SIZE },
  /** For the random draws of the claims. */
  seed: { kind: "number", default: 1, min: 1, max: 1_000_000, integer: true },
  ...claimFields(CLAIMS, MISTAKES),
} as const satisfies Table;

export type SharedState = StateOf<typeof SHARED>;
