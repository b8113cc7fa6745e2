// What a lab gives the page for teachers (labs/<id>/course.ts): what each of its statements needs beforehand, and what is done with them in
// class and at home. Minutes of tasks are the tasks' own.
import type { topics } from "./messages/topics.en.ts";

/** Something to know beforehand that no statement here proves. */
export type Topic = keyof typeof topics;

export interface Needs {
  readonly knows: readonly Topic[];
  /** Statements that come first, of any lab: those that it is about or that its proof uses. */
  readonly after: readonly string[];
}

/** What is done in class, in this order. */
export type Part =
  /** On a claim's example: a control asks what is expected before it shows what it does. @see ../host/predict/prediction.ts */
  | { readonly act: "predict"; readonly minutes: number; readonly claim: string; readonly question: string }
  | { readonly act: "prove"; readonly minutes: number; readonly claims: readonly string[] }
  /** The lab's example by hand, opened from this claim. */
  | { readonly act: "worked"; readonly minutes: number; readonly claim: string }
  | { readonly act: "solve"; readonly tasks: readonly string[] };

export interface Lesson {
  readonly parts: readonly Part[];
  /** Statements that are read at home: those that no part proves. */
  readonly read: readonly string[];
  /** Tasks that are homework. */
  readonly home: readonly string[];
}

/** The courses that there are a plan for: a session for each problem, which its labs share. Minutes. */
export const PLANS = {
  long: { minutes: 120, review: 5 },
  short: { minutes: 60, review: 3 },
} as const;
export type Plan = keyof typeof PLANS;

export interface Course {
  /** By claim: all of the lab's. */
  readonly needs: Readonly<Record<string, Needs>>;
  /** Its share of each plan's session. */
  readonly lessons: Readonly<Record<Plan, Lesson>>;
}
