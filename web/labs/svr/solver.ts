// The worker's part of the SVR lab: one request in, progress frames while it is solved, one frame with everything at the end.
import type { LabSolver } from "../../host/lab.ts";
import { advance } from "../../kit/points/advance.ts";
import { MAX_TRACE } from "../../kit/points/state.ts";
import type { SvrFrame, SvrRequest } from "./request.ts";

const solver: LabSolver<SvrRequest, SvrFrame> = function* (pg, request) {
  const { problem, standardise, stopAt } = request;
  const run = pg.svr.start(problem, { standardise, maxTrace: request.trace ? MAX_TRACE : 0 });
  try {
    yield* advance(run, problem.y.length, stopAt);
    const { curve } = request;
    yield {
      phase: "done",
      solution: run.solution(),
      scaling: run.scaling(),
      fitted: run.predict(problem.x),
      kktCase: run.cases(),
      tube: run.tube(),
      curve: curve && run.curve(curve.column, curve.from, curve.to, curve.samples),
      trace: request.trace ? run.trace() : null,
      claims: request.claims.map(({ id, broken, options }) => run.claim(id, broken, options)),
    };
  } finally {
    run.delete();
  }
};

export default solver;
