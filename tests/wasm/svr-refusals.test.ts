// Refused input: an error that names call, field, what was expected and what came; and a module that works on afterwards.
import { beforeAll, describe, expect, test } from "vitest";
import type { Proofground, SvrProblem } from "../../wasm/lib/types.ts";
import { BAD_KERNELS, BAD_NUMBERS } from "./support/hostile.ts";
import { loadWatched, refusal } from "./support/load.ts";

const good: SvrProblem = {
  x: [0, 1, 2, 3],
  d: 1,
  y: [0, 1, 0, 1],
  kernel: { type: "rbf", gamma: 1 },
  C: 1,
  epsilon: 0.1,
};

let pg: Proofground;
beforeAll(async () => {
  pg = (await loadWatched()).pg;
});

/** A problem that no TypeScript caller could write. */
const problem = (change: Record<string, unknown>): SvrProblem => ({ ...good, ...change }) as SvrProblem;

describe("svr.fit refuses", () => {
  test.each<[what: string, problem: SvrProblem, message: RegExp]>([
    ["no n", problem({ x: [], y: [] }), /^svr\.fit: y: expected .*, got 0|^svr\.fit: n: expected .*, got 0/],
    ["no y", problem({ y: undefined }), /^svr\.fit: y: expected .* got nothing$/],
    ["a misspelt C", problem({ C: undefined, c: 1 }), /^svr\.fit: C: expected a number, got nothing$/],
    ["no epsilon", problem({ epsilon: undefined }), /^svr\.fit: epsilon: expected a number, got nothing$/],
    ["no d", problem({ d: undefined }), /^svr\.fit: d: expected a whole number from 1 to \d+, got nothing$/],
    ["d = 0", problem({ d: 0 }), /^svr\.fit: d: expected .* got 0$/],
    ["d = 1.5", problem({ d: 1.5 }), /^svr\.fit: d: expected .* got 1\.5$/],
    ["a d that does not divide x", problem({ d: 3 }), /^svr\.fit: x: expected a multiple of 3 numbers, got 4$/],
    ["a y too short", problem({ y: [0, 1, 0] }), /^svr\.fit: y: expected 4 numbers, got 3$/],
    ["a y too long", problem({ y: [0, 1, 0, 1, 0] }), /^svr\.fit: y: expected 4 numbers, got 5$/],
    ["a y of as many numbers as x", problem({ d: 2 }), /^svr\.fit: y: expected 2 numbers, got 4$/],
    ["a d whose product with n leaves int", problem({ d: 2 ** 27 }), /^svr\.fit: x: expected/],
    ["x of another size than n d", problem({ x: [0, 1, 2] }), /^svr\.fit: y: expected 3 numbers, got 4$/],
    ["C = 0", problem({ C: 0 }), /^svr\.fit: C: expected .*, got 0$/],
    ["C < 0", problem({ C: -1 }), /^svr\.fit: C: expected .*, got -1$/],
    ["C NaN", problem({ C: Number.NaN }), /^svr\.fit: C: expected .*, got NaN$/],
    ["C infinite", problem({ C: Number.POSITIVE_INFINITY }), /^svr\.fit: C: expected .*, got Infinity$/],
    ["C a string", problem({ C: "1" }), /^svr\.fit: C: expected a number, got "1"$/],
    ["epsilon = 0", problem({ epsilon: 0 }), /^svr\.fit: epsilon: expected .*, got 0$/],
    ["epsilon < 0", problem({ epsilon: -1 }), /^svr\.fit: epsilon: expected .*, got -1$/],
    ["epsilon a bigint", problem({ epsilon: 1n }), /^svr\.fit: epsilon: expected a number, got a bigint$/],
    ["tolerance = 0", problem({ tolerance: 0 }), /^svr\.fit: tolerance: expected .*, got 0$/],
    ["tolerance null", problem({ tolerance: null }), /^svr\.fit: tolerance: expected a number, got null$/],
    ["maxIterations -1", problem({ maxIterations: -1 }), /^svr\.fit: maxIterations: expected .*, got -1$/],
    [
      "maxIterations infinite",
      problem({ maxIterations: Number.POSITIVE_INFINITY }),
      /^svr\.fit: maxIterations: expected/,
    ],
    ["nothing at all", undefined as unknown as SvrProblem, /^svr\.fit: the argument: expected an object, got nothing$/],
    ["a number", 3 as unknown as SvrProblem, /^svr\.fit: the argument: expected an object, got 3$/],
  ])("%s", (_, bad, message) => {
    const error = refusal(() => pg.svr.fit(bad));
    expect(error.message).toMatch(message);
    expect(error.code).toBe("invalid-argument");
    expect(pg.svr.fit(good).report.converged).toBe(true);
  });

  test.each(BAD_KERNELS)("%s", (_, kernel, message) => {
    const error = refusal(() => pg.svr.fit(problem({ kernel })));
    expect(error.message).toMatch(message);
    expect(error.message).toMatch(/^svr\.fit: kernel/);
  });

  test.each(["x", "y"].flatMap((field) => BAD_NUMBERS.map((bad) => [field, ...bad] as const)))(
    "%s: %s",
    (field, _, numbers, message) => {
      const error = refusal(() => pg.svr.fit(problem({ [field]: numbers })));
      expect(error.message).toMatch(message);
      expect(error.message.startsWith(`svr.fit: ${field}`)).toBe(true);
    },
  );

  test("a getter that throws, and one that throws from inside an array", () => {
    const thrower = () => {
      throw new Error("mine");
    };
    const field = Object.defineProperty({ ...good }, "C", { get: thrower });
    expect(refusal(() => pg.svr.fit(field)).message).toBe(
      "svr.fit: C: expected a value, got a field that cannot be read",
    );
    const entry = { ...good, y: Object.defineProperty([0, 1, 2, 3], 1, { get: thrower }) };
    expect(refusal(() => pg.svr.fit(entry)).message).toBe(
      "svr.fit: y: expected numbers, got an array that cannot be read",
    );
  });

  test("an array that claims to be longer than it is", () => {
    class Liar extends Float64Array {
      override get length() {
        return 2 ** 30;
      }
    }
    expect(pg.svr.fit({ ...good, x: new Liar([0, 1, 2, 3]) }).report.converged).toBe(true);
    const proxy = (length: unknown) =>
      new Proxy([0, 1, 2, 3], { get: (target, key) => (key === "length" ? length : Reflect.get(target, key)) });
    for (const length of [2 ** 40, -1, Number.NaN, "4", { valueOf: () => 4 }]) {
      expect(refusal(() => pg.svr.fit({ ...good, x: proxy(length) })).message).toMatch(/^svr\.fit: x: expected/);
    }
  });
});

