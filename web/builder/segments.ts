// A choice of few, side by side. The owner puts it into a fieldset with its name.
import { html, type TemplateResult } from "lit";

export function segments<Value extends string>(
  name: string,
  options: readonly (readonly [Value, string])[],
  chosen: Value,
  choose: (value: Value) => void,
): TemplateResult {
  return html`<div class="segments">
    ${options.map(
      ([value, text]) => html`<label class="segment">
        <input type="radio" name=${name} value=${value} .checked=${value === chosen} @change=${() => choose(value)} />
        <span>${text}</span>
      </label>`,
    )}
  </div>`;
}
