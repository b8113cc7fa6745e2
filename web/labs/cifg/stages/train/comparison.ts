// The comparison as a sentence and a table: who predicts held-out data best.
import { html, nothing, svg, type TemplateResult } from "lit";
import { formatCount, formatNumber } from "../../../../host/format-number.ts";
import type { LineLook } from "../../../../kit/charts/loss-chart.ts";
import { train as words } from "../../messages/train.en.ts";
import { diverged, type Ranked, ranked, verdict } from "./compare.ts";
import { baselineLook, CELL_LOOKS, nameOf } from "./looks.ts";
import type { Scene } from "./scene.ts";

export type Outcome = "none" | "untrained" | "won" | "lost" | "diverged";

export interface Comparison {
  readonly order: readonly Ranked[];
  readonly sentence: string;
  readonly outcome: Outcome;
}

export function comparisonOf({
  baselines,
  runs,
  steps,
  drawn,
}: Pick<Scene, "baselines" | "runs" | "steps" | "drawn">): Comparison {
  if (baselines === null) return { order: [], sentence: "", outcome: "none" };
  const order = ranked(baselines, steps > 0 || !drawn ? runs : []);
  const network = order.find(({ cell }) => cell !== null);
  const outcome = () => {
    if (network === undefined) return "untrained";
    if (diverged(order).length > 0) return "diverged";
    return order[0] === network ? "won" : "lost";
  };
  return { order, sentence: verdict(order, steps), outcome: outcome() };
}

function swatch({ colour, dash }: LineLook): TemplateResult {
  return html`<svg class="train-swatch" viewBox="0 0 20 8" aria-hidden="true">
    ${svg`<line x1="0" y1="4" x2="20" y2="4" stroke=${`var(--${colour})`} stroke-dasharray=${dash.length === 0 ? "none" : dash.join(" ")} />`}
  </svg>`;
}

export function comparisonTemplate(
  { order, sentence, outcome }: Comparison,
  { runs }: Scene,
): TemplateResult | typeof nothing {
  if (order.length === 0) return nothing;
  const { caption, predictor, error, units, weights, best, heldOut } = words.table;
  const rows = order.map(({ id, cell, error: value }, k) => {
    const run = runs.find((each) => each.cell === cell);
    return html`<tr data-predictor=${id} ?data-best=${k === 0}>
      <th scope="row">${swatch(cell === null ? baselineLook(id) : CELL_LOOKS[cell])}${nameOf(id)}</th>
      <td class="number">${formatNumber(value, 4)}</td>
      <td class="number">${run === undefined ? "–" : formatCount(run.units)}</td>
      <td class="number">${run === undefined ? "–" : formatCount(run.parameters)}</td>
      <td>${k === 0 ? best : nothing}</td>
    </tr>`;
  });
  return html`
    <p class="train-verdict" data-verdict=${outcome}>${sentence}</p>
    <div class="train-compared" tabindex="0" role="group" aria-label=${caption}><table class="train-table">
      <caption>${caption}</caption>
      <thead>
        <tr>
          <th scope="col">${predictor}</th><th scope="col" class="number">${error}</th>
          <th scope="col" class="number">${units}</th><th scope="col" class="number">${weights}</th><td></td>
        </tr>
      </thead>
      <tbody>${rows}</tbody>
    </table></div>
    <p class="stage-notes train-held-out">${heldOut}</p>`;
}
