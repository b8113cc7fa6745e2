// The form of a lab's parameters, made from its table. Knows fields and words, no lab.
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import "./controls.css";
import type { ValueDetail } from "./control-value.ts";
import type { Field, Store, Table } from "./lab.ts";
import { en as words } from "./messages/en.ts";
import { defineNumberControl } from "./number-control.ts";
import { isHidden, lockOf } from "./restraints.ts";
import { newGesture } from "./store.ts";
import type { ReadText } from "./text-control.ts";

/** One parameter: a field of the table and the words around it. */
export interface ControlSpec<State> {
  field: keyof State & string;
  /** Words: "Penalty of a slack". */
  label: string;
  /** The paper's letter, set in italics before the words. */
  symbol?: string;
  /** One line below: what it does, or what holds at its ends. */
  hint?: string;
  /** After the number: "units of y". */
  unit?: string;
  /** Words for the options of a choice, by option. Options without words are not offered. */
  options?: Readonly<Record<string, string>>;
  /** Of a text: what a typed one becomes, or why it is not taken. Default: as it is typed. */
  read?: ReadText;
  /** Why it cannot be changed now; null when it can. The reason is shown. */
  disabled?: (state: Readonly<State>) => string | null;
  /** Whether it means nothing now and is left out. */
  hidden?: (state: Readonly<State>) => boolean;
  /** What a new value changes besides its own field. */
  also?: (value: unknown, state: Readonly<State>) => Partial<State>;
}

export interface ControlGroup<State> {
  title: string;
  controls: readonly ControlSpec<State>[];
  /** false: the group starts folded. Default: open. */
  open?: boolean;
}

/** More options than this go into a menu instead of side by side. */
const SIDE_BY_SIDE = 4;

let ids = 0;

export class PgControls extends LitElement {
  static override properties = {
    groups: { attribute: false },
    table: { attribute: false },
    state: { attribute: false },
  };
  declare groups: readonly ControlGroup<Record<string, unknown>>[];
  declare table: Table;
  declare state: Readonly<Record<string, unknown>>;
  declare change: (spec: ControlSpec<Record<string, unknown>>, detail: ValueDetail) => void;
  readonly #prefix = `pg-control-${++ids}`;

  override createRenderRoot(): HTMLElement {
    return this;
  }

  /** Only the fields on show matter: a drag of a data point must not cost a render of the form. */
  override shouldUpdate(changed: PropertyValues<this>): boolean {
    const before = changed.get("state") as Readonly<Record<string, unknown>> | undefined;
    if (changed.size > 1 || before === undefined) return true;
    const conditional = this.groups.some(({ controls }) => controls.some((spec) => spec.disabled ?? spec.hidden));
    if (conditional) return true;
    return this.groups.some(({ controls }) => controls.some(({ field }) => before[field] !== this.state[field]));
  }

  override render(): TemplateResult[] {
    const groups = this.groups.filter(({ controls }) => controls.some((spec) => this.#isShown(spec)));
    return groups.map(
      ({ title, controls, open = true }) => html`
        <details class="controls-group" ?open=${open}>
          <summary><h2>${title}</h2></summary>
          ${controls.map((spec) => this.#control(spec))}
        </details>
      `,
    );
  }

  #isShown({ field, hidden }: ControlSpec<Record<string, unknown>>): boolean {
    return !isHidden(field) && !hidden?.(this.state);
  }

  #control(spec: ControlSpec<Record<string, unknown>>): TemplateResult | typeof nothing {
    const field = this.table[spec.field];
    if (!field || !this.#isShown(spec)) return nothing;
    const id = `${this.#prefix}-${spec.field}`;
    const reason = lockOf(spec.field, "controls") ?? spec.disabled?.(this.state) ?? null;
    const hint = reason ?? spec.hint ?? null;
    return html`
      <div class="control" data-field=${spec.field} ?data-disabled=${reason !== null}>
        ${this.#input(spec, field, id, reason !== null, hint === null ? nothing : `${id}-hint`)}
        ${hint === null ? nothing : html`<p class="control-hint" id="${id}-hint">${hint}</p>`}
      </div>
    `;
  }

  #label(spec: ControlSpec<Record<string, unknown>>): TemplateResult {
    return html`${spec.symbol ? html`<span class="symbol">${spec.symbol}</span> ` : nothing}<span>${spec.label}</span>`;
  }

