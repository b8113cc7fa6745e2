// The worker's part of the SVR lab: one request in; reports and pictures while it is solved, one frame with everything at the end.
import type { SvrCertificate, SvrClaim, SvrRun } from "../../../wasm/lib/types.ts";
import type { LabSolver } from "../../host/lab.ts";
import { advance, certificateToDraw, judge, NOTHING_JUDGED, type Picture } from "../../kit/points/advance.ts";
import { MAX_TRACE } from "../../kit/points/trace.ts";
import type { SvrBroken, SvrFit, SvrFrame, SvrRequest } from "./request.ts";

/** f along the plotted column, of the solver's certificate or of another one. */
function curveOf(run: SvrRun, { curve }: SvrRequest, other: SvrCertificate | null = null) {
  return curve && run.curve(curve.column, curve.from, curve.to, curve.samples, other);
}

function brokenOf(run: SvrRun, request: SvrRequest, claims: readonly SvrClaim[]): SvrBroken | null {
  const found = certificateToDraw(request, claims);
  if (found === null) return null;
  const { claim, mistake, certificate } = found;
  const fitted = run.predict(request.problem.x, certificate);
  return { claim, mistake, fitted, curve: curveOf(run, request, certificate) };
}

/** What is drawn of the present iterate. All of it is new: what is in a frame goes to the page, and is gone here. */
function fitOf(run: SvrRun, request: SvrRequest) {
  return {
    solution: run.solution(),
    scaling: run.scaling(),
    fitted: run.predict(request.problem.x),
    kktCase: run.cases(),
    tube: run.tube(),
    curve: curveOf(run, request),
  };
}

const solver: LabSolver<SvrRequest, SvrFrame> = function* (pg, request) {
  const { problem, standardise, stopAt, curve } = request;
  const n = problem.y.length;
  const maxTrace = request.trace ? MAX_TRACE : 0;
  const run = pg.svr.start(problem, { standardise, maxTrace });
  try {
    const picture: Picture<SvrFit> = {
      terms: n * (n + (curve?.samples ?? 0)) * problem.d,
      make: () => ({ phase: "iterate", ...fitOf(run, request), ...NOTHING_JUDGED }),
    };
    yield* advance(run, n, stopAt, maxTrace, picture);
    const judges = request.claims.map(
      ({ id, broken, options }) =>
        () =>
          run.claim(id, broken, options),
    );
    const claims = yield* judge(run, n, judges, picture);
    yield {
      phase: "done",
      ...fitOf(run, request),
      trace: request.trace ? run.trace() : null,
      claims,
      broken: brokenOf(run, request, claims),
    };
  } finally {
    run.delete();
  }
};

export default solver;
