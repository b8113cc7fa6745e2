// The library: load() gives the solvers as pure, synchronous functions.
import createModule from "../../build/wasm/proofground.mjs";
import { compile } from "./binary.ts";
import { diffusion } from "./diffusion.ts";
import { Instance } from "./instance.ts";
import { svdd } from "./svdd.ts";
import { svr } from "./svr.ts";
import type { LoadOptions, Proofground } from "./types.ts";

export { type ErrorCode, ProofgroundError } from "./error.ts";
export type * from "./types.ts";

/**
 * A fresh instance of the module, with a heap of its own: two instances share nothing but compiled code.
 * @throws ProofgroundError "not-loaded" where the binary cannot be had
 */
export async function load(options: LoadOptions = {}): Promise<Proofground> {
  const binary = await compile(options);
  const module = await new Promise<Awaited<ReturnType<typeof createModule>>>((resolve, reject) => {
    createModule({
      instantiateWasm(imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) {
        WebAssembly.instantiate(binary, imports).then(done).catch(reject);
        return {};
      },
    }).then(resolve, reject);
  });
  const instance = new Instance(module);
  return Object.freeze({
    version: instance.call("version", (m) => m.version()),
    svr: svr(instance),
    svdd: svdd(instance),
    diffusion: diffusion(instance),
  });
}
