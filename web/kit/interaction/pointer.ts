// Mouse, pen and fingers on the main plot.
//   mouse: click on nothing adds, on a point picks it, and the next click places it; drag moves a point, or the view; wheel zooms,
//          and over a point that has a weight changes it
//   touch: tap does what a click does; drag moves a point; a long press removes one; two fingers pan and zoom; one finger on nothing
//          scrolls the page, as everywhere

import { type Frame, within } from "../../plot/frame.ts";
import type { Surface } from "../../plot/surface.ts";
import type { Controller } from "./controller.ts";

/** How near a pointer must be to hit a point, px: a finger is wider than a mouse pointer. */
const REACH = { mouse: 12, touch: 24 } as const;
/** A press that moves less than this is a tap, px. */
const SLIP = 6;
/** A press longer than this is a long press, ms: the value of the platforms. */
const LONG = 500;
/** One notch of a wheel (100 units) shows a fifth more or less, or makes a point a fifth heavier or lighter. */
const WHEEL = Math.log(1.2) / 100;

type Gesture = "none" | "tap" | "carry" | "pan" | "pinch" | "done";

interface Press {
  x: number;
  y: number;
}

/** @returns a function that removes it */
export function pointers<Name extends string>(
  surface: Surface<Name>,
  controller: Controller,
  frame: () => Frame,
): () => void {
  const { host } = surface;
  const presses = new Map<number, Press>();
  let gesture: Gesture = "none";
  let start: Press = { x: 0, y: 0 };
  let target = -1;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const reachOf = (event: PointerEvent) => (event.pointerType === "touch" ? REACH.touch : REACH.mouse);

  function centre(): { x: number; y: number; spread: number } {
    const [a, b] = [...presses.values()] as [Press, Press];
    return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, spread: Math.hypot(a.x - b.x, a.y - b.y) };
  }

  function down(event: PointerEvent): void {
    if (event.pointerType === "mouse" && event.button !== 0) return;
    const at = surface.position(event);
    presses.set(event.pointerId, at);
    clearTimeout(timer);
    if (presses.size === 2) {
      // A second finger moves the view: a point that the first one moved goes back.
      if (gesture === "carry") controller.putBack();
      gesture = "pinch";
      return;
    }
    if (presses.size > 2 || !within(frame(), at.x, at.y)) {
      gesture = "done";
      return;
    }
    host.focus({ preventScroll: true });
    start = at;
    target = controller.pointAt(at.x, at.y, reachOf(event));
    gesture = event.shiftKey ? "pan" : "tap";
    // Captured, so that a drag goes on outside the plot and ends where the button is released.
    if (event.pointerType !== "touch" || target >= 0) host.setPointerCapture(event.pointerId);
    if (event.pointerType === "touch" && target >= 0) {
      timer = setTimeout(() => {
        if (gesture !== "tap") return;
        gesture = "done";
        controller.remove(target);
      }, LONG);
    }
  }

  function move(event: PointerEvent): void {
    const at = surface.position(event);
    const before = presses.get(event.pointerId);
    if (before === undefined) {
      if (event.pointerType !== "touch")
        controller.hover(within(frame(), at.x, at.y) ? controller.pointAt(at.x, at.y, REACH.mouse) : -1);
      return;
    }
    if (gesture === "pinch" && presses.size === 2) {
      const old = centre();
      presses.set(event.pointerId, at);
      const now = centre();
      controller.pan(now.x - old.x, now.y - old.y);
      if (now.spread > 0 && old.spread > 0) controller.zoom(old.spread / now.spread, now);
      return;
    }
    presses.set(event.pointerId, at);
    if (gesture === "tap" && Math.hypot(at.x - start.x, at.y - start.y) >= SLIP) {
      clearTimeout(timer);
      const taken = target >= 0 && !controller.fixed;
      if (taken) controller.pick(target);
      // One finger on nothing scrolls the page; where points cannot be moved it moves the view.
      gesture = taken ? "carry" : event.pointerType === "touch" && !controller.fixed ? "done" : "pan";
      if (gesture === "pan") controller.pan(at.x - start.x, at.y - start.y);
      else if (gesture === "carry") controller.carryTo(at.x, at.y);
      return;
    }
    if (gesture === "carry") controller.carryTo(at.x, at.y);
    if (gesture === "pan") controller.pan(at.x - before.x, at.y - before.y);
    host.dataset.gesture = gesture;
  }

  function up(event: PointerEvent): void {
    if (!presses.delete(event.pointerId)) return;
    clearTimeout(timer);
    delete host.dataset.gesture;
    if (gesture === "carry") controller.drop();
    else if (gesture === "tap") controller.press(start.x, start.y, reachOf(event));
    gesture = presses.size === 0 ? "none" : "done";
  }

  function cancelled(event: PointerEvent): void {
    if (!presses.delete(event.pointerId)) return;
    clearTimeout(timer);
    delete host.dataset.gesture;
    if (gesture === "carry") controller.putBack();
    gesture = presses.size === 0 ? "none" : "done";
  }

  function touch(event: TouchEvent): void {
    // The browser decides at the first touch whether it scrolls: it must not where a point is touched or two fingers are down.
    const first = event.touches[0];
    if (first === undefined || !event.cancelable) return;
    const at = surface.position(first);
    if (event.touches.length > 1 || controller.pointAt(at.x, at.y, REACH.touch) >= 0) event.preventDefault();
  }

  function wheel(event: WheelEvent): void {
    const at = surface.position(event);
    if (!within(frame(), at.x, at.y)) return;
    event.preventDefault();
    const unit = [1, 16, 400][event.deltaMode] ?? 1;
    const turned = Math.max(-300, Math.min(300, event.deltaY * unit)) * WHEEL;
    // With Ctrl it is a pinch on a touch pad.
    const target = controller.weighs && !event.ctrlKey ? controller.pointAt(at.x, at.y, REACH.mouse) : -1;
    if (target >= 0) controller.weigh(target, Math.exp(-turned));
    else controller.zoom(Math.exp(turned), at);
  }

  const leave = (event: PointerEvent) => {
    // A finger leaves with every tap; the point that it tapped stays shown.
    if (presses.size === 0 && event.pointerType !== "touch") controller.hover(-1);
  };
  const listeners: [string, (event: never) => void, AddEventListenerOptions?][] = [
    ["pointerdown", down],
    ["pointermove", move],
    ["pointerup", up],
    ["pointercancel", cancelled],
    ["pointerleave", leave],
    ["touchstart", touch, { passive: false }],
    ["wheel", wheel, { passive: false }],
  ];
  for (const [name, listener, options] of listeners) host.addEventListener(name, listener as EventListener, options);
  return () => {
    clearTimeout(timer);
    for (const [name, listener] of listeners) host.removeEventListener(name, listener as EventListener);
  };
}
