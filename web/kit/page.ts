// The page of a lab with one request at a time: the slots of the layout, the newest answer, and who hears of both. A lab of points
// uses points/page.ts, a lab of stages stages/; every other lab uses this one as it is.
import type { LabContext } from "../host/lab.ts";
import { createListeners } from "./listeners.ts";
import { type Slots, slotsIn } from "./slots.ts";
import { type Answer, keepSolved, type SolveOptions } from "./solve-request.ts";

/** What the parts of such a page share. */
export interface LabPage<State, Request, Frame> {
  readonly context: LabContext<State, Request, Frame>;
  /** The newest frame with its request; null before the first and while there is nothing to solve. */
  readonly answer: Answer<Request, Frame> | null;
  /** Whether that is the answer to the present state. */
  readonly current: boolean;
  /** Have the present state solved once more: the user has stopped it. */
  again(): void;
  /** Called after every change of the state or the answer. @returns unsubscribe */
  subscribe(listener: () => void): () => void;
}

export interface LabPageOptions<State, Request, Frame> extends Omit<SolveOptions<State, Request, Frame>, "changed"> {
  /** Fill the slots. @returns what undoes it, in this order */
  mount(slots: Slots, page: LabPage<State, Request, Frame>): (() => void)[];
}

/** Put a lab into `root` and keep its solver's answer the newest. @returns its undoing */
export function mountLabPage<State, Request, Frame>(
  root: HTMLElement,
  context: LabContext<State, Request, Frame>,
  { mount, ...solve }: LabPageOptions<State, Request, Frame>,
): () => void {
  const { store, client } = context;
  const listeners = createListeners();
  const solved = keepSolved(store, client, { ...solve, changed: listeners.notify });
  const page: LabPage<State, Request, Frame> = {
    context,
    get answer() {
      return solved.answer;
    },
    get current() {
      return solved.current;
    },
    again: solved.again,
    subscribe: listeners.subscribe,
  };
  // After the request is made of a new state: what listens then finds `current` false.
  const unsubscribe = store.subscribe(listeners.notify);
  const undo = mount(slotsIn(root), page);
  return () => {
    for (const each of undo) each();
    unsubscribe();
    solved.dispose();
    listeners.clear();
    root.replaceChildren();
  };
}
