// What an edit does to the data: patches of the state, made in one place so that mouse, keys, touch and table agree. The axes of the
// main plot are (one column of x, y), or (predicted y, y), where x cannot be moved.
import type { Edits } from "../../kit/points/edits.ts";
import { type Rows, withCell, withoutPoint, withPoint } from "../../kit/points/rows.ts";
import { editedFrom, MAX_POINTS } from "../../kit/points/state.ts";
import { wholeWindow } from "./main-plot/window.ts";
import { en } from "./messages/en.ts";
import type { SvrState } from "./state.ts";

export function rowsOf({ d, x, y }: Pick<SvrState, "d" | "x" | "y">): Rows {
  return { d, x, last: y };
}

/** Edited data, now the user's own. */
export function edited({ x, last }: Rows, state: SvrState) {
  return { ...editedFrom(state), x, y: last } satisfies Partial<SvrState>;
}

/** Another picked point; trial multipliers belonged to the one before. */
export function pickPoint(i: number) {
  return { point: i, alpha: null, alphaStar: null, beta: null } satisfies Partial<SvrState>;
}

/** The data with a point at (x in the shown column, y); its other columns are at their means. */
export function addPoint(state: SvrState, x: number, y: number) {
  if (state.plot !== "column" || state.y.length >= MAX_POINTS) return null;
  return edited(withPoint(rowsOf(state), { [state.column]: x }, y), state);
}

/** The data with point `i` moved; x stays where the plot shows predictions. */
export function movePoint(state: SvrState, i: number, x: number, y: number) {
  const rows = withCell(rowsOf(state), i, state.d, y);
  return edited(state.plot === "column" ? withCell(rows, i, state.column, x) : rows, state);
}

/** The data without point `i`. */
export function removePoint(state: SvrState, i: number) {
  return edited(withoutPoint(rowsOf(state), i), state);
}

export const edits: Edits<SvrState> = {
  maxPoints: MAX_POINTS,
  whole: wholeWindow,
  add: addPoint,
  cannotAdd: en.picture.cannotAdd,
  move: movePoint,
  remove: removePoint,
  pick: pickPoint,
};
