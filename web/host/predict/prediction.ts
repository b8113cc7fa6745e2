// What a lab gives for "Predict first" (labs/<id>/predict.ts): which controls ask before their effect is shown, for what, and how that is
// read from the solver's answers. A prediction is judged by nothing else.
import type { Answer } from "../tour/step.ts";

/** What is known at one moment: the state on screen, and the newest answers of each kind, of each of the lab's solvers. */
export interface Known<State = object> {
  readonly state: Readonly<State>;
  readonly answers: readonly Answer[];
}

interface Asked<State, Value> {
  /** A key of the lab's words for it; no other question of the lab has it. */
  readonly id: string;
  /** Whether it can be asked of this state. Left out: of every one. */
  readonly applies?: (state: Readonly<State>) => boolean;
  /** @returns null where no answer is about this very state */
  read(known: Known<State>): Value | null;
}

export type Question<State = object> =
  /** Whether a number rises, falls or stays. */
  | (Asked<State, number> & {
      readonly kind: "direction";
      /** A change of at most this counts as none; 0: only none. */
      band(before: number, state: Readonly<State>): number;
    })
  /** Where a number will be. */
  | (Asked<State, number> & {
      readonly kind: "place";
      /** How far off an expected number may be. */
      band(before: number, state: Readonly<State>): number;
      /** Where the main plot has it: at this x, the number is the y. Left out: the plot does not show it. */
      readonly at?: (state: Readonly<State>) => number;
    })
  /** Which of the points something will be true of, as the state orders them. */
  | (Asked<State, readonly boolean[]> & {
      readonly kind: "set";
      /** What is known of each point, few words; as many as there are points. */
      points(state: Readonly<State>): readonly string[];
    });

export interface Prediction<State = object> {
  /** The field of the state that the control changes. */
  readonly field: keyof State & string;
  /** Asked in turn. */
  readonly questions: readonly Question<State>[];
}

/** What a lab says of a question, in `labs/<id>/messages/predict.*.ts`, by its id. */
export interface QuestionWords {
  /** One question; of a place on the plot it takes {at}. */
  readonly ask: string;
  /** What is asked for, as the subject of a sentence; of a place on the plot it takes {at}. */
  readonly name: string;
}
export type AllQuestionWords = Readonly<Record<string, QuestionWords>>;

/** Most points of which a set is asked for: each of them is a button, too. */
export const MOST_PICKED = 40;

/** Checks that the predictions fit the lab, then forgets its state's type: all are taken alike. */
export function predictions<State extends object>(table: readonly Prediction<State>[]): readonly Prediction[] {
  return table as unknown as readonly Prediction[];
}
