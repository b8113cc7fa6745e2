// The labs, as a learning platform lists them.
/// <reference types="vite/types/importMeta.d.ts" />
import type { Task } from "../../host/tasks/task.ts";
import { labList } from "../../registry.ts";

export interface PackagedLab {
  readonly id: string;
  /** By language. */
  readonly title: Readonly<Record<"en" | "zh-TW", string>>;
  /** In the order of the assignment. */
  readonly claims: readonly string[];
  /** Their ids. */
  readonly tasks: readonly string[];
}

const chinese = import.meta.glob<string>("../../labs/*/messages/title.zh-TW.ts", { import: "title", eager: true });
const tables = import.meta.glob<readonly Task[]>("../../labs/*/tasks.ts", { import: "default", eager: true });

/** Read as this file is: whoever imports it may be unable to import more later. */
export const packagedLabs: readonly PackagedLab[] = await Promise.all(
  labList.labs.map(async ({ id, title, model }) => ({
    ...{ id, claims: (await model()).default.claims },
    title: { en: title, "zh-TW": chinese[`../../labs/${id}/messages/title.zh-TW.ts`] ?? title },
    tasks: (tables[`../../labs/${id}/tasks.ts`] ?? []).map((task) => task.id),
  })),
);
