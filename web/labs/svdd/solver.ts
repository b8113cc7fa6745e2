// The worker's part of the SVDD lab: one request in; reports and pictures while it is solved, one frame with everything at the end.
import type { SvddClaim, SvddMapRequest, SvddRun, XScaling } from "../../../wasm/lib/types.ts";
import type { LabSolver } from "../../host/lab.ts";
import { reachable } from "../../kit/main-plot/window.ts";
import { advance, certificateToDraw, judge, NOTHING_JUDGED, type Picture } from "../../kit/points/advance.ts";
import { MAX_TRACE } from "../../kit/points/trace.ts";
import type { MapSpec, SvddBroken, SvddFit, SvddFrame, SvddRequest } from "./request.ts";

/** Shapes of the plot, width over height, that the map has to fill. */
const SHAPES = { narrowest: 0.8, widest: 2 } as const;

/**
 * The plot has one scale for both columns in solved units, so it shows more than the window along one axis: how much more
 * follows from the scaling, which only the run knows, and from the shape of the plot. The map covers all of it.
 */
export function mapRequest(spec: MapSpec, { xScale }: XScaling): SvddMapRequest {
  const { columnX, columnY, x, y, samples } = spec;
  const [scaleX, scaleY] = [xScale[columnX] ?? 1, xScale[columnY] ?? 1];
  const [wide, high] = [(x[1] - x[0]) / scaleX, (y[1] - y[0]) / scaleY];
  const [width, height] = [Math.max(wide, high * SHAPES.widest), Math.max(high, wide / SHAPES.narrowest)];
  const grown = ([low, top]: readonly [number, number], length: number) => {
    const middle = low + (top - low) / 2;
    return reachable([middle - length / 2, middle + length / 2]);
  };
  const [x0, x1] = grown(x, width * scaleX);
  const [y0, y1] = grown(y, height * scaleY);
  const rows = Math.max(2, Math.round(Math.sqrt((samples * height) / width)));
  return { columnX, columnY, x0, x1, y0, y1, width: Math.max(2, Math.round(samples / rows)), height: rows };
}

function brokenOf(
  run: SvddRun,
  request: SvddRequest,
  window: SvddMapRequest | null,
  claims: readonly SvddClaim[],
): SvddBroken | null {
  const found = certificateToDraw(request, claims);
  if (found === null) return null;
  const { center, rho, distance2 } = found.certificate;
  const map = window && { window, values: run.map(window, found.certificate) };
  return { claim: found.claim, mistake: found.mistake, center, rho, distance2, map };
}

/** What is drawn of the present iterate. All of it is new: what is in a frame goes to the page, and is gone here. */
function fitOf(run: SvddRun, request: SvddRequest, window: SvddMapRequest | null) {
  return {
    solution: run.solution(),
    scaling: run.scaling(),
    kktCase: run.cases(),
    map: window && { window, values: run.map(window) },
    projection: request.projection && run.projection(request.projection),
  };
}

const solver: LabSolver<SvddRequest, SvddFrame> = function* (pg, request) {
  const { problem, standardise, stopAt } = request;
  const n = problem.x.length / problem.d;
  const maxTrace = request.trace ? MAX_TRACE : 0;
  const run = pg.svdd.start(problem, { standardise, maxTrace });
  try {
    const window = request.map && mapRequest(request.map, run.scaling());
    const picture: Picture<SvddFit> = {
      terms: n * (request.map?.samples ?? 0) * problem.d,
      make: () => ({ phase: "iterate", ...fitOf(run, request, window), ...NOTHING_JUDGED }),
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
      ...fitOf(run, request, window),
      trace: request.trace ? run.trace() : null,
      claims,
      broken: brokenOf(run, request, window, claims),
    };
  } finally {
    run.delete();
  }
};

export default solver;
