// Problem 4 as far as it needs a network, or steps.
import type { DiffusionSampler, DiffusionTrainer, MainModule } from "../../build/wasm/proofground-diffusion.mjs";
import { Handle } from "./handle.ts";
import type { Instance } from "./instance.ts";
import type { Diffusion, Numbers, SampleRequest, Sampler, Trainer, TrainRequest } from "./types.ts";

class Training extends Handle<DiffusionTrainer, MainModule> implements Trainer {
  constructor(instance: Instance<MainModule>, bound: DiffusionTrainer) {
    super(instance, "diffusion.trainer", "a trainer", bound);
  }
  steps(): number {
    return this.call("steps", (trainer) => trainer.steps());
  }
  /** One call a step: V8 replaces a function by its optimised form only between calls. */
  advance(steps: number): Float64Array {
    return this.call("advance", (trainer, module) => {
      const asked = module.diffusionSteps({ steps });
      if (typeof asked !== "number") return asked;
      const losses = new Float64Array(asked);
      for (let k = 0; k < asked; k++) {
        const loss = trainer.step();
        if (typeof loss !== "number") return loss;
        losses[k] = loss;
      }
      return losses;
    });
  }
  errors(at: readonly number[], draws: number): Float64Array {
    return this.call("errors", (trainer) => trainer.errors({ at, draws }));
  }
  eps(x: Numbers, t: number): Float64Array {
    return this.call("eps", (trainer) => trainer.eps({ x, t }));
  }
  network(): Uint8Array {
    return this.call("network", (trainer) => trainer.network());
  }
  save(): Uint8Array {
    return this.call("save", (trainer) => trainer.save());
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
      const asked = module.diffusionSteps({ steps });
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
      new Training(
        instance,
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
