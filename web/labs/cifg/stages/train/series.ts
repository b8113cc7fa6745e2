// The series of the stage: the stored ones, with their times and units, and the user's own.
import { airPassengers } from "../../../../data/airPassengers.ts";
import { co2 } from "../../../../data/co2.ts";
import { lynx } from "../../../../data/lynx.ts";
import { fromSeries } from "../../../../data/read.ts";
import type { CifgState } from "../../state.ts";

export interface Series {
  readonly values: readonly number[];
  /** The time of the first value, and values in a unit of time. */
  readonly start: number;
  readonly perUnit: number;
}

const STORED = {
  lynx: { values: fromSeries(lynx), start: 1821, perUnit: 1 },
  airPassengers: { values: fromSeries(airPassengers), start: 1949, perUnit: 12 },
  co2: { values: fromSeries(co2), start: 1959, perUnit: 12 },
} as const satisfies Record<Exclude<CifgState["series"], "own">, Series>;

/** Period of each, in values: that of its seasonal predictor. */
export const SEASONS = { lynx: 10, airPassengers: 12, co2: 12 } as const;

export function seriesOf({ series, ownSeries }: Pick<CifgState, "series" | "ownSeries">): Series {
  return series === "own" ? { values: ownSeries, start: 1, perUnit: 1 } : STORED[series];
}

/** The time of value k. */
export const timeOf = ({ start, perUnit }: Series, k: number) => start + k / perUnit;
