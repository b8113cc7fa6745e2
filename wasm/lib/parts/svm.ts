// The library as far as support vector machines need it, on a binary of its own.
import createModule from "../../../build/wasm/proofground-svm.mjs";
import { instantiate } from "../instance.ts";
import { svdd } from "../svdd.ts";
import { svr } from "../svr.ts";
import type { Proofground } from "../types.ts";

export async function start(binary: WebAssembly.Module): Promise<Pick<Proofground, "version" | "svr" | "svdd">> {
  const instance = await instantiate(createModule, binary);
  return Object.freeze({
    version: instance.call("version", (m) => m.version()),
    svr: svr(instance),
    svdd: svdd(instance),
  });
}
