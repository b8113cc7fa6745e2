// A fit that lives on the C++ side: what the runs of all labs share.
import type { Refusal } from "./error.ts";
import { Held } from "./held.ts";
import type { Instance } from "./instance.ts";
import type { SvmModule } from "./modules.ts";
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

/** The interface over a C++ run. */
export class Run<H extends Handle> extends Held<H, SvmModule> {
  /** @param lab how messages name it: "svr" */
  constructor(instance: Instance<SvmModule>, lab: string, handle: H) {
    super(instance, `${lab}.run`, "a run", handle);
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
}

/** The answer of a run that is carried to its end and let go. */
export function answerOf<S, R extends Run<Handle> & { solution(): S }>(run: R): S {
  try {
    return run.finish().solution();
  } finally {
    run.delete();
  }
}
