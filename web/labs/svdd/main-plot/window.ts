// Where the data lies in the plane of two of its columns, and the window around it.

import { shownWindow, type Window } from "../../../kit/main-plot/window.ts";
import { columnOf } from "../../../kit/points/rows.ts";
import { extent, padded } from "../../../plot/scale.ts";
import type { SvddState } from "../state.ts";

/** Room around what is shown, as a share of its extent. */
const ROOM = 0.08;

/** Of the diagonal of the box around the points: no smallest ball is wider than the diagonal, and most are much narrower. */
const DIAGONAL = 0.8;

/**
 * The window that shows all data and the sphere around most of it: a square, as spheres are. With standardised columns, whose
 * units differ, each axis has its own extent.
 */
export function wholeWindow(state: SvddState): Window {
  const [x, y] = [extent(columnOf(state, state.columnX)), extent(columnOf(state, state.columnY))];
  const [wide, high] = [x[1] - x[0], y[1] - y[0]];
  const square = Math.max(wide, high, DIAGONAL * Math.hypot(wide, high));
  const around = ([low, top]: readonly [number, number], own: number): [number, number] => {
    const side = state.standardise ? own * DIAGONAL * Math.SQRT2 : square;
    return padded([low + (own - side) / 2, top + (side - own) / 2], ROOM);
  };
  return { x: around(x, wide), y: around(y, high) };
}

/** The window on show: the pinned one, or the one that shows all. */
export function windowOf(state: SvddState): Window {
  return shownWindow(state, () => wholeWindow(state));
}
