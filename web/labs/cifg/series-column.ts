// Which column of a file is the series: not the one that only says when a value was taken. Pure.
import type { Usable } from "../../host/import-types.ts";

/** Two numbers are always evenly spaced. */
const LEAST = 3;
/** Of the span: times are rounded where they are written. */
const ROUNDING = 1e-6;
const YEARS = { from: 1000, to: 2999 } as const;

type Test = (values: readonly number[]) => boolean;

/** Largest distance from the straight line from the first value to the last. */
function offLine(values: readonly number[]): number {
  const first = values[0] as number;
  const step = ((values.at(-1) as number) - first) / (values.length - 1);
  return values.reduce((most, value, k) => Math.max(most, Math.abs(value - (first + k * step))), 0);
}

/** 1, 2, 3 and every other even spacing; also the same number throughout. */
const evenlySpaced: Test = (values) =>
  offLine(values) <= ROUNDING * Math.abs((values.at(-1) as number) - (values[0] as number));

/** One way only; an air pressure is a number like a year, but goes up and down. */
const sorted: Test = (values) =>
  [1, -1].some((way) => values.every((value, k) => k === 0 || way * (value - (values[k - 1] as number)) >= 0));

/** Years, each once or once for each month, and months as parts of a year: within a year of even spacing. */
const years: Test = (values) =>
  values.every((value) => value >= YEARS.from && value <= YEARS.to) && sorted(values) && offLine(values) <= 1;

/** Months, days, weekdays, hours: one more each time, or from 0 or 1 again. */
const goingRound: Test = (values) => {
  const least = Math.min(...values);
  if ((least !== 0 && least !== 1) || Math.max(...values) < least + 2) return false;
  return values.every((value, k) => {
    const before = values[k - 1] ?? value - 1;
    return Number.isInteger(value) && (value === before + 1 || (value === least && before !== least));
  });
};

const isMonth = (number: number) => {
  const year = Math.floor(number / 100);
  const month = number % 100;
  return Number.isInteger(number) && year >= YEARS.from && year <= YEARS.to && month >= 1 && month <= 12;
};
const isDay = (number: number) =>
  Number.isInteger(number) && isMonth(Math.floor(number / 100)) && number % 100 >= 1 && number % 100 <= 31;

/** 195801 or 19580131. */
const dates: Test = (values) => values.every(isMonth) || values.every(isDay);

/** Whether a column only counts, or says when. */
export function saysWhen(values: readonly number[]): boolean {
  return values.length >= LEAST && [evenlySpaced, years, goingRound, dates].some((test) => test(values));
}

/** The last column that does more than count; the last one where none does. */
export function seriesColumn(columns: readonly Omit<Usable, "name">[]): readonly number[] {
  const last = columns.findLast(({ values }) => !saysWhen(values)) ?? columns.at(-1);
  return last === undefined ? [] : [last.index];
}
