// Hostile values at the border: whatever comes in, a result or a refusal comes out, soon, and the module works on.
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { Proofground, SvrClaimId, SvrProblem, SvrRunOptions, SvrSolution } from "../../wasm/lib/types.ts";
import { CLAIMS } from "../../web/labs/svr/state.ts";
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
import { wave } from "./support/problems.ts";

const good = wave(6, 2);
const reference = { problem: wave(30, 2), dual: 0 };
let pg: Proofground;
beforeAll(async () => {
  pg = (await loadWatched()).pg;
  reference.dual = pg.svr.fit(reference.problem).dual;
});

const problem = fc.oneof(
  fc.record({
    x: rarely<unknown, unknown>(good.x, numbers(12)),
    d: rarely<unknown, unknown>(2, anything),
    y: rarely<unknown, unknown>(good.y, numbers(6)),
    kernel: rarely<unknown, unknown>(good.kernel, kernel),
    C: rarely<unknown, unknown>(1, anything),
    epsilon: rarely<unknown, unknown>(0.1, anything),
    ...effort,
  }),
  anything,
);

describe("hostile values", () => {
  test("svr.fit", () => {
    let [refused, answered] = [0, 0];
    fc.assert(
      fc.property(problem, (value) => {
        const solution = attempt("svr", () => pg.svr.fit(value as SvrProblem));
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
        attempt("svr", () => pg.svr.predict(p as SvrProblem, s as SvrSolution, x as number[]));
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
    const id = fc.oneof(fc.constantFrom(...CLAIMS), anything);
    fc.assert(
      fc.property(runOptions, anything, anything, number, id, anything, claimOptions, numbers(4), (...values) => {
        const [runOption, iterations, from, to, claim, broken, claimOption, x] = values;
        const run = attempt("svr", () => pg.svr.start(good, runOption as SvrRunOptions));
        if (run === undefined) return;
        attempt("svr", () => run.advance(iterations as number));
        run.advance(50);
        attempt("svr", () => run.curve(0, from as number, to, 5));
        attempt("svr", () => run.predict(x as number[]));
        attempt("svr", () => run.claim(claim as SvrClaimId, broken as boolean, claimOption as object));
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
