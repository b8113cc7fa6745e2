// A refusal of data as one sentence.
import type { Problem } from "./csv.ts";
import { format } from "./messages/format.ts";
import { problems } from "./messages/import.en.ts";

const BYTES_PER_MB = 1e6;

export function problemSentence(problem: Problem): string {
  const { code, line = "", column = "", text = "", expected = "", found = "", limit = "" } = problem;
  const size = (value: number | "") => (value === "" ? "" : (value / BYTES_PER_MB).toFixed(1).replace(/\.0$/, ""));
  const sizes = code === "too-big" ? { found: size(found), limit: size(limit) } : { found, limit };
  return format(problems[code], { line, column, text, expected, ...sizes });
}
