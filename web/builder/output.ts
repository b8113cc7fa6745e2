// What is copied: its kind, where Proofground is, the text.
import { html, nothing, type TemplateResult } from "lit";
import type { Parameters } from "../embed/address.ts";
import { format } from "../host/messages/format.ts";
import { said } from "../host/said.ts";
import { en as words } from "./messages/builder.en.ts";
import { segments } from "./segments.ts";
import { KINDS, type Kind, type Place, policyOf, type Shown, textOf } from "./texts.ts";

export interface OutputState {
  /** null: there is too much for a link. As text: why there is none. */
  readonly parameters: Parameters | string | null;
  readonly kind: Kind;
  readonly place: Place;
  /** What is typed as the site's address. */
  readonly site: string;
  readonly shown: Shown;
  /** What has come of copying. */
  readonly news: string;
}

export interface OutputActions {
  kind(kind: Kind): void;
  /** null: the single file. */
  site(address: string | null): void;
  copied(what: string): void;
}

/** With its slash at the end; null where it is no address of a site. */
export function siteIn(text: string): string | null {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) return null;
  const { origin, pathname } = new URL(text);
  return origin + pathname.replace(/[^/]*$/, "");
}

async function copy(text: string, area: HTMLTextAreaElement | null, tell: (what: string) => void): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    tell(words.copied);
  } catch {
    // Refused in some frames, and in pages without https.
    area?.focus();
    area?.select();
    tell(words.copyByHand);
  }
}

function segment<Value extends string>(
  name: string,
  label: string,
  options: readonly (readonly [Value, string])[],
  chosen: Value,
  choose: (value: Value) => void,
): TemplateResult {
  return html`<fieldset class="control-choice">
    <legend class=${name === "where" ? "muted" : "visually-hidden"}>${label}</legend>
    ${segments(name, options, chosen, choose)}
  </fieldset>`;
}

function textArea(state: OutputState, parameters: Parameters, { copied }: OutputActions): TemplateResult {
  const { kind, place, shown, news } = state;
  const text = textOf(kind, parameters, place, shown);
  const policy = policyOf(kind, place);
  const area = (event: Event) =>
    (event.currentTarget as HTMLElement).closest(".output")?.querySelector<HTMLTextAreaElement>("#text") ?? null;
  return html`
    <p class="note">${words.textHint[kind]}</p>
    <textarea
      class="input" id="text" readonly rows=${kind === "element" ? 5 : 4} spellcheck="false" aria-label=${words.text} .value=${text}
    ></textarea>
    <div class="copying">
      <button type="button" class="button primary" @click=${(event: Event) => void copy(text, area(event), copied)}>${words.copy}</button>
      <p>${said("copied", news)}</p>
    </div>
    ${policy === null ? nothing : html`<p class="note">${format(words.policy, { policy })}</p>`}
  `;
}

export function output(state: OutputState, actions: OutputActions): TemplateResult {
  const { parameters, kind, place, site } = state;
  const file = place.site === null;
  const trouble = parameters === null ? words.tooLarge : typeof parameters === "string" ? parameters : "";
  const wrong = !file && siteIn(site) === null;
  return html`
    ${segment(
      "kind",
      words.text,
      KINDS.map((each) => [each, words.texts[each]] as const),
      kind,
      actions.kind,
    )}
    <p class="trouble" ?hidden=${trouble === ""}>${said("trouble", trouble)}</p>
    ${parameters === null || typeof parameters === "string" ? nothing : textArea(state, parameters, actions)}
    <div class="where">
      ${segment(
        "where",
        words.where,
        [
          ["site", words.wheres.site],
          ["file", words.wheres.file],
        ],
        file ? "file" : "site",
        (value) => actions.site(value === "file" ? null : site),
      )}
      ${
        file
          ? html`<p class="note">${words.fileHint}</p>`
          : html`<input
                class="input" id="site" type="url" autocomplete="off" spellcheck="false" aria-label=${words.site} .value=${site}
                aria-invalid=${wrong ? "true" : nothing} @change=${(event: Event) => actions.site((event.target as HTMLInputElement).value)}
              />${wrong ? html`<p class="note" data-wrong>${words.siteWrong}</p>` : nothing}`
      }
    </div>
  `;
}
