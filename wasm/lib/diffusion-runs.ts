// Problem 4 as far as it needs a network, or steps.
import type { DiffusionTrainer, MainModule } from "../../build/wasm/proofground-diffusion.mjs";
import type { Instance } from "./instance.ts";
import { Sampling } from "./sampling.ts";
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
        "diffusion",
        instance.call("diffusion.sample", (module) => module.diffusionSample(request)),
      ),
    quality: (request) => instance.call("diffusion.quality", (module) => module.diffusionQuality(request)),
  };
}
