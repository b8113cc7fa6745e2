// A handle to an object that lives on the C++ side, until delete() frees it.
import { ProofgroundError, type Refusal } from "./error.ts";
import type { Instance } from "./instance.ts";

/** After delete() every method refuses. @template B the bound class, as the linker declares it */
export class Handle<B extends { delete(): void }, M extends { version(): string }> {
  readonly #instance: Instance<M>;
  readonly #path: string;
  readonly #what: string;
  #bound: B | null;
  /** Calls in progress: a getter of an argument may call back into this object, which must not be freed meanwhile. */
  #depth = 0;

  /** @param path how messages name it: "svr.run" @param what and what it is: "a run" */
  constructor(instance: Instance<M>, path: string, what: string, bound: B) {
    this.#instance = instance;
    this.#path = path;
    this.#what = what;
    this.#bound = bound;
  }

  protected call<T>(method: string, body: (bound: B, module: M) => T | Refusal): T {
    const bound = this.#bound;
    const name = `${this.#path}.${method}`;
    if (bound === null) {
      throw new ProofgroundError("invalid-argument", `${name}: expected ${this.#what}, got one that was deleted`);
    }
    this.#depth++;
    try {
      return this.#instance.call(name, (module) => body(bound, module));
    } finally {
      this.#depth--;
    }
  }

  delete(): void {
    if (this.#depth > 0) {
      throw new ProofgroundError(
        "invalid-argument",
        `${this.#path}.delete: expected ${this.#what} at rest, got one in the middle of a call`,
      );
    }
    this.#bound?.delete();
    this.#bound = null;
  }
}
