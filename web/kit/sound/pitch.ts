// From a value on an axis to a pitch. Two octaves over the axis, so that equal steps of the axis are equal intervals for the ear.

export interface Axis {
  readonly domain: readonly [number, number];
  /** Whether equal ratios are equal steps of it. */
  readonly log?: boolean;
}

/** At the lower and at the upper end of an axis, Hz. */
export const LOWEST = 220;
export const HIGHEST = 880;
/** As far beyond an end a value still counts as on it: ends are computed, too. */
const SLACK = 1e-9;

/** Where a value is on its axis, from 0 to 1; the middle where both ends are one; NaN where it is out of sight or has no place there. */
export function placeOf(value: number, { domain: [low, high], log = false }: Axis): number {
  const along = (each: number) => (log ? Math.log(each) : each);
  const [from, to, at] = [along(low), along(high), along(value)];
  if (!Number.isFinite(at)) return Number.NaN;
  if (from === to) return at === from ? 0.5 : Number.NaN;
  const place = (at - from) / (to - from);
  return place < -SLACK || place > 1 + SLACK ? Number.NaN : Math.max(0, Math.min(1, place));
}

/** Hz; NaN, which is silence, where the value has no place on the axis. */
export const pitchOf = (value: number, axis: Axis): number => LOWEST * (HIGHEST / LOWEST) ** placeOf(value, axis);
