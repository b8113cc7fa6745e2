// A fit that lives on the C++ side: what the runs of all labs share.
import { ProofgroundError, type Refusal } from "./error.ts";
import type { Instance } from "./instance.ts";
import type { Report, Trace } from "./types.ts";

/**
 * Iterations in one call of advance() that run for about a millisecond: V8 replaces a function by its optimised form only
 * between calls, so a long solve is entered many times. An iteration costs O(n).
 */
export function iterationsPerCall(n: number): number {
  return Math.max(16, Math.ceil(400_000 / Math.max(n, 1)));
}

/** What every C++ run has. */
interface Handle {
  n(): number;
  advance(step: { iterations: number }): boolean | Refusal;
  report(): Report | Refusal;
  trace(): Trace | Refusal;
  cases(): Uint8Array | Refusal;
  delete(): void;
}

/** The interface over a C++ run; one that survives delete() and says so. */
export class Run<H extends Handle> {
  readonly #instance: Instance;
  readonly #lab: string;
  #handle: H | null;
  /** Calls in progress. An argument's getter may call back into this run, and must not free it under its feet. */
  #depth = 0;

  /** @param lab how messages name it: "svr" */
  constructor(instance: Instance, lab: string, handle: H) {
    this.#instance = instance;
    this.#lab = lab;
    this.#handle = handle;
  }

  protected ask<T>(method: string, body: (handle: H) => T | Refusal): T {
    const handle = this.#handle;
    const name = `${this.#lab}.run.${method}`;
    if (handle === null) {
      throw new ProofgroundError("invalid-argument", `${name}: expected a run, got one that was deleted`);
    }
    this.#depth++;
    try {
      return this.#instance.call(name, () => body(handle));
    } finally {
      this.#depth--;
    }
  }

  advance(iterations: number): boolean {
    return this.ask("advance", (run) => run.advance({ iterations }));
  }
  /** To the end. */
  finish(): this {
    const chunk = iterationsPerCall(this.ask("advance", (run) => run.n()));
    while (!this.advance(chunk));
    return this;
  }
  report(): Report {
    return this.ask("report", (run) => run.report());
  }
  trace(): Trace {
    return this.ask("trace", (run) => run.trace());
  }
  cases(): Uint8Array {
    return this.ask("cases", (run) => run.cases());
  }
  delete(): void {
    if (this.#depth > 0) {
      throw new ProofgroundError(
        "invalid-argument",
        `${this.#lab}.run.delete: expected a run at rest, got one in the middle of a call`,
      );
    }
    this.#handle?.delete();
    this.#handle = null;
  }
}

/** The answer of a run that is carried to its end and let go. */
export function answerOf<S, R extends Run<Handle> & { solution(): S }>(run: R): S {
  try {
    return run.finish().solution();
  } finally {
    run.delete();
  }
}
