// Hostile values at the border: whatever comes in, a result or a refusal comes out, soon, and the module works on.
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type {
  Proofground,
  SvddClaimId,
  SvddMapRequest,
  SvddProblem,
  SvddRunOptions,
  SvddSolution,
} from "../../wasm/lib/types.ts";
import {
  anything,
  attempt,
  effort,
  finite,
  kernel,
  number,
  numbers,
  options,
  rarely,
  runOptions,
} from "./support/hostile.ts";
import { loadWatched } from "./support/load.ts";
import { CLAIMS, cloud } from "./support/problems.ts";

const good = cloud(6, 2);
const reference = { problem: cloud(30, 2), dual: 0 };
let pg: Proofground;
beforeAll(async () => {
  pg = (await loadWatched()).pg;
  reference.dual = pg.svdd.fit(reference.problem).dual;
});

const problem = fc.oneof(
  fc.record({
    x: rarely<unknown, unknown>(good.x, numbers(12)),
    d: rarely<unknown, unknown>(2, anything),
    weights: rarely<unknown, unknown>(good.weights, fc.oneof(numbers(6), fc.constantFrom(undefined, null))),
    kernel: rarely<unknown, unknown>(good.kernel, kernel),
    nu: rarely<unknown, unknown>(0.3, fc.oneof(fc.double({ min: 0, max: 1 }), anything)),
    ...effort,
  }),
  anything,
);

describe("hostile values", () => {
  test("svdd.fit", () => {
    let [refused, answered] = [0, 0];
    fc.assert(
      fc.property(problem, (value) => {
        const solution = attempt("svdd", () => pg.svdd.fit(value as SvddProblem));
        if (solution === undefined) {
          refused++;
          return;
        }
        answered++;
        const { alpha, distance2, xi, rho, rhoInterval, centerNorm2, primal, dual, report } = solution;
        const scalars = [rho, ...rhoInterval, centerNorm2, primal, dual, report.kktGap];
        expect(finite([...alpha, ...distance2, ...xi, ...scalars])).toBe(true);
      }),
      options,
    );
    // The fuzz is worth its name only where both outcomes are common.
    expect(Math.min(refused, answered)).toBeGreaterThan(options.numRuns / 20);
  });

  test("svdd.distance2", () => {
    const odd = fc.record({ alpha: rarely<unknown, unknown>(pg.svdd.fit(good).alpha, numbers(6)) });
    fc.assert(
      fc.property(rarely<unknown, unknown>(good, problem), fc.oneof(odd, anything), numbers(4), (p, s, x) => {
        attempt("svdd", () => pg.svdd.distance2(p as SvddProblem, s as SvddSolution, x as number[]));
      }),
      options,
    );
  });

  test("every method of a run", () => {
    const fields = ["point", "alpha", "beta", "gamma", "rho", "seed"];
    const claimOptions = fc.oneof(
      fc.record(Object.fromEntries(fields.map((name) => [name, anything])), { requiredKeys: [] }),
      anything,
    );
    const end = (usual: number) => rarely<unknown, unknown>(usual, number);
    const request = fc.oneof(
      fc.record({
        columnX: rarely<unknown, unknown>(0, anything),
        columnY: rarely<unknown, unknown>(1, anything),
        x0: end(-2),
        x1: end(2),
        y0: end(-1),
        y1: end(3),
        width: rarely<unknown, unknown>(5, fc.oneof(fc.integer({ min: -1, max: 40 }), fc.constantFrom("3", 1e9))),
        height: rarely<unknown, unknown>(7, fc.oneof(fc.integer({ min: -1, max: 40 }), fc.constantFrom(null, 2.5))),
      }),
      anything,
    );
    const id = fc.oneof(fc.constantFrom(...CLAIMS), anything);
    fc.assert(
      fc.property(runOptions, anything, request, anything, id, anything, claimOptions, numbers(4), (...values) => {
        const [runOption, iterations, map, dims, claim, broken, claimOption, x] = values;
        const run = attempt("svdd", () => pg.svdd.start(good, runOption as SvddRunOptions));
        if (run === undefined) return;
        attempt("svdd", () => run.advance(iterations as number));
        run.advance(50);
        const drawn = attempt("svdd", () => run.map(map as SvddMapRequest));
        if (drawn !== undefined) expect(drawn.some(Number.isNaN)).toBe(false);
        attempt("svdd", () => run.projection(dims as 2));
        attempt("svdd", () => run.distance2(x as number[]));
        attempt("svdd", () => run.claim(claim as SvddClaimId, broken as boolean, claimOption as object));
        run.trace();
        run.delete();
      }),
      options,
    );
  });

  test("and after all that the module still gives the right answer", () => {
    expect(pg.svdd.fit(reference.problem).dual).toBe(reference.dual);
  });
});
