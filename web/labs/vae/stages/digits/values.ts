// The pixels of one sample as numbers: the table twin of its picture.
import { html, type TemplateResult } from "lit";
import { digits as words } from "../../messages/digits.en.ts";

const SIDE = 8;
const PLACES = 2;

const written = (value: number) => value.toFixed(PLACES).replace("-", "−");

function table(name: string, values: Float32Array): TemplateResult {
  const rows = Array.from({ length: SIDE }, (_, row) => Array.from(values.subarray(row * SIDE, (row + 1) * SIDE)));
  return html`<table class="digit-values">
    <caption>${name}</caption>
    <tbody>${rows.map((row) => html`<tr>${row.map((value) => html`<td data-outside=${value < 0 || value > 1 ? "true" : "false"}>${written(value)}</td>`)}</tr>`)}</tbody>
  </table>`;
}

export function valuesTables(x: Float32Array, x0: Float32Array): TemplateResult {
  return html`<p class="digit-muted">${words.picked.outside}</p>
    <div class="digit-tables">${table("xₜ", x)}${table("x̂₀", x0)}</div>`;
}
