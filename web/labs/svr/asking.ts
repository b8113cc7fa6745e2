// Between the state and the solver: what is asked when, and the newest answer.
//
// Every change of the state asks at once. Scrubbing over the solver's path needs to know the whole path first, so the first
// question of a problem whose path is not known is for that alone; afterwards each place on it is one short solve.
import type { SvrTrace } from "../../../wasm/lib/types.ts";
import type { Client, Store } from "../../host/lab.ts";
import model, { type SvrFrame, type SvrRequest, type SvrState } from "./model.ts";
import type { Answer } from "./scene.ts";

/** Where the solver stands on its path. */
export interface Path {
  readonly trace: SvrTrace;
  /** Iterations known. */
  readonly count: number;
}

export interface Asking {
  readonly answer: Answer | null;
  /** The path of the problem on show; null while unknown. */
  readonly path: Path | null;
  /** Whether the answer is to the newest question. */
  readonly current: boolean;
  dispose(): void;
}

/** Same problem, hence same path: data by identity (the state never changes an array in place), parameters by value. */
function sameProblem(a: SvrRequest, b: SvrRequest): boolean {
  const rest = ({ problem: { x: _x, y: _y, ...parameters }, standardise }: SvrRequest) =>
    JSON.stringify([parameters, standardise]);
  return a.problem.x === b.problem.x && a.problem.y === b.problem.y && rest(a) === rest(b);
}

function sameRequest(a: SvrRequest, b: SvrRequest): boolean {
  const rest = ({ problem: _, ...others }: SvrRequest) => JSON.stringify(others);
  return sameProblem(a, b) && rest(a) === rest(b);
}

/** Whether `answered` says all that `wanted` asks, and perhaps more. */
function covers(answered: SvrRequest, wanted: SvrRequest): boolean {
  const place = ({ stopAt, curve }: SvrRequest) => JSON.stringify([stopAt, curve]);
  const claims = new Set(answered.claims.map((claim) => JSON.stringify(claim)));
  return (
    sameProblem(answered, wanted) &&
    place(answered) === place(wanted) &&
    wanted.claims.every((claim) => claims.has(JSON.stringify(claim)))
  );
}

/**
 * Keep the solver asked for what the store says.
 * @param changed called when there is a new answer, or none any more
 * @param progress called with the report of an unfinished run
 */
export function ask(
  store: Store<SvrState>,
  client: Client<SvrRequest, SvrFrame>,
  changed: () => void,
  progress: (iterations: number, kktGap: number) => void,
): Asking {
  let answer: Answer | null = null;
  let path: { of: SvrRequest; trace: SvrTrace } | null = null;
  /** What the state last wanted; null when it wanted nothing (no points). */
  let wanted: SvrRequest | null = null;
  let disposed = false;

  function pathOf(request: SvrRequest): SvrTrace | null {
    return path !== null && sameProblem(path.of, request) ? path.trace : null;
  }

  function send(request: SvrRequest): void {
    const known = pathOf(request) !== null;
    // The path first; its end is not what is to be shown, so nothing else is asked along with it.
    if (request.trace && request.stopAt !== null && !known)
      client.solve({ ...request, stopAt: null, curve: null, claims: [] });
    else client.solve(known ? { ...request, trace: false } : request);
  }

  function update(state: SvrState): void {
    if (state.y.length === 0) {
      if (wanted === null && answer === null) return;
      wanted = null;
      answer = null;
      client.cancel();
      changed();
      return;
    }
    const request = model.request(state);
    if (wanted !== null && sameRequest(wanted, request)) return;
    wanted = request;
    send(request);
  }

  client.onframe((frame, request) => {
    if (disposed) return;
    if (frame.phase === "progress") {
      progress(frame.report.iterations, frame.report.kktGap);
      return;
    }
    if (frame.trace !== null) path = { of: request, trace: frame.trace };
    if (wanted === null) return;
    if (wanted.trace && wanted.stopAt !== null && request.stopAt === null && sameProblem(wanted, request)) {
      send(wanted);
      return;
    }
    answer = { frame, request };
    changed();
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
