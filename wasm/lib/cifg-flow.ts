// Problem 3: the flow of gradients through drawn cells.
import type { MainModule } from "../../build/wasm/proofground-cifg.mjs";
import type { Instance } from "./instance.ts";
import type { Cifg } from "./types.ts";

export function flow(instance: Instance<MainModule>): Pick<Cifg, "flow" | "drawn"> {
  return {
    flow: (request) => instance.call("cifg.flow", (module) => module.cifgFlow(request)),
    drawn: (request) => instance.call("cifg.drawn", (module) => module.cifgDrawn(request)),
  };
}
