// A small matrix as a table of tinted numbers: the sign is in the number as well as in the colour.
import { html, nothing, type TemplateResult } from "lit";
import "./heat-map.css";
import { formatNumber } from "../../../../../host/format-number.ts";
import { shortNumber } from "../short-number.ts";

export interface HeatMap {
  /** What it is. */
  readonly title: TemplateResult | string;
  /** For screen readers. */
  readonly label: string;
  readonly rows: number;
  readonly columns: number;
  /** (rows * columns) */
  readonly values: ArrayLike<number>;
  /** The size of a full tint. */
  readonly most: number;
  /** The factors that it is the product of, beside its rows and above its columns. */
  readonly margins?: { readonly rows: ArrayLike<number>; readonly columns: ArrayLike<number> };
  /** Entries that are wrong. */
  readonly off?: readonly boolean[];
  /** Outlined. */
  readonly picked: number;
  /** Entries can be picked. */
  readonly pick?: (entry: number) => void;
  readonly name: (row: number, column: number) => string;
  /** Not computed yet. */
  readonly dim?: boolean;
  readonly id: string;
}

/** Significant digits in a map, and of the factors beside it. */
const DIGITS = 2;

/** A full tint is this share of the colour: ink on it stays readable. */
export const tint = (value: number, most: number) => {
  const share = Number.isFinite(value) ? Math.max(-1, Math.min(1, value / most)) : 0;
  const colour = share < 0 ? "var(--dual)" : "var(--primal)";
  return `background-color: color-mix(in srgb, ${colour} ${(55 * Math.abs(share)).toFixed(1)}%, var(--surface))`;
};

/** From here down a power of ten says more than leading zeros, and fits. */
const TINY = 1e-3;

/** A number for a small box. */
export const compact = (value: number, digits = DIGITS) =>
  Math.abs(value) < TINY ? shortNumber(value, digits) : formatNumber(value, digits);

export function heatMap(map: HeatMap): TemplateResult {
  const { rows, columns, values, most, margins, off, picked, pick, name, dim = false } = map;
  const cell = (row: number, column: number) => {
    const k = row * columns + column;
    const value = values[k] ?? Number.NaN;
    const inside =
      pick === undefined
        ? compact(value)
        : html`<button type="button" aria-pressed=${k === picked} aria-label="${name(row, column)} ${compact(value)}" @click=${() => pick(k)}>${compact(value)}</button>`;
    return html`<td .style=${dim ? "" : tint(value, most)} ?data-picked=${k === picked} ?data-off=${off?.[k] === true} title=${formatNumber(value, 6)}>${inside}</td>`;
  };
  const range = (count: number) => Array.from({ length: count }, (_, k) => k);
  return html`<figure class="heat-map" data-map=${map.id} ?data-dim=${dim}>
    <figcaption>${map.title}</figcaption>
    <table aria-label=${map.label}>
      ${
        margins === undefined
          ? nothing
          : html`<thead><tr><td></td>${range(columns).map((column) => html`<th scope="col">${compact(margins.columns[column] ?? Number.NaN)}</th>`)}</tr></thead>`
      }
      <tbody>${range(rows).map(
        (row) => html`<tr>
          ${margins === undefined ? nothing : html`<th scope="row">${compact(margins.rows[row] ?? Number.NaN)}</th>`}
          ${range(columns).map((column) => cell(row, column))}
        </tr>`,
      )}</tbody>
    </table>
  </figure>`;
}
