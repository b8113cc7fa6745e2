import type { SvrRun as Bound, MainModule } from "../../build/wasm/proofground-svr.mjs";
import type { Instance } from "./instance.ts";
import { answerOf, Run } from "./svm-run.ts";
import type {
  Numbers,
  Proofground,
  SvrCertificate,
  SvrClaim,
  SvrClaimId,
  SvrClaimOptions,
  SvrProblem,
  SvrRun,
  SvrRunOptions,
  SvrSolution,
} from "./types.ts";

class Regression extends Run<Bound, MainModule> implements SvrRun {
  scaling(): ReturnType<SvrRun["scaling"]> {
    return this.call("scaling", (run) => run.scaling());
  }
  solution(): SvrSolution {
    return this.call("solution", (run) => run.solution());
  }
  predict(xNew: Numbers, other: SvrCertificate | null = null): Float64Array {
    return this.call("predict", (run) => run.predict(xNew, other));
  }
  curve(
    column: number,
    from: number,
    to: number,
    samples: number,
    other: SvrCertificate | null = null,
  ): ReturnType<SvrRun["curve"]> {
    return this.call("curve", (run) => run.curve({ column, from, to, samples }, other));
  }
  tube(): number {
    return this.call("tube", (run) => run.tube());
  }
  claim(id: SvrClaimId, broken: boolean | string, options: SvrClaimOptions = {}): SvrClaim {
    return this.call("claim", (run) => run.claim({ id, broken }, options));
  }
}

export function svr(instance: Instance<MainModule>): Proofground["svr"] {
  const start = (name: string, problem: SvrProblem, options: SvrRunOptions) =>
    new Regression(
      instance,
      "svr",
      instance.call(name, (module) => module.svrStart(problem, options)),
    );
  return Object.freeze({
    fit: (problem: SvrProblem): SvrSolution => answerOf(start("svr.fit", problem, {})),
    predict: (problem: SvrProblem, solution: SvrSolution, xNew: Numbers): Float64Array =>
      instance.call("svr.predict", (module) => module.svrPredict(problem, solution, xNew)),
    start: (problem: SvrProblem, options: SvrRunOptions = {}): SvrRun => start("svr.start", problem, options),
  });
}
