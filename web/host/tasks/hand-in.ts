// The hand-in file: the tasks that are done, as JSON that people can read, too. Written by the page, read by the teacher's page, which
// believes nothing that it says: every entry is judged anew.
//
//   { proofground: "hand-in", version: 1, program, who,
//     tasks: [ { lab, task, statement, done, verdict, fields, inputs, measured, at? } ],
//     fingerprint: { labs: { LAB: code }, measured: { "LAB/TASK": hash } } }
import { hashOf } from "../fingerprint/answers.ts";
import { isName, isObject, isTime, readUndated, type Undated, writeJson } from "./answer-json.ts";
import { holds } from "./judge.ts";
import type { Measured } from "./task.ts";

/** Version of the form. */
const VERSION = 1;
/** Longest file, characters: some 80 answers of 2,000 points. */
export const LONGEST_FILE = 4_000_000;
export const MOST_TASKS = 300;
export const LONGEST_WHO = 100;
/** Deeper than any hand-in: file, tasks, entry, measured, number. */
const DEEPEST = 6;

export interface HandInEntry extends Undated {
  readonly statement: string;
  readonly done: boolean;
  /** null: the student has not agreed to hand in the time. */
  readonly at: string | null;
}

export interface HandIn {
  /** Version of Proofground that wrote it. */
  readonly program: string;
  /** What the student has typed; may be empty. */
  readonly who: string;
  readonly tasks: readonly HandInEntry[];
  readonly fingerprint: {
    /** By lab: the short code of what its solver answers to its fixed requests (fingerprint/summary.ts). */
    readonly labs: Readonly<Record<string, string>>;
    /** By lab and task: of the numbers measured. */
    readonly measured: Readonly<Record<string, string>>;
  };
}

/** Bit for bit: of names and values, in order. */
export const measuredHash = (measured: readonly Measured[]): string =>
  hashOf(measured.flatMap(({ name, value }) => [name, Float64Array.of(value)]));

export const entryKey = ({ lab, task }: Pick<Undated, "lab" | "task">) => `${lab}/${task}`;

/** What a person has typed or a file says of one: a line without control characters, not too long. */
export const cleanName = (text: string): string =>
  text
    .replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, LONGEST_WHO)
    .trim();

/** For who reads the file: what was measured, beside what was asked. The teacher's page does not read it. */
const verdictOf = (measured: readonly Measured[]): string =>
  measured
    .map((each) => `${each.name}: ${each.value} ${each.relation} ${each.bound} ${holds(each) ? "yes" : "no"}`)
    .join("; ");

const isScalar = (value: unknown) => typeof value !== "object" || value === null;

/** JSON with a line for each field, but a list of numbers or texts, and one measured number, in one line. */
function readable(value: unknown, margin = ""): string {
  const inner = `${margin}  `;
  if (Array.isArray(value)) {
    if (value.every(isScalar)) return writeJson(value);
    return `[\n${value.map((each) => inner + readable(each, inner)).join(",\n")}\n${margin}]`;
  }
  if (!isObject(value)) return writeJson(value);
  const fields = Object.entries(value);
  if (fields.length === 0 || ("relation" in value && fields.every(([, each]) => isScalar(each))))
    return writeJson(value);
  const lines = fields.map(([name, each]) => `${inner}${JSON.stringify(name)}: ${readable(each, inner)}`);
  return `{\n${lines.join(",\n")}\n${margin}}`;
}

export function writeHandIn({ program, who, tasks, fingerprint }: HandIn): string {
  const entries = tasks.map(({ lab, task, statement, done, fields, inputs, measured, at }) => ({
    ...{ lab, task, statement, done, verdict: verdictOf(measured), fields, inputs, measured },
    ...(at === null ? {} : { at }),
  }));
  const file = { proofground: "hand-in", version: VERSION, program, who, tasks: entries, fingerprint };
  return `${readable(file)}\n`;
}

export type HandInFault = "too-large" | "not-json" | "not-hand-in" | "version" | "too-deep" | "too-many" | "damaged";
export interface ReadHandIn extends HandIn {
  /** Entries that are none. */
  readonly unread: number;
}

/** Whether nothing in it lies deeper than that. */
function isFlat(value: unknown, depth = DEEPEST): boolean {
  if (isScalar(value)) return true;
  return depth > 0 && Object.values(value as object).every((each) => isFlat(each, depth - 1));
}

function readEntry(parsed: unknown): HandInEntry | null {
  const answer = readUndated(parsed);
  const { statement, done, at = null }: Readonly<Record<string, unknown>> = Object(parsed);
  if (answer === null || typeof statement !== "string" || typeof done !== "boolean") return null;
  if (statement.length > LONGEST_WHO || (at !== null && !isTime(at))) return null;
  return { ...answer, statement, done, at };
}

/** The texts of an object by name: codes, and nothing else. */
function readCodes(parsed: unknown, isKey: (name: string) => boolean): Readonly<Record<string, string>> {
  const found = isObject(parsed) ? Object.entries(parsed).slice(0, MOST_TASKS) : [];
  return Object.fromEntries(
    found.filter((each): each is [string, string] => isKey(each[0]) && typeof each[1] === "string" && isName(each[1])),
  );
}

/** @param text of a file from anywhere */
export function readHandIn(text: string): ReadHandIn | { readonly fault: HandInFault } {
  if (text.length > LONGEST_FILE) return { fault: "too-large" };
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return { fault: "not-json" };
  }
  if (!isObject(parsed) || parsed.proofground !== "hand-in") return { fault: "not-hand-in" };
  if (!isFlat(parsed)) return { fault: "too-deep" };
  const { version, program, who, tasks, fingerprint } = parsed;
  if (version !== VERSION) return { fault: "version" };
  if (typeof program !== "string" || typeof who !== "string" || !Array.isArray(tasks)) return { fault: "damaged" };
  if (tasks.length > MOST_TASKS) return { fault: "too-many" };
  const entries = tasks.map(readEntry).filter((entry) => entry !== null);
  const { labs, measured } = isObject(fingerprint) ? fingerprint : {};
  return {
    program: cleanName(program),
    who: cleanName(who),
    tasks: entries,
    fingerprint: {
      labs: readCodes(labs, isName),
      measured: readCodes(measured, (name) => name.split("/").every(isName)),
    },
    unread: tasks.length - entries.length,
  };
}
