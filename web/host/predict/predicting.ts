// One prediction after the other: a change that waits, what is expected of it, and what came. Knows no page.
import { type Expected, judge, type Outcome, type Value } from "./judge.ts";
import type { Known, Prediction, Question } from "./prediction.ts";

/** A change that waits. */
export interface Held {
  readonly field: string;
  readonly value: unknown;
}

export type Phase =
  | { readonly is: "rest" }
  | { readonly is: "asking"; readonly held: Held; readonly question: Question; readonly expected: Expected | null }
  /** The change has gone through; its answer is on the way. */
  | {
      readonly is: "waiting";
      readonly held: Held;
      readonly question: Question;
      readonly expected: Expected;
      readonly before: Value;
    }
  | { readonly is: "shown"; readonly held: Held; readonly question: Question; readonly outcome: Outcome };

const REST: Phase = { is: "rest" };
const fieldOf = (state: object, field: string): unknown => state[field as keyof object];

export class Predicting {
  phase: Phase = REST;
  /** Of this visit: how many were as expected, of how many. */
  right = 0;
  count = 0;
  readonly #table: readonly Prediction[];
  /** How often each control has asked. */
  readonly #asked = new Map<string, number>();

  constructor(table: readonly Prediction[]) {
    this.#table = table;
  }

  /** Fields whose controls ask. */
  get fields(): readonly string[] {
    return this.#table.map(({ field }) => field);
  }

  /** @returns whether this change waits; it does not where there is nothing to ask, or nothing is known to compare with */
  hold(held: Held, known: Known): boolean {
    const { phase } = this;
    if (phase.is === "asking" && phase.held.field === held.field) {
      if (fieldOf(known.state, held.field) === held.value) this.drop();
      else this.phase = { ...phase, held };
      return true;
    }
    const question = this.#next(held.field, known);
    if (question === null || fieldOf(known.state, held.field) === held.value) return false;
    this.#asked.set(held.field, (this.#asked.get(held.field) ?? 0) + 1);
    this.phase = { is: "asking", held, question, expected: emptyOf(question, known) };
    return true;
  }

  #next(field: string, known: Known): Question | null {
    const all = this.#table.find((each) => each.field === field)?.questions ?? [];
    const fit = all.filter((each) => (each.applies?.(known.state) ?? true) && isValue(each.read(known)));
    return fit[(this.#asked.get(field) ?? 0) % Math.max(1, fit.length)] ?? null;
  }

  expect(expected: Expected | null): void {
    if (this.phase.is === "asking") this.phase = { ...this.phase, expected };
  }

  /** Whether it is known what to compare with: it is not while the solver is at work on something else that has changed. */
  ready(known: Known): boolean {
    const { phase } = this;
    return phase.is === "asking" && phase.expected !== null && isValue(phase.question.read(known));
  }

  /** @returns the change that goes through now; null where it still waits */
  show(known: Known): Held | null {
    const { phase } = this;
    if (phase.is !== "asking" || phase.expected === null) return null;
    const { held, question, expected } = phase;
    const before = question.read(known);
    if (!isValue(before)) return null;
    this.phase = { is: "waiting", held, question, expected, before };
    return held;
  }

  /** @returns the change that goes through without a prediction; null where none waits */
  skip(): Held | null {
    const { phase } = this;
    this.drop();
    return phase.is === "asking" ? phase.held : null;
  }

  drop(): void {
    this.phase = REST;
  }

  /** State or answers have changed. @returns whether a prediction has been judged now */
  look(known: Known): boolean {
    const { phase } = this;
    if (phase.is === "rest") return false;
    const now = fieldOf(known.state, phase.held.field);
    if (phase.is === "asking") {
      // Something else has made the change.
      if (now === phase.held.value) this.drop();
      else if (phase.question.kind === "set" && phase.expected?.kind === "set") {
        const n = phase.question.points(known.state).length;
        if (n !== phase.expected.points.length) this.expect(emptyOf(phase.question, known));
      }
      return false;
    }
    // Undone, or changed once more: it is about what is no longer there.
    if (now !== phase.held.value) this.drop();
    if (phase.is !== "waiting" || this.phase !== phase) return false;
    const { held, question, expected, before } = phase;
    const after = question.read(known);
    if (!isValue(after)) return false;
    const outcome = judge(question, { expected, before, after, state: known.state });
    this.phase = outcome === null ? REST : { is: "shown", held, question, outcome };
    if (outcome !== null) this.count += 1;
    if (outcome?.right) this.right += 1;
    return outcome !== null;
  }
}

/** Of a set nothing is picked at first, which may be what is expected. */
function emptyOf(question: Question, { state }: Known): Expected | null {
  return question.kind === "set" ? { kind: "set", points: question.points(state).map(() => false) } : null;
}

function isValue(value: Value | null): value is Value {
  return value !== null && !(typeof value === "number" && Number.isNaN(value));
}
