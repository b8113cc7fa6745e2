// Tables of numbers from text: separators , ; tab | or spaces, decimal point or comma, quotes, header or none. Meaning is
// taken only where it is clear; elsewhere the answer is a reason with its line. Knows no lab and never throws.
//
// Our own reader and no library: a library splits fields, but the work here is in the decimal comma, in which cells are
// numbers and in saying where and why not, and its cost would count against the first visit.
import { decodeText } from "./csv-decode.ts";
import { looksNotFinite, looksNumeric, type NumberProblem, readNumber } from "./number.ts";

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
  header: boolean;
  separator: Separator;
  decimal: "." | ",";
}

export type Parsed = { ok: true; table: Table } | { ok: false; problem: Problem };

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

interface Row {
  line: number;
  cells: string[];
}

/** A file, refused by its size before it is read. */
export async function parseFile(file: Blob, limits: CsvLimits, header: boolean | "auto" = "auto"): Promise<Parsed> {
  if (file.size > limits.maxBytes) return refuse({ code: "too-big", limit: limits.maxBytes, found: file.size });
  const decoded = decodeText(new Uint8Array(await file.arrayBuffer()));
  return decoded.ok ? parseTable(decoded.text, limits, header) : refuse({ code: decoded.code });
}

/** @param header whether the first row holds names; "auto": when none of its cells is a number. */
export function parseTable(text: string, limits: CsvLimits, header: boolean | "auto" = "auto"): Parsed {
  if (text.length > limits.maxBytes) return refuse({ code: "too-big", limit: limits.maxBytes, found: text.length });
  const { body, firstLine, declared } = prologue(text);
  if (body.trim() === "") return refuse({ code: "empty" });
  const separator = declared ?? detectSeparator(body);
  if (separator === null) return oneColumn(body, firstLine);
  // Two rows beyond the limit (one may be the header) are enough to know that it is passed.
  const split = splitRows(body, separator, firstLine, limits.maxRows + 2);
  if (split.openQuote !== null) return refuse({ code: "open-quote", line: split.openQuote });
  const rows = split.rows.filter((row) => row.cells.some((cell) => cell !== ""));
  return rows.length === 0 ? refuse({ code: "empty" }) : buildTable(rows, separator, limits, header);
}

