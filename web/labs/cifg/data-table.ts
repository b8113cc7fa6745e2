// The sequence of the cell, or the series of the training, as rows for the table and the files, and what an edit makes of them. Pure.
import { type CsvDialect, STANDARD, writeCsv } from "../../host/csv-write.ts";
import { format } from "../../host/messages/format.ts";
import { MAX_NUMBER, MAX_SIZE, MAX_T } from "./fields.ts";
import { data as words } from "./messages/data.en.ts";
import { resized, type Sizes } from "./problem.ts";
import { seriesOf } from "./series.ts";
import { MAX_SERIES, TRAIN } from "./stages/train/fields.ts";
import type { CifgState } from "./state.ts";

/** Rows of numbers that the table shows and edits. */
export interface DataRows {
  readonly columns: readonly { readonly title: string; readonly name: string }[];
  readonly rows: number;
  readonly maxRows: number;
  /** Largest absolute value of a cell. */
  readonly most: number;
  cell(row: number, column: number): number;
  withCell(row: number, column: number, value: number): Partial<CifgState>;
  /** One more row after the last, a copy of it. */
  added(): Partial<CifgState>;
  /** null where a row must stay. */
  without(row: number): Partial<CifgState> | null;
}

const replaced = (list: readonly number[], at: number, value: number) => list.map((old, i) => (i === at ? value : old));
const dropped = (list: readonly number[], row: number, columns: number) =>
  list.filter((_, i) => Math.floor(i / columns) !== row);

/** x_t and g_t of the cell, a row a step. */
function sequenceRows(state: CifgState): DataRows {
  const { dx, dh, T, x, g } = state;
  const named = (count: number, { title, name }: { title: string; name: string }) =>
    Array.from({ length: count }, (_, j) => ({ title: format(title, { j: j + 1 }), name: format(name, { j: j + 1 }) }));
  const withT = (count: number): Sizes => ({ dx, dh, T: count });
  return {
    columns: [...named(dx, words.x), ...named(dh, words.g)],
    rows: T,
    maxRows: MAX_T,
    most: MAX_NUMBER,
    cell: (row, column) => (column < dx ? x[row * dx + column] : g[row * dh + column - dx]) ?? 0,
    withCell: (row, column, value) =>
      column < dx ? { x: replaced(x, row * dx + column, value) } : { g: replaced(g, row * dh + column - dx, value) },
    added() {
      const more = resized(state, withT(T + 1));
      return { ...more, x: [...x, ...x.slice(-dx)], at: 0 };
    },
    without(row) {
      return T === 1 ? null : { T: T - 1, x: dropped(x, row, dx), g: dropped(g, row, dh), at: 0 };
    },
  };
}

/** The values of the series that is learnt. An edit makes it the user's own. */
function seriesRows(state: CifgState): DataRows {
  const values = seriesOf(state);
  const own = (ownSeries: readonly number[]): Partial<CifgState> => ({ series: "own", ownSeries });
  return {
    columns: [words.value],
    rows: values.length,
    maxRows: MAX_SERIES,
    most: TRAIN.ownSeries.max,
    cell: (row) => values[row] ?? 0,
    withCell: (row, _, value) => own(replaced(values, row, value)),
    added: () => own([...values, values.at(-1) ?? 0]),
    without: (row) => own(dropped(values, row, 1)),
  };
}

/** Whether the open stage draws its data by a seed: there is nothing to show, and nothing to edit. */
export function isDrawn({ stage, task }: Pick<CifgState, "stage" | "task">): boolean {
  return stage === "flow" || (stage === "train" && task !== "series");
}

/** What the data of the open stage are; of one that draws them, the cell's. */
export function dataRows(state: CifgState): DataRows {
  return state.stage === "train" ? seriesRows(state) : sequenceRows(state);
}

export function dataCsv({ columns, rows, cell }: DataRows, dialect: CsvDialect = STANDARD): string {
  return writeCsv(
    columns.map(({ title }) => title),
    columns.map((_, column) => Array.from({ length: rows }, (__, row) => cell(row, column))),
    dialect,
  );
}

/** What cannot be taken of a file's columns, as a sentence; "" where all can. @param x (rows*columns) */
export function objection(x: readonly number[], columns: number, most: number): string {
  const at = x.findIndex((value) => !(Math.abs(value) <= most));
  return at < 0 ? "" : format(words.tooLarge, { row: Math.floor(at / columns) + 1, value: String(x[at]), most });
}

/** The state with a file's columns as its sequence. @param x (T*dx), at most MAX_T steps of MAX_SIZE numbers */
export function withSequence(state: CifgState, x: readonly number[], dx: number): Partial<CifgState> {
  const T = Math.min(MAX_T, x.length / dx);
  const sizes = { dx: Math.min(MAX_SIZE, dx), dh: state.dh, T };
  return { ...resized(state, sizes), x: x.slice(0, T * dx), at: 0, unit: 0 };
}
