// A number that is dragged, moved by arrow keys, or typed. A drag to the right or upwards makes it larger; a finger drags sideways, for
// upwards it scrolls the page.
import "./number-cell.css";
import { lockOf } from "../../host/restraints.ts";
import { type Typed, textOf, typedValue } from "../../host/slider.ts";
import { newGesture } from "../../host/store.ts";

export interface NumberCellOptions {
  readonly id: string;
  /** For screen readers. */
  readonly label: string;
  /** The field of the state that it is part of. */
  readonly field: string;
  readonly min: number;
  readonly max: number;
  /** @param gesture the same for all moves of one drag or one held key */
  change(value: number, gesture: string): void;
  /** It is being dragged, or no longer. */
  carried(now: boolean): void;
  /** A typed text was not taken as it is. */
  refused(typed: Typed, text: string): void;
}

export interface NumberCell {
  /** What goes on the page: the number and its bar. */
  readonly host: HTMLElement;
  readonly element: HTMLInputElement;
  /** @param share of a full bar, -1..1 */
  show(value: number, share: number): void;
}

/** One pixel of a drag, and one press of an arrow: as shares of 1, or of a large number's size; with Alt. */
const PER_PIXEL = { plain: 0.01, fine: 0.001 } as const;
const PER_KEY = { plain: 0.1, fine: 0.01 } as const;
/** A press that moves less is none, px. */
const SLIP = 3;
/** Shares of a full bar that can be told apart: a fifth of a pixel. A bar is written when it moves by one. */
const SHARES = 100;
const LARGE = 10;

/** How much a number moves per unit of a step. */
export const scaleOf = (value: number) =>
  Math.max(1, 10 ** Math.floor(Math.log10(Math.max(LARGE, Math.abs(value)) / LARGE)));

/** Where a step takes a number: rounded to what the step can tell apart, within the range. */
export function moved(from: number, by: number, step: number, min: number, max: number): number {
  const size = step * scaleOf(from);
  const places = Math.max(0, Math.ceil(-Math.log10(size)));
  return Math.max(min, Math.min(max, Number((from + by * size).toFixed(places))));
}

export function numberCell({ id, label, field, min, max, change, carried, refused }: NumberCellOptions): NumberCell {
  const host = document.createElement("div");
  host.className = "cell-entry";
  const bar = document.createElement("i");
  bar.className = "cell-bar";
  const element = document.createElement("input");
  element.className = "cell-number";
  element.type = "text";
  // The keypad of numbers of some phones has no minus sign.
  element.inputMode = min < 0 ? "text" : "decimal";
  element.autocomplete = "off";
  element.spellcheck = false;
  element.dataset.cell = id;
  element.setAttribute("role", "spinbutton");
  element.setAttribute("aria-label", label);
  element.setAttribute("aria-valuemin", String(min));
  element.setAttribute("aria-valuemax", String(max));
  const lock = lockOf(field);
  element.disabled = lock !== null;
  element.title = lock ?? "";

  let value = 0;
  let filled = Number.NaN;
  let drag: { pointer: number; x: number; y: number; at: number; to: number; gesture: string; moving: boolean } | null =
    null;
  let keys: string | null = null;
  const typing = () => document.activeElement === element;

  function write(): void {
    element.value = textOf(value);
  }

  function down(event: PointerEvent): void {
    if (event.pointerType === "mouse" && event.button !== 0) return;
    // While it is typed in, the pointer sets the caret.
    if (typing()) return;
    event.preventDefault();
    element.setPointerCapture(event.pointerId);
    const { pointerId: pointer, clientX: x, clientY: y } = event;
    drag = { pointer, x, y, at: 0, to: value, gesture: newGesture(), moving: false };
  }

  function move(event: PointerEvent): void {
    if (drag?.pointer !== event.pointerId) return;
    const along = event.clientX - drag.x - (event.pointerType === "mouse" ? event.clientY - drag.y : 0);
    if (!drag.moving && Math.abs(along) < SLIP) return;
    if (!drag.moving) {
      drag.moving = true;
      element.dataset.gesture = "carry";
      carried(true);
    }
    // What has been dragged so far stays when Alt is pressed on the way.
    const next = moved(drag.to, along - drag.at, event.altKey ? PER_PIXEL.fine : PER_PIXEL.plain, min, max);
    drag.at = along;
    drag.to = next;
    change(next, drag.gesture);
  }

  function up(event: PointerEvent): void {
    if (drag?.pointer !== event.pointerId) return;
    const { moving } = drag;
    drag = null;
    delete element.dataset.gesture;
    if (moving) carried(false);
    if (moving || event.type === "pointercancel") return;
    element.focus({ preventScroll: true });
    element.select();
  }

  function take(): void {
    const text = element.value;
    if (text === textOf(value)) return;
    const typed = typedValue({ min, max }, text);
    if (!typed.ok || typed.note !== null) refused(typed, text.trim());
    if (typed.ok) change(typed.value, newGesture());
    write();
  }

  function key(event: KeyboardEvent): void {
    if (event.key === "Enter") {
      take();
      element.select();
    } else if (event.key === "Escape") {
      write();
      element.select();
    } else if (event.key === "ArrowUp" || event.key === "ArrowDown") {
      event.preventDefault();
      if (!event.repeat) keys = newGesture();
      const step = event.altKey ? PER_KEY.fine : PER_KEY.plain;
      change(moved(value, event.key === "ArrowUp" ? 1 : -1, step, min, max), keys ?? newGesture());
      write();
    }
  }

  element.addEventListener("pointerdown", down);
  element.addEventListener("pointermove", move);
  element.addEventListener("pointerup", up);
  element.addEventListener("pointercancel", up);
  element.addEventListener("keydown", key);
  element.addEventListener("change", take);
  element.addEventListener("blur", write);
  host.append(element, bar);

  return {
    host,
    element,
    show(next, share) {
      const same = next === value && element.value !== "";
      value = next;
      if (!same) {
        write();
        element.setAttribute("aria-valuenow", String(next));
      }
      const size = Math.round(SHARES * Math.max(-1, Math.min(1, share))) / SHARES;
      if (size === filled) return;
      filled = size;
      bar.style.setProperty("--share", String(size));
    },
  };
}
