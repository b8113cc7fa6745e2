// What the replay of an answer says of the file that it came in.
import { entryKey, type HandIn, type HandInEntry, measuredHash } from "../host/tasks/hand-in.ts";
import { isJudged, type Replayed } from "../host/tasks/hand-in-replayed.ts";
import { isDone, isUnfit } from "../host/tasks/judge.ts";
import type { Measured } from "../host/tasks/task.ts";

/** What a file says otherwise than the replay. */
export interface Difference {
  readonly why: "done" | "not-done" | "numbers" | "hash" | "statement" | "lock" | "input" | "state" | "refused";
  /** Of a field or an input; the solver's sentence. "": none. */
  readonly name: string;
}

export type Finding =
  | { readonly kind: "waits" }
  /** The file says what the replay says: to the last bit, or to rounding. */
  | { readonly kind: "bits" | "rounding" }
  /** To rounding, which decides: done where it was done, not done here, or the other way round. */
  | { readonly kind: "edge" }
  /** It does not. Of a file of another version, or of a solver that answers otherwise, that may be the reason. */
  | { readonly kind: "edited" | "version" | "solver"; readonly difference: Difference }
  /** There is no such lab or task. */
  | { readonly kind: "lab" | "task" }
  | { readonly kind: "failed"; readonly reason: string };

/** Of two numbers that went through other roundings, relative. */
const ROUNDING = 1e-9;
/** Of the bound: the square root of what cancels is known to the square root of a rounding. */
const OF_BOUND = 1e-4;

function isClose(a: number, b: number, bound: number): boolean {
  if (Object.is(a, b) || a === b) return true;
  return Math.abs(a - b) <= Math.max(ROUNDING * Math.max(1, Math.abs(a), Math.abs(b)), OF_BOUND * Math.abs(bound));
}

const isSame = (said: readonly Measured[], found: readonly Measured[]): boolean =>
  said.length === found.length &&
  found.every(({ name, value, relation, bound }, k) => {
    const other = said[k];
    if (other?.name !== name || other.relation !== relation || other.bound !== bound) return false;
    return isClose(other.value, value, bound);
  });

/** What this page is, to compare a file with. */
export interface Own {
  readonly program: string;
  /** By lab: the code of what the solvers of this version answer. */
  readonly labs: Readonly<Record<string, string>>;
}

/** @param statement the task's own */
function differenceOf(
  entry: HandInEntry,
  file: HandIn,
  statement: string,
  replayed: Exclude<Replayed, { readonly unknown: string } | { readonly failed: string }>,
): Difference | null {
  if (isUnfit(replayed))
    return { why: replayed.unfit, name: replayed.unfit === "state" ? replayed.refusal.field : replayed.name };
  if ("refused" in replayed) return { why: "refused", name: replayed.refused };
  if (entry.done !== replayed.done) return { why: entry.done ? "done" : "not-done", name: "" };
  if (!isSame(entry.measured, replayed.measured)) return { why: "numbers", name: "" };
  if (file.fingerprint.measured[entryKey(entry)] !== measuredHash(entry.measured)) return { why: "hash", name: "" };
  return entry.statement === statement ? null : { why: "statement", name: "" };
}

/** What a file says of its numbers is right, and the numbers are the same to rounding; but here they decide otherwise. */
const isEdge = (entry: HandInEntry, replayed: Replayed): boolean =>
  isJudged(replayed) &&
  entry.done !== replayed.done &&
  entry.done === isDone(entry.measured) &&
  isSame(entry.measured, replayed.measured);

export function findingOf(
  entry: HandInEntry,
  file: HandIn,
  statement: string,
  replayed: Replayed | null,
  own: Own,
): Finding {
  if (replayed === null) return { kind: "waits" };
  if ("unknown" in replayed) return { kind: replayed.unknown };
  if ("failed" in replayed) return { kind: "failed", reason: replayed.failed };
  if (isEdge(entry, replayed)) return { kind: "edge" };
  const difference = differenceOf(entry, file, statement, replayed);
  if (difference === null) {
    const same = isJudged(replayed) && measuredHash(replayed.measured) === measuredHash(entry.measured);
    return { kind: same ? "bits" : "rounding" };
  }
  if (file.program !== own.program) return { kind: "version", difference };
  const code = file.fingerprint.labs[entry.lab];
  return { kind: code === undefined || code === own.labs[entry.lab] ? "edited" : "solver", difference };
}

/** Whether the file says otherwise than the replay, for whatever reason. */
export const differs = ({ kind }: Finding): boolean => !["waits", "bits", "rounding", "edge"].includes(kind);