describe("svr.predict refuses", () => {
  test.each<[what: string, solution: Record<string, unknown>, xNew: unknown, message: RegExp]>([
    ["no xNew", {}, undefined, /^svr\.predict: xNew: expected .*, got nothing$/],
    ["a ragged xNew", { d: 2 }, [1, 2, 3], /^svr\.predict: xNew: expected a multiple of 2 numbers, got 3$/],
    ["NaN in xNew", {}, [Number.NaN, 0], /^svr\.predict: x_?[nN]ew\[0\]: expected .*, got NaN$/],
    ["an alpha of another size", { alpha: [1] }, [0], /^svr\.predict: solution\.alpha: expected 4 numbers, got 1$/],
    [
      "an alphaStar of another size",
      { alphaStar: [1, 2, 3, 4, 5] },
      [0],
      /^svr\.predict: solution\.alphaStar: expected 4 numbers, got 5$/,
    ],
    ["no b", { b: undefined }, [0], /^svr\.predict: solution\.b: expected a number, got nothing$/],
    [
      "NaN in alphaStar",
      { alphaStar: [0, 0, Number.NaN, 0] },
      [0],
      /^svr\.predict: .*alpha.*\[2\]: expected .*, got NaN$/,
    ],
  ])("%s", (_, change, xNew, message) => {
    const { d = 1, ...rest } = change;
    const whole = { ...good, d: d as number, x: d === 2 ? [...good.x, ...good.x] : good.x };
    const solution = { ...pg.svr.fit(whole), ...rest } as ReturnType<Proofground["svr"]["fit"]>;
    expect(refusal(() => pg.svr.predict(whole, solution, xNew as number[])).message).toMatch(message);
  });
});

test("a run refuses sizes and other solutions by their own names", () => {
  const run = pg.svr.start({ ...good, d: 2, y: [0, 1] });
  const solution = run.solution();
  try {
    const message = (call: () => unknown) => refusal(call).message;
    expect(message(() => run.predict([1, 2, 3]))).toBe(
      "svr.run.predict: xNew: expected a multiple of 2 numbers, got 3",
    );
    expect(message(() => run.predict([1, 2], { ...solution, alphaStar: [1] as unknown as Float64Array }))).toBe(
      "svr.run.predict: solution.alphaStar: expected 2 numbers, got 1",
    );
    expect(message(() => run.curve(0, 0, 1, 5, { ...solution, b: "1" as unknown as number }))).toBe(
      'svr.run.curve: solution.b: expected a number, got "1"',
    );
    expect(message(() => run.claim("1d2", false, { at: [1] }))).toBe(
      "svr.run.claim: options.at: expected 2 numbers, got 1",
    );
    expect(message(() => run.claim("1a", false, { point: 2 }))).toBe(
      "svr.run.claim: options.point: expected a whole number from 0 to 1, got 2",
    );
    expect(message(() => run.claim("1a", false, { alpha: -1 }))).toBe(
      "svr.run.claim: options.alpha: expected a number from 0 to 1e100, got -1",
    );
  } finally {
    run.delete();
  }
});

test("what is accepted: every array of numbers, extra fields, none of them changed", () => {
  const expected = pg.svr.fit(good);
  const shared = new Float64Array(new SharedArrayBuffer(32));
  shared.set([0, 1, 2, 3]);
  for (const x of [new Float64Array([0, 1, 2, 3]), Float32Array.of(0, 1, 2, 3), Int8Array.of(0, 1, 2, 3), shared]) {
    const problemOf = { ...good, x, note: "ignored" } as unknown as SvrProblem;
    expect(pg.svr.fit(problemOf)).toEqual(expected);
    expect(Array.from(x)).toEqual([0, 1, 2, 3]);
  }
  const inMiddle = new Float64Array([9, 0, 1, 2, 3, 9]).subarray(1, 5);
  expect(pg.svr.fit({ ...good, x: inMiddle })).toEqual(expected);
});
