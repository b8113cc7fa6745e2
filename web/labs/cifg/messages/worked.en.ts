// The words of the worked example besides its text.
import type { WorkedWords } from "../../../host/worked/words.ts";

export const worked = {
  title: "By hand: two steps of a cell, and back",
  fields: {
    x1: { symbol: "x₁", label: "input of step 1" },
    x2: { symbol: "x₂", label: "input of step 2" },
    U_f: { symbol: "U_f", label: "from h to the forget gate" },
    b_f: { symbol: "b_f", label: "bias of the forget gate" },
  },
} as const satisfies WorkedWords;
