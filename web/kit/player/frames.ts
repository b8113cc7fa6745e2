// Computed states of several runs, and the timeline on which they are played. Between two computed states nothing is made up: a run
// stands where it is until its next state.

export interface Frames<State> {
  /** Frames on the timeline: positions are 0 (time 0) to count (time `end`). */
  readonly count: number;
  readonly end: number;
  readonly runs: number;
  /** The time at a position. */
  time(position: number): number;
  /** Each run gives its states in the order of time. */
  add(run: number, time: number, state: State): void;
  /** A run's state at a position; null before its first. */
  at(run: number, position: number): State | null;
  /** A run's states up to a position, the newest last, at most so many. */
  before(run: number, position: number, most: number): readonly State[];
  /** The last position that every run has reached. */
  readonly reached: number;
  /** States in all. */
  readonly size: number;
}

/** @param end last time, a whole number of steps from 0  @param most frames on the timeline */
export function createFrames<State>(end: number, runs: number, most: number): Frames<State> {
  const count = Math.min(end, most);
  // Times grow along each.
  const states: { readonly time: number; readonly state: State }[][] = Array.from({ length: runs }, () => []);
  const time = (position: number) => Math.round((position * end) / count);

  /** Index of the last state at the position's time or before; -1 before the first. */
  function indexOf(run: number, position: number): number {
    const of = states[run] ?? [];
    const until = time(position);
    let [low, high] = [0, of.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((of[middle] as { time: number }).time <= until) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  return {
    ...{ count, end, runs, time },
    add(run, at, state) {
      const of = states[run];
      if (!of) return;
      // A run that had to begin again replaces its old states.
      while (of.length > 0 && (of.at(-1) as { time: number }).time >= at) of.pop();
      of.push({ time: at, state });
    },
    at: (run, position) => states[run]?.[indexOf(run, position)]?.state ?? null,
    before(run, position, keep) {
      const last = indexOf(run, position);
      return (states[run] ?? []).slice(Math.max(0, last + 1 - keep), last + 1).map(({ state }) => state);
    },
    get reached() {
      const slowest = Math.min(end, ...states.map((of) => of.at(-1)?.time ?? 0));
      return Math.max(0, Math.min(count, Math.floor((slowest * count) / end)));
    },
    get size() {
      return states.reduce((sum, of) => sum + of.length, 0);
    },
  };
}
