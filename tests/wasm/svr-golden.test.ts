// Answers of independent software, through the public API, to the golden file's fine tolerances.
import { beforeAll, describe, expect, test } from "vitest";
import type { Proofground } from "../../wasm/lib/types.ts";
import { type GoldenCase, golden, problemOf, scaleOf } from "./support/golden-svr.ts";
import { loadWatched } from "./support/load.ts";
import { difference, largest, sum } from "./support/numbers.ts";

const { numeric } = golden.tolerance;

/** The side of the tube that a residual is on; edges are as wide as half the case's own margin. */
function classify(e: number, c: GoldenCase): GoldenCase["class_at_b_mid"][number] {
  const beyond = Math.abs(e) - c.eps;
  if (Math.abs(beyond) <= Math.min(1e-6, (c.margin_gap ?? 1) / 2)) return e > 0 ? "on_upper" : "on_lower";
  if (beyond < 0) return "inside";
  return e > 0 ? "above" : "below";
}

let pg: Proofground;
beforeAll(async () => {
  pg = (await loadWatched()).pg;
});

describe("svr golden cases", () => {
  test("there are 24", () => expect(golden.cases).toHaveLength(24));

  test.each(golden.cases)("$id", (c) => {
    const problem = problemOf(c);
    const S = scaleOf(c);
    const value = numeric.value_over_S * S;
    const solution = pg.svr.fit(problem);
    const { alpha, alphaStar, b, bInterval, residual, xi } = solution;
    const delta = Array.from(alpha, (a, i) => a - (alphaStar[i] ?? Number.NaN));

    expect(solution.report.converged).toBe(true);
    expect(solution.report.kktGap).toBeLessThanOrEqual(numeric.tau_over_S * S);
    expect(Math.abs(solution.dual - c.dual_objective)).toBeLessThanOrEqual(
      numeric.dual_rel * Math.max(1, Math.abs(c.dual_objective)),
    );
    expect(Math.abs(solution.primal - c.primal_objective)).toBeLessThanOrEqual(
      numeric.primal_Cn_tau * c.C * c.n * numeric.tau_over_S * S +
        numeric.primal_rel * Math.max(1, Math.abs(c.primal_objective)),
    );

    // Feasible, and complementary: at most one multiplier of a point is not zero.
    expect(Math.abs(sum(delta))).toBeLessThanOrEqual(1e-12 * c.C * c.n);
    for (let i = 0; i < c.n; i++) {
      expect((alpha[i] ?? -1) >= 0 && (alphaStar[i] ?? -1) >= 0 && Math.abs(delta[i] ?? Number.NaN) <= c.C).toBe(true);
      expect((alpha[i] ?? -1) * (alphaStar[i] ?? -1) === 0).toBe(true);
    }
    if (c.delta) {
      expect(difference(delta, c.delta)).toBeLessThanOrEqual(numeric.delta_rel * Math.max(1, largest(c.delta)));
    }
    for (const [i, [least, most]] of (c.delta_range ?? []).entries()) {
      const room = numeric.delta_rel * Math.max(1, Math.abs(least), Math.abs(most));
      expect(delta[i]).toBeGreaterThanOrEqual(least - room);
      expect(delta[i]).toBeLessThanOrEqual(most + room);
    }

    // The set of optimal b, and its midpoint.
    expect(difference(bInterval, [c.b_lo, c.b_hi])).toBeLessThanOrEqual(numeric.b_over_S * S);
    expect(Math.abs(b - c.b_mid)).toBeLessThanOrEqual(numeric.b_over_S * S);
    expect(b).toBeGreaterThanOrEqual(bInterval[0]);
    expect(b).toBeLessThanOrEqual(bInterval[1]);

    if (c.w === null) expect(solution.w).toBeNull();
    else expect(difference(solution.w ?? [], c.w)).toBeLessThanOrEqual(value);
    expect(
      difference(
        residual,
        c.y.map((y, i) => y - (c.g_train[i] ?? Number.NaN) - c.b_mid),
      ),
    ).toBeLessThanOrEqual(2 * value);
    expect(difference(pg.svr.predict(problem, solution, c.X_test.flat()), c.f_test_mid)).toBeLessThanOrEqual(value);
    expect(Math.abs(sum(xi) - c.xi_sum)).toBeLessThanOrEqual(c.n * value);
    if (c.b_unique) expect(difference(xi, c.xi_at_b_mid)).toBeLessThanOrEqual(value);
    expect(Array.from(residual, (e) => classify(e, c))).toEqual(c.class_at_b_mid);
  });
});
