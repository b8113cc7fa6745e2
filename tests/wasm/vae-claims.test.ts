// The claims of the VAE across the border: they pass, every mistake breaks them or changes nothing, and where they say nothing they say
// so; pictures are what their types promise.
import { beforeAll, describe, expect, test } from "vitest";
import type { Proofground, VaeClaim, VaeClaimId, VaeClaimProblem } from "../../wasm/lib/types.ts";
import { claimsRequest } from "../../web/labs/vae/claims.ts";
import { CLAIMS } from "../../web/labs/vae/fields.ts";
import { MISTAKES } from "../../web/labs/vae/mistakes.ts";
import model from "../../web/labs/vae/model.ts";
import { loadWatched, refusal } from "./support/load.ts";

let vae: Proofground["vae"];
beforeAll(async () => {
  vae = (await loadWatched()).pg.vae;
});

const plane: VaeClaimProblem = {
  ...{ D: [1.2, 0.5, -0.4, 0.9], b: [0.2, -0.1], noiseVar: 0.25, x: [1.1, 0.6], qMean: [0.2, 0.9], qVar: [0.2, 0.35] },
  ...{ modes: 1, modeSd: 0.2, alphaBar: 0.001 },
};
const line: VaeClaimProblem = { ...plane, D: [2], b: [1], noiseVar: 1, x: [2.5], qMean: [0.5], qVar: [0.5] };
const claim = (id: VaeClaimId, problem: VaeClaimProblem = plane, broken: boolean | string = false) =>
  vae.claim({ id, problem, broken, options: { seed: 3, draws: 2000 } });
const failing = (result: VaeClaim) => result.checks.filter(({ verdict }) => verdict === "fail").map(({ id }) => id);
const passes = (result: VaeClaim) =>
  expect(result, `${result.reason} ${failing(result).join()}`).toMatchObject({ verdict: "pass" });

/** The picture of a claim, by its type. */
function picture<Id extends VaeClaimId>(id: Id, problem = plane, broken: boolean | string = false) {
  return claim(id, problem, broken).picture as Extract<VaeClaim, { id: Id }>["picture"];
}

/** Every number below a value. */
function numbersIn(value: unknown): number[] {
  if (typeof value === "number") return [value];
  if (value instanceof Float64Array) return [...value];
  return Object.values(value as object).flatMap(numbersIn);
}

describe.each(CLAIMS)("%s", (id) => {
  test("passes, and its picture has every number", () => {
    for (const problem of [plane, line]) {
      const result = claim(id, problem);
      passes(result);
      expect(result).toMatchObject({ id, reason: "", broken: false, mistake: "" });
      expect(result.mistakes).toEqual(["plain", ...MISTAKES[id]]);
      expect(result.checks.length).toBeGreaterThan(5);
      const numbers = numbersIn(result.picture);
      expect(numbers.length).toBeGreaterThan(20);
      for (const value of numbers) expect(value).toSatisfy(Number.isFinite);
    }
  });

  test("passes where its link leads, and fails there in each of its mistakes", () => {
    const spec = claimsRequest(model.forClaim(id), [id])?.claims[0];
    if (spec === undefined) throw new Error("no request");
    passes(vae.claim(spec));
    for (const mistake of ["plain", ...MISTAKES[id]]) {
      const result = vae.claim({ ...spec, broken: mistake });
      expect(result).toMatchObject({ broken: true, mistake });
      expect(failing(result).length, mistake).toBeGreaterThan(0);
    }
  });

  test("says the same again, and other draws with another seed", () => {
    const request = { id, problem: plane, options: { seed: 5, draws: 500 } };
    expect(vae.claim(request)).toEqual(vae.claim(request));
    expect(vae.claim({ ...request, options: { seed: 6, draws: 500 } }).picture).not.toEqual(vae.claim(request).picture);
  });

  test("of the page's extremes it is never wrong", () => {
    for (const noiseVar of [1e-4, 100]) {
      for (const scale of [0, 0.05, 20]) {
        const D = plane.D as number[];
        const qVar = [noiseVar, 100];
        const data = { modes: scale / 5, modeSd: scale > 1 ? 0.02 : 2, alphaBar: noiseVar > 1 ? 0.999 : 1e-6 };
        const problem = { ...plane, ...data, D: D.map((entry) => entry * scale), x: [20, -20], noiseVar, qVar };
        passes(claim(id, problem));
        expect(failing(claim(id, problem, true)).length).toBeGreaterThan(0);
      }
    }
  });

  test("takes less than a second", () => {
    claim(id);
    const start = performance.now();
    vae.claim({ id, problem: plane });
    // Some tens of milliseconds on an idle machine.
    expect(performance.now() - start).toBeLessThan(1000);
  });

  test("refuses what it cannot take, and names it", () => {
    const refused = (change: object) => refusal(() => claim(id, { ...plane, ...change })).message;
    expect(refused({ noiseVar: 0 })).toMatch(/problem\.noiseVar/);
    expect(refused({ qMean: [1] })).toMatch(/problem\.D/);
    expect(refused({ x: [1, Number.NaN] })).toMatch(/problem\.x\[1\]/);
    expect(refused({ alphaBar: 1 })).toMatch(/problem\.alphaBar/);
    expect(refused({ modes: undefined })).toMatch(/problem\.modes/);
    expect(refusal(() => vae.claim({ id, problem: plane, broken: "no-such" })).message).toMatch(/broken/);
    expect(refusal(() => vae.claim({ id, problem: plane, options: { draws: 10 } })).message).toMatch(/draws/);
  });
});

