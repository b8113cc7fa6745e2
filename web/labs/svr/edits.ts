// What an edit does to the data: patches of the state, made in one place so that mouse, keys, touch and table agree. In the
// picture the plane is (one column of x, y), or (predicted y, y), where x cannot be moved.
import type { Plane } from "../../kit/points/edits.ts";
import { pickedWithout, type Rows, withCell, withoutPoint, withPoint } from "../../kit/points/rows.ts";
import { MAX_POINTS, OWN } from "../../kit/points/state.ts";
import { wholeWindow } from "./main-plot/window.ts";
import { en } from "./messages/en.ts";
import type { SvrState } from "./state.ts";

export function rowsOf({ d, x, y }: Pick<SvrState, "d" | "x" | "y">): Rows {
  return { d, x, last: y };
}

/** The user's own data. */
export function ownRows({ x, last }: Rows) {
  return { ...OWN, x, y: last } satisfies Partial<SvrState>;
}

/** The point that all parts of the page speak of; trial multipliers were another one's. */
export function picked(i: number) {
  return { point: i, alpha: null, alphaStar: null, beta: null } satisfies Partial<SvrState>;
}

/** The data with a point at (x in the shown column, y); its other columns are at their means. */
export function addPoint(state: SvrState, x: number, y: number) {
  if (state.plot !== "column" || state.y.length >= MAX_POINTS) return null;
  return ownRows(withPoint(rowsOf(state), { [state.column]: x }, y));
}

/** The data with point `i` moved; x is left alone where the picture shows predictions. */
export function movePoint(state: SvrState, i: number, x: number, y: number) {
  const rows = withCell(rowsOf(state), i, state.d, y);
  return ownRows(state.plot === "column" ? withCell(rows, i, state.column, x) : rows);
}

/** The data without point `i`. The point picked in the proof panel follows its row. */
export function removePoint(state: SvrState, i: number) {
  return { ...ownRows(withoutPoint(rowsOf(state), i)), point: pickedWithout(state.point, i, state.y.length) };
}

export const plane: Plane<SvrState> = {
  maxPoints: MAX_POINTS,
  whole: wholeWindow,
  add: addPoint,
  cannotAdd: en.picture.cannotAdd,
  move: movePoint,
  remove: removePoint,
  picked,
};
