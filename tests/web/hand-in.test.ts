// The hand-in file is read back as it was written, and what is none is refused by name; what the teacher's page makes of many.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  cleanName,
  type HandIn,
  type HandInEntry,
  LONGEST_FILE,
  LONGEST_WHO,
  MOST_TASKS,
  measuredHash,
  readHandIn,
  writeHandIn,
} from "../../web/host/tasks/hand-in.ts";
import type { WordedTask } from "../../web/host/tasks/table.ts";
import { csvOf, harmless } from "../../web/teacher/csv.ts";
import { type HandedIn, type Row, rowsOf } from "../../web/teacher/rows.ts";
import { allAsked, idsIn, summaries } from "../../web/teacher/summary.ts";
import { markTwins } from "../../web/teacher/twins.ts";

const name = fc.stringMatching(/^[\w.-]{1,20}$/);
const number = fc.double({ noDefaultInfinity: false });
const entry: fc.Arbitrary<HandInEntry> = fc.record({
  lab: name,
  task: name,
  statement: name,
  done: fc.boolean(),
  fields: fc.dictionary(name, fc.oneof(fc.boolean(), name, fc.array(fc.integer(), { maxLength: 5 }))),
  inputs: fc.dictionary(name, fc.oneof(fc.integer(), name, fc.constant(null))),
  measured: fc.array(
    fc.record({
      name,
      value: number,
      relation: fc.constantFrom("<", "<=", ">", ">=", "=", "!="),
      bound: number,
    }),
    { maxLength: 4 },
  ),
  at: fc.constantFrom(null, "2026-11-29T09:30:00Z"),
});
const handIn: fc.Arbitrary<HandIn> = fc.record({
  program: name,
  who: fc.string().map(cleanName),
  tasks: fc.array(entry, { maxLength: 4 }),
  fingerprint: fc.record({ labs: fc.dictionary(name, name), measured: fc.constant({ "a/b": "c" }) }),
});
/** Without what JSON does not carry: prototypes, the sign of zero. */
const plain = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, each: unknown) =>
      typeof each === "number" && !Number.isFinite(each) ? String(each) : each,
    ),
  );

describe("a hand-in file", () => {
  test("is read back as it was written", () => {
    fc.assert(
      fc.property(handIn, (made) => {
        expect(plain(readHandIn(writeHandIn(made)))).toEqual(plain({ ...made, unread: 0 }));
      }),
    );
  });

  test("is read by people too: an entry's fields stand in a line each, lists in one", () => {
    const text = writeHandIn(one("Ada", [{ fields: { x: [1, 2, 3] } }]));
    expect(text).toContain('\n        "x": [1,2,3]\n');
    expect(text).toContain('\n      "verdict": "width: 1 > 0.5 yes",\n');
    expect(text).toContain('\n        {"name":"width","value":1,"relation":">","bound":0.5}\n');
    expect(text).not.toContain('"at"');
  });

  const good = () => JSON.parse(writeHandIn(one("Ada", [{}])));
  const text = (change: object) => JSON.stringify({ ...good(), ...change });
  const deep = (levels: number) => `${"[".repeat(levels)}${"]".repeat(levels)}`;
  test.each([
    ["too-large", " ".repeat(LONGEST_FILE + 1)],
    ["not-json", "hello"],
    ["not-json", ""],
    ["not-json", text({}).slice(0, -5)],
    ["not-hand-in", "[]"],
    ["not-hand-in", "null"],
    ["not-hand-in", '{"proofground":1}'],
    ["version", text({ version: 2 })],
    ["too-deep", text({ tasks: JSON.parse(deep(50)) })],
    ["too-many", text({ tasks: Array(MOST_TASKS + 1).fill(1) })],
    ["damaged", text({ who: 5 })],
    ["damaged", text({ tasks: {} })],
    ["damaged", text({ program: null })],
  ] as const)("is refused where it is %s", (fault, file) => expect(readHandIn(file)).toEqual({ fault }));

  test("of a hundred thousand brackets is refused, however an engine reads those", () => {
    expect(readHandIn(deep(100_000))).toHaveProperty("fault");
  });

  test("with entries that are none keeps the others", () => {
    const [kept] = good().tasks;
    const bad = [1, null, [], {}, { ...kept, done: "yes" }, { ...kept, measured: [{}] }, { ...kept, at: "now" }];
    const odd = [
      { ...kept, task: "<b>" },
      { ...kept, fields: [] },
      { ...kept, inputs: { a: {} } },
    ];
    const read = readHandIn(text({ tasks: [...bad, kept, ...odd] }));
    expect(read).toMatchObject({ unread: bad.length + odd.length, tasks: [{ task: "1a-first" }] });
  });

  test("takes only codes for a fingerprint, and no prototype for an entry", () => {
    const fingerprint = { labs: { svr: "12-ab", "<b>": "x", vae: "a b" }, measured: JSON.parse('{"__proto__":"x"}') };
    const read = readHandIn(text({ fingerprint, __proto__: { who: "Eve" } }));
    expect(read).toMatchObject({ who: "Ada", fingerprint: { labs: { svr: "12-ab" } } });
    expect(readHandIn(text({ fingerprint: 5 }))).toMatchObject({ fingerprint: { labs: {}, measured: {} } });
  });

  test("names are one line of bounded length", () => {
    expect(cleanName("  Ada\n\u202eLovelace\t\u0000 ")).toBe("Ada Lovelace");
    expect(cleanName("x".repeat(1000)).length).toBe(LONGEST_WHO);
  });
});

