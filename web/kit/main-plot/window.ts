// The window of the main plot: which part of its plane it shows.
import { NARROWEST, THINNEST } from "../../plot/scale.ts";
import { LARGE, type PointsState, type WINDOW } from "../points/state.ts";

export interface Window {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

/** Room around the data, as a share of its extent: so that points at the edge are drawn whole. */
export const ROOM = 0.06;

type WindowFields = Pick<PointsState, keyof typeof WINDOW>;

/** The part of an axis that a window may show: nothing lies beyond the largest numbers, and the solver takes none. */
export function reachable([low, high]: readonly [number, number]): [number, number] {
  return [Math.max(-LARGE, low), Math.min(LARGE, high)];
}

/** The window on show: the pinned one, or the one that shows all data. */
export function shownWindow(state: WindowFields, whole: () => Window): Window {
  const { viewX0, viewX1, viewY0, viewY1 } = state;
  if (viewX0 === null || viewX1 === null || viewY0 === null || viewY1 === null) {
    const { x, y } = whole();
    return { x: reachable(x), y: reachable(y) };
  }
  return { x: [viewX0, viewX1], y: [viewY0, viewY1] };
}

/** The fields that pin a window. */
export function pinned(window: Window): WindowFields {
  return { viewX0: window.x[0], viewX1: window.x[1], viewY0: window.y[0], viewY1: window.y[1] };
}

/** The fields that follow the data again. */
export const FOLLOW: WindowFields = { viewX0: null, viewX1: null, viewY0: null, viewY1: null };

export function isPinned(state: WindowFields): boolean {
  return state.viewX0 !== null;
}

/** Whether the four fields are a window, or none. */
export function windowAgrees({ viewX0, viewX1, viewY0, viewY1 }: WindowFields): boolean {
  const view = [viewX0, viewX1, viewY0, viewY1];
  if (view.every((end) => end === null)) return true;
  if (viewX0 === null || viewX1 === null || viewY0 === null || viewY1 === null) return false;
  return viewX0 < viewX1 && viewY0 < viewY1;
}

function zoomedAxis([low, high]: readonly [number, number], factor: number, about: number): [number, number] {
  const [a, b] = reachable([about + (low - about) * factor, about + (high - about) * factor]);
  const width = b - a;
  return width > NARROWEST * Math.max(Math.abs(a), Math.abs(b)) && width > THINNEST ? [a, b] : [low, high];
}

/** Zoom about a point of the plane. @param factor < 1 shows less */
export function zoomed(window: Window, factor: number, about: { x: number; y: number }): Window {
  return { x: zoomedAxis(window.x, factor, about.x), y: zoomedAxis(window.y, factor, about.y) };
}

/** Move the window by a vector of the plane. */
export function panned(window: Window, dx: number, dy: number): Window {
  const moved = ([low, high]: readonly [number, number], by: number): [number, number] =>
    Math.max(Math.abs(low + by), Math.abs(high + by)) <= LARGE && high + by > low + by
      ? [low + by, high + by]
      : [low, high];
  return { x: moved(window.x, dx), y: moved(window.y, dy) };
}
