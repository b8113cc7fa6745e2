// The pad as an element over the plot: strokes by mouse, pen and finger, and pixel by pixel with keys. What is seen of it is drawn on the
// canvas.
import { announce } from "../../../../host/announce.ts";
import { format } from "../../../../host/messages/format.ts";
import { newGesture } from "../../../../host/store.ts";
import type { Area } from "../../../../kit/charts/image-grid.ts";
import { MOST_INK } from "../../fields.ts";
import { train as words } from "../../messages/train.en.ts";
import { FINE, type Fine, fineOf, inkOf, type Place, stroked } from "./pad.ts";
import { SIDE } from "./pixels.ts";

export interface PadOptions {
  /** (64) ink of the present state, or none. */
  ink(): readonly number[];
  /** @param gesture the same for all of one stroke, or of one held key */
  draw(ink: number[], gesture: string): void;
  erases(): boolean;
}

export interface Pad {
  /** After a change of state or layout. null: there is no pad. */
  place(area: Area | null): void;
  dispose(): void;
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** One press of + or −, of 16. */
const INK_STEP = 2;

const sameInk = (a: readonly number[], b: readonly number[]) =>
  Array.from({ length: SIDE * SIDE }, (_, k) => k).every((k) => (a[k] ?? 0) === (b[k] ?? 0));

export function mountPad(host: HTMLElement, { ink, draw, erases }: PadOptions): Pad {
  const element = document.createElement("div");
  element.className = "vae-pad";
  element.tabIndex = 0;
  element.hidden = true;
  element.dataset.control = "pad";
  element.setAttribute("role", "application");
  element.setAttribute("aria-label", words.pad.name);
  const cursor = document.createElement("div");
  cursor.className = "vae-pad-cursor";
  element.append(cursor);
  host.append(element);

  /** The drawing as fine as it was drawn, while it still averages to the state's: an undo or a link makes another. */
  let fine: Fine = fineOf(ink());
  let stroke: { pointer: number; gesture: string; at: Place } | null = null;
  let held = "";
  let [column, row] = [3, 3];

  function current(): Fine {
    const now = ink();
    if (!sameInk(inkOf(fine), now)) fine = fineOf(now);
    return fine;
  }
  function change(next: Fine, gesture: string): void {
    fine = next;
    draw(inkOf(next), gesture);
  }

  function placeIn(event: PointerEvent): Place {
    const box = element.getBoundingClientRect();
    return {
      x: ((event.clientX - box.left) / box.width) * FINE,
      y: ((event.clientY - box.top) / box.height) * FINE,
    };
  }
  function down(event: PointerEvent): void {
    if (stroke !== null || (event.pointerType === "mouse" && event.button !== 0)) return;
    element.setPointerCapture(event.pointerId);
    event.preventDefault();
    element.focus({ preventScroll: true });
    const at = placeIn(event);
    stroke = { pointer: event.pointerId, gesture: newGesture(), at };
    change(stroked(current(), at, at, erases() ? 0 : 1), stroke.gesture);
  }
  function move(event: PointerEvent): void {
    if (stroke?.pointer !== event.pointerId) return;
    const to = placeIn(event);
    change(stroked(current(), stroke.at, to, erases() ? 0 : 1), stroke.gesture);
    stroke.at = to;
  }
  function up(event: PointerEvent): void {
    if (stroke?.pointer === event.pointerId) stroke = null;
  }

  function mark(): void {
    const [left, top] = [(column / SIDE) * 100, (row / SIDE) * 100];
    Object.assign(cursor.style, { left: `${left}%`, top: `${top}%` });
  }
  function say(): void {
    const at = { row: row + 1, column: column + 1, ink: ink()[row * SIDE + column] ?? 0 };
    announce("cell", format(words.pad.cell, at));
  }
  function key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const arrow = ARROWS[event.key];
    const now = ink()[row * SIDE + column] ?? 0;
    const by = { "+": INK_STEP, "=": INK_STEP, "-": -INK_STEP, "−": -INK_STEP }[event.key];
    const marks =
      by === undefined
        ? { " ": MOST_INK, Enter: MOST_INK, Delete: 0, Backspace: 0 }[event.key]
        : Math.max(0, Math.min(MOST_INK, now + by));
    if (arrow !== undefined) {
      column = Math.max(0, Math.min(SIDE - 1, column + arrow[0]));
      row = Math.max(0, Math.min(SIDE - 1, row + arrow[1]));
    } else if (marks !== undefined) {
      if (!event.repeat) held = newGesture();
      const next = Array.from({ length: SIDE * SIDE }, (_, k) => ink()[k] ?? 0);
      next[row * SIDE + column] = marks;
      change(fineOf(next), held);
    } else return;
    event.preventDefault();
    event.stopPropagation();
    mark();
    say();
  }
  element.addEventListener("pointerdown", down);
  element.addEventListener("pointermove", move);
  element.addEventListener("pointerup", up);
  element.addEventListener("pointercancel", up);
  element.addEventListener("keydown", key);
  mark();

  return {
    place(area) {
      element.hidden = area === null;
      if (area === null) return;
      const { left, top, width, height } = area;
      Object.assign(element.style, {
        left: `${left}px`,
        top: `${top}px`,
        width: `${width}px`,
        height: `${height}px`,
      });
    },
    dispose: () => element.remove(),
  };
}
