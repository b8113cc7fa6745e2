// What stages have around their plots: a row of choices above, a list of numbers and notes below.
import { html, nothing, type TemplateResult } from "lit";
import { isHidden, lockOf } from "../../host/restraints.ts";
import "./stage-elements.css";

/** A choice, as a row of segments. */
export function segments<Value extends string>(
  field: string,
  label: string,
  value: Value,
  options: Readonly<Record<Value, string>>,
  choose: (value: Value) => void,
): TemplateResult | typeof nothing {
  if (isHidden(field)) return nothing;
  const lock = lockOf(field);
  return html`<div class="segments" role="radiogroup" aria-label=${label} title=${lock ?? nothing}>
    ${(Object.entries(options) as [Value, string][]).map(
      ([option, text]) => html`<label class="segment">
        <input type="radio" name="stage-${field}" value=${option} data-field=${field} .checked=${option === value} ?disabled=${lock !== null} @change=${() => choose(option)} />
        <span>${text}</span>
      </label>`,
    )}
  </div>`;
}

/** Something on or off. */
export function toggle(
  field: string,
  label: string,
  value: boolean,
  choose: (value: boolean) => void,
): TemplateResult | typeof nothing {
  if (isHidden(field)) return nothing;
  const lock = lockOf(field);
  return html`<label class="control-flag" title=${lock ?? nothing}>
    <input
      type="checkbox" role="switch" data-field=${field} .checked=${value} ?disabled=${lock !== null}
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

/** Names and numbers under a plot. */
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
