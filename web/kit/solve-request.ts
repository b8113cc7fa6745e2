// Between the state and the solver: a question is asked whenever the state makes another one, and the newest answer is kept.
import type { Client, Store } from "../host/lab.ts";
import type { DiffusionFrame, DiffusionRequest, DiffusionState } from "../labs/diffusion/model.ts";

export interface Asking<Question, Frame> {
  /** The newest frame with the question it answers; null before the first and while there is nothing to ask. */
  readonly answer: { readonly frame: Frame; readonly question: Question } | null;
  /** Whether that is a frame of the present question. */
  readonly current: boolean;
  /** Ask where what the question is made from, other than the state, has changed. */
  again(): void;
  dispose(): void;
}

/** Data by identity (a state's arrays are never changed in place), everything else by value. */
export function sameQuestion(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return Object.is(a, b);
  if (ArrayBuffer.isView(a) || ArrayBuffer.isView(b)) return false;
  const [left, right] = [Object.entries(a), b as Record<string, unknown>];
  if (Array.isArray(a) !== Array.isArray(b) || left.length !== Object.keys(b).length) return false;
  return left.every(([key, value]) => sameQuestion(value, right[key]));
}

/** Keep `client` asked for what the store says. @param changed called when there is a new answer, or none any more */
export function ask<Question extends DiffusionRequest, Frame extends DiffusionFrame>(
  store: Store<DiffusionState>,
  client: Client<DiffusionRequest, DiffusionFrame>,
  question: (state: DiffusionState) => Question | null,
  changed: () => void,
): Asking<Question, Frame> {
  let answer: Asking<Question, Frame>["answer"] = null;
  let wanted: Question | null = null;
  let disposed = false;

  function update(state: DiffusionState): void {
    const next = question(state);
    if (sameQuestion(next, wanted)) return;
    wanted = next;
    if (next !== null) client.solve(next);
    else {
      answer = null;
      client.cancel();
      changed();
    }
  }

  client.onframe((frame, request) => {
    // The wire serves one stage after another: a frame that was on its way may be another's.
    if (disposed || wanted === null || request.task !== wanted.task) return;
    answer = { frame: frame as Frame, question: request as Question };
    changed();
  });
  const unsubscribe = store.subscribe(update);
  update(store.state);
  return {
    get answer() {
      return answer;
    },
    get current() {
      return answer === null ? wanted === null : sameQuestion(answer.question, wanted);
    },
    again: () => update(store.state),
    dispose() {
      disposed = true;
      unsubscribe();
    },
  };
}
