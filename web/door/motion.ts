// When the pictures of the front door move: in sight, in a tab that is looked at, and unless the reader wants stillness.

export interface Motion {
  /** Whether pictures that are in sight move by themselves. */
  readonly moves: boolean;
  /** Whether the reader has them paused. */
  readonly paused: boolean;
  toggle(): void;
  /** @returns unsubscribe */
  subscribe(listener: () => void): () => void;
}

/** What is needed of a window: the tests bring their own. */
export interface MotionWindow {
  readonly document: Pick<Document, "addEventListener"> & { readonly hidden: boolean };
  matchMedia(query: string): Pick<MediaQueryList, "matches" | "addEventListener">;
}

/** Reduced motion begins paused, and may be overruled: a picture that moves has been asked for then. */
export function createMotion(page: MotionWindow): Motion {
  const reduced = page.matchMedia("(prefers-reduced-motion: reduce)");
  const listeners = new Set<() => void>();
  let paused = reduced.matches;
  const tell = () => {
    for (const listener of [...listeners]) listener();
  };
  reduced.addEventListener("change", () => {
    paused = reduced.matches;
    tell();
  });
  page.document.addEventListener("visibilitychange", tell);
  return {
    get moves() {
      return !paused && !page.document.hidden;
    },
    get paused() {
      return paused;
    },
    toggle() {
      paused = !paused;
      tell();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
