// Numbers as people type them and as files hold them: read strictly, with the reason when they cannot be taken.

export type NumberProblem = "missing" | "not-number" | "not-finite" | "too-large" | "too-small";
export type NumberRead = { ok: true; value: number } | { ok: false; code: NumberProblem };

/** Largest magnitude taken: beyond it squares and sums of the solvers overflow. */
export const LARGEST = 1e100;
/** Smallest magnitude other than 0: below it a double loses digits. */
export const SMALLEST = 2.2250738585072014e-308;

const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const NOT_FINITE = /^[+-]?(?:nan|n\/?a|null|none|inf(?:inity)?|∞|1\.#\w+)$/i;

/** Does the text stand for a number, or for a number that is missing or infinite ("NA", "-inf")? */
export function looksNumeric(text: string, decimal: "." | ","): boolean {
  const plain = normalise(text, decimal);
  return plain !== null && (PLAIN.test(plain) || NOT_FINITE.test(plain));
}

/** Is it one of the words for a value that is missing or infinite? */
export function looksNotFinite(text: string): boolean {
  return NOT_FINITE.test(text.trim());
}

/** @param decimal the decimal mark of the text; the other one is refused, for 1,234 can mean two things. */
export function readNumber(text: string, decimal: "." | ",", largest: number = LARGEST): NumberRead {
  const plain = normalise(text, decimal);
  if (plain === "") return { ok: false, code: "missing" };
  if (plain === null) return { ok: false, code: "not-number" };
  if (NOT_FINITE.test(plain)) return { ok: false, code: "not-finite" };
  if (!PLAIN.test(plain)) return { ok: false, code: "not-number" };
  const value = Number(plain);
  if (!Number.isFinite(value) || Math.abs(value) > largest) return { ok: false, code: "too-large" };
  // A text with a digit other than 0 that reads as 0 has underflowed.
  const underflow = value === 0 && /[1-9]/.test(plain.replace(/e.*$/i, ""));
  if (underflow || (value !== 0 && Math.abs(value) < SMALLEST)) return { ok: false, code: "too-small" };
  return { ok: true, value };
}

/** A number typed by hand: either decimal mark, since there is only one number to read. */
export function readTyped(text: string, largest: number = LARGEST): NumberRead {
  const decimal = text.includes(",") && !text.includes(".") ? "," : ".";
  return readNumber(text, decimal, largest);
}

/** Trimmed, with "." as decimal mark and "-" as minus sign; null when it uses the other decimal mark. */
function normalise(text: string, decimal: "." | ","): string | null {
  const trimmed = text.trim().replace(/^\u2212/, "-");
  if (decimal === ".") return trimmed;
  if (trimmed.includes(".")) return NOT_FINITE.test(trimmed) ? trimmed : null;
  return trimmed.replace(",", ".");
}
