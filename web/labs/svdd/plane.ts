// What an edit does to the data: patches of the state, made in one place so that mouse, keys, touch and table agree. The plane is
// that of two columns; turned or projected, a point has no place that a hand could change.
import { pickedWithout, type Rows, withCell, withoutPoint, withPoint } from "../../kit/rows.ts";
import { countOf, MAX_POINTS, OWN } from "../../kit/state.ts";
import { type SvddState, WEIGHTS, weightOf, weightSum } from "./model.ts";

type Data = Pick<SvddState, "d" | "x" | "weights">;

/** The points with their weights, which are numbers here even where all are 1/n. */
export function rowsOf(state: Data): Rows {
  const { d, x } = state;
  return { d, x, last: Array.from({ length: countOf(state) }, (_, i) => weightOf(state, i)) };
}

/** The user's own data. Weights that were all 1/n stay so, whatever n becomes. */
export function ownRows({ x, last }: Rows, equal: boolean) {
  return { ...OWN, x, weights: equal ? [] : last } satisfies Partial<SvddState>;
}

const isEqual = (state: Data) => state.weights.length === 0;

/** The point that all parts of the page speak of; trial multipliers were another one's. */
export function picked(i: number) {
  return { point: i, alpha: null, beta: null } satisfies Partial<SvddState>;
}

/** The data with a point at (x, y) of the shown columns, of mean weight; its other columns are at their means. */
export function addPoint(state: SvddState, x: number, y: number) {
  const n = countOf(state);
  if (state.view !== "plane" || n >= MAX_POINTS) return null;
  const weight = n === 0 ? 1 : weightSum(state) / n;
  const rows = withPoint(rowsOf(state), { [state.columnX]: x, [state.columnY]: y }, weight);
  const labels = state.labels.length === 0 ? [] : [...state.labels, ""];
  return { ...ownRows(rows, isEqual(state)), labels };
}

/** The data with point `i` moved in the shown columns. */
export function movePoint(state: SvddState, i: number, x: number, y: number) {
  const rows = rowsOf(state);
  if (state.view !== "plane") return ownRows(rows, isEqual(state));
  return ownRows(withCell(withCell(rows, i, state.columnX, x), i, state.columnY, y), isEqual(state));
}

/** The data without point `i`. The point picked in the proof panel follows its row. */
export function removePoint(state: SvddState, i: number) {
  return {
    ...ownRows(withoutPoint(rowsOf(state), i), isEqual(state)),
    labels: state.labels.filter((_, k) => k !== i),
    point: pickedWithout(state.point, i, countOf(state)),
  };
}

/** The data with point `i` of this weight, as far as weights go; a rho on trial was that of other weights. */
export function weighPoint(state: SvddState, i: number, weight: number) {
  const inside = Math.max(WEIGHTS.least, Math.min(WEIGHTS.most, weight));
  return { ...ownRows(withCell(rowsOf(state), i, state.d, inside), false), rho: null };
}
