// The page in a learning platform, without the platform: finding it, its calls, what counts as done, and what is kept.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Api, type Around, findApi } from "../../web/scorm/find-api.ts";
import { Follower } from "../../web/scorm/frame.ts";
import { Lms, type Trouble, timespan } from "../../web/scorm/lms.ts";
import { MOST_CHARACTERS, read, write } from "../../web/scorm/record.ts";
import { resultOf } from "../../web/scorm/rule.ts";
import { Visit } from "../../web/scorm/visit.ts";
import { languageFor } from "../../web/scorm/words.ts";
import { fakeLms } from "../browser/support/lms/fake-lms.mjs";

type Place = { parent: Around | null; opener: Around | null; API?: unknown };
/** A window of its own: its parent is itself. */
function place(API?: unknown): Place {
  const made: Place = { parent: null, opener: null, ...(API === undefined ? {} : { API }) };
  made.parent = made;
  return made;
}
const inside = (parent: Around): Place => ({ parent, opener: null });

describe("the platform is found", () => {
  const { API } = fakeLms({});

  test("in a parent, at some depth", () => {
    expect(findApi(inside(inside(place(API))))).toBe(API);
  });

  test("around the window that opened this one, or a frame around it", () => {
    const opened = place();
    opened.opener = inside(place(API));
    expect(findApi(opened)).toBe(API);
    expect(findApi(inside(opened))).toBe(API);
  });

  test("behind a window of another origin", () => {
    const foreign = inside(place(API));
    Object.defineProperty(foreign, "API", {
      get() {
        throw new DOMException("blocked", "SecurityError");
      },
    });
    expect(findApi(inside(foreign))).toBe(API);
  });

  test("not where it is something else, and not for ever", () => {
    expect(findApi(inside(place({ LMSInitialize: () => "true" })))).toBeNull();
    expect(findApi(place(null))).toBeNull();
    const one = inside(place());
    const other = inside(one);
    one.parent = other;
    one.opener = other;
    expect(findApi(one)).toBeNull();
  });
});

test.each([
  [0, "0000:00:00.00"],
  [1234.6, "0000:00:01.23"],
  [59_999.9, "0000:01:00.00"],
  [3_723_450, "0001:02:03.45"],
  [-5, "0000:00:00.00"],
  [1e15, "9999:59:59.99"],
])("%d ms are %s", (ms, text) => expect(timespan(ms)).toBe(text));

const STATEMENTS = ["1a", "1b", "1c1", "1d"];
const GOAL = { lab: "svr", kind: "statements", wanted: STATEMENTS } as const;
const NO_TASKS: ReadonlySet<string> = new Set();
const LINK = "https://lms/package/index.html#lab=svr&s=1.abc-_";

function begin(
  saved: Record<string, string>,
  options: Parameters<typeof fakeLms>[1] = {},
  goal: ConstructorParameters<typeof Visit>[0] = GOAL,
) {
  const platform = fakeLms(saved, options);
  const troubles: Trouble[] = [];
  const lms = new Lms(platform.API, (trouble) => troubles.push(trouble));
  expect(lms.begin()).toBe(true);
  let time = 0;
  const visit = new Visit(goal, lms, () => time);
  const told = (open: string | null, holds: readonly string[], link: string | null = LINK) =>
    visit.follow({ lab: "svr", open, holds: new Set(holds), tasks: NO_TASKS, link });
  return { ...platform, lms, visit, told, troubles, pass: (ms: number) => (time += ms) };
}

test("a statement is done where it is open and holds; all of them are the whole score", () => {
  expect(resultOf(STATEMENTS, new Set(["1a", "9z"]))).toEqual({ status: "incomplete", score: 25 });
  expect(resultOf(STATEMENTS, new Set(STATEMENTS))).toEqual({ status: "completed", score: 100 });
  expect(resultOf([], new Set())).toEqual({ status: "incomplete", score: 0 });
});

