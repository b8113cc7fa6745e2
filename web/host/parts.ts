// What an engine is made of in the product: a part of the library, and the solver of every lab, each loaded when asked for.
/// <reference types="vite/types/importMeta.d.ts" />
import { compile } from "../../wasm/lib/binary.ts";
import type { Proofground } from "../../wasm/lib/types.ts";
import type { EngineParts } from "./engine.ts";
import type { LabSolver } from "./lab.ts";

/** A part has what the labs that name it use, and may lack the rest. */
interface LibraryPart {
  start(binary: WebAssembly.Module): Promise<Proofground>;
}

const solvers = import.meta.glob<{ default: LabSolver<unknown, unknown> }>("../labs/*/solver.ts");
const libraries = import.meta.glob<LibraryPart>("../../wasm/lib/parts/*.ts");

function found<T>(all: Record<string, () => Promise<T>>, path: string): Promise<T> {
  const module = Object.hasOwn(all, path) ? all[path] : undefined;
  if (!module) throw new Error(`no ${path}`);
  return module();
}

export const parts: Pick<EngineParts, "load" | "solver"> = {
  async load(library, wasm) {
    // The binary is on its way, and being compiled, while the code around it is.
    const [binary, { start }] = await Promise.all([
      compile(wasm === null ? {} : { wasm: typeof wasm === "string" ? new URL(wasm) : wasm }),
      found(libraries, `../../wasm/lib/parts/${library}.ts`),
    ]);
    return start(binary);
  },
  solver: async (lab) => (await found(solvers, `../labs/${lab}/solver.ts`)).default,
};
