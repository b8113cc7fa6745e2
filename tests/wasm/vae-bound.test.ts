// The linear-Gaussian bound by draws and as a picture, through the border; and the number at which two labs meet.
import { beforeAll, describe, expect, test } from "vitest";
import type { Proofground } from "../../wasm/lib/types.ts";
import { loadWatched } from "./support/load.ts";

let pg: Proofground;
beforeAll(async () => {
  ({ pg } = await loadWatched());
});

const MODEL = {
  ...{ D: [1.2, 0.5, -0.4, 0.9], b: [0.2, -0.1], noiseVar: 0.25, x: [1.1, 0.6] },
  ...{ qMean: [0.2, 0.9], qVar: [0.2, 0.35] },
};

describe("by draws", () => {
  test("every term is the exact one up to its error, and one seed is one answer", () => {
    const exact = pg.vae.linearGaussian(MODEL);
    const drawn = pg.vae.sampledElbo({ ...MODEL, draws: 5000, seed: 7 });
    for (const of of ["expectedLogLik", "kl", "elbo", "logPx", "gap"] as const) {
      expect(drawn[of].error, of).toBeGreaterThan(0);
      expect(Math.abs(drawn[of].value - exact[of]), of).toBeLessThan(5 * drawn[of].error);
    }
    expect(pg.vae.sampledElbo({ ...MODEL, draws: 5000, seed: 7 })).toEqual(drawn);
    expect(pg.vae.sampledElbo({ ...MODEL, draws: 5000, seed: 8 }).elbo.value).not.toBe(drawn.elbo.value);
  });

  test("refusals name the field", () => {
    expect(() => pg.vae.sampledElbo({ ...MODEL, draws: 1, seed: 1 })).toThrow(/vae\.sampledElbo: draws/);
    expect(() => pg.vae.sampledElbo({ ...MODEL, x: [1], draws: 9, seed: 1 })).toThrow(/x/);
    expect(() => pg.vae.boundPicture({ ...MODEL, shown: [0, 2] })).toThrow(/vae\.boundPicture: shown/);
    expect(() => pg.vae.boundPicture({ ...MODEL, noiseVar: 0 })).toThrow(/noiseVar/);
  });
});

describe("as a picture", () => {
  test("of a plane there are outlines and no densities; of a line there are both", () => {
    const plane = pg.vae.boundPicture(MODEL);
    expect([plane.latent, plane.data]).toEqual([null, null]);
    expect(plane.lattice).toHaveLength(50);
    expect(plane.posterior.mean).toEqual(pg.vae.linearGaussian(MODEL).posteriorMean);
    const line = pg.vae.boundPicture({ D: [2], b: [0], noiseVar: 0.5, x: [1], qMean: [0.3], qVar: [0.1] });
    expect(line.latent?.q).toHaveLength(line.latent?.at.length ?? Number.NaN);
    expect(line.data?.marginal).toHaveLength(line.data?.at.length ?? Number.NaN);
    expect(line.lattice).toEqual(Float64Array.from([-4, -2, 0, 2, 4]));
  });
});

describe("the bridge", () => {
  const problem = { ...MODEL, modes: 1, modeSd: 0.2, alphaBar: 0.001 };
  const data = { weights: [1, 1], means: [-1, 1], covariances: [0.04, 0.04], d: 1 };
  const nelbo = (T: number) => {
    const schedule = { kind: "cosine", T, s: 0.008, betaMax: 0.999 } as const;
    return pg.diffusion.nelbo({ data, schedule, draws: 2, seed: 1 });
  };

  test("the one step of the VAE lab is that of the diffusion lab", () => {
    const claim = pg.vae.claim({ id: "4v4", problem, options: { seed: 1, draws: 100 } });
    if (claim.id !== "4v4") throw new Error("another claim's picture");
    const { bestTotal, entropy, prior, parts } = nelbo(1);
    expect(claim.picture.intactGap).toBeCloseTo(0.936, 3);
    expect(claim.picture.intactGap).toBeCloseTo(bestTotal - entropy, 9);
    expect(claim.picture.intact.vae.prior).toBeCloseTo(prior, 9);
    expect(claim.picture.intact.vae.reconstruction).toBeCloseTo(parts.best.reconstruction, 9);
    expect(parts.best.steps).toBe(0);
  });

  test("of a thousand steps the text's variance leaves the most", () => {
    const { posteriorTotal, forwardTotal, bestTotal, entropy, prior, parts } = nelbo(1000);
    expect(posteriorTotal - entropy).toBeCloseTo(0.393, 3);
    expect(forwardTotal - entropy).toBeCloseTo(0.0041, 4);
    expect(bestTotal - entropy).toBeCloseTo(0.0016, 4);
    for (const [
      which,
      total,
    ] of [["posterior", posteriorTotal], ["forward", forwardTotal], ["best", bestTotal]] as const) // biome-ignore format: a table
      expect(prior + parts[which].reconstruction + parts[which].steps).toBeCloseTo(total, 9);
  });
});
