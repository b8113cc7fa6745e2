// The words of all mistakes of problem 4.
import { remarkMistakes } from "./mistakes-remarks.en.ts";
import { stepMistakes } from "./mistakes-steps.en.ts";

export const mistakes = { ...stepMistakes, ...remarkMistakes } as const;
