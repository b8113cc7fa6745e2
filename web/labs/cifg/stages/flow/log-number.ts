// Numbers that are known by their log10, and may be far beyond the range of doubles.
import { formatNumber } from "../../../../host/format-number.ts";
import { powerOfTen } from "../../../../plot/scale.ts";

/** Exponents up to which the number itself is a double of full precision. */
const WITHIN = 300;

/** @param log its log10, -Infinity for 0 @returns such as "0.0123", "3.1×10⁻⁵¹⁸⁵", "0" */
export function powerText(log: number, digits = 3): string {
  if (log === Number.NEGATIVE_INFINITY) return "0";
  if (Math.abs(log) <= WITHIN) return formatNumber(10 ** log, digits);
  const whole = Math.floor(log);
  const mantissa = formatNumber(10 ** (log - whole), digits);
  // 9.996 is written 10.
  return mantissa === "10" ? powerOfTen(whole + 1) : `${mantissa}×${powerOfTen(whole)}`;
}

/** A tick of an axis of log10: the number that it stands for. */
export const tickText = (log: number): string => (Math.abs(log) <= 3 ? String(Number(`1e${log}`)) : powerOfTen(log));
