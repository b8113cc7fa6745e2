import type { SvddRun as Bound, MainModule } from "../../build/wasm/proofground-svdd.mjs";
import type { Instance } from "./instance.ts";
import { answerOf, Run } from "./svm-run.ts";
import type {
  Numbers,
  Projection,
  Proofground,
  SvddClaim,
  SvddClaimId,
  SvddClaimOptions,
  SvddMapRequest,
  SvddProblem,
  SvddRun,
  SvddRunOptions,
  SvddSolution,
  XScaling,
} from "./types.ts";

class Sphere extends Run<Bound, MainModule> implements SvddRun {
  scaling(): XScaling {
    return this.call("scaling", (run) => run.scaling());
  }
  solution(): SvddSolution {
    return this.call("solution", (run) => run.solution());
  }
  distance2(xNew: Numbers): Float64Array {
    return this.call("distance2", (run) => run.distance2(xNew));
  }
  map(request: SvddMapRequest, other: Pick<SvddSolution, "alpha"> | null = null): Float64Array {
    return this.call("map", (run) => run.map(request, other));
  }
  projection(dims: 2 | 3): Projection {
    return this.call("projection", (run) => run.projection({ dims }));
  }
  claim(id: SvddClaimId, broken: boolean | string, options: SvddClaimOptions = {}): SvddClaim {
    return this.call("claim", (run) => run.claim({ id, broken }, options));
  }
}

export function svdd(instance: Instance<MainModule>): Proofground["svdd"] {
  const start = (name: string, problem: SvddProblem, options: SvddRunOptions) =>
    new Sphere(
      instance,
      "svdd",
      instance.call(name, (module) => module.svddStart(problem, options)),
    );
  return Object.freeze({
    fit: (problem: SvddProblem): SvddSolution => answerOf(start("svdd.fit", problem, {})),
    distance2: (problem: SvddProblem, solution: SvddSolution, xNew: Numbers): Float64Array =>
      instance.call("svdd.distance2", (module) => module.svddDistance2(problem, solution, xNew)),
    start: (problem: SvddProblem, options: SvddRunOptions = {}): SvddRun => start("svdd.start", problem, options),
  });
}
