// The window of the main picture: which part of the plane it shows, and where in that plane the data lies.
import { extent, padded } from "../../plot/scale.ts";
import type { SvrState } from "./model.ts";

export interface Window {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

/** Room around the data, as a share of its extent: points at the edge are whole, and the tube is seen to go on. */
const ROOM = 0.06;
/** A window no wider than this times its place has no two distinguishable doubles per pixel. */
const NARROWEST = 1e-11;
/** Widest window: beyond the data's limits (model.ts) nothing can be. */
const WIDEST = 1e100;

/** Column `column` of the data: (n). */
export function columnOf(state: Pick<SvrState, "x" | "d" | "y">, column: number): Float64Array {
  const values = new Float64Array(state.y.length);
  for (let i = 0; i < values.length; ++i) values[i] = state.x[i * state.d + column] as number;
  return values;
}

/** The window that shows all data. */
export function wholeWindow(state: SvrState): Window {
  const y = padded(extent(state.y), ROOM);
  if (state.plot === "predicted") return { x: y, y };
  return { x: padded(extent(columnOf(state, state.column)), ROOM), y };
}

/** The window on show: the pinned one, or the one that shows all data. */
export function windowOf(state: SvrState): Window {
  const { viewX0, viewX1, viewY0, viewY1 } = state;
  if (viewX0 === null || viewX1 === null || viewY0 === null || viewY1 === null) return wholeWindow(state);
  return { x: [viewX0, viewX1], y: [viewY0, viewY1] };
}

type WindowFields = Pick<SvrState, "viewX0" | "viewX1" | "viewY0" | "viewY1">;

/** The fields that pin a window. */
export function pinned(window: Window): WindowFields {
  return { viewX0: window.x[0], viewX1: window.x[1], viewY0: window.y[0], viewY1: window.y[1] };
}

/** The fields that follow the data again. */
export const FOLLOW: WindowFields = { viewX0: null, viewX1: null, viewY0: null, viewY1: null };

export function isPinned(state: WindowFields): boolean {
  return state.viewX0 !== null;
}

function zoomedAxis([low, high]: readonly [number, number], factor: number, about: number): [number, number] {
  const [a, b] = [about + (low - about) * factor, about + (high - about) * factor];
  const width = b - a;
  const sane =
    width > NARROWEST * Math.max(Math.abs(a), Math.abs(b)) &&
    width > Number.MIN_VALUE &&
    Math.max(Math.abs(a), Math.abs(b)) < WIDEST;
  return sane ? [a, b] : [low, high];
}

/** Zoom about a point of the plane. @param factor < 1 shows less */
export function zoomed(window: Window, factor: number, about: { x: number; y: number }): Window {
  return { x: zoomedAxis(window.x, factor, about.x), y: zoomedAxis(window.y, factor, about.y) };
}

/** Move the window by a vector of the plane. */
export function panned(window: Window, dx: number, dy: number): Window {
  const moved = ([low, high]: readonly [number, number], by: number): [number, number] =>
    Math.max(Math.abs(low + by), Math.abs(high + by)) < WIDEST && high + by > low + by
      ? [low + by, high + by]
      : [low, high];
  return { x: moved(window.x, dx), y: moved(window.y, dy) };
}
