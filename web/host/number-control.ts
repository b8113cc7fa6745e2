// One number: its letter, its name, a slider and a box to type in.
import { html, LitElement, nothing, type TemplateResult } from "lit";
import type { ValueDetail } from "./control-value.ts";
import type { Field } from "./lab.ts";
import { en as words } from "./messages/en.ts";
import { format } from "./messages/format.ts";
import { said } from "./said.ts";
import { fromPosition, pageOf, positions, shortOf, textOf, toPosition, typedValue } from "./slider.ts";
import { newGesture } from "./store.ts";

type AnyNumber = Extract<Field, { kind: "number" | "maybe-number" }>;

class PgNumber extends LitElement {
  static override properties = {
    field: { attribute: false },
    value: { attribute: false },
    label: { attribute: false },
    symbol: { attribute: false },
    unit: { attribute: false },
    inputId: { attribute: false },
    hintId: { attribute: false },
    disabled: { attribute: false },
    note: { state: true },
    wrong: { state: true },
    focused: { state: true },
  };
  declare field: AnyNumber;
  declare value: number | null;
  declare label: string;
  declare symbol: string;
  declare unit: string;
  declare inputId: string;
  declare hintId: string;
  declare disabled: boolean;
  /** What was done to the last typed text, or why it was not taken. */
  declare note: string;
  declare wrong: boolean;
  /** While the box has the focus it shows every digit of the value, else a short form. */
  declare focused: boolean;
  /** The gesture that holds while a pointer or a key is down. */
  #gesture: string | null = null;

  constructor() {
    super();
    // What a user of the element leaves out must not be read out as a word.
    this.symbol = "";
    this.unit = "";
    this.hintId = "";
    this.note = "";
    this.wrong = false;
    this.focused = false;
  }

  override createRenderRoot(): HTMLElement {
    return this;
  }

  override render(): TemplateResult {
    const { field, value, inputId, disabled } = this;
    const described = [this.hintId, this.note ? `${inputId}-note` : ""].filter(Boolean).join(" ");
    return html`
      <div class="control-row">
        <label class="control-label" for=${inputId}>
          ${this.symbol ? html`<span class="symbol">${this.symbol}</span> ` : nothing}<span>${this.label}</span>
        </label>
        <input
          class="input control-number" id=${inputId} type="text" inputmode=${field.min < 0 ? "text" : "decimal"} autocomplete="off" spellcheck="false"
          .value=${value === null ? "" : this.focused ? textOf(value) : shortOf(value)} placeholder=${field.kind === "maybe-number" ? words.controls.auto : nothing}
          ?disabled=${disabled} aria-invalid=${this.wrong ? "true" : nothing} aria-describedby=${described || nothing}
          title=${format(words.controls.range, { min: textOf(field.min), max: textOf(field.max) })}
          @change=${this.#typed} @keydown=${this.#boxKey} @keyup=${this.#release} @focus=${this.#entered} @blur=${this.#left}
        />
        ${this.unit ? html`<span class="control-unit">${this.unit}</span>` : nothing}
      </div>
      ${field.kind === "number" ? this.#slider(field, value ?? field.default) : nothing}
      <p class="control-note" id="${inputId}-note" ?data-wrong=${this.wrong}>${said("control", this.note)}</p>
    `;
  }

  #slider(field: Extract<Field, { kind: "number" }>, value: number): TemplateResult {
    // min, max and step stand before value: the browser fits a value into the range that holds when it is set.
    return html`<input
      class="slider" type="range" min="0" max=${positions(field)} step="1" .value=${String(toPosition(field, value))}
      ?disabled=${this.disabled} aria-label=${format(words.controls.sliderOf, { label: this.label })}
      aria-valuetext=${`${shortOf(value)} ${this.unit}`.trim()}
      @pointerdown=${this.#press} @pointerup=${this.#release} @pointercancel=${this.#release}
      @keydown=${this.#sliderKey} @keyup=${this.#release} @blur=${this.#release} @input=${this.#slid}
    />`;
  }

  #emit(value: number | null): void {
    this.wrong = false;
    const detail: ValueDetail = { value, gesture: this.#gesture ?? newGesture() };
    this.dispatchEvent(new CustomEvent("pg-value", { detail }));
  }

  #press(): void {
    this.#gesture ??= newGesture();
  }

  #release(): void {
    this.#gesture = null;
  }

  #entered(): void {
    this.focused = true;
  }

  #left(): void {
    this.#release();
    this.focused = false;
  }

  #slid(event: Event): void {
    if (this.field.kind !== "number") return;
    this.note = "";
    this.#emit(fromPosition(this.field, Number((event.target as HTMLInputElement).value)));
  }

  #sliderKey(event: KeyboardEvent): void {
    const { field } = this;
    if (field.kind !== "number") return;
    if (/^(Arrow|Page|Home|End)/.test(event.key)) this.#press();
    if (event.key !== "PageUp" && event.key !== "PageDown") return;
    event.preventDefault();
    this.#move(field, event.key === "PageUp" ? pageOf(field) : -pageOf(field));
  }

  #boxKey(event: KeyboardEvent): void {
    const box = event.target as HTMLInputElement;
    if (event.key === "Enter") this.#take(box);
    else if (event.key === "Escape") {
      box.value = this.value === null ? "" : textOf(this.value);
      this.note = "";
      this.wrong = false;
    } else if (this.field.kind === "number" && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      event.preventDefault();
      this.#press();
      this.#move(this.field, event.key === "ArrowUp" ? 1 : -1);
    }
  }

  #move(field: Extract<Field, { kind: "number" }>, by: number): void {
    this.note = "";
    this.#emit(fromPosition(field, toPosition(field, this.value ?? field.default) + by));
  }

  #typed(event: Event): void {
    this.#take(event.target as HTMLInputElement);
  }

  #take(box: HTMLInputElement): void {
    const { field, value } = this;
    const text = box.value;
    const shown = value === null ? "" : textOf(value);
    if (text === shown) return;
    if (field.kind === "maybe-number" && text.trim() === "") {
      this.note = "";
      this.#emit(null);
      return;
    }
    const typed = typedValue(field, text);
    if (typed.ok) {
      this.note = typed.note === null ? "" : format(words.controls[typed.note], { value: textOf(typed.value) });
      box.value = textOf(typed.value);
      this.#emit(typed.value);
      return;
    }
    // The old value stays, and the box shows it: what is on screen is what is solved.
    const reason = format(words.controls.problem[typed.problem], { text: text.trim().slice(0, 20) });
    this.note = value === null ? reason : `${reason} ${format(words.controls.kept, { value: shown })}`;
    this.wrong = true;
    box.value = shown;
  }
}

/** A call, not an effect of importing: package.json says that modules have none, and bundlers believe it. */
export function defineNumberControl(): void {
  if (!customElements.get("pg-number")) customElements.define("pg-number", PgNumber);
}
