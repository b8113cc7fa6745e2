// What a task locks, for the page.
import { readNames } from "../frame/parts.ts";
import type { LabModel } from "../lab.ts";
import { en as words } from "../messages/tasks.en.ts";
import type { Lock } from "../restraints.ts";
import type { Task } from "./task.ts";

/** @returns null where it locks nothing */
export function lockOfTask(model: LabModel<object>, task: Task): Lock | null {
  const names = readNames(task.lock.join(","), model, "lock").known;
  const { data, ...said } = words.locked;
  const called = model.base ? { [model.base.key]: data } : {};
  return names.size === 0 ? null : { names, ...said, called };
}
