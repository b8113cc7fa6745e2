// Drawing a digit: what strokes of a brush make of 8x8 pixels. As the data were made: a black and white drawing of 32x32, of which each
// pixel's ink, 0 to 16, counts the marked ones of its 4x4. Pure.
import { MOST_INK, PIXELS } from "../../fields.ts";
import { SIDE } from "./pixels.ts";

const PART = 4;
export const FINE = SIDE * PART;

/** Of 32x32: 1 where it is marked. */
export type Fine = Uint8Array;

/** Units of the fine drawing; y downwards. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Half the thickness of a stroke, in units of the fine drawing. */
export const BRUSH = { draw: 2.6, erase: 3.4 } as const;

const fineAt = (pixel: number, part: number) =>
  (Math.floor(pixel / SIDE) * PART + Math.floor(part / PART)) * FINE + (pixel % SIDE) * PART + (part % PART);

/** The parts of a pixel from its middle outwards: of 16. */
const OUTWARDS = Array.from({ length: PART * PART }, (_, part) => part).sort(
  (a, b) => fromMiddle(a) - fromMiddle(b) || a - b,
);
function fromMiddle(part: number): number {
  return Math.hypot(Math.floor(part / PART) - (PART - 1) / 2, (part % PART) - (PART - 1) / 2);
}

/** A drawing with this ink: marks stand in the middle of each pixel. @param ink (64), or none: an empty one */
export function fineOf(ink: readonly number[]): Fine {
  const fine = new Uint8Array(FINE * FINE);
  for (let pixel = 0; pixel < PIXELS; ++pixel) {
    const count = Math.round(ink[pixel] ?? 0);
    for (const part of OUTWARDS.slice(0, count)) fine[fineAt(pixel, part)] = 1;
  }
  return fine;
}

/** (64) ink, 0 to 16 */
export function inkOf(fine: Fine): number[] {
  return Array.from({ length: PIXELS }, (_, pixel) => {
    let count = 0;
    for (let part = 0; part < MOST_INK; ++part) count += fine[fineAt(pixel, part)] as number;
    return count;
  });
}

/** A straight stroke. @param mark 1 draws, 0 erases */
export function stroked(fine: Fine, from: Place, to: Place, mark: 0 | 1): Fine {
  const radius = mark === 1 ? BRUSH.draw : BRUSH.erase;
  const next = fine.slice();
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length2 = dx * dx + dy * dy;
  for (let k = 0; k < next.length; ++k) {
    const [x, y] = [(k % FINE) + 0.5, Math.floor(k / FINE) + 0.5];
    const share = length2 === 0 ? 0 : Math.max(0, Math.min(1, ((x - from.x) * dx + (y - from.y) * dy) / length2));
    if (Math.hypot(x - from.x - share * dx, y - from.y - share * dy) <= radius) next[k] = mark;
  }
  return next;
}
