// The tasks of a lab with their words, brought when they are asked for.
/// <reference types="vite/types/importMeta.d.ts" />
import type { ProofWords } from "../proof.ts";
import type { AllTaskWords, Task, TaskWords } from "./task.ts";

const tables = import.meta.glob<readonly Task[]>("../../labs/*/tasks.ts", { import: "default" });
const texts = import.meta.glob<AllTaskWords>("../../labs/*/messages/tasks.en.ts", { import: "tasks" });
const claims = import.meta.glob<{ readonly claims: ProofWords }>("../../labs/*/messages/claims.en.ts", {
  import: "claims",
});

export interface WordedTask {
  readonly task: Task;
  readonly words: TaskWords;
  /** What a reader calls its statement, and the statement's title. */
  readonly statement: { readonly name: string; readonly title: string };
}

/**
 * @param order of the statements
 * @returns by statement, the easiest first; none where the lab has no tasks  @throws where they do not arrive
 */
export async function tasksOf(lab: string, order: readonly string[]): Promise<readonly WordedTask[]> {
  const [table, words, statements] = [
    tables[`../../labs/${lab}/tasks.ts`],
    texts[`../../labs/${lab}/messages/tasks.en.ts`],
    claims[`../../labs/${lab}/messages/claims.en.ts`],
  ];
  if (!table || !words || !statements) return [];
  const [all, said, { claims: titles }] = await Promise.all([table(), words(), statements()]);
  const sorted = [...all].sort((a, b) => order.indexOf(a.claim) - order.indexOf(b.claim) || a.level - b.level);
  return sorted.flatMap((task) => {
    const { name = task.claim, title = "" } = titles[task.claim] ?? {};
    const own = said[task.id];
    return own === undefined ? [] : [{ task, words: own, statement: { name, title } }];
  });
}
