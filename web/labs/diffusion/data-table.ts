// The data as rows, for the table and the files, and what an edit makes of them. Pure.

import type { CsvDialect } from "../../host/csv-write.ts";
import { writeCsv } from "../../host/csv-write.ts";
import { MAX_COORDINATE, MAX_POINTS } from "./fields.ts";
import type { DiffusionState } from "./state.ts";

type Values = ArrayLike<number>;

/** Digits after the point that are kept: far finer than a pixel, and short in a table and a link. */
const DIGITS = 6;
export const rounded = (value: number) => Number(value.toFixed(DIGITS)) + 0;

/** The state with these points as the user's own. */
export function own(points: Values): Partial<DiffusionState> {
  return { preset: "own", dataset: "own", points: Array.from(points, rounded) };
}

export function withCell(points: Values, row: number, column: number, value: number): number[] {
  return Array.from(points, (old, i) => (i === 2 * row + column ? value : old));
}

/** One more point: a copy of `row`, to be changed by typing; (0, 0) where there is none. Null where there is no room. */
export function withCopy(points: Values, row: number): number[] | null {
  if (points.length / 2 >= MAX_POINTS) return null;
  return [...Array.from(points), points[2 * row] ?? 0, points[2 * row + 1] ?? 0];
}

export function without(points: Values, row: number): number[] {
  return Array.from(points).filter((_, i) => i >> 1 !== row);
}

/** The first coordinate that is too large, as row and value; null when there is none. */
export function outOfRange(points: Values): { readonly row: number; readonly value: number } | null {
  for (let i = 0; i < points.length; ++i) {
    const value = points[i] as number;
    if (Math.abs(value) > MAX_COORDINATE) return { row: i >> 1, value };
  }
  return null;
}

export function dataCsv(points: Values, dialect?: CsvDialect): string {
  const column = (k: number) => Array.from(points).filter((_, i) => i % 2 === k);
  return writeCsv(["x1", "x2"], [column(0), column(1)], dialect);
}
