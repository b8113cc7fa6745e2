// The samples of the present request: the states that have come, and whether more will.
import type { Client, Store } from "../../../../host/lab.ts";
import { keepSolved } from "../../../../kit/solve-request.ts";
import type { VaeFrame, VaeRequest } from "../../requests.ts";
import type { VaeState } from "../../state.ts";
import type { DigitsFrame, DigitsRequest, DigitsState } from "./request.ts";

export interface DigitsRun {
  /** What the states answer; null before the first. */
  readonly request: DigitsRequest | null;
  /** From t = T on. */
  readonly states: readonly DigitsState[];
  /** States there will be. */
  readonly count: number;
  readonly phase: "waiting" | "running" | "done" | "stopped" | "refused";
  readonly message: string;
  readonly misses: DigitsFrame["misses"];
  /** Whether the states are those of the present state of the page. */
  readonly current: boolean;
  /** Whether the last of them has come, too. */
  readonly complete: boolean;
  /** From the request to the first and to the last frame, ms; NaN before. */
  readonly took: { readonly first: number; readonly last: number };
  update(): void;
  /** Stop, and send the request again after it was stopped. */
  stop(): void;
  restart(): void;
  dispose(): void;
}

/** Index of the first state at t or below; the last there is where none is that far. */
export function indexAt(states: readonly { readonly t: number }[], t: number): number {
  const found = states.findIndex((state) => state.t <= t);
  return found < 0 ? Math.max(0, states.length - 1) : found;
}

/** @param wanted the request of a state @param changed called after each frame and each change of the solver's status */
export function createDigitsRun(
  store: Store<VaeState>,
  client: Client<VaeRequest, VaeFrame>,
  wanted: (state: VaeState) => DigitsRequest | null,
  changed: () => void,
): DigitsRun {
  let request: DigitsRequest | null = null;
  let states: DigitsState[] = [];
  let count = 0;
  let misses: DigitsFrame["misses"] = null;
  let complete = false;
  let disposed = false;
  let took = { first: Number.NaN, last: Number.NaN };
  let sent = 0;

  const solved = keepSolved<VaeState, DigitsRequest, DigitsFrame>(store, client, {
    request: wanted,
    prepare(next) {
      sent = performance.now();
      return next;
    },
    changed: () => take(),
  });

  function take(): void {
    const { answer } = solved;
    if (answer === null) [request, states, count, misses, complete] = [null, [], 0, null, false];
    else {
      const { frame } = answer;
      // A run that was begun again sends its states anew.
      if (frame.first) {
        [request, states, count] = [answer.request, [], frame.count];
        took = { first: performance.now() - sent, last: Number.NaN };
      }
      states = [...states, ...frame.states];
      [misses, complete] = [frame.misses, frame.last];
      if (frame.last) took = { ...took, last: performance.now() - sent };
    }
    changed();
  }

  client.onstatus(() => {
    if (!disposed) changed();
  });

  return {
    get request() {
      return request;
    },
    get states() {
      return states;
    },
    get count() {
      return count;
    },
    get phase() {
      const { phase } = client.status;
      if (phase === "refused" || phase === "unavailable") return "refused";
      if (phase === "running" || phase === "restarted") return "running";
      if (states.length === 0) return "waiting";
      return complete ? "done" : "stopped";
    },
    get message() {
      return "message" in client.status ? client.status.message : "";
    },
    get misses() {
      return misses;
    },
    get current() {
      return solved.current;
    },
    get complete() {
      return complete;
    },
    get took() {
      return took;
    },
    update: () => solved.update(),
    stop() {
      client.cancel();
      changed();
    },
    restart: () => solved.again(),
    dispose() {
      disposed = true;
      solved.dispose();
    },
  };
}
