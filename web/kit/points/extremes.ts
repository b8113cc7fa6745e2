// The smallest and the largest of some numbers, and where they are.

export interface Extremes {
  readonly low: number;
  readonly high: number;
  readonly lowAt: number;
  readonly highAt: number;
}

/** Of those that are known (not NaN); null where none is. */
export function extremes(values: ArrayLike<number>): Extremes | null {
  let [lowAt, highAt] = [-1, -1];
  for (let i = 0; i < values.length; ++i) {
    const value = values[i] as number;
    if (Number.isNaN(value)) continue;
    if (lowAt < 0 || value < (values[lowAt] as number)) lowAt = i;
    if (highAt < 0 || value > (values[highAt] as number)) highAt = i;
  }
  return lowAt < 0 ? null : { low: values[lowAt] as number, high: values[highAt] as number, lowAt, highAt };
}
