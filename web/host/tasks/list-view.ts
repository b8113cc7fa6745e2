// The list of a lab's tasks, by statement.
import { html, nothing, type TemplateResult } from "lit";
import { format } from "../messages/format.ts";
import { en as predict } from "../messages/predict.en.ts";
import { en as words } from "../messages/tasks.en.ts";
import type { WordedTask } from "./table.ts";
import type { Task } from "./task.ts";

export interface ListState {
  /** Those that are listed. */
  readonly tasks: readonly WordedTask[];
  /** Ids of those that are done. */
  readonly done: ReadonlySet<string>;
  /** Whether only the open statement's are listed; null: no statement is open. */
  readonly filter: boolean | null;
  /** Whether controls ask what is expected before they show it. */
  readonly predicts: boolean;
  /** What a task was begun from can be had back. */
  readonly offers: boolean;
  /** Not all are listed, and may be. */
  readonly more: boolean;
}

export interface ListActions {
  begin(task: WordedTask): void;
  filter(only: boolean): void;
  predict(on: boolean): void;
  restore(): void;
  all(): void;
  /** The sheet that writes a file of all that is done. */
  handIn(): void;
  close(): void;
}

const LEVELS = 3;

/** Its level and its minutes: words, and as many marks. */
export function effort({ level, minutes }: Task): TemplateResult {
  return html`<span class="tasks-effort"
    ><span class="tasks-level" aria-hidden="true">${"●".repeat(level)}${"○".repeat(LEVELS - level)}</span> ${words.level[level]}</span
  ><span class="tasks-effort">${format(words.minutes, { minutes })}</span>`;
}

/** Whether something is done: a sign, a word and a colour. */
export const mark = (done: boolean, word: string): TemplateResult =>
  html`<span class="tasks-mark" ?data-done=${done}><span aria-hidden="true">${done ? "✓" : "○"}</span> ${word}</span>`;

function row(each: WordedTask, done: boolean, begin: ListActions["begin"]): TemplateResult {
  const { task } = each;
  return html`<li>
    <button type="button" class="tasks-row" data-task=${task.id} @click=${() => begin(each)}>
      <span class="tasks-name">${each.words.title}</span>
      ${effort(task)} ${mark(done, done ? words.done : words.notDone)}
    </button>
  </li>`;
}

function groups({ tasks, done }: ListState, begin: ListActions["begin"]): TemplateResult[] {
  const claims = [...new Set(tasks.map(({ task }) => task.claim))];
  return claims.map((claim) => {
    const own = tasks.filter(({ task }) => task.claim === claim);
    const { name, title } = own[0]?.statement ?? { name: claim, title: "" };
    return html`<section class="tasks-group" data-statement=${claim}>
      <h3><span class="tasks-statement">${name}</span> ${title}</h3>
      <ul>
        ${own.map((each) => row(each, done.has(each.task.id), begin))}
      </ul>
    </section>`;
  });
}

export function listView(state: ListState, actions: ListActions): TemplateResult {
  const { tasks, done, filter, predicts, offers, more } = state;
  const count = tasks.filter(({ task }) => done.has(task.id)).length;
  const button = (name: string, text: string, act: () => void) =>
    html`<button type="button" class="button" data-tasks=${name} @click=${act}>${text}</button>`;
  return html`<div class="tasks-head">
      <h2>${words.heading}</h2>
      <p class="tasks-count">${format(words.doneOf, { done: count, count: tasks.length })}</p>
      ${
        filter === null
          ? nothing
          : html`<label class="tasks-filter"
              ><input type="checkbox" .checked=${filter} @change=${(event: Event) => actions.filter((event.target as HTMLInputElement).checked)} />
              ${words.filter}</label
            >`
      }
      <label class="tasks-filter" title=${predict.listHint}
        ><input type="checkbox" role="switch" data-tasks="predict" .checked=${predicts} @change=${(event: Event) => actions.predict((event.target as HTMLInputElement).checked)} />
        ${predict.list}</label
      >
      <div class="tasks-buttons">
        ${more ? button("all", words.all, actions.all) : nothing}
        ${button("hand-in", words.handIn, actions.handIn)} ${button("close", words.close, actions.close)}
      </div>
    </div>
    ${offers ? html`<p class="tasks-offer">${words.left} ${button("restore", words.restore, actions.restore)}</p>` : nothing}
    <div class="tasks-groups">
      ${tasks.length === 0 ? html`<p class="muted">${words.noneOpen}</p>` : groups(state, actions.begin)}
    </div>`;
}
