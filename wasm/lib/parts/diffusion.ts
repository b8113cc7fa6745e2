// The library as far as problem 4 needs it, on a binary of its own.
import createModule from "../../../build/wasm/proofground-diffusion.mjs";
import { diffusion } from "../diffusion.ts";
import { instantiate } from "../instance.ts";
import type { Proofground } from "../types.ts";

export async function start(binary: WebAssembly.Module): Promise<Pick<Proofground, "version" | "diffusion">> {
  const instance = await instantiate(createModule, binary);
  return Object.freeze({
    version: instance.call("version", (m) => m.version()),
    diffusion: diffusion(instance),
  });
}
