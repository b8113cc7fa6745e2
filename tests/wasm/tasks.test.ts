// Every task of every lab: its start is not done, its model solution is, and answers near the goal are not. Replayed as the page does.
/// <reference types="vite/types/importMeta.d.ts" />
import { describe, expect, test } from "vitest";
import { isUnfit, judgeAnswer } from "../../web/host/tasks/judge.ts";
import type { AllTaskWords, Attempt, Task } from "../../web/host/tasks/task.ts";
import { labList } from "../../web/registry.ts";
import { loadWatched } from "./support/load.ts";
import type { WrongAnswers } from "./tasks/wrong.ts";

const tables = import.meta.glob<readonly Task[]>("../../web/labs/*/tasks.ts", { import: "default", eager: true });
const words = import.meta.glob<AllTaskWords>("../../web/labs/*/messages/tasks.*.ts", { import: "tasks", eager: true });
const wrongs = import.meta.glob<WrongAnswers>("./tasks/*-wrong.ts", { import: "default", eager: true });

const withTasks = labList.labs.filter(({ id }) => `../../web/labs/${id}/tasks.ts` in tables);
const models = new Map(
  await Promise.all(withTasks.map(async ({ id, model }) => [id, (await model()).default] as const)),
);
const { pg } = await loadWatched();

for (const lab of withTasks) {
  const model = models.get(lab.id) as NonNullable<ReturnType<typeof models.get>>;
  const table = tables[`../../web/labs/${lab.id}/tasks.ts`] ?? [];
  const wrong = wrongs[`./tasks/${lab.id}-wrong.ts`] ?? {};

  describe(lab.id, () => {
    const answer = (task: Task, { state = {}, inputs = {} }: Attempt) =>
      judgeAnswer(pg, model, task, { fields: { ...task.start, ...state }, inputs });

    test("each has an id of its own that begins with its claim", () => {
      expect(new Set(table.map(({ id }) => id)).size).toBe(table.length);
      for (const { id, claim } of table) {
        expect(model.claims).toContain(claim);
        expect(id.startsWith(`${claim}-`)).toBe(true);
      }
    });

    for (const task of table) {
      describe(task.id, () => {
        test("the start is not done", async () => {
          const judged = await answer(task, {});
          expect(isUnfit(judged)).toBe(false);
          expect(judged).toMatchObject({ done: false });
        });
        test("the model solution is", async () => {
          expect(await answer(task, task.solution)).toMatchObject({ done: true });
        });
        test.each(wrong[task.id] ?? [])("$why", async (attempt) => {
          expect(await answer(task, attempt)).not.toMatchObject({ done: true });
        });
        test("has wrong answers, and words for all that it measures and asks, in every language", async () => {
          expect(wrong[task.id]?.length).toBeGreaterThan(0);
          const judged = await answer(task, task.solution);
          const names = isUnfit(judged) ? [] : judged.measured.map(({ name }) => name);
          const said = Object.entries(words).filter(([file]) => file.includes(`/labs/${lab.id}/`));
          expect(said.length).toBeGreaterThan(0);
          for (const [, { [task.id]: own }] of said) {
            expect(Object.keys(own?.measured ?? {})).toEqual(expect.arrayContaining(names));
            for (const input of task.inputs ?? []) {
              const { label, options = {} } = own?.inputs?.[input.id] ?? {};
              expect(label).toBeTruthy();
              if (input.kind === "choice") expect(Object.keys(options)).toEqual([...input.options]);
            }
          }
        });
      });
    }
  });
}
