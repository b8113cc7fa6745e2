// What gives the fingerprint of every lab, each loaded when asked for. Runs in the worker.
/// <reference types="vite/types/importMeta.d.ts" />
import type { FingerprintSolver } from "./answers.ts";

const solvers = import.meta.glob<FingerprintSolver>("../../labs/*/fingerprint.ts", { import: "default" });

/** @param name "svr/fingerprint" @throws where there is none or its code cannot be had */
export function solver(name: string): Promise<FingerprintSolver> {
  const load = solvers[`../../labs/${name}.ts`];
  if (!load) throw new Error(`no fingerprint: ${name}`);
  return load();
}
