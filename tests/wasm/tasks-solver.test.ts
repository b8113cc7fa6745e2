// The judge of the tasks as the page's worker runs it: one answer for each request, which is the teacher's.
import { describe, expect, test } from "vitest";
import { judgeAnswer, startInputs, taskState } from "../../web/host/tasks/judge.ts";
import type { TaskFrame, TaskRequest } from "../../web/host/tasks/request.ts";
import { solver } from "../../web/host/tasks/solvers.ts";
import model from "../../web/labs/svr/model.ts";
import table from "../../web/labs/svr/tasks.ts";
import { loadWatched } from "./support/load.ts";

const { pg } = await loadWatched();
const judge = await solver("svr/tasks");
const [task] = table.filter(({ id }) => id === "1c1-wide");
if (task === undefined) throw new Error("no task");

const answered = (request: TaskRequest): readonly TaskFrame[] => [...judge(pg, request)];
const state = async (fields: object): Promise<object> => {
  const read = await taskState(model, { ...task.start, ...fields });
  if (!("state" in read)) throw new Error("no state");
  return read.state;
};
const request = async (fields: object): Promise<TaskRequest> => ({
  task: task.id,
  state: await state(fields),
  inputs: startInputs(task),
});

describe("the judge in the worker", () => {
  test("says what the teacher's says, once", async () => {
    for (const fields of [{}, task.solution.state ?? {}]) {
      const frames = answered(await request(fields));
      expect(frames).toEqual([
        await judgeAnswer(pg, model, task, { fields: { ...task.start, ...fields }, inputs: {} }),
      ]);
    }
    expect(answered(await request(task.solution.state ?? {}))[0]).toMatchObject({ done: true });
  });

  test("takes no state that differs in what the task locks", async () => {
    const changed = await request({ ...task.solution.state, epsilon: 0.5 });
    expect(answered(changed)).toEqual([{ unfit: "lock", name: "epsilon" }]);
  });

  test("gives the solver's refusal as an answer, and is well after it", async () => {
    const refused = await request({});
    const [frame] = answered({ ...refused, state: { ...refused.state, x: [Number.NaN, 1] } });
    expect(frame).toEqual({ refused: expect.stringContaining("svr") });
    expect(answered(await request(task.solution.state ?? {}))[0]).toMatchObject({ done: true });
  });

  test("knows no task and no lab that there is not", async () => {
    expect(() => answered({ task: "1a-nothing", state: {}, inputs: {} })).toThrow("1a-nothing");
    await expect(solver("nowhere/tasks")).rejects.toThrow("nowhere/tasks");
    await expect(solver("__proto__/tasks")).rejects.toThrow();
  });
});
