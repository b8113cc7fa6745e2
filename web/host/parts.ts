// What an engine is made of in the product: the library, and the solver of every lab, each loaded when asked for.
/// <reference types="vite/types/importMeta.d.ts" />
import { load } from "../../wasm/lib/index.ts";
import type { EngineParts } from "./engine.ts";
import type { LabSolver } from "./lab.ts";

const solvers = import.meta.glob<{ default: LabSolver<unknown, unknown> }>("../labs/*/solver.ts");

export const parts: Pick<EngineParts, "load" | "solver"> = {
  load: (wasm) => load(wasm === null ? {} : { wasm: typeof wasm === "string" ? new URL(wasm) : wasm }),
  async solver(lab) {
    const path = `../labs/${lab}/solver.ts`;
    const module = Object.hasOwn(solvers, path) ? solvers[path] : undefined;
    if (!module) throw new Error(`no solver for ${lab}`);
    return (await module()).default;
  },
};
