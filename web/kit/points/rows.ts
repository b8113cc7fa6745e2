// Points as rows of numbers: what an edit does to them, and which row of an older table a point was.

type Values = ArrayLike<number>;

/** n points. The last number is the target in a regression, the weight in a ball. */
export interface Rows {
  readonly d: number;
  /** (n*d) row-major */
  readonly x: readonly number[];
  /** (n) the number each point has besides its coordinates */
  readonly last: readonly number[];
}

/** Column `column` of the coordinates: (n). */
export function columnOf({ x, d }: { x: Values; d: number }, column: number): Float64Array {
  const values = new Float64Array(x.length / d);
  for (let i = 0; i < values.length; ++i) values[i] = x[i * d + column] as number;
  return values;
}

/** A column's mean: what a point added in a picture gets in the columns that the picture does not show. 0 without points. */
function meanOf({ x, d }: Rows, column: number): number {
  const n = x.length / d;
  let sum = 0;
  for (let i = 0; i < n; ++i) sum += (x[i * d + column] as number) / n;
  return sum;
}

/** One more point: `at` in the columns it names, the mean in the others. */
export function withPoint(rows: Rows, at: Readonly<Record<number, number>>, last: number): Rows {
  const row = Array.from({ length: rows.d }, (_, k) => at[k] ?? meanOf(rows, k));
  return { ...rows, x: [...rows.x, ...row], last: [...rows.last, last] };
}

/** One more point, a copy of point `i`. */
export function withCopy(rows: Rows, i: number): Rows {
  const { d, x, last } = rows;
  return { d, x: [...x, ...x.slice(i * d, (i + 1) * d)], last: [...last, last[i] as number] };
}

/** One number changed; column d is the last one. */
export function withCell(rows: Rows, i: number, column: number, value: number): Rows {
  const { d, x, last } = rows;
  if (column === d) return { d, x, last: last.map((old, k) => (k === i ? value : old)) };
  const changed = [...x];
  changed[i * d + column] = value;
  return { d, x: changed, last };
}

/** Without point `i`. */
export function withoutPoint({ d, x, last }: Rows, i: number): Rows {
  return { d, x: [...x.slice(0, i * d), ...x.slice((i + 1) * d)], last: [...last.slice(0, i), ...last.slice(i + 1)] };
}

/** Where the picked point is once point `i` of n is gone: on its own row. */
export function pickedWithout(point: number, i: number, n: number): number {
  return Math.max(0, Math.min(point > i ? point - 1 : point, n - 2));
}

type Solved = { readonly d: number; readonly x: Values; readonly last: Values };

function sameRow(a: Solved, i: number, b: Solved, j: number): boolean {
  if (a.last[i] !== b.last[j]) return false;
  for (let k = 0; k < a.d; ++k) if (a.x[i * a.d + k] !== b.x[j * a.d + k]) return false;
  return true;
}

/**
 * The row of the solved problem that each point on screen is. Between an answer and the next question a gesture adds, removes
 * or moves one row: everything before and after it is as it was, and a moved point stays itself.
 * @returns (n) row or -1; null when the answer is of other data
 */
export function matchRows(solved: Solved, shown: Rows): Int32Array | null {
  if (solved.d !== shown.d) return null;
  const [old, now] = [solved.x.length / solved.d, shown.x.length / shown.d];
  const rows = new Int32Array(now).fill(-1);
  const shorter = Math.min(old, now);
  let head = 0;
  while (head < shorter && sameRow(solved, head, shown, head)) ++head;
  let tail = 0;
  while (tail < shorter - head && sameRow(solved, old - 1 - tail, shown, now - 1 - tail)) ++tail;
  if (old - head - tail > 1 || now - head - tail > 1) return null;
  for (let i = 0; i < head; ++i) rows[i] = i;
  for (let k = 1; k <= tail; ++k) rows[now - k] = old - k;
  if (old === now && head + tail === now - 1) rows[head] = head;
  return rows;
}
