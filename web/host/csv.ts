// Tables of numbers from text: separators , ; tab | or spaces, decimal point or comma, grouped thousands, quotes, header or none.
// Meaning is taken only where it is clear; elsewhere the answer is a reason with its line. Knows no lab and never throws.
//
// Our own reader and no library: a library splits fields, but the work here is in the decimal comma, in which cells are
// numbers and in saying where and why not, and its cost would count against the first visit.
import { decodeText, withoutTail } from "./csv-decode.ts";
import { findHeader, isHeader } from "./csv-header.ts";
import { type DecimalMark, looksNotFinite, looksNumeric, type NumberProblem, readNumber } from "./number.ts";

export type Separator = "," | ";" | "\t" | "|" | " ";

/** Why a text was refused; each code keys a sentence of the messages with the slots given here. */
export interface Problem {
  code:
    | NumberProblem
    | "empty"
    | "too-big"
    | "binary"
    | "one-column"
    | "ragged"
    | "open-quote"
    | "mixed-decimals"
    | "unclear-comma"
    | "unclear-point"
    | "no-rows"
    | "too-many-rows"
    | "too-many-columns";
  /** 1-based line of the text. */
  line?: number;
  /** 1-based column. */
  column?: number;
  /** The cell as it stands, shortened. */
  text?: string;
  expected?: number;
  found?: number;
  limit?: number;
}

export interface Column {
  /** From the header; "" when there is none. */
  name: string;
  /** (rows) null when the column cannot be used: `problem` says why. */
  values: number[] | null;
  problem: Problem | null;
  /** (rows) the cells as they stand, for a preview. */
  cells: string[];
}

export interface Table {
  columns: Column[];
  rows: number;
  /** Whether the first row was taken for names. */
  header: boolean;
  separator: Separator;
  decimal: DecimalMark;
  /** Lines that begin with # and were taken for remarks. */
  remarks: number;
}

/** What the reader decides where it is not told: a choice of the user's, whatever has come of it. */
export type Reading = Pick<Table, "header" | "decimal">;

/** `reading` is null where the text is no table at all. */
export type Parsed = { ok: true; table: Table } | { ok: false; problem: Problem; reading: Reading | null };

export interface CsvLimits {
  maxBytes: number;
  maxRows: number;
  maxColumns: number;
}

/** In order of trust: where two explain the text equally well, the earlier one is meant. */
const SEPARATORS: readonly Separator[] = ["\t", ";", "|", ",", " "];
/** Records that decide the separator. */
const SAMPLE_RECORDS = 100;
const SHOWN_TEXT = 40;
/** A line with more cells than this is not read any further: no spreadsheet is as wide, however many of its columns are empty. */
const MOST_CELLS = 20_000;

interface Row {
  line: number;
  cells: string[];
  /** Begins with #: a remark, unless it has the table's shape. */
  hash: boolean;
}

/** A file, refused by its size before it is read. */
export async function parseFile(
  file: Blob,
  limits: CsvLimits,
  header: boolean | "auto" = "auto",
  decimal: DecimalMark | "auto" = "auto",
): Promise<Parsed> {
  if (file.size > limits.maxBytes) return refuse({ code: "too-big", limit: limits.maxBytes, found: file.size });
  const decoded = decodeText(new Uint8Array(await file.arrayBuffer()));
  return decoded.ok ? parseTable(decoded.text, limits, header, decimal) : refuse({ code: decoded.code });
}

/**
 * @param header whether the first row holds names; "auto": where it is of another kind than the rows below
 * @param decimal the decimal mark; "auto": the one under which all cells are numbers
 */
