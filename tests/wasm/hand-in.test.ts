// A hand-in is judged by replay: what the page writes agrees, and each way of editing the file is found out or, where it cannot be, known.
import { describe, expect, test } from "vitest";
import { type HandIn, type HandInEntry, readHandIn, writeHandIn } from "../../web/host/tasks/hand-in.ts";
import type { Replayed } from "../../web/host/tasks/hand-in-replayed.ts";
import { judgeAnswer } from "../../web/host/tasks/judge.ts";
import { tasksOf } from "../../web/host/tasks/table.ts";
import { type Finding, findingOf } from "../../web/teacher/finding.ts";
import { OWN } from "../../web/teacher/own.ts";
import { isDoneHere, rowsOf } from "../../web/teacher/rows.ts";
import { markTwins } from "../../web/teacher/twins.ts";
import { given, handInOf, solved } from "./support/handed-in.ts";
import { loadWatched, ProofgroundError } from "./support/load.ts";

const { pg } = await loadWatched();
const entries = (
  await Promise.all(given.map((lab) => Promise.all(lab.table.map((task) => solved(pg, lab, task)))))
).flat();
/** Each lab's first: what is edited is one of them. */
const some = given.flatMap(({ lab }) => entries.filter((entry) => entry.lab === lab).slice(0, 1));
const known = new Map(
  await Promise.all(given.map(async ({ lab, model }) => [lab, await tasksOf(lab, model.claims)] as const)),
);

/** As the teacher's page does it, without its worker. */
async function replay({ lab, task: id, fields, inputs }: HandInEntry): Promise<Replayed> {
  const found = given.find((each) => each.lab === lab);
  if (!found) return { unknown: "lab" };
  const task = found.table.find((each) => each.id === id);
  if (!task) return { unknown: "task" };
  try {
    return await judgeAnswer(pg, found.model, task, { fields, inputs });
  } catch (error) {
    if (error instanceof ProofgroundError) return { refused: error.message };
    throw error;
  }
}

/** What the teacher's page finds of a file's text. */
async function judged(text: string): Promise<{ findings: readonly Finding[]; done: readonly boolean[] }> {
  const handIn = readHandIn(text);
  if ("fault" in handIn) throw new Error(handIn.fault);
  const rows = rowsOf({ file: "a.json", handIn }, known);
  for (const row of rows) {
    row.replayed = await replay(row.entry);
    row.finding = findingOf(row.entry, handIn, row.task?.task.claim ?? "", row.replayed, OWN);
  }
  return { findings: rows.map(({ finding }) => finding), done: rows.map(isDoneHere) };
}

const file = (change: (entry: HandInEntry) => object = (entry) => entry, whole: Partial<HandIn> = {}) => {
  const handIn = handInOf("Ada", some);
  const [first, ...rest] = handIn.tasks;
  if (!first) throw new Error("no task");
  return writeHandIn({ ...handIn, tasks: [{ ...first, ...change(first) }, ...rest], ...whole });
};
const firstOf = async (text: string) => {
  const { findings, done } = await judged(text);
  return { finding: findings[0], done: done[0] };
};

test("every model solution, handed in, agrees to the last bit and is done", async () => {
  const { findings, done } = await judged(writeHandIn(handInOf("Ada", entries)));
  expect(entries.length).toBeGreaterThan(0);
  expect(findings).toEqual(entries.map(() => ({ kind: "bits" })));
  expect(done).toEqual(entries.map(() => true));
});

describe("edited, found out", () => {
  const [lab] = given;
  const [task] = lab?.table ?? [];
  if (!lab || !task) throw new Error("no lab has tasks");
  const undone = { fields: { ...task.start } };
  const edited = (why: string, name = "") => ({ kind: "edited", difference: { why, name } });

  test("a state that is not done, with the flag and the numbers of one that is", async () => {
    expect(await firstOf(file(() => undone))).toEqual({ finding: edited("done"), done: false });
  });

  test("the flag alone", async () => {
    expect(await firstOf(file(() => ({ done: false })))).toEqual({ finding: edited("not-done"), done: true });
  });

  test("a measured number, with or without its fingerprint; the bound; a number left out", async () => {
    const other = (k: number, change: object) => (entry: HandInEntry) => ({
      measured: entry.measured.map((each, i) => (i === k ? { ...each, ...change } : each)),
    });
    for (const change of [other(0, { value: 1e3 }), other(0, { bound: -1e3 }), () => ({ measured: [] })]) {
      const text = file(change);
      expect((await firstOf(text)).finding).toEqual(edited("numbers"));
      // With a fingerprint that fits the file's own numbers.
      const whole = readHandIn(text);
      if ("fault" in whole) throw new Error(whole.fault);
      const again = writeHandIn({ ...whole, fingerprint: handInOf("", whole.tasks).fingerprint });
      expect((await firstOf(again)).finding).toEqual(edited("numbers"));
    }
  });

  test("the fingerprint", async () => {
    const { fingerprint } = handInOf("", entries);
    const text = file(undefined, { fingerprint: { ...fingerprint, measured: {} } });
    expect((await firstOf(text)).finding).toEqual(edited("hash"));
  });

  test("the statement", async () => {
    expect((await firstOf(file(() => ({ statement: "9z" })))).finding).toEqual(edited("statement"));
  });

  test("a locked field", async () => {
    const locked = given.flatMap((each) =>
      each.table.flatMap((one) => one.lock.map((name) => ({ each, one, field: each.model.table[name], name }))),
    );
    const numbers = locked.flatMap(({ field, ...rest }) =>
      field?.kind === "number" ? [{ ...rest, max: field.max, min: field.min }] : [],
    );
    expect(numbers.length).toBeGreaterThan(0);
    const [{ each, one, name, min, max } = { each: lab, one: task, name: "", min: 0, max: 0 }] = numbers;
    const entry = await solved(pg, each, one);
    const value = entry.fields[name] === max ? min : max;
    const text = writeHandIn(handInOf("Ada", [{ ...entry, fields: { ...entry.fields, [name]: value } }]));
    expect(await firstOf(text)).toEqual({ finding: edited("lock", name), done: false });
  });

  test("an input that the task does not have, or a value that it cannot have", async () => {
    expect(await firstOf(file(() => ({ inputs: { other: 1 } })))).toEqual({
      finding: edited("input", "other"),
      done: false,
    });
  });

  test("a field that the lab does not have, or a value out of its range", async () => {
    const fields = (extra: object) => file((entry) => ({ fields: { ...entry.fields, ...extra } }));
    for (const extra of [{ other: 1 }, { claim: "9z" }, { claim: 5 }])
      expect((await firstOf(fields(extra))).finding).toMatchObject({ kind: "edited", difference: { why: "state" } });
  });

  test("a task of another lab, no task, no lab", async () => {
    const named = async (change: object) => (await firstOf(file(() => change))).finding;
    expect(await named({ lab: "none" })).toEqual({ kind: "lab" });
    expect(await named({ task: "9z-none" })).toEqual({ kind: "task" });
    expect(await named({ lab: "vae" })).toMatchObject({ kind: expect.stringMatching(/^(lab|task)$/) });
    expect(await named({ task: "constructor" })).toEqual({ kind: "task" });
  });

  test("the fields of another task do not do for this one", async () => {
    const other = entries.find((entry) => entry.lab !== lab.lab) ?? entries.at(-1);
    if (!other || other.task === task.id) {
      expect(entries.length).toBe(1);
      return;
    }
    const { finding, done } = await firstOf(file(() => ({ fields: other.fields, inputs: other.inputs })));
    expect(done).toBe(false);
    expect(finding?.kind).toBe("edited");
  });
});

