// A measured number beside its bound, as it is read.
import { formatNumber } from "../format-number.ts";
import type { Measured } from "./task.ts";

const SIGNS: Readonly<Record<Measured["relation"], string>> = {
  "<": "<",
  "<=": "≤",
  ">": ">",
  ">=": "≥",
  "=": "=",
  "!=": "≠",
};
/** Significant digits, and as many as it may take to tell a value from its bound. */
const DIGITS = 4;
const MOST_DIGITS = 12;

/** @returns such as "0.667" and "> 0.5"; what cannot be measured yet is a dash */
export function textOf({ value, relation, bound }: Measured): { readonly value: string; readonly asked: string } {
  let digits = DIGITS;
  const alike = () => value !== bound && formatNumber(value, digits) === formatNumber(bound, digits);
  while (digits < MOST_DIGITS && alike()) digits++;
  return {
    value: Number.isNaN(value) ? "–" : formatNumber(value, digits),
    asked: `${SIGNS[relation]} ${formatNumber(bound, Math.min(digits, 8))}`,
  };
}
