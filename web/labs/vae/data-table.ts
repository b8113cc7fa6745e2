// What the table shows and edits: of the stage "Bound" x, b and D, row by row; of the others the user's own images. Pure.
import { type CsvDialect, STANDARD, writeCsv } from "../../host/csv-write.ts";
import { format } from "../../host/messages/format.ts";
import { MAX_DX, MAX_NUMBER, MAX_OWN_IMAGES, MOST_INK, PIXELS } from "./fields.ts";
import { data as words } from "./messages/data.en.ts";
import { resized } from "./problem.ts";
import type { VaeState } from "./state.ts";

export interface DataRows {
  readonly columns: readonly { readonly title: string; readonly name: string }[];
  readonly rows: number;
  readonly maxRows: number;
  cell(row: number, column: number): number;
  /** Least and largest value of a column's cells. */
  range(column: number): readonly [least: number, most: number];
  withCell(row: number, column: number, value: number): Partial<VaeState>;
  /** One more row after the last. */
  added(): Partial<VaeState>;
  /** null where a row must stay. */
  without(row: number): Partial<VaeState> | null;
}

const replaced = (list: readonly number[], at: number, value: number) => list.map((old, i) => (i === at ? value : old));
const dropped = (list: readonly number[], row: number, columns: number) =>
  list.filter((_, i) => Math.floor(i / columns) !== row);

/** A row for each coordinate of x. */
function modelRows(state: VaeState): DataRows {
  const { dx, dz, D, b, x } = state;
  const titled = ({ title, name }: { title: string; name: string }, j: number) => ({
    title: format(title, { j }),
    name: format(name, { j }),
  });
  return {
    columns: [words.x, words.b, ...Array.from({ length: dz }, (_, j) => titled(words.D, j + 1))],
    rows: dx,
    maxRows: MAX_DX,
    cell: (row, column) => (column === 0 ? x[row] : column === 1 ? b[row] : D[row * dz + column - 2]) ?? 0,
    range: () => [-MAX_NUMBER, MAX_NUMBER],
    withCell(row, column, value) {
      if (column === 0) return { x: replaced(x, row, value) };
      if (column === 1) return { b: replaced(b, row, value) };
      return { D: replaced(D, row * dz + column - 2, value) };
    },
    added: () => resized(state, dx + 1, dz),
    without(row) {
      if (dx === 1) return null;
      return { dx: dx - 1, D: dropped(D, row, dz), b: dropped(b, row, 1), x: dropped(x, row, 1) };
    },
  };
}

/** A row for each own image: its class, and its pixels. */
function imageRows({ ownImages, ownLabels }: VaeState): DataRows {
  const rows = ownLabels.length;
  const pixel = (_: unknown, p: number) => {
    const at = { row: Math.floor(p / 8) + 1, column: (p % 8) + 1 };
    return { title: format(words.pixel.title, { p }), name: format(words.pixel.name, at) };
  };
  return {
    columns: [words.label, ...Array.from({ length: PIXELS }, pixel)],
    rows,
    maxRows: MAX_OWN_IMAGES,
    cell: (row, column) => (column === 0 ? ownLabels[row] : ownImages[row * PIXELS + column - 1]) ?? 0,
    range: (column) => (column === 0 ? [-1, 9] : [0, MOST_INK]),
    withCell: (row, column, value) =>
      column === 0
        ? { ownLabels: replaced(ownLabels, row, Math.round(value)) }
        : { ownImages: replaced(ownImages, row * PIXELS + column - 1, value) },
    added: () => ({ ownImages: [...ownImages, ...new Array<number>(PIXELS).fill(0)], ownLabels: [...ownLabels, -1] }),
    without: (row) => ({ ownImages: dropped(ownImages, row, PIXELS), ownLabels: dropped(ownLabels, row, 1) }),
  };
}

export function dataRows(state: VaeState): DataRows {
  return state.stage === "bound" ? modelRows(state) : imageRows(state);
}

export function dataCsv({ columns, rows, cell }: DataRows, dialect: CsvDialect = STANDARD): string {
  return writeCsv(
    columns.map(({ title }) => title),
    columns.map((_, column) => Array.from({ length: rows }, (__, row) => cell(row, column))),
    dialect,
  );
}
