// The user's own series: numbers from a typed or pasted text, and what a stroke of the pen makes of a drawn one. Pure.
import { type DecimalMark, readNumber } from "../../../../host/number.ts";
import { TRAIN } from "./fields.ts";

const { maxCount: MOST, max: LARGEST } = TRAIN.ownSeries;
/** A text in a refusal is cut to this. */
const SHOWN = 20;

export type OwnSeriesRefusal =
  | { readonly code: "empty" | "one-value" }
  | { readonly code: "not-number" | "not-finite" | "large"; readonly k: number; readonly text: string }
  | { readonly code: "many"; readonly count: number };

/**
 * Whether commas stand between numbers or are decimal marks: between them where a space follows one, where points are decimal marks,
 * and where a word has two of them.
 */
function separatorsOf(text: string): { readonly between: RegExp; readonly decimal: DecimalMark } {
  const commas = /,\s/.test(text) || text.includes(".") || /,[^\s;,]*,/.test(text);
  return commas ? { between: /[\s;,]+/, decimal: "." } : { between: /[\s;]+/, decimal: "," };
}

/** Numbers between spaces, commas, semicolons or lines. */
export function readSeries(text: string): { readonly values: readonly number[] } | OwnSeriesRefusal {
  const { between, decimal } = separatorsOf(text);
  const words = text.split(between).filter((word) => word !== "");
  if (words.length === 0) return { code: "empty" };
  const values: number[] = [];
  for (const [k, word] of words.entries()) {
    const read = readNumber(word, word.includes(",") ? decimal : ".");
    const where = { k: k + 1, text: word.slice(0, SHOWN) };
    if (!read.ok) {
      const missing = read.code === "not-finite" || read.code === "missing";
      return { code: missing ? "not-finite" : read.code === "too-large" ? "large" : "not-number", ...where };
    }
    if (Math.abs(read.value) > LARGEST) return { code: "large", ...where };
    values.push(read.value);
  }
  if (values.length > MOST) return { code: "many", count: values.length };
  return values.length === 1 ? { code: "one-value" } : { values };
}

/** Values of a drawn series, and the most that one is up or down. */
export const DRAWN = { count: 120, most: 1, digits: 3 } as const;

const inside = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value));

/** One value changed. */
export function withValue(values: readonly number[], k: number, value: number): number[] {
  return values.with(k, Number(inside(value, -DRAWN.most, DRAWN.most).toFixed(DRAWN.digits)) + 0);
}

export interface PenPlace {
  /** Steps from the left, 0 to count - 1, and the value; any numbers. */
  readonly k: number;
  readonly value: number;
}

/** The series after a stroke went straight from one place to another: every step that it passed has its height. */
export function stroked(values: readonly number[], from: PenPlace, to: PenPlace): number[] {
  const last = values.length - 1;
  const [a, b] = [inside(Math.round(from.k), 0, last), inside(Math.round(to.k), 0, last)];
  let next = [...values];
  for (let k = Math.min(a, b); k <= Math.max(a, b); ++k) {
    const along = a === b ? 1 : (k - a) / (b - a);
    next = withValue(next, k, from.value + along * (to.value - from.value));
  }
  return next;
}

/** What has been drawn so far, from step `first` to step `last`, goes on level to both ends: no jump is learnt that nobody drew. */
export function levelled(values: readonly number[], first: number, last: number): number[] {
  return values.map((value, k) => (k < first ? values[first] : k > last ? values[last] : value) ?? value);
}
