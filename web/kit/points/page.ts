// The page of a lab of points: fills the slots of the layout and connects the state, the solver and what is shown.

import { formatNumber } from "../../host/format-number.ts";
import { format } from "../../host/messages/format.ts";
import { createListeners } from "../listeners.ts";
import { en } from "../messages/en.ts";
import { type Slots, slotsIn } from "../slots.ts";
import type { PageContext } from "./page-context.ts";
import type { Fit, PointsContext, RunRequest } from "./request.ts";
import { Selection } from "./selection.ts";
import { keepPointsSolved } from "./solve-request.ts";
import type { PointsState } from "./state.ts";
import { stepsOf } from "./steps.ts";

export interface PageOptions<State extends PointsState, Request extends RunRequest, F extends Fit> {
  request(state: State): Request;
  /** The change of the state that picks point i (edits.ts). */
  pick(i: number): Partial<State>;
  /** The request without what only a plot needs: for the solver's path alone. */
  plain(request: Request): Request;
  /** Fill the slots. @returns functions that undo it, in this order */
  mount(slots: Slots, page: PageContext<State, Request, F>): (() => void)[];
}

/** Put a lab into `root` and keep its solution up to date. @returns a function that removes it */
export function mountPage<State extends PointsState, Request extends RunRequest, F extends Fit>(
  root: HTMLElement,
  context: PointsContext<State, Request, F>,
  { request, pick, plain, mount }: PageOptions<State, Request, F>,
): () => void {
  const { store, client } = context;
  const slots = slotsIn(root);
  const selection = new Selection(store, pick);
  const listeners = createListeners();
  const solved = keepPointsSolved<State, Request, F>(store, client, {
    request,
    plain,
    changed: listeners.notify,
    progress: (report) =>
      context.progress(format(en.stepper.progress, { steps: stepsOf(report), gap: formatNumber(report.kktGap) })),
  });
  let mistakeName: PageContext["mistakeName"] = () => "";
  const page: PageContext<State, Request, F> = {
    context,
    selection,
    get answer() {
      return solved.answer;
    },
    get current() {
      return solved.current;
    },
    again: solved.again,
    get path() {
      return solved.path;
    },
    mistakeName: (claim, mistake) => mistakeName(claim, mistake),
    nameMistakes(name) {
      mistakeName = name;
      listeners.notify();
    },
    subscribe: listeners.subscribe,
  };
  const undo = [store.subscribe(listeners.notify), ...mount(slots, page), solved.dispose, () => selection.dispose()];
  return () => {
    for (const each of undo) each();
    listeners.clear();
    root.replaceChildren();
  };
}
