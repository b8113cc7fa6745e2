// The VAE as far as it is trained: trainers and what a network says.
import type { VaeTrainer as Bound, MainModule } from "../../build/wasm/proofground-vae.mjs";
import type { Instance } from "./instance.ts";
import { Training } from "./training.ts";
import type { Vae, VaeProgress, VaeTrainer, VaeTrainRequest } from "./types.ts";

class VaeTraining extends Training<Bound, MainModule> implements VaeTrainer {
  evaluate(draws: number, exact = true): VaeProgress {
    return this.call("evaluate", (trainer) => trainer.evaluate({ draws, exact }));
  }
  parameters(): number {
    return this.call("parameters", (trainer) => trainer.parameters());
  }
}

type Runs = Pick<
  Vae,
  "train" | "encode" | "decode" | "sample" | "evaluate" | "evidence" | "posterior" | "overlap" | "toy"
>;

export function runs(instance: Instance<MainModule>): Runs {
  return {
    train: (request: VaeTrainRequest, saved?: Uint8Array): VaeTrainer =>
      new VaeTraining(
        instance,
        "vae",
        instance.call("vae.train", (module) => module.vaeTrain(request, saved)),
      ),
    encode: (request) => instance.call("vae.encode", (module) => module.vaeEncode(request)),
    decode: (request) => instance.call("vae.decode", (module) => module.vaeDecode(request)),
    sample: (request) => instance.call("vae.sample", (module) => module.vaeSample(request)),
    evaluate: (request) => instance.call("vae.evaluate", (module) => module.vaeEvaluate(request)),
    evidence: (request) => instance.call("vae.evidence", (module) => module.vaeEvidence(request)),
    posterior: (request) => instance.call("vae.posterior", (module) => module.vaePosterior(request)),
    overlap: (request) => instance.call("vae.overlap", (module) => module.vaeOverlap(request)),
    toy: (request) => instance.call("vae.toy", (module) => module.vaeToy(request)),
  };
}
