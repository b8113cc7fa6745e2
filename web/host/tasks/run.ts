// One task as it runs: the judge is asked whenever the state or an input changes; its newest answer stays on show until the next one.
import type { Client, Store } from "../lab.ts";
import { startInputs } from "./judge.ts";
import { isRefused, type TaskFrame, type TaskRequest } from "./request.ts";
import type { InputValues, Measured, Task } from "./task.ts";

export interface RunOptions {
  readonly store: Pick<Store<object>, "state" | "subscribe">;
  readonly task: Task;
  /** Its own: it ends with it. */
  readonly judge: Pick<Client<TaskRequest, TaskFrame>, "solve" | "onframe" | "onstatus" | "dispose">;
  /** Something that is on show has changed. */
  changed(): void;
  /** Whether it is done has turned. @param by what was judged */
  turned(done: boolean, measured: readonly Measured[], by: TaskRequest): void;
}

export class TaskRun {
  readonly task: Task;
  inputs: InputValues;
  /** The newest answer; null: there is none yet. */
  frame: TaskFrame | null = null;
  /** Why there will be no answer to what is on screen. */
  trouble: "failed" | "unavailable" | null = null;
  readonly #options: RunOptions;
  #asked: TaskRequest | null = null;
  #answered: TaskRequest | null = null;
  readonly #unsubscribe: () => void;

  constructor(options: RunOptions) {
    const { store, task, judge } = options;
    this.#options = options;
    this.task = task;
    this.inputs = startInputs(task);
    judge.onframe((frame, request) => this.#receive(frame, request));
    judge.onstatus((status) => {
      const failed = status.phase === "refused" || (status.phase === "restarted" && status.gaveUp);
      this.trouble = failed ? "failed" : status.phase === "unavailable" ? "unavailable" : null;
      this.#options.changed();
    });
    this.#unsubscribe = store.subscribe(() => this.#ask());
    this.#ask();
  }

  /** Whether the newest answer is about what is on screen. */
  get current(): boolean {
    return this.#answered === this.#asked;
  }

  get measured(): readonly Measured[] {
    return this.frame && "measured" in this.frame ? this.frame.measured : [];
  }

  get done(): boolean {
    return this.frame !== null && "done" in this.frame && this.frame.done;
  }

  /** The solver's sentence where it does not take the state. */
  get refused(): string | null {
    return this.frame && isRefused(this.frame) ? this.frame.refused : null;
  }

  set(id: string, value: InputValues[string]): void {
    this.inputs = { ...this.inputs, [id]: value };
    this.#ask();
  }

  /** The inputs as the task begins. */
  again(): void {
    this.inputs = startInputs(this.task);
    this.#ask();
  }

  dispose(): void {
    this.#unsubscribe();
    this.#options.judge.dispose();
  }

  #ask(): void {
    const { store, task, judge } = this.#options;
    this.#asked = { task: task.id, state: store.state, inputs: this.inputs };
    judge.solve(this.#asked);
    this.#options.changed();
  }

  #receive(frame: TaskFrame, request: TaskRequest): void {
    const before = this.done;
    this.frame = frame;
    this.#answered = request;
    if (this.done !== before) this.#options.turned(this.done, this.measured, request);
    this.#options.changed();
  }
}
