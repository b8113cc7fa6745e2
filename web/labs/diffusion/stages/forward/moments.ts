// The moments at the step on show: those of q_t exactly, and those of the particles both ways, as a table.
import { html, nothing, type TemplateResult } from "lit";
import { formatNumber } from "../../../../host/format-number.ts";
import { format } from "../../../../host/messages/format.ts";
import { forward as words } from "../../messages/forward.en.ts";
import type { ForwardFrame, ForwardRequest } from "./request.ts";

const DIGITS = 3;
const text = (value: number | undefined) => (value === undefined ? "" : formatNumber(value, DIGITS));

/** Moments in the order of the rows: both means, both variances, the covariance. */
function column(mean: ArrayLike<number>, covariance: ArrayLike<number>): string[] {
  return [mean[0], mean[1], covariance[0], covariance[3], covariance[1]].map(text);
}

export function momentsTable(frame: ForwardFrame, { t }: ForwardRequest): TemplateResult {
  const { moments } = words;
  const { walkedMean, walkedCovariance, schedule, lanes } = frame;
  const names = [moments.mean1, moments.mean2, moments.variance1, moments.variance2, moments.covariance];
  const exact = column(frame.mean, frame.covariance);
  const closed = column(frame.closedMean, frame.closedCovariance);
  const walked = walkedMean && walkedCovariance ? column(walkedMean, walkedCovariance) : null;
  const alphaBar = t === 0 ? 1 : (schedule.alphaBar[t - 1] as number);
  const noise = t === 0 ? 0 : (schedule.noise[t - 1] as number);
  const last = lanes.priorKl[lanes.priorKl.length - 1] as number;
  const atEnd = t === schedule.beta.length;
  return html`<div class="moments">
    <div class="moments-table"><table>
      <caption>${format(moments.label, { t })}</caption>
      <thead>
        <tr><td></td><th scope="col" class="number">${moments.exact}</th><th scope="col" class="number closed">${moments.closed}</th>
          ${walked === null ? nothing : html`<th scope="col" class="number walked">${moments.walked}</th>`}</tr>
      </thead>
      <tbody>
        ${names.map(
          (
            name,
            k,
          ) => html`<tr><th scope="row" class="name">${name}</th><td class="number">${exact[k]}</td><td class="number">${closed[k]}</td>
            ${walked === null ? nothing : html`<td class="number">${walked[k]}</td>`}</tr>`,
        )}
      </tbody>
    </table></div>
    <div class="moments-words">
      <p>${format(moments.identity, { alphaBar: formatNumber(alphaBar, 4), noise: formatNumber(noise, 4) })}</p>
      <p>${format(moments.kl, { kl: text(frame.priorKl), end: atEnd ? "" : format(moments.klEnd, { kl: text(last) }) })}</p>
    </div>
  </div>`;
}
