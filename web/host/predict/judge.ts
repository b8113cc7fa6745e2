// Whether what came is what was expected.
import type { Question } from "./prediction.ts";

export type Direction = "rises" | "falls" | "stays";
export type Expected =
  | { readonly kind: "direction"; readonly direction: Direction }
  | { readonly kind: "place"; readonly value: number }
  | { readonly kind: "set"; readonly points: readonly boolean[] };

/** What is read of a question. */
export type Value = number | readonly boolean[];

export type Outcome =
  | {
      readonly kind: "direction";
      readonly right: boolean;
      readonly expected: Direction;
      readonly came: Direction;
      readonly before: number;
      readonly after: number;
      readonly band: number;
    }
  | {
      readonly kind: "place";
      readonly right: boolean;
      readonly expected: number;
      readonly before: number;
      readonly after: number;
      readonly band: number;
    }
  | {
      readonly kind: "set";
      readonly right: boolean;
      /** (n) */
      readonly expected: readonly boolean[];
      readonly after: readonly boolean[];
      /** Points, from 0, that are in it and were not expected; and the other way round. */
      readonly missed: readonly number[];
      readonly extra: readonly number[];
    };

export function directionOf(before: number, after: number, band: number): Direction {
  // Infinite before and after, it has stayed.
  if (before === after || Math.abs(after - before) <= band) return "stays";
  return after > before ? "rises" : "falls";
}

/** @returns null where the three do not belong together: points have gone since, or a number is none */
export function judge(
  question: Question,
  { expected, before, after, state }: { expected: Expected; before: Value; after: Value; state: object },
): Outcome | null {
  if (question.kind === "set") {
    if (expected.kind !== "set" || typeof after === "number" || expected.points.length !== after.length) return null;
    const points = expected.points;
    const rows = after.map((_, i) => i);
    const missed = rows.filter((i) => after[i] && !points[i]);
    const extra = rows.filter((i) => !after[i] && points[i]);
    const right = missed.length + extra.length === 0;
    return { kind: "set", right, expected: points, after, missed, extra };
  }
  if (typeof before !== "number" || typeof after !== "number" || Number.isNaN(before) || Number.isNaN(after))
    return null;
  const band = question.band(before, state);
  if (question.kind === "direction" && expected.kind === "direction") {
    const came = directionOf(before, after, band);
    return {
      kind: "direction",
      right: came === expected.direction,
      expected: expected.direction,
      came,
      before,
      after,
      band,
    };
  }
  if (question.kind === "place" && expected.kind === "place") {
    const { value } = expected;
    return { kind: "place", right: Math.abs(after - value) <= band, expected: value, before, after, band };
  }
  return null;
}
