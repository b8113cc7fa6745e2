// Tables to text: every double with as many digits as read back to it exactly.

export interface CsvDialect {
  separator: "," | ";" | "\t" | "|";
  /** "," only with a separator other than ",". */
  decimal: "." | ",";
  eol: "\n" | "\r\n";
}

export const STANDARD: CsvDialect = { separator: ",", decimal: ".", eol: "\r\n" };

/** @param columns each of one length, in order; @returns the header, then a line for every row. */
export function writeCsv(
  names: readonly string[],
  columns: readonly ArrayLike<number | string>[],
  dialect: CsvDialect = STANDARD,
): string {
  const rows = columns[0]?.length ?? 0;
  const lines = [names.map((name) => quoted(name, dialect)).join(dialect.separator)];
  for (let k = 0; k < rows; k++) lines.push(columns.map((column) => cell(column[k], dialect)).join(dialect.separator));
  return lines.map((line) => line + dialect.eol).join("");
}

function cell(value: number | string | undefined, dialect: CsvDialect): string {
  if (typeof value === "number") return exact(value).replace(".", dialect.decimal);
  return quoted(value ?? "", dialect);
}

/** The shortest decimal that reads back to the same double, the sign of zero included. */
function exact(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}

function quoted(text: string, dialect: CsvDialect): string {
  // A leading = + - @ makes spreadsheets run a cell as a formula; a space before it does not, and readers trim it.
  const safe = /^[=+\-@]/.test(text) ? ` ${text}` : text;
  return /["\r\n]|^[\s#]|\s$|^$/.test(safe) || safe.includes(dialect.separator)
    ? `"${safe.replaceAll('"', '""')}"`
    : safe;
}
