// The claims of the VAE.
import type { MainModule } from "../../build/wasm/proofground-vae.mjs";
import type { Instance } from "./instance.ts";
import type { Vae } from "./types.ts";

export function claims(instance: Instance<MainModule>): Pick<Vae, "claim"> {
  return {
    claim: (request) => instance.call("vae.claim", (module) => module.vaeClaim(request)),
  };
}
