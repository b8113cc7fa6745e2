// A fit that lives on the C++ side: what the runs of all support vector machines share.
import type { Refusal } from "./error.ts";
import { Handle } from "./handle.ts";
import type { Instance, Versioned } from "./instance.ts";
import type { Report, Trace } from "./types.ts";

/**
 * Iterations in one call of advance() that run for about a millisecond: V8 replaces a function by its optimised form only
 * between calls, so a long solve is entered many times. An iteration costs O(n).
 */
export function iterationsPerCall(n: number): number {
  return Math.max(16, Math.ceil(400_000 / Math.max(n, 1)));
}

/** What every bound run has. */
interface BoundRun {
  n(): number;
  advance(step: { iterations: number }): boolean | Refusal;
  report(): Report | Refusal;
  trace(): Trace | Refusal;
  cases(): Uint8Array | Refusal;
  delete(): void;
}

/** A handle to a bound run. */
export class Run<B extends BoundRun, M extends Versioned> extends Handle<B, M> {
  /** @param lab how messages name it: "svr" */
  constructor(instance: Instance<M>, lab: string, bound: B) {
    super(instance, `${lab}.run`, "a run", bound);
  }

  advance(iterations: number): boolean {
    return this.call("advance", (run) => run.advance({ iterations }));
  }
  /** To the end. */
  finish(): this {
    const chunk = iterationsPerCall(this.call("advance", (run) => run.n()));
    while (!this.advance(chunk));
    return this;
  }
  report(): Report {
    return this.call("report", (run) => run.report());
  }
  trace(): Trace {
    return this.call("trace", (run) => run.trace());
  }
  cases(): Uint8Array {
    return this.call("cases", (run) => run.cases());
  }
}

/** The answer of a run that is carried to its end and freed. */
export function answerOf<S, R extends Run<BoundRun, Versioned> & { solution(): S }>(run: R): S {
  try {
    return run.finish().solution();
  } finally {
    run.delete();
  }
}
