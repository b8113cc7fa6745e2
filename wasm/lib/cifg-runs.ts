// Problem 3 as far as it is trained: trainers, what they are compared with, and the weights of networks.
import type { CifgTrainer as Bound, MainModule } from "../../build/wasm/proofground-cifg.mjs";
import { Handle } from "./handle.ts";
import type { Instance } from "./instance.ts";
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

class Training extends Handle<Bound, MainModule> implements CifgTrainer {
  readonly #naive: CifgBaselines;

  constructor(instance: Instance<MainModule>, bound: Bound, naive: CifgBaselines) {
    super(instance, "cifg.trainer", "a trainer", bound);
    this.#naive = naive;
  }
  steps(): number {
    return this.call("steps", (trainer) => trainer.steps());
  }
  /** One call a step: V8 replaces a function by its optimised form only between calls. */
  advance(steps: number): Float64Array {
    return this.call("advance", (trainer, module) => {
      const asked = module.cifgSteps({ steps });
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
  network(): Uint8Array {
    return this.call("network", (trainer) => trainer.network());
  }
  save(): Uint8Array {
    return this.call("save", (trainer) => trainer.save());
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
        return new Training(instance, bound, baselines(task, seed));
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
