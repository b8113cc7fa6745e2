// Refused input: an error that names call, field, what was expected and what came; and a module that works on afterwards.
import { beforeAll, describe, expect, test } from "vitest";
import type { Proofground, SvddProblem, SvddSolution } from "../../wasm/lib/types.ts";
import { BAD_KERNELS, BAD_NUMBERS } from "./support/hostile.ts";
import { loadWatched, refusal } from "./support/load.ts";

const good: SvddProblem = { x: [0, 1, 2, 3], d: 1, weights: [1, 2, 1, 2], nu: 1.5, kernel: { type: "rbf", gamma: 1 } };

let pg: Proofground;
beforeAll(async () => {
  pg = (await loadWatched()).pg;
});

/** A problem that no TypeScript caller could write. */
const problem = (change: Record<string, unknown>): SvddProblem => ({ ...good, ...change }) as SvddProblem;

describe("svdd.fit refuses", () => {
  test.each<[what: string, problem: SvddProblem, message: RegExp]>([
    ["no points", problem({ x: [], weights: [] }), /^svdd\.fit: x: expected at least one point, got 0$/],
    ["no points and no weights", problem({ x: [], weights: null }), /^svdd\.fit: x: expected at least one .*, got 0$/],
    ["no d", problem({ d: undefined }), /^svdd\.fit: d: expected a whole number from 1 to \d+, got nothing$/],
    ["d = 0", problem({ d: 0 }), /^svdd\.fit: d: expected .* got 0$/],
    ["d = 1.5", problem({ d: 1.5 }), /^svdd\.fit: d: expected .* got 1\.5$/],
    [
      "points of mixed sizes",
      problem({ d: 2, x: [0, 1, 2, 3, 4] }),
      /^svdd\.fit: x: expected a multiple of 2 .*, got 5$/,
    ],
    [
      "the same without weights",
      problem({ d: 3, weights: null }),
      /^svdd\.fit: x: expected a multiple of 3 .*, got 4$/,
    ],
    [
      "more weights than points",
      problem({ weights: [1, 1, 1, 1, 1] }),
      /^svdd\.fit: weights: expected 4 numbers, got 5$/,
    ],
    [
      "fewer weights than points",
      problem({ d: 2, x: [0, 1, 2, 3, 4, 5], weights: [1, 1] }),
      /^svdd\.fit: weights: expected 3 numbers, got 2$/,
    ],
    ["weights of no point", problem({ weights: [] }), /^svdd\.fit: weights: expected 4 numbers, got 0$/],
    [
      "weights that leave no nu",
      problem({ weights: [1e-120, 1e-120, 1e-120, 1e-120], nu: 1e-120 }),
      /^svdd\.fit: weights: expected a sum above 1e-100, .*, got 4e-120$/,
    ],
    [
      "a nu below the least",
      problem({ nu: 1e-300 }),
      /^svdd\.fit: nu: expected a number between 1e-100 and .*, got 1e-300$/,
    ],
    ["a weight of 0", problem({ weights: [1, 0, 1, 1] }), /^svdd\.fit: weights: expected numbers above 0, got 0$/],
    ["a weight < 0", problem({ weights: [1, 1, -2, 1] }), /^svdd\.fit: weights: expected numbers above 0, got -2$/],
    ["nu = 0", problem({ nu: 0 }), /^svdd\.fit: nu: expected .*, got 0$/],
    ["nu < 0", problem({ nu: -1 }), /^svdd\.fit: nu: expected .*, got -1$/],
    ["nu = sum of weights", problem({ nu: 6 }), /^svdd\.fit: nu: expected a number below the sum of the .*, got 6$/],
    ["nu above it", problem({ nu: 7 }), /^svdd\.fit: nu: expected a number below the sum of the weights, got 7$/],
    ["nu = 1 with weights 1/n", problem({ weights: undefined, nu: 1 }), /^svdd\.fit: nu: expected .*, got 1$/],
    ["nu NaN", problem({ nu: Number.NaN }), /^svdd\.fit: nu: expected .*, got NaN$/],
    ["nu infinite", problem({ nu: Number.POSITIVE_INFINITY }), /^svdd\.fit: nu: expected .*, got Infinity$/],
    ["nu a string", problem({ nu: "1" }), /^svdd\.fit: nu: expected a number, got "1"$/],
    ["no nu", problem({ nu: undefined }), /^svdd\.fit: nu: expected a number, got nothing$/],
    ["tolerance = 0", problem({ tolerance: 0 }), /^svdd\.fit: tolerance: expected .*, got 0$/],
    ["maxIterations 1.5", problem({ maxIterations: 1.5 }), /^svdd\.fit: maxIterations: expected .*, got 1\.5$/],
    [
      "kernel values out of range",
      problem({ x: [0, 1e20, 2, 3], kernel: { type: "poly", gamma: 1, coef0: 0, degree: 16 } }),
      /^svdd\.fit: kernel: expected values on these x .*, got Infinity$/,
    ],
    [
      "nothing at all",
      undefined as unknown as SvddProblem,
      /^svdd\.fit: the argument: expected an object, got nothing$/,
    ],
  ])("%s", (_, bad, message) => {
    const error = refusal(() => pg.svdd.fit(bad));
    expect(error.message).toMatch(message);
    expect(error.code).toBe("invalid-argument");
    expect(pg.svdd.fit(good).report.converged).toBe(true);
  });

  test.each(BAD_KERNELS)("%s", (_, kernel, message) => {
    const error = refusal(() => pg.svdd.fit(problem({ kernel })));
    expect(error.message).toMatch(message);
    expect(error.message).toMatch(/^svdd\.fit: kernel/);
  });

  // Weights that are missing are no mistake.
  const fields = [["x", BAD_NUMBERS] as const, ["weights", BAD_NUMBERS.slice(1)] as const];
  test.each(fields.flatMap(([field, bad]) => bad.map((row) => [field, ...row] as const)))(
    "%s: %s",
    (field, _, numbers, message) => {
      const error = refusal(() => pg.svdd.fit(problem({ [field]: numbers })));
      expect(error.message).toMatch(message);
      expect(error.message.startsWith(`svdd.fit: ${field}`)).toBe(true);
    },
  );
});

