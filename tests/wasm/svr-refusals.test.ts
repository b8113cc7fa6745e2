// Refused input: an error that names call, field, what was expected and what came; and a module that works on afterwards.
import { beforeAll, describe, expect, test } from "vitest";
import type { Proofground, SvrProblem } from "../../wasm/lib/types.ts";
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
const kernel = (fields: Record<string, unknown>) => problem({ kernel: fields });
const detached = () => {
  const x = new Float64Array([0, 1, 2, 3]);
  structuredClone(x.buffer, { transfer: [x.buffer] });
  return x;
};
const holes = () => {
  const x = [0, 1, 2, 3];
  delete x[2];
  return x;
};

describe("svr.fit refuses", () => {
  test.each<[what: string, problem: SvrProblem, message: RegExp]>([
    ["no n", problem({ x: [], y: [] }), /^svr\.fit: y: expected .*, got 0|^svr\.fit: n: expected .*, got 0/],
    ["no x", problem({ x: undefined }), /^svr\.fit: x: expected a Float64Array or an array of numbers, got nothing$/],
    ["no y", problem({ y: undefined }), /^svr\.fit: y: expected .* got nothing$/],
    ["a misspelt C", problem({ C: undefined, c: 1 }), /^svr\.fit: C: expected a number, got nothing$/],
    ["no epsilon", problem({ epsilon: undefined }), /^svr\.fit: epsilon: expected a number, got nothing$/],
    ["no kernel", problem({ kernel: undefined }), /^svr\.fit: kernel: expected an object, got nothing$/],
    ["no d", problem({ d: undefined }), /^svr\.fit: d: expected a whole number from 1 to \d+, got nothing$/],
    ["d = 0", problem({ d: 0 }), /^svr\.fit: d: expected .* got 0$/],
    ["d = 1.5", problem({ d: 1.5 }), /^svr\.fit: d: expected .* got 1\.5$/],
    ["a d that does not divide x", problem({ d: 3 }), /^svr\.fit: x: expected .*, got 4/],
    ["a d whose product with n leaves int", problem({ d: 2 ** 27 }), /^svr\.fit: x: expected/],
    ["x of another size than n d", problem({ x: [0, 1, 2] }), /^svr\.fit: x: expected .*, got 3/],
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
    ["NaN in x", problem({ x: [0, 1, Number.NaN, 3] }), /^svr\.fit: x\[2\]: expected .*, got NaN$/],
    [
      "Infinity in y",
      problem({ y: Float64Array.of(0, 1, 2, -Infinity) }),
      /^svr\.fit: y\[3\]: expected .*, got -Infinity$/,
    ],
    ["a denormal in y", problem({ y: [0, 1, 5e-324, 3] }), /^svr\.fit: y\[2\]: expected .*, got 5e-324$/],
    ["1e308 in x", problem({ x: [0, 1e308, 2, 3] }), /^svr\.fit: x\[1\]: expected .*, got 1e\+308$/],
    ["a string in x", problem({ x: [0, "1", 2, 3] }), /^svr\.fit: x\[1\]: expected a number, got "1"$/],
    ["a hole in x", problem({ x: holes() }), /^svr\.fit: x\[2\]: expected a number, got nothing$/],
    ["null in y", problem({ y: [0, 1, null, 3] }), /^svr\.fit: y\[2\]: expected a number, got null$/],
    ["x a string", problem({ x: "0123" }), /^svr\.fit: x: expected a Float64Array or an array of numbers, got "0123"$/],
    ["x array-like only", problem({ x: { length: 4 } }), /^svr\.fit: x: expected .*, got an object$/],
    ["x nested", problem({ x: [[0], [1], [2], [3]] }), /^svr\.fit: x\[0\]: expected a number, got an array$/],
    ["x of bigints", problem({ x: new BigInt64Array(4) }), /^svr\.fit: x: expected .*, got a typed array$/],
    [
      "x a DataView",
      problem({ x: new DataView(new ArrayBuffer(32)) }),
      /^svr\.fit: x: expected .*, got a typed array$/,
    ],
    [
      "x detached",
      problem({ x: detached() }),
      /^svr\.fit: x: expected numbers, got an array whose buffer was detached$/,
    ],
    [
      "an unknown kernel",
      kernel({ type: "rbff", gamma: 1 }),
      /^svr\.fit: kernel\.type: expected linear, rbf, poly or sigmoid, got "rbff"$/,
    ],
    ["a kernel without type", kernel({ gamma: 1 }), /^svr\.fit: kernel\.type: expected a string, got nothing$/],
    ["rbf without gamma", kernel({ type: "rbf" }), /^svr\.fit: kernel\.gamma: expected a number, got nothing$/],
    ["gamma = 0", kernel({ type: "rbf", gamma: 0 }), /^svr\.fit: kernel\.gamma: expected .*, got 0$/],
    ["gamma < 0", kernel({ type: "sigmoid", gamma: -1, coef0: 0 }), /^svr\.fit: kernel\.gamma: expected .*, got -1$/],
    [
      "poly without coef0",
      kernel({ type: "poly", gamma: 1, degree: 2 }),
      /^svr\.fit: kernel\.coef0: expected a number, got nothing$/,
    ],
    [
      "degree 40",
      kernel({ type: "poly", gamma: 1, coef0: 0, degree: 40 }),
      /^svr\.fit: kernel\.degree: expected .*, got 40$/,
    ],
    [
      "degree 2.5",
      kernel({ type: "poly", gamma: 1, coef0: 0, degree: 2.5 }),
      /^svr\.fit: kernel\.degree: expected .*, got 2\.5$/,
    ],
    [
      "coef0 NaN",
      kernel({ type: "sigmoid", gamma: 1, coef0: Number.NaN }),
      /^svr\.fit: kernel\.coef0: expected .*, got NaN$/,
    ],
    ["nothing at all", undefined as unknown as SvrProblem, /^svr\.fit: the argument: expected an object, got nothing$/],
    ["a number", 3 as unknown as SvrProblem, /^svr\.fit: the argument: expected an object, got 3$/],
  ])("%s", (_, bad, message) => {
    const error = refusal(() => pg.svr.fit(bad));
    expect(error.message).toMatch(message);
    expect(error.code).toBe("invalid-argument");
    expect(pg.svr.fit(good).report.converged).toBe(true);
  });

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
    ["a ragged xNew", { d: 2 }, [1, 2, 3], /^svr\.predict: x_?[nN]ew: expected/],
    ["NaN in xNew", {}, [Number.NaN, 0], /^svr\.predict: x_?[nN]ew\[0\]: expected .*, got NaN$/],
    ["an alpha of another size", { alpha: [1] }, [0], /^svr\.predict: .*alpha/],
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
