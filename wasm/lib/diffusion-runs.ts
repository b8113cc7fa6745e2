// Problem 4 as far as it needs a network, or steps.
import type { DiffusionSampler, DiffusionTrainer, MainModule } from "../../build/wasm/proofground-diffusion.mjs";
import { Handle } from "./handle.ts";
import type { Instance } from "./instance.ts";
import { Training } from "./training.ts";
import type { Diffusion, Numbers, SampleRequest, Sampler, Trainer, TrainRequest } from "./types.ts";

class DiffusionTraining extends Training<DiffusionTrainer, MainModule> implements Trainer {
  errors(at: readonly number[], draws: number): Float64Array {
    return this.call("errors", (trainer) => trainer.errors({ at, draws }));
  }
  eps(x: Numbers, t: number): Float64Array {
    return this.call("eps", (trainer) => trainer.eps({ x, t }));
  }
}

class Sampling extends Handle<DiffusionSampler, MainModule> implements Sampler {
  constructor(instance: Instance<MainModule>, bound: DiffusionSampler) {
    super(instance, "diffusion.sampler", "a sampler", bound);
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
      let done: ReturnType<DiffusionSampler["step"]> = false;
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
}

export function runs(instance: Instance<MainModule>): Pick<Diffusion, "train" | "eps" | "sample" | "quality"> {
  return {
    train: (request: TrainRequest, saved?: Uint8Array): Trainer =>
      new DiffusionTraining(
        instance,
        "diffusion",
        instance.call("diffusion.train", (module) => module.diffusionTrain(request, saved)),
      ),
    eps: (request) => instance.call("diffusion.eps", (module) => module.diffusionEps(request)),
    sample: (request: SampleRequest): Sampler =>
      new Sampling(
        instance,
        instance.call("diffusion.sample", (module) => module.diffusionSample(request)),
      ),
    quality: (request) => instance.call("diffusion.quality", (module) => module.diffusionQuality(request)),
  };
}
