// The digit whose rest is filled in, with the known pixels solid and the others hatched. The mask is painted on it by mouse, finger and
// keys.
import { announce } from "../../../../host/announce.ts";
import type { Store } from "../../../../host/lab.ts";
import { format } from "../../../../host/messages/format.ts";
import { newGesture } from "../../../../host/store.ts";
import { inkColour } from "../../../../kit/charts/ink-grid.ts";
import { readLate } from "../../../../kit/stages/late-reader.ts";
import type { Theme } from "../../../../plot/palette.ts";
import { type Pen, type Size, saved } from "../../../../plot/pen.ts";
import { Surface } from "../../../../plot/surface.ts";
import { digits as words } from "../../messages/digits.en.ts";
import type { VaeState } from "../../state.ts";
import { knownDigit } from "./images.ts";
import { cleanMask, knownCount, knownEdges, type Pixel, painted, pixelsBetween } from "./mask.ts";

const SIDE = 8;
const ARROWS: Readonly<Record<string, Pixel>> = {
  ArrowLeft: { column: -1, row: 0 },
  ArrowRight: { column: 1, row: 0 },
  ArrowUp: { column: 0, row: -1 },
  ArrowDown: { column: 0, row: 1 },
};

export interface MaskEditor {
  update(): void;
  dispose(): void;
}

/** @param pixel the side of one, px */
function drawMask(
  pen: Pen,
  theme: Theme,
  pixels: readonly number[],
  mask: readonly number[],
  pixel: number,
  cursor: Pixel | null,
): void {
  const colour = inkColour(theme);
  const square = (p: number) => [(p % SIDE) * pixel, Math.floor(p / SIDE) * pixel] as const;
  pixels.forEach((ink, p) => {
    if (mask[p] !== 1) return;
    const [x, y] = square(p);
    pen.fillStyle = `rgb(${colour(ink).map(Math.round).join(", ")})`;
    pen.beginPath();
    pen.rect(x, y, pixel + 0.25, pixel + 0.25);
    pen.fill();
  });
  saved(pen, () => {
    pen.strokeStyle = theme.inside;
    pen.lineWidth = 1;
    pen.beginPath();
    for (let p = 0; p < SIDE * SIDE; ++p) {
      if (mask[p] === 1) continue;
      const [x, y] = square(p);
      for (const share of [0.5, 1]) {
        pen.moveTo(x, y + share * pixel);
        pen.lineTo(x + share * pixel, y);
      }
      pen.moveTo(x + 0.5 * pixel, y + pixel);
      pen.lineTo(x + pixel, y + 0.5 * pixel);
    }
    pen.stroke();
    pen.strokeStyle = theme.upper;
    pen.lineWidth = 2.5;
    pen.beginPath();
    for (const [x0, y0, x1, y1] of knownEdges(mask)) {
      pen.moveTo(x0 * pixel, y0 * pixel);
      pen.lineTo(x1 * pixel, y1 * pixel);
    }
    pen.stroke();
    pen.strokeStyle = theme.edge;
    pen.lineWidth = 1;
    pen.beginPath();
    pen.rect(0.5, 0.5, SIDE * pixel - 1, SIDE * pixel - 1);
    pen.stroke();
    if (cursor === null) return;
    const [x, y] = [cursor.column * pixel, cursor.row * pixel];
    for (const [stroke, width] of [
      [theme.surface, 5],
      [theme.accent, 2.5],
    ] as const) {
      pen.strokeStyle = stroke;
      pen.lineWidth = width;
      pen.beginPath();
      pen.rect(x + 1.5, y + 1.5, pixel - 3, pixel - 3);
      pen.stroke();
    }
  });
}

