// The numbers of a text as they stand in it.
import { formatNumber } from "../format-number.ts";
import { worked as words } from "../messages/worked.en.ts";
import type { WorkedValue } from "./worked.ts";

/** Digits of a number in the text. */
const DIGITS = 5;

export function written(value: WorkedValue): string {
  if (value === null) return words.none;
  if (typeof value === "boolean") return value ? words.holds : words.fails;
  return typeof value === "number" ? formatNumber(value, DIGITS) : value.map(written).join(", ");
}
