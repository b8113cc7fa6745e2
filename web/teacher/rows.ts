// The answers of all files as rows: what is known of each.
import type { HandInEntry, ReadHandIn } from "../host/tasks/hand-in.ts";
import { isJudged, type Replayed } from "../host/tasks/hand-in-replayed.ts";
import type { WordedTask } from "../host/tasks/table.ts";
import type { Finding } from "./finding.ts";

/** One file. */
export interface HandedIn {
  readonly file: string;
  readonly handIn: ReadHandIn;
}

export interface Row {
  readonly from: HandedIn;
  readonly entry: HandInEntry;
  /** null: there is none of this name. */
  readonly task: WordedTask | null;
  readonly title: string;
  /** null: not yet. */
  replayed: Replayed | null;
  finding: Finding;
  /** Others' rows that have too much in common with it (twins.ts). */
  twins: readonly Row[];
}

/** The tasks of each lab. */
export type Known = ReadonlyMap<string, readonly WordedTask[]>;

/** Of a file without a name, the file's own. */
export const whoOf = ({ file, handIn }: HandedIn): string => handIn.who || file;

export const isDoneHere = ({ replayed }: Row): boolean => replayed !== null && isJudged(replayed) && replayed.done;

/** @returns the rows of a file, nothing replayed yet */
export function rowsOf(from: HandedIn, known: Known): Row[] {
  return from.handIn.tasks.map((entry) => {
    const task = known.get(entry.lab)?.find((each) => each.task.id === entry.task) ?? null;
    const title = task?.words.title ?? entry.task;
    return { from, entry, task, title, replayed: null, finding: { kind: "waits" }, twins: [] };
  });
}
