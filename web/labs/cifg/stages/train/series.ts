// The times of a series' values.
import type { CifgState } from "../../state.ts";

type Name = CifgState["series"];

/** The time of the first value, and values in a unit of time. */
const TIMES = {
  lynx: { start: 1821, perUnit: 1 },
  airPassengers: { start: 1949, perUnit: 12 },
  co2: { start: 1959, perUnit: 12 },
  own: { start: 1, perUnit: 1 },
} as const satisfies Record<Name, { start: number; perUnit: number }>;

/** Period of each stored one, in values: that of its seasonal predictor. */
export const SEASONS = { lynx: 10, airPassengers: 12, co2: 12 } as const satisfies Record<Exclude<Name, "own">, number>;

/** Whether a unit of time has several values. */
export const inParts = (name: Name) => TIMES[name].perUnit > 1;

/** The time of value k, counted from 0. */
export function timeOf(name: Name, k: number): number {
  const { start, perUnit } = TIMES[name];
  return start + k / perUnit;
}
