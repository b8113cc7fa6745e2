// What a lab gives for its tasks (labs/<id>/tasks.ts): one table, without words, which page, worker and tests read. A task is a small goal
// on a statement. Whether it is reached is measured by the solver: numbers beside their bounds, and nothing else, decide.
import type { Proofground } from "../../../wasm/lib/types.ts";

/** One number that decides, beside what is asked of it. */
export interface Measured {
  /** A key of `measured` in the task's words. */
  readonly name: string;
  readonly value: number;
  readonly relation: "<" | "<=" | ">" | ">=" | "=" | "!=";
  readonly bound: number;
}

/** What a task asks for besides the lab's own controls. */
export type Input =
  | {
      readonly kind: "number";
      readonly id: string;
      readonly min: number;
      readonly max: number;
      readonly step?: number;
      readonly integer?: boolean;
      readonly start: number;
    }
  /** Nothing is chosen at first. */
  | { readonly kind: "choice"; readonly id: string; readonly options: readonly string[] };

/** By the inputs' ids; null: not chosen yet. */
export type InputValues = Readonly<Record<string, number | string | null>>;

/** An answer to a task, or the part of it that differs from the start. */
export interface Attempt<State = object> {
  readonly state?: Partial<State>;
  readonly inputs?: InputValues;
}

export interface Task<State = object> {
  /** The claim's id, a dash and a short name: "1c1-wide". No other task has it. */
  readonly id: string;
  readonly claim: string;
  /** 1: a first touch; 3: it takes an idea. */
  readonly level: 1 | 2 | 3;
  /** What it takes a student who has proved the statement, minutes. */
  readonly minutes: number;
  /** Fields of the state that it starts from, as a link has them: laid over the starting state that they name, or the initial one. */
  readonly start: Partial<State>;
  /** Names of fields or parts, as a link's `lock` takes them: an answer that changes one of these fields is none. */
  readonly lock: readonly string[];
  readonly inputs?: readonly Input[];
  /**
   * Runs in the worker, in Node and on the teacher's page: the same numbers everywhere.
   * @returns what decides, never empty; done where all of it holds. A goal that cannot be measured yet has NaN, which never holds
   * @throws ProofgroundError where the solver refuses the state
   */
  judge(pg: Proofground, state: Readonly<State>, inputs: InputValues): readonly Measured[];
  /** One answer that is done: a test replays it. */
  readonly solution: Attempt<State>;
}

/** What a task says, in `labs/<id>/messages/tasks.*.ts`, by its id. */
export interface TaskWords {
  readonly title: string;
  /** The goal, one or two sentences. */
  readonly ask: string;
  /** One or two sentences; it costs nothing. */
  readonly hint: string;
  /** By name: what is measured, a few words; its relation and bound are written behind it. */
  readonly measured: Readonly<Record<string, string>>;
  /** By input. A choice has its options' texts by code. */
  readonly inputs?: Readonly<
    Record<string, { readonly label: string; readonly options?: Readonly<Record<string, string>> }>
  >;
}

export type AllTaskWords = Readonly<Record<string, TaskWords>>;

/** Checks that the tasks fit the lab, then forgets its state's type: all are taken alike. */
export function tasks<State extends object>(table: readonly Task<State>[]): readonly Task[] {
  return table as unknown as readonly Task[];
}
