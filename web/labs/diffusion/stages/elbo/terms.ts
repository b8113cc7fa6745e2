// The NELBO step by step with the exact eps*, for three variances of the reverse steps; the sums are a table under it.

import { html, type TemplateResult } from "lit";
import { formatNumber } from "../../../../host/format-number.ts";
import { format } from "../../../../host/messages/format.ts";
import { drawPrompt } from "../../../../kit/main-plot/looks.ts";
import { log } from "../../../../plot/log-scale.ts";
import { elbo } from "../../messages/elbo.en.ts";
import { type Chart, drawMark, drawValue, lineItem, logDomain, logLine, stepsTo, stepTicks } from "./chart.ts";
import { VARIANCES } from "./fields.ts";
import type { TermsFrame } from "./request.ts";
import { LOOKS, type Scene } from "./scene.ts";

const words = elbo.terms;
/** Where the three agree, as they do at most steps, each is seen on the one below it. */
const WIDTHS = { posterior: 5, forward: 3, best: 1.5 } as const;

export const terms: Chart<TermsFrame> = {
  axes(_, { answer }) {
    const later = VARIANCES.flatMap((which) => Array.from(answer[which].subarray(1)));
    return {
      x: {
        domain: [0.9, 1.1 * Math.max(2, answer.best.length)],
        scale: log,
        label: elbo.axis.t,
        ...stepTicks(answer.best.length),
      },
      y: { domain: logDomain(later), scale: log, label: elbo.axis.nats },
    };
  },

  legend: () => VARIANCES.map((which) => lineItem(LOOKS[which], words.legend[which])),

  // The first step is no term of this kind, nor is it drawn.
  heard: ({ state }, { answer }) => ({
    x: stepsTo(answer.best.length).slice(1),
    y: answer[state.elboVariance].subarray(1),
    name: format(elbo.heard, { name: words.legend[state.elboVariance] }),
  }),

  draw(pen, theme, frame, { t }, { answer }) {
    if (answer.best.length === 1) drawPrompt(pen, theme, frame, [words.noneTitle, words.noneHint]);
    drawMark(pen, theme, frame, t);
    const xs = stepsTo(answer.best.length).slice(1);
    for (const which of VARIANCES)
      logLine(pen, theme, frame, xs, answer[which].subarray(1), LOOKS[which], WIDTHS[which]);
    if (t === 1) return;
    for (const which of VARIANCES) drawValue(pen, theme, frame, t, answer[which][t - 1] as number, LOOKS[which].colour);
  },

  // The first step is no term of this kind.
  told: ({ state: { elboVariance: which } }, { answer }, t) =>
    t === 1
      ? ""
      : format(words.told, { variance: words.columns[which], nats: formatNumber(answer[which][t - 1] as number) }),

  readings: () => [],

  notes(_, { answer, draws, entropy, last }) {
    const notes: string[] = [
      answer.by === "quadrature" ? words.by.quadrature : format(words.by.draws, { draws }),
      words.firstNote,
    ];
    if (!last) notes[0] += ` ${words.by.more}`;
    if (entropy.entropy === Number.NEGATIVE_INFINITY) notes.push(words.points);
    return notes;
  },

  sentence(_, { answer, entropy }) {
    const { posteriorTotal, forwardTotal, bestTotal } = answer;
    return format(words.describe, {
      ...{ T: answer.best.length, posterior: formatNumber(posteriorTotal), forward: formatNumber(forwardTotal) },
      ...{ best: formatNumber(bestTotal), entropy: formatNumber(entropy.entropy) },
    });
  },
};

/** A number with its standard error, where it has one. */
function withError(value: number, error: number): string {
  if (Number.isNaN(value)) return words.undefined;
  if (!(error > 0)) return formatNumber(value, 6);
  // As many places as the error has with two digits: more would be noise.
  const places = Math.max(0, 1 - Math.floor(Math.log10(error)));
  const text = (x: number) => x.toFixed(Math.min(12, places)).replace("-", "−");
  return Number.isFinite(value)
    ? format(words.plusMinus, { value: text(value), error: text(error) })
    : formatNumber(value);
}

/** The sums, with what they are of. */
export function termsTable({ t }: Scene, { answer, entropy }: TermsFrame): TemplateResult {
  const { rows, columns } = words;
  const totals = { posterior: answer.posteriorTotal, forward: answer.forwardTotal, best: answer.bestTotal };
  const errors = { posterior: answer.posteriorError, forward: answer.forwardError, best: answer.bestError };
  const row = (
    id: string,
    name: string,
    value: (which: (typeof VARIANCES)[number]) => string,
  ) => html`<tr data-row=${id}>
    <th scope="row">${name}</th>${VARIANCES.map((which) => html`<td data-column=${which}>${value(which)}</td>`)}
  </tr>`;
  const gap = format(rows.gap, { entropy: withError(entropy.entropy, entropy.entropyError) });
  const gapError = (which: (typeof VARIANCES)[number]) => Math.hypot(errors[which], entropy.entropyError);
  return html`<div class="stage-table"><table>
    <caption class="visually-hidden">${words.caption}</caption>
    <thead><tr><td></td>${VARIANCES.map((which) => html`<th scope="col">${columns[which]}</th>`)}</tr></thead>
    <tbody>
      ${row("prior", rows.prior, () => formatNumber(answer.prior))}
      ${t === 1 ? "" : row("step", format(rows.step, { t }), (which) => formatNumber(answer[which][t - 1] as number, 4))}
      ${row("reconstruction", rows.reconstruction, (which) => formatNumber(answer[which][0] as number, 4))}
      ${row("total", rows.total, (which) => withError(totals[which], errors[which]))}
      ${row("gap", gap, (which) => withError(totals[which] - entropy.entropy, gapError(which)))}
    </tbody>
  </table></div>`;
}
