// Problem 4 as far as it needs no network.
import type { Instance } from "./instance.ts";
import type { ExactDiffusion } from "./types.ts";

export function exact(instance: Instance): ExactDiffusion {
  return {
    schedule: (spec) => instance.call("diffusion.schedule", (module) => module.diffusionSchedule(spec)),
    mixtureOracle: (request) =>
      instance.call("diffusion.mixtureOracle", (module) => module.diffusionMixtureOracle(request)),
    gaussianKl: (request) => instance.call("diffusion.gaussianKl", (module) => module.diffusionGaussianKl(request)),
    oracle: (request) => instance.call("diffusion.oracle", (module) => module.diffusionOracle(request)),
    draw: (request) => instance.call("diffusion.draw", (module) => module.diffusionDraw(request)),
    claim: (request) => instance.call("diffusion.claim", (module) => module.diffusionClaim(request)),
  };
}
