// The words of the worked example besides its text.
import type { WorkedWords } from "../../../host/worked/words.ts";

export const worked = {
  title: "By hand: two steps of noise, and back",
  fields: {
    beta1: { symbol: "β₁", label: "noise of step 1" },
    beta2: { symbol: "β₂", label: "noise of step 2" },
    x0: { symbol: "x₀", label: "where the chain starts" },
    x2: { symbol: "x₂", label: "where it is seen" },
  },
} as const satisfies WorkedWords;
