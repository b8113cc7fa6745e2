// Numbers along a line; those that would lie on one another are stacked.

import { extent } from "../../../plot/scale.ts";

/** Points of one width fit this many times into the line. */
const BINS = 48;

export interface Stack {
  /** (n) height of each on its stack, from 0; NaN where the number is. */
  readonly y: Float64Array;
  /** Of the highest stack. */
  readonly height: number;
  /** Largest of the numbers. */
  readonly most: number;
}

/** @param values at least 0, or NaN */
export function stack(values: Float64Array): Stack {
  const most = extent(values, [0, 0])[1] || 1;
  const filled = new Map<number, number>();
  const y = new Float64Array(values.length).fill(Number.NaN);
  const order = Array.from(values.keys()).sort((i, j) => (values[i] as number) - (values[j] as number) || i - j);
  let height = 0;
  for (const i of order) {
    const value = values[i] as number;
    if (Number.isNaN(value)) continue;
    const bin = Math.floor((value / most) * BINS);
    const level = filled.get(bin) ?? 0;
    y[i] = level;
    filled.set(bin, level + 1);
    height = Math.max(height, level);
  }
  return { y, height, most };
}
