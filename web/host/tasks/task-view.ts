// A task that runs: its goal, what it asks for, and what is measured now beside its bounds.
import { html, nothing, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { live } from "lit/directives/live.js";
import type { ValueDetail } from "../control-value.ts";
import { format } from "../messages/format.ts";
import { en as words } from "../messages/tasks.en.ts";
import { holds, isUnfit } from "./judge.ts";
import { effort, mark } from "./list-view.ts";
import { textOf } from "./measured.ts";
import type { TaskRun } from "./run.ts";
import type { WordedTask } from "./table.ts";
import type { Input, InputValues, Measured } from "./task.ts";

export interface TaskState {
  readonly task: WordedTask;
  readonly run: TaskRun;
  /** Where there is little room: one line of it. */
  readonly folded: boolean;
  /** There is another one to go on with. */
  readonly next: boolean;
}

export interface TaskActions {
  input(id: string, value: InputValues[string]): void;
  fold(folded: boolean): void;
  again(): void;
  list(): void;
  next(): void;
}

type InputWords = NonNullable<WordedTask["words"]["inputs"]>[string];

function numberInput(
  input: Extract<Input, { kind: "number" }>,
  value: number,
  label: string,
  set: TaskActions["input"],
) {
  const { id, start, min, max, step, integer } = input;
  const field = {
    ...{ kind: "number" as const, default: start, min, max },
    ...(step === undefined ? {} : { step }),
    ...(integer === undefined ? {} : { integer }),
  };
  const take = ({ detail }: CustomEvent<ValueDetail>) => set(id, Number(detail.value));
  return html`<pg-number
    class="tasks-number" data-input=${id} .field=${field} .value=${value} .label=${label} .symbol=${""} .unit=${""}
    .inputId=${`task-input-${id}`} .hintId=${""} .disabled=${false} @pg-value=${take}
  ></pg-number>`;
}

function choiceInput(
  { id, options }: Extract<Input, { kind: "choice" }>,
  value: InputValues[string],
  { label, options: texts = {} }: InputWords,
  set: TaskActions["input"],
): TemplateResult {
  return html`<fieldset class="tasks-choice" data-input=${id}>
    <legend>${label}</legend>
    ${options.map(
      (option) =>
        html`<label
          ><input type="radio" name="task-input-${id}" value=${option} .checked=${live(option === value)} @change=${() => set(id, option)} />
          <span>${texts[option] ?? option}</span></label
        >`,
    )}
  </fieldset>`;
}

function inputs({ task: { task, words: own }, run }: TaskState, { input: set }: TaskActions): TemplateResult[] {
  return (task.inputs ?? []).map((input) => {
    const said = own.inputs?.[input.id] ?? { label: input.id };
    const value = run.inputs[input.id] ?? null;
    if (input.kind === "choice") return choiceInput(input, value, said, set);
    return numberInput(input, Number(value ?? input.start), said.label, set);
  });
}

function measuredRow(each: Measured, label: string): TemplateResult {
  const { value, asked } = textOf(each);
  const reached = holds(each);
  return html`<li data-measured=${each.name} ?data-done=${reached}>
    <span class="tasks-what">${label}</span>
    <span class="tasks-value">${value}</span> <span class="tasks-asked">${asked}</span>
    ${mark(reached, reached ? words.reached : words.notYet)}
  </li>`;
}

/** Why nothing is measured; null where something is, or will be. */
function trouble({ run }: TaskState): string | null {
  if (run.trouble !== null) return words[run.trouble];
  if (run.refused !== null) return format(words.refused, { message: run.refused });
  const { frame } = run;
  if (frame === null || !isUnfit(frame)) return null;
  return format(words.unfit[frame.unfit], { name: frame.unfit === "state" ? "" : frame.name });
}

function measured(state: TaskState): TemplateResult {
  const { run, task } = state;
  const wrong = trouble(state);
  const waits = !run.current && run.trouble === null;
  return html`<div class="tasks-measured" aria-busy=${waits ? "true" : "false"}>
    <h3>${words.measured} ${run.done ? mark(true, words.isDone) : nothing} ${waits ? html`<span class="tasks-waits">${words.waiting}</span>` : nothing}</h3>
    ${
      wrong === null
        ? html`<ul>
            ${run.measured.map((each) => measuredRow(each, task.words.measured[each.name] ?? each.name))}
          </ul>`
        : html`<p class="tasks-trouble">${wrong}</p>`
    }
  </div>`;
}

/** What the folded line says: how far it is, and the first number that is not there yet. */
function inShort({ run, task }: TaskState): TemplateResult {
  const all = run.measured;
  const missing = all.find((each) => !holds(each));
  const reached = format(words.reachedOf, { reached: all.filter(holds).length, count: all.length });
  const { value, asked } = missing ? textOf(missing) : { value: "", asked: "" };
  const text = missing ? `${reached} · ${task.words.measured[missing.name]} ${value} (${asked})` : reached;
  return html`<p class="tasks-short" ?data-done=${run.done}>
    ${mark(run.done, run.done ? words.isDone : "")} <span>${run.done ? task.words.title : all.length === 0 ? words.waiting : text}</span>
  </p>`;
}

const about = ({ task, statement }: WordedTask): TemplateResult =>
  html`<p class="tasks-about"><span class="tasks-statement">${statement.name}</span>${effort(task)}</p>`;

export function taskView(state: TaskState, actions: TaskActions): TemplateResult {
  const { task, run, folded, next } = state;
  const { title, ask, hint } = task.words;
  const button = (name: string, text: string, act: () => void, primary = false) =>
    html`<button type="button" class="button ${primary ? "primary" : ""}" data-tasks=${name} @click=${act}>${text}</button>`;
  // Keyed: the hint of another task is closed, and its inputs are others.
  return html`${keyed(
    task.task.id,
    html`<div class="tasks-line">
      ${folded ? inShort(state) : about(task)}
      <button
        type="button" class="button" data-tasks="fold" aria-expanded=${folded ? "false" : "true"} @click=${() => actions.fold(!folded)}
      >
        ${folded ? words.unfold : words.fold}
      </button>
    </div>
    <div class="tasks-one" ?data-done=${run.done} data-running=${task.task.id}>
      <div class="tasks-goal">
        ${about(task)}
        <h2>${title}</h2>
        <p class="tasks-ask">${ask}</p>
        <details class="tasks-hint">
          <summary>${words.hint}</summary>
          <p>${hint}</p>
        </details>
      </div>
      ${task.task.inputs ? html`<div class="tasks-inputs">${inputs(state, actions)}</div>` : nothing}
      ${measured(state)}
      <div class="tasks-buttons">
        ${next ? button("next", words.next, actions.next, run.done) : nothing} ${button("again", words.again, actions.again)}
        ${button("list", words.list, actions.list)}
      </div>
    </div>`,
  )}`;
}
