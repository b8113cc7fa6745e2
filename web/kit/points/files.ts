// Data as text that reads back to the same doubles. Pure.
import { type CsvDialect, STANDARD, writeCsv } from "../../host/csv-write.ts";
import { columnOf, type Rows } from "./rows.ts";

/** A column of a file. */
export type SavedColumn = readonly [name: string, values: ArrayLike<number | string>];

/** The points as columns: one for each coordinate, then the last number. @param names d + 1 of them */
export function pointColumns(rows: Rows, names: readonly string[]): SavedColumn[] {
  const values = [...Array.from({ length: rows.d }, (_, k) => columnOf(rows, k)), rows.last];
  return values.map((column, k) => [names[k] ?? "", column]);
}

export function columnsCsv(columns: readonly SavedColumn[], dialect: CsvDialect = STANDARD): string {
  return writeCsv(
    columns.map(([name]) => name),
    columns.map(([, values]) => values),
    dialect,
  );
}
