// A lab's state with undo. History holds differences, so undoing a drag does not undo the zoom made since.
import { difference, sameValue } from "./equal.ts";
import type { Store } from "./lab.ts";

export interface StoreLimits {
  /** Undo entries kept. */
  entries: number;
  /** List entries (numbers, texts) kept alive by the history; each costs about 8 bytes. */
  weight: number;
}

/** 200 steps back is more than anyone walks; 4 million numbers are about 32 MB. */
const LIMITS: StoreLimits = { entries: 200, weight: 4_000_000 };

/** Rounds of listeners that change the state again before it counts as an endless loop. */
const MAX_ROUNDS = 50;

interface Entry<State> {
  before: Partial<State>;
  after: Partial<State>;
  gesture: string | null;
}

/**
 * @param initial the state to begin with; its keys are the fields
 * @param limits bounds of the undo history
 * @param refuses whether this field may not be edited. Such an edit changes nothing, whoever makes it; what a listener corrects
 *   after a change is none
 * @returns a store whose listeners run at once, once per effective change, always with the newest state
 */
export function createStore<State extends object>(
  initial: State,
  limits: StoreLimits = LIMITS,
  refuses: (field: string) => boolean = () => false,
): Store<State> {
  let state: Readonly<State> = Object.freeze({ ...initial });
  let past: Entry<State>[] = [];
  let future: Entry<State>[] = [];
  const listeners = new Set<(state: Readonly<State>) => void>();
  let notifying = false;
  let stale = false;

  function notify(): void {
    // A listener may patch: the others then see one further round with the newest state, never a nested call.
    stale = true;
    if (notifying) return;
    notifying = true;
    let failure: { error: unknown } | null = null;
    try {
      for (let round = 0; stale; round++) {
        if (round === MAX_ROUNDS) throw new Error("store: listeners keep changing the state");
        stale = false;
        for (const listener of [...listeners]) {
          try {
            listener(state);
          } catch (error) {
            failure ??= { error };
          }
        }
      }
    } finally {
      notifying = false;
    }
    if (failure) throw failure.error;
  }

  function assign(change: Partial<State>): void {
    state = Object.freeze({ ...state, ...change });
  }

  /** The present values of the fields that `change` names. */
  function present(change: Partial<State>): Partial<State> {
    const values: Partial<State> = {};
    for (const key of Object.keys(change) as (keyof State)[]) values[key] = state[key];
    return values;
  }

  function record(change: Partial<State>, gesture: string | null): void {
    const before = present(change);
    const last = past.at(-1);
    if (gesture !== null && last?.gesture === gesture && future.length === 0) {
      last.before = { ...before, ...last.before };
      last.after = { ...last.after, ...change };
      if (
        Object.keys(last.after).every((key) =>
          sameValue(last.before[key as keyof State], last.after[key as keyof State]),
        )
      )
        past.pop();
    } else {
      past.push({ before, after: change, gesture });
    }
    future = [];
    trim();
  }

  function trim(): void {
    let weight = 0;
    let kept = 0;
    for (let i = past.length - 1; i >= 0 && kept < limits.entries; i--) {
      weight += weigh((past[i] as Entry<State>).before);
      // The newest entry always stays: one undo must work however large the data is.
      if (weight > limits.weight && kept > 0) break;
      kept++;
    }
    if (kept < past.length) past = past.slice(past.length - kept);
  }

  function isRefused(change: Partial<State>): boolean {
    return !notifying && Object.keys(change).some(refuses);
  }

  function patch(change: Partial<State>, options: { gesture?: string; undoable?: boolean } = {}): void {
    const changed = difference(state, change);
    if (!changed || isRefused(changed)) return;
    if (options.undoable !== false) record(changed, options.gesture ?? null);
    assign(changed);
    notify();
  }

  return {
    get state() {
      return state;
    },
    get canUndo() {
      return past.length > 0;
    },
    get canRedo() {
      return future.length > 0;
    },
    patch,
    replace: (next) => patch(next),
    undo() {
      const entry = past.at(-1);
      if (!entry || isRefused(difference(state, entry.before) ?? {})) return;
      past.pop();
      future.push(entry);
      assign(entry.before);
      notify();
    },
    redo() {
      const entry = future.at(-1);
      if (!entry || isRefused(difference(state, entry.after) ?? {})) return;
      future.pop();
      // A gesture that was undone and redone is over: later patches with its key must not join it.
      past.push({ ...entry, gesture: null });
      assign(entry.after);
      notify();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function weigh(values: object): number {
  let weight = 0;
  for (const value of Object.values(values)) weight += Array.isArray(value) ? value.length : 1;
  return weight;
}

let gestures = 0;

/** A key no other gesture has: take one when a drag or a slider move begins, pass it to every patch of it. */
export function newGesture(): string {
  gestures += 1;
  return `gesture ${gestures}`;
}
