// A refusal of data as one sentence.
import type { Problem } from "./csv.ts";
import { en } from "./messages/en.ts";
import { format } from "./messages/format.ts";
import type { NumberProblem } from "./number.ts";

const BYTES_PER_MB = 1e6;

export function problemSentence(problem: Problem): string {
  const { code, line = "", column = "", text = "", expected = "", found = "", limit = "" } = problem;
  const size = (value: number | "") => (value === "" ? "" : (value / BYTES_PER_MB).toFixed(1).replace(/\.0$/, ""));
  const sizes = code === "too-big" ? { found: size(found), limit: size(limit) } : { found, limit };
  return format(en.data.problems[code], { line, column, text, expected, ...sizes });
}

/** The refusal of a typed cell. @param name of its column */
export function cellSentence(code: NumberProblem, name: string, text: string): string {
  return format(en.data.cell[code], { name, text });
}
