// One line for each student: of the tasks asked for, which are done.
import type { Finding } from "./finding.ts";
import { type HandedIn, isDoneHere, type Row, whoOf } from "./rows.ts";

export interface Summary {
  readonly who: string;
  readonly files: readonly string[];
  readonly done: readonly string[];
  readonly missing: readonly string[];
  /** How many answers are to be looked at, by why. */
  readonly notes: Readonly<Record<Note, number>>;
}

export const NOTES = ["edited", "other", "unknown", "failed", "twins"] as const;
export type Note = (typeof NOTES)[number];

const NOTE_OF: Readonly<Partial<Record<Finding["kind"], Note>>> = {
  ...{ edited: "edited", version: "other", solver: "other", lab: "unknown", task: "unknown", failed: "failed" },
};

const isNoted = ({ finding, twins }: Row, note: Note): boolean =>
  note === "twins" ? twins.length > 0 : NOTE_OF[finding.kind] === note;

/** @param text ids by comma, from an address or typed @returns each once */
export const idsIn = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(/[\s,，、]+/)
      .filter((id) => id !== "")
      .map((id) => id.slice(0, 80))
      .slice(0, 300),
  ),
];

/** What is asked for where nobody has said it: all that some file has, in the order of the labs' tables. */
export const allAsked = (rows: readonly Row[], order: readonly string[]): readonly string[] => {
  const found = new Set(rows.flatMap(({ task }) => (task === null ? [] : [task.task.id])));
  return order.filter((id) => found.has(id));
};

/** @param asked ids of tasks */
export function summaries(files: readonly HandedIn[], rows: readonly Row[], asked: readonly string[]): Summary[] {
  const names = [...new Set(files.map(whoOf))];
  return names.map((who) => {
    const own = rows.filter((row) => whoOf(row.from) === who);
    const reached = new Set(own.filter(isDoneHere).map(({ entry }) => entry.task));
    return {
      who,
      files: files.filter((file) => whoOf(file) === who).map(({ file }) => file),
      done: asked.filter((id) => reached.has(id)),
      missing: asked.filter((id) => !reached.has(id)),
      notes: Object.fromEntries(NOTES.map((note) => [note, own.filter((row) => isNoted(row, note)).length])) as Record<
        Note,
        number
      >,
    };
  });
}
