// Problem 3 as far as it is trained: trainers, what they are compared with, and the weights of networks.
import type { CifgTrainer as Bound, MainModule } from "../../build/wasm/proofground-cifg.mjs";
import type { Instance } from "./instance.ts";
import { Training } from "./training.ts";
import type {
  Cifg,
  CifgBaselines,
  CifgEvaluation,
  CifgGates,
  CifgNetwork,
  CifgTask,
  CifgTrainer,
  CifgTrainRequest,
} from "./types.ts";

class CifgTraining extends Training<Bound, MainModule> implements CifgTrainer {
  readonly #naive: CifgBaselines;

  constructor(instance: Instance<MainModule>, bound: Bound, naive: CifgBaselines) {
    super(instance, "cifg", bound);
    this.#naive = naive;
  }
  evaluate(): CifgEvaluation {
    const found = this.call("evaluate", (trainer) => trainer.evaluate());
    const { baselines, truth, at } = this.#naive;
    const own = baselines.map((each) => ({ ...each, prediction: each.prediction.slice() }));
    return { ...found, baselines: own, truth: truth.slice(), at: at.slice() };
  }
  gates(k: number): CifgGates {
    return this.call("gates", (trainer) => trainer.gates({ k }));
  }
  sequences(): number {
    return this.call("sequences", (trainer) => trainer.sequences());
  }
  gradientNorms(): ReturnType<CifgTrainer["gradientNorms"]> {
    return this.call("gradientNorms", (trainer) => trainer.gradientNorms());
  }
  parameters(): number {
    return this.call("parameters", (trainer) => trainer.parameters());
  }
}

export function runs(instance: Instance<MainModule>): Pick<Cifg, "train" | "weights" | "network" | "baselines"> {
  const baselines = (task: CifgTask, seed: number) =>
    instance.call("cifg.baselines", (module) => module.cifgBaselines({ task, seed }));
  return {
    train(request: CifgTrainRequest, saved?: Uint8Array): CifgTrainer {
      const bound = instance.call("cifg.train", (module) => module.cifgTrain(request, saved));
      const { task, seed } = request;
      try {
        return new CifgTraining(instance, bound, baselines(task, seed));
      } catch (error) {
        bound.delete();
        throw error;
      }
    },
    weights: (network: Uint8Array): CifgNetwork =>
      instance.call("cifg.weights", (module) => module.cifgWeights({ network })),
    network: (weights: CifgNetwork): Uint8Array =>
      instance.call("cifg.network", (module) => module.cifgNetwork(weights)),
    baselines,
  };
}
