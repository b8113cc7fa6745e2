// What is described waits until it has rested: during a drag nobody is told of every step. What never rests, a training, is described
// now and then.

/** The same for this long, ms; and the longest wait. */
const REST = 400;
const MOST = 4000;

export interface Resting {
  /** It has changed. */
  changed(): void;
  dispose(): void;
}

export function onRest(tell: () => void): Resting {
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** When the first change came that is not told yet. */
  let since: number | null = null;
  let disposed = false;
  return {
    changed() {
      if (disposed) return;
      since ??= performance.now();
      clearTimeout(timer);
      timer = setTimeout(
        () => {
          since = null;
          tell();
        },
        Math.min(REST, Math.max(0, since + MOST - performance.now())),
      );
    },
    dispose() {
      disposed = true;
      clearTimeout(timer);
    },
  };
}
