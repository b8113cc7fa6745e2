// A trainer that lives on the C++ side: what the trainers of all networks share.
import type { Refusal } from "./error.ts";
import { Handle } from "./handle.ts";
import type { Instance, Versioned } from "./instance.ts";

/** What every bound trainer has. */
interface BoundTrainer {
  steps(): number;
  step(): number | Refusal;
  network(): Uint8Array | Refusal;
  save(): Uint8Array | Refusal;
  delete(): void;
}

/** What every module with one has. */
interface WithTrainer extends Versioned {
  requestedSteps(request: { steps: number }): number | Refusal;
}

/** A handle to a bound trainer. */
export class Training<B extends BoundTrainer, M extends WithTrainer> extends Handle<B, M> {
  /** @param lab how messages name it: "cifg" */
  constructor(instance: Instance<M>, lab: string, bound: B) {
    super(instance, `${lab}.trainer`, "a trainer", bound);
  }

  steps(): number {
    return this.call("steps", (trainer) => trainer.steps());
  }
  /** One call a step: V8 replaces a function by its optimised form only between calls. */
  advance(steps: number): Float64Array {
    return this.call("advance", (trainer, module) => {
      const asked = module.requestedSteps({ steps });
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
  network(): Uint8Array {
    return this.call("network", (trainer) => trainer.network());
  }
  save(): Uint8Array {
    return this.call("save", (trainer) => trainer.save());
  }
}
