// The numbers of a lab's worked example. Runs in the worker.
import type { LabSolver } from "../lab.ts";
import { examples } from "./list.ts";
import type { WorkedValue } from "./worked.ts";

export type WorkedSolver = LabSolver<unknown, Readonly<Record<string, WorkedValue>>>;

/** @throws where the lab has none or its code cannot be had */
export async function solver(lab: string): Promise<WorkedSolver> {
  const load = examples[`../../labs/${lab}/worked.ts`];
  if (!load) throw new Error(`no worked example: ${lab}`);
  const example = await load();
  return function* (pg, set) {
    yield example.compute(pg, set as never);
  };
}