describe("said of where a file comes from", () => {
  test("of another version: what agrees agrees, what does not may come from it", async () => {
    expect((await firstOf(file(undefined, { program: "0.0.1" }))).finding).toEqual({ kind: "bits" });
    const text = file(() => ({ done: false }), { program: "0.0.1" });
    expect((await firstOf(text)).finding).toMatchObject({ kind: "version", difference: { why: "not-done" } });
  });

  test("of a solver that answers otherwise", async () => {
    const { fingerprint } = handInOf("", entries);
    const labs = Object.fromEntries(Object.keys(fingerprint.labs).map((lab) => [lab, "0000-0000"]));
    const text = file(() => ({ done: false }), { fingerprint: { ...fingerprint, labs } });
    expect((await firstOf(text)).finding).toMatchObject({ kind: "solver" });
  });

  test("numbers that differ by a rounding are the same to rounding", async () => {
    const rounded = entries.map((entry) => ({
      ...entry,
      measured: entry.measured.map((each) => ({ ...each, value: each.value * (1 + 1e-12) })),
    }));
    const { findings } = await judged(writeHandIn(handInOf("Ada", rounded)));
    expect(findings.map(({ kind }) => kind)).toContain("rounding");
    expect(findings.filter(({ kind }) => kind !== "bits" && kind !== "rounding")).toEqual([]);
  });
});

test("numbers that agree to rounding, where rounding decides, are no editing", async () => {
  const [lab] = given;
  const [task] = lab?.table ?? [];
  if (!lab || !task) throw new Error("no lab has tasks");
  const entry = await solved(pg, lab, task);
  const told = (value: number, done: boolean) => ({
    entry: { ...entry, done, measured: [{ name: "a", value, relation: ">", bound: 0.5 } as const] },
    here: { done: false, measured: [{ name: "a", value: 0.5, relation: ">", bound: 0.5 } as const] },
  });
  const found = ({ entry: made, here }: ReturnType<typeof told>) =>
    findingOf(made, handInOf("Ada", [made]), made.statement, here, OWN).kind;
  expect(found(told(0.5 + 1e-12, true))).toBe("edge");
  expect(found(told(0.5 + 1e-12, false))).toBe("rounding");
  expect(found(told(0.51, true))).toBe("edited");
  expect(found(told(0.5, true))).toBe("edited");
});

describe("not found out, and known", () => {
  test("another name: the file agrees, but an answer with dragged points in two files is marked", async () => {
    const [lab] = given;
    const placed = lab?.table.find(({ id }) => id === "1c1-wide");
    if (!lab || !placed) throw new Error("no such task");
    const y = [0.0123456789, -0.0234567891, 1.0123987654, 0.9876543217];
    const solution = { state: { ...placed.solution.state, y } };
    const entry = await solved(pg, lab, { ...placed, solution });
    expect(entry.done).toBe(true);
    const texts = ["Ada", "Bob", "Bob"].map((who) => writeHandIn(handInOf(who, [entry])));
    const rows = texts.flatMap((text, k) => {
      const handIn = readHandIn(text);
      if ("fault" in handIn) throw new Error(handIn.fault);
      return rowsOf({ file: `${k}.json`, handIn }, known);
    });
    markTwins(rows);
    const own = rows.filter(({ from, twins }) => from.handIn.who === "Bob" && twins.length > 0);
    expect(own.length).toBeGreaterThan(0);
    // Of the same student, handed in twice, none is.
    for (const { twins } of own) expect(twins.every(({ from }) => from.handIn.who === "Ada")).toBe(true);
  });
});
