// The answers of all files as rows: what is known of each, and which are the same.
import type { HandInEntry, ReadHandIn } from "../host/tasks/hand-in.ts";
import { isJudged, type Replayed } from "../host/tasks/hand-in-replayed.ts";
import type { WordedTask } from "../host/tasks/table.ts";
import type { Task } from "../host/tasks/task.ts";
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
  /** Others' rows with the same answer. */
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

/** The fields in one order, so that the same ones make the same text. */
const inOrder = (fields: object) => Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1));

/** Whether a task asks for choices or whole numbers only: such answers are the same by chance. */
const asksForFew = ({ inputs = [] }: Task): boolean =>
  inputs.length > 0 && inputs.every((input) => input.kind === "choice" || input.integer);

/** Mark rows with the same state and inputs, bit for bit, in files of other names. */
export function markTwins(rows: readonly Row[]): void {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    row.twins = [];
    if (row.task === null || asksForFew(row.task.task)) continue;
    const { lab, task, fields, inputs } = row.entry;
    const key = JSON.stringify([lab, task, inOrder(fields), inOrder(inputs)]);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    for (const row of group) row.twins = group.filter((other) => whoOf(other.from) !== whoOf(row.from));
  }
}
