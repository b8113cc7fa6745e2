// The fields of a state that the proof panel reads and writes, as a lab spreads them into its table.
import type { Table } from "../../host/lab.ts";

/** The proof panel: the open claim, and those broken on purpose. @param ids in the order of the assignment */
export function claimFields<const Id extends string>(ids: readonly Id[]) {
  return {
    claim: { kind: "choice", default: "none", options: ["none", ...ids] },
    broken: { kind: "texts", default: [], maxLength: 8, maxCount: ids.length },
  } as const satisfies Table;
}
