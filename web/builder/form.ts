// The form: what is chosen on the left of the page.
import { html, nothing, type TemplateResult } from "lit";
import type { LabEntry } from "../host/entry.ts";
import { PARTS } from "../host/frame/parts.ts";
import type { ShownField } from "../host/frame/shown-fields.ts";
import { format } from "../host/messages/format.ts";
import { type Choice, HEIGHTS, LANGUAGES, type Model, seedField, THEMES, wholeNumber } from "./choice.ts";
import { en as words } from "./messages/builder.en.ts";
import { segments } from "./segments.ts";
import { FRAME_HEIGHT } from "./texts.ts";
import type { LabWords } from "./words-of-labs.ts";

export interface FormState {
  readonly labs: readonly LabEntry[];
  readonly model: Model;
  readonly names: LabWords;
  readonly choice: Choice;
  readonly fields: readonly ShownField[];
  /** The preview stands beside the form: all groups may be open. Below it they would hide the preview. */
  readonly roomy: boolean;
  /** What is wrong with what was typed, by input; "" where nothing is. */
  readonly wrong: Readonly<Partial<Record<"link" | "seed" | "height", string>>>;
}

export interface FormActions {
  change(change: Partial<Choice>): void;
  open(lab: string): void;
  paste(link: string): void;
  refuse(input: "seed" | "height", why: string): void;
}

const textIn = (event: Event) => (event.target as HTMLInputElement | HTMLSelectElement).value;

function menu(
  id: string,
  label: string,
  options: readonly (readonly [value: string, text: string])[],
  chosen: string,
  choose: (value: string) => void,
): TemplateResult {
  return html`<div class="row">
    <label for=${id}>${label}</label>
    <select class="select" id=${id} @change=${(event: Event) => choose(textIn(event))}>
      ${options.map(([value, text]) => html`<option value=${value} .selected=${value === chosen}>${text}</option>`)}
    </select>
  </div>`;
}

function row(
  name: string,
  label: string,
  options: readonly (readonly [value: string, text: string])[],
  chosen: string,
  choose: (value: string) => void,
  hint = "",
): TemplateResult {
  return html`<fieldset class="control-choice row">
    <legend>${label}</legend>
    ${segments(name, options, chosen, choose)}
    ${hint === "" ? nothing : html`<p class="note">${hint}</p>`}
  </fieldset>`;
}

function numberRow(
  id: "seed" | "height",
  {
    label,
    usual,
    hint,
    wrong,
    value,
  }: { label: string; usual: string; hint: string; wrong: string; value: number | null },
  range: { min: number; max: number },
  why: string,
  { change, refuse }: FormActions,
): TemplateResult {
  const read = (event: Event) => {
    const text = textIn(event).trim();
    const next = wholeNumber(text, range);
    if (next === null && text !== "") return refuse(id, format(why, range));
    refuse(id, "");
    change({ [id]: next });
  };
  return html`<div class="row">
    <label for=${id}>${label}</label>
    <input
      class="input number" id=${id} inputmode="numeric" autocomplete="off" placeholder=${usual} .value=${value === null ? "" : String(value)}
      aria-describedby="${id}-hint" aria-invalid=${wrong === "" ? nothing : "true"} @change=${read}
    />
    <p class="note" id="${id}-hint" ?data-wrong=${wrong !== ""}>${wrong === "" ? hint : wrong}</p>
  </div>`;
}

const labName = ({ problem, title }: LabEntry) => format(words.labName, { problem, title });

function presetMenu(
  { model, names, choice }: FormState,
  change: FormActions["change"],
): TemplateResult | typeof nothing {
  const key = model.base?.key;
  const field = key === undefined ? undefined : model.table[key];
  if (field?.kind !== "choice") return nothing;
  const asIs =
    choice.given !== null ? words.presetOfLink : choice.claim !== null ? words.presetOfClaim : words.presetOfLab;
  const named = field.options.flatMap((id) => {
    const title = names.presets[id]?.title;
    return title === undefined ? [] : [[id, title] as const];
  });
  // Another data set takes the place of what a link brought.
  const choose = (id: string) => change(id === "" ? { preset: null } : { preset: id, given: null });
  return menu("preset", words.preset, [["", asIs], ...named], choice.preset ?? "", choose);
}

/** Two boxes a row: what is hidden needs no lock. */
function restraints(
  { choice }: FormState,
  rows: readonly { readonly name: string; readonly label: string; readonly lockable: boolean }[],
  { change }: FormActions,
): readonly TemplateResult[] {
  const toggled = (list: readonly string[], name: string) =>
    list.includes(name) ? list.filter((one) => one !== name) : [...list, name];
  return rows.map(
    ({ name, label, lockable }) => html`<tr data-name=${name}>
      <th scope="row">${label}</th>
      <td>
        <input
          type="checkbox" aria-label=${format(words.change.hideOf, { name: label })} .checked=${choice.hide.includes(name)}
          @change=${() => change({ hide: toggled(choice.hide, name) })}
        />
      </td>
      <td>
        ${
          lockable
            ? html`<input
                type="checkbox" aria-label=${format(words.change.lockOf, { name: label })} .checked=${choice.lock.includes(name)}
                ?disabled=${choice.hide.includes(name)} @change=${() => change({ lock: toggled(choice.lock, name) })}
              />`
            : nothing
        }
      </td>
    </tr>`,
  );
}

