// Formulas among words: choices whose names are formulas, and sentences that name weights and sums.
import { html, type TemplateResult } from "lit";
import { typeset } from "../../../../../kit/typeset.ts";

/** A choice, as the kit's segments, of formulas. */
export function formulaSegments<Value extends string>(
  field: string,
  label: string,
  value: Value,
  options: readonly (readonly [option: Value, formula: string])[],
  choose: (value: Value) => void,
): TemplateResult {
  return html`<div class="segments" role="radiogroup" aria-label=${label}>
    ${options.map(
      ([option, formula]) => html`<label class="segment">
        <input type="radio" name="stage-${field}" value=${option} data-field=${field} .checked=${option === value} @change=${() => choose(option)} />
        <span>${typeset(formula)}</span>
      </label>`,
    )}
  </div>`;
}

const SLOT = /\{(\w+)\}/;

/** A message whose slots are formulas. */
export function formulasIn(text: string, formulas: Readonly<Record<string, string>>): TemplateResult {
  return html`${text.split(SLOT).map((part, k) => (k % 2 === 1 ? typeset(formulas[part] ?? part) : part))}`;
}

/** A letter with its index, as "z_f". */
const NAMED = /([a-zA-Z]_[a-zA-Z])/;

/** A sentence with its formulas set. */
export function sentenceWith(text: string): TemplateResult {
  return html`${text.split(NAMED).map((part, k) => (k % 2 === 1 ? typeset(part) : part))}`;
}
