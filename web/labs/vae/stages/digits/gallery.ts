// Images to choose from, by class and page: held-out digits, and one's own.
import { html, nothing, render } from "lit";
import { format } from "../../../../host/messages/format.ts";
import { isHeld } from "../../held-focus.ts";
import { digits as words } from "../../messages/digits.en.ts";
import type { VaeState } from "../../state.ts";
import { digitIcon } from "./digit-icon.ts";
import { CLASSES } from "./fields.ts";
import { type Digit, knownDigit, pickable } from "./images.ts";

const { gallery: text } = words;
const PAGE = 24;
const ICON = 40;

export interface GalleryOptions {
  readonly host: HTMLElement;
  state(): VaeState;
  /** What is being chosen, and the position that is now; null: nothing is. */
  choosing(): { readonly title: string; readonly now: number } | null;
  choose(position: number): void;
}

export interface Gallery {
  update(): void;
}

/** What an image is, in words. Positions are counted from 1. */
export function digitName({ position, label }: Digit): string {
  const what = label < 0 ? words.ends.noClass : format(text.digit, { label });
  return format(text.marked, { position: position + 1, label: what });
}

export function createGallery({ host, state, choosing, choose }: GalleryOptions): Gallery {
  let label: number | null = null;
  let page = 0;

  function setClass(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    label = value === "" ? null : Number(value);
    page = 0;
    update();
  }
  function turn(by: number): void {
    page += by;
    update();
  }

  function update(): void {
    const now = choosing();
    if (now === null) {
      render(nothing, host);
      return;
    }
    const at = state();
    const all = pickable(at, label);
    const pages = Math.max(1, Math.ceil(all.length / PAGE));
    page = Math.max(0, Math.min(pages - 1, page));
    const shown = all.slice(page * PAGE, (page + 1) * PAGE).map((position) => knownDigit(at, position));
    const image = (digit: Digit) => html`<button
      type="button" class="digit-choice" data-image=${digit.position} aria-label=${digitName(digit)} title=${digitName(digit)}
      aria-pressed=${digit.position === now.now ? "true" : "false"} @click=${() => choose(digit.position)}
    >${digitIcon(digit.pixels, ICON)}<span aria-hidden="true">${digit.label < 0 ? "–" : digit.label}</span></button>`;
    const button = (name: "previous" | "next", by: number, off: boolean) =>
      html`<button type="button" class="button" data-gallery=${name} ?disabled=${off && !isHeld(`[data-gallery=${name}]`)} aria-disabled=${off ? "true" : nothing} @click=${() => turn(by)}>${text[name]}</button>`;
    render(
      html`<section class="digit-gallery" aria-label=${now.title}>
        <div class="digit-gallery-head">
          <h2>${now.title}</h2>
          <span class="digit-muted">${at.ownImages.length > 0 ? text.titleOwn : text.title}</span>
          <label>${text.class}
            <select class="select" data-gallery="class" @change=${setClass}>
              <option value="" .selected=${label === null}>${text.any}</option>
              ${Array.from({ length: CLASSES }, (_, k) => html`<option value=${k} .selected=${label === k}>${k}</option>`)}
            </select>
          </label>
          <span class="digit-pages">
            ${button("previous", -1, page === 0)}
            <span>${format(text.page, { page: page + 1, pages })}</span>
            ${button("next", 1, page + 1 >= pages)}
          </span>
        </div>
        ${shown.length === 0 ? html`<p class="digit-muted">${text.empty}</p>` : html`<div class="digit-choices">${shown.map(image)}</div>`}
      </section>`,
      host,
    );
  }
  return { update };
}
