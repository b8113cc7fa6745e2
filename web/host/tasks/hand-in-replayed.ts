// What becomes of an answer that is judged anew.
import type { Judgement } from "./judge.ts";
import type { TaskFrame } from "./request.ts";

export type Replayed =
  | TaskFrame
  /** It is about nothing that is here. */
  | { readonly unknown: "lab" | "task" }
  /** The solver could not be loaded, or failed on it. */
  | { readonly failed: string };

export const isJudged = (replayed: Replayed): replayed is Judgement => "done" in replayed;
