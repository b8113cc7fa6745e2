// The figures of all sets as a table. Its last column draws the distances to the nearest training image, all on one scale.
import { html, nothing, type TemplateResult } from "lit";
import { format } from "../../../../host/messages/format.ts";
import { compare } from "../../messages/compare.en.ts";
import { CLOSE_SHARE, type JudgedSet, SETS, type SetId } from "./request.ts";

const words = compare.table;

const percent = (share: number, places = 1) => (100 * share).toFixed(places);
const share = (value: number, error: number) =>
  format(words.plusMinus, { value: percent(value), error: percent(error) });

/** Places of the quantiles that are drawn, in figures.distanceQuantiles. */
const [LOW, FIRST, MIDDLE, THIRD, HIGH] = [5, 25, 50, 75, 95];

/** The end of the scale: a round number that no drawn quantile is above. */
export function scaleEnd(sets: readonly JudgedSet[]): number {
  return Math.max(1, Math.ceil(Math.max(...sets.map(({ figures }) => figures.distanceQuantiles[HIGH] ?? 0))));
}

function spread({ id, figures }: JudgedSet, end: number): TemplateResult {
  const at = (k: number) => (100 * (figures.distanceQuantiles[k] ?? 0)) / end;
  const wide = (from: number, to: number) => `left:${at(from).toFixed(2)}%;width:${(at(to) - at(from)).toFixed(2)}%`;
  const limit = `left:${((100 * figures.closeDistance) / end).toFixed(2)}%`;
  return html`<div data-spread=${id}>
    <i class="compare-limit" .style=${limit}></i>
    <i class="compare-whole" .style=${wide(LOW, HIGH)}></i>
    <i class="compare-half" .style=${wide(FIRST, THIRD)}></i>
    <i class="compare-middle" .style=${`left:${at(MIDDLE).toFixed(2)}%`}></i>
  </div>`;
}

function cells({ figures, asked }: JudgedSet): readonly (readonly [name: string, text: string])[] {
  return [
    ["n", String(asked.length)],
    ["accuracy", figures.accuracy === null ? words.none : share(figures.accuracy, figures.accuracyError)],
    ["effective", figures.effectiveClasses.toFixed(2)],
    ["confidence", format(words.percent, { value: percent(figures.confidence) })],
    ["median", figures.medianDistance.toFixed(3)],
    ["near", share(figures.nearCopies, figures.nearCopiesError)],
  ];
}

const HEADS = ["n", "accuracy", "effective", "confidence", "median", "near"] as const;

export function figuresTable(set: (id: SetId) => JudgedSet | null, stale: (id: SetId) => boolean): TemplateResult {
  const known = SETS.flatMap((id) => set(id) ?? []);
  const end = known.length === 0 ? 1 : scaleEnd(known);
  const ticks = Array.from({ length: end + 1 }, (_, k) => k);
  const row = (id: SetId): TemplateResult => {
    const found = set(id);
    const texts = found === null ? HEADS.map((head) => [head, words.none] as const) : cells(found);
    return html`<tr data-set=${id} data-stale=${stale(id) ? "true" : nothing}>
      <th scope="row">${words.rows[id]}</th>
      ${texts.map(([column, text]) => html`<td data-column=${column}>${text}</td>`)}
      <td class="compare-spread" aria-hidden="true">${found === null ? nothing : spread(found, end)}</td>
    </tr>`;
  };
  return html`<div class="compare-table" tabindex="0" role="region" aria-label=${words.caption}><table>
    <caption class="visually-hidden">${words.caption}</caption>
    <thead><tr>
      <th scope="col">${words.set}</th>
      ${HEADS.map((head) => html`<th scope="col" data-head=${head}>${words[head]}</th>`)}
      <td class="compare-spread" aria-hidden="true">
        <span class="compare-spread-title">${words.spread}</span>
        <div>${ticks.map((tick) => html`<span .style=${`left:${((100 * tick) / end).toFixed(2)}%`}>${tick}</span>`)}</div>
      </td>
    </tr></thead>
    <tbody>${SETS.map(row)}</tbody>
  </table></div>
  <p class="compare-key">${format(words.key, { share: percent(1 - CLOSE_SHARE, 0) })}</p>`;
}
