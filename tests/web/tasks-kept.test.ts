// The answers that the browser keeps: the newest of each task, whatever else lies under the key, within a bound, or for this visit.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { TaskAnswer } from "../../web/host/tasks/answer.ts";
import { readAnswer, timeOf, writeJson } from "../../web/host/tasks/answer-json.ts";
import { forget, KEY, keep, keptAnswers, MOST } from "../../web/host/tasks/kept.ts";

const answer = (task: string, at: string, change: Partial<TaskAnswer> = {}): TaskAnswer => ({
  lab: "svr",
  task,
  fields: { preset: "tie", x: [0.1, -1e-7], C: 2 },
  inputs: { guess: 0.5, line: "two", unset: null },
  measured: [{ name: "width", value: 0.75, relation: ">", bound: 0.5 }],
  at,
  ...change,
});
const early = "2026-11-29T08:00:00Z";
const late = "2026-11-29T09:30:00Z";

/** A browser's storage; `room`: characters that it takes; null: it refuses everything. */
function storage(room: number | null = Number.POSITIVE_INFINITY) {
  const held = new Map<string, string>();
  const open = () => {
    if (room === null) throw new Error("refused");
    return held;
  };
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => open().get(key) ?? null,
    setItem(key: string, text: string) {
      if (text.length > (room ?? 0)) throw new Error("full");
      open().set(key, text);
    },
    removeItem: (key: string) => open().delete(key),
  });
  return held;
}

afterEach(() => {
  forget();
  vi.unstubAllGlobals();
});

describe("kept answers", () => {
  beforeEach(() => void storage());

  it("are the newest of each task, the oldest first", () => {
    expect(keptAnswers()).toEqual([]);
    expect(keep(answer("1c1-wide", early))).toBe("kept");
    expect(keep(answer("1b-free", early))).toBe("kept");
    expect(keep(answer("1c1-wide", late, { lab: "svdd" }))).toBe("kept");
    expect(keep(answer("1c1-wide", late))).toBe("kept");
    expect(keptAnswers().map(({ lab, task, at }) => [lab, task, at])).toEqual([
      ["svr", "1b-free", early],
      ["svdd", "1c1-wide", late],
      ["svr", "1c1-wide", late],
    ]);
    expect(keptAnswers()[0]).toEqual(answer("1b-free", early));
  });

  it("are forgotten one by one, by lab, or all", () => {
    for (const [lab, task] of [
      ["svr", "a"],
      ["svr", "b"],
      ["svdd", "a"],
    ] as const)
      keep(answer(task, early, { lab }));
    const left = () => keptAnswers().map(({ lab, task }) => `${lab}/${task}`);
    forget("svr", "a");
    expect(left()).toEqual(["svr/b", "svdd/a"]);
    forget("svr");
    expect(left()).toEqual(["svdd/a"]);
    forget();
    expect(left()).toEqual([]);
    expect(localStorage.getItem(KEY)).toBeNull();
  });

  it("have numbers without end as they were", () => {
    const measured = [{ name: "width", value: Number.POSITIVE_INFINITY, relation: ">", bound: 0.5 }] as const;
    keep(answer("1c1-wide", early, { measured }));
    expect(keptAnswers()[0]?.measured).toEqual(measured);
  });

  it("leave out what is no answer, or not done, and keep the rest", () => {
    const undone = answer("b", early, { measured: [{ name: "width", value: 0.5, relation: ">", bound: 0.5 }] });
    const rest = [undone, { ...answer("c", early), at: "yesterday" }, null, 7, "text", [], answer("a", early)];
    localStorage.setItem(KEY, writeJson(rest));
    expect(keptAnswers().map(({ task }) => task)).toEqual(["a"]);
    for (const text of ["{", "7", '{"a":1}', `["${"x".repeat(MOST)}"]`]) {
      localStorage.setItem(KEY, text);
      expect(keptAnswers()).toEqual([]);
    }
    expect(keep(answer("a", late))).toBe("kept");
    expect(keptAnswers()).toHaveLength(1);
  });

  it("of 40 states of 2,000 points fit, and what does not is refused and changes nothing", () => {
    const x = (count: number) => Array.from({ length: count }, (_, i) => Math.round(1e6 * Math.sin(i)) / 1e6);
    const large = (k: number) => answer(`t${k}`, early, { fields: { x: x(2000), y: x(2000) } });
    for (let k = 0; k < 40; k++) expect(keep(large(k))).toBe("kept");
    expect(keep(answer("huge", late, { fields: { x: x(100_000), y: x(100_000) } }))).toBe("too-large");
    expect(keptAnswers()).toHaveLength(40);
  });
});

describe("a browser that keeps nothing", () => {
  it.each([null, 0])("keeps them for this visit (%s)", (room) => {
    storage(room);
    expect(keep(answer("a", early))).toBe("visit");
    expect(keep(answer("a", late))).toBe("visit");
    expect(keep(answer("b", early))).toBe("visit");
    expect(keptAnswers().map(({ task, at }) => [task, at])).toEqual([
      ["b", early],
      ["a", late],
    ]);
    forget("svr", "b");
    expect(keptAnswers().map(({ task }) => task)).toEqual(["a"]);
  });

  it("has what it kept before as well, and keeps all once it does again", () => {
    const held = storage();
    keep(answer("a", early));
    vi.stubGlobal("localStorage", {
      ...localStorage,
      setItem: () => {
        throw new Error("full");
      },
    });
    expect(keep(answer("b", late))).toBe("visit");
    expect(keptAnswers().map(({ task }) => task)).toEqual(["a", "b"]);
    vi.stubGlobal("localStorage", {
      ...localStorage,
      setItem: (key: string, text: string) => void held.set(key, text),
    });
    expect(keep(answer("c", late))).toBe("kept");
    expect(JSON.parse(held.get(KEY) ?? "")).toHaveLength(3);
  });
});

describe("an answer from anywhere", () => {
  it("is read as it was written", () => {
    expect(readAnswer(JSON.parse(writeJson(answer("a", early))))).toEqual(answer("a", early));
    expect(timeOf(new Date("2026-11-29T08:00:00.987Z"))).toBe(early);
  });

  it.each<readonly [string, object]>([
    ["a lab that is no name", { lab: "../x" }],
    ["a task of another kind", { task: 3 }],
    ["a long name", { task: "a".repeat(81) }],
    ["a list of fields", { fields: [] }],
    ["no fields", { fields: null }],
    ["an input of another kind", { inputs: { guess: [1] } }],
    ["an input that is no number", { inputs: { guess: "1 2" } }],
    ["too many inputs", { inputs: Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`i${i}`, i])) }],
    ["measured as text", { measured: "all" }],
    ["a relation that there is not", { measured: [{ name: "w", value: 1, relation: "~", bound: 0 }] }],
    ["a value of another kind", { measured: [{ name: "w", value: "1", relation: ">", bound: 0 }] }],
    ["too much measured", { measured: Array(51).fill({ name: "w", value: 1, relation: ">", bound: 0 }) }],
    ["no time", { at: 0 }],
    ["a day that there is not", { at: "2026-02-30T00:00:00Z" }],
  ])("is none with %s", (_, change) => {
    expect(readAnswer({ ...answer("a", early), ...change })).toBeNull();
  });
});
