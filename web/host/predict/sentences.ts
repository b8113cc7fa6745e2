// What is said of a prediction.
import { formatNumber } from "../format-number.ts";
import { format } from "../messages/format.ts";
import { en as words } from "../messages/predict.en.ts";
import type { Outcome } from "./judge.ts";
import type { QuestionWords } from "./prediction.ts";

/** Digits of what is compared, so many that two numbers that differ look so. */
const DIGITS = 4;
const MOST = 10;
/** Points that are named one by one. */
const NAMED = 12;

/** Two numbers as they are read: alike only where they are. */
export function textsOf(a: number, b: number): readonly [string, string] {
  let digits = DIGITS;
  while (digits < MOST && a !== b && formatNumber(a, digits) === formatNumber(b, digits)) digits++;
  return [formatNumber(a, digits), formatNumber(b, digits)];
}

/** Points as people count them. */
function named(points: readonly number[]): string {
  const shown = points.slice(0, NAMED).map((i) => String(i + 1));
  const rest = points.length - shown.length;
  return rest > 0 ? format(words.more, { points: shown.join(", "), count: rest }) : shown.join(", ");
}

/** What came, and what had been expected. */
export function cameText(outcome: Outcome, { name }: QuestionWords): string {
  if (outcome.kind === "set") {
    const { after, missed, extra } = outcome;
    const all = after.filter(Boolean).length;
    return [
      format(words.came.set, { name, after: all, n: after.length, hit: all - missed.length }),
      missed.length > 0 ? format(words.missed, { points: named(missed) }) : "",
      extra.length > 0 ? format(words.extra, { points: named(extra) }) : "",
    ]
      .filter(Boolean)
      .join(" ");
  }
  const [before, after] = textsOf(outcome.before, outcome.after);
  if (outcome.kind === "direction") {
    const came = format(words.came[outcome.came], { name, before, after });
    return outcome.right ? came : `${came} ${words.expectedDirection[outcome.expected]}`;
  }
  const [expected, now] = textsOf(outcome.expected, outcome.after);
  return format(words.came.place, { name, before, after: now, expected, band: formatNumber(outcome.band) });
}
