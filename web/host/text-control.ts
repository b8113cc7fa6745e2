// One short text: its name and a box. What is typed counts when the box is left or Enter is pressed, and only if the lab takes it.
import { html, LitElement, nothing, type TemplateResult } from "lit";
import type { ValueDetail } from "./control-value.ts";
import type { Field } from "./lab.ts";
import { said } from "./said.ts";
import { newGesture } from "./store.ts";

type TextField = Extract<Field, { kind: "text" }>;

/** What a typed text becomes, or why it is not taken, in a sentence. */
export type ReadText = (text: string) => { readonly value: string } | { readonly refusal: string };

/** A typed text as the field may hold it: spaces around it do not count. @param read the lab's own rule */
export function textTyped(
  field: TextField,
  text: string,
  read: ReadText = (value) => ({ value }),
): ReturnType<ReadText> {
  const typed = read(text.trim());
  return "value" in typed ? { value: typed.value.slice(0, field.maxLength) } : typed;
}

class PgText extends LitElement {
  static override properties = {
    field: { attribute: false },
    value: { attribute: false },
    label: { attribute: false },
    symbol: { attribute: false },
    inputId: { attribute: false },
    hintId: { attribute: false },
    disabled: { attribute: false },
    note: { state: true },
  };
  declare field: TextField;
  declare value: string;
  declare label: string;
  declare symbol: string;
  declare inputId: string;
  declare hintId: string;
  declare disabled: boolean;
  declare read: ReadText | undefined;
  /** Why the last typed text was not taken; "" when it was. */
  declare note: string;

  constructor() {
    super();
    this.note = "";
  }

  override createRenderRoot(): HTMLElement {
    return this;
  }

  override render(): TemplateResult {
    const { inputId, note } = this;
    const described = [this.hintId, note ? `${inputId}-note` : ""].filter(Boolean).join(" ");
    return html`
      <div class="control-row">
        <label class="control-label" for=${inputId}>
          ${this.symbol ? html`<span class="symbol">${this.symbol}</span> ` : nothing}<span>${this.label}</span>
        </label>
        <input
          class="input control-text" id=${inputId} type="text" autocomplete="off" spellcheck="false" autocapitalize="off" autocorrect="off"
          maxlength=${this.field.maxLength} .value=${this.value} ?disabled=${this.disabled}
          aria-invalid=${note ? "true" : nothing} aria-describedby=${described || nothing}
          @change=${this.#typed}
        />
      </div>
      <p class="control-note" id="${inputId}-note" ?data-wrong=${note !== ""}>${said("control", note)}</p>
    `;
  }

  readonly #typed = (event: Event): void => {
    const input = event.currentTarget as HTMLInputElement;
    const typed = textTyped(this.field, input.value, this.read);
    if ("refusal" in typed) {
      // The text stays for the user to mend; the state keeps the old one.
      this.note = typed.refusal;
      return;
    }
    this.note = "";
    input.value = typed.value;
    if (typed.value === this.value) return;
    const detail: ValueDetail = { value: typed.value, gesture: newGesture() };
    this.dispatchEvent(new CustomEvent("pg-value", { detail }));
  };
}

/** Make <pg-text> known. */
export function defineTextControl(): void {
  if (!customElements.get("pg-text")) customElements.define("pg-text", PgText);
}
