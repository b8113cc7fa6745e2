// The page in the frame, as it tells of itself: which statement is open, what each has come to, and the address of its state.

export interface Told {
  readonly lab: string;
  /** The open statement. */
  readonly open: string | null;
  /** Each statement's newest verdict, where it is not broken on purpose. */
  readonly holds: ReadonlySet<string>;
  /** The tasks that are done, of any lab that has been open. */
  readonly tasks: ReadonlySet<string>;
  /** The address of the whole page with its state; null: too much for a link. */
  readonly link: string | null;
}

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const text = (value: unknown): string | null => (typeof value === "string" ? value : null);

/** Longest that is taken of what the frame says. */
const LONGEST_LINK = 2_000_000;

/** Follows the messages of one frame. */
export class Follower {
  #lab = "";
  #open: string | null = null;
  #link: string | null = null;
  readonly #holds = new Set<string>();
  readonly #tasks = new Set<string>();

  get told(): Told {
    return { lab: this.#lab, open: this.#open, holds: this.#holds, tasks: this.#tasks, link: this.#link };
  }

  /**
   * @param data of a message from the frame
   * @returns "ready" where the frame begins to listen, "changed" where what it told is new; null for what is none of ours
   */
  take(data: unknown): "ready" | "changed" | null {
    if (!isFields(data) || data.proofground !== 1) return null;
    const lab = text(data.lab);
    if (lab === null) return null;
    switch (data.type) {
      case "ready":
        this.#enter(lab);
        this.#open = text(data.q);
        return "ready";
      case "state": {
        if (!isFields(data.state)) return null;
        this.#enter(lab);
        const link = text(data.link);
        this.#open = text(data.state.claim);
        this.#link = link !== null && link.length <= LONGEST_LINK ? link : null;
        return "changed";
      }
      case "task": {
        const task = text(data.task);
        if (task === null) return null;
        if (data.done === true) this.#tasks.add(task);
        else this.#tasks.delete(task);
        return "changed";
      }
      case "verdict":
        this.#enter(lab);
        return this.#judge(data) ? "changed" : null;
      case "verdicts": {
        if (!Array.isArray(data.verdicts)) return null;
        this.#enter(lab);
        for (const one of data.verdicts) if (isFields(one)) this.#judge(one);
        return "changed";
      }
      default:
        return null;
    }
  }

  #enter(lab: string): void {
    if (lab === this.#lab) return;
    this.#lab = lab;
    this.#open = null;
    this.#holds.clear();
  }

  #judge({ q, verdict, broken }: Fields): boolean {
    if (typeof q !== "string") return false;
    if (verdict === "pass" && broken === false) this.#holds.add(q);
    else this.#holds.delete(q);
    return true;
  }
}
