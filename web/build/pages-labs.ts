// What the static pages say of the labs: their words, as the registry and each lab's messages have them. Names no lab.
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { start } from "../../build/library/every.ts";
import { compile } from "../../wasm/lib/binary.ts";
import type { AllQuestionWords } from "../host/predict/prediction.ts";
import type { ClaimDetails, ClaimMistakes, ProofWords } from "../host/proof.ts";
import type { Slips } from "../host/slips/slip.ts";
import type { AllTaskWords, Task } from "../host/tasks/task.ts";
import { written } from "../host/worked/written.ts";
import type { Course } from "../pages/course.ts";
import { labList } from "../registry.ts";

const LABS = join(import.meta.dirname, "../labs");
const WASM = join(import.meta.dirname, "../../build/wasm/proofground.wasm");

/** A slip of the handout. */
export interface SlipText {
  /** Of its section in the lab's slips.md. */
  readonly id: string;
  readonly title: string;
  /** The name of the mistake that is the printed version; null: numbers show what follows. */
  readonly mistake: string | null;
  /** As they stand in its text, by name. */
  readonly numbers: Readonly<Record<string, string>>;
}

export interface ClaimText {
  readonly id: string;
  /** What a reader calls it: its short name, or its id. */
  readonly name: string;
  readonly title: string;
  readonly mistakes: ClaimMistakes;
  readonly slips: readonly SlipText[];
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
  /** null: it is in no plan, and nothing is known of what its statements need. */
  readonly course: Course | null;
  /** What it asks before a control shows what it does, by question. */
  readonly questions: AllQuestionWords;
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

async function courseOf(at: (name: string) => string): Promise<Course | null> {
  if (!existsSync(at("course.ts"))) return null;
  const { default: course } = (await import(/* @vite-ignore */ at("course.ts"))) as { default: Course };
  return course;
}

async function questionsOf(at: (name: string) => string): Promise<AllQuestionWords> {
  if (!existsSync(at("predict.ts"))) return {};
  const words = import(/* @vite-ignore */ at("messages/predict.en.ts")) as Promise<{ predict: AllQuestionWords }>;
  return (await words).predict;
}

const pg = await start(await compile({ wasm: new Uint8Array(await readFile(WASM)) }));

function nameOf(known: ClaimMistakes | undefined, mistake: string): string {
  const words = known?.mistakes[mistake] ?? known?.hypotheses?.[mistake];
  if (words === undefined) throw new Error(`a slip is the mistake ${mistake}, which has no words`);
  return words.name;
}

/** Of all claims of a lab, by claim. */
async function slipsOf(id: string, { mistakes }: ClaimDetails): Promise<ReadonlyMap<string, readonly SlipText[]>> {
  const at = (name: string) => join(LABS, id, name);
  if (!existsSync(at("slips.ts"))) return new Map();
  const [{ default: table }, { slips: titles }] = await Promise.all([
    import(/* @vite-ignore */ at("slips.ts")) as Promise<{ default: Slips }>,
    import(/* @vite-ignore */ at("messages/slips.en.ts")) as Promise<{ slips: Readonly<Record<string, string>> }>,
  ]);
  const all = Object.entries(table).map(([name, { claim, mistake, compute }]) => {
    const numbers = Object.entries(compute?.(pg) ?? {}).map(([key, value]) => [key, written(value)] as const);
    const broken = mistake === undefined ? null : nameOf(mistakes[claim], mistake);
    const text = { id: name, title: titles[name] ?? name, mistake: broken, numbers: Object.fromEntries(numbers) };
    return [claim, text] as const;
  });
  return new Map(all.map(([claim]) => [claim, all.flatMap(([of, text]) => (of === claim ? [text] : []))]));
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
    const slips = await slipsOf(id, claimDetails);
    const claims = lab.claims.map((claim) => {
      const [said, mistakes] = [words.claims[claim], claimDetails.mistakes[claim]];
      if (said === undefined || mistakes === undefined) throw new Error(`${id}: claim ${claim} has no words`);
      return { id: claim, name: said.name ?? claim, title: said.title, mistakes, slips: slips.get(claim) ?? [] };
    });
    const [tasks, course, questions] = await Promise.all([tasksOf(at, lab.claims), courseOf(at), questionsOf(at)]);
    return { id, theory: at("theory.md"), problem, title, claims, tasks, course, questions };
  }),
);