export function parseTable(
  text: string,
  limits: CsvLimits,
  header: boolean | "auto" = "auto",
  decimal: DecimalMark | "auto" = "auto",
): Parsed {
  if (text.length > limits.maxBytes) return refuse({ code: "too-big", limit: limits.maxBytes, found: text.length });
  const { body, firstLine, declared } = prologue(text);
  if (body.trim() === "") return refuse({ code: "empty" });
  const separator = (declared !== null && separates(body, declared) ? declared : null) ?? detectSeparator(body);
  if (separator === null) return oneColumn(body, firstLine);
  // Two rows beyond the limit (one may be the header) are enough to know that it is passed.
  const split = splitRows(body, separator, firstLine, limits.maxRows + 2);
  if (split.openQuote !== null) return refuse({ code: "open-quote", line: split.openQuote });
  if (split.tooWide !== null)
    return refuse({ code: "too-many-columns", limit: limits.maxColumns, found: split.tooWide });
  const { rows, remarks } = tableRows(split.rows);
  return rows.length === 0
    ? refuse({ code: "empty" })
    : buildTable(rows, limits, { header, separator, decimal, remarks: remarks + split.skipped });
}

interface Wanted {
  header: boolean | "auto";
  separator: Separator;
  decimal: DecimalMark | "auto";
  remarks: number;
}

function buildTable(rows: Row[], limits: CsvLimits, wanted: Wanted): Parsed {
  const { separator, remarks } = wanted;
  evenEnds(rows);
  const first = rows[0]!;
  const width = (rows[1] ?? first).cells.length;
  // Tables written by R leave out the name of the column of row names.
  if ((separator === " " || separator === "\t") && first.cells.length === width - 1 && isHeader(first.cells))
    first.cells.unshift("");
  const cells = rows.map((row) => row.cells);
  const header = wanted.header === "auto" ? findHeader(cells) : wanted.header;
  const body = header ? rows.slice(1) : rows;
  const found = wanted.decimal === "auto" ? decimalOf(body, separator) : wanted.decimal;
  const decimal = typeof found === "string" ? found : found.decimal;
  const reading: Reading = { header, decimal };
  const refused = (problem: Problem): Parsed => ({ ok: false, problem, reading });

  const ragged = rows.find((row) => row.cells.length !== first.cells.length);
  if (ragged)
    return refused({ code: "ragged", line: ragged.line, expected: first.cells.length, found: ragged.cells.length });
  if (body.length === 0) return refused({ code: "no-rows" });
  if (body.length > limits.maxRows) return refused({ code: "too-many-rows", limit: limits.maxRows });
  if (typeof found !== "string") return refused(found.problem);

  const indices = first.cells.map((_, k) => k).filter((k) => rows.some((row) => row.cells[k] !== ""));
  if (indices.length > limits.maxColumns)
    return refused({ code: "too-many-columns", limit: limits.maxColumns, found: indices.length });
  const columns = indices.map((k) => readColumn(header ? first.cells[k]! : "", k, body, decimal));
  const usable = columns.filter((column) => column.values !== null).length;
  if (usable >= 2) return { ok: true, table: { columns, rows: body.length, separator, remarks, ...reading } };
  const problems = columns.flatMap((column) => column.problem ?? []);
  problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
  return refused(problems[0] ?? { code: "one-column" });
}

/**
 * The rows without blank ones and remarks. A line that begins with # is a row where it has as many cells as the others: a
 * colour, a ticket's number. Before the table begins it must also hold a number, for "# x, y" is a remark there.
 */
function tableRows(all: Row[]): { rows: Row[]; remarks: number } {
  const filled = all.filter((row) => row.cells.some((cell) => cell !== ""));
  const plain = filled.filter((row) => !row.hash);
  const width = commonWidth(plain.length > 0 ? plain : filled);
  let begun = false;
  const rows = filled.filter((row) => {
    const fits = row.cells.length === width && (begun || row.cells.slice(1).some(isValue));
    begun ||= !row.hash || fits;
    return !row.hash || fits;
  });
  return { rows, remarks: filled.length - rows.length };
}

function isValue(cell: string): boolean {
  return looksNumeric(cell, ".") || looksNumeric(cell, ",");
}

