// Judges an answer to a task: the same function in the page's worker, on the teacher's page and in the tests.
import type { Proofground } from "../../../wasm/lib/types.ts";
import { sameValue } from "../equal.ts";
import { isRefusal, type Refusal } from "../fields.ts";
import { readNames } from "../frame/parts.ts";
import type { LabModel } from "../lab.ts";
import { fromFields } from "../url.ts";
import type { Input, InputValues, Measured, Task } from "./task.ts";

export interface Judgement {
  readonly done: boolean;
  readonly measured: readonly Measured[];
}

/** Why an answer is none, whatever it measures. */
export type Unfit =
  /** A field that the task locks is not as at the start; an input has a value that it cannot have. `name`: which. */
  | { readonly unfit: "lock" | "input"; readonly name: string }
  /** Its state is none of this lab. */
  | { readonly unfit: "state"; readonly refusal: Refusal };

export const isUnfit = (value: object): value is Unfit => "unfit" in value;

/** NaN holds nothing. */
export function holds({ value, relation, bound }: Measured): boolean {
  switch (relation) {
    case "<":
      return value < bound;
    case "<=":
      return value <= bound;
    case ">":
      return value > bound;
    case ">=":
      return value >= bound;
    case "=":
      return value === bound;
    case "!=":
      return value !== bound && !Number.isNaN(value);
  }
}

export const isDone = (measured: readonly Measured[]): boolean => measured.length > 0 && measured.every(holds);

/** The inputs as a task begins. */
export const startInputs = ({ inputs = [] }: Task): InputValues =>
  Object.fromEntries(inputs.map((input) => [input.id, input.kind === "number" ? input.start : null]));

function fits(input: Input, value: unknown): boolean {
  if (input.kind === "choice") return value === null || input.options.some((option) => option === value);
  if (typeof value !== "number" || !Number.isFinite(value)) return false;
  return value >= input.min && value <= input.max && (!input.integer || Number.isInteger(value));
}

/** @param given from anywhere; what is left out is as at the start */
export function readInputs(task: Task, given: unknown): { readonly inputs: InputValues } | Unfit {
  const fields: object = typeof given === "object" && given !== null ? given : {};
  const inputs = { ...startInputs(task), ...fields };
  for (const [id, value] of Object.entries(inputs)) {
    const input = task.inputs?.find((each) => each.id === id);
    if (!input || !fits(input, value)) return { unfit: "input", name: id };
  }
  return { inputs };
}

/** The fields of the state that an answer may not change. */
export const lockedFields = (model: LabModel<object>, task: Task): readonly string[] =>
  [...readNames(task.lock.join(","), model, "lock").known].filter((name) => Object.hasOwn(model.table, name));

/**
 * The state that a task starts from, or, with fields of a hand-in, the one that is handed in.
 * @param given from anywhere, as a link carries it: what differs from the starting state that it names
 */
export async function taskState(model: LabModel<object>, given: unknown): Promise<{ readonly state: object } | Unfit> {
  const named = model.base && Object(given)[model.base.key];
  if (typeof named === "string") await model.base?.bring?.(named);
  const read = fromFields(model, given);
  return isRefusal(read) ? { unfit: "state", refusal: read } : read;
}

/** @param state,inputs have been read: taskState, readInputs  @param start the state that the task starts from */
export function judge(
  pg: Proofground,
  { model, task, start }: { readonly model: LabModel<object>; readonly task: Task; readonly start: object },
  state: object,
  inputs: InputValues,
): Judgement | Unfit {
  const [before, now] = [start as Record<string, unknown>, state as Record<string, unknown>];
  const changed = lockedFields(model, task).find((name) => !sameValue(before[name], now[name]));
  if (changed !== undefined) return { unfit: "lock", name: changed };
  const measured = task.judge(pg, state, inputs);
  return { done: isDone(measured), measured };
}

/** All of it, for an answer that comes from a file or a test. */
export async function judgeAnswer(
  pg: Proofground,
  model: LabModel<object>,
  task: Task,
  answer: { readonly fields: unknown; readonly inputs: unknown },
): Promise<Judgement | Unfit> {
  const [start, state] = [await taskState(model, task.start), await taskState(model, answer.fields)];
  if (isUnfit(start)) return start;
  if (isUnfit(state)) return state;
  const inputs = readInputs(task, answer.inputs);
  return isUnfit(inputs) ? inputs : judge(pg, { model, task, start: start.state }, state.state, inputs.inputs);
}
