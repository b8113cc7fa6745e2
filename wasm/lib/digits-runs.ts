// Digits by diffusion: trainers and samplers.
import type { BoundDigitsSampler, BoundDigitsTrainer, MainModule } from "../../build/wasm/proofground-vae.mjs";
import type { Instance } from "./instance.ts";
import { Sampling } from "./sampling.ts";
import { Training } from "./training.ts";
import type { Digits, DigitsSampler, DigitsTrainer } from "./types.ts";

class DigitsTraining extends Training<BoundDigitsTrainer, MainModule> implements DigitsTrainer {
  errors(request: Parameters<DigitsTrainer["errors"]>[0]): Float64Array {
    return this.call("errors", (trainer) => trainer.errors(request));
  }
  parameters(): number {
    return this.call("parameters", (trainer) => trainer.parameters());
  }
}

class DigitsSampling extends Sampling<BoundDigitsSampler, MainModule> implements DigitsSampler {
  x0(): Float64Array {
    return this.call("x0", (sampler) => sampler.x0());
  }
}

export function runs(instance: Instance<MainModule>): Pick<Digits, "train" | "sample" | "invert" | "arc"> {
  return {
    train: (request, saved) =>
      new DigitsTraining(
        instance,
        "digits",
        instance.call("digits.train", (module) => module.digitsTrain(request, saved)),
      ),
    sample: (request) =>
      new DigitsSampling(
        instance,
        "digits",
        instance.call("digits.sample", (module) => module.digitsSample(request)),
      ),
    invert: (request) => instance.call("digits.invert", (module) => module.digitsInvert(request)),
    arc: (request) => instance.call("digits.arc", (module) => module.digitsArc(request)),
  };
}
