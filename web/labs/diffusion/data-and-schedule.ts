// What every question says of the world: the data and the schedule, as the state has them. The worker turns the data's name into
// points (solve.ts).
import type { DatasetRequest, ScheduleSpec } from "../../../wasm/lib/types.ts";
import type { SharedState } from "./fields.ts";

/** A named data set, or points. */
export type DataWish =
  | { readonly kind: "named"; readonly set: DatasetRequest; readonly spread: number }
  | { readonly kind: "own"; readonly points: readonly number[]; readonly spread: number };

export interface Setting {
  readonly data: DataWish;
  readonly schedule: ScheduleSpec;
}

export function dataWish({ dataset, n, dataSeed, text, points, spread }: SharedState): DataWish {
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

/** The world on show; null while there are no points to speak of. */
export function settingOf(state: SharedState): Setting | null {
  if (state.dataset === "own" && state.points.length === 0) return null;
  return { data: dataWish(state), schedule: scheduleSpec(state) };
}