/** Cuts off what is empty in every row that has it: a separator at the end of some lines only, of the names or of the rows. */
function evenEnds(rows: Row[]): void {
  const least = rows.reduce((few, { cells }) => Math.min(few, cells.length), Number.POSITIVE_INFINITY);
  if (rows.every(({ cells }) => cells.slice(least).every((cell) => cell === "")))
    for (const { cells } of rows) cells.length = least;
}

function readColumn(name: string, index: number, body: Row[], decimal: "." | ","): Column {
  const cells = body.map((row) => row.cells[index]!);
  const values: number[] = [];
  for (const [k, cell] of cells.entries()) {
    const read = readNumber(cell, decimal);
    if (!read.ok) {
      const problem: Problem = { code: read.code, line: body[k]!.line, column: index + 1, text: shorten(cell) };
      return { name, values: null, problem, cells };
    }
    values.push(read.value);
  }
  return { name, values, problem: null, cells };
}

/** Grouped in threes once, so that the mark may be a decimal one as well: 1,234. */
const ONE_GROUP = /^[+-]?[1-9]\d{0,2}[.,](\d{3})$/;

/**
 * The decimal mark under which all cells are numbers, "." where none has a mark. Where both marks are needed, or a cell could mean
 * two things and no other tells: also what to say, and the likelier mark.
 */
function decimalOf(body: Row[], separator: Separator): DecimalMark | { decimal: DecimalMark; problem: Problem } {
  let mark: DecimalMark | null = null;
  const unclear: { mark: DecimalMark; group: string; problem: Problem }[] = [];
  for (const row of body) {
    for (const [k, text] of row.cells.entries()) {
      if (!/[.,]/.test(text)) continue;
      const where = { line: row.line, column: k + 1, text: shorten(text) };
      const [point, comma] = [looksNumeric(text, "."), looksNumeric(text, ",")];
      if (point !== comma) {
        const only = point ? "." : ",";
        if (mark !== null && mark !== only) return { decimal: mark, problem: { code: "mixed-decimals", ...where } };
        mark = only;
      } else if (point && !looksNotFinite(text)) {
        const used = text.includes(",") ? "," : ".";
        const code = used === "," ? "unclear-comma" : "unclear-point";
        unclear.push({ mark: used, group: ONE_GROUP.exec(text.trim())?.[1] ?? "", problem: { code, ...where } });
      }
    }
  }
  const first = unclear[0];
  if (mark !== null || first === undefined) return mark ?? ".";
  const both = unclear.some((each) => each.mark !== first.mark);
  // Where ; separates, commas are decimal marks; without one, points are, unless they may group thousands everywhere.
  const decimal = separator === ";" ? "," : first.mark === "," ? "," : ".";
  if (both) return { decimal, problem: first.problem };
  if (first.mark === ",") return separator === ";" ? "," : { decimal, problem: first.problem };
  // 15.000 and 4.000: nobody writes three decimals that are all 0, and only them; but a spreadsheet may show them.
  const thousands = unclear.every((each) => each.group === "000");
  if (separator === ";") return thousands ? "," : { decimal, problem: first.problem };
  return thousands && separator === "\t" ? { decimal, problem: first.problem } : ".";
}

/** The separator under which most records agree on a number of fields (two or more) and most cells are numbers. */
function detectSeparator(body: string): Separator | null {
  let best: Separator | null = null;
  let bestScore = 0;
  for (const separator of SEPARATORS) {
    const filled = tableRows(splitRows(body, separator, 1, SAMPLE_RECORDS).rows).rows;
    const width = commonWidth(filled);
    if (width < 2) continue;
    const agreeing = filled.filter((row) => row.cells.length === width);
    const cells = (agreeing.length > 1 ? agreeing.slice(1) : agreeing).flatMap((row) => row.cells);
    const decimals: readonly DecimalMark[] = separator === "," ? ["."] : [".", ","];
    const numeric = cells.filter((cell) => decimals.some((decimal) => looksNumeric(cell, decimal))).length;
    // The sum weighs agreement and meaning alike; the small step makes an earlier separator win a draw.
    const score = agreeing.length / filled.length + numeric / cells.length;
    if (score > bestScore + 1e-9) [best, bestScore] = [separator, score];
  }
  return best;
}

