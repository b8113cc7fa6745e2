// Questions about the data alone, which no stage answers: the points of a named set, and points in other units.
import type { DatasetRequest } from "../../../wasm/lib/types.ts";
import { dataWish } from "./data-and-schedule.ts";
import type { SharedState } from "./fields.ts";

/** The points of a named set, for the table and the files. */
export interface PointsQuestion {
  readonly task: "points";
  readonly set: DatasetRequest;
}
export interface PointsFrame {
  readonly task: "points";
  /** (n*2) */
  readonly points: Float64Array;
}

/** Points in any units, brought to mean 0 and variance 1. */
export interface StandardiseQuestion {
  readonly task: "standardise";
  /** (n*2) */
  readonly points: readonly number[];
}
export interface StandardiseFrame {
  readonly task: "standardise";
  /** (n*2) */
  readonly points: Float64Array;
}

/** null where the points are the user's own, which the state has. */
export function pointsQuestion(state: SharedState): PointsQuestion | null {
  const wish = dataWish(state);
  return wish.kind === "own" ? null : { task: "points", set: wish.set };
}
