// Which part of the latent space the map shows: layout only.
import type { VaeWindow } from "../../../../../wasm/lib/types.ts";
import { MOST_Z } from "./fields.ts";

/** Three standard deviations of the prior are always seen. */
const LEAST = 3.5;
/** Share of the coordinates that lie inside. */
const SHARE = 0.995;
/** Below this share of a window its codes get a smaller one. */
const SMALL = 0.6;
const ROOM = 1.06;

/** Half the side of the square around nearly all coordinates, in steps of a half. @param before what is shown now: it changes seldom */
export function halfOf(coordinates: Iterable<number>, before: number): number {
  const sizes = Float64Array.from(coordinates, Math.abs).filter(Number.isFinite).sort();
  const most = (sizes[Math.min(sizes.length - 1, Math.floor(sizes.length * SHARE))] ?? 0) * ROOM;
  const fit = Math.min(MOST_Z, Math.max(LEAST, Math.ceil(2 * most) / 2));
  return most > before || fit < before * SMALL ? fit : Math.max(LEAST, before);
}

/** Whole numbers around all log variances, and around 0, where the prior is. */
export function heightsOf(logVar: Iterable<number>): readonly [number, number] {
  let [least, most] = [-1, 1];
  for (const value of logVar) {
    if (!Number.isFinite(value)) continue;
    least = Math.min(least, Math.floor(value));
    most = Math.max(most, Math.ceil(value));
  }
  return [least, most];
}

/** Places of a density to a side. */
const PLACES = 72;

export function windowOf(half: number): VaeWindow {
  return { x0: -half, y0: -half, width: 2 * half, height: 2 * half, columns: PLACES, rows: PLACES };
}
