// Which held-out sequence is on show: a slider under the plot, and a handle on the plot of a series.
import { html, type TemplateResult } from "lit";
import { formatNumber } from "../../../../host/format-number.ts";
import { format } from "../../../../host/messages/format.ts";
import { newGesture } from "../../../../host/store.ts";
import { mountHandles } from "../../../../kit/interaction/drag-handles.ts";
import type { Frame } from "../../../../plot/frame.ts";
import type { Surface } from "../../../../plot/surface.ts";
import { train as words } from "../../messages/train.en.ts";
import type { CifgStageContext } from "../../stage.ts";
import { placePicker } from "../place-picker.ts";
import type { Scene } from "./scene.ts";

type Store = CifgStageContext["store"];

/** @param frame of the plot, where it is one of a series */
export function mountSequenceHandle(surface: Surface, store: Store, scene: () => Scene, frame: () => Frame | null) {
  return mountHandles(surface, {
    frame,
    handles() {
      const { ending, baselines, shown } = scene();
      const [first] = shown;
      if (ending === null || baselines === null || first === undefined) return [];
      const { k, count } = first;
      const y = baselines.truth[k] ?? 0;
      const label = format(words.gates.handle, { k: k + 1, count });
      return [{ id: "sequence", label, text: formatNumber(y), x: ending, y, level: true, whole: true }];
    },
    move(_, x, __, gesture) {
      const at = scene().reference?.at ?? [];
      const sequence = Math.max(0, Math.min(at.length - 1, Math.round(x) - (at[0] ?? 0)));
      store.patch({ sequence }, { gesture });
    },
    hold: () => undefined,
  });
}

/** @returns what draws the slider */
export function sequenceSlider(store: Store): (scene: Scene) => TemplateResult {
  let gesture = "";
  const choose = (event: Event) => {
    gesture ||= newGesture();
    store.patch({ sequence: Number((event.target as HTMLInputElement).value) }, { gesture });
  };
  const chosen = () => {
    gesture = "";
  };
  return ({ shown: [first] }) => {
    if (first === undefined) return html`<p class="stage-notes">${words.gates.none}</p>`;
    const { k, count } = first;
    return html`<div class="train-sequence">
      <h2>${format(words.gates.title, { k: k + 1, count })}</h2>
      <input class="slider" type="range" data-sequence min="0" max=${Math.max(1, count - 1)} step="1" .value=${String(k)}
        aria-label=${words.gates.choose.label} ?disabled=${count < 2} @input=${choose} @change=${chosen} />
      ${placePicker({
        ...{ field: "sequence", value: k + 1, most: count, words: words.gates.choose, bare: true },
        choose: (value, gesture) => store.patch({ sequence: value - 1 }, { gesture }),
      })}
      <span class="train-source">${words.gates.row}</span>
    </div>`;
  };
}