/** Whether a separator that a spreadsheet has declared is the one in use: a later program may have written another. */
function separates(body: string, separator: Separator): boolean {
  return commonWidth(tableRows(splitRows(body, separator, 1, SAMPLE_RECORDS).rows).rows) >= 2;
}

/** The most frequent number of fields; of two equally frequent ones the larger. */
function commonWidth(rows: Row[]): number {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.cells.length, (counts.get(row.cells.length) ?? 0) + 1);
  let [width, count] = [0, 0];
  for (const [w, c] of counts) if (c > count || (c === count && w > width)) [width, count] = [w, c];
  return width;
}

/** No separator splits the text: say so, or, where its lines are not even numbers, which line is not. */
function oneColumn(body: string, firstLine: number): Parsed {
  const { rows, openQuote } = splitRows(body, "\t", firstLine, Number.POSITIVE_INFINITY);
  if (openQuote !== null) return refuse({ code: "open-quote", line: openQuote });
  const filled = rows.filter((row) => !row.hash && row.cells.some((cell) => cell !== ""));
  if (filled.length === 0) return refuse({ code: "empty" });
  const bad = filled.slice(1).find((row) => !isValue(row.cells[0]!));
  if (bad) return refuse({ code: "not-number", line: bad.line, column: 1, text: shorten(bad.cells[0]!) });
  return refuse({ code: "one-column" });
}

/** Takes off the byte-order mark and a spreadsheet's "sep=;" line, which may be quoted, spaced and padded like any other. */
function prologue(text: string): { body: string; firstLine: number; declared: Separator | null } {
  const unmarked = withoutTail(text).replace(/^\ufeff+/, "");
  const declaration = /^([\r\n]*) *["']?sep *= *["']{0,2}(\\t|[,;\t| ])["']*[,;\t| ]*(?:\r\n|\n|\r|$)/i.exec(unmarked);
  if (!declaration) return { body: unmarked, firstLine: 1, declared: null };
  const [all, blank = "", mark] = declaration;
  const firstLine = 2 + blank.replaceAll("\r\n", "\n").length;
  return { body: unmarked.slice(all.length), firstLine, declared: mark === "\\t" ? "\t" : (mark as Separator) };
}

/** More lines that begin with # than this are not looked at, only counted: there is a page of text before the table. */
const MOST_HASHED = 10_000;

interface Split {
  rows: Row[];
  /** Lines that begin with # and are not among the rows. */
  skipped: number;
  /** The line on which a quote was opened and never closed, or null. */
  openQuote: number | null;
  /** How many cells the last record has, where that is more than are read; otherwise null. */
  tooWide: number | null;
}

/**
 * Records of trimmed fields, without blank lines; a quoted field may hold separators, line ends and doubled quotes.
 * @param most records that do not begin with #
 */
