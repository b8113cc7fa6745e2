// The library: load() gives the solvers as pure, synchronous functions.
import createModule from "../../build/wasm/proofground.mjs";
import { compile } from "./binary.ts";
import { diffusion } from "./diffusion.ts";
import { instantiate } from "./instance.ts";
import { svdd } from "./svdd.ts";
import { svr } from "./svr.ts";
import type { LoadOptions, Proofground } from "./types.ts";

export { type ErrorCode, ProofgroundError } from "./error.ts";
export type * from "./types.ts";

/** The same from a binary that is compiled already. */
export async function start(binary: WebAssembly.Module): Promise<Proofground> {
  const instance = await instantiate(createModule, binary);
  return Object.freeze({
    version: instance.call("version", (m) => m.version()),
    svr: svr(instance),
    svdd: svdd(instance),
    diffusion: diffusion(instance),
  });
}

/**
 * A fresh instance of the module, with a heap of its own: two instances share nothing but compiled code.
 * @throws ProofgroundError "not-loaded" where the binary cannot be had
 */
export async function load(options: LoadOptions = {}): Promise<Proofground> {
  return start(await compile(options));
}
