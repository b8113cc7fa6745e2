// All that the cell is given, as matrices of numbers to drag or type: weights, biases, inputs, starting states, the loss.

import type { Store } from "../../../../host/lab.ts";
import { format } from "../../../../host/messages/format.ts";
import { type Typed, textOf } from "../../../../host/slider.ts";
import { type NumberCell, numberCell } from "../../../../kit/number-cell/number-cell.ts";
import { typesetHtml } from "../../../../kit/typeset.ts";
import { MAX_NUMBER } from "../../fields.ts";
import { cell as words } from "../../messages/cell.en.ts";
import { offsetOf, PARAMS, type ParamName, type Sizes, shapeOf } from "../../problem.ts";
import type { CifgState } from "../../state.ts";
import { COLOURS } from "./draw-blocks.ts";

const LISTS = ["weights", "x", "h0", "c0", "g"] as const;
export type ListName = (typeof LISTS)[number];
export type MatrixName = ParamName | Exclude<ListName, "weights">;

/** A matrix of the state: which list it is part of, and where; entries `step` apart down a column. */
export interface Matrix {
  readonly name: MatrixName;
  readonly list: ListName;
  readonly rows: number;
  readonly columns: number;
  /** Index in the list. */
  at(row: number, column: number): number;
}

/** The matrices of a cell in the order in which they are read. Of x and g each column is a step. */
export function matricesOf(sizes: Sizes): readonly Matrix[] {
  const { dx, dh, T } = sizes;
  const params = PARAMS.map((name): Matrix => {
    const from = offsetOf(name, sizes);
    const { rows, columns } = shapeOf(name, sizes);
    return { name, list: "weights", rows, columns, at: (row, column) => from + row * columns + column };
  });
  const overTime = (name: "x" | "g", rows: number): Matrix => ({
    ...{ name, list: name, rows, columns: T },
    at: (row, column) => column * rows + row,
  });
  const start = (name: "h0" | "c0"): Matrix => ({ name, list: name, rows: dh, columns: 1, at: (row) => row });
  return [...params, overTime("x", dx), start("c0"), start("h0"), overTime("g", dh)];
}

/** The list with one number changed. */
export function withNumber(
  state: CifgState,
  { list, at }: Matrix,
  row: number,
  column: number,
  value: number,
): Partial<CifgState> {
  const index = at(row, column);
  return { [list]: state[list].map((old, k) => (k === index ? value : old)) };
}

/** What belongs together. */
const GROUPS = [
  { id: "f", names: ["W_f", "U_f", "b_f"] },
  { id: "o", names: ["W_o", "U_o", "b_o"] },
  { id: "c~", names: ["W_c", "U_c", "b_c"] },
  { id: "x", names: ["x"] },
  { id: "c", names: ["c0", "h0"] },
  { id: "g", names: ["g"] },
] as const satisfies readonly { id: keyof typeof COLOURS; names: readonly MatrixName[] }[];

const LETTERS: Readonly<Record<MatrixName, string>> = {
  ...{ W_f: "W_f", U_f: "U_f", b_f: "b_f", W_o: "W_o", U_o: "U_o", b_o: "b_o", W_c: "W_c", U_c: "U_c", b_c: "b_c" },
  ...{ x: "x_t", h0: "h_0", c0: "c_0", g: "g_t" },
};

export interface Matrices {
  /** @param scales whether the bars' scales may change: while a number is dragged only its own bar does in each frame */
  update(scales: boolean): void;
  /** Put the focus on a number. */
  focus(name: MatrixName, row: number, column: number): void;
  dispose(): void;
}

