import type { Attempt } from "../../../web/host/tasks/task.ts";

/** By task: answers near the goal that are none. `why` is for the reader of a failing test. */
export type WrongAnswers<State = object> = Readonly<
  Record<string, readonly (Attempt<State> & { readonly why: string })[]>
>;
