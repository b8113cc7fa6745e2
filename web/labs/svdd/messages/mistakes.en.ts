// The words of all mistakes of problem 2.

import { dualMistakes } from "./mistakes-dual.en.ts";
import { primalMistakes } from "./mistakes-primal.en.ts";

export const mistakes = { ...dualMistakes, ...primalMistakes } as const;
