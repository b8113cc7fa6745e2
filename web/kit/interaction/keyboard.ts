// The keyboard on the main plot: everything that a mouse does there.

import { format } from "../../host/messages/format.ts";
import { lockOf } from "../../host/restraints.ts";
import type { Places } from "../main-plot/scene.ts";
import { keyboard as words } from "../messages/keyboard.en.ts";
import { type Controller, HEAVIER, inside } from "./controller.ts";

/** One press of an arrow, as a share of the window: for a point that is being moved, the same with Alt, for the cross. */
const STEP = { carry: 0.01, fine: 0.001, cross: 0.025 } as const;
/** Pixels that Shift and an arrow move the view. */
const PAN = 40;
const ZOOM = 1.25;

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

/** Start to move the picked point. */
function pick(controller: Controller): void {
  controller.pick(controller.selected);
  if (controller.lifted >= 0) controller.options.say(words.picked);
}

/** Move the lifted point by a share of what is seen. */
function carryBy(controller: Controller, { x, y }: Places, dx: number, dy: number): void {
  const { lifted, seen } = controller;
  const at = (values: Float64Array, [low, high]: readonly [number, number], by: number) =>
    (values[lifted] as number) + by * (high - low);
  controller.carry(at(x, seen.x, dx), at(y, seen.y, dy));
}

/** Put the cross into the plot, or move it by a share of what is seen. */
function crossBy(controller: Controller, dx: number, dy: number): void {
  const { options, seen } = controller;
  if (controller.fixed) {
    options.notify(lockOf("x", "y") ?? options.edits.cannotAdd);
    return;
  }
  const [{ x, y }, along] = [
    controller.cross ?? { x: (seen.x[0] + seen.x[1]) / 2, y: (seen.y[0] + seen.y[1]) / 2 },
    (value: number, ends: readonly [number, number], by: number) => inside(value + by * (ends[1] - ends[0]), ends),
  ];
  const to = { x: along(x, seen.x, dx), y: along(y, seen.y, dy) };
  controller.put(to.x, to.y);
  options.say(format(words.cross, controller.place(to.x, to.y)));
}

/** @returns whether the key is used here */
export function onKey(controller: Controller, scene: Places, event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey) return false;
  const arrow = ARROWS[event.key];
  if (arrow !== undefined) {
    const [dx, dy] = arrow;
    if (controller.lifted >= 0) {
      const step = event.altKey ? STEP.fine : STEP.carry;
      carryBy(controller, scene, dx * step, dy * step);
    } else if (event.shiftKey) controller.pan(-dx * PAN, dy * PAN);
    else if (event.altKey) return false;
    else if (controller.cross !== null) crossBy(controller, dx * STEP.cross, dy * STEP.cross);
    else controller.select(neighbour(scene, controller.selected, dx === 0 ? "y" : "x", dx + dy), true);
    return true;
  }
  if (event.altKey) return false;
  switch (event.key) {
    case "Enter":
    case " ":
      if (controller.lifted >= 0) controller.drop(true);
      else if (controller.cross !== null) controller.add(controller.cross.x, controller.cross.y);
      else if (controller.selected >= 0) pick(controller);
      else crossBy(controller, 0, 0);
      return true;
    case "a":
    case "A":
    case "Insert":
      if (controller.lifted >= 0) controller.drop();
      if (controller.cross === null) crossBy(controller, 0, 0);
      else controller.add(controller.cross.x, controller.cross.y);
      return true;
    case "Delete":
    case "Backspace":
      controller.remove(controller.selected);
      return true;
    case "PageUp":
    case "PageDown":
      if (!controller.weighs || controller.selected < 0) return false;
      controller.weigh(controller.selected, event.key === "PageUp" ? HEAVIER : 1 / HEAVIER);
      return true;
    case "Home":
    case "End":
      controller.select(neighbour(scene, -1, "x", event.key === "Home" ? 1 : -1), true);
      return true;
    case "Escape":
      if (controller.lifted >= 0) controller.putBack();
      else if (controller.placed >= 0) controller.letGo();
      else if (controller.cross === null && controller.selected < 0) return false;
      else controller.clear();
      return true;
    case "+":
    case "=":
      controller.zoom(1 / ZOOM);
      return true;
    case "-":
    case "_":
      controller.zoom(ZOOM);
      return true;
    case "0":
      controller.showAll();
      return true;
    default:
      return false;
  }
}
