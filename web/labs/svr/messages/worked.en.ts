// The words of the worked example besides its text.
import type { WorkedWords } from "../../../host/worked/words.ts";

export const worked = {
  title: "By hand: four points, many optimal b",
  fields: {
    C: { symbol: "C", label: "penalty for slack" },
    epsilon: { symbol: "ε", label: "half width of the tube" },
  },
} as const satisfies WorkedWords;
