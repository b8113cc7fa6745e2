// The VAE as far as it is exact: divergence, gradients, the linear-Gaussian model.
import type { MainModule } from "../../build/wasm/proofground-vae.mjs";
import type { Instance } from "./instance.ts";
import type { Vae } from "./types.ts";

export function exact(instance: Instance<MainModule>): Pick<Vae, "klStandardNormal" | "gradients" | "linearGaussian"> {
  return {
    klStandardNormal: (gaussian) => instance.call("vae.klStandardNormal", (module) => module.vaeKl(gaussian)),
    gradients: (request) => instance.call("vae.gradients", (module) => module.vaeGradients(request)),
    linearGaussian: (request) => instance.call("vae.linearGaussian", (module) => module.vaeLinearGaussian(request)),
  };
}
