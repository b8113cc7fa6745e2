// Between the state and the solver: what is asked when, and the newest answer.
//
// Every change of the state asks at once. Scrubbing over the solver's path needs to know the whole path first, so the first
// question of a problem whose path is not known is for that alone; afterwards each place on it is one short solve.
import type { Trace } from "../../../wasm/lib/types.ts";
import type { Client, Store } from "../../host/lab.ts";
import type { Path } from "./page-context.ts";
import { type Answer, type Done, type Progress, type RunRequest, sameProblem } from "./request.ts";
import { countOf, type PointsState } from "./state.ts";

export interface Asking<Request extends RunRequest, D extends Done> {
  readonly answer: Answer<Request, D> | null;
  /** The path of the problem on show; null while unknown. */
  readonly path: Path | null;
  /** Whether the answer is to the newest question. */
  readonly current: boolean;
  dispose(): void;
}

export interface AskingOptions<State, Request> {
  request(state: State): Request;
  /** The question without what only a picture needs: for the path alone. */
  plain(request: Request): Request;
  /** Called when there is a new answer, or none any more. */
  changed(): void;
  /** Called with the report of an unfinished run. */
  progress(iterations: number, kktGap: number): void;
}

/** What is asked of a problem besides the problem, its path and the claims, as a text to compare. */
function place({ problem: _, trace: _t, claims: _c, ...others }: RunRequest): string {
  return JSON.stringify(others);
}

function sameRequest(a: RunRequest, b: RunRequest): boolean {
  return (
    sameProblem(a, b) &&
    a.trace === b.trace &&
    place(a) === place(b) &&
    JSON.stringify(a.claims) === JSON.stringify(b.claims)
  );
}

/** Whether `answered` says all that `wanted` asks, and perhaps more. */
function covers(answered: RunRequest, wanted: RunRequest): boolean {
  const claims = new Set(answered.claims.map((claim) => JSON.stringify(claim)));
  return (
    sameProblem(answered, wanted) &&
    place(answered) === place(wanted) &&
    wanted.claims.every((claim) => claims.has(JSON.stringify(claim)))
  );
}

/** Keep the solver asked for what the store says. */
export function ask<State extends PointsState, Request extends RunRequest, D extends Done>(
  store: Store<State>,
  client: Client<Request, Progress | D>,
  options: AskingOptions<State, Request>,
): Asking<Request, D> {
  let answer: Answer<Request, D> | null = null;
  let path: { of: Request; trace: Trace } | null = null;
  /** What the state last wanted; null when it wanted nothing (no points). */
  let wanted: Request | null = null;
  let disposed = false;

  function pathOf(request: Request): Trace | null {
    return path !== null && sameProblem(path.of, request) ? path.trace : null;
  }

  function send(request: Request): void {
    const known = pathOf(request) !== null;
    // The path first; its end is not what is to be shown, so nothing else is asked along with it.
    if (request.trace && request.stopAt !== null && !known)
      client.solve({ ...options.plain(request), stopAt: null, claims: [] });
    else client.solve(known ? { ...request, trace: false } : request);
  }

  function update(state: State): void {
    if (countOf(state) === 0) {
      if (wanted === null && answer === null) return;
      wanted = null;
      answer = null;
      client.cancel();
      options.changed();
      return;
    }
    const request = options.request(state);
    if (wanted !== null && sameRequest(wanted, request)) return;
    wanted = request;
    send(request);
  }

  client.onframe((frame, request) => {
    if (disposed) return;
    if (frame.phase === "progress") {
      options.progress(frame.report.iterations, frame.report.kktGap);
      return;
    }
    if (frame.trace !== null) path = { of: request, trace: frame.trace };
    if (wanted === null) return;
    if (wanted.trace && wanted.stopAt !== null && request.stopAt === null && sameProblem(wanted, request)) {
      send(wanted);
      return;
    }
    answer = { frame, request };
    options.changed();
  });

  const unsubscribe = store.subscribe(update);
  update(store.state);
  return {
    get answer() {
      return answer;
    },
    get path() {
      const trace = wanted === null ? null : pathOf(wanted);
      return trace === null ? null : { trace, count: trace.i.length };
    },
    get current() {
      if (answer === null || wanted === null) return answer === null && wanted === null;
      return covers(answer.request, wanted);
    },
    dispose() {
      disposed = true;
      unsubscribe();
    },
  };
}
