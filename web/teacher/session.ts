// All that the page knows: files that were read, their answers, and the replay that goes through them.
import type { LabEntry } from "../host/entry.ts";
import { format } from "../host/messages/format.ts";
import { MOST_TASKS, readHandIn } from "../host/tasks/hand-in.ts";
import { createReplay, type Replay } from "../host/tasks/hand-in-replay.ts";
import { tasksOf } from "../host/tasks/table.ts";
import { type Found, LARGEST_FILE, MEGABYTE, MOST_FILES, textOf } from "./files.ts";
import { findingOf } from "./finding.ts";
import { en as words } from "./messages/teacher.en.ts";
import { OWN } from "./own.ts";
import { type HandedIn, type Known, type Row, rowsOf } from "./rows.ts";
import { markTwins } from "./twins.ts";

export class Session {
  readonly #labs: readonly LabEntry[];
  readonly #onchange: () => void;
  /** By lab. */
  known: Known = new Map();
  files: readonly HandedIn[] = [];
  rows: readonly Row[] = [];
  /** Sentences. */
  refused: readonly string[] = [];
  /** Files that are being read. */
  reading = 0;
  #replay: Replay | null = null;
  readonly #texts = new Map<string, string>();
  #pasted = 0;

  constructor(labs: readonly LabEntry[], onchange: () => void) {
    this.#labs = labs;
    this.#onchange = onchange;
  }

  get running(): boolean {
    return this.#replay !== null;
  }
  get replayed(): number {
    return this.rows.filter(({ replayed }) => replayed !== null).length;
  }

  /** The tasks of all labs. @throws where they cannot be loaded */
  async load(): Promise<void> {
    const loaded = await Promise.all(
      this.#labs.map(async ({ id, model }) => [id, await tasksOf(id, (await model()).default.claims)] as const),
    );
    this.known = new Map(loaded);
  }

  /** The ids of all tasks, lab by lab. */
  get order(): readonly string[] {
    return [...this.known.values()].flatMap((tasks) => tasks.map(({ task }) => task.id));
  }

  paste(text: string): Promise<void> {
    const name = format(words.take.pasted, { n: ++this.#pasted });
    return this.add([{ name, read: async () => new File([text], name) }]);
  }

  /** Read them, refuse those that are none, and compute the answers of the others. */
  async add(found: readonly Found[]): Promise<void> {
    const room = Math.max(MOST_FILES - this.files.length - this.reading, 0);
    const taken = found.slice(0, room);
    if (found.length > room) this.#refuse(format(words.refused.full, { n: found.length - room, files: MOST_FILES }));
    this.reading += taken.length;
    this.#onchange();
    for (const each of taken) {
      await this.#take(each);
      this.reading--;
      this.#onchange();
    }
    markTwins(this.rows);
    this.start();
  }

  async #take(found: Found): Promise<void> {
    const text = await textOf(found);
    const file = found.name.replace(/\p{C}+/gu, " ").slice(-120);
    const read = typeof text === "string" ? readHandIn(text) : text;
    if ("fault" in read) {
      const limits = { size: LARGEST_FILE / MEGABYTE, tasks: MOST_TASKS };
      this.#refuse(format(words.refused[read.fault], { file, ...limits }));
      return;
    }
    const same = this.#texts.get(String(text));
    if (same !== undefined) {
      this.#refuse(format(words.refused.again, { file, other: same }));
      return;
    }
    this.#texts.set(String(text), file);
    if (read.unread > 0) this.#refuse(format(words.refused.unread, { file, n: read.unread }));
    const handedIn = { file, handIn: read };
    this.files = [...this.files, handedIn];
    this.rows = [...this.rows, ...rowsOf(handedIn, this.known)];
  }

  #refuse(sentence: string): void {
    this.refused = [...this.refused, sentence];
  }

  /** Compute what has not been computed, lab by lab. */
  start(): void {
    if (this.#replay !== null) return;
    const replay = createReplay(this.#labs);
    this.#replay = replay;
    void this.#run(replay);
    this.#onchange();
  }

  /** One lab after another: each has a worker of its own. */
  #waiting(): readonly Row[] {
    const place = ({ entry }: Row) => this.#labs.findIndex(({ id }) => id === entry.lab);
    return this.rows.filter(({ replayed }) => replayed === null).sort((a, b) => place(a) - place(b));
  }

  async #run(replay: Replay): Promise<void> {
    // What has come meanwhile is in the next list.
    for (let waiting = this.#waiting(); waiting.length > 0; waiting = this.#waiting())
      for (const row of waiting) {
        const replayed = await replay.judge(row.entry);
        if (this.#replay !== replay) return;
        row.replayed = replayed;
        row.finding = findingOf(row.entry, row.from.handIn, row.task?.task.claim ?? "", replayed, OWN);
        this.#onchange();
      }
    this.stop();
  }

  /** What has been computed stays. */
  stop(): void {
    const replay = this.#replay;
    this.#replay = null;
    replay?.dispose();
    this.#onchange();
  }

  clear(): void {
    this.stop();
    [this.files, this.rows, this.refused] = [[], [], []];
    this.#texts.clear();
    this.#onchange();
  }
}
