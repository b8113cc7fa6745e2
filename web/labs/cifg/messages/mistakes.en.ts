// The words of all mistakes of problem 3: what each check cannot see, and of each mistake its name in the menu, what is done, and what
// turned wrong. Loaded with the first open claim.
import type { ClaimMistakes } from "../../../host/proof.ts";
import { deltaMistakes } from "./mistakes-deltas.en.ts";
import { pathMistakes } from "./mistakes-paths.en.ts";

export const mistakes = { ...deltaMistakes, ...pathMistakes } as const satisfies Record<string, ClaimMistakes>;
