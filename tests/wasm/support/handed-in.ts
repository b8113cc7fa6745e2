// A hand-in as the page would write it, made in Node: of model solutions, with what the solver measures of them.
/// <reference types="vite/types/importMeta.d.ts" />
import { version } from "../../../package.json";
import type { Proofground } from "../../../wasm/lib/types.ts";
import stored from "../../../web/host/fingerprint/stored.json";
import { short } from "../../../web/host/fingerprint/summary.ts";
import type { LabModel } from "../../../web/host/lab.ts";
import { entryKey, type HandIn, type HandInEntry, measuredHash } from "../../../web/host/tasks/hand-in.ts";
import { isUnfit, judgeAnswer, taskState } from "../../../web/host/tasks/judge.ts";
import type { Task } from "../../../web/host/tasks/task.ts";
import { toFields } from "../../../web/host/url.ts";
import { labList } from "../../../web/registry.ts";

const tables = import.meta.glob<readonly Task[]>("../../../web/labs/*/tasks.ts", { import: "default", eager: true });

export interface Given {
  readonly lab: string;
  readonly model: LabModel<object>;
  readonly table: readonly Task[];
}

/** The labs that have tasks. */
export const given: readonly Given[] = await Promise.all(
  labList.labs.flatMap(({ id, model }) => {
    const table = tables[`../../../web/labs/${id}/tasks.ts`];
    return table ? [model().then((module) => ({ lab: id, model: module.default, table }))] : [];
  }),
);

/** The model solution of a task, judged. */
export async function solved(pg: Proofground, { lab, model }: Given, task: Task): Promise<HandInEntry> {
  const { state = {}, inputs = {} } = task.solution;
  const fields = { ...task.start, ...state };
  const [judged, full] = [await judgeAnswer(pg, model, task, { fields, inputs }), await taskState(model, fields)];
  if (isUnfit(judged) || isUnfit(full)) throw new Error(`${task.id}: its model solution is none`);
  const carried = toFields(model, full.state) as Readonly<Record<string, unknown>>;
  const { done, measured } = judged;
  const at = "2026-11-29T09:30:00Z";
  return { lab, task: task.id, statement: task.claim, done, fields: carried, inputs, measured, at };
}

export function handInOf(who: string, tasks: readonly HandInEntry[]): HandIn {
  const labs = Object.entries(stored).map(([lab, { hash }]) => [lab, short(hash)]);
  const measured = tasks.map((entry) => [entryKey(entry), measuredHash(entry.measured)]);
  return {
    ...{ program: version, who, tasks },
    fingerprint: { labs: Object.fromEntries(labs), measured: Object.fromEntries(measured) },
  };
}
