// Over the plot: where the series is from, with a box and a sheet for one of the user's own; or what a made task is.
import { html, nothing, type TemplateResult } from "lit";
import { sets } from "../../../../data/messages/en.ts";
import { format } from "../../../../host/messages/format.ts";
import { train as words } from "../../messages/train.en.ts";
import { seriesOf } from "../../series.ts";
import type { CifgStageContext } from "../../stage.ts";
import { openDrawn, openTyped } from "./own-dialog.ts";
import { taskSentence } from "./status.ts";

export function sourceTemplate({ store, notify }: Pick<CifgStageContext, "store" | "notify">): TemplateResult {
  const { state } = store;
  if (state.task !== "series") return html`<p class="train-source">${taskSentence(state)}</p>`;

  function take(values: readonly number[]): void {
    store.patch({ task: "series", series: "own", ownSeries: [...values] });
    notify(format(words.own.taken, { count: values.length }), "plain");
  }
  const button = (id: string, text: string, act: () => void) =>
    html`<button type="button" class="button" data-own=${id} @click=${act}>${text}</button>`;
  return html`
    ${button("type", words.own.type, () => openTyped(seriesOf(store.state), take))} ${button("draw", words.own.draw, () => openDrawn(take))}
    <span class="train-source">${state.series === "own" ? nothing : sets[state.series].source}</span>`;
}
