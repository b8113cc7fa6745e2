// A main plot without points to edit: one canvas, and the signs by which tests and style sheets know whether it is current.
import type { Size } from "../../plot/pen.ts";
import { type DrawLayer, Surface } from "../../plot/surface.ts";
import type { LabPage } from "../page.ts";
import "./main-plot.css";

export interface PlainPlot {
  /** Draw the newest answer, or what is shown before there is one. */
  readonly draw: DrawLayer;
  /** What the plot shows now, in one sentence. */
  sentence(): string;
}

export interface MountedPlot {
  readonly size: Size;
  readonly surface: Surface;
  dispose(): void;
}

/** Fill the slot of the main plot. */
export function mountPlainPlot<State, Request, Frame>(
  slot: HTMLElement,
  page: LabPage<State, Request, Frame>,
  { draw, sentence }: PlainPlot,
): MountedPlot {
  const root = document.createElement("div");
  root.className = "picture-view";
  const canvas = document.createElement("div");
  canvas.className = "picture-canvas";
  root.append(canvas);
  slot.append(root);
  const surface = new Surface(canvas, { all: draw }, { label: sentence() });
  let frames = 0;
  const update = () => {
    root.dataset.current = String(page.current);
    root.dataset.pending = page.current ? "0" : "1";
    if (page.current) root.dataset.frames = String(++frames);
    surface.describe(sentence());
    surface.invalidate();
  };
  const unsubscribe = page.subscribe(update);
  update();
  return {
    get size() {
      return surface.size;
    },
    surface,
    dispose() {
      unsubscribe();
      surface.dispose();
      root.remove();
    },
  };
}
