// The series that can be learnt: measured ones, and the user's own.
import { airPassengers } from "../../data/airPassengers.ts";
import { co2 } from "../../data/co2.ts";
import { lynx } from "../../data/lynx.ts";
import { fromSeries } from "../../data/read.ts";
import type { CifgState } from "./state.ts";

const MEASURED = { lynx: fromSeries(lynx), airPassengers: fromSeries(airPassengers), co2: fromSeries(co2) } as const;

export function seriesOf({ series, ownSeries }: Pick<CifgState, "series" | "ownSeries">): readonly number[] {
  return series === "own" ? ownSeries : MEASURED[series];
}
