// The table twin of the tape: a row for each step and unit, every state and every delta. Filled only while it is unfolded.
import { html, nothing, render, type TemplateResult } from "lit";
import { formatNumber } from "../../../../host/format-number.ts";
import { typeset } from "../../../../kit/typeset.ts";
import { cell as words } from "../../messages/cell.en.ts";
import { deltaOf, stateOf } from "./quantities.ts";
import { differs, type Scene } from "./scene.ts";

const STATES = ["z_f", "f", "z_o", "o", "z_c", "c~", "c", "h"] as const;
const LETTERS: Readonly<Record<string, string>> = {
  ...{
    z_f: "z_f",
    f: "f",
    "1-f": "1−f",
    z_o: "z_o",
    o: "o",
    z_c: "z_c",
    "c~": "c̃",
    c: "c",
    "tanh c": "tanh(c)",
    h: "h",
  },
};

export interface Column {
  readonly id: string;
  readonly letter: string;
  /** NaN where there is none. @param unit counted from 0 */
  value(t: number, unit: number): number;
  /** What the broken claim has; NaN where it has the same. */
  wrong(t: number, unit: number): number;
}

const none = () => Number.NaN;

/** All columns of the steps and units, t = 0 included. */
export function columnsOf({ problem, states, back, wrong }: Scene): Column[] {
  const { dh } = problem;
  const extra = (list: Float64Array) => (t: number, unit: number) =>
    t === 0 ? Number.NaN : (list[(t - 1) * dh + unit] ?? Number.NaN);
  const state = (id: (typeof STATES)[number]): Column => ({
    id,
    letter: LETTERS[id] as string,
    value: (t, unit) => stateOf(states, problem, id, t, unit),
    wrong: none,
  });
  const derived = (id: string, list: Float64Array): Column => ({
    id,
    letter: LETTERS[id] as string,
    value: extra(list),
    wrong: none,
  });
  const delta = (id: (typeof STATES)[number]): Column => ({
    id: `d${id}`,
    letter: `δ${LETTERS[id]}`,
    value: (t, unit) => deltaOf(back, problem, id, t, unit),
    wrong(t, unit) {
      if (wrong === null) return Number.NaN;
      const other = deltaOf(wrong.back, problem, id, t, unit);
      return differs(deltaOf(back, problem, id, t, unit), other) ? other : Number.NaN;
    },
  });
  return [
    ...[
      state("z_f"),
      state("f"),
      derived("1-f", states.oneMinusF),
      state("z_o"),
      state("o"),
      state("z_c"),
      state("c~"),
    ],
    ...[state("c"), derived("tanh c", states.tanhC), state("h")],
    {
      id: "g",
      letter: "g",
      value: (t, unit) => (t === 0 ? Number.NaN : stateOf(states, problem, "g", t, unit)),
      wrong: none,
    },
    ...(["h", "o", "c", "f", "c~", "z_f", "z_o", "z_c"] as const).map(delta),
  ];
}

/** Steps and units, in the order of the rows. */
export function rowsOf({ problem: { T, dh } }: Scene): { t: number; unit: number }[] {
  return Array.from({ length: (T + 1) * dh }, (_, k) => ({ t: Math.floor(k / dh), unit: k % dh }));
}

function numbersTable(scene: Scene): TemplateResult {
  const columns = columnsOf(scene);
  const one = ({ id, value, wrong }: Column, t: number, unit: number) => {
    const [right, other] = [value(t, unit), wrong(t, unit)];
    if (Number.isNaN(right)) return html`<td data-column=${id}></td>`;
    const off = Number.isNaN(other) ? nothing : html`<span class="cell-wrong">${formatNumber(other, 4)}</span> `;
    return html`<td data-column=${id}>${off}${formatNumber(right, 4)}</td>`;
  };
  return html`<table>
    <caption class="visually-hidden">${words.table.caption}</caption>
    <thead><tr><th scope="col">${typeset("t")}</th><th scope="col">${words.table.unit}</th>${columns.map(({ letter }) => html`<th scope="col">${typeset(letter)}</th>`)}</tr></thead>
    <tbody>${rowsOf(scene).map(
      ({ t, unit }) =>
        html`<tr data-t=${t} data-unit=${unit + 1} ?data-first=${unit === 0}><th scope="row">${t}</th><td>${unit + 1}</td>${columns.map((column) => one(column, t, unit))}</tr>`,
    )}</tbody>
  </table>`;
}

/** Of x_t: another number of rows a step. */
function inputsTable({ problem, states, back }: Scene): TemplateResult {
  const { dx, T } = problem;
  const rows = Array.from({ length: T * dx }, (_, k) => ({ t: Math.floor(k / dx) + 1, unit: k % dx }));
  return html`<table>
    <caption class="visually-hidden">${words.table.inputs}</caption>
    <thead><tr><th scope="col">${typeset("t")}</th><th scope="col">${words.table.input}</th><th scope="col">${typeset("x")}</th><th scope="col">${typeset("δx")}</th></tr></thead>
    <tbody>${rows.map(
      ({ t, unit }) =>
        html`<tr ?data-first=${unit === 0}><th scope="row">${t}</th><td>${unit + 1}</td><td>${formatNumber(stateOf(states, problem, "x", t, unit), 4)}</td><td>${formatNumber(deltaOf(back, problem, "x", t, unit), 4)}</td></tr>`,
    )}</tbody>
  </table>`;
}

export function mountTable(root: HTMLElement) {
  const host = document.createElement("details");
  host.className = "cell-table";
  host.innerHTML = `<summary></summary><div class="cell-table-scroll" tabindex="0"></div><div class="cell-table-scroll" tabindex="0"></div>`;
  const [summary, numbers, inputs] = [...host.children] as [HTMLElement, HTMLElement, HTMLElement];
  summary.textContent = words.table.title;
  numbers.setAttribute("role", "group");
  numbers.setAttribute("aria-label", words.table.caption);
  inputs.setAttribute("role", "group");
  inputs.setAttribute("aria-label", words.table.inputs);
  root.append(host);
  let scene: Scene | null = null;
  let due = 0;
  function fill(): void {
    due = 0;
    if (!host.open || scene === null) return;
    render(numbersTable(scene), numbers);
    render(inputsTable(scene), inputs);
  }
  host.addEventListener("toggle", fill);
  return {
    /** What scrolls in it, and takes the focus. */
    element: numbers,
    /** A drag does not wait for it: it follows a moment later. */
    update(next: Scene): void {
      scene = next;
      if (!host.open || due !== 0) return;
      due = window.setTimeout(fill, 100);
    },
    dispose(): void {
      clearTimeout(due);
      host.remove();
    },
  };
}
