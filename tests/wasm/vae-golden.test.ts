// Answers of independent software on the VAE, through the public API, to the golden file's tolerances.
import { beforeAll, expect, test } from "vitest";
import type { Proofground } from "../../wasm/lib/types.ts";
import { flat, single } from "./support/golden-ddpm.ts";
import { boundOf, casesOf, golden, gradientsOf } from "./support/golden-vae.ts";
import { loadWatched } from "./support/load.ts";
import { difference, largest } from "./support/numbers.ts";

const { numeric } = golden.tolerance;
/** Names of the file and of the API, where they differ. */
const OURS: Record<string, string> = {
  logvar: "logVar",
  x_out: "xOut",
  log_px: "logPx",
  expected_log_lik: "expectedLogLik",
  posterior_mean: "posteriorMean",
  posterior_cov: "posteriorCov",
  best_diag_var: "bestDiagVar",
  best_diag_elbo: "bestDiagElbo",
};
const PROBLEM = ["id", "type", "note", "D", "b", "noise_var", "x", "q_mean", "q_var"];

let vae: Proofground["vae"];
beforeAll(async () => {
  vae = (await loadWatched()).pg.vae;
});

/** Each field of `expected` against the field of `answer`, |a - b| <= limit max(1, max |b|). */
function expectFields(answer: object, expected: Record<string, unknown>, limit: number): void {
  const values = new Map<string, unknown>(Object.entries(answer));
  for (const [name, list] of Object.entries(expected)) {
    const value = values.get(OURS[name] ?? name);
    const got = typeof value === "number" ? [value] : (value as Float64Array | undefined);
    expect(got, name).toBeDefined();
    expect(difference(got ?? [], flat(list)), name).toBeLessThanOrEqual(limit * Math.max(1, largest(flat(list))));
  }
}

test("every case has a test", () => {
  expect(golden.cases).toHaveLength(11);
  const types = ["kl_diag_std_normal", "reparam_grad", "elbo_linear_gaussian"] as const;
  expect(types.map((type) => casesOf(type).length)).toEqual([4, 5, 2]);
});

test.each(casesOf("kl_diag_std_normal"))("$id", (c) => {
  const answer = vae.klStandardNormal({ mu: flat(c.mu), logVar: flat(c.logvar) });
  const within = (value: number | undefined, expected: number, dimensions: number) =>
    expect(Math.abs((value ?? Number.NaN) - expected)).toBeLessThanOrEqual(
      numeric.kl_rel * expected + numeric.kl_abs_per_dim * dimensions,
    );
  const terms = flat(c.kl_per_dim);
  expect(answer.perDimension).toHaveLength(terms.length);
  for (const [j, term] of terms.entries()) within(answer.perDimension[j], term, 1);
  within(answer.total, single(c.kl), terms.length);
});

test.each(casesOf("reparam_grad"))("$id", (c) => {
  const { grads, ...forward } = vae.gradients(gradientsOf(c));
  expectFields(forward, c.forward ?? {}, numeric.array_maxnorm);
  expectFields(grads, c.grad ?? {}, numeric.array_maxnorm);
  const names = (record: object | undefined) => Object.keys(record ?? {}).map((name) => OURS[name] ?? name);
  expect(names(c.forward).sort()).toEqual(Object.keys(forward).sort());
  expect(names(c.grad).sort()).toEqual(Object.keys(grads).sort());
});

test.each(casesOf("elbo_linear_gaussian"))("$id", (c) => {
  const answer = vae.linearGaussian(boundOf(c));
  const expected = Object.fromEntries(Object.entries(c).filter(([name]) => !PROBLEM.includes(name)));
  expect(Object.keys(expected)).toHaveLength(Object.keys(answer).length);
  expectFields(answer, expected, numeric.elbo_abs_rel);
});
