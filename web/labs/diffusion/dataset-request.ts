// Requests about the data alone, which belong to no stage: the points of a named set, and points in other units.
import type { DatasetRequest } from "../../../wasm/lib/types.ts";
import { dataSpec } from "./data-and-schedule.ts";
import type { SharedState } from "./fields.ts";

/** The points of a named set, for the table and the files. */
export interface DatasetPointsRequest {
  readonly task: "points";
  readonly set: DatasetRequest;
}
export interface DatasetPointsFrame {
  readonly task: "points";
  /** (n*2) */
  readonly points: Float64Array;
}

/** Points in any units, brought to mean 0 and variance 1. */
export interface StandardiseRequest {
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
export function datasetPointsRequest(state: SharedState): DatasetPointsRequest | null {
  const spec = dataSpec(state);
  return spec.kind === "own" ? null : { task: "points", set: spec.set };
}
