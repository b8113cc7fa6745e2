// What an edit does to the data: patches of the state, made in one place so that mouse, keys, touch and table agree. Points are
// added and moved in the view of two columns only: in the turned and the projected view a place is no pair of coordinates.

import type { Window } from "../../kit/main-plot/window.ts";
import type { Edits } from "../../kit/points/edits.ts";
import { type Rows, withCell, withoutPoint, withPoint } from "../../kit/points/rows.ts";
import { countOf, editedFrom, MAX_POINTS } from "../../kit/points/state.ts";
import { turnedBy } from "./main-plot/turn.ts";
import { en } from "./messages/en.ts";
import { type SvddState, WEIGHTS, weightOf, weightSum } from "./state.ts";

type Data = Pick<SvddState, "d" | "x" | "weights">;

/** The points with their weights, which are numbers here even where all are 1/n. */
export function rowsOf(state: Data): Rows {
  const { d, x } = state;
  return { d, x, last: Array.from({ length: countOf(state) }, (_, i) => weightOf(state, i)) };
}

/** Edited data, now the user's own. Only the proportions of weights matter (nu is a share of their sum): equal ones are all 1/n. */
export function edited({ x, last }: Rows, state: SvddState) {
  const equal = last.every((weight) => weight === last[0]);
  return { ...editedFrom(state), x, weights: equal ? [] : last } satisfies Partial<SvddState>;
}

/** The same with a label for each point: those it has, and an empty one for one more. */
export function editedLabelled(rows: Rows, state: SvddState) {
  const { labels } = state;
  const n = rows.last.length;
  return { ...edited(rows, state), labels: labels.length === 0 || labels.length === n ? labels : [...labels, ""] };
}

/** Another picked point; trial multipliers belonged to the one before. */
export function pickPoint(i: number) {
  return { point: i, alpha: null, beta: null } satisfies Partial<SvddState>;
}

/** The data with a point at (x, y) of the shown columns, of mean weight; its other columns are at their means. */
export function addPoint(state: SvddState, x: number, y: number) {
  const n = countOf(state);
  if (state.view !== "plane" || n >= MAX_POINTS) return null;
  const weight = n === 0 ? 1 : weightSum(state) / n;
  const rows = withPoint(rowsOf(state), { [state.columnX]: x, [state.columnY]: y }, weight);
  return editedLabelled(rows, state);
}

/** The data with point `i` moved in the shown columns. */
export function movePoint(state: SvddState, i: number, x: number, y: number) {
  const rows = rowsOf(state);
  if (state.view !== "plane") return edited(rows, state);
  return edited(withCell(withCell(rows, i, state.columnX, x), i, state.columnY, y), state);
}

/** The data without point `i`. */
export function removePoint(state: SvddState, i: number) {
  return {
    ...edited(withoutPoint(rowsOf(state), i), state),
    labels: state.labels.filter((_, k) => k !== i),
  };
}

/** The data with point `i` of this weight, as far as weights go; the trial rho belonged to the weights before. */
export function weighPoint(state: SvddState, i: number, weight: number) {
  const inside = Math.max(WEIGHTS.least, Math.min(WEIGHTS.most, weight));
  return { ...edited(withCell(rowsOf(state), i, state.d, inside), state), rho: null };
}

/** Degrees that the sphere turns for a pixel of a drag. */
const TURN = 0.5;

/** @param whole the window that shows all, which on a turning sphere depends on the answer */
export function editsWith(whole: (state: SvddState) => Window): Edits<SvddState> {
  return {
    maxPoints: MAX_POINTS,
    whole,
    add: addPoint,
    cannotAdd: en.picture.cannotAdd,
    move: movePoint,
    fixed: ({ view }) => view !== "plane",
    turn: (state, dx, dy) => (state.view === "sphere" ? turnedBy(state, dx * TURN, dy * TURN) : null),
    remove: removePoint,
    pick: pickPoint,
    weight: { of: weightOf, set: weighPoint },
  };
}
