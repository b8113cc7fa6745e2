// Drawing data by hand: what a stroke of the brush or the eraser makes of the points. Pure; units of the data.

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Distance of neighbouring points of a stroke: a stroke has as many points fast as slow. */
export const SPACING = 0.12;
/** The eraser takes what is nearer than this. */
export const ERASER = 0.25;
/** Digits kept: finer than a pixel, and short in a link. */
const DIGITS = 3;

/** What the lab takes. */
export interface BrushLimits {
  /** Most points. */
  readonly points: number;
  /** Largest absolute value of a coordinate. */
  readonly coordinate: number;
}

function rounded(value: number, most: number): number {
  return Number(Math.max(-most, Math.min(most, value)).toFixed(DIGITS)) + 0;
}

export interface Stroke {
  /** (n*2) with the stroke's points at the end */
  readonly points: readonly number[];
  /** Where the next point is measured from; null before the first. */
  readonly last: Place | null;
  /** Whether some found no room. */
  readonly full: boolean;
}

/** The stroke continued to `to`: a point at its start, then one each SPACING on the straight line. */
export function drawn({ points, last, full }: Stroke, to: Place, limits: BrushLimits): Stroke {
  const more: number[] = [];
  let at = last;
  let left = limits.points - points.length / 2;
  let lacking = full;
  const put = (place: Place) => {
    at = place;
    if (left <= 0) {
      lacking = true;
      return;
    }
    left -= 1;
    more.push(rounded(place.x, limits.coordinate), rounded(place.y, limits.coordinate));
  };
  if (at === null) put(to);
  else {
    const [dx, dy] = [to.x - at.x, to.y - at.y];
    const length = Math.hypot(dx, dy);
    const { x, y } = at;
    for (let k = 1; k * SPACING <= length; ++k) {
      const share = (k * SPACING) / length;
      put({ x: x + dx * share, y: y + dy * share });
    }
  }
  return { points: more.length === 0 ? points : [...points, ...more], last: at, full: lacking };
}

/** The points without those that the eraser passes over on the straight line between two places. */
export function erased(points: readonly number[], from: Place, to: Place): readonly number[] {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const square = dx * dx + dy * dy;
  const kept: number[] = [];
  for (let i = 0; i < points.length; i += 2) {
    const [x, y] = [points[i] as number, points[i + 1] as number];
    const along = square === 0 ? 0 : Math.max(0, Math.min(1, ((x - from.x) * dx + (y - from.y) * dy) / square));
    if (Math.hypot(x - from.x - along * dx, y - from.y - along * dy) > ERASER) kept.push(x, y);
  }
  return kept.length === points.length ? points : kept;
}