function splitRows(text: string, separator: Separator, firstLine: number, most: number): Split {
  const rows: Row[] = [];
  let line = firstLine;
  let at = 0;
  let [count, hashed] = [0, 0];
  const ended = (how: Partial<Split> = {}): Split => {
    return { rows, skipped: Math.max(0, hashed - MOST_HASHED), openQuote: null, tooWide: null, ...how };
  };
  while (at < text.length && count < most) {
    const eol = endOfLine(text, at);
    const plain = text.slice(at, eol);
    // A cell that is # alone, with others behind it, is a name: of a column of numbers.
    const hash = plain.startsWith("#") && !/^#[,;\t|].*[^\s,;|]/.test(plain);
    let next = afterLineEnd(text, eol);
    let lines = 1;
    if (hash) {
      hashed++;
      // A quote in a remark need not be closed, and does not reach into the next line.
      if (hashed <= MOST_HASHED)
        rows.push({ line, cells: quotedRecord(plain, 0, separator)?.cells ?? cellsOf(plain, separator), hash });
    } else if (plain.includes('"')) {
      const record = quotedRecord(text, at, separator);
      if (record === null) return ended({ openQuote: line });
      rows.push({ line, cells: record.cells, hash });
      if (record.width > MOST_CELLS) return ended({ tooWide: record.width });
      ({ next, lines } = record);
      count++;
    } else if (plain.trim() !== "") {
      const cells = cellsOf(plain, separator);
      rows.push({ line, cells, hash });
      if (cells.length > MOST_CELLS) return ended({ tooWide: widthOf(plain, separator) });
      count++;
    }
    line += lines;
    at = next;
  }
  return ended();
}

/** The trimmed fields of a line without quotes: one more than are read at the most. */
function cellsOf(line: string, separator: Separator): string[] {
  return separator === " "
    ? line.trim().split(/[ \t]+/, MOST_CELLS + 1)
    : line.split(separator, MOST_CELLS + 1).map((cell) => cell.trim());
}

/** How many fields a line without quotes has. */
function widthOf(line: string, separator: Separator): number {
  let width = 1;
  if (separator === " ") for (const _ of line.trim().matchAll(/[ \t]+/g)) width++;
  else for (let k = line.indexOf(separator); k >= 0; k = line.indexOf(separator, k + 1)) width++;
  return width;
}

/**
 * One record that holds quotes, from `at`, with one cell more than are read at the most.
 * @returns null when a quote stays open to the end of the text.
 */
function quotedRecord(
  text: string,
  at: number,
  separator: Separator,
): { cells: string[]; width: number; next: number; lines: number } | null {
  const cells: string[] = [];
  let width = 0;
  const spaces = separator === " ";
  const isBreak = (c: string | undefined) => c === undefined || c === "\n" || c === "\r";
  const isSeparator = (c: string | undefined) => (spaces ? c === " " || c === "\t" : c === separator);
  let lines = 1;
  let k = at;
  for (;;) {
    while (text[k] === " " || (text[k] === "\t" && separator !== "\t")) k++;
    let cell = "";
    if (text[k] === '"') {
      const end = closingQuote(text, k);
      if (end === null) return null;
      const quoted = text.slice(k + 1, end);
      lines += quoted.match(/\r\n|\n|\r/g)?.length ?? 0;
      cell = quoted.replaceAll('""', '"');
      k = end + 1;
    }
    const from = k;
    while (!isBreak(text[k]) && !isSeparator(text[k])) k++;
    if (width++ <= MOST_CELLS) cells.push((cell + text.slice(from, k)).trim());
    if (spaces) while (isSeparator(text[k])) k++;
    else if (isSeparator(text[k])) {
      k++;
      continue;
    }
    if (isBreak(text[k])) return { cells, width, next: afterLineEnd(text, k), lines };
  }
}

/** Where the quote that opens at `at` is closed; a doubled one does not close it. */
function closingQuote(text: string, at: number): number | null {
  for (let k = at + 1; ; k += 2) {
    k = text.indexOf('"', k);
    if (k < 0) return null;
    if (text[k + 1] !== '"') return k;
  }
}

function endOfLine(text: string, at: number): number {
  let k = at;
  while (k < text.length && text[k] !== "\n" && text[k] !== "\r") k++;
  return k;
}

function afterLineEnd(text: string, eol: number): number {
  return text[eol] === "\r" && text[eol + 1] === "\n" ? eol + 2 : eol + 1;
}

function shorten(cell: string): string {
  return cell.length > SHOWN_TEXT ? `${cell.slice(0, SHOWN_TEXT - 1)}…` : cell;
}

function refuse(problem: Problem): Parsed {
  return { ok: false, problem, reading: null };
}