/** Of one lab with two tasks. */
const known = new Map<string, readonly WordedTask[]>([
  [
    "lab",
    (["1a-first", "1a-few", "1b-second"] as const).map((id) => ({
      task: {
        ...{ id, claim: id.slice(0, 2), level: 1, minutes: 1, lock: [], solution: {} },
        start: id === "1b-second" ? { x: [1 / 3e3, 1.6449340668] } : {},
        inputs: id === "1a-few" ? [{ kind: "choice", id: "which", options: ["a", "b"] }] : [],
        judge: () => [],
      },
      words: { title: `Title of ${id}`, ask: "", hint: "", measured: { width: "width, in words" } },
      statement: { name: id.slice(0, 2), title: "" },
    })),
  ],
]);

function one(who: string, entries: readonly Partial<HandInEntry>[]): HandIn {
  const tasks = entries.map(
    (change): HandInEntry => ({
      ...{ lab: "lab", task: "1a-first", statement: "1a", done: true, fields: {}, inputs: {}, at: null },
      measured: [{ name: "width", value: 1, relation: ">", bound: 0.5 }],
      ...change,
    }),
  );
  return { program: "1", who, tasks, fingerprint: { labs: {}, measured: {} } };
}
/** Replayed: each is what it says. */
function rowsIn(...files: readonly HandIn[]): { files: HandedIn[]; rows: Row[] } {
  const read = files.map((file, k) => ({ file: `${k}.json`, handIn: { ...file, unread: 0 } }));
  const rows = read.flatMap((file) => rowsOf(file, known));
  for (const row of rows) {
    const { done, measured } = row.entry;
    row.replayed = { done, measured };
    row.finding = { kind: "bits" };
  }
  return { files: read, rows };
}

