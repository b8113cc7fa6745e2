// The ledger of one number: rows by the path of the last edge on the way back, columns by the step of the loss, and the totals.
import { html, nothing, type TemplateResult } from "lit";
import "./ledger.css";
import { formatNumber } from "../../../../../host/format-number.ts";
import { format } from "../../../../../host/messages/format.ts";
import { segments } from "../../../../../kit/stages/stage-elements.ts";
import { typeset } from "../../../../../kit/typeset.ts";
import { below } from "../../../messages/cell-below.en.ts";
import type { CifgState } from "../../../state.ts";
import { differs } from "../scene.ts";
import type { LedgerPath } from "../wires.ts";
import { type BelowScene, gateOf, largest } from "./below-scene.ts";
import { formulaSegments, sentenceWith } from "./formulas.ts";
import { compact, tint } from "./heat-map.ts";

const words = below.ledger;

/** Paths into h; into c there is the cell besides. */
const TO_H = 4;
const TO_C = 5;

export interface LedgerTable {
  /** The steps of the loss that are columns, counted from 1. */
  readonly sources: readonly number[];
  readonly paths: number;
  /** null: no such path. @param path 0 the loss, 1..3 U_f, U_o, U_c, 4 the cell */
  entry(source: number, path: number): number | null;
  byPath(path: number): number;
  bySource(source: number): number;
  readonly total: number;
  /** What the way back has; and what the broken claim has, where that differs. */
  readonly delta: number;
  readonly wrong: number | null;
}

/** The loss enters at its own step only; everything else is on its way from a later one. */
const exists = (source: number, path: number, t: number) => source >= t && (path === 0) === (source === t);

const at = (list: Float64Array, k: number) => list[k] ?? Number.NaN;
const wrongOr = (right: number, wrong: number | undefined) =>
  wrong !== undefined && differs(right, wrong) ? wrong : null;
const steps = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, k) => from + k);

function ofDelta(scene: BelowScene, to: "c" | "h"): LedgerTable {
  const { tape, wrong, T, dh, row, ledgerT: t } = scene;
  const key = to === "c" ? "dc" : "dh";
  const paths = to === "c" ? TO_C : TO_H;
  const { ledger, sums, backward } = tape;
  const place = (block: number) => (block * T + t - 1) * dh + row;
  const delta = at(backward.deltas[key], place(0));
  return {
    ...{ sources: steps(t, T), paths, total: at(sums.total[key], place(0)), delta },
    entry: (source, path) => (exists(source, path, t) ? at(ledger[key], place((source - 1) * paths + path)) : null),
    byPath: (path) => at(sums.byPath[key], place(path)),
    bySource: (source) => at(sums.bySource[key], place(source - 1)),
    wrong: wrongOr(delta, wrong?.deltas[key][place(0)]),
  };
}

function ofParameter(scene: BelowScene): LedgerTable {
  const { tape, wrong, T, parameter, rows, columns, row, column } = scene;
  const { ledger, sums, backward } = tape;
  const size = rows * columns;
  const place = (block: number) => block * size + row * columns + column;
  const delta = at(backward.grads[parameter], place(0));
  return {
    ...{ sources: steps(1, T), paths: gateOf(parameter) === "o" ? TO_H : TO_C, delta },
    total: at(sums.total.params[parameter], place(0)),
    entry: (source, path) => at(ledger.params[parameter], place((source - 1) * TO_C + path)),
    byPath: (path) => at(sums.byPath.params[parameter], place(path)),
    bySource: (source) => at(sums.bySource.params[parameter], place(source - 1)),
    wrong: wrongOr(delta, wrong?.grads[parameter][place(0)]),
  };
}

export const ledgerTable = (scene: BelowScene): LedgerTable =>
  scene.ledgerOf === "parameter" ? ofParameter(scene) : ofDelta(scene, scene.ledgerOf);

/** The line on the tape of an entry. Of a parameter it is all steps' together: none. */
export function pathOf({ ledgerOf, ledgerT: t }: BelowScene, source: number, path: number): LedgerPath | null {
  return ledgerOf === "parameter" ? null : { to: ledgerOf, source, path, t };
}

const PATHS = ["g_t", "U_f", "U_o", "U_c", "c_{t+1}"] as const;

/** The entry that is lit: under the pointer or the focus, or else the pinned one. */
export interface Lit {
  readonly source: number;
  readonly path: number;
}

export interface LedgerHandlers {
  readonly lit: Lit | null;
  readonly pinned: Lit | null;
  readonly patch: (change: Partial<CifgState>) => void;
  /** null: left. */
  readonly look: (entry: Lit | null) => void;
  readonly pin: (entry: Lit) => void;
}

export const sameEntry = (a: Lit | null, b: Lit | null) =>
  a !== null && b !== null && a.source === b.source && a.path === b.path;

/**
 * Arrow keys go from entry to entry; there is one stop of the Tab key. Where a row or a column has no further entry they go on in the
 * order of reading: the loss itself stands alone in both.
 */
function move(event: KeyboardEvent): void {
  const own = (event.currentTarget as HTMLElement).closest("td");
  const line = own?.closest("tr");
  if (own === null || own === undefined || line === null || line === undefined) return;
  const by = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] }[event.key];
  if (by === undefined) return;
  event.preventDefault();
  const lines = [...(line.parentElement?.children ?? [])];
  let [row, column] = [lines.indexOf(line), own.cellIndex];
  for (;;) {
    row += by[0] as number;
    column += by[1] as number;
    const cell = (lines[row] as HTMLTableRowElement | undefined)?.cells[column];
    if (cell === undefined) break;
    const button = cell.querySelector("button");
    if (button === null) continue;
    button.focus();
    return;
  }
  const all = [...(line.parentElement?.querySelectorAll("button") ?? [])];
  all[all.indexOf(event.currentTarget as HTMLButtonElement) + (by[0] as number) + (by[1] as number)]?.focus();
}