export function mountMatrices(
  root: HTMLElement,
  store: Store<CifgState>,
  notify: (text: string, tone: "plain" | "trouble") => void,
  carried: (now: boolean) => void,
): Matrices {
  const host = document.createElement("section");
  host.className = "cell-matrices";
  host.setAttribute("aria-label", words.matrices.label);
  root.append(host);
  let drawn = "";
  /** The lists that are shown, and what a full bar of each stands for. */
  let seen: readonly unknown[] = [];
  let most = new Map<ListName, number>();
  let scaled = false;
  let cells: { matrix: Matrix; row: number; column: number; cell: NumberCell }[] = [];

  function refused(typed: Typed, text: string): void {
    const { min, max } = { min: textOf(-MAX_NUMBER), max: textOf(MAX_NUMBER) };
    if (typed.ok) notify(format(words.matrices.moved, { text, value: textOf(typed.value), min, max }), "plain");
    else notify(format(words.matrices.refused, { text }), "trouble");
  }

  function cellOf(matrix: Matrix, row: number, column: number): HTMLElement {
    const { name, columns } = matrix;
    const overTime = name === "x" || name === "g";
    const place = overTime ? words.matrices.atStep : columns === 1 ? words.matrices.entry : words.matrices.entries;
    const letter = words.matrices.names[name];
    const cell = numberCell({
      id: `${name}-${row}-${column}`,
      label: format(place, { name: letter, row: row + 1, column: column + 1 }),
      field: matrix.list,
      min: -MAX_NUMBER,
      max: MAX_NUMBER,
      change: (value, gesture) => store.patch(withNumber(store.state, matrix, row, column, value), { gesture }),
      carried,
      refused,
    });
    cells.push({ matrix, row, column, cell });
    return cell.host;
  }

  function figure(matrix: Matrix): HTMLElement {
    const element = document.createElement("div");
    element.className = "cell-matrix";
    element.dataset.matrix = matrix.name;
    const letter = document.createElement("span");
    letter.className = "cell-letter";
    letter.append(...typesetHtml(LETTERS[matrix.name]));
    const grid = document.createElement("div");
    grid.className = "cell-grid";
    grid.style.setProperty("--columns", String(matrix.columns));
    const over = matrix.name === "x" || matrix.name === "g";
    if (over)
      for (let t = 1; t <= matrix.columns; ++t) {
        const step = document.createElement("span");
        step.className = "cell-step";
        step.textContent = String(t);
        grid.append(step);
      }
    const bracket = document.createElement("div");
    bracket.className = "cell-bracket";
    bracket.style.setProperty("--columns", String(matrix.columns));
    for (let row = 0; row < matrix.rows; ++row)
      for (let column = 0; column < matrix.columns; ++column) bracket.append(cellOf(matrix, row, column));
    grid.append(bracket);
    element.append(letter, grid);
    return element;
  }

  function build(sizes: Sizes): void {
    cells = [];
    const matrices = matricesOf(sizes);
    host.replaceChildren(
      ...GROUPS.map(({ id, names }) => {
        const group = document.createElement("div");
        group.className = "cell-group";
        group.dataset.group = id;
        group.style.setProperty("--own", `var(--${COLOURS[id]})`);
        const title = document.createElement("h2");
        title.textContent = words.matrices.groups[id];
        const row = document.createElement("div");
        row.className = "cell-row";
        row.append(...matrices.filter(({ name }) => (names as readonly string[]).includes(name)).map(figure));
        group.append(title, row);
        return group;
      }),
    );
  }

  function update(scales: boolean): void {
    const { state } = store;
    const { dx, dh, T } = state;
    const sizes = `${dx} ${dh} ${T}`;
    if (sizes !== drawn) {
      const before = drawn;
      drawn = sizes;
      build({ dx, dh, T });
      seen = [];
      // One that was dragged while the sizes changed is gone.
      if (before !== "") carried(false);
    }
    const lists = LISTS.map((list) => state[list]);
    if (lists.every((list, k) => list === seen[k]) && (scaled || !scales)) return;
    seen = lists;
    scaled = scales || most.size === 0;
    if (scaled) most = new Map(LISTS.map((list) => [list, Math.max(1, ...state[list].map(Math.abs))]));
    for (const { matrix, row, column, cell } of cells) {
      const value = state[matrix.list][matrix.at(row, column)] ?? 0;
      cell.show(value, value / (most.get(matrix.list) as number));
    }
  }
  update(true);

  return {
    update,
    focus(name, row, column) {
      const found = cells.find((each) => each.matrix.name === name && each.row === row && each.column === column);
      found?.cell.element.scrollIntoView({ block: "nearest", inline: "nearest" });
      found?.cell.element.focus({ preventScroll: true });
      found?.cell.element.select();
    },
    dispose: () => host.remove(),
  };
}