describe("a visit", () => {
  test("records progress as it grows, and at the end the time; nothing that it calls is refused", () => {
    const saved: Record<string, string> = {};
    const { visit, told, pass, refused } = begin(saved);
    told(null, STATEMENTS);
    expect(visit.done.size).toBe(0);
    told("1a", []);
    expect(visit.done.size).toBe(0);
    expect(told("1a", ["1a"])).toBe(true);
    // At once, and not at the end only: the browser may be closed without a word.
    expect(saved).toMatchObject({ "cmi.core.lesson_status": "incomplete", "cmi.core.score.raw": "25" });
    for (const id of STATEMENTS) told(id, [id]);
    expect(saved).toMatchObject({ "cmi.core.lesson_status": "completed", "cmi.core.score.raw": "100" });
    pass(61_000);
    visit.end();
    visit.end();
    expect(saved).toMatchObject({ "cmi.core.session_time": "0000:01:01.00", "cmi.core.exit": "suspend" });
    expect(refused).toEqual([]);
  });

  test("takes up what the last one left", () => {
    const saved: Record<string, string> = {};
    const first = begin(saved);
    first.told("1b", ["1b"]);
    first.told("1b", []);
    first.visit.end();
    const { visit, told, refused } = begin(saved);
    expect([...visit.done]).toEqual(["1b"]);
    expect(visit.address).toBe("lab=svr&s=1.abc-_");
    told("1a", ["1a"]);
    visit.end();
    expect(saved["cmi.core.score.raw"]).toBe("50");
    expect(refused).toEqual([]);
  });

  test("keeps progress where the state is too much for the platform, and says so", () => {
    const saved: Record<string, string> = {};
    const { visit, told, refused } = begin(saved);
    told("1a", ["1a"]);
    expect(visit.keeping).toBe("kept");
    told("1a", ["1a"], `${LINK}${"x".repeat(MOST_CHARACTERS)}`);
    expect(visit.keeping).toBe("too-large");
    told("1a", ["1a"], null);
    expect(visit.keeping).toBe("no-link");
    visit.end();
    expect(refused).toEqual([]);
    const again = begin(saved).visit;
    expect([...again.done]).toEqual(["1a"]);
    expect(again.address).toBeNull();
  });

  test("of another lab counts nothing", () => {
    const { visit } = begin({});
    visit.follow({ lab: "svdd", open: "1a", holds: new Set(["1a"]), tasks: NO_TASKS, link: LINK });
    expect(visit.done.size).toBe(0);
    expect(visit.keeping).toBe("nothing");
  });

  test.each(["passed", "failed"])("leaves alone what the platform has settled: %s", (status) => {
    const saved: Record<string, string> = { "cmi.core.lesson_status": status, "cmi.core.score.raw": "80" };
    const { visit, told } = begin(saved);
    told("1a", ["1a"]);
    visit.end();
    expect(saved).toMatchObject({ "cmi.core.lesson_status": status, "cmi.core.score.raw": "80" });
  });

  test.each(["review", "browse"])("for a %s sets nothing", (mode) => {
    const { visit, told, calls } = begin({}, { mode });
    told("1a", ["1a"]);
    visit.save();
    visit.end();
    expect(visit.records).toBe(false);
    expect(calls.filter((call) => call.startsWith("LMSSetValue"))).toEqual([]);
    expect(calls.at(-1)).toBe("LMSFinish");
  });

  test("goes on where the platform lacks what it may lack, and tells of what it may not", () => {
    const few = begin({}, { lacks: ["cmi.core.score.min", "cmi.core.score.max"] });
    few.told("1a", ["1a"]);
    few.visit.end();
    expect(few.troubles).toEqual([]);
    const none = begin({}, { lacks: ["cmi.suspend_data"] });
    none.told("1a", ["1a"]);
    expect(none.visit.keeping).toBe("nothing");
    expect(none.saved["cmi.core.score.raw"]).toBe("25");
    expect(none.troubles[0]).toMatchObject({ code: "401", message: "Not implemented error" });
  });
});

describe("a visit for tasks", () => {
  const goal = { lab: "svr", kind: "tasks", wanted: ["1b-edge", "1c1-wide", "2.4-out"] } as const;
  const told = (tasks: readonly string[], lab = "svr") => ({
    ...{ lab, open: "1a", holds: new Set(["1a"]), link: LINK },
    tasks: new Set(tasks),
  });

  test("counts what its link names, whichever lab is open; the score is the share, and all of them complete it", () => {
    const saved: Record<string, string> = {};
    const { visit, refused } = begin(saved, {}, goal);
    expect(visit.follow(told([]))).toBe(false);
    expect(visit.follow(told(["1b-other"]))).toBe(false);
    expect(visit.result).toEqual({ status: "incomplete", score: 0 });
    visit.follow(told(["1c1-wide"]));
    expect(saved).toMatchObject({ "cmi.core.lesson_status": "incomplete", "cmi.core.score.raw": "33" });
    // Tried again and not done any more: it has been done.
    expect(visit.follow(told([]))).toBe(false);
    visit.follow(told(["1b-edge"]));
    visit.follow(told(["1b-edge", "2.4-out"], "svdd"));
    expect(saved).toMatchObject({ "cmi.core.lesson_status": "completed", "cmi.core.score.raw": "100" });
    visit.end();
    expect(refused).toEqual([]);
    const again = begin({ ...saved, "cmi.core.score.raw": "" }, {}, goal);
    expect(again.visit.result).toEqual({ status: "completed", score: 100 });
  });

  test("a platform that kept statements for this link has kept no tasks", () => {
    const saved: Record<string, string> = {};
    const first = begin(saved);
    first.told("1a", ["1a"]);
    first.visit.end();
    expect([...begin(saved, {}, goal).visit.done]).toEqual([]);
  });
});

test.each([
  [["zh-TW", null, "en-GB"], "zh-TW"],
  [[null, "en", "zh-TW"], "en"],
  [[null, null, "zh-Hant-HK", "en"], "zh-TW"],
  [[null, null, "fr-FR", "zh"], "zh-TW"],
  [[null, null, "fr-FR", "en-GB", "zh-TW"], "en"],
  [["xx", null], "en"],
] as const)("the language of the bar, by %j: %s", (tags, language) => expect(languageFor(tags)).toBe(language));

