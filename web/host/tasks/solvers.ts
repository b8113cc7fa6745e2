// What judges the answers to the tasks of a lab, loaded when asked for. Runs in the worker.
/// <reference types="vite/types/importMeta.d.ts" />
import type { LabModel, LabSolver } from "../lab.ts";
import { isUnfit, judge, taskState } from "./judge.ts";
import type { TaskFrame, TaskRequest } from "./request.ts";
import type { Task } from "./task.ts";

const tables = import.meta.glob<readonly Task[]>("../../labs/*/tasks.ts", { import: "default" });
const models = import.meta.glob<LabModel<object>>("../../labs/*/model.ts", { import: "default" });

/** Whether the solver has refused its input, as it says of a state that it cannot solve. */
const isRefusal = (error: unknown): error is Error =>
  error instanceof Error && "code" in error && error.code === "invalid-argument";

/** @param name "svr/tasks" @throws where the lab has none, or its code or data cannot be had */
export async function solver(name: string): Promise<LabSolver<TaskRequest, TaskFrame>> {
  const [bring, bringModel] = [tables[`../../labs/${name}.ts`], models[`../../labs/${name.split("/")[0]}/model.ts`]];
  if (!bring || !bringModel) throw new Error(`no tasks: ${name}`);
  const [table, model] = await Promise.all([bring(), bringModel()]);
  // What a start is made of is brought before the first request: judging does not wait.
  const starts = new Map(
    await Promise.all(
      table.map(async (task) => [task.id, { task, start: await taskState(model, task.start) }] as const),
    ),
  );

  return function* (pg, { task: id, state, inputs }) {
    const known = starts.get(id);
    if (known === undefined) throw new Error(`no task: ${id}`);
    const { task, start } = known;
    if (isUnfit(start)) yield start;
    else yield answered(() => judge(pg, { model, task, start: start.state }, state, inputs));
  };
}

function answered(make: () => TaskFrame): TaskFrame {
  try {
    return make();
  } catch (error) {
    if (isRefusal(error)) return { refused: error.message };
    throw error;
  }
}
