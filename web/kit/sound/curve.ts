// A curve as sound, before anything sounds: when which pitch, in seconds and Hz. Time runs along the horizontal axis.
import { type Axis, pitchOf, placeOf } from "./pitch.ts";

export interface Curve {
  /** Ascending. */
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  /** The axes of the picture. What lies outside them is not seen and not heard. */
  readonly across: Axis;
  readonly up: Axis;
  /** Points beside the curve. */
  readonly points?: { readonly x: ArrayLike<number>; readonly y: ArrayLike<number> };
  /** Whether point i lies outside of what the curve allows: its tube. */
  outside?(i: number): boolean;
}

export interface Click {
  readonly at: number;
  readonly pitch: number;
  readonly outside: boolean;
}

export interface Schedule {
  /** The tone, which glides from one to the next. NaN is silence: there the curve is broken or out of sight. */
  readonly tone: readonly { readonly at: number; readonly pitch: number }[];
  /** Where the curve crosses 0. */
  readonly ticks: readonly number[];
  readonly clicks: readonly Click[];
}

/** How long the whole axis takes. */
export const SECONDS = 3;
/** Between two clicks at least, so that they neither add up nor become a tone of their own. */
export const APART = 0.04;

/** Of those that are too close to each other, one: `rather` says which is to be heard. */
function thinned<One extends { readonly at: number }>(all: readonly One[], rather: (one: One) => boolean): One[] {
  const kept: One[] = [];
  for (const one of [...all].sort((a, b) => a.at - b.at)) {
    const last = kept.at(-1);
    if (last === undefined || one.at - last.at >= APART) kept.push(one);
    // In the place of the other: a later one would come too close to the next.
    else if (rather(one) && !rather(last)) kept[kept.length - 1] = { ...one, at: last.at };
  }
  return kept;
}

export function scheduleOf({ x, y, across, up, points, outside }: Curve): Schedule {
  const when = (value: number) => SECONDS * placeOf(value, across);
  const tone = Array.from(x, (value, k) => ({
    at: when(value),
    pitch: pitchOf(y[k] as number, up),
    y: y[k] as number,
  })).filter(({ at }) => !Number.isNaN(at));
  const ticks = tone.flatMap((to, k) => {
    const from = tone[k - 1];
    if (from === undefined || Number.isNaN(from.pitch) || Number.isNaN(to.pitch)) return [];
    const crosses = (from.y < 0 && to.y >= 0) || (from.y > 0 && to.y <= 0);
    return crosses ? [{ at: from.at + ((to.at - from.at) * from.y) / (from.y - to.y) }] : [];
  });
  const clicks = Array.from(points?.x ?? [], (value, i) => ({
    ...{ at: when(value), pitch: pitchOf(points?.y[i] as number, up), outside: outside?.(i) === true },
  })).filter(({ at, pitch }) => !Number.isNaN(at) && !Number.isNaN(pitch));
  return {
    tone: tone.map(({ at, pitch }) => ({ at, pitch })),
    ticks: thinned(ticks, () => false).map(({ at }) => at),
    clicks: thinned(clicks, ({ outside }) => outside),
  };
}
