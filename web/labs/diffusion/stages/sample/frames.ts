// The particles as they were computed, and the time line on which they are played. Between two computed states nothing is made up: a run
// stands where it is until its next step.
import type { State } from "./request.ts";

export interface Frames {
  /** Pictures on the time line: positions are 0 (at T) to count (at 0). */
  readonly count: number;
  readonly T: number;
  readonly runs: number;
  /** The step of the chain at a position. */
  t(position: number): number;
  add(state: State): void;
  /** (count*2) a run's particles at a position; null before the first. */
  at(run: number, position: number): Float32Array | null;
  /** A run's states up to a position, the newest last, at most so many. */
  before(run: number, position: number, most: number): readonly Float32Array[];
  /** The last position that every run has reached. */
  readonly reached: number;
  /** States in all. */
  readonly size: number;
}

/** @param most pictures on the time line */
export function createFrames(T: number, runs: number, most: number): Frames {
  const count = Math.min(T, most);
  // Steps fall along each.
  const states: { readonly t: number; readonly x: Float32Array }[][] = Array.from({ length: runs }, () => []);
  const t = (position: number) => T - Math.round((position * T) / count);

  /** Index of the last state at t or above; -1 before the first. */
  function indexOf(run: number, position: number): number {
    const of = states[run] ?? [];
    const step = t(position);
    let [low, high] = [0, of.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((of[middle] as { t: number }).t >= step) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  return {
    ...{ count, T, runs, t },
    add({ run, t: step, x }) {
      const of = states[run];
      if (!of) return;
      // A run that had to be begun again goes over what there is.
      while (of.length > 0 && (of.at(-1) as { t: number }).t <= step) of.pop();
      of.push({ t: step, x });
    },
    at: (run, position) => states[run]?.[indexOf(run, position)]?.x ?? null,
    before(run, position, keep) {
      const last = indexOf(run, position);
      return (states[run] ?? []).slice(Math.max(0, last + 1 - keep), last + 1).map(({ x }) => x);
    },
    get reached() {
      const behind = Math.max(0, ...states.map((of) => of.at(-1)?.t ?? T));
      return Math.max(0, Math.min(count, Math.floor(((T - behind) * count) / T)));
    },
    get size() {
      return states.reduce((sum, of) => sum + of.length, 0);
    },
  };
}

/** Where playing for `elapsed` ms from a position has come to. @param perSecond pictures a second, below 0 backwards */
export function playedTo(from: number, elapsed: number, perSecond: number, count: number): number {
  const moved = from + Math.trunc((elapsed * perSecond) / 1000);
  return Math.max(0, Math.min(count, moved));
}

export interface TrailBand {
  readonly alpha: number;
  /** Pieces: x0, y0, x1, y1 of each. */
  readonly pieces: readonly number[];
}

/** Trails of the first `chosen` particles through states, the newest last, in bands that fade. */
export function trailBands(states: readonly Float32Array[], chosen: number, bands: number): TrailBand[] {
  const legs = states.length - 1;
  return Array.from({ length: bands }, (_, band) => {
    const pieces: number[] = [];
    const [from, to] = [Math.floor((band * legs) / bands), Math.floor(((band + 1) * legs) / bands)];
    for (let k = from; k < to; ++k) {
      const [a, b] = [states[k] as Float32Array, states[k + 1] as Float32Array];
      for (let i = 0; i < Math.min(chosen, a.length / 2); ++i)
        pieces.push(a[2 * i] as number, a[2 * i + 1] as number, b[2 * i] as number, b[2 * i + 1] as number);
    }
    return { alpha: (band + 1) / bands, pieces };
  }).filter(({ pieces }) => pieces.length > 0);
}
