// The panel of the picked sample: large over the steps, and its pixels as numbers.
import { html, render } from "lit";
import { formatNumber } from "../../../../host/format-number.ts";
import type { Store } from "../../../../host/lab.ts";
import { format } from "../../../../host/messages/format.ts";
import { extremes } from "../../../../kit/points/extremes.ts";
import { Surface } from "../../../../plot/surface.ts";
import { digits as words } from "../../messages/digits.en.ts";
import type { VaeState } from "../../state.ts";
import { sampleOf } from "./arrange.ts";
import { drawDetail, pixelsIn } from "./detail.ts";
import { labelText } from "./picking.ts";
import type { DigitsState } from "./request.ts";
import type { Scene } from "./scene.ts";
import { valuesTables } from "./values.ts";

export interface PickedPanel {
  update(scene: Scene, states: readonly DigitsState[]): void;
  dispose(): void;
}

function contentOf({ picked, T }: Scene, { t, x, x0 }: DigitsState, count: number): string {
  const ends = (values: Float32Array) => {
    const { low = Number.NaN, high = Number.NaN } = extremes(pixelsIn(values, picked)) ?? {};
    return [formatNumber(low), formatNumber(high)] as const;
  };
  const [[low, high], [low0, high0]] = [ends(x), ends(x0)];
  const what = format(words.picked.describe, { number: picked + 1, count, T });
  return `${what} ${format(words.picked.range, { t, low, high, low0, high0 })}`;
}

/** @param closed it was closed by its button, which is gone then */
export function mountPicked(host: HTMLElement, store: Store<VaeState>, closed: () => void): PickedPanel {
  host.innerHTML = `<section class="digit-picked" hidden><div class="digit-picked-head"></div><div class="digit-strip"></div>
    <details><summary></summary><div></div></details></section>`;
  const section = host.firstElementChild as HTMLElement;
  const [head, strip, details] = [...section.children] as [HTMLElement, HTMLElement, HTMLDetailsElement];
  const [summary, tables] = [...details.children] as [HTMLElement, HTMLElement];
  let now: { scene: Scene; states: readonly DigitsState[] } | null = null;

  const surface = new Surface(
    strip,
    {
      all(pen, size, theme) {
        if (now === null || now.scene.picked < 0 || now.scene.state === null) return;
        drawDetail(pen, size, theme, now.states, now.scene.position, now.scene.picked);
      },
    },
    { label: words.picked.strip },
  );

  function close(): void {
    store.patch({ digitsPicked: -1 });
    closed();
  }

  function drawTables(): void {
    if (now === null || !details.open) return;
    const { state, picked } = now.scene;
    if (state === null || picked < 0) return;
    render(valuesTables(pixelsIn(state.x, picked), pixelsIn(state.x0, picked)), tables);
  }
  details.addEventListener("toggle", drawTables);

  return {
    update(scene, states) {
      now = { scene, states };
      const sample = scene.picked < 0 ? null : sampleOf(scene.arrangement, scene.picked);
      section.hidden = sample === null || scene.state === null;
      if (sample === null || scene.state === null) return;
      const named = { number: scene.picked + 1, label: labelText(sample.label) };
      const title =
        sample.label < 0
          ? format(words.picked.title, named)
          : format(words.picked.titleGuided, { ...named, guidance: formatNumber(sample.guidance) });
      render(
        html`<h2>${title}</h2>
          <button type="button" class="button" data-digits="close" @click=${close}>${words.picked.close}</button>`,
        head,
      );
      summary.textContent = format(words.picked.values, { t: scene.state.t });
      surface.describe(contentOf(scene, scene.state, states.length));
      surface.invalidate();
      drawTables();
    },
    dispose() {
      surface.dispose();
      host.replaceChildren();
    },
  };
}
