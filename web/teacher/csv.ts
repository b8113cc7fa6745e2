// The table as CSV (RFC 4180), for a spreadsheet.
import { STANDARD, writeCsv } from "../host/csv-write.ts";
import { en as words } from "./messages/teacher.en.ts";
import { isDoneHere, type Row } from "./rows.ts";
import { findingText, measuredTexts, twinsText } from "./sentences.ts";

/** Without it Excel takes UTF-8 for something else. */
const MARK = "\ufeff";

/**
 * A text that no spreadsheet runs: with a quotation mark before what begins a formula, in the full-width forms, too. Tabs and line ends,
 * after which some look again, are spaces; a semicolon begins a cell where the system's language has it for a separator.
 */
export function harmless(text: string): string {
  const line = text.replace(/[\t\r\n]+/g, " ").replace(/;(\s*)(?=[=+\-@＝＋－＠])/g, ";$1'");
  return /^\s*[=+\-@|%＝＋－＠]/.test(line) ? `'${line}` : line;
}

export function csvOf(rows: readonly Row[]): string {
  const cells = rows.map((row) => ({
    who: row.from.handIn.who,
    file: row.from.file,
    lab: row.entry.lab,
    task: row.entry.task,
    title: row.title,
    statement: row.task?.task.claim ?? row.entry.statement,
    done: row.replayed === null ? words.answers.waits : isDoneHere(row) ? words.answers.yes : words.answers.no,
    measured: measuredTexts(row)
      .map(({ text }) => text)
      .join("; "),
    finding: findingText(row.finding, row.from.handIn.program),
    twins: twinsText(row),
    at: row.entry.at ?? "",
    program: row.from.handIn.program,
  }));
  const names = Object.keys(words.csv.columns) as (keyof typeof words.csv.columns)[];
  const columns = names.map((name) => cells.map((cell) => harmless(cell[name])));
  return (
    MARK +
    writeCsv(
      names.map((name) => words.csv.columns[name]),
      columns,
      STANDARD,
    )
  );
}
