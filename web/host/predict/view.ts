// The form that asks, and what it says afterwards.
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { formatNumber } from "../format-number.ts";
import { format } from "../messages/format.ts";
import { en as words } from "../messages/predict.en.ts";
import { readTyped } from "../number.ts";
import type { Direction, Expected, Outcome } from "./judge.ts";
import { HEIGHT, numberLine, signOf, WIDTH } from "./number-line.ts";
import type { Phase, Predicting } from "./predicting.ts";
import type { Question, QuestionWords } from "./prediction.ts";
import { cameText } from "./sentences.ts";

export interface FormState {
  readonly predicting: Predicting;
  readonly state: object;
  /** Of the question; {at} is filled. */
  readonly said: QuestionWords;
  /** Of the control: its name, and its values as they are written. */
  readonly control: { readonly name: string; readonly old: string; readonly next: string };
  /** What the number is now; null: it is not known at the moment. */
  readonly before: number | null;
  readonly ready: boolean;
  /** Names of the controls that ask, as they are on screen. */
  readonly controls: string;
  /** Whether the main plot takes presses for it. */
  readonly plot: boolean;
}

export interface FormActions {
  expect(expected: Expected | null): void;
  show(): void;
  skip(): void;
  cancel(): void;
  back(): void;
  close(): void;
  off(): void;
}

const DIRECTIONS: readonly Direction[] = ["rises", "falls", "stays"];

const button = (name: string, text: string, act: () => void, primary = false, off = false) =>
  html`<button type="button" class="button ${primary ? "primary" : ""}" data-predict=${name} ?disabled=${off} @click=${act}>${text}</button>`;

function directions(
  question: Extract<Question, { kind: "direction" }>,
  form: FormState,
  expected: Expected | null,
  { expect }: FormActions,
) {
  const band = form.before === null ? 0 : question.band(form.before, form.state);
  const texts = {
    ...words.directions,
    stays: band > 0 ? format(words.staysWithin, { band: formatNumber(band) }) : words.directions.stays,
  };
  const chosen = expected?.kind === "direction" ? expected.direction : null;
  return html`<fieldset class="predict-choice">
    <legend class="visually-hidden">${form.said.ask}</legend>
    ${DIRECTIONS.map(
      (direction) =>
        html`<label
          ><input type="radio" name="predict-direction" value=${direction} .checked=${live(direction === chosen)} @change=${() => expect({ kind: "direction", direction })} />
          <span>${texts[direction]}</span></label
        >`,
    )}
  </fieldset>`;
}

function place(
  question: Extract<Question, { kind: "place" }>,
  form: FormState,
  expected: Expected | null,
  { expect }: FormActions,
) {
  const take = (event: Event) => {
    const read = readTyped((event.target as HTMLInputElement).value);
    expect(read.ok ? { kind: "place", value: read.value } : null);
  };
  // What is being typed stays as it is typed.
  const shown = expected?.kind === "place" ? String(Number(expected.value.toPrecision(4))) : "";
  const band =
    form.before === null ? "" : format(words.within, { band: formatNumber(question.band(form.before, form.state)) });
  return html`<div class="predict-choice">
    <label
      >${words.placeLabel}
      <input class="input" type="text" inputmode="text" autocomplete="off" spellcheck="false" data-predict="number" value=${shown} @input=${take}
    /></label>
    <span class="muted">${form.plot && question.at ? words.press : nothing} ${band}</span>
  </div>`;
}

function set(
  question: Extract<Question, { kind: "set" }>,
  form: FormState,
  expected: Expected | null,
  { expect }: FormActions,
) {
  const picked = expected?.kind === "set" ? expected.points : [];
  const toggle = (i: number) => expect({ kind: "set", points: picked.map((on, k) => (k === i ? !on : on)) });
  const all = question.points(form.state);
  return html`<div class="predict-set">
    <p class="muted">${form.plot ? `${words.pick} ` : nothing}${format(words.picked, { count: picked.filter(Boolean).length })}</p>
    <div class="predict-points" role="group" aria-label=${words.points}>
      ${all.map(
        (about, i) =>
          html`<button type="button" class="predict-point" aria-pressed=${picked[i] ? "true" : "false"} aria-label=${`${i + 1}: ${about}`} title=${about} @click=${() => toggle(i)}>${i + 1}</button>`,
      )}
    </div>
  </div>`;
}