/** What is said of an entry, or of none. */
export function sentenceOf(scene: BelowScene, entry: Lit | null): string {
  if (entry === null) return scene.ledgerOf === "parameter" ? words.noneOfParameter : words.none;
  const { source, path } = entry;
  const value = formatNumber(ledgerTable(scene).entry(source, path) ?? Number.NaN, 4);
  const values = { source, value, t: scene.ledgerT, next: scene.ledgerT + 1 };
  if (scene.ledgerOf === "parameter")
    return format(words.sentences.parameter, { ...values, path: words.paths[path] ?? "" });
  const from = (["loss", "U_f", "U_o", "U_c", "cell"] as const)[path] ?? "loss";
  return (
    format(words.sentences[from], values) + (scene.ledgerOf === "c" && path < TO_H ? words.sentences.throughH : "")
  );
}

function grid(table: LedgerTable, handlers: LedgerHandlers, caption: string): TemplateResult {
  const { sources, paths, entry } = table;
  const { lit, pinned, look, pin } = handlers;
  const rows = Array.from({ length: paths }, (_, path) => path);
  const all = rows.flatMap((path) => sources.flatMap((source) => entry(source, path) ?? []));
  const most = largest([all]);
  const first = rows.flatMap((path) =>
    sources.filter((source) => entry(source, path) !== null).map((source) => ({ source, path })),
  )[0];
  const stop = lit ?? pinned ?? first ?? null;
  const cell = (source: number, path: number) => {
    const value = entry(source, path);
    if (value === null) return html`<td class="below-no" aria-label=${words.noPath}>·</td>`;
    const own = { source, path };
    const name = format(words.entryName, { path: words.paths[path] ?? "", source });
    return html`<td .style=${tint(value, most)} ?data-lit=${sameEntry(lit ?? pinned, own)}><button
      type="button" tabindex=${sameEntry(stop, own) ? 0 : -1} aria-pressed=${sameEntry(pinned, own)}
      aria-label="${name} ${compact(value, 3)}" data-entry="${source} ${path}"
      @pointerenter=${(event: PointerEvent) => event.pointerType === "mouse" && look(own)} @pointerleave=${() => look(null)}
      @focus=${() => look(own)} @blur=${() => look(null)} @click=${() => pin(own)} @keydown=${move}
    >${compact(value, 3)}</button></td>`;
  };
  const number = (value: number) => html`<td class="below-sum">${compact(value, 3)}</td>`;
  return html`<div class="below-scroll" role="group" aria-label=${caption} tabindex="-1"><table class="below-ledger">
    <caption><span>${sentenceWith(caption)}</span></caption>
    <thead><tr><th scope="col">${words.corner}</th>${sources.map((source) => html`<th scope="col">${format(words.step, { source })}</th>`)}<th scope="col">${words.all}</th></tr></thead>
    <tbody>
      ${rows.map(
        (
          path,
        ) => html`<tr><th scope="row">${typeset(PATHS[path] ?? "")} <span class="muted">${words.paths[path]}</span></th>
        ${sources.map((source) => cell(source, path))}${number(table.byPath(path))}</tr>`,
      )}
      <tr class="below-sums"><th scope="row">${words.all}</th>${sources.map((source) => number(table.bySource(source)))}
        <td class="below-sum below-total">${formatNumber(table.total, 4)}</td></tr>
    </tbody>
  </table></div>`;
}

export function captionOf({ ledgerOf, ledgerT: t, row, column, parameter }: BelowScene): string {
  if (ledgerOf === "parameter")
    return format(words.captions.parameter, { name: parameter, row: row + 1, column: column + 1 });
  return format(words.captions[ledgerOf], { t, unit: row + 1 });
}

export function ledgerPart(scene: BelowScene, handlers: LedgerHandlers): TemplateResult {
  const { T, ledgerOf, ledgerT, parameter } = scene;
  const { patch, lit, pinned } = handlers;
  const table = ledgerTable(scene);
  const options = [
    ["c", "δc_t"],
    ["h", "δh_t"],
    ["parameter", `∂L/∂${parameter}`],
  ] as const;
  const times = Object.fromEntries(steps(1, T).map((t) => [String(t), String(t)]));
  return html`<h2>${words.title}</h2>
    <p class="below-about">${words.about}</p>
    <div class="stage-choices">
      ${formulaSegments<CifgState["ledgerOf"]>("ledgerOf", words.of, ledgerOf, options, (value) => patch({ ledgerOf: value }))}
      ${
        ledgerOf === "parameter" || T === 1
          ? nothing
          : html`<div class="below-steps"><span>${typeset("t")}</span>${segments("ledgerT", words.at, String(ledgerT), times, (t) => patch({ ledgerT: Number(t) }))}</div>`
      }
    </div>
    ${grid(table, handlers, captionOf(scene))}
    <p class="below-sentence">${sentenceWith(sentenceOf(scene, lit ?? pinned))}</p>
    <p class="below-check">${format(words.check, { total: formatNumber(table.total, 6), delta: formatNumber(table.delta, 6) })}
      ${table.wrong === null ? nothing : html`<b class="below-off">${format(words.wrong, { value: formatNumber(table.wrong, 6) })}</b>`}</p>`;
}
