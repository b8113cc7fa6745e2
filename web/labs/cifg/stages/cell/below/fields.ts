// What is looked at under the tape: a parameter with one of its entries, and the delta whose ledger is open.
import type { Table } from "../../../../../host/lab.ts";
import { MAX_SIZE, MAX_T } from "../../../fields.ts";
import { PARAMS } from "../../../problem.ts";

/** Whose ledger: of delta c_t, of delta h_t, of an entry of the parameter. */
export const LEDGERS = ["c", "h", "parameter"] as const;

export const BELOW = {
  sumOf: { kind: "choice", default: "W_f", options: PARAMS },
  /** The column of its entry, counted from 0; the row is the unit. */
  sumColumn: { kind: "number", default: 0, min: 0, max: MAX_SIZE - 1, integer: true },
  ledgerOf: { kind: "choice", default: "c", options: LEDGERS },
  ledgerT: { kind: "number", default: 1, min: 1, max: MAX_T, integer: true },
} as const satisfies Table;
