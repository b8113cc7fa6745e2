// Keys along the curves of a picture: a slider whose value is the place on a curve, so that a screen reader says it as it says any
// slider's. It is seen while it has the focus.

import { announce } from "../../host/announce.ts";
import { format } from "../../host/messages/format.ts";
import { stageReader as words } from "../messages/stage-reader.en.ts";
import type { WalkedCurve } from "./spoken.ts";

export interface StageWalk {
  begin(): void;
  /** The curves have changed. */
  update(): void;
  dispose(): void;
}

/** A long step, as a share of the curve. */
const STRIDE = 0.1;
/** From the place to its words, px. */
const AWAY = 20;

/** Where a key leads from place k of n; null where it leads nowhere. */
export function walked(key: string, long: boolean, k: number, n: number): number | null {
  const stride = Math.max(1, Math.round(STRIDE * n));
  const step = long ? stride : 1;
  const to: Record<string, number> = {
    ...{ ArrowLeft: k - step, ArrowDown: k - step, ArrowRight: k + step, ArrowUp: k + step },
    ...{ PageDown: k - stride, PageUp: k + stride, Home: 0, End: n - 1 },
  };
  const next = to[key];
  return next === undefined ? null : Math.max(0, Math.min(n - 1, next));
}

export function mountWalk(host: HTMLElement, over: HTMLElement, curves: () => readonly WalkedCurve[]): StageWalk {
  const cursor = document.createElement("div");
  cursor.className = "walk-cursor";
  cursor.tabIndex = 0;
  cursor.setAttribute("role", "slider");
  cursor.setAttribute("aria-description", words.walkKeys);
  const says = document.createElement("p");
  says.className = "walk-says";
  says.setAttribute("aria-hidden", "true");
  over.append(cursor, says);

  let which = 0;
  /** null before the first step of a curve: then it stands at its start. */
  let k: number | null = null;
  /** Where the walk came from; null for one that began by Tab, which has nowhere to go back to. */
  let from: HTMLElement | null = null;

  function show(): void {
    const all = curves();
    const curve = all[Math.min(which, all.length - 1)];
    cursor.hidden = says.hidden = curve === undefined || curve.length === 0;
    if (curve === undefined || curve.length === 0) return;
    const n = curve.length;
    const at = Math.max(0, Math.min(n - 1, k ?? curve.start ?? Math.floor(n / 2)));
    const text = curve.at(at);
    const place = curve.place(at);
    const attributes = {
      "aria-label": format(words.walk, { name: curve.name }),
      ...{ "aria-valuemin": "0", "aria-valuemax": String(n - 1), "aria-valuenow": String(at), "aria-valuetext": text },
    };
    for (const [name, value] of Object.entries(attributes))
      if (cursor.getAttribute(name) !== value) cursor.setAttribute(name, value);
    says.textContent = text;
    // Out of sight there is nothing to mark; the value is said all the same.
    cursor.dataset.away = says.dataset.away = String(place === null);
    const { x, y } = place ?? { x: 0, y: 0 };
    cursor.style.left = `${x}px`;
    cursor.style.top = `${y}px`;
    // Beside it, on the side with more room.
    const right = x > over.offsetWidth / 2;
    says.style.left = right ? "auto" : `${x + AWAY}px`;
    says.style.right = right ? `${over.offsetWidth - x + AWAY}px` : "auto";
    says.style.top = `${y}px`;
  }

  /** Heard with the runs: what makes sound is loaded by the switch for them. */
  function sound(curve: WalkedCurve, at: number): void {
    if (curve.heard === undefined) return;
    const { value, axis } = curve.heard(at);
    void import("../sound/follow.ts").then(({ hear }) => hear(value, axis));
  }

  function end(): void {
    if (from?.isConnected) from.focus();
  }

  function next(): void {
    const all = curves();
    const before = all[which];
    which += 1;
    // Curves over the same places are compared at one of them.
    if (all[which]?.length !== before?.length) k = null;
    if (which < all.length) show();
    else {
      which = 0;
      show();
      end();
    }
  }

  function key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const all = curves();
    const curve = all[Math.min(which, all.length - 1)];
    if (curve === undefined) return;
    const now = Number(cursor.getAttribute("aria-valuenow"));
    const to = walked(event.key, event.shiftKey, now, curve.length);
    if (to !== null) {
      k = to;
      show();
      sound(curve, to);
    } else if (event.key === "Enter" && curve.press !== undefined) curve.press(now);
    else if (event.key.toLowerCase() === "c") next();
    else if (event.key === "Escape") end();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  function begin(): void {
    show();
    if (cursor.hidden) {
      announce("walk", words.noCurve);
      return;
    }
    cursor.focus();
  }
  function start(event: KeyboardEvent): void {
    if (event.key.toLowerCase() !== "c" || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    begin();
  }
  const came = (event: FocusEvent) => {
    const before = event.relatedTarget;
    from = before instanceof HTMLElement && host.contains(before) ? before : null;
    show();
  };
  const left = () => {
    which = 0;
    k = null;
  };
  cursor.addEventListener("keydown", key);
  cursor.addEventListener("focus", came);
  cursor.addEventListener("blur", left);
  host.addEventListener("keydown", start);
  show();

  return {
    begin,
    update: show,
    dispose() {
      host.removeEventListener("keydown", start);
      cursor.remove();
      says.remove();
    },
  };
}