function changeable(state: FormState, actions: FormActions): TemplateResult {
  const say = words.change;
  const { table } = state.model;
  const parts = PARTS.map(({ name, lockable }) => ({ name, label: words.parts[name], lockable }));
  const data = Object.entries(words.dataFields)
    .filter(([name]) => Object.hasOwn(table, name))
    .map(([name, label]) => ({ name, label, lockable: true }));
  const fields = state.fields
    .filter(({ field }) => Object.hasOwn(table, field))
    .map(({ field, label }) => ({ name: field, label, lockable: true }));
  const body = (title: string, rows: readonly TemplateResult[], note: string) => html`<tbody>
    <tr class="restraint-group">
      <th scope="rowgroup" colspan="3">${title}${note === "" ? nothing : html`<p class="note">${note}</p>`}</th>
    </tr>
    ${rows}
  </tbody>`;
  return html`<p class="note">${say.hint}</p>
    <table class="restraints">
      <thead>
        <tr>
          <th scope="col"><span class="visually-hidden">${say.what}</span></th>
          <th scope="col">${say.hide}</th>
          <th scope="col">${say.lock}</th>
        </tr>
      </thead>
      ${body(say.parts, restraints(state, parts, actions), "")}
      ${data.length === 0 ? nothing : body(say.data, restraints(state, data, actions), "")}
      ${body(say.fields, restraints(state, fields, actions), fields.length === 0 ? say.noFields : Object.hasOwn(table, "stage") ? say.fieldsHint : "")}
    </table>`;
}

export function form(state: FormState, actions: FormActions): TemplateResult {
  const { labs, model, names, choice, wrong, roomy } = state;
  const { change } = actions;
  const claims = model.claims.map(
    (id) => [id, format(words.claimName, { id, title: names.claims[id]?.title ?? "" })] as const,
  );
  const seed = seedField(model);
  return html`
    <details class="controls-group" open>
      <summary><h2>${words.groups.show}</h2></summary>
      ${menu(
        "lab",
        words.lab,
        labs.map((lab) => [lab.id, labName(lab)] as const),
        choice.lab,
        actions.open,
      )}
      ${menu("claim", words.claim, [["", words.mainPlot], ...claims], choice.claim ?? "", (id) => change({ claim: id || null }))}
      ${row(
        "size",
        words.size,
        [
          ["", words.sizes.widget],
          ["whole", words.sizes.whole],
        ],
        choice.whole ? "whole" : "",
        (value) => change({ whole: value === "whole" }),
        choice.whole ? words.sizeHint.whole : words.sizeHint.widget,
      )}
    </details>
    <details class="controls-group" open>
      <summary><h2>${words.groups.begin}</h2></summary>
      ${presetMenu(state, change)}
      ${seed ? numberRow("seed", { label: words.seed, usual: String(seed.default), hint: words.seedHint, wrong: wrong.seed ?? "", value: choice.seed }, seed, words.seedWrong, actions) : nothing}
      <div class="row">
        <label for="from">${words.from.label}</label>
        <input
          class="input" id="from" autocomplete="off" spellcheck="false" aria-describedby="from-hint"
          aria-invalid=${wrong.link ? "true" : nothing} @change=${(event: Event) => actions.paste(textIn(event))}
        />
        <p class="note" id="from-hint" ?data-wrong=${Boolean(wrong.link)}>${wrong.link || words.from.hint}</p>
      </div>
    </details>
    <details class="controls-group" ?open=${roomy}>
      <summary><h2>${words.groups.look}</h2></summary>
      ${menu(
        "lang",
        words.language,
        LANGUAGES.map((lang) => [lang, words.languages[lang]] as const),
        choice.lang,
        (lang) => change({ lang }),
      )}
      ${row(
        "theme",
        words.theme,
        THEMES.map((theme) => [theme, words.themes[theme]] as const),
        choice.theme,
        (theme) => change({ theme }),
      )}
      ${numberRow("height", { label: words.height, usual: words.heightUsual, hint: format(words.heightHint, { height: FRAME_HEIGHT }), wrong: wrong.height ?? "", value: choice.height }, HEIGHTS, words.heightWrong, actions)}
    </details>
    <details class="controls-group" ?open=${roomy}>
      <summary><h2>${words.groups.change}</h2></summary>
      ${changeable(state, actions)}
    </details>
  `;
}
