// The points of the main plot, as numbers in its plane: made from the state and the newest answer, without pixels.
import type { Window } from "./window.ts";

/** In no solution yet: the point is new, or all data is. */
export const PENDING = -1;

/** (n) where the points are in the plane; NaN where that is not known yet. */
export interface Places {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

export interface PointScene extends Places {
  readonly window: Window;
  /** (n) KKT case as the lab numbers them, or PENDING. */
  readonly role: Int8Array;
  /** (n) in [0, 1]: how large a point is drawn. */
  readonly weight: Float64Array;
  /** Points of each KKT case, and still pending. */
  readonly counts: readonly number[];
  readonly pending: number;
  /** Points outside the window, or, once it is laid out, outside of all that the plot shows. */
  readonly outside: number;
  /** The answer's row of each point, -1 for none. */
  readonly row: Int32Array;
  /** Working pair of the iteration on show, as points; -1 for one that has gone. */
  readonly pair: readonly [number, number] | null;
}

export interface PointsOnShow extends Places {
  readonly window: Window;
  /** Rows of the answer (matchRows); null while there is none of this data. */
  readonly rows: Int32Array | null;
  /** By row of the answer. */
  readonly kktCase: Uint8Array | null;
  /** How many KKT cases there are. */
  readonly cases: number;
  /** How large point i is drawn, k its row of the answer (-1 for none). */
  weight(i: number, k: number): number;
  /** Working pair of the iteration on show, as rows of the answer. */
  readonly pair: readonly [number, number] | null;
}

export function pointScene({ x, y, window, rows, kktCase, cases, weight, pair }: PointsOnShow): PointScene {
  const n = x.length;
  const row = rows ?? new Int32Array(n).fill(-1);
  const role = new Int8Array(n).fill(PENDING);
  const counts = Array<number>(cases).fill(0);
  let pending = 0;
  for (let i = 0; i < n; ++i) {
    const kase = kktCase?.[row[i] as number] ?? PENDING;
    role[i] = kase;
    if (kase === PENDING) ++pending;
    else counts[kase] = (counts[kase] ?? 0) + 1;
  }
  return {
    ...{ x, y, window, row, role, counts, pending, outside: outsideOf({ x, y }, window) },
    weight: Float64Array.from(row, (k, i) => weight(i, k)),
    pair: pair === null || rows === null ? null : [rows.indexOf(pair[0]), rows.indexOf(pair[1])],
  };
}

/** How many points the plot does not show: it shows more than the window where a unit is as long in x as in y. */
export function outsideOf({ x, y }: Places, seen: Window): number {
  let outside = 0;
  for (let i = 0; i < x.length; ++i) {
    const [px, py] = [x[i] as number, y[i] as number];
    if (px < seen.x[0] || px > seen.x[1] || py < seen.y[0] || py > seen.y[1]) ++outside;
  }
  return outside;
}

/** The point nearest to a pixel, or -1 when none is within `reach` px. */
export function nearest(
  { x, y }: { x: ArrayLike<number>; y: ArrayLike<number> },
  toX: (x: number) => number,
  toY: (y: number) => number,
  px: number,
  py: number,
  reach: number,
): number {
  let best = -1;
  let least = reach * reach;
  for (let i = 0; i < x.length; ++i) {
    const dx = toX(x[i] as number) - px;
    const dy = toY(y[i] as number) - py;
    const square = dx * dx + dy * dy;
    // Later points are drawn on top, so among equals the last is the one seen.
    if (square <= least) {
      least = square;
      best = i;
    }
  }
  return best;
}
