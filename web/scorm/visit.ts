// One visit: what the platform kept is taken up, what the page tells becomes progress, and is recorded as it grows.
import type { Told } from "./frame.ts";
import { type LessonStatus, type Lms, timespan } from "./lms.ts";
import { read, write } from "./record.ts";
import { type Result, resultOf } from "./rule.ts";

export interface Task {
  readonly lab: string;
  /** What there is to open, in the order of the assignment. */
  readonly statements: readonly string[];
}

/** What the state has come to at the platform. */
export type Keeping = "nothing" | "kept" | "too-large" | "no-link";

export class Visit {
  readonly task: Task;
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
  constructor(task: Task, lms: Lms | null, now: () => number = () => performance.now()) {
    this.task = task;
    this.#lms = lms;
    this.#now = now;
    this.#begun = now();
    const data = lms?.get("cmi.suspend_data") ?? "";
    const kept = read(data, task.statements);
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
    return resultOf(this.task.statements, this.#done);
  }
  get keeping(): Keeping {
    return this.#keeping;
  }

  /** @returns whether a statement has become done */
  follow({ lab, open, holds, link }: Told): boolean {
    // Another lab of the same page is none of this task's.
    if (lab !== this.task.lab) return false;
    const before = this.#done.size;
    if (open !== null && holds.has(open) && this.task.statements.includes(open)) this.#done.add(open);
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
