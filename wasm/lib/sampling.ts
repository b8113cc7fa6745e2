// A sampler that lives on the C++ side: what the samplers of all networks share.
import type { Refusal } from "./error.ts";
import { Handle } from "./handle.ts";
import type { Instance, Versioned } from "./instance.ts";

/** What every bound sampler has. */
interface BoundSampler {
  total(): number | Refusal;
  taken(): number | Refusal;
  step(): boolean | Refusal;
  t(): number | Refusal;
  x(): Float64Array | Refusal;
  delete(): void;
}

/** What every module with one has. */
interface WithSampler extends Versioned {
  requestedSteps(request: { steps: number }): number | Refusal;
}

/** A handle to a bound sampler. */
export class Sampling<B extends BoundSampler, M extends WithSampler> extends Handle<B, M> {
  /** @param lab how messages name it: "diffusion" */
  constructor(instance: Instance<M>, lab: string, bound: B) {
    super(instance, `${lab}.sampler`, "a sampler", bound);
  }

  total(): number {
    return this.call("total", (sampler) => sampler.total());
  }
  taken(): number {
    return this.call("taken", (sampler) => sampler.taken());
  }
  /** One call a step: V8 replaces a function by its optimised form only between calls. */
  advance(steps: number): boolean {
    return this.call("advance", (sampler, module) => {
      const asked = module.requestedSteps({ steps });
      if (typeof asked !== "number") return asked;
      let done: boolean | Refusal = false;
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
