// What almost every request contains: the data and the schedule, as the state has them. The worker turns the name of a data set into
// points (cloud.ts).
import type { DatasetRequest, ScheduleSpec } from "../../../wasm/lib/types.ts";
import type { SharedState } from "./fields.ts";

/** A named data set, or the user's own points. */
export type DataSpec =
  | { readonly kind: "named"; readonly set: DatasetRequest; readonly spread: number }
  | { readonly kind: "own"; readonly points: readonly number[]; readonly spread: number };

export interface DataAndSchedule {
  readonly data: DataSpec;
  readonly schedule: ScheduleSpec;
}

export function dataSpec({ dataset, n, dataSeed, text, points, spread }: SharedState): DataSpec {
  if (dataset === "own") return { kind: "own", points, spread };
  const set = { name: dataset, n, seed: dataSeed };
  return { kind: "named", set: dataset === "letters" ? { ...set, text } : set, spread };
}

export function scheduleSpec({ schedule, T, beta1, betaT, s, betaMax, beta, knots }: SharedState): ScheduleSpec {
  switch (schedule) {
    case "linear":
      return { kind: "linear", T, beta1, betaT };
    case "cosine":
      return { kind: "cosine", T, s, betaMax };
    case "constant":
      return { kind: "constant", T, beta };
    case "drawn":
      return { kind: "drawn", T, knots };
  }
}

/** null while the user's own data have no points. */
export function dataAndSchedule(state: SharedState): DataAndSchedule | null {
  if (state.dataset === "own" && state.points.length === 0) return null;
  return { data: dataSpec(state), schedule: scheduleSpec(state) };
}
