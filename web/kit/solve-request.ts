// Between the state and the solver: whenever the state makes another request, the request is sent, and the newest answer is kept.
import type { Store } from "../host/lab.ts";

/** A frame with the request that it answers. */
export interface Answer<Request, Frame> {
  readonly frame: Frame;
  readonly request: Request;
}

export interface Solved<Request, Frame> {
  /** What the state last requested; null while there is nothing to solve. */
  readonly wanted: Request | null;
  /** The newest; null before the first and while there is no request. */
  readonly answer: Answer<Request, Frame> | null;
  /** Whether it answers the newest request, for good. Also true while there is neither. */
  readonly current: boolean;
  /** To be called when something besides the state that the request is made from has changed. */
  update(): void;
  /** Send the newest request once more. */
  again(): void;
  dispose(): void;
}

/**
 * What a frame is good for: the newest answer; to be kept in its place until that comes, while the work goes on; nothing; or the
 * newest request is to be sent again.
 */
export type FrameUse = "answer" | "interim" | "ignore" | "send-again";

export interface SolveOptions<State, Request, Frame> {
  /** null: there is nothing to solve. What is being solved is then stopped. */
  request(state: State): Request | null;
  /** Called when there is a new answer, or none any more. */
  changed(): void;
  /** Whether the request is still the same, so that nothing is sent. Default: sameRequest. */
  same?(a: Request, b: Request): boolean;
  /** Whether an answer to one request also answers another. Default: as `same`. */
  covers?(answered: Request, wanted: Request): boolean;
  /** What is sent for a request. Default: the request. */
  prepare?(wanted: Request): Request;
  /** Default: "answer" where the request was sent from here. A client may serve others, too: their frames come as well. */
  use?(frame: Frame, request: Request, wanted: Request): FrameUse;
}

/** As much of a client as is needed here; its frames may be of more kinds than those that answer these requests. */
export interface RequestClient<Request> {
  solve(request: Request): void;
  cancel(): void;
  onframe(listener: (frame: unknown, request: unknown) => void): void;
}

/**
 * By value; but typed arrays by identity, and arrays that are identical are not compared number by number: a state never
 * changes an array in place.
 */
export function sameRequest(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return Object.is(a, b);
  if (ArrayBuffer.isView(a) || ArrayBuffer.isView(b)) return false;
  const [left, right] = [Object.entries(a), b as Record<string, unknown>];
  if (Array.isArray(a) !== Array.isArray(b) || left.length !== Object.keys(b).length) return false;
  return left.every(([key, value]) => sameRequest(value, right[key]));
}

/** Keep the solver's newest answer for the state. One request is on its way at a time, and only the newest other one waits. */
export function keepSolved<State, Request, Frame>(
  store: Store<State>,
  client: RequestClient<Request>,
  options: SolveOptions<State, Request, Frame>,
): Solved<Request, Frame> {
  const { same = sameRequest, covers = same, prepare = (wanted) => wanted } = options;
  const sent = new WeakSet<object>();
  const use = options.use ?? ((_, request) => (sent.has(request as object) ? "answer" : "ignore"));
  let answer: Answer<Request, Frame> | null = null;
  let interim = false;
  let wanted: Request | null = null;
  let disposed = false;

  function send(next: Request): void {
    const request = prepare(next);
    sent.add(request as object);
    client.solve(request);
  }

  function update(state: State): void {
    const next = options.request(state);
    if (next === null || wanted === null ? next === wanted : same(wanted, next)) return;
    wanted = next;
    if (next !== null) send(next);
    else {
      answer = null;
      client.cancel();
      options.changed();
    }
  }

  client.onframe((frame, request) => {
    if (disposed || wanted === null) return;
    const found = { frame: frame as Frame, request: request as Request };
    const good = use(found.frame, found.request, wanted);
    if (good === "send-again") send(wanted);
    if (good !== "answer" && good !== "interim") return;
    [answer, interim] = [found, good === "interim"];
    options.changed();
  });
  const unsubscribe = store.subscribe(update);
  update(store.state);
  return {
    get wanted() {
      return wanted;
    },
    get answer() {
      return answer;
    },
    get current() {
      if (answer === null || wanted === null) return answer === wanted;
      return !interim && covers(answer.request, wanted);
    },
    update: () => update(store.state),
    again() {
      if (wanted !== null) send(wanted);
    },
    dispose() {
      disposed = true;
      unsubscribe();
    },
  };
}
