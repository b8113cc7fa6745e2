// Numbers as people type them and as files hold them: read strictly, with the reason when they cannot be taken.

export type NumberProblem = "missing" | "not-number" | "not-finite" | "too-large" | "too-small";
export type NumberRead<Code = NumberProblem> = { ok: true; value: number } | { ok: false; code: Code };
export type DecimalMark = "." | ",";

/** Largest magnitude taken: beyond it squares and sums of the solvers overflow. */
export const LARGEST = 1e100;
/** Smallest magnitude other than 0: below it a double loses digits. */
export const SMALLEST = 2.2250738585072014e-308;
export const isDenormal = (value: number) => value !== 0 && Math.abs(value) < SMALLEST;

const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const NOT_FINITE = /^[+-]?(?:nan|n\/?a|null|none|inf(?:inity)?|∞|1\.#\w+)$/i;
/** Groups of three digits, all set apart by the same mark, then a decimal mark or none. */
const GROUPED = /^[+-]?[1-9]\d{0,2}([.,'’\s])\d{3}(?:\1\d{3})*(?:([.,])\d*)?$/;

/** Does the text stand for a number, or for a number that is missing or infinite ("NA", "-inf")? */
export function looksNumeric(text: string, decimal: DecimalMark): boolean {
  const plain = normalise(text, decimal);
  return plain !== null && (PLAIN.test(plain) || NOT_FINITE.test(plain));
}

/** Is it one of the words for a value that is missing or infinite? */
export function looksNotFinite(text: string): boolean {
  return NOT_FINITE.test(text.trim());
}

/** @param decimal the decimal mark of the text; the other one may group thousands, but then in threes. */
export function readNumber(text: string, decimal: DecimalMark): NumberRead {
  const plain = normalise(text, decimal);
  if (plain === "") return { ok: false, code: "missing" };
  if (plain === null) return { ok: false, code: "not-number" };
  if (NOT_FINITE.test(plain)) return { ok: false, code: "not-finite" };
  if (!PLAIN.test(plain)) return { ok: false, code: "not-number" };
  const value = Number(plain);
  if (!Number.isFinite(value) || Math.abs(value) > LARGEST) return { ok: false, code: "too-large" };
  // A text with a digit other than 0 that reads as 0 has underflowed.
  const underflow = value === 0 && /[1-9]/.test(plain.replace(/e.*$/i, ""));
  return underflow || isDenormal(value) ? { ok: false, code: "too-small" } : { ok: true, value };
}

/** A number typed by hand, with either decimal mark; "1,234" is refused, for it can mean two things. */
export function readTyped(text: string): NumberRead<NumberProblem | "ambiguous"> {
  const [point, comma] = [readNumber(text, "."), readNumber(text, ",")];
  // A point is typed for decimals: nobody types the points of thousands and leaves it at that.
  if (point.ok && comma.ok && point.value !== comma.value && text.includes(","))
    return { ok: false, code: "ambiguous" };
  return !point.ok && point.code === "not-number" ? comma : point;
}

/** As JavaScript writes it: "." as decimal mark, "-" as minus sign, no groups; null when the marks of the text are others. */
function normalise(text: string, decimal: DecimalMark): string | null {
  // Marks that have no width come along from spreadsheets and web pages; ="1" is how a spreadsheet keeps a text.
  const bare = text.replace(/[\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g, "").trim();
  const trimmed = bare.replace(/^="(.*)"$/, "$1").replace(/^[\u2212\u2013]/, "-");
  const [, group, mark] = GROUPED.exec(trimmed) ?? [];
  if (group !== undefined && group !== decimal && (mark ?? decimal) === decimal)
    return trimmed.replaceAll(group, "").replace(decimal, ".");
  const other = decimal === "." ? "," : ".";
  if (trimmed.includes(other)) return NOT_FINITE.test(trimmed) ? trimmed : null;
  return trimmed.replace(decimal, ".");
}
