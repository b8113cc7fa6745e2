// Points as rows of numbers, each with an id, and what an edit does to them.
//
// The state holds coordinates in an array that is never changed in place: an edit makes a new one. The ids of its rows belong to
// that array and are kept beside it, in a weak map. So they are in no link, form or file; and undo, which brings an old array
// back, brings the ids of its rows back with it.

import { isDenormal } from "../../host/number.ts";
import { LARGE } from "./state.ts";

type Values = ArrayLike<number>;

/** n points. The last number is the target in a regression, the weight in a ball. */
export interface Rows {
  readonly d: number;
  /** (n*d) row-major */
  readonly x: readonly number[];
  /** (n) the number each point has besides its coordinates */
  readonly last: readonly number[];
}

/** Coordinates, row-major: an array of the state, or of a request that was made from one. */
interface Coordinates {
  readonly x: Values;
  readonly d: number;
}

const idsByArray = new WeakMap<Values, readonly number[]>();
let unused = 0;

/**
 * The ids of the rows of `x`: different for all rows of all data, except that a row keeps its id through edits. An array that
 * no edit has made (a data set, a link, an import) holds new points.
 * @returns (n)
 */
export function idsOf({ x, d }: Coordinates): readonly number[] {
  const n = Math.floor(x.length / d);
  const ids = idsByArray.get(x);
  if (ids?.length === n) return ids;
  const fresh = Array.from({ length: n }, (_, i) => unused + i);
  unused += n;
  idsByArray.set(x, fresh);
  return fresh;
}

/** Rows that an edit has made. @param ids (n) */
function withIds(rows: Rows, ids: readonly number[]): Rows {
  idsByArray.set(rows.x, ids);
  return rows;
}

/** Whether any of these rows are the same points. */
export function sharesRows(a: readonly number[], b: readonly number[]): boolean {
  if (a === b) return true;
  const ids = new Set(a);
  return b.some((id) => ids.has(id));
}

/** Column `column` of the coordinates: (n). */
export function columnOf({ x, d }: Coordinates, column: number): Float64Array {
  const values = new Float64Array(x.length / d);
  for (let i = 0; i < values.length; ++i) values[i] = x[i * d + column] as number;
  return values;
}

/** A column's mean: what a point added in a plot gets in the columns that the plot does not show. 0 without points. */
function meanOf({ x, d }: Rows, column: number): number {
  const n = x.length / d;
  let sum = 0;
  for (let i = 0; i < n; ++i) sum += (x[i * d + column] as number) / n;
  return sum;
}

/** The nearest number that data may hold: a window shows more of the plane than there can be points in. */
function held(value: number): number {
  return isDenormal(value) ? 0 : Math.max(-LARGE, Math.min(LARGE, value));
}

/** One more row, at the end. */
function withRow(rows: Rows, row: readonly number[], last: number): Rows {
  const ids = [...idsOf(rows), unused++];
  return withIds({ d: rows.d, x: [...rows.x, ...row.map(held)], last: [...rows.last, held(last)] }, ids);
}

/** One more point: `at` in the columns it names, the mean in the others. */
export function withPoint(rows: Rows, at: Readonly<Record<number, number>>, last: number): Rows {
  return withRow(
    rows,
    Array.from({ length: rows.d }, (_, k) => at[k] ?? meanOf(rows, k)),
    last,
  );
}

/** One more point, a copy of point `i`. */
export function withCopy(rows: Rows, i: number): Rows {
  const { d, x, last } = rows;
  return withRow(rows, x.slice(i * d, (i + 1) * d), last[i] as number);
}

/** One number changed; column d is the last one. */
export function withCell(rows: Rows, i: number, column: number, value: number): Rows {
  const { d, x, last } = rows;
  if (column === d) return { d, x, last: last.map((old, k) => (k === i ? held(value) : old)) };
  const changed = [...x];
  changed[i * d + column] = held(value);
  return withIds({ d, x: changed, last }, idsOf(rows));
}

/** Without point `i`. */
export function withoutPoint(rows: Rows, i: number): Rows {
  const { d, x, last } = rows;
  const kept = (_: number, k: number) => k !== i;
  const left = { d, x: [...x.slice(0, i * d), ...x.slice((i + 1) * d)], last: last.filter(kept) };
  return withIds(left, idsOf(rows).filter(kept));
}

/**
 * The row of the solved problem that each point on screen is: between an answer and the next request points may have been
 * added, removed and moved.
 * @returns (n) row or -1; null when the answer is about other data
 */
export function matchRows(solved: Coordinates, shown: Coordinates): Int32Array | null {
  if (solved.d !== shown.d) return null;
  const [old, now] = [idsOf(solved), idsOf(shown)];
  if (old === now) return Int32Array.from(now.keys());
  const rowOf = new Map(old.map((id, row) => [id, row]));
  const rows = Int32Array.from(now, (id) => rowOf.get(id) ?? -1);
  return rows.some((row) => row >= 0) ? rows : null;
}
