// Beside the grids: the two ends of a row, or the digit that is filled in with its mask.
import { html, render } from "lit";
import { format } from "../../../../host/messages/format.ts";
import { digits as words } from "../../messages/digits.en.ts";
import type { VaeStageContext } from "../../stage.ts";
import type { VaeState } from "../../state.ts";
import { digitIcon } from "./digit-icon.ts";
import { digitName } from "./gallery.ts";
import { knownDigit } from "./images.ts";
import { cleanMask, HALVES, halfMask, knownCount, NOTHING_KNOWN } from "./mask.ts";
import { type MaskEditor, mountMaskEditor } from "./mask-editor.ts";

export type End = "from" | "to";

export interface Aside {
  /** The end that the gallery's images are for. */
  readonly end: End;
  update(): void;
  dispose(): void;
}

const kindOf = ({ digitsView, digitsEnds }: VaeState) =>
  digitsView === "fill" ? "fill" : digitsView === "between" && digitsEnds === "images" ? "ends" : "none";

/** @param changed the end to choose for has changed */
export function mountAside(host: HTMLElement, { store }: VaeStageContext, changed: () => void): Aside {
  let end: End = "from";
  let shown: ReturnType<typeof kindOf> = "none";
  let editor: MaskEditor | null = null;
  let [slot, about] = [document.createElement("div"), document.createElement("p")];

  function choose(next: End): void {
    end = next;
    changed();
  }

  function drawEnds(): void {
    const { state } = store;
    const one = (which: End) => {
      const digit = knownDigit(state, which === "from" ? state.digitsFrom : state.digitsTo);
      const name = digitName(digit);
      return html`<button type="button" class="digit-end" data-end=${which} aria-pressed=${which === end ? "true" : "false"} @click=${() => choose(which)}
      >${digitIcon(digit.pixels, 64)}<span><b>${words.ends[which]}</b>${name}</span></button>`;
    };
    render(html`<h2>${words.ends.title}</h2><div class="digit-ends">${one("from")}${one("to")}</div>`, slot);
  }

  function drawFill(): void {
    const { state } = store;
    const button = (name: string, text: string, mask: readonly number[]) =>
      html`<button type="button" class="button" data-mask=${name} @click=${() => store.patch({ digitsMask: mask })}>${text}</button>`;
    render(
      html`<div class="digit-buttons" role="group" aria-label=${words.fill.keep}>
        <span>${words.fill.keep}</span>
        ${HALVES.map((half) => button(half, words.fill.halves[half], halfMask(half)))}
        ${button("none", words.fill.none, NOTHING_KNOWN)}
      </div>`,
      slot,
    );
    const count = format(words.fill.count, { count: knownCount(cleanMask(state.digitsMask)) });
    render(
      html`${format(words.fill.about, { image: digitName(knownDigit(state, state.digitsImage)), count })} <span class="digit-hint">${words.fill.keys}</span>`,
      about,
    );
    editor?.update();
  }

  function build(kind: typeof shown): void {
    editor?.dispose();
    editor = null;
    host.replaceChildren();
    if (kind === "none") return;
    [slot, about] = [document.createElement("div"), document.createElement("p")];
    if (kind === "ends") {
      slot.className = "digit-ends-slot";
      host.append(slot);
      return;
    }
    const title = document.createElement("h2");
    title.textContent = words.fill.title;
    const mask = document.createElement("div");
    mask.className = "digit-mask";
    host.append(title, mask, slot, about);
    editor = mountMaskEditor(mask, store);
  }

  function update(): void {
    const kind = kindOf(store.state);
    if (kind !== shown) build(kind);
    shown = kind;
    if (kind === "ends") drawEnds();
    if (kind === "fill") drawFill();
  }
  update();
  return {
    get end() {
      return end;
    },
    update,
    dispose() {
      editor?.dispose();
      host.replaceChildren();
    },
  };
}
