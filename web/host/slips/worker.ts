// The numbers that show what follows from a slip. Runs in the worker.
import type { LabSolver } from "../lab.ts";
import { tables } from "./list.ts";
import type { Numbers } from "./slip.ts";

export type SlipRequest = { readonly slip: string };

/** @throws where the lab has none, or its code cannot be had */
export async function solver(lab: string): Promise<LabSolver<unknown, Numbers>> {
  const table = await tables[`../../labs/${lab}/slips.ts`]?.();
  return function* (pg, request) {
    const { slip } = request as SlipRequest;
    const compute = table?.[slip]?.compute;
    if (!compute) throw new Error(`no numbers: ${lab}, ${slip}`);
    yield compute(pg);
  };
}
