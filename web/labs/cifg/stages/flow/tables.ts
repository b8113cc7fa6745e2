// The picture's numbers as tables: both cells at the cursor; all steps; all units at the cursor.
import { html, type TemplateResult } from "lit";
import type { FlowOf } from "../../../../../wasm/lib/types.ts";
import { formatNumber } from "../../../../host/format-number.ts";
import { format } from "../../../../host/messages/format.ts";
import { flow as words } from "../../messages/flow.en.ts";
import { powerText } from "./log-number.ts";
import { at, CELLS, MARKS, type Mark, markedAt, type Scene, type StepField } from "./scene.ts";

const ROWS: readonly (readonly [Exclude<keyof typeof words.table.rows, "marks">, StepField])[] = [
  ["dc", "logDc"],
  ["dh", "logDh"],
  ["cellAlone", "logDcThroughCell"],
  ["measured", "logHorizon"],
  ["product", "logHorizonThroughCell"],
  ["throughH", "logHorizonThroughH"],
];

/** All sizes at the cursor. */
export function cursorTable({ answer, t, dh }: Scene): TemplateResult {
  const counts = (marks: ArrayLike<number>) =>
    (Object.keys(MARKS) as Mark[]).map((mark) => markedAt(marks, mark, t, dh)).join(", ");
  const { caption, rows } = words.table;
  return html`<div class="flow-table" tabindex="0" role="group" aria-label=${format(caption, { t })}><table>
    <caption>${format(caption, { t })}</caption>
    <thead><tr><td></td>${CELLS.map((cell) => html`<th scope="col">${words.cells[cell]}</th>`)}</tr></thead>
    <tbody>${ROWS.map(
      ([id, field]) => html`<tr data-row=${id}>
        <th scope="row">${rows[id]}</th>
        ${CELLS.map((cell) => html`<td data-column=${cell}>${powerText(at(answer[cell], field, t), 4)}</td>`)}
      </tr>`,
    )}
      <tr data-row="marks">
        <th scope="row">${rows.marks}</th>
        ${CELLS.map((cell) => html`<td data-column=${cell}>${counts(answer[cell].forgetMarks)}</td>`)}
      </tr>
    </tbody>
  </table></div>`;
}

export function stepsTable({ answer, T }: Scene): TemplateResult {
  const { caption, t: name, ofCell } = words.steps;
  const columns = CELLS.flatMap((cell) => ROWS.map(([id, field]) => ({ cell, id, values: answer[cell][field] })));
  return html`<div class="flow-table flow-long" tabindex="0" role="group" aria-label=${caption}><table>
    <caption class="visually-hidden">${caption}</caption>
    <thead><tr>
      <th scope="col">${name}</th>
      ${columns.map(({ cell, id }) => html`<th scope="col">${format(ofCell, { name: words.table.rows[id], cell: words.cells[cell] })}</th>`)}
    </tr></thead>
    <tbody>${Array.from(
      { length: T },
      (_, k) => html`<tr>
        <th scope="row">${k + 1}</th>${columns.map(({ values }) => html`<td>${powerText(values[k] as number, 4)}</td>`)}
      </tr>`,
    )}</tbody>
  </table></div>`;
}

/** In words, those of a mark's bits. */
function marksText(marks: number): string {
  const names = (Object.keys(MARKS) as Mark[]).filter((mark) => (marks & MARKS[mark]) !== 0);
  return names.length === 0 ? words.units.none : names.map((mark) => words.units.marks[mark]).join(words.between.words);
}

const share = (value: number | undefined) => `${Math.round(100 * (value ?? 0))}\u202f%`;

function unitRow(cell: FlowOf, k: number, unit: number): (string | TemplateResult)[] {
  const value = (values: ArrayLike<number>) => values[k] as number;
  return [
    formatNumber(value(cell.f), 4),
    formatNumber(value(cell.i), 4),
    powerText(value(cell.logDzF), 4),
    powerText(value(cell.logProduct), 4),
    powerText(value(cell.logDiagonal), 4),
    marksText(value(cell.forgetMarks)),
    share(cell.open[unit]),
    share(cell.closed[unit]),
    share(cell.flat[unit]),
    share(cell.dead[unit]),
  ];
}

export function unitsTable({ answer, t, dh }: Scene): TemplateResult {
  const { caption, unit: name, columns } = words.units;
  return html`<div class="flow-table flow-long" tabindex="0" role="group" aria-label=${format(caption, { t })}><table>
    <caption class="visually-hidden">${format(caption, { t })}</caption>
    <thead><tr><td></td><th scope="col">${name}</th>${Object.values(columns).map((text) => html`<th scope="col">${text}</th>`)}</tr></thead>
    <tbody>${CELLS.flatMap((cell) =>
      Array.from(
        { length: dh },
        (_, unit) => html`<tr>
          <th scope="row">${words.cells[cell]}</th><th scope="row">${unit + 1}</th>
          ${unitRow(answer[cell], (t - 1) * dh + unit, unit).map((text) => html`<td>${text}</td>`)}
        </tr>`,
      ),
    )}</tbody>
  </table></div>`;
}
