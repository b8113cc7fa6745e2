// An answer to a task, as the browser keeps it and a hand-in carries it: JSON.
import type { InputValues, Measured } from "./task.ts";

export interface TaskAnswer {
  readonly lab: string;
  /** The task's id. */
  readonly task: string;
  /** Of the state, as a link carries them: what differs from the starting state that they name (toFields of url.ts). */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly inputs: InputValues;
  /** What the solver measured when it was done. */
  readonly measured: readonly Measured[];
  /** When it was done: ISO 8601, UTC, whole seconds. */
  readonly at: string;
}
