// The fields of a state that the proof panel reads and writes, as a lab spreads them into its table.
import type { Table } from "../../host/lab.ts";
import { brokenEntries, type Mistakes } from "./mistakes.ts";

/** The proof panel: the open claim, and those broken on purpose (mistakes.ts). @param ids in the order of the assignment */
export function claimFields<const Id extends string>(ids: readonly Id[], mistakes: Mistakes<Id>) {
  const options = brokenEntries(ids, mistakes);
  return {
    claim: { kind: "choice", default: "none", options: ["none", ...ids] },
    broken: { kind: "texts", default: [], maxLength: 40, maxCount: ids.length, options },
  } as const satisfies Table;
}
