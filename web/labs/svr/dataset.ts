// A data set as the lab's state has it, and how stored data become one.
import { type Columns, fromSeries } from "../../data/read.ts";

export interface Points {
  d: number;
  /** (n*d) row-major */
  x: readonly number[];
  /** (n) */
  y: readonly number[];
}

/** Of the images of digits, the pixel that is predicted from the others: row 4, column 5 (of 8), where most digits differ. */
export const MISSING_PIXEL = 28;

/** Column `target` is y, the others are x in order. Default: the last. */
export function withTarget({ d, x }: Columns, target = d - 1): Points {
  return {
    d: d - 1,
    x: x.filter((_, k) => k % d !== target),
    y: x.filter((_, k) => k % d === target),
  };
}

/** A series with equal steps: x = first, first + 1/perUnit, ... rounded to 4 decimals as published. */
export function overTime(text: string, first: number, perUnit: number): Points {
  const y = fromSeries(text);
  return { d: 1, x: y.map((_, k) => Number((first + k / perUnit).toFixed(4))), y };
}

/** A yearly cycle as two more inputs, cos and sin of 2 pi x, after x itself: computed, not stored. */
export function withSeason(points: Points): Points {
  const round = (value: number) => Number(value.toFixed(4)) || 0;
  return {
    d: 3,
    x: points.x.flatMap((t) => [t, round(Math.cos(2 * Math.PI * t)), round(Math.sin(2 * Math.PI * t))]),
    y: points.y,
  };
}
