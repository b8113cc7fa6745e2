// What a task locks, beside what a page around has locked: the reason that is said, and edits that are refused.
import { afterEach, describe, expect, it } from "vitest";
import { en as words } from "../../web/host/messages/tasks.en.ts";
import { lockOf, lockWith, restraints } from "../../web/host/restraints.ts";
import { createStore } from "../../web/host/store.ts";
import { lockOfTask } from "../../web/host/tasks/lock.ts";
import { labList } from "../../web/registry.ts";

afterEach(() => {
  restraints.page = null;
  restraints.task = null;
});

const [entry] = labList.labs;
if (!entry) throw new Error("no lab");
const { default: model } = await entry.model();
const task = (...lock: string[]) => ({
  ...{ id: "1a-x", claim: "1a", level: 1 as const, minutes: 1, start: {}, solution: {}, judge: () => [] },
  lock,
});

describe("locks", () => {
  it("of a task are its fields, those of its parts, and the parts", () => {
    const names = lockOfTask(model, task("C", "data"))?.names ?? new Set();
    expect([...names]).toEqual(expect.arrayContaining(["C", "data", "x", "y", "preset"]));
    expect(names).not.toContain("epsilon");
    // What Undo at the start of a task is refused for has no name of the table's.
    expect(lockOfTask(model, task("data"))?.called).toEqual({ preset: words.locked.data });
  });

  it("of a task without any are none", () => {
    expect(lockOfTask(model, task())).toBeNull();
    expect(lockOfTask(model, task("nothing"))).toBeNull();
  });

  it("say who has locked it: the page around first", () => {
    restraints.page = { names: new Set(["C"]), why: "by the page", edit: "{name}: page" };
    restraints.task = { names: new Set(["C", "epsilon"]), why: "by the task", edit: "{name}: task" };
    expect([lockOf("C"), lockOf("epsilon"), lockOf("tolerance"), lockOf("tolerance", "epsilon")]).toEqual([
      "by the page",
      "by the task",
      null,
      "by the task",
    ]);
    expect(lockWith("epsilon")?.edit).toBe("{name}: task");
    // The task is over: what the page has locked stays.
    restraints.task = null;
    expect([lockOf("C"), lockOf("epsilon")]).toEqual(["by the page", null]);
  });

  it("refuse edits, undo and redo of what is locked, and nothing else", () => {
    const refused: string[] = [];
    const store = createStore({ C: 1, epsilon: 1 }, undefined, (field) => {
      if (lockWith(field) === null) return false;
      refused.push(field);
      return true;
    });
    store.patch({ C: 2 });
    store.patch({ epsilon: 2 });
    restraints.task = { names: new Set(["C"]), why: "", edit: "" };
    store.patch({ C: 3 });
    store.replace({ C: 4, epsilon: 4 });
    store.undo();
    expect([store.state, refused]).toEqual([{ C: 2, epsilon: 1 }, ["C", "C"]]);
    store.undo();
    expect([store.state, refused.length]).toEqual([{ C: 2, epsilon: 1 }, 3]);
    restraints.task = null;
    store.undo();
    expect(store.state).toEqual({ C: 1, epsilon: 1 });
  });
});
