// The linear-Gaussian model by draws, and as a picture.
import type { MainModule } from "../../build/wasm/proofground-vae.mjs";
import type { Instance } from "./instance.ts";
import type { Vae } from "./types.ts";

export function bound(instance: Instance<MainModule>): Pick<Vae, "sampledElbo" | "boundPicture"> {
  return {
    sampledElbo: (request) => instance.call("vae.sampledElbo", (module) => module.vaeSampledElbo(request)),
    boundPicture: (request) => instance.call("vae.boundPicture", (module) => module.vaeBoundPicture(request)),
  };
}
