// One visit: what the platform kept is taken up, what the page tells becomes progress, and is recorded as it grows.
import type { Told } from "./frame.ts";
import { type LessonStatus, type Lms, timespan } from "./lms.ts";
import { read, write } from "./record.ts";
import { type Result, resultOf } from "./rule.ts";

/** What a visit is for. */
export interface Goal {
  /** Of statements: a statement of another lab is none of it. Of tasks: where the page opens. */
  readonly lab: string;
  readonly kind: "statements" | "tasks";
  /** What there is to open or to do, in the order of the assignment or of the link. */
  readonly wanted: readonly string[];
}

/** What the state has come to at the platform. */
export type Keeping = "nothing" | "kept" | "too-large" | "no-link";

export class Visit {
  readonly goal: Goal;
  /** The address that the platform kept, for the frame; null: none. */
  readonly address: string | null;
  readonly #lms: Lms | null;
  readonly #done: Set<string>;
  /** Whether anything may be recorded: not in a review. */
  readonly #records: boolean;
  readonly #begun: number;
  readonly #now: () => number;
  #last = { status: "", score: "", data: "" };
  #keeping: Keeping = "nothing";

  /** @param lms begun already; null: none @param now in ms */
  constructor(goal: Goal, lms: Lms | null, now: () => number = () => performance.now()) {
    this.goal = goal;
    this.#lms = lms;
    this.#now = now;
    this.#begun = now();
    const data = lms?.get("cmi.suspend_data") ?? "";
    const kept = read(data, goal.wanted);
    this.#done = new Set(kept?.done);
    this.address = kept?.address ?? null;
    const mode = lms?.get("cmi.core.lesson_mode") ?? "";
    this.#records = lms !== null && mode !== "browse" && mode !== "review";
    this.#last.status = lms?.get("cmi.core.lesson_status") ?? "";
    this.#last.score = lms?.get("cmi.core.score.raw") ?? "";
    this.#last.data = data;
    if (this.#records && lms !== null) {
      lms.set("cmi.core.score.min", "0", true);
      lms.set("cmi.core.score.max", "100", true);
      this.#record();
    }
  }

  get records(): boolean {
    return this.#records;
  }
  get done(): ReadonlySet<string> {
    return this.#done;
  }
  get result(): Result {
    return resultOf(this.goal.wanted, this.#done);
  }
  get keeping(): Keeping {
    return this.#keeping;
  }

  /** @returns whether something has become done; it stays so, whatever is tried afterwards */
  follow({ lab, open, holds, tasks, link }: Told): boolean {
    const { kind, wanted } = this.goal;
    // Another lab of the same page has other statements.
    if (kind === "statements" && lab !== this.goal.lab) return false;
    const before = this.#done.size;
    const reached = kind === "tasks" ? [...tasks] : open !== null && holds.has(open) ? [open] : [];
    for (const id of reached) if (wanted.includes(id)) this.#done.add(id);
    const grown = this.#done.size > before;
    if (this.#records) this.#keep(link);
    if (grown && this.#records) {
      this.#record();
      this.#lms?.commit();
    }
    return grown;
  }

  /** What may wait a little: the state. @returns whether the platform has all that it was given */
  save(): boolean {
    return this.#lms?.commit() ?? false;
  }

  end(): void {
    const lms = this.#lms;
    if (lms === null || !lms.open) return;
    if (this.#records) {
      this.#record();
      lms.set("cmi.core.session_time", timespan(this.#now() - this.#begun));
      // Also when all is done: without it a platform may forget the state.
      lms.set("cmi.core.exit", "suspend");
    }
    lms.finish();
  }

  #keep(link: string | null): void {
    const address = link === null ? null : (link.split("#")[1] ?? "");
    const { text, whole } = write({ done: [...this.#done], address: address === "" ? null : address });
    const set = text === this.#last.data || (this.#lms?.set("cmi.suspend_data", text) ?? false);
    if (set) this.#last.data = text;
    if (!set) this.#keeping = "nothing";
    else if (link === null) this.#keeping = "no-link";
    else this.#keeping = whole || address === "" ? "kept" : "too-large";
  }

  #record(): void {
    const { status, score } = this.result;
    // A platform that has its own idea of passing, or a teacher, may have said more than "completed": it stays.
    const settled: readonly LessonStatus[] = ["passed", "completed", "failed"];
    const stays = settled.includes(this.#last.status as LessonStatus);
    if (!stays && this.#last.status !== status && this.#lms?.set("cmi.core.lesson_status", status))
      this.#last.status = status;
    const raw = String(score);
    // Never less than the platform has: it may have forgotten the statements, or a teacher has graded.
    const grown = this.#last.score === "" || score > Number(this.#last.score);
    if (grown && this.#lms?.set("cmi.core.score.raw", raw)) this.#last.score = raw;
  }
}