function answer(
  { question, expected }: Extract<Phase, { is: "asking" }>,
  form: FormState,
  actions: FormActions,
): TemplateResult {
  if (question.kind === "direction") return directions(question, form, expected, actions);
  if (question.kind === "place") return place(question, form, expected, actions);
  return set(question, form, expected, actions);
}

export const changeText = ({ control: { name, old, next } }: FormState) => format(words.change, { name, old, next });

function asking(phase: Extract<Phase, { is: "asking" }>, form: FormState, actions: FormActions): TemplateResult {
  return html`<div class="predict-words">
      <p class="predict-ask">${form.said.ask}</p>
      <p class="muted">${changeText(form)} ${format(words.holds, { old: form.control.old })} ${form.before === null && phase.question.kind !== "set" ? words.busy : nothing}</p>
    </div>
    ${answer(phase, form, actions)}
    <div class="predict-buttons">
      ${button("show", words.show, actions.show, true, !form.ready)} ${button("skip", words.skip, actions.skip)}
      ${button("cancel", words.cancel, actions.cancel)}
    </div>`;
}

const KEY = ["before", "expected", "now"] as const;

function picture(outcome: Exclude<Outcome, { kind: "set" }>): TemplateResult {
  return html`<div class="predict-picture" aria-hidden="true">
    <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" width=${WIDTH} height=${HEIGHT}>${numberLine(outcome)}</svg>
    <p>
      ${KEY.map(
        (of) =>
          html`<span class="predict-entry"><svg viewBox="0 6 18 18" width="18" height="18">${signOf(outcome, of)}</svg> ${words.key[of]}</span>`,
      )}
    </p>
  </div>`;
}

const score = ({ right, count }: Predicting) =>
  count === 0 ? nothing : html`<p class="predict-score">${format(words.score, { right, count })}</p>`;

export const shownText = ({ outcome }: Extract<Phase, { is: "shown" }>, said: QuestionWords) =>
  `${outcome.right ? words.right : words.wrong} ${cameText(outcome, said)}`;

function shown(phase: Extract<Phase, { is: "shown" }>, form: FormState, actions: FormActions): TemplateResult {
  const { outcome } = phase;
  return html`<div class="predict-words">
      <p class="predict-came" data-right=${outcome.right ? "true" : "false"}>
        <span class="predict-mark"><span aria-hidden="true">${outcome.right ? "✓" : "✗"}</span> ${outcome.right ? words.right : words.wrong}</span>
        ${cameText(outcome, form.said)}
      </p>
      <p class="muted">${changeText(form)}</p>
    </div>
    ${outcome.kind === "set" ? nothing : picture(outcome)}
    ${score(form.predicting)}
    <div class="predict-buttons">${button("close", words.next, actions.close, true)} ${button("back", words.back, actions.back)}</div>`;
}

export function predictView(form: FormState, actions: FormActions): TemplateResult {
  const { predicting } = form;
  const { phase } = predicting;
  if (phase.is === "asking") return asking(phase, form, actions);
  if (phase.is === "shown") return shown(phase, form, actions);
  if (phase.is === "waiting")
    return html`<p class="predict-words">${words.waiting}</p><div class="predict-buttons">${button("close", words.next, actions.close)}</div>`;
  return html`<div class="predict-words"><p><b>${words.on}</b> · ${words.rest}</p><p class="muted">${form.controls}</p></div>
    ${score(predicting)}
    <div class="predict-buttons">${button("off", words.turnOff, actions.off)}</div>`;
}
