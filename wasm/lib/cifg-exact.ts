// Problem 3 as far as it is exact: states, gradients, claims.
import type { MainModule } from "../../build/wasm/proofground-cifg.mjs";
import type { Instance } from "./instance.ts";
import type { Cifg } from "./types.ts";

export function exact(instance: Instance<MainModule>): Pick<Cifg, "forward" | "backward" | "tape" | "claim"> {
  return {
    forward: (inputs) => instance.call("cifg.forward", (module) => module.cifgForward(inputs)),
    backward: (problem) => instance.call("cifg.backward", (module) => module.cifgBackward(problem)),
    tape: (problem) => instance.call("cifg.tape", (module) => module.cifgTape(problem)),
    claim: (request) => instance.call("cifg.claim", (module) => module.cifgClaim(request)),
  };
}
