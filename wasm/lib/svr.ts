import type { SvrRun as Handle } from "../../build/wasm/proofground.mjs";
import { ProofgroundError, type Refusal } from "./error.ts";
import type { Instance } from "./instance.ts";
import type {
  Numbers,
  Proofground,
  SvrClaim,
  SvrClaimId,
  SvrClaimOptions,
  SvrProblem,
  SvrRun,
  SvrRunOptions,
  SvrSolution,
} from "./types.ts";

/**
 * Iterations in one call of advance() that run for about a millisecond: V8 replaces a function by its optimised form only
 * between calls, so a long solve is entered many times. An iteration costs O(n).
 */
export function iterationsPerCall(n: number): number {
  return Math.max(16, Math.ceil(400_000 / Math.max(n, 1)));
}

/** The interface over the C++ object; one that survives delete() and says so. */
class Run implements SvrRun {
  readonly #instance: Instance;
  #handle: Handle | null;
  /** Calls in progress. An argument's getter may call back into this run, and must not free it under its feet. */
  #depth = 0;

  readonly n: number;

  constructor(instance: Instance, handle: Handle) {
    this.#instance = instance;
    this.#handle = handle;
    this.n = handle.n();
  }

  #call<T>(name: string, body: (handle: Handle) => T | Refusal): T {
    const handle = this.#handle;
    if (handle === null) {
      throw new ProofgroundError("invalid-argument", `svr.run.${name}: expected a run, got one that was deleted`);
    }
    this.#depth++;
    try {
      return this.#instance.call(`svr.run.${name}`, () => body(handle));
    } finally {
      this.#depth--;
    }
  }

  advance(iterations: number): boolean {
    return this.#call("advance", (run) => run.advance({ iterations }));
  }
  report(): ReturnType<SvrRun["report"]> {
    return this.#call("report", (run) => run.report());
  }
  scaling(): ReturnType<SvrRun["scaling"]> {
    return this.#call("scaling", (run) => run.scaling());
  }
  solution(): SvrSolution {
    return this.#call("solution", (run) => run.solution());
  }
  predict(xNew: Numbers): Float64Array {
    return this.#call("predict", (run) => run.predict(xNew));
  }
  curve(column: number, from: number, to: number, samples: number): ReturnType<SvrRun["curve"]> {
    return this.#call("curve", (run) => run.curve({ column, from, to, samples }));
  }
  tube(): number {
    return this.#call("tube", (run) => run.tube());
  }
  trace(): ReturnType<SvrRun["trace"]> {
    return this.#call("trace", (run) => run.trace());
  }
  cases(): Uint8Array {
    return this.#call("cases", (run) => run.cases());
  }
  claim(id: SvrClaimId, broken: boolean, options: SvrClaimOptions = {}): SvrClaim {
    return this.#call("claim", (run) => run.claim({ id, broken }, options));
  }
  delete(): void {
    if (this.#depth > 0) {
      throw new ProofgroundError(
        "invalid-argument",
        "svr.run.delete: expected a run at rest, got one in the middle of a call",
      );
    }
    this.#handle?.delete();
    this.#handle = null;
  }
}

export function svr(instance: Instance): Proofground["svr"] {
  const start = (name: string, problem: SvrProblem, options: SvrRunOptions) =>
    new Run(
      instance,
      instance.call(name, (module) => module.svrStart(problem, options)),
    );
  return Object.freeze({
    fit(problem: SvrProblem): SvrSolution {
      const run = start("svr.fit", problem, {});
      try {
        const chunk = iterationsPerCall(run.n);
        while (!run.advance(chunk));
        return run.solution();
      } finally {
        run.delete();
      }
    },
    predict(problem: SvrProblem, solution: SvrSolution, xNew: Numbers): Float64Array {
      return instance.call("svr.predict", (module) => module.svrPredict(problem, solution, xNew));
    },
    start(problem: SvrProblem, options: SvrRunOptions = {}): SvrRun {
      return start("svr.start", problem, options);
    },
  });
}
