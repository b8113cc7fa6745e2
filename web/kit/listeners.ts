// Those who want to hear of changes.

export interface Listeners {
  notify(): void;
  /** @returns unsubscribe */
  subscribe(listener: () => void): () => void;
  clear(): void;
}

export function createListeners(): Listeners {
  const all = new Set<() => void>();
  return {
    notify() {
      // A copy: a listener may come or go while they are told.
      for (const listener of [...all]) listener();
    },
    subscribe(listener) {
      all.add(listener);
      return () => all.delete(listener);
    },
    clear: () => all.clear(),
  };
}
