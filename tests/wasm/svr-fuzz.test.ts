// Hostile values at the border: whatever comes in, a result or a refusal comes out, soon, and the module works on.
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { Proofground, SvrClaimId, SvrProblem, SvrRunOptions, SvrSolution } from "../../wasm/lib/types.ts";
import { CLAIMS } from "../../web/labs/svr/model.ts";
import { loadWatched, ProofgroundError } from "./support/load.ts";
import { wave } from "./support/problems.ts";

// Seeded: the same values on every run.
const options = { seed: 20251, numRuns: 2000 };

const good = wave(6, 2);
const reference = { problem: wave(30, 2), dual: 0 };
let pg: Proofground;
beforeAll(async () => {
  pg = (await loadWatched()).pg;
  reference.dual = pg.svr.fit(reference.problem).dual;
});

const extremes = [0, -0, 1, -1, 0.5, 1e-320, 1e-100, 1e-8, 1e8, 1e99, 1e100, 1e101, 1e308, 2 ** 31, 2 ** 53];
const number = fc.oneof(
  fc.constantFrom(...extremes, ...extremes.map((value) => -value), Number.NaN, Number.POSITIVE_INFINITY),
  fc.double(),
  fc.integer({ min: -5, max: 40 }),
);
/** Everything that JavaScript has, proxies and throwing getters among it. */
const anything = fc.oneof(
  fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withTypedArray: true,
    withSparseArray: true,
    maxDepth: 2,
  }),
  fc.constantFrom<unknown>(
    Symbol("s"),
    () => 1,
    new Proxy([1, 2], { get: () => ({}) }),
    new Proxy([1, 2], { get: () => 7 }),
    Proxy.revocable([], {}).proxy,
    Object.defineProperty([1, 2, 3], 1, {
      get() {
        throw new Error("mine");
      },
    }),
    { valueOf: () => 3, toString: () => "3", length: 2 },
    new Float64Array(new SharedArrayBuffer(64)),
    new Uint8Array(Reflect.construct(ArrayBuffer, [0, { maxByteLength: 8 }])),
  ),
  number,
);
const numbers = (length: number) =>
  fc.oneof(
    fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: length, maxLength: length }),
    fc.array(number, { minLength: length, maxLength: length }),
    fc.array(number, { maxLength: 15 }),
    fc.float64Array({ maxLength: 15 }),
    fc.int8Array({ minLength: length, maxLength: length }),
    anything,
  );
const kernel = fc.oneof(
  fc.record({
    type: fc.constantFrom("linear", "rbf", "poly", "sigmoid", "RBF", ""),
    gamma: number,
    coef0: number,
    degree: number,
  }),
  fc.record({ type: fc.constantFrom("rbf", "poly", "sigmoid"), gamma: anything }),
  anything,
);
/** Mostly sensible, so that much of it gets past the first check; iterations bounded, so that each run is short. */
const rarely = <T, U>(usual: T, odd: fc.Arbitrary<U>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: odd });
const problem = fc.oneof(
  fc.record({
    x: rarely<unknown, unknown>(good.x, numbers(12)),
    d: rarely<unknown, unknown>(2, anything),
    y: rarely<unknown, unknown>(good.y, numbers(6)),
    kernel: rarely<unknown, unknown>(good.kernel, kernel),
    C: rarely<unknown, unknown>(1, anything),
    epsilon: rarely<unknown, unknown>(0.1, anything),
    tolerance: rarely<unknown, unknown>(undefined, anything),
    maxIterations: rarely<unknown, unknown>(
      2000,
      fc.oneof(fc.integer({ min: -2, max: 2000 }), fc.constantFrom("9", null, Number.NaN)),
    ),
  }),
  anything,
);

/** The result, or undefined for a refusal. */
function attempt<T>(body: () => T): T | undefined {
  try {
    return body();
  } catch (error) {
    expect(error).toBeInstanceOf(ProofgroundError);
    expect((error as ProofgroundError).code).toBe("invalid-argument");
    expect((error as ProofgroundError).message).toMatch(/^svr\.(fit|predict|start|run\.\w+): .+: expected .+, got .+/s);
    return undefined;
  }
}

const finite = (values: Iterable<number>) => [...values].every(Number.isFinite);

describe("hostile values", () => {
  test("svr.fit", () => {
    let [refused, answered] = [0, 0];
    fc.assert(
      fc.property(problem, (value) => {
        const solution = attempt(() => pg.svr.fit(value as SvrProblem));
        if (solution === undefined) {
          refused++;
          return;
        }
        answered++;
        const { alpha, alphaStar, b, residual, xi, primal, dual, report } = solution;
        expect(finite([...alpha, ...alphaStar, ...residual, ...xi, b, primal, dual, report.kktGap])).toBe(true);
      }),
      options,
    );
    // The fuzz is worth its name only where both outcomes are common.
    expect(Math.min(refused, answered)).toBeGreaterThan(options.numRuns / 20);
  });

  test("svr.predict", () => {
    const solution = pg.svr.fit(good);
    const odd = fc.record({
      alpha: rarely<unknown, unknown>(solution.alpha, numbers(6)),
      alphaStar: rarely<unknown, unknown>(solution.alphaStar, numbers(6)),
      b: rarely<unknown, unknown>(solution.b, anything),
      w: rarely<unknown, unknown>(null, anything),
    });
    fc.assert(
      fc.property(rarely<unknown, unknown>(good, problem), fc.oneof(odd, anything), numbers(4), (p, s, x) => {
        attempt(() => pg.svr.predict(p as SvrProblem, s as SvrSolution, x as number[]));
      }),
      options,
    );
  });

  test("every method of a run", () => {
    const claimOptions = fc.oneof(
      fc.record(
        {
          point: anything,
          alpha: anything,
          alphaStar: anything,
          beta: anything,
          b: anything,
          at: numbers(2),
          seed: anything,
        },
        { requiredKeys: [] },
      ),
      anything,
    );
    const runOptions = fc.oneof(
      fc.record({ standardise: fc.boolean(), maxTrace: fc.integer({ min: 0, max: 50 }) }),
      anything,
    );
    const id = fc.oneof(fc.constantFrom(...CLAIMS), anything);
    fc.assert(
      fc.property(runOptions, anything, anything, number, id, anything, claimOptions, numbers(4), (...values) => {
        const [runOption, iterations, from, to, claim, broken, claimOption, x] = values;
        const run = attempt(() => pg.svr.start(good, runOption as SvrRunOptions));
        if (run === undefined) return;
        attempt(() => run.advance(iterations as number));
        run.advance(50);
        attempt(() => run.curve(0, from as number, to, 5));
        attempt(() => run.predict(x as number[]));
        attempt(() => run.claim(claim as SvrClaimId, broken as boolean, claimOption as object));
        run.trace();
        run.delete();
      }),
      options,
    );
  });

  test("and after all that the module still gives the right answer", () => {
    expect(pg.svr.fit(reference.problem).dual).toBe(reference.dual);
  });
});
