// The path of the solver, step by step, behind a heading that opens it. What it shows is loaded when it is first opened.
import { html, nothing, render } from "lit";
import { isHidden, lockOf } from "../../host/restraints.ts";
import "./solver-path.css";
import { en } from "../messages/en.ts";
import type { PageContext } from "./page-context.ts";
import type { PathView } from "./path-view.ts";

export interface StepperView {
  update(): void;
  dispose(): void;
}

export function mountStepper(slot: HTMLElement, page: PageContext): StepperView {
  const { store } = page.context;
  const root = document.createElement("section");
  root.className = "path-view";
  const heading = document.createElement("h2");
  const content = document.createElement("div");
  root.append(heading, content);
  if (!isHidden("stepper")) slot.append(root);
  let drawnOpen: boolean | null = null;
  let loading = false;
  let disposed = false;
  let view: PathView | null = null;

  const toggle = () => store.patch({ stepper: !store.state.stepper, iteration: null }, { undoable: false });

  async function load(): Promise<void> {
    if (loading) return;
    loading = true;
    try {
      const { mountPath } = await import("./path-view.ts");
      // It may have been closed meanwhile.
      if (!disposed && store.state.stepper) view = mountPath(content, page);
    } finally {
      loading = false;
    }
  }

  function close(): void {
    view?.dispose();
    view = null;
  }

  function update(): void {
    const open = store.state.stepper;
    if (open !== drawnOpen) {
      drawnOpen = open;
      render(
        html`<button type="button" class="path-fold" aria-expanded=${open ? "true" : "false"} ?disabled=${lockOf("stepper") !== null} title=${lockOf("stepper") ?? nothing} @click=${toggle}>
          ${en.stepper.title}
        </button>`,
        heading,
      );
    }
    if (!open) close();
    else if (view === null) void load();
    else view.update();
  }

  update();
  return {
    update,
    dispose() {
      disposed = true;
      close();
      root.remove();
    },
  };
}
