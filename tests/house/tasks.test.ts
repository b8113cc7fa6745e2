// Every statement has its tasks: at least two, of different levels, with their words in every language.
/// <reference types="vite/types/importMeta.d.ts" />
import { describe, expect, test } from "vitest";
import type { LabModel } from "../../web/host/lab.ts";
import type { AllTaskWords, Task } from "../../web/host/tasks/task.ts";
import { labList } from "../../web/registry.ts";

const LANGUAGES = ["en", "zh-TW"];

const tables = import.meta.glob<readonly Task[]>("../../web/labs/*/tasks.ts", { import: "default", eager: true });
const models = import.meta.glob<LabModel<object>>("../../web/labs/*/model.ts", { import: "default", eager: true });
const words = import.meta.glob<AllTaskWords>("../../web/labs/*/messages/tasks.*.ts", { import: "tasks", eager: true });

describe.each(labList.labs.map(({ id }) => id))("%s", (lab) => {
  const model = models[`../../web/labs/${lab}/model.ts`];
  const table = tables[`../../web/labs/${lab}/tasks.ts`] ?? [];

  test.each(model?.claims ?? [])("%s has tasks of more than one level", (claim) => {
    const levels = table.filter((task) => task.claim === claim).map(({ level }) => level);
    expect(levels.length).toBeGreaterThanOrEqual(2);
    expect(new Set(levels).size).toBeGreaterThanOrEqual(2);
  });

  test.each(LANGUAGES)("each has its words in %s", (language) => {
    const said = words[`../../web/labs/${lab}/messages/tasks.${language}.ts`] ?? {};
    expect(table.length).toBeGreaterThan(0);
    for (const { id } of table) {
      const { title, ask, hint } = said[id] ?? {};
      for (const text of [title, ask, hint]) expect(text, id).toMatch(/\S/);
    }
    // None is left of a task that is gone.
    expect(Object.keys(said).sort()).toEqual(table.map(({ id }) => id).sort());
  });
});