describe("the teacher's page", () => {
  const [p, q, r, s] = [0.123456789, -0.5772156649, 1.6449340668, 1e-3 / 3];
  const twinsOf = (rows: readonly Row[]) => {
    markTwins(rows);
    return rows.map(({ twins }) => twins.map(({ from }) => from.handIn.who));
  };

  test("marks answers of other names with the same long numbers, whatever else a copy has changed", () => {
    const { rows } = rowsIn(
      one("Ada", [{ fields: { x: [p, q, r, 1], view: 2 } }]),
      one("Bob", [{ fields: { seed: 5, x: [q, p, r, 1.5, s] } }]),
      one("Cem", [{ fields: { x: [p, q + 1e-9, r + 1e-9, 1] } }]),
      one("Ada", [{ fields: { x: [p, q, r, 1] } }]),
      one("Dan", [{ task: "1b-second", fields: { x: [p, q, r, 1] } }]),
      one("Eve", [{ fields: { y: [p, q, r, 1] } }]),
    );
    expect(twinsOf(rows)).toEqual([["Bob"], ["Ada", "Ada"], [], ["Bob"], [], []]);
  });

  test("does not mark what many rightly give: choices, typed numbers, the start's, one long number; nor answers to what is no task", () => {
    const same: Partial<HandInEntry>[] = [
      { task: "1a-few", inputs: { which: "a" } },
      { task: "none", fields: { x: [p, q] } },
      { inputs: { a: 0.187, b: 1.1025, c: -0.0342 }, fields: { x: [-1, 1, 0.25], w: p } },
      { task: "1b-second", fields: { x: [r, s] } },
    ];
    const { rows } = rowsIn(one("Ada", same), one("Bob", same));
    expect(twinsOf(rows).flat()).toEqual([]);
  });

  test("ends soon for answers that are made to be long", () => {
    const x = Array.from({ length: 100_000 }, (_, k) => Math.sqrt(k + 2));
    const { rows } = rowsIn(...Array.from({ length: 8 }, (_, k) => one(`${k}`, [{ fields: { x } }])));
    expect(twinsOf(rows).map(({ length }) => length)).toEqual(rows.map(() => 7));
  });

  test("counts for each student what is done of what was asked for, over all files of a name", () => {
    const { files, rows } = rowsIn(
      one("Ada", [{}]),
      one("Ada", [{ task: "1b-second" }]),
      one("", [{ task: "1b-second", done: false }, { task: "9z-none" }]),
    );
    const ninth = rows.find(({ task }) => task === null);
    if (ninth) ninth.finding = { kind: "task" };
    const asked = allAsked(rows, ["1a-first", "1a-few", "1b-second"]);
    expect(asked).toEqual(["1a-first", "1b-second"]);
    expect(summaries(files, rows, asked)).toMatchObject([
      { who: "Ada", files: ["0.json", "1.json"], done: ["1a-first", "1b-second"], missing: [] },
      { who: "2.json", done: [], missing: ["1a-first", "1b-second"], notes: { unknown: 1, edited: 0 } },
    ]);
    expect(idsIn(" 1a-first, 1b-second，1a-first\n")).toEqual(["1a-first", "1b-second"]);
  });

  test("writes a table that no spreadsheet runs", () => {
    for (const text of ["=1+1", "+1", "-1", "@A1", "|x", "%x", " =1", "\t=1", "\r=1", "＝1", "－1"])
      expect(harmless(text)).toMatch(/^'/);
    expect(harmless("Ada = Bob; x")).toBe("Ada = Bob; x");
    expect(harmless("Eve;=1+1; @x")).toBe("Eve;'=1+1; '@x");
    const { rows } = rowsIn(one('=HYPERLINK("x")', [{}]), one("O'Neil, 小明", [{ fields: { a: 1 } }]));
    const csv = csvOf(rows);
    const lines = csv.split("\r\n");
    expect(csv.startsWith("\ufeffwho,file,lab,task,title,")).toBe(true);
    expect(lines.length).toBe(4);
    expect(lines[1]).toMatch(/^"'=HYPERLINK\(""x""\)",0\.json,lab,1a-first,Title of 1a-first,1a,done,/);
    expect(lines[2]).toMatch(/^"O'Neil, 小明",1\.json,/);
    expect(lines[1]).toContain("width, in words: 1 > 0.5");
  });
});

test("the fingerprint of measured numbers tells apart what differs in one bit or one name", () => {
  const measured = (value: number, called = "a") => [{ name: called, value, relation: ">", bound: 0 } as const];
  const hash = measuredHash(measured(1));
  expect(hash).toMatch(/^[\da-f]{16}$/);
  expect(measuredHash(measured(1))).toBe(hash);
  expect(measuredHash(measured(1 + Number.EPSILON))).not.toBe(hash);
  expect(measuredHash(measured(1, "b"))).not.toBe(hash);
  expect(measuredHash(measured(Number.NaN))).not.toBe(hash);
});