  #input(
    spec: ControlSpec<Record<string, unknown>>,
    field: Field,
    id: string,
    disabled: boolean,
    hint: string | typeof nothing,
  ): TemplateResult | typeof nothing {
    const value = this.state[spec.field];
    const set = (value: ValueDetail["value"]) => this.change(spec, { value, gesture: newGesture() });
    switch (field.kind) {
      case "number":
      case "maybe-number":
        return html`<pg-number
          .field=${field} .value=${value} .label=${spec.label} .symbol=${spec.symbol ?? ""} .unit=${spec.unit ?? ""}
          .inputId=${id} .hintId=${hint === nothing ? "" : hint} .disabled=${disabled}
          @pg-value=${(event: CustomEvent<ValueDetail>) => this.change(spec, event.detail)}
        ></pg-number>`;
      case "flag":
        return html`<label class="control-flag">
          <input
            type="checkbox" role="switch" id=${id} .checked=${value === true} ?disabled=${disabled} aria-describedby=${hint}
            @change=${(event: Event) => set((event.target as HTMLInputElement).checked)}
          />
          ${this.#label(spec)}
        </label>`;
      case "choice": {
        const options = field.options.filter((option) => spec.options?.[option] !== undefined);
        return options.length > SIDE_BY_SIDE
          ? html`<label class="control-label" for=${id}>${this.#label(spec)}</label>
              <select
                class="select" id=${id} ?disabled=${disabled} aria-describedby=${hint}
                @change=${(event: Event) => set((event.target as HTMLSelectElement).value)}
              >
                ${options.map((option) => html`<option value=${option} .selected=${option === value}>${spec.options?.[option]}</option>`)}
              </select>`
          : html`<fieldset class="control-choice" ?disabled=${disabled} aria-describedby=${hint}>
              <legend class="control-label">${this.#label(spec)}</legend>
              <div class="segments">
                ${options.map(
                  (option) => html`<label class="segment">
                    <input
                      type="radio" name=${id} value=${option} .checked=${option === value}
                      @change=${() => set(option)}
                    />
                    <span>${spec.options?.[option]}</span>
                  </label>`,
                )}
              </div>
            </fieldset>`;
      }
      case "text":
        // Few labs have one. The element that is made known later takes the properties that it finds.
        void import("./text-control.ts").then(({ defineTextControl }) => defineTextControl());
        return html`<pg-text
          .field=${field} .value=${value} .label=${spec.label} .symbol=${spec.symbol ?? ""} .read=${spec.read}
          .inputId=${id} .hintId=${hint === nothing ? "" : hint} .disabled=${disabled}
          @pg-value=${(event: CustomEvent<ValueDetail>) => this.change(spec, event.detail)}
        ></pg-text>`;
      default:
        // Lists are data: the table and the importer edit them.
        return nothing;
    }
  }
}

/**
 * Put a form into `root` and keep it and the store in step.
 * @param root emptied first
 * @returns its undoing
 */
export function mountControls<State extends object>(
  root: HTMLElement,
  { store, table, groups }: { store: Store<State>; table: Table; groups: readonly ControlGroup<State>[] },
): () => void {
  defineNumberControl();
  if (!customElements.get("pg-controls")) customElements.define("pg-controls", PgControls);
  const form = document.createElement("pg-controls") as PgControls;
  form.table = table;
  // The element speaks of fields by name; that they are State's is what this signature says.
  form.groups = groups as unknown as PgControls["groups"];
  form.state = store.state as Readonly<Record<string, unknown>>;
  form.change = (spec, { value, gesture }) => {
    const also = spec.also?.(value, form.state) ?? {};
    store.patch({ ...also, [spec.field]: value } as Partial<State>, { gesture });
  };
  form.setAttribute("role", "group");
  form.setAttribute("aria-label", words.shell.sheet.title);
  root.replaceChildren(form);
  const stop = store.subscribe((state) => {
    form.state = state as Readonly<Record<string, unknown>>;
  });
  return () => {
    stop();
    form.remove();
  };
}
