// The words of the worked example besides its text.
import type { WorkedWords } from "../../../host/worked/words.ts";

export const worked = {
  title: "By hand: three points, many optimal ρ",
  fields: { twelfths: { label: "ν in twelfths", hint: "8 is the tie, ν = 2/3." } },
} as const satisfies WorkedWords;
