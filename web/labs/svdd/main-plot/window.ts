// Where the data lies in the plane of two of its columns, and the window around it.

import { shownWindow, type Window } from "../../../kit/main-plot/window.ts";
import { columnOf } from "../../../kit/points/rows.ts";
import { asOneValue, extent, padded } from "../../../plot/scale.ts";
import type { SvddState } from "../state.ts";

/** Room around what is shown, as a share of its extent. */
const ROOM = 0.08;

/** Of the diagonal of the box around the points: no smallest ball is wider than the diagonal, and most are much narrower. */
const DIAGONAL = 0.8;

/** What a standardised column spans, solved units, more or less. One of equal numbers is solved in its own units. */
const SPAN = 3;

/** The sides of the window around what is shown, without room. */
function sidesOf(state: SvddState): Window {
  const [x, y] = [extent(columnOf(state, state.columnX)), extent(columnOf(state, state.columnY))];
  const [wide, high] = [x[1] - x[0], y[1] - y[0]];
  const square = Math.max(wide, high, DIAGONAL * Math.hypot(wide, high));
  const around = ([low, top]: readonly [number, number], other: number): [number, number] => {
    const own = top - low;
    const span = own === 0 && other > 0 ? SPAN : own;
    const side = state.standardise ? span * DIAGONAL * Math.SQRT2 : square;
    return [low + (own - side) / 2, top + (side - own) / 2];
  };
  return { x: around(x, high), y: around(y, wide) };
}

/**
 * The window that shows all data and the sphere around most of it: a square, as spheres are. With standardised columns, whose
 * units differ, each axis has its own extent.
 */
export function wholeWindow(state: SvddState): Window {
  const { x, y } = sidesOf(state);
  return { x: padded(x, ROOM), y: padded(y, ROOM) };
}

/**
 * Whether the units of both axes can be as long as those of spheres are. Where one column is drawn as one value and the other is
 * not, they cannot: the other's spread would be lost in the axis.
 */
export function keepsAspect(state: SvddState): boolean {
  const { columnX, columnY } = state;
  const one = [columnX, columnY].every((column) => {
    const [low, high] = extent(columnOf(state, column));
    return low === high;
  });
  const { x, y } = sidesOf(state);
  return one || !(asOneValue(x) || asOneValue(y));
}

/** The window on show: the pinned one, or the one that shows all. */
export function windowOf(state: SvddState): Window {
  return shownWindow(state, () => wholeWindow(state));
}
