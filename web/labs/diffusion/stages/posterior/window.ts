// Which part of the line or the plane the plot shows. Layout only.
import type { ReverseAnswer } from "../../../../../wasm/lib/types.ts";

export type Span = readonly [low: number, high: number];

/** One span for each dimension. */
export type View = readonly Span[];

export interface Places {
  readonly x0: readonly number[];
  readonly xt: readonly number[];
  readonly guess: readonly number[] | null;
}

/**
 * Prior and posterior have standard deviations of at most 1, so this shows three of them on a line. In the plane the circles are
 * of one and two of them, and the rest of it would be empty.
 */
const ROOM = { line: 3, plane: 1.5 } as const;
/** Standard deviations to either side in the close-up. */
const CLOSE = { line: 3.5, plane: 2.2 } as const;

/** The least span around numbers, with room to either side. */
function around(values: readonly number[], room: number): Span {
  return [Math.min(...values) - room, Math.max(...values) + room];
}

/**
 * Both places, the tip of the noise on trial, and 0, where the prior goes as t grows; with room for the widest prior. It does not
 * depend on t: the view stands still while t changes.
 */
export function wholeView({ x0, xt, guess }: Places): View {
  return xt.map((x, c) => {
    const tip = guess === null ? [] : [x + (guess[c] as number)];
    return around([0, x0[c] as number, x, ...tip], xt.length === 1 ? ROOM.line : ROOM.plane);
  });
}

/**
 * The three Gaussians as large as they go. The likelihood may be so wide that nothing else would be seen: it adds no more than
 * the others take.
 */
export function closeView({ priorMean, likelihoodMean, mean, noiseForm, ...of }: ReverseAnswer): View {
  const [prior, likelihood, own] = [of.priorVariance, of.likelihoodVariance, of.variance].map(Math.sqrt) as [
    number,
    number,
    number,
  ];
  const close = mean.length === 1 ? CLOSE.line : CLOSE.plane;
  return Array.from(mean, (middle, c) => {
    const [before, after] = [priorMean[c] as number, noiseForm[c] as number];
    const inner = [before - close * prior, before + close * prior, middle - close * own, middle + close * own, after];
    const [low, high] = around(inner, 0);
    const most = high > low ? (high - low) / 2 : close * likelihood;
    const [centre, width] = [likelihoodMean[c] as number, Math.min(close * likelihood, most)];
    return [
      Math.min(low, Math.max(centre - width, low - most)) - most / 8,
      Math.max(high, Math.min(centre + width, high + most)) + most / 8,
    ];
  });
}

/** The stretch of an axis where a Gaussian is seen; null where there is none. */
export function stretch(mean: number, variance: number, [low, high]: Span): Span | null {
  if (!(variance > 0)) return null;
  // At six standard deviations the density is 1e-8 of its largest: less than a pixel.
  const tail = 6 * Math.sqrt(variance);
  const [from, to] = [Math.max(low, mean - tail), Math.min(high, mean + tail)];
  return from < to ? [from, to] : null;
}
