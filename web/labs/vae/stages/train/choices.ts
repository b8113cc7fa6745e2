// What is chosen above the plot, and the two images of the walk below it.
import { html, nothing, type TemplateResult } from "lit";
import type { Store } from "../../../../host/lab.ts";
import { format } from "../../../../host/messages/format.ts";
import { lockOf } from "../../../../host/restraints.ts";
import { segments, toggle } from "../../../../kit/stages/stage-elements.ts";
import { MOST_INK } from "../../fields.ts";
import { isHeld } from "../../held-focus.ts";
import { train as words } from "../../messages/train.en.ts";
import type { VaeState } from "../../state.ts";
import { MOST_Z } from "./fields.ts";
import { classText } from "./looks.ts";
import { pointOf, type Scene } from "./scene.ts";
import { subscript } from "./subscript.ts";

/** What only the page remembers of the pad. */
export interface PadMode {
  erases: boolean;
}

export function choices(store: Store<VaeState>, scene: Scene, mode: PadMode, changed: () => void): TemplateResult {
  const { vaeBeside, vaeShade, vaeImage } = store.state;
  const { beside, shade } = words.choices;
  const copy = () => {
    const { points } = scene;
    if (points === null) return;
    store.patch({ vaeDrawn: pointOf(points, vaeImage % points.n).map((ink) => Math.round(ink * MOST_INK)) });
  };
  const erase = (erases: boolean) => {
    mode.erases = erases;
    changed();
  };
  const none = scene.drawn.length === 0;
  const pad = scene.draws
    ? html`<button type="button" class="button" data-pad="clear" ?disabled=${none && !isHeld("[data-pad=clear]")} aria-disabled=${none ? "true" : nothing} @click=${() => store.patch({ vaeDrawn: [] })}>${words.pad.clear}</button>
        <button type="button" class="button" data-pad="copy" @click=${copy}>${words.pad.copy}</button>
        ${toggle("pad-erase", words.pad.erase, mode.erases, erase)}`
    : nothing;
  return html`
    ${scene.toy ? nothing : segments("vaeBeside", beside.label, vaeBeside, beside.options, (to) => store.patch({ vaeBeside: to }))}
    ${segments("vaeShade", shade.label, vaeShade, shade.options, (to) => store.patch({ vaeShade: to }))}
    ${pad}
  `;
}

/** The numbers of x and x' in the data, and the place that is decoded, for those who do not drag. */
export function walkHead(store: Store<VaeState>, scene: Scene): TemplateResult | typeof nothing {
  const { points, looked, to, toy, shown } = scene;
  if (points === null) return nothing;
  const [nameX, nameTo] = toy ? [words.walk.pointX, words.walk.pointTo] : [words.walk.x, words.walk.to];
  const { n, labels } = points;
  const input = (field: "vaeImage" | "vaeTo", name: string, index: number) => {
    const set = (event: Event) => {
      const value = Math.round(Number((event.target as HTMLInputElement).value));
      if (value >= 1 && value <= n) store.patch({ [field]: value - 1 });
      else (event.target as HTMLInputElement).value = String(index + 1);
    };
    return html`<label>${name}
      <input type="number" min="1" max=${n} step="1" data-field=${field} .value=${String(index + 1)} ?disabled=${lockOf(field) !== null}
        aria-label=${format(words.walk.number, { name, n })} @change=${set} />
      ${labels.length === 0 ? nothing : html`<span>${classText(labels[index] ?? -1)}</span>`}
    </label>`;
  };
  const coordinate = (field: "vaeZx" | "vaeZy", axis: number) => {
    const value = store.state[field];
    const set = (event: Event) => {
      const element = event.target as HTMLInputElement;
      const typed = Number(element.value);
      if (element.value !== "" && Math.abs(typed) <= MOST_Z) store.patch({ [field]: typed });
      else element.value = String(value);
    };
    const name = format(words.walk.place, { j: subscript(axis + 1) });
    return html`<label>${name}
      <input type="number" min=${-MOST_Z} max=${MOST_Z} step="any" data-field=${field} .value=${String(value)} ?disabled=${lockOf(field) !== null}
        @change=${set} />
    </label>`;
  };
  const [across = 0, up = 1] = shown?.view.axes ?? [];
  return html`<h2>${words.walk.title}</h2>
    ${looked === null || looked.index === null ? nothing : input("vaeImage", nameX, looked.index)}
    ${input("vaeTo", nameTo, to)}
    ${coordinate("vaeZx", across)} ${shown?.dz === 1 ? nothing : coordinate("vaeZy", up)}`;
}
