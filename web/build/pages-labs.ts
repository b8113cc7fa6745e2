// What the static pages say of the labs: their words, as the registry and each lab's messages have them. Names no lab.
import { join } from "node:path";
import type { ClaimDetails, ClaimMistakes, ProofWords } from "../host/proof.ts";
import { labList } from "../registry.ts";

const LABS = join(import.meta.dirname, "../labs");

export interface ClaimText {
  readonly id: string;
  /** What a reader calls it: its short name, or its id. */
  readonly name: string;
  readonly title: string;
  readonly mistakes: ClaimMistakes;
}

export interface LabText {
  readonly id: string;
  /** Its file of statements and derivations, in English. */
  readonly theory: string;
  readonly problem: string;
  readonly title: string;
  /** In the order of the assignment. */
  readonly claims: readonly ClaimText[];
}

/** Read as this module is loaded. @throws where a lab lacks the words of one of its claims */
export const labs: readonly LabText[] = await Promise.all(
  labList.labs.map(async ({ id, problem, title, model }) => {
    const at = (name: string) => join(LABS, id, name);
    const [{ claims: words }, { claimDetails }, { default: lab }] = await Promise.all([
      import(/* @vite-ignore */ at("messages/claims.en.ts")) as Promise<{ claims: { claims: ProofWords } }>,
      import(/* @vite-ignore */ at("claim-details.ts")) as Promise<{ claimDetails: ClaimDetails }>,
      model(),
    ]);
    const claims = lab.claims.map((claim) => {
      const [said, mistakes] = [words.claims[claim], claimDetails.mistakes[claim]];
      if (said === undefined || mistakes === undefined) throw new Error(`${id}: claim ${claim} has no words`);
      return { id: claim, name: said.name ?? claim, title: said.title, mistakes };
    });
    return { id, theory: at("theory.md"), problem, title, claims };
  }),
);