/** @param host a square */
export function mountMaskEditor(host: HTMLElement, store: Store<VaeState>): MaskEditor {
  let stroke: {
    readonly pointer: number;
    readonly gesture: string;
    readonly value: 0 | 1;
    readonly last: Pixel;
  } | null = null;
  let cursor: Pixel | null = null;
  let keys = newGesture();
  const mask = () => cleanMask(store.state.digitsMask);
  const image = () => knownDigit(store.state, store.state.digitsImage).pixels;
  const pixelOf = ({ width, height }: Size) => Math.min(width, height) / SIDE;

  const surface = new Surface(
    host,
    { all: (pen, size, theme) => drawMask(pen, theme, image(), mask(), pixelOf(size), cursor) },
    { label: "", role: "application" },
  );
  host.tabIndex = 0;

  const reader = readLate(host, host, async () => {
    const { spokenMask } = await import("./spoken.ts");
    return spokenMask(mask);
  });

  const inside = (at: number) => Math.max(0, Math.min(SIDE - 1, at));
  function at(event: { clientX: number; clientY: number }): Pixel {
    const { x, y } = surface.position(event);
    const pixel = pixelOf(surface.size);
    return { column: Math.floor(x / pixel), row: Math.floor(y / pixel) };
  }
  const isKnown = ({ column, row }: Pixel) => mask()[row * SIDE + column] === 1;

  function paint(pixels: readonly Pixel[], value: 0 | 1, gesture: string): void {
    const now = mask();
    const next = painted(now, pixels, value);
    if (next !== now) store.patch({ digitsMask: next }, { gesture });
  }

  function down(event: PointerEvent): void {
    if ((event.pointerType === "mouse" && event.button !== 0) || stroke !== null) return;
    event.preventDefault();
    host.focus({ preventScroll: true });
    host.setPointerCapture(event.pointerId);
    const raw = at(event);
    const last = { column: inside(raw.column), row: inside(raw.row) };
    cursor = null;
    stroke = { pointer: event.pointerId, gesture: newGesture(), value: isKnown(last) ? 0 : 1, last };
    paint([last], stroke.value, stroke.gesture);
  }
  function move(event: PointerEvent): void {
    if (stroke?.pointer !== event.pointerId) return;
    const all = event.getCoalescedEvents?.() ?? [];
    for (const each of all.length > 0 ? all : [event]) {
      const to = at(each);
      paint(pixelsBetween(stroke.last, to), stroke.value, stroke.gesture);
      stroke = { ...stroke, last: to };
    }
  }
  function up(event: PointerEvent): void {
    if (stroke?.pointer === event.pointerId) stroke = null;
  }

  function sayCell(): void {
    if (cursor === null) return;
    const state = isKnown(cursor) ? words.fill.known : words.fill.unknown;
    announce("cell", format(words.fill.cell, { row: cursor.row + 1, column: cursor.column + 1, state }));
  }
  function key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const arrow = ARROWS[event.key];
    if (arrow !== undefined) {
      const from = cursor ?? { column: 3, row: 3 };
      cursor =
        cursor === null ? from : { column: inside(from.column + arrow.column), row: inside(from.row + arrow.row) };
    } else if ((event.key === " " || event.key === "Enter") && cursor !== null) {
      if (!event.repeat) keys = newGesture();
      paint([cursor], isKnown(cursor) ? 0 : 1, keys);
    } else return;
    event.preventDefault();
    event.stopPropagation();
    surface.invalidate();
    sayCell();
  }
  const blur = () => {
    cursor = null;
    surface.invalidate();
  };
  const focus = () => {
    if (stroke !== null || !host.matches(":focus-visible")) return;
    cursor ??= { column: 3, row: 3 };
    surface.invalidate();
    sayCell();
  };

  const abort = new AbortController();
  host.addEventListener("pointerdown", down, abort);
  host.addEventListener("pointermove", move, abort);
  host.addEventListener("pointerup", up, abort);
  host.addEventListener("pointercancel", up, abort);
  host.addEventListener("keydown", key, abort);
  host.addEventListener("focus", focus, abort);
  host.addEventListener("blur", blur, abort);

  function update(): void {
    const count = format(words.fill.count, { count: knownCount(mask()) });
    surface.describe(format(words.fill.labelled, { label: words.fill.label, count }));
    surface.invalidate();
    reader.update();
  }
  update();
  return {
    update,
    dispose() {
      abort.abort();
      reader.dispose();
      surface.dispose();
    },
  };
}
