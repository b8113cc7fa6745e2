// What a lab of points has solved when. Every change of the state is solved at once. Moving along the solver's path needs the whole
// path first: the first request of a problem whose path is not known is for the path alone, and afterwards each place on it is
// one short solve.
import type { Report, Trace } from "../../../wasm/lib/types.ts";
import type { Client, Store } from "../../host/lab.ts";
import { keepSolved, type Solved } from "../solve-request.ts";
import type { Path } from "./page-context.ts";
import { type Answer, type Fit, isFurther, type Progress, type RunRequest, sameProblem } from "./request.ts";
import { countOf, type PointsState } from "./state.ts";

export interface SolvedPoints<Request extends RunRequest, F extends Fit> extends Solved<Request, F> {
  /** The path of the present problem; null while unknown. */
  readonly path: Path | null;
}

export interface PointsOptions<State, Request> {
  request(state: State): Request;
  /** The request without what only a plot needs: for the path alone. */
  plain(request: Request): Request;
  /** Called when there is a new answer, or none any more. */
  changed(): void;
  /** Called with the report of an unfinished run. */
  progress(report: Report): void;
}

/** What is requested of a problem besides the problem, its path and the claims, as a text to compare. */
function besides({ problem: _, trace: _t, claims: _c, ...others }: RunRequest): string {
  return JSON.stringify(others);
}

function sameRun(a: RunRequest, b: RunRequest): boolean {
  return (
    sameProblem(a, b) &&
    a.trace === b.trace &&
    besides(a) === besides(b) &&
    JSON.stringify(a.claims) === JSON.stringify(b.claims)
  );
}

/** Whether an answer to `answered` holds all that `wanted` requests, and perhaps more. */
function covers(answered: RunRequest, wanted: RunRequest): boolean {
  const claims = new Set(answered.claims.map((claim) => JSON.stringify(claim)));
  return (
    sameProblem(answered, wanted) &&
    besides(answered) === besides(wanted) &&
    wanted.claims.every((claim) => claims.has(JSON.stringify(claim)))
  );
}

export function keepPointsSolved<State extends PointsState, Request extends RunRequest, F extends Fit>(
  store: Store<State>,
  client: Client<Request, Progress | F>,
  options: PointsOptions<State, Request>,
): SolvedPoints<Request, F> {
  let path: { of: Request; trace: Trace } | null = null;
  const known = (request: Request) => (path !== null && sameProblem(path.of, request) ? path.trace : null);

  // `use` lets no progress through.
  const shown = () => solved.answer as Answer<Request, F> | null;
  const solved: Solved<Request, Progress | F> = keepSolved<State, Request, Progress | F>(store, client, {
    request: (state) => (countOf(state) === 0 ? null : options.request(state)),
    same: sameRun,
    covers,
    prepare(wanted) {
      if (known(wanted) !== null) return { ...wanted, trace: false };
      // The path first; its end is not what is to be shown, so nothing else is requested along with it.
      return wanted.trace && wanted.stopAt !== null ? { ...options.plain(wanted), stopAt: null, claims: [] } : wanted;
    },
    use(frame, request, wanted) {
      if (frame.phase === "progress") {
        options.progress(frame.report);
        return "ignore";
      }
      if (frame.phase === "iterate") {
        options.progress(frame.solution.report);
        // Neither one of an older request, nor of the path alone; and going on, a run comes again to what is on show.
        const isWanted = sameProblem(request, wanted) && besides(request) === besides(wanted);
        return isWanted && isFurther({ frame, request }, shown()) ? "interim" : "ignore";
      }
      if (frame.trace !== null) path = { of: request, trace: frame.trace };
      const forPath = wanted.trace && wanted.stopAt !== null && request.stopAt === null && sameProblem(wanted, request);
      return forPath ? "send-again" : "answer";
    },
    changed: options.changed,
  });
  return {
    get wanted() {
      return solved.wanted;
    },
    get answer() {
      return shown();
    },
    get current() {
      return solved.current;
    },
    get path() {
      const trace = solved.wanted === null ? null : known(solved.wanted);
      return trace === null ? null : { trace, count: trace.i.length };
    },
    update: solved.update,
    again: solved.again,
    dispose: solved.dispose,
  };
}
