// What the judge in the worker is sent, and what it sends back: one frame for each request.
import type { Judgement, Unfit } from "./judge.ts";
import type { InputValues } from "./task.ts";

export interface TaskRequest {
  /** The task's id. */
  readonly task: string;
  /** The whole state: read (taskState of judge.ts) where it comes from a file. */
  readonly state: object;
  readonly inputs: InputValues;
}

/** A state that the solver refuses is an answer like any other: its sentence. */
export interface Refused {
  readonly refused: string;
}

export type TaskFrame = Judgement | Unfit | Refused;

export const isRefused = (frame: TaskFrame): frame is Refused => "refused" in frame;
