// Digits by diffusion: trainers and samplers.
import type { BoundDigitsSampler, BoundDigitsTrainer, MainModule } from "../../build/wasm/proofground-vae.mjs";
import { Handle } from "./handle.ts";
import type { Instance } from "./instance.ts";
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

class Sampling extends Handle<BoundDigitsSampler, MainModule> implements DigitsSampler {
  constructor(instance: Instance<MainModule>, bound: BoundDigitsSampler) {
    super(instance, "digits.sampler", "a sampler", bound);
  }
  total(): number {
    return this.call("total", (sampler) => sampler.total());
  }
  taken(): number {
    return this.call("taken", (sampler) => sampler.taken());
  }
  advance(steps: number): boolean {
    return this.call("advance", (sampler, module) => {
      const asked = module.requestedSteps({ steps });
      if (typeof asked !== "number") return asked;
      let done: ReturnType<BoundDigitsSampler["step"]> = false;
      for (let k = 0; k < asked && done === false; k++) done = sampler.step();
      return done;
    });
  }
  t(): number {
    return this.call("t", (sampler) => sampler.t());
  }
  x(): Float64Array {
    return this.call("x", (sampler) => sampler.x());
  }
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
      new Sampling(
        instance,
        instance.call("digits.sample", (module) => module.digitsSample(request)),
      ),
    invert: (request) => instance.call("digits.invert", (module) => module.digitsInvert(request)),
    arc: (request) => instance.call("digits.arc", (module) => module.digitsArc(request)),
  };
}
