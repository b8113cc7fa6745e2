// How much of the plane the plots of training and sampling show. Layout only.
import type { SharedState } from "./fields.ts";

/** N(0, I) and data of variance 1 lie within it. */
const HALF = 3;

/** Half the side of the square that is shown, by the data. */
export function viewExtent({ dataset, points }: Pick<SharedState, "dataset" | "points">): number {
  if (dataset !== "own") return HALF;
  return Math.max(HALF, Math.ceil(1.1 * points.reduce((most, value) => Math.max(most, Math.abs(value)), 0)));
}

/** Within it are 98 of 100 coordinates of N(0, I), where every run starts. */
const LEAST = 2.4;
/** Room around the data. */
const ROOM = 1.05;

/**
 * Half the side of the square that samples are seen in: all of the data, and no more of the noise than must be. What is outside
 * is shown at the edge, so that a few samples that are far away do not make all of the others small.
 * @param points (n*2) the data  @param spread their blur
 */
export function sampleExtent(points: ArrayLike<number>, spread: number): number {
  let farthest = 0;
  for (let k = 0; k < points.length; ++k) farthest = Math.max(farthest, Math.abs(points[k] as number));
  return Math.max(LEAST, ROOM * (farthest + 2 * spread));
}
