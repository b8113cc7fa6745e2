// Judges answers anew, one after another, each lab's in a worker of its own: for the student before a file is made, for the teacher
// after it has come.
import type { WarmClient } from "../client.ts";
import type { LabEntry } from "../entry.ts";
import type { LabModel } from "../lab.ts";
import type { Replayed } from "./hand-in-replayed.ts";
import { isUnfit, readInputs, taskState } from "./judge.ts";
import { openJudge } from "./open-judge.ts";
import type { TaskFrame, TaskRequest } from "./request.ts";
import { tasksOf, type WordedTask } from "./table.ts";

export interface Answer {
  readonly lab: string;
  readonly task: string;
  readonly fields: unknown;
  readonly inputs: unknown;
}

export interface Replay {
  /** One at a time; the next one waits for the last. */
  judge(answer: Answer): Promise<Replayed>;
  /** What is being judged fails, and what comes after it. */
  dispose(): void;
}

interface LabTasks {
  readonly model: LabModel<object>;
  readonly tasks: readonly WordedTask[];
}

/** @param labs those whose answers may come */
export function createReplay(labs: readonly LabEntry[]): Replay {
  const known = new Map<string, Promise<LabTasks>>();
  let open: { readonly lab: string; readonly client: WarmClient<TaskRequest, TaskFrame> } | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let disposed = false;
  /** Answers what is being judged. */
  let answer: (judged: Replayed) => void = () => undefined;

  /** The worker of a lab, in place of the one before. */
  function clientOf(entry: LabEntry): WarmClient<TaskRequest, TaskFrame> {
    if (open?.lab === entry.id) return open.client;
    open?.client.dispose();
    const client = openJudge(entry);
    client.onframe((judged) => answer(judged));
    client.onstatus((status) => {
      if (status.phase === "refused") answer({ failed: status.message });
      if (status.phase === "unavailable") answer({ failed: status.message });
      if (status.phase === "restarted" && status.gaveUp) answer({ failed: status.message });
    });
    open = { lab: entry.id, client };
    return client;
  }

  async function load(entry: LabEntry): Promise<LabTasks> {
    const { default: model } = await entry.model();
    return { model, tasks: await tasksOf(entry.id, model.claims) };
  }

  async function judgeNow({ lab, task: id, fields, inputs: given }: Answer): Promise<Replayed> {
    const entry = labs.find((each) => each.id === lab);
    if (entry === undefined) return { unknown: "lab" };
    const loading = known.get(lab) ?? load(entry);
    known.set(lab, loading);
    const { model, tasks } = await loading;
    const task = tasks.find((each) => each.task.id === id)?.task;
    if (task === undefined) return { unknown: "task" };
    const state = await taskState(model, fields);
    if (isUnfit(state)) return state;
    const inputs = readInputs(task, given);
    if (isUnfit(inputs)) return inputs;
    if (disposed) return { failed: "" };
    return new Promise((resolve) => {
      answer = resolve;
      clientOf(entry).solve({ task: id, state: state.state, inputs: inputs.inputs });
    });
  }

  return {
    judge(given) {
      const next = last.then(() => judgeNow(given)).catch((error: unknown) => ({ failed: String(error) }));
      last = next;
      return next;
    },
    dispose() {
      disposed = true;
      open?.client.dispose();
      answer({ failed: "" });
    },
  };
}
