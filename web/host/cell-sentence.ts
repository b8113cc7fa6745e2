// A refusal of a typed number as one sentence.
import { en } from "./messages/en.ts";
import { format } from "./messages/format.ts";
import type { NumberProblem } from "./number.ts";

/** @param name of the column */
export function cellSentence(code: NumberProblem | "ambiguous", name: string, text: string): string {
  return format(en.data.cell[code], { name, text });
}