test("a platform that throws, or answers with nothing, is told of and survived", () => {
  const broken = new Proxy({} as Api, {
    get: (_, name) => () => {
      if (name === "LMSInitialize") return "true";
      if (name === "LMSCommit") return undefined;
      throw new Error(`${String(name)} broke`);
    },
  });
  const troubles: Trouble[] = [];
  const lms = new Lms(broken, (trouble) => troubles.push(trouble));
  lms.begin();
  const visit = new Visit(GOAL, lms);
  visit.follow({ lab: "svr", open: "1a", holds: new Set(["1a"]), tasks: NO_TASKS, link: LINK });
  visit.end();
  expect(visit.done.has("1a")).toBe(true);
  expect(troubles.length).toBeGreaterThan(0);
  expect(troubles[0]?.message).toContain("broke");
});

describe("what is kept", () => {
  test("is read back as it was written, and never longer than a platform takes", () => {
    fc.assert(
      fc.property(
        fc.subarray(STATEMENTS),
        fc.option(fc.stringMatching(/^[\w.-]{0,5000}$/), { nil: null }),
        (done, s) => {
          const address = s === null ? null : `lab=svr&s=${s}`;
          const { text, whole } = write({ done, address });
          expect(text.length).toBeLessThanOrEqual(MOST_CHARACTERS);
          expect(read(text, STATEMENTS)).toEqual({ done, address: whole ? address : null });
        },
      ),
    );
  });

  test.each([
    "",
    "nonsense",
    "null",
    "[]",
    '{"v":2,"done":[],"at":null}',
    '{"v":1,"done":"1a","at":null}',
    "x".repeat(5000),
  ])("is forgotten where it is none of ours: %.30s", (text) => expect(read(text, STATEMENTS)).toBeNull());

  test("takes no address that is none", () => {
    for (const at of ["javascript:alert(1)", "//elsewhere", "lab=svr#x", "lab=<b>", 5, {}])
      expect(read(JSON.stringify({ v: 1, done: ["1a", "9z", 3], at }), STATEMENTS)).toEqual({
        done: ["1a"],
        address: null,
      });
  });
});

describe("what the frame tells", () => {
  test("is followed: the open statement, and which hold unbroken", () => {
    const follower = new Follower();
    const take = (message: object) => follower.take({ proofground: 1, ...message });
    expect(take({ type: "ready", version: "1", lab: "svr", q: "1a" })).toBe("ready");
    take({ type: "verdict", lab: "svr", q: "1a", verdict: "pass", broken: false });
    take({ type: "state", lab: "svr", state: { claim: "1b" }, link: LINK });
    take({
      type: "verdicts",
      lab: "svr",
      verdicts: [
        { q: "1b", verdict: "pass", broken: true },
        { q: "1c1", verdict: "vacuous", broken: false },
        { q: "1d", verdict: "pass", broken: false },
      ],
    });
    expect(follower.told).toEqual({
      lab: "svr",
      open: "1b",
      holds: new Set(["1a", "1d"]),
      tasks: NO_TASKS,
      link: LINK,
    });
    take({ type: "verdict", lab: "svr", q: "1a", verdict: "fail", broken: false });
    expect([...follower.told.holds]).toEqual(["1d"]);
    take({ type: "state", lab: "svdd", state: {}, link: null });
    expect(follower.told).toEqual({ lab: "svdd", open: null, holds: new Set(), tasks: NO_TASKS, link: null });
  });

  test("tasks count while they are done, of whatever lab", () => {
    const follower = new Follower();
    const take = (message: object) => follower.take({ proofground: 1, type: "task", ...message });
    expect(take({ lab: "svr", task: "1b-edge", done: true, evidence: [] })).toBe("changed");
    take({ lab: "svr", task: "1c1-wide", done: true });
    follower.take({ proofground: 1, type: "ready", lab: "svdd", q: null });
    take({ lab: "svdd", task: "2.4-out", done: "yes" });
    take({ lab: "svr", task: "1b-edge", done: false });
    expect(take({ lab: "svr", done: true })).toBeNull();
    expect(follower.told).toMatchObject({ lab: "svdd", tasks: new Set(["1c1-wide"]) });
  });

  test("is left alone where it is none of ours", () => {
    const follower = new Follower();
    const strange = fc.anything({ withNullPrototype: true });
    fc.assert(
      fc.property(strange, fc.constantFrom("state", "verdict", "verdicts", "task", "ready", "other"), (value, type) => {
        follower.take(value);
        follower.take({
          proofground: 1,
          type,
          lab: "svr",
          q: value,
          task: value,
          state: value,
          verdicts: value,
          link: value,
        });
        follower.take({ proofground: 1, type, lab: value });
      }),
    );
    expect(follower.told.lab).toBe("svr");
  });
});
