// Answers of independent software, through the public API, to the golden file's fine tolerances.
import { beforeAll, describe, expect, test } from "vitest";
import type { Proofground } from "../../wasm/lib/types.ts";
import { golden, problemOf, scaleOf } from "./support/golden-svdd.ts";
import { loadWatched } from "./support/load.ts";
import { sum } from "./support/numbers.ts";

const { numeric } = golden.tolerance;

/** The largest difference in units of what is expected, or of S where that is larger. */
const relative = (values: ArrayLike<number>, expected: readonly number[], S: number) => {
  expect(values.length).toBe(expected.length);
  return Math.max(...expected.map((value, i) => Math.abs((values[i] ?? Number.NaN) - value) / Math.max(S, value)));
};

let pg: Proofground;
beforeAll(async () => {
  pg = (await loadWatched()).pg;
});

describe("svdd golden cases", () => {
  test("there are 30", () => expect(golden.cases).toHaveLength(30));

  test.each(golden.cases)("$id", (c) => {
    const problem = problemOf(c);
    const S = scaleOf(c);
    const solution = pg.svdd.fit(problem);
    const { alpha, center, rho, rhoInterval, distance2, xi, report } = solution;

    expect(report.converged).toBe(true);
    expect(report.kktGap).toBeLessThanOrEqual(numeric.tau_over_S * S);
    const objective = numeric.obj_rel * Math.max(1, c.primal_objective);
    expect(Math.abs(solution.primal - c.primal_objective)).toBeLessThanOrEqual(objective);
    expect(Math.abs(solution.dual - c.dual_objective)).toBeLessThanOrEqual(objective);

    expect(Math.abs(sum(alpha) - 1)).toBeLessThanOrEqual(numeric.alpha_sum_abs);
    for (const [i, value] of alpha.entries()) {
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(((c.C[i] ?? Number.NaN) / c.nu) * (1 + 1e-12));
      const [least, most] = c.alpha_range?.[i] ?? [c.alpha?.[i] ?? Number.NaN, c.alpha?.[i] ?? Number.NaN];
      expect(value).toBeGreaterThanOrEqual(least - numeric.alpha_abs);
      expect(value).toBeLessThanOrEqual(most + numeric.alpha_abs);
    }
    expect(Math.abs(solution.alphaSumLo - c.alpha_sum_range[0])).toBeLessThanOrEqual(numeric.alpha_sum_abs);

    if (c.mu === null) expect(center).toBeNull();
    else expect(relative(center ?? [], c.mu, Math.sqrt(S))).toBeLessThanOrEqual(numeric.mu_over_sqrtS);
    expect(relative([solution.centerNorm2], [c.mu_norm2], S)).toBeLessThanOrEqual(numeric.mu_over_sqrtS);

    // The set of optimal rho, and its midpoint.
    expect(relative(rhoInterval, [c.rho_lo, c.rho_hi], S)).toBeLessThanOrEqual(numeric.rho_over_S);
    expect(relative([rho], [c.rho_mid], S)).toBeLessThanOrEqual(numeric.rho_over_S);

    expect(relative(distance2, c.dist2_train, S)).toBeLessThanOrEqual(numeric.dist2_over_S);
    expect(relative(xi, c.xi_at_rho_mid, S)).toBeLessThanOrEqual(numeric.dist2_over_S);
    const elsewhere = pg.svdd.distance2(problem, solution, c.X_test.flat());
    expect(relative(elsewhere, c.dist2_test, S)).toBeLessThanOrEqual(numeric.dist2_over_S);

    const run = pg.svdd.start(problem);
    while (!run.advance(1000));
    const words = Array.from(run.cases(), (kase) => (["inside", "boundary", "outside"] as const)[kase]);
    expect(words).toEqual(c.class_at_rho_mid);
    run.delete();
  });
});
