// Answers of independent software on problem 4, through the public API, to the golden file's tolerances.
import { beforeAll, describe, expect, test } from "vitest";
import type { Diffusion, Proofground } from "../../wasm/lib/types.ts";
import { flat, type GoldenDiffusion, golden, scheduleOf, single } from "./support/golden-ddpm.ts";
import { loadWatched } from "./support/load.ts";
import { difference, largest } from "./support/numbers.ts";

const { numeric } = golden.tolerance;
const of = (type: string) => golden.cases.filter((c) => c.type === type);

let diffusion: Proofground["diffusion"];
beforeAll(async () => {
  diffusion = (await loadWatched()).pg.diffusion;
});

/** Relative, infinite ones and 0 exactly. */
function expectRelative(value: number | undefined, expected: number, limit: number, what: string): void {
  if (!Number.isFinite(expected)) expect(value, what).toBe(expected);
  else expect(Math.abs((value ?? Number.NaN) - expected), what).toBeLessThanOrEqual(limit * Math.abs(expected));
}

function expectVector(value: ArrayLike<number> | null, expected: unknown, what: string): void {
  const numbers = flat(expected);
  expect(difference(value ?? [], numbers), what).toBeLessThanOrEqual(
    numeric.vector_maxnorm * Math.max(1, largest(numbers)),
  );
}

test("every case has a test", () => {
  expect(golden.cases).toHaveLength(27);
  const types = ["schedule", "gaussian_kl", "mean_identity", "optimal_denoiser", "ancestral_gaussian"];
  expect(types.map((type) => of(type).length)).toEqual([5, 4, 8, 6, 4]);
});

describe("schedules", () => {
  test.each(of("schedule"))("$id", (c) => {
    const spec = scheduleOf(c);
    const limit = spec.kind === "cosine" ? numeric.schedule_cosine_rel : numeric.schedule_rel;
    const all = diffusion.schedule(spec);
    for (const row of c.rows as Record<string, unknown>[]) {
      const i = single(row.t) - 1;
      expectRelative(all.beta[i], single(row.beta), limit, "beta");
      expectRelative(all.alpha[i], single(row.alpha), limit, "alpha");
      expectRelative(all.alphaBar[i], single(row.alpha_bar), limit, "alphaBar");
      expectRelative(all.noise[i], single(row.one_minus_alpha_bar), limit, "noise");
      expectRelative(all.posteriorVariance[i], single(row.beta_tilde), limit, "posteriorVariance");
      expectRelative(all.posteriorMeanXt[i], single(row.coef_xt), limit, "posteriorMeanXt");
      expectRelative(all.posteriorMeanX0[i], single(row.coef_x0), limit, "posteriorMeanX0");
      expectRelative(all.elboWeight[i], single(row.elbo_weight), limit, "elboWeight");
      expectRelative((all.alphaBar[i] ?? 0) / (all.noise[i] ?? 0), single(row.snr), limit, "snr");
    }
    expect(all.beta).toHaveLength(single(c.schedule?.T));
    expectRelative(all.alphaBar.at(-1), single(c.alpha_bar_T), limit, "alphaBar at T");
    const data = { points: [1], d: 1, spread: 0 };
    const end = diffusion.forward({ data, schedule: spec, t: all.beta.length, count: 1, seed: 1, walk: false });
    expectRelative(end.priorKl, single(c.prior_kl_x0_1), limit, "priorKl");
    if (spec.kind === "cosine") {
      const clipped = [...all.beta.keys()].filter((i) => all.beta[i] === spec.betaMax).map((i) => i + 1);
      expect(clipped).toEqual(flat(c.clipped_t));
    }
    // Its own betas make the same chain.
    expect(diffusion.schedule({ kind: "own", betas: all.beta })).toEqual(all);
  });
});

test.each(of("gaussian_kl"))("$id", (c) => {
  const [mu1, sigma1, mu2, sigma2] = [c.mu1, c.Sigma1, c.mu2, c.Sigma2].map(flat) as [
    number[],
    number[],
    number[],
    number[],
  ];
  expectVector([diffusion.gaussianKl({ mu1, sigma1, mu2, sigma2 })], c.kl, "kl");
});

describe("both forms of the mean", () => {
  test.each(of("mean_identity"))("$id", (c) => {
    const schedule = scheduleOf(c);
    const [t, x0, eps, guess, xt] = [single(c.t), flat(c.x0), flat(c.eps), flat(c.eps_theta), flat(c.x_t)];
    const back = diffusion.reverse({ schedule, t, x0, xt, guess, curve: null });
    expectVector(back.x0Hat, c.x0_hat, "x0Hat");
    expectVector(back.noiseForm, c.mu_theta, "noiseForm");
    expectVector(back.posteriorForm, c.mu_theta, "posteriorForm");
    expectVector(back.mean, c.mu_tilde, "mean");
    expectRelative(back.variance, single(c.beta_tilde), numeric.kl_weight_rel, "variance");
    // The noise is read off x_t, whose digits beyond sqrt(1 - alphaBar) are lost.
    const noise = Math.sqrt(diffusion.schedule(schedule).noise[t - 1] ?? 0);
    expect(difference(back.eps, eps)).toBeLessThanOrEqual(1e-14 / noise);
    expectRelative(back.kl, single(c.kl), numeric.kl_weight_rel, "kl");
    expectRelative(back.weightedError, single(c.kl), numeric.kl_weight_rel, "weightedError");
  });
});

describe("exact denoisers", () => {
  const mixtureOf = (c: GoldenDiffusion) => ({
    weights: flat(c.weights),
    means: flat(c.means),
    covariances: flat(c.covariances),
    d: single(c.d),
  });

  test.each(of("optimal_denoiser"))("$id", (c) => {
    const data = mixtureOf(c);
    const alphaBar = single(c.alpha_bar);
    const schedule = { kind: "own" as const, betas: [1 - alphaBar] };
    const moments = (t: number) => diffusion.forward({ data, schedule, t, count: 1, seed: 1, walk: false });
    expectVector(moments(0).mean, c.data_mean, "mean of the data");
    expectVector(moments(0).covariance, c.data_cov, "covariance of the data");
    expectVector(moments(1).mean, c.marginal_mean, "mean");
    expectVector(moments(1).covariance, c.marginal_cov, "covariance");

    const queries = c.queries as Record<string, unknown>[];
    const x = queries.flatMap((query) => flat(query.x_t));
    const answers: ReturnType<Diffusion["oracle"]>[] = [
      diffusion.mixtureOracle({ ...data, alphaBar, x }),
      diffusion.oracle({ data, schedule, t: 1, x }),
    ];
    for (const at of answers) {
      for (const [i, query] of queries.entries()) {
        const entry = (all: Float64Array) => all.subarray(i * data.d, (i + 1) * data.d);
        expectVector(entry(at.x0), query.E_x0, "x0");
        expectVector(entry(at.eps), query.eps_star, "eps");
        expectVector(entry(at.score), query.score, "score");
        expectVector(at.logDensity.subarray(i, i + 1), query.log_density, "logDensity");
      }
    }
    const bayesError = diffusion.bayesError({ data, schedule, at: [1], draws: 2, seed: 1 });
    expect(bayesError.error[0]).toBe(0);
    expect(Math.abs((bayesError.bayesError[0] ?? 0) - single(c.min_eps_mse))).toBeLessThanOrEqual(
      numeric.min_eps_mse_abs,
    );
  });
});
