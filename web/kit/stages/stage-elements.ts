// What the stages have in common around their pictures: a row of choices above, the canvas, a line of numbers below, and a player
// that runs through the steps of the chain.
import { html, nothing, type TemplateResult } from "lit";
import "../../host/stepper.ts";
import "./stage-elements.css";
import type { Store } from "../../host/lab.ts";
import { format } from "../../host/messages/format.ts";
import { newGesture } from "../../host/store.ts";
import { stepOf } from "../../labs/diffusion/fields.ts";
import { steps as words } from "../../labs/diffusion/messages/steps.en.ts";
import type { DiffusionState } from "../../labs/diffusion/model.ts";

/** A choice, as a row of segments. */
export function segments<Value extends string>(
  field: string,
  label: string,
  value: Value,
  options: Readonly<Record<Value, string>>,
  choose: (value: Value) => void,
): TemplateResult {
  return html`<div class="segments" role="radiogroup" aria-label=${label}>
    ${(Object.entries(options) as [Value, string][]).map(
      ([option, text]) => html`<label class="segment">
        <input type="radio" name="stage-${field}" value=${option} data-field=${field} .checked=${option === value} @change=${() => choose(option)} />
        <span>${text}</span>
      </label>`,
    )}
  </div>`;
}

/** Something on or off. */
export function toggle(field: string, label: string, value: boolean, choose: (value: boolean) => void): TemplateResult {
  return html`<label class="control-flag">
    <input
      type="checkbox" role="switch" data-field=${field} .checked=${value}
      @change=${(event: Event) => choose((event.target as HTMLInputElement).checked)}
    />
    <span>${label}</span>
  </label>`;
}

export interface NumberReading {
  /** For tests. */
  readonly id: string;
  readonly name: string | TemplateResult;
  readonly value: string;
}

/** Names and numbers under a picture. */
export function readingList(rows: readonly NumberReading[]): TemplateResult {
  return html`<dl class="stage-readings">
    ${rows.map(({ id, name, value }) => html`<div data-reading=${id}><dt>${name}</dt><dd>${value}</dd></div>`)}
  </dl>`;
}

export function paragraphs(texts: readonly string[]): TemplateResult | typeof nothing {
  return texts.length === 0
    ? nothing
    : html`<div class="stage-notes">${texts.map((text) => html`<p>${text}</p>`)}</div>`;
}

/** Steps a second at first, so that the whole chain takes some ten seconds. */
const speedOf = (T: number) => (T > 400 ? 100 : T > 50 ? 25 : 5);

/** The player over t = least .. T; one run of it is one entry of undo. */
export function chainPlayer(store: Store<DiffusionState>, least: 0 | 1 = 1): () => TemplateResult {
  let gesture = newGesture();
  const caption = (k: number, count: number) => format(words.caption, { t: k + least, T: count + least });
  const seek = (position: number, more: boolean) => {
    store.patch({ t: position + least }, { gesture });
    if (!more) gesture = newGesture();
  };
  return () => {
    const { T } = store.state;
    // A chain of one step has nothing to run through.
    if (T === least) return html`<p class="stage-one">${words.oneStep}</p>`;
    return html`<pg-stepper .count=${T - least} .position=${stepOf(store.state, least) - least} .caption=${caption} .speed=${speedOf(T)} .onSeek=${seek}></pg-stepper>`;
  };
}
