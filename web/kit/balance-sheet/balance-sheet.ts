// The terms of a bound as a balance sheet: what adds up to what, exact beside sampled. A table, with a bar for each number on one
// scale: a part begins where the one above it ends, a sum begins at 0, so that the identity is seen.
import { html, nothing, type TemplateResult } from "lit";
import { formatNumber } from "../../host/format-number.ts";
import { format } from "../../host/messages/format.ts";
import type { Role } from "../../plot/palette.ts";
import { balanceSheetWords as words } from "../messages/balance-sheet.en.ts";
import "./balance-sheet.css";
import { barsOf, type SheetBar, type SheetBars } from "./bars.ts";
import { type Amount, type BalanceSheet, COLUMNS, type Column, type Entry, type SheetRow } from "./sheet.ts";

const SIGNS = { plus: "+", minus: "−", sum: "=" } as const;

export const isAmount = (entry: Entry): entry is Amount => "value" in entry;

/** With as many places as its error has with two digits: more would be noise. */
export function amountText({ value, error }: Amount): string {
  if (Number.isNaN(value)) return words.undefined;
  if (!Number.isFinite(value) || Math.abs(value) >= 1e6) return formatNumber(value);
  const drawn = error !== undefined && error > 0 && Number.isFinite(error);
  const places = drawn ? Math.max(0, Math.min(12, 1 - Math.floor(Math.log10(error)))) : 4;
  const text = (number: number) =>
    number
      .toFixed(places)
      .replace(/^-(?=[\d.]*[1-9])/, "−")
      .replace(/^-/, "");
  return drawn ? format(words.plusMinus, { value: text(value), error: text(error) }) : text(value);
}

function cell(row: SheetRow, column: Column): TemplateResult {
  const entry = row[column];
  return isAmount(entry)
    ? html`<td data-column=${column}>${amountText(entry)}</td>`
    : html`<td data-column=${column} class="sheet-missing">${entry.missing}</td>`;
}

const percent = (share: number) => `${(100 * share).toFixed(3)}%`;

function bar(column: Column, role: Role, { from, to, low, high }: SheetBar): TemplateResult {
  const [left, right] = from < to ? [from, to] : [to, from];
  const style = `left:${percent(left)};width:${percent(right - left)};--own:var(--${role})`;
  const error =
    low === null || high === null
      ? nothing
      : html`<i class="sheet-error" .style=${`left:${percent(low)};width:${percent(high - low)}`}></i>`;
  return html`<i class="sheet-bar sheet-${column}" .style=${style}></i>${error}`;
}

function barCell(row: SheetRow, k: number, { bars, zero, ticks }: SheetBars): TemplateResult {
  const own = bars[k];
  return html`<td class="sheet-bars" aria-hidden="true"><div>
    ${ticks.map(({ at }) => html`<i class="sheet-tick" .style=${`left:${percent(at)}`}></i>`)}
    <i class="sheet-zero" .style=${`left:${percent(zero)}`}></i>
    ${COLUMNS.map((column) => {
      const found = own?.[column];
      return found ? bar(column, row.role, found) : nothing;
    })}
  </div></td>`;
}

/** The sheet as it stands now; to be rendered again with every new answer. */
export function balanceSheet({ caption, rows, heads = words.heads, identity }: BalanceSheet): TemplateResult {
  const laid = barsOf(rows);
  return html`<div class="balance-sheet"><table>
    <caption class="visually-hidden">${caption}</caption>
    <thead><tr>
      <th scope="col">${words.term}</th>${COLUMNS.map((column) => html`<th scope="col" data-head=${column}><i class="sheet-swatch sheet-${column}"></i>${heads[column]}</th>`)}
      <td class="sheet-bars" aria-hidden="true"><div>${laid.ticks.map(({ at, text }) => html`<span class="sheet-tick-text" .style=${`left:${percent(at)}`}>${text}</span>`)}</div></td>
    </tr></thead>
    <tbody>
      ${rows.map(
        (row, k) => html`<tr data-row=${row.id} data-kind=${row.kind}>
          <th scope="row"><span class="sheet-sign">${SIGNS[row.kind]}</span>${row.name}</th>
          ${COLUMNS.map((column) => cell(row, column))}${barCell(row, k, laid)}
        </tr>`,
      )}
    </tbody>
  </table>${identity === undefined ? nothing : html`<p class="sheet-identity">${identity}</p>`}</div>`;
}
