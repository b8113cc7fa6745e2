// The words of all mistakes of the VAE: what each check cannot see, and of each mistake its name in the menu, what is done, and what
// turned wrong. Loaded with the first open claim.
import type { ClaimMistakes } from "../../../host/proof.ts";

export const mistakes: Record<string, ClaimMistakes> = {};
