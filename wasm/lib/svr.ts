import type { Instance } from "./instance.ts";
import type { SvrRun as Handle, SvmModule } from "./modules.ts";
import { answerOf, Run } from "./run.ts";
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

class Regression extends Run<Handle> implements SvrRun {
  scaling(): ReturnType<SvrRun["scaling"]> {
    return this.ask("scaling", (run) => run.scaling());
  }
  solution(): SvrSolution {
    return this.ask("solution", (run) => run.solution());
  }
  predict(xNew: Numbers): Float64Array {
    return this.ask("predict", (run) => run.predict(xNew));
  }
  curve(column: number, from: number, to: number, samples: number): ReturnType<SvrRun["curve"]> {
    return this.ask("curve", (run) => run.curve({ column, from, to, samples }));
  }
  tube(): number {
    return this.ask("tube", (run) => run.tube());
  }
  claim(id: SvrClaimId, broken: boolean, options: SvrClaimOptions = {}): SvrClaim {
    return this.ask("claim", (run) => run.claim({ id, broken }, options));
  }
}

export function svr(instance: Instance<SvmModule>): Proofground["svr"] {
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
