// How much of the plane the plots of training and sampling show. Layout only.
import type { SharedState } from "./fields.ts";

/** N(0, I) and data of variance 1 lie within it. */
const HALF = 3;

/** Half the side of the square that is shown, by the data. */
export function viewExtent({ dataset, points }: Pick<SharedState, "dataset" | "points">): number {
  if (dataset !== "own") return HALF;
  return Math.max(HALF, Math.ceil(1.1 * points.reduce((most, value) => Math.max(most, Math.abs(value)), 0)));
}