test("an id that is none is refused", () => {
  expect(refusal(() => vae.claim({ id: "4v5" as VaeClaimId, problem: plane })).message).toMatch(/4v1, 4v2, 4v3, 4v4/);
});

test("the failing checks name what turned wrong", () => {
  expect(failing(claim("4v1", plane, "reversed"))).toEqual(["gap", "identity"]);
  expect(failing(claim("4v1", plane, "marginals"))).toEqual(["best-var", "best-elbo"]);
  expect(failing(claim("4v1", plane, "kl-mean"))).toContain("prior-kl");
  expect(failing(claim("4v4", plane, "beta"))).toContain("both-reconstruction");
  expect(failing(claim("4v4", plane, "beta"))).not.toContain("both-prior");
  expect(failing(claim("4v4", plane, "one-point"))).toEqual(["both-prior", "both-total", "prior"]);
});

test("with one latent coordinate a mean of one is its sum", () => {
  expect(claim("4v1", line, "kl-mean")).toMatchObject({ verdict: "vacuous", reason: "no-difference", checks: [] });
  expect(claim("4v2", line, "kl-mean")).toMatchObject({ verdict: "vacuous", reason: "no-difference", checks: [] });
});

test("three latent coordinates are too many for a grid", () => {
  const D = [1, 0, 1, 0, 1, 1];
  const problem = { ...plane, D, qMean: [0, 0, 0], qVar: [1, 1, 1] };
  const result = claim("4v1", problem);
  expect(result).toMatchObject({ verdict: "vacuous", reason: "latent", checks: [] });
  expect(picture("4v1", problem).network.side).toBe(0);
  passes(claim("4v2", problem));
});

test("4v1 draws curves over one coordinate, ellipses over two, and a network's posterior", () => {
  const one = picture("4v1", line).latent;
  for (const curve of [one.prior, one.q, one.posterior, one.measured]) expect(curve).toHaveLength(one.z.length);
  expect(one.ellipses.q.at).toHaveLength(0);
  const two = picture("4v1").latent;
  expect(two.z).toHaveLength(0);
  for (const ellipse of Object.values(two.ellipses)) expect([ellipse.at.length, ellipse.axes.length]).toEqual([2, 4]);
  const { network } = picture("4v1");
  expect(network.posterior).toHaveLength(network.side ** 2);
  expect(network.encoder).toHaveLength(network.side ** 2);
  for (const { logPx, elbo, gap } of [network.claimed, network.measured]) expect(elbo + gap).toBeCloseTo(logPx, 5);
});

test("a broken claim keeps what is right beside it", () => {
  const intact = picture("4v1");
  const broken = picture("4v1", plane, "kl-sign");
  expect(broken.intact).toEqual(intact.claimed);
  expect(broken.claimed.elbo).toBeCloseTo(intact.claimed.elbo + 2 * intact.claimed.kl, 12);
  const step = picture("4v4", plane, "no-prior");
  expect(step.claimed.vae.prior).toBe(0);
  expect(step.intact).toEqual(picture("4v4").claimed);
});

test("4v4 at the example has the gap of the bridge at T = 1", () => {
  const { gap, intactGap, claimed, x, data, model: made, z, prior, aggregate, decoded } = picture("4v4");
  expect(gap).toBeCloseTo(0.936, 3);
  expect(intactGap).toBe(gap);
  expect(claimed.vae.total).toBeCloseTo(claimed.diffusion.total, 12);
  for (const curve of [data, made]) expect(curve).toHaveLength(x.length);
  for (const curve of [prior, aggregate, decoded]) expect(curve).toHaveLength(z.length);
});
