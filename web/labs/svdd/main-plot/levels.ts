// Level sets of the squared distance to the centre, from its map over the plane, in user units.
import { contours } from "d3-contour";
import type { DistanceMap } from "../request.ts";

/** Closed lines, outer ones and holes turning opposite ways: (x, y) pairs in user units. */
export type Rings = readonly (readonly (readonly [number, number])[])[];

export interface Levels {
  /** What is mapped. Beyond are the edges of the areas, which are no levels. */
  readonly window: DistanceMap["window"];
  /** Where the distance is so much or more, by ascending value: lines only. */
  readonly lines: readonly { readonly value: number; readonly rings: Rings }[];
  /** Where it is at most the lower and the upper end of the set of rho: areas. */
  readonly inner: Rings;
  readonly outer: Rings;
}

/** Lines between the least distance on the map and rho, and most lines beyond: enough to read a slope, few enough for a frame. */
const STEPS = { inside: 2, outside: 6 } as const;

/** The values at which lines are drawn; rho itself is not among them. */
export function lineValues(least: number, rho: number, most: number): number[] {
  const step =
    rho - least > (most - least) * 1e-3 ? (rho - least) / (STEPS.inside + 1) : (most - least) / STEPS.outside;
  if (!(step > 0)) return [];
  const start = rho - step * STEPS.inside;
  return Array.from({ length: STEPS.inside + 1 + STEPS.outside }, (_, k) => start + k * step).filter(
    (value, k) => k !== STEPS.inside && value > least && value < most,
  );
}

/** The area where `values` are at least `level`, with samples at their places. */
function area(map: DistanceMap, values: ArrayLike<number>, level: number): Rings {
  const { x0, x1, y0, y1, width, height } = map.window;
  // d3 puts sample (i, j) in the middle of a cell.
  const place = ([i, j]: number[]): readonly [number, number] => [
    x0 + (((i as number) - 0.5) / (width - 1)) * (x1 - x0),
    y0 + (((j as number) - 0.5) / (height - 1)) * (y1 - y0),
  ];
  // d3 only reads it, though its type allows more.
  const { coordinates } = contours()
    .size([width, height])
    .contour(values as number[], level);
  return coordinates.flatMap((polygon) => polygon.map((ring) => ring.map(place)));
}

/** d3 gives areas of "at least": "at most rho" is "at least -rho" of the negative. */
function negative({ values }: DistanceMap): Float64Array {
  return values.map((value) => -value);
}

/** @param rho ends of the set of optimal rho, and the pick between them */
export function levelsOf(map: DistanceMap, [lo, hi]: readonly [number, number], rho: number): Levels {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of map.values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  const opposite = negative(map);
  const inner = area(map, opposite, -lo);
  return {
    window: map.window,
    lines: lineValues(least, rho, most).map((value) => ({ value, rings: area(map, map.values, value) })),
    inner,
    outer: hi > lo ? area(map, opposite, -hi) : inner,
  };
}

/** One more line: of the trial rho, or of a broken one. */
export function levelAt(map: DistanceMap, value: number): Rings {
  return area(map, negative(map), -value);
}
