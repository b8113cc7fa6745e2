// What an engine is made of in the product: a part of the library, and the solver of every lab, each loaded when asked for.
/// <reference types="vite/types/importMeta.d.ts" />
import { compile } from "../../wasm/lib/binary.ts";
import type { LoadOptions, Proofground } from "../../wasm/lib/types.ts";
import type { EngineOptions } from "./engine.ts";
import type { LabSolver } from "./lab.ts";
import type { WasmSource } from "./protocol.ts";

/** A part of the library: what the labs that name it use. The rest of the library it may lack. */
export interface LibraryPart {
  start(binary: WebAssembly.Module): Promise<Partial<Proofground>>;
}

const solvers = import.meta.glob<{ default: LabSolver<unknown, unknown> }>("../labs/*/solver.ts");

export const located = (wasm: WasmSource): LoadOptions =>
  wasm === null ? {} : { wasm: typeof wasm === "string" ? new URL(wasm) : wasm };

/** @param part the code of the part, at hand or on its way: the binary is fetched and compiled meanwhile */
export function engineOf(part: LibraryPart | Promise<LibraryPart>): Pick<EngineOptions, "load" | "solver"> {
  return {
    async load(wasm) {
      const [binary, { start }] = await Promise.all([compile(located(wasm)), part]);
      return (await start(binary)) as Proofground;
    },
    async solver(lab) {
      // Not the lab's own solver: "svr/tasks" judges its tasks, "svr/worked" and "svr/slips" compute the numbers of its texts.
      const [id = lab, what] = lab.split("/");
      if (what === "tasks")
        return (await import("./tasks/solvers.ts")).solver(lab) as Promise<LabSolver<unknown, unknown>>;
      if (what === "worked") return (await import("./worked/worker.ts")).solver(id);
      if (what === "slips") return (await import("./slips/worker.ts")).solver(id);
      if (what !== undefined) return (await import("./fingerprint/solvers.ts")).solver(lab);
      const path = `../labs/${lab}/solver.ts`;
      const module = Object.hasOwn(solvers, path) ? solvers[path] : undefined;
      if (!module) throw new Error(`no solver for ${lab}`);
      return (await module()).default;
    },
  };
}
