// The page of a lab of points: the slots of the layout, what its parts share, and what passes between them.

import { formatNumber } from "../../host/format-number.ts";
import type { Store } from "../../host/lab.ts";
import { format } from "../../host/messages/format.ts";
import { en } from "../messages/en.ts";
import { type Slots, slotsIn } from "../slots.ts";
import type { Parts } from "./page-context.ts";
import type { Done, PointsContext, RunRequest } from "./request.ts";
import { keepPointsSolved } from "./solve-request.ts";
import type { PointsState } from "./state.ts";

/**
 * The first edit turns a data set into the user's own, which has less to say about itself: the bar above the picture would
 * shrink and the picture move under the pointer. So it keeps the height it had. @returns its undoing
 */
function holdHeight(bar: HTMLElement, store: Store<PointsState>): () => void {
  let height = 0;
  let width = 0;
  const measured = new ResizeObserver(() => {
    // Another width wraps the words anew: the old height says nothing then.
    if (store.state.preset !== "own" || bar.offsetWidth !== width) bar.style.minBlockSize = "";
    width = bar.offsetWidth;
    if (store.state.preset !== "own") height = bar.offsetHeight;
  });
  measured.observe(bar);
  const unsubscribe = store.subscribe(({ preset }) => {
    bar.style.minBlockSize = preset === "own" && bar.offsetWidth === width ? `${height}px` : "";
  });
  return () => {
    measured.disconnect();
    unsubscribe();
  };
}

export interface PageOptions<State extends PointsState, Request extends RunRequest, D extends Done> {
  request(state: State): Request;
  /** The question without what only a picture needs: for the solver's path alone. */
  plain(request: Request): Request;
  /** Fill the slots. @returns what undoes it, in this order */
  mount(slots: Slots, parts: Parts<State, Request, D>): (() => void)[];
}

/** Put a lab into `root` and keep its solver asked. @returns its undoing */
export function mountPage<State extends PointsState, Request extends RunRequest, D extends Done>(
  root: HTMLElement,
  context: PointsContext<State, Request, D>,
  { request, plain, mount }: PageOptions<State, Request, D>,
): () => void {
  const { store, client } = context;
  const slots = slotsIn(root);
  const listeners = new Set<() => void>();
  const notify = () => {
    for (const listener of [...listeners]) listener();
  };
  const solved = keepPointsSolved<State, Request, D>(store, client, {
    request,
    plain,
    changed: notify,
    progress: (count, gap) => context.progress(format(en.stepper.progress, { count, gap: formatNumber(gap) })),
  });
  const parts: Parts<State, Request, D> = {
    context,
    get answer() {
      return solved.answer;
    },
    get current() {
      return solved.current;
    },
    get path() {
      return solved.path;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const undo = [holdHeight(slots.bar, store), store.subscribe(notify), ...mount(slots, parts), solved.dispose];
  return () => {
    for (const each of undo) each();
    listeners.clear();
    root.replaceChildren();
  };
}
