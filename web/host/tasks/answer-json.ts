// Answers as text and back: what is kept and what is handed in has the same form. Read from anywhere: whatever is not an answer is
// none. The fields of its state are not judged here, but where they are used (taskState of judge.ts).
import type { TaskAnswer } from "./answer.ts";
import type { InputValues, Measured } from "./task.ts";

/** Longest lists and texts of an answer: more than any task has. */
const MOST_ENTRIES = 50;
const LONGEST_NAME = 80;
const RELATIONS = ["<", "<=", ">", ">=", "=", "!="] as const satisfies readonly Measured["relation"][];
/** What JSON has no number for. */
const WITHOUT_END = ["Infinity", "-Infinity", "NaN"];

/** JSON, with the numbers that it lacks as texts. @param indent 0: in one line */
export const writeJson = (value: unknown, indent = 0): string =>
  JSON.stringify(
    value,
    (_, each: unknown) => (typeof each === "number" && !Number.isFinite(each) ? String(each) : each),
    indent,
  );

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
export const isName = (value: unknown): value is string =>
  typeof value === "string" && value.length <= LONGEST_NAME && /^[\w.-]+$/.test(value);

/** Whole seconds, UTC. */
export const timeOf = (date: Date): string => `${date.toISOString().slice(0, 19)}Z`;
export const isTime = (value: unknown): value is string =>
  typeof value === "string" &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value) &&
  !Number.isNaN(Date.parse(value)) &&
  timeOf(new Date(value)) === value;

function numberOf(value: unknown): number | null {
  if (typeof value === "number") return value;
  return typeof value === "string" && WITHOUT_END.includes(value) ? Number(value) : null;
}

function readMeasured(value: unknown): Measured | null {
  if (!isObject(value)) return null;
  const { name, relation: said, value: measured, bound: asked } = value;
  const [number, bound] = [numberOf(measured), numberOf(asked)];
  const relation = RELATIONS.find((each) => each === said);
  if (!isName(name) || relation === undefined || number === null || bound === null) return null;
  return { name, value: number, relation, bound };
}

function readInputs(value: unknown): InputValues | null {
  if (!isObject(value)) return null;
  const entries = Object.entries(value);
  const fits = ([name, given]: readonly [string, unknown]) =>
    isName(name) && (given === null || isName(given) || (typeof given === "number" && Number.isFinite(given)));
  return entries.length <= MOST_ENTRIES && entries.every(fits) ? (value as InputValues) : null;
}

/** All of an answer but its time, which a hand-in may leave out. */
export type Undated = Omit<TaskAnswer, "at">;

/** @param parsed from anywhere  @returns null where it is no answer, whenever it was given */
export function readUndated(parsed: unknown): Undated | null {
  if (!isObject(parsed)) return null;
  const { lab, task, fields } = parsed;
  const inputs = readInputs(parsed.inputs);
  if (!isName(lab) || !isName(task) || !isObject(fields) || inputs === null) return null;
  if (!Array.isArray(parsed.measured) || parsed.measured.length > MOST_ENTRIES) return null;
  const measured = parsed.measured.map(readMeasured);
  if (!measured.every((each) => each !== null)) return null;
  return { lab, task, fields, inputs, measured };
}

/** @param parsed from anywhere  @returns null where it is no answer */
export function readAnswer(parsed: unknown): TaskAnswer | null {
  const answer = readUndated(parsed);
  const { at }: { at?: unknown } = Object(parsed);
  return answer !== null && isTime(at) ? { ...answer, at } : null;
}
