// Where a user is in a tour: which step, whether it is done, and what came of it.
import type { Seen, Tour } from "./step.ts";

export class Progress {
  readonly tour: Tour;
  /** The step, from 0. */
  at: number;
  /** What came of it; null: it is still to be done. */
  came: string | null = null;
  /** It was done before it was asked for. */
  already = false;
  private before: Seen;
  /** What the step waits for has been judged since the step began: what comes of it from now on, comes of what the user does. */
  private judged = false;

  /** @param from the step to begin with; one that there is not begins anew */
  constructor(tour: Tour, from: number, now: Seen) {
    this.tour = tour;
    this.at = Number.isInteger(from) && from >= 0 && from < tour.length ? from : 0;
    this.before = now;
    this.begin(now);
  }

  get last(): boolean {
    return this.at === this.tour.length - 1;
  }

  private begin(now: Seen): void {
    this.before = now;
    this.came = null;
    this.judged = false;
    this.look(now);
  }

  /** What is done stays done; its sentence keeps to the newest numbers. @returns whether anything is new */
  look(now: Seen): boolean {
    const step = this.tour[this.at];
    const came = step?.came(now, this.before) ?? this.came;
    const fresh = came !== this.came;
    this.came = came;
    if (!this.judged) {
      this.already = came !== null;
      this.judged = step?.claim === undefined || now.results.has(step.claim);
    }
    return fresh;
  }

  /** @param by 1: the next step, done or not; -1: the one before */
  go(by: 1 | -1, now: Seen): void {
    this.at = Math.max(0, Math.min(this.tour.length - 1, this.at + by));
    this.begin(now);
  }
}