describe("svdd.distance2 refuses", () => {
  test.each<[what: string, change: Record<string, unknown>, xNew: unknown, message: RegExp]>([
    ["no xNew", {}, undefined, /^svdd\.distance2: xNew: expected .*, got nothing$/],
    ["a ragged xNew", { d: 2, x: [0, 1, 2, 3, 4, 5, 6, 7] }, [1, 2, 3], /^svdd\.distance2: xNew: expected .*, got 3$/],
    ["NaN in xNew", {}, [Number.NaN, 0], /^svdd\.distance2: xNew\[0\]: expected .*, got NaN$/],
    ["an alpha of another size", { alpha: [1] }, [0], /^svdd\.distance2: solution\.alpha: expected 4 numbers, got 1$/],
    ["no alpha", { alpha: undefined }, [0], /^svdd\.distance2: solution\.alpha: expected .*, got nothing$/],
    [
      "NaN in alpha",
      { alpha: [0, 0, Number.NaN, 0] },
      [0],
      /^svdd\.distance2: solution\.alpha\[2\]: expected .*, got NaN$/,
    ],
  ])("%s", (_, change, xNew, message) => {
    const whole = problem(change);
    const solution = { ...pg.svdd.fit(whole), ...change } as SvddSolution;
    expect(refusal(() => pg.svdd.distance2(whole, solution, xNew as number[])).message).toMatch(message);
  });
});

// All nu below the least weight are one problem: the smallest ball of all points. C / nu times a slack that is rounding, or the
// solver's tolerance, would be an objective of 1e4, or of 1e90.
test.each([1e-3, 1e-9, 1e-30, 1e-100])("nu = %s is the ball of all points, and its objective has digits", (nu) => {
  const x = [0, 0, 4, 1, 1, 3, 2, 2, 3.5, -1, 0.5, 2.5];
  for (const kernel of [{ type: "linear" }, { type: "rbf", gamma: 0.3 }] as const) {
    const hard = pg.svdd.fit({ x, d: 2, nu: 0.1, kernel, tolerance: 1e-9 });
    for (const tolerance of [1e-3, 1e-9]) {
      const { primal, dual, rho, report } = pg.svdd.fit({ x, d: 2, nu, kernel, tolerance });
      expect(report.converged).toBe(true);
      for (const value of [primal, dual, rho]) expect(Math.abs(value - hard.rho)).toBeLessThan(2 * tolerance);
    }
  }
});

test("what is accepted: every array of numbers, missing weights, extra fields, none of them changed", () => {
  const equal = { ...good, weights: [0.25, 0.25, 0.25, 0.25], nu: 0.3 };
  const expected = pg.svdd.fit(equal);
  for (const weights of [undefined, null, Float32Array.of(0.25, 0.25, 0.25, 0.25)]) {
    const given = { ...equal, weights, note: "ignored" } as unknown as SvddProblem;
    expect(pg.svdd.fit(given)).toEqual(expected);
  }
  for (const x of [new Float64Array([0, 1, 2, 3]), Float32Array.of(0, 1, 2, 3), Int8Array.of(0, 1, 2, 3)]) {
    expect(pg.svdd.fit({ ...equal, x: x as unknown as Float64Array })).toEqual(expected);
    expect(Array.from(x)).toEqual([0, 1, 2, 3]);
  }
});
