// A task as it runs: what the judge is asked, when it turns, and what is on show meanwhile; how numbers are read beside their bounds.
import { describe, expect, it, vi } from "vitest";
import type { ClientStatus } from "../../web/host/lab.ts";
import { createStore } from "../../web/host/store.ts";
import { textOf } from "../../web/host/tasks/measured.ts";
import type { TaskFrame, TaskRequest } from "../../web/host/tasks/request.ts";
import { TaskRun } from "../../web/host/tasks/run.ts";
import type { Measured, Task } from "../../web/host/tasks/task.ts";

const task: Task = {
  id: "1a-n",
  claim: "1a",
  level: 1,
  minutes: 1,
  start: {},
  lock: [],
  inputs: [
    { kind: "number", id: "guess", min: 0, max: 1, start: 0.5 },
    { kind: "choice", id: "line", options: ["one", "two"] },
  ],
  judge: () => [],
  solution: {},
};

const measured = (value: number): readonly Measured[] => [{ name: "n", value, relation: ">", bound: 2 }];

/** A run, the requests of its judge, and how that answers. */
function started() {
  const store = createStore({ n: 0 });
  const asked: TaskRequest[] = [];
  let frame: (frame: TaskFrame, request: TaskRequest) => void = () => undefined;
  let status: (status: ClientStatus) => void = () => undefined;
  const judge = {
    solve: (request: TaskRequest) => void asked.push(request),
    onframe: (listener: typeof frame) => {
      frame = listener;
    },
    onstatus: (listener: typeof status) => {
      status = listener;
    },
    dispose: vi.fn(),
  };
  const changed = vi.fn();
  const turned = vi.fn();
  const run = new TaskRun({ store, task, judge, changed, turned });
  const request = (k: number) => {
    const found = asked.at(k);
    if (!found) throw new Error(`no request ${k}`);
    return found;
  };
  const answer = (value: number, k = -1) => frame({ done: value > 2, measured: measured(value) }, request(k));
  return {
    ...{ store, asked, run, judge, changed, turned, answer, request },
    frame: (one: TaskFrame) => frame(one, request(-1)),
    status: (one: ClientStatus) => status(one),
  };
}

describe("a task that runs", () => {
  it("is judged by what is on screen at once, and whenever the state or an input changes", () => {
    const { store, asked, run } = started();
    expect(asked).toEqual([{ task: "1a-n", state: { n: 0 }, inputs: { guess: 0.5, line: null } }]);
    store.patch({ n: 1 });
    run.set("line", "two");
    run.again();
    store.undo();
    expect(asked.slice(1).map(({ state, inputs }) => [state, inputs])).toEqual([
      [{ n: 1 }, { guess: 0.5, line: null }],
      [{ n: 1 }, { guess: 0.5, line: "two" }],
      [{ n: 1 }, { guess: 0.5, line: null }],
      [{ n: 0 }, { guess: 0.5, line: null }],
    ]);
  });

  it("keeps the old numbers on show, marked as such, until those of the newest request are there", () => {
    const { store, run, answer } = started();
    expect([run.current, run.measured]).toEqual([false, []]);
    answer(1);
    expect([run.current, run.measured]).toEqual([true, measured(1)]);
    store.patch({ n: 1 });
    store.patch({ n: 2 });
    expect([run.current, run.measured]).toEqual([false, measured(1)]);
    answer(1.5, -2);
    expect([run.current, run.measured]).toEqual([false, measured(1.5)]);
    answer(2, -1);
    expect([run.current, run.measured]).toEqual([true, measured(2)]);
  });

  it("tells when it turns, and what by, and only then", () => {
    const { store, run, answer, request, turned } = started();
    answer(1);
    expect(turned).not.toHaveBeenCalled();
    store.patch({ n: 3 });
    answer(3);
    expect(turned.mock.calls).toEqual([[true, measured(3), request(-1)]]);
    store.patch({ n: 4 });
    answer(4);
    expect(run.done).toBe(true);
    expect(turned).toHaveBeenCalledTimes(1);
    store.patch({ n: 1 });
    // Not yet: the old answer stands until there is another.
    expect(run.done).toBe(true);
    answer(1);
    expect(turned.mock.lastCall).toEqual([false, measured(1), request(-1)]);
  });

  it("is not done by a state that the solver refuses or that is none, and says why", () => {
    const { run, answer, frame, turned } = started();
    answer(3);
    frame({ refused: "svr.fit: C: expected a positive number, got 0" });
    expect([run.done, run.refused, run.measured]).toEqual([false, "svr.fit: C: expected a positive number, got 0", []]);
    expect(turned.mock.lastCall?.[0]).toBe(false);
    frame({ unfit: "lock", name: "C" });
    expect([run.done, run.refused, run.frame]).toEqual([false, null, { unfit: "lock", name: "C" }]);
  });

  it("says that the judge has failed, until it works again", () => {
    const { run, status, store } = started();
    status({ phase: "restarted", message: "", gaveUp: false });
    expect(run.trouble).toBeNull();
    status({ phase: "restarted", message: "", gaveUp: true });
    expect(run.trouble).toBe("failed");
    store.patch({ n: 1 });
    status({ phase: "running", since: 0 });
    expect(run.trouble).toBeNull();
    status({ phase: "unavailable", cause: "load", message: "" });
    expect(run.trouble).toBe("unavailable");
  });

  it("ends with its judge, and follows no state any more", () => {
    const { run, store, asked, judge } = started();
    run.dispose();
    store.patch({ n: 5 });
    expect(asked).toHaveLength(1);
    expect(judge.dispose).toHaveBeenCalledOnce();
  });
});

describe("a measured number beside its bound", () => {
  it.each<readonly [Measured["relation"], number, number, string, string]>([
    [">", 0.6666666, 0.5, "0.6667", "> 0.5"],
    ["<=", 6, 6, "6", "≤ 6"],
    ["=", 0, 1, "0", "= 1"],
    ["!=", 1e-9, 0, "10⁻⁹", "≠ 0"],
    ["<", Number.NaN, 1, "–", "< 1"],
    [">", Number.POSITIVE_INFINITY, 0.5, "∞", "> 0.5"],
    // Never the same digits where the numbers differ.
    [">=", 0.49999999, 0.5, "0.49999999", "≥ 0.5"],
  ])("%s", (relation, value, bound, text, asked) => {
    expect(textOf({ name: "n", value, relation, bound })).toEqual({ value: text, asked });
  });
});
