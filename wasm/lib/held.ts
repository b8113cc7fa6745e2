// An object that lives on the C++ side, in JavaScript's hands until delete().
import { ProofgroundError, type Refusal } from "./error.ts";
import type { Instance } from "./instance.ts";

/** Survives delete(), and says so. */
export class Held<H extends { delete(): void }, M extends { version(): string }> {
  readonly #instance: Instance<M>;
  readonly #path: string;
  readonly #what: string;
  #handle: H | null;
  /** Calls in progress. An argument's getter may call back into this object, and must not free it under its feet. */
  #depth = 0;

  /** @param path how messages name it: "svr.run" @param what and what it is: "a run" */
  constructor(instance: Instance<M>, path: string, what: string, handle: H) {
    this.#instance = instance;
    this.#path = path;
    this.#what = what;
    this.#handle = handle;
  }

  protected ask<T>(method: string, body: (handle: H, module: M) => T | Refusal): T {
    const handle = this.#handle;
    const name = `${this.#path}.${method}`;
    if (handle === null) {
      throw new ProofgroundError("invalid-argument", `${name}: expected ${this.#what}, got one that was deleted`);
    }
    this.#depth++;
    try {
      return this.#instance.call(name, (module) => body(handle, module));
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
    this.#handle?.delete();
    this.#handle = null;
  }
}
