// The keyboard on the main picture: everything a mouse does there, without one.

import type { Places } from "../main-plot/scene.ts";
import type { Hand } from "./controller.ts";

/** One press of an arrow, as a share of the window: for a point in the air, finely (Alt), for the cross, for the view. */
const STEP = { carry: 0.01, fine: 0.001, cross: 0.025 } as const;
/** Pixels that Shift and an arrow move the view. */
const PAN = 40;
const ZOOM = 1.25;
/** A point is made a quarter heavier by one press; four fifths undo it. */
export const HEAVIER = 1.25;

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/**
 * The next point from `from` along an axis, in the order of that coordinate (ties by index).
 * @param direction 1 towards larger values  @returns -1 when there are no points; `from` itself at the end
 */
export function neighbour(scene: Places, from: number, axis: "x" | "y", direction: number): number {
  const values = scene[axis];
  const order = Array.from(values.keys())
    .filter((i) => !Number.isNaN(scene.x[i]))
    .sort((i, j) => (values[i] as number) - (values[j] as number) || i - j);
  if (order.length === 0) return -1;
  const place = order.indexOf(from);
  if (place < 0) return order[direction > 0 ? 0 : order.length - 1] as number;
  return order[Math.max(0, Math.min(order.length - 1, place + direction))] as number;
}

/** @returns whether the key was one of ours */
export function onKey(hand: Hand, scene: Places, event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey) return false;
  const arrow = ARROWS[event.key];
  if (arrow !== undefined) {
    const [dx, dy] = arrow;
    if (hand.lifted >= 0) {
      const step = event.altKey ? STEP.fine : STEP.carry;
      hand.carryBy(dx * step, dy * step);
    } else if (event.shiftKey) hand.pan(-dx * PAN, dy * PAN);
    else if (event.altKey) return false;
    else if (hand.cross !== null) hand.crossBy(dx * STEP.cross, dy * STEP.cross);
    else hand.select(neighbour(scene, hand.selected, dx === 0 ? "y" : "x", dx + dy), true);
    return true;
  }
  if (event.altKey) return false;
  switch (event.key) {
    case "Enter":
    case " ":
      if (hand.lifted >= 0) hand.drop(true);
      else if (hand.cross !== null) hand.add(hand.cross.x, hand.cross.y);
      else if (hand.selected >= 0) hand.pick(hand.selected, true);
      else hand.crossBy(0, 0);
      return true;
    case "a":
    case "A":
    case "Insert":
      if (hand.lifted >= 0) hand.drop();
      if (hand.cross === null) hand.crossBy(0, 0);
      else hand.add(hand.cross.x, hand.cross.y);
      return true;
    case "Delete":
    case "Backspace":
      hand.remove(hand.selected);
      return true;
    case "PageUp":
    case "PageDown":
      if (!hand.weighs || hand.selected < 0) return false;
      hand.weigh(hand.selected, event.key === "PageUp" ? HEAVIER : 1 / HEAVIER);
      return true;
    case "Home":
    case "End":
      hand.select(neighbour(scene, -1, "x", event.key === "Home" ? 1 : -1), true);
      return true;
    case "Escape":
      if (hand.lifted >= 0) hand.putBack();
      else if (hand.cross === null && hand.selected < 0) return false;
      else hand.clear();
      return true;
    case "+":
    case "=":
      hand.zoom(1 / ZOOM);
      return true;
    case "-":
    case "_":
      hand.zoom(ZOOM);
      return true;
    case "0":
      hand.showAll();
      return true;
    default:
      return false;
  }
}
