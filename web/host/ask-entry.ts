// How something in an open lab asks the shell for the lab's entry, which it needs for a client of its own.
import type { LabEntry } from "./entry.ts";

/** "pg-entry". What does not arrive then is said. */
export type AskEntry = CustomEvent<(entry: LabEntry) => Promise<unknown>>;

export function askEntry(from: EventTarget, ask: AskEntry["detail"]): void {
  from.dispatchEvent(new CustomEvent("pg-entry", { bubbles: true, detail: ask }) satisfies AskEntry);
}
