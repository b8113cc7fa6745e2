// What the static pages say of the labs: their words, as the registry and each lab's messages have them. Names no lab.
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { ClaimDetails, ClaimMistakes, ProofWords } from "../host/proof.ts";
import type { AllTaskWords, Task } from "../host/tasks/task.ts";
import { labList } from "../registry.ts";

const LABS = join(import.meta.dirname, "../labs");

export interface ClaimText {
  readonly id: string;
  /** What a reader calls it: its short name, or its id. */
  readonly name: string;
  readonly title: string;
  readonly mistakes: ClaimMistakes;
}

export interface TaskText extends Pick<Task, "id" | "claim" | "level" | "minutes"> {
  readonly title: string;
}

export interface LabText {
  readonly id: string;
  /** Its file of statements and derivations, in English. */
  readonly theory: string;
  readonly problem: string;
  readonly title: string;
  /** In the order of the assignment. */
  readonly claims: readonly ClaimText[];
  /** In the order of the statements, the easiest of each first. */
  readonly tasks: readonly TaskText[];
}

/** @param at a file of the lab  @param order of its statements */
async function tasksOf(at: (name: string) => string, order: readonly string[]): Promise<readonly TaskText[]> {
  if (!existsSync(at("tasks.ts"))) return [];
  const [{ default: table }, { tasks: words }] = await Promise.all([
    import(/* @vite-ignore */ at("tasks.ts")) as Promise<{ default: readonly Task[] }>,
    import(/* @vite-ignore */ at("messages/tasks.en.ts")) as Promise<{ tasks: AllTaskWords }>,
  ]);
  const said = table.map(({ id, claim, level, minutes }) => ({
    id,
    claim,
    level,
    minutes,
    title: words[id]?.title ?? id,
  }));
  return said.sort((a, b) => order.indexOf(a.claim) - order.indexOf(b.claim) || a.level - b.level);
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
    return { id, theory: at("theory.md"), problem, title, claims, tasks: await tasksOf(at, lab.claims) };
  }),
);
