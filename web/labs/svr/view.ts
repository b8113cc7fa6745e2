// The page of the SVR lab: its parts in the slots of the layout, and what passes between them.
import { version } from "../../../package.json";
import type { LabView, Store } from "../../host/lab.ts";
import { format } from "../../host/messages/format.ts";
import { numeral } from "../../host/numeral.ts";
import "./svr.css";
import { ask } from "./asking.ts";
import { mountParameters } from "./controls-view.ts";
import { mountData } from "./data-panel.ts";
import { en } from "./messages/en.ts";
import type { SvrFrame, SvrRequest, SvrState } from "./model.ts";
import type { Parts } from "./parts.ts";
import { mountPicture } from "./picture-view.ts";
import { mountProof } from "./proof.ts";
import { mountStepper, pairOf } from "./stepper-view.ts";

type Slot = "bar" | "picture" | "controls" | "stepper" | "data" | "proof";

/** The layout of a lab (style.css), empty. */
function slotsIn(root: HTMLElement): Record<Slot, HTMLElement> {
  const layout = document.createElement("div");
  layout.className = "lab-layout svr-lab";
  root.replaceChildren(layout);
  const slot = (name: Slot) => {
    const element = document.createElement("div");
    element.className = `lab-${name}`;
    layout.append(element);
    return element;
  };
  // In the order a reader without eyes meets them: the picture, what changes it, what it proves, its data.
  return {
    bar: slot("bar"),
    picture: slot("picture"),
    stepper: slot("stepper"),
    controls: slot("controls"),
    proof: slot("proof"),
    data: slot("data"),
  };
}

/**
 * The first edit turns a data set into the user's own, which has less to say about itself: the bar above the picture would
 * shrink and the picture move under the pointer. So it keeps the height it had. @returns its undoing
 */
function holdHeight(bar: HTMLElement, store: Store<SvrState>): () => void {
  let height = 0;
  let width = 0;
  const measured = new ResizeObserver(() => {
    // Another width wraps the words anew: the old height says nothing then.
    if (store.state.preset !== "own" || bar.offsetWidth !== width) bar.style.minBlockSize = "";
    width = bar.offsetWidth;
    if (store.state.preset !== "own") height = bar.offsetHeight;
  });
  measured.observe(bar);
  const forget = store.subscribe(({ preset }) => {
    bar.style.minBlockSize = preset === "own" && bar.offsetWidth === width ? `${height}px` : "";
  });
  return () => {
    measured.disconnect();
    forget();
  };
}

const view: LabView<SvrState, SvrRequest, SvrFrame> = (root, context) => {
  const { store, client } = context;
  const slots = slotsIn(root);
  const listeners = new Set<() => void>();
  const answerListeners = new Set<() => void>();

  const tell = () => {
    for (const listener of [...listeners]) listener();
  };
  const asking = ask(
    store,
    client,
    () => {
      tell();
      for (const listener of [...answerListeners]) listener();
    },
    (iterations, kktGap) => context.progress(format(en.lab.progress, { count: iterations, gap: numeral(kktGap) })),
  );
  const parts: Parts = {
    context,
    get answer() {
      return asking.answer;
    },
    get current() {
      return asking.current;
    },
    get path() {
      return asking.path;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };

  const picture = mountPicture(slots.picture, parts, { pair: () => pairOf(parts) });
  const stepper = mountStepper(slots.stepper, parts);
  const undo = [
    holdHeight(slots.bar, store),
    store.subscribe(tell),
    parts.subscribe(picture.update),
    parts.subscribe(stepper.update),
    mountParameters(slots.controls, context),
    mountData({ bar: slots.bar, table: slots.data, drop: document.body }, context, {
      answer: () => asking.answer,
      onanswer(listener) {
        answerListeners.add(listener);
        return () => answerListeners.delete(listener);
      },
      png: picture.toPng,
      svg: picture.toSvg,
      version,
    }),
    mountProof(slots.proof, context),
    picture.dispose,
    stepper.dispose,
    asking.dispose,
  ];
  const { keys } = en.picture;
  context.help([keys.arrows, keys.enter, keys.add, keys.remove, keys.escape, keys.fine, keys.zoom, keys.pan, keys.all]);

  return () => {
    for (const each of undo) each();
    listeners.clear();
    answerListeners.clear();
    root.replaceChildren();
  };
};

export default view;
