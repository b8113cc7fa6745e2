// The fingerprints of all labs, in this very process.
/// <reference types="vite/types/importMeta.d.ts" />
import type { Proofground } from "../../wasm/lib/types.ts";
import { type Fingerprint, type FingerprintSolver, fingerprintOf } from "../host/fingerprint/answers.ts";

const solvers = import.meta.glob<FingerprintSolver>("../labs/*/fingerprint.ts", { eager: true, import: "default" });

/** @returns by the id of the lab, sorted */
export function fingerprints(pg: Proofground): Record<string, Fingerprint> {
  const found: [string, Fingerprint][] = [];
  for (const [path, solver] of Object.entries(solvers)) {
    const { value } = solver(pg, null).next();
    const lab = path.split("/").at(-2) ?? "";
    if (value) found.push([lab, fingerprintOf(value)]);
  }
  return Object.fromEntries(found.sort(([a], [b]) => (a < b ? -1 : 1)));
}