function buildTable(rows: Row[], separator: Separator, limits: CsvLimits, wanted: boolean | "auto"): Parsed {
  const first = rows[0]!;
  const width = (rows[1] ?? first).cells.length;
  // Tables written by R leave out the name of the column of row names.
  if ((separator === " " || separator === "\t") && first.cells.length === width - 1 && isHeader(first))
    first.cells.unshift("");
  const ragged = rows.find((row) => row.cells.length !== first.cells.length);
  if (ragged) {
    return refuse({ code: "ragged", line: ragged.line, expected: first.cells.length, found: ragged.cells.length });
  }
  const header = wanted === "auto" ? isHeader(first) : wanted;
  const body = header ? rows.slice(1) : rows;
  if (body.length === 0) return refuse({ code: "no-rows" });
  if (body.length > limits.maxRows) return refuse({ code: "too-many-rows", limit: limits.maxRows });
  const decimal = decimalOf(body, separator);
  if (typeof decimal !== "string") return refuse(decimal);

  const indices = first.cells.map((_, k) => k).filter((k) => rows.some((row) => row.cells[k] !== ""));
  if (indices.length > limits.maxColumns) {
    return refuse({ code: "too-many-columns", limit: limits.maxColumns, found: indices.length });
  }
  const columns = indices.map((k) => readColumn(header ? first.cells[k]! : "", k, body, decimal));
  const usable = columns.filter((column) => column.values !== null).length;
  if (usable >= 2) return { ok: true, table: { columns, rows: body.length, header, separator, decimal } };
  const problems = columns.flatMap((column) => column.problem ?? []);
  problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
  return refuse(problems[0] ?? { code: "one-column" });
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

/** A first row of names: something in it, and nothing in it that reads as a value. */
function isHeader(row: Row): boolean {
  return row.cells.every((cell) => !looksNumeric(cell, ".") && !looksNumeric(cell, ","));
}

/** The decimal mark all cells share, "." where none has one; a problem where both occur or a comma can mean two things. */
function decimalOf(body: Row[], separator: Separator): "." | "," | Problem {
  let mark: "." | "," | null = null;
  let unclear: Problem | null = null;
  let clear = separator === ";";
  for (const row of body) {
    for (const [k, cell] of row.cells.entries()) {
      const has = cell.includes(",") ? "," : cell.includes(".") ? "." : null;
      if (has === null || looksNotFinite(cell) || !looksNumeric(cell, has)) continue;
      const where = { line: row.line, column: k + 1, text: shorten(cell) };
      if (mark !== null && mark !== has) return { code: "mixed-decimals", ...where };
      mark = has;
      // "1,234" may be a thousand and more; where every comma stands so, only the separator ; tells that it is a decimal mark.
      if (has === "," && !/^[+-]?[1-9]\d{0,2},\d{3}$/.test(cell)) clear = true;
      else unclear ??= { code: "unclear-comma", ...where };
    }
  }
  return mark === "," && !clear && unclear !== null ? unclear : (mark ?? ".");
}

/** The separator under which most records agree on a number of fields (two or more) and most cells are numbers. */
function detectSeparator(body: string): Separator | null {
  let best: Separator | null = null;
  let bestScore = 0;
  for (const separator of SEPARATORS) {
    const { rows } = splitRows(body, separator, 1, SAMPLE_RECORDS);
    const filled = rows.filter((row) => row.cells.some((cell) => cell !== ""));
    const width = commonWidth(filled);
    if (width < 2) continue;
    const agreeing = filled.filter((row) => row.cells.length === width);
    const cells = (agreeing.length > 1 ? agreeing.slice(1) : agreeing).flatMap((row) => row.cells);
    const decimals: readonly ("." | ",")[] = separator === "," ? ["."] : [".", ","];
    const numeric = cells.filter((cell) => decimals.some((decimal) => looksNumeric(cell, decimal))).length;
    // The sum weighs agreement and meaning alike; the small step makes an earlier separator win a draw.
    const score = agreeing.length / filled.length + numeric / cells.length;
    if (score > bestScore + 1e-9) [best, bestScore] = [separator, score];
  }
  return best;
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
  const { rows } = splitRows(body, "\t", firstLine, Number.POSITIVE_INFINITY);
  const filled = rows.filter((row) => row.cells.some((cell) => cell !== ""));
  if (filled.length === 0) return refuse({ code: "empty" });
  const bad = filled.slice(1).find((row) => !looksNumeric(row.cells[0]!, ".") && !looksNumeric(row.cells[0]!, ","));
  if (bad) return refuse({ code: "not-number", line: bad.line, column: 1, text: shorten(bad.cells[0]!) });
  return refuse({ code: "one-column" });
}

/** Takes off the byte-order mark and a spreadsheet's "sep=;" line. */
function prologue(text: string): { body: string; firstLine: number; declared: Separator | null } {
  const unmarked = text.replace(/^\ufeff/, "");
  const declaration = /^sep=([,;\t|])\r?\n/i.exec(unmarked);
  if (!declaration) return { body: unmarked, firstLine: 1, declared: null };
  return { body: unmarked.slice(declaration[0].length), firstLine: 2, declared: declaration[1] as Separator };
}

/**
 * Records of trimmed fields. Blank lines and lines that start with # are left out; a quoted field may hold separators, line
 * ends and doubled quotes. @returns also the line on which a quote was opened and never closed, or null.
 */
function splitRows(
  text: string,
  separator: Separator,
  firstLine: number,
  most: number,
): { rows: Row[]; openQuote: number | null } {
  const rows: Row[] = [];
  let line = firstLine;
  let at = 0;
  while (at < text.length && rows.length < most) {
    const eol = endOfLine(text, at);
    const plain = text.slice(at, eol);
    if (plain.trim() === "" || plain.startsWith("#")) {
      at = afterLineEnd(text, eol);
      line++;
      continue;
    }
    const start = line;
    if (!plain.includes('"')) {
      rows.push({
        line: start,
        cells: separator === " " ? plain.trim().split(/[ \t]+/) : plain.split(separator).map((c) => c.trim()),
      });
      at = afterLineEnd(text, eol);
      line++;
      continue;
    }
    const record = quotedRecord(text, at, separator);
    if (record === null) return { rows, openQuote: start };
    rows.push({ line: start, cells: record.cells });
    line += record.lines;
    at = record.next;
  }
  return { rows, openQuote: null };
}

/** One record that holds quotes, from `at`. @returns null when a quote stays open to the end of the text. */
function quotedRecord(
  text: string,
  at: number,
  separator: Separator,
): { cells: string[]; next: number; lines: number } | null {
  const cells: string[] = [];
  const spaces = separator === " ";
  const isBreak = (c: string | undefined) => c === undefined || c === "\n" || c === "\r";
  const isSeparator = (c: string | undefined) => (spaces ? c === " " || c === "\t" : c === separator);
  let lines = 1;
  let k = at;
  for (;;) {
    while (text[k] === " " || (text[k] === "\t" && separator !== "\t")) k++;
    let cell = "";
    if (text[k] === '"') {
      for (k++; ; k++) {
        if (k >= text.length) return null;
        if (text[k] === '"') {
          if (text[k + 1] !== '"') break;
          k++;
        } else if (text[k] === "\n" || (text[k] === "\r" && text[k + 1] !== "\n")) {
          lines++;
        }
        cell += text[k];
      }
      k++;
    }
    while (!isBreak(text[k]) && !isSeparator(text[k])) cell += text[k++];
    cells.push(cell.trim());
    if (spaces) while (isSeparator(text[k])) k++;
    else if (isSeparator(text[k])) {
      k++;
      continue;
    }
    if (isBreak(text[k])) return { cells, next: afterLineEnd(text, k), lines };
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
  return { ok: false, problem };
}
