// Problem 4 as far as it needs no network.
import type { MainModule } from "../../build/wasm/proofground-diffusion.mjs";
import type { Instance } from "./instance.ts";
import type { ExactDiffusion } from "./types.ts";

export function exact(instance: Instance<MainModule>): ExactDiffusion {
  return {
    schedule: (spec) => instance.call("diffusion.schedule", (module) => module.diffusionSchedule(spec)),
    mixtureOracle: (request) =>
      instance.call("diffusion.mixtureOracle", (module) => module.diffusionMixtureOracle(request)),
    gaussianKl: (request) => instance.call("diffusion.gaussianKl", (module) => module.diffusionGaussianKl(request)),
    oracle: (request) => instance.call("diffusion.oracle", (module) => module.diffusionOracle(request)),
    standardised: (request) =>
      instance.call("diffusion.standardised", (module) => module.diffusionStandardised(request)),
    draw: (request) => instance.call("diffusion.draw", (module) => module.diffusionDraw(request)),
    dataset: (request) => instance.call("diffusion.dataset", (module) => module.diffusionDataset(request)),
    density: (request) => instance.call("diffusion.density", (module) => module.diffusionDensity(request)),
    forward: (request) => instance.call("diffusion.forward", (module) => module.diffusionForward(request)),
    reverse: (request) => instance.call("diffusion.reverse", (module) => module.diffusionReverse(request)),
    nelbo: (request) => instance.call("diffusion.nelbo", (module) => module.diffusionNelbo(request)),
    bayesError: (request) => instance.call("diffusion.bayesError", (module) => module.diffusionBayesError(request)),
    claim: (request) => instance.call("diffusion.claim", (module) => module.diffusionClaim(request)),
  };
}
