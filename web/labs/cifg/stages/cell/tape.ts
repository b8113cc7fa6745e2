// The tape on the page: a canvas as wide as the sequence needs, which scrolls sideways in a box of its own.
import { type Legend, layLegend } from "../../../../kit/charts/legend.ts";
import type { Pen } from "../../../../plot/pen.ts";
import { Surface } from "../../../../plot/surface.ts";
import { cell as words } from "../../messages/cell.en.ts";
import { drawTape, drawTapeNumbers, LEGEND, legendOf } from "./draw.ts";
import { type Block, layTape, leftOf, numberAt, type Tape } from "./layout.ts";
import { type Scene, type Spans, spansOf, wrongRows } from "./scene.ts";
import type { LedgerPath } from "./wires.ts";

export interface TapeView {
  readonly surface: Surface;
  /** @param open the open claim, "none" for none */
  update(scene: Scene, open: string): void;
  /** Draw at once. */
  flush(): void;
  /** A path of the ledger over the tape; null for none. */
  highlight(path: LedgerPath | null): void;
  /** Scroll a step and the next one into view. */
  reveal(t: number): void;
  /** As it is laid out; null before the first answer. */
  readonly layout: Tape | null;
  /** The box in which it scrolls. */
  readonly box: HTMLElement;
  /** From the tape to the box, px. @param t brought into view while somebody walks there by keys */
  place(t: number, x: number, y: number): { readonly x: number; readonly y: number };
  dispose(): void;
}

/** @param pressed a number was pressed */
export function mountTape(root: HTMLElement, pressed: (block: Block, unit: number) => void): TapeView {
  const box = document.createElement("div");
  box.className = "cell-scroll";
  // Arrow keys scroll it.
  box.tabIndex = 0;
  box.setAttribute("role", "group");
  box.setAttribute("aria-label", words.tape);
  const host = document.createElement("div");
  host.className = "cell-tape";
  box.append(host);
  root.append(box);

  let now: { scene: Scene; spans: Spans; open: string } | null = null;
  let path: LedgerPath | null = null;
  let layout: Tape | null = null;
  let legend: Legend | null = null;
  let seen = "";
  /** Of the box: asking it in the middle of a drag would lay out the whole page. */
  let room = box.clientWidth;
  let scrolled = 0;

  // On the page only what is in view is drawn, and the legend stays there; in a file there is everything.
  const view = (pen: Pen, { width }: Tape) =>
    pen instanceof CanvasRenderingContext2D && pen.canvas.parentElement === host
      ? { from: scrolled, to: scrolled + room }
      : { from: 0, to: width };

  const surface = new Surface(
    host,
    {
      tape(pen, size, theme) {
        if (now === null || layout === null || legend === null) return;
        pen.fillStyle = theme.surface;
        pen.beginPath();
        pen.rect(0, 0, size.width, size.height);
        pen.fill();
        drawTape(pen, theme, { scene: now.scene, tape: layout, path, legend, view: view(pen, layout) });
      },
      numbers(pen, _, theme) {
        if (now === null || layout === null) return;
        drawTapeNumbers(pen, theme, { scene: now.scene, tape: layout, view: view(pen, layout) }, now.spans);
      },
    },
    { label: words.loading },
  );

  /** What the layout, and what all but the numbers, were last made from. */
  let laid = "";
  let below: readonly unknown[] = [];

  /** @returns whether all but the numbers is as it was */
  function lay(): boolean {
    if (now === null) return false;
    const { scene, open } = now;
    const { problem, pass, at, wrong } = scene;
    const rows = wrongRows(scene);
    const items = legendOf(scene, open);
    const { dx, dh, T } = problem;
    const key = JSON.stringify([dx, dh, T, room, surface.theme.sans, [...rows], items]);
    if (key !== laid) {
      laid = key;
      legend = layLegend(surface.ruler, Math.max(1, room - LEGEND), surface.theme, items);
      layout = layTape(problem, room, legend.height, rows);
      host.style.width = `${layout.width}px`;
      host.style.height = `${layout.height}px`;
    }
    const made = [layout, pass, at, wrong === null];
    const same = made.every((value, k) => value === below[k]);
    below = made;
    return same;
  }

  /** The step that is lit is always in view; what the user has scrolled to stays until another one is lit. */
  function follow(): void {
    if (now === null || layout === null) return;
    const t = now.scene.lit?.t ?? (now.scene.pass === "forward" ? 0 : layout.sizes.T);
    const key = `${t} ${layout.width} ${room}`;
    if (key === seen) return;
    seen = key;
    const left = leftOf(layout, t);
    const from = t === 0 ? 0 : left - layout.start;
    if (from >= scrolled && left + layout.cell <= scrolled + room) return;
    box.scrollLeft = Math.max(0, left + layout.cell / 2 - room / 2);
    scrolled = box.scrollLeft;
  }

  const resized = new ResizeObserver(() => {
    room = box.clientWidth;
    scrolled = box.scrollLeft;
    lay();
    follow();
    surface.invalidate();
  });
  resized.observe(box);

  box.addEventListener(
    "scroll",
    () => {
      scrolled = box.scrollLeft;
      surface.invalidate();
    },
    { passive: true },
  );
  host.addEventListener("click", (event) => {
    if (layout === null) return;
    const { x, y } = surface.position(event);
    const found = numberAt(layout, x, y);
    if (found !== null) pressed(found.block, found.unit);
  });

  return {
    surface,
    update(scene, open) {
      now = { scene, spans: spansOf(scene), open };
      const same = lay();
      follow();
      if (same) surface.invalidate("numbers");
      else surface.invalidate();
    },
    flush: () => surface.flush(),
    highlight(next) {
      path = next;
      surface.invalidate("tape");
    },
    reveal(t) {
      // The last edge of a way goes from step t + 1 to step t.
      if (layout !== null) box.scrollLeft = Math.max(0, leftOf(layout, t) + layout.cell - room / 2);
    },
    get layout() {
      return layout;
    },
    box,
    place(t, x, y) {
      const left = layout === null ? 0 : leftOf(layout, t);
      const out = layout !== null && (left < box.scrollLeft || left + layout.cell > box.scrollLeft + room);
      // The walk is beside the box.
      if (out && root.contains(document.activeElement) && !box.contains(document.activeElement))
        box.scrollLeft = Math.max(0, left + (layout?.cell ?? 0) / 2 - room / 2);
      return { x: x - box.scrollLeft, y };
    },
    dispose() {
      resized.disconnect();
      surface.dispose();
      box.remove();
    },
  };
}
