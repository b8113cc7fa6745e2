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

type Solver = LabSolver<unknown, unknown>;

/** What a lab has computed besides its own problem, by the rest of its name: "svr/tasks" judges the tasks of "svr". */
const BESIDES: Readonly<Record<string, (lab: string, name: string) => Promise<unknown>>> = {
  tasks: async (_, name) => (await import("./tasks/solvers.ts")).solver(name),
  worked: async (lab) => (await import("./worked/worker.ts")).solver(lab),
  slips: async (lab) => (await import("./slips/worker.ts")).solver(lab),
  fingerprint: async (_, name) => (await import("./fingerprint/solvers.ts")).solver(name),
};

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
    async solver(name) {
      const [lab = name, besides] = name.split("/");
      if (besides !== undefined && Object.hasOwn(BESIDES, besides))
        return (await BESIDES[besides]?.(lab, name)) as Solver;
      const path = `../labs/${name}/solver.ts`;
      const module = Object.hasOwn(solvers, path) ? solvers[path] : undefined;
      if (!module) throw new Error(`no solver for ${name}`);
      return (await module()).default;
    },
  };
}
