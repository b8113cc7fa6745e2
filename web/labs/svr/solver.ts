// The worker's half of the SVR lab: one request in, progress frames while it is solved, one frame with everything at the end.
import type { LabSolver } from "../../host/lab.ts";
import { MAX_TRACE, type SvrFrame, type SvrRequest } from "./model.ts";

/**
 * Work is counted in iterations times points, never by a clock: the same request gives the same frames everywhere. One
 * call into WebAssembly is about a millisecond of it (V8 replaces a function by its optimised form between calls only);
 * one frame is under a tenth of a second, and all of a fit of a few hundred points.
 */
const WORK_PER_CALL = 400_000;
const WORK_PER_FRAME = 50_000_000;
const LEAST_PER_CALL = 16;

const solver: LabSolver<SvrRequest, SvrFrame> = function* (pg, request) {
  const { problem, standardise, stopAt } = request;
  const run = pg.svr.start(problem, { standardise, maxTrace: request.trace ? MAX_TRACE : 0 });
  try {
    const n = problem.y.length;
    const perCall = Math.max(LEAST_PER_CALL, Math.ceil(WORK_PER_CALL / n));
    const perFrame = Math.max(LEAST_PER_CALL, Math.ceil(WORK_PER_FRAME / n));
    const most = stopAt ?? Number.POSITIVE_INFINITY;
    let finished = false;
    for (let spent = 0, inFrame = 0; !finished && spent < most; ) {
      if (inFrame >= perFrame) {
        yield { phase: "progress", report: run.report() };
        inFrame = 0;
      }
      const iterations = Math.min(perCall, most - spent);
      finished = run.advance(iterations);
      spent += iterations;
      inFrame += iterations;
    }
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
