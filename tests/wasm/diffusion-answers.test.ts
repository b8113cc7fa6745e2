// What problem 4's questions for pictures answer: sizes, ends, and one answer against another.
import { beforeAll, describe, expect, test } from "vitest";
import type { DatasetName, Distribution, Proofground } from "../../wasm/lib/types.ts";
import { loadWatched } from "./support/load.ts";
import { MODES, PLANE, points, SCHEDULE, WINDOW } from "./support/mixtures.ts";
import { difference, largest, sum } from "./support/numbers.ts";

let diffusion: Proofground["diffusion"];
beforeAll(async () => {
  diffusion = (await loadWatched()).pg.diffusion;
});

const schedule = SCHEDULE;

describe.each<[string, Distribution]>([
  ["of components of their own shapes", PLANE],
  ["of a cloud", points(30, 2, 0.1)],
  ["of points", points(30, 2, 0)],
])("the map %s", (_, data) => {
  test("is the oracle's density, row by row from (x0, y0), both ends included", () => {
    const map = diffusion.density({ data, schedule, t: 20, window: WINDOW });
    const { x0, x1, y0, y1, width, height } = WINDOW;
    expect(map).toHaveLength(width * height);
    const x = Array.from({ length: width * height }, (_, i) => [
      x0 + ((x1 - x0) * (i % width)) / (width - 1),
      y0 + ((y1 - y0) * Math.floor(i / width)) / (height - 1),
    ]).flat();
    const expected = diffusion.oracle({ data, schedule, t: 20, x }).logDensity.map(Math.exp);
    expect(difference(map, expected)).toBeLessThanOrEqual(1e-12 * largest(expected));
  });

  test("at T is nearly that of noise", () => {
    const far = { x0: -6, x1: 6, y0: -6, y1: 6, width: 121, height: 121 };
    const map = diffusion.density({ data, schedule, t: 50, window: far });
    expect(sum(map) / 100).toBeCloseTo(1, 6);
    expect(map[60 * 121 + 60]).toBeCloseTo(1 / (2 * Math.PI), 2);
  });
});

test("the map at t = 0 is that of the data, where they have a density", () => {
  const at = (data: Distribution) => diffusion.density({ data, schedule, t: 0, window: WINDOW });
  expect(sum(at(PLANE)) * 0.5 * 0.75).toBeCloseTo(1, 1);
  expect(() => at(points(5, 2, 0))).toThrow(/t: expected at least 1 where a covariance is singular, got 0$/);
});

describe("forward", () => {
  const request = { data: PLANE, schedule, t: 20, count: 500, seed: 3, walk: true };

  test("has both ways, and the moments of each", () => {
    const answer = diffusion.forward(request);
    expect(answer.closed).toHaveLength(1000);
    expect(answer.walked).toHaveLength(1000);
    expect(answer.walkedCovariance).toHaveLength(4);
    const mean = [0, 1].map((c) => sum(answer.closed.filter((_, i) => i % 2 === c)) / 500);
    expect(difference(answer.closedMean, mean)).toBeLessThanOrEqual(1e-12);
    for (const found of [answer.closedMean, answer.walkedMean ?? []])
      expect(difference(found, answer.mean)).toBeLessThanOrEqual(5 * Math.sqrt(3 / 500));
    for (const found of [answer.closedCovariance, answer.walkedCovariance ?? []])
      expect(difference(found, answer.covariance)).toBeLessThanOrEqual(5 * 3 * Math.sqrt(3 / 500));
  });

  test("starts from the same data whatever t and whether it walks or not", () => {
    const { x0, walked, walkedMean, walkedCovariance } = diffusion.forward({ ...request, t: 0, walk: false });
    expect(x0).toEqual(diffusion.forward(request).x0);
    expect([walked, walkedMean, walkedCovariance]).toEqual([null, null, null]);
    expect(diffusion.forward({ ...request, t: 0 })).toMatchObject({ closed: x0, walked: x0, priorKl: Infinity });
    expect(diffusion.forward({ ...request, seed: 4 }).x0).not.toEqual(x0);
  });
});

describe("reverse", () => {
  const request = { schedule, t: 20, x0: [0.5, 1], xt: [-0.2, 0.1], guess: null, curve: null };

  test("without a guess is without error; without a curve there are no densities", () => {
    const back = diffusion.reverse(request);
    expect(back.weightedError).toBe(0);
    expect(back.kl).toBeLessThanOrEqual(1e-24);
    expect([back.u, back.prior, back.likelihood, back.product]).toEqual([null, null, null, null]);
    expect(difference(back.x0Hat ?? [], request.x0)).toBeLessThanOrEqual(1e-13);
    expect(back.mean).toEqual(back.shareXt.map((value, c) => value + (back.shareX0[c] ?? 0)));
  });

  test("with one says the error, its weight and how far the two forms differ", () => {
    const back = diffusion.reverse({ ...request, guess: [1, -1] });
    const error2 = sum(back.eps.map((value, c) => (value - [1, -1][c]!) ** 2));
    expect(back.error2).toBeCloseTo(error2, 12);
    expect(back.weight).toBe(diffusion.schedule(schedule).elboWeight[19]);
    expect(back.weightedError).toBe(back.weight * back.error2);
    expect(back.difference).toBeLessThanOrEqual(1e-15);
  });

  test("densities are in units of the largest, and the product is one", () => {
    const { mean } = diffusion.reverse(request);
    const curve = { from: (mean[0] ?? 0) - 1, to: (mean[0] ?? 0) + 1, samples: 201 };
    const { u, prior, likelihood, product } = diffusion.reverse({ ...request, curve });
    expect(u).toHaveLength(201);
    expect([u?.[0], u?.[200]]).toEqual([curve.from, curve.to]);
    expect(product?.[100]).toBeCloseTo(1, 12);
    const ratio = (i: number) => ((prior?.[i] ?? 0) * (likelihood?.[i] ?? 0)) / (product?.[i] ?? 0);
    for (const i of [60, 90, 120]) expect(ratio(i) / ratio(100)).toBeCloseTo(1, 9);
  });

  test("at t = 1 it is a point, and where nothing of x_0 is left there is no x0Hat", () => {
    const curve = { from: -1, to: 1, samples: 5 };
    const first = diffusion.reverse({ ...request, t: 1, guess: [0, 0], curve });
    expect(first).toMatchObject({ variance: 0, priorVariance: 0, kl: Infinity, weightedError: Infinity });
    expect([first.prior, first.product]).toEqual([null, null]);
    expect(first.likelihood).toHaveLength(5);
    const strong = { kind: "constant", T: 1500, beta: 0.5 } as const;
    const last = diffusion.reverse({ ...request, schedule: strong, t: 1500 });
    expect([last.x0Hat, last.posteriorForm, last.difference]).toEqual([null, null, null]);
  });
});

describe("the bound", () => {
  test("by draws is the one by quadrature, within its errors", () => {
    // Two modes on the line; and the same beside two coordinates that are Gaussian, of which everything is known.
    const line = diffusion.nelbo({ data: MODES, schedule, draws: 2, seed: 1 });
    const data = { points: [-1, 0, 0, 1, 0, 0], d: 3, spread: 0.2 };
    const space = diffusion.nelbo({ data, schedule, draws: 2000, seed: 1 });
    expect([line.by, space.by]).toEqual(["quadrature", "draws"]);
    const { alphaBar, noise } = diffusion.schedule(schedule);
    for (const [i, ab] of alphaBar.entries()) {
      const rest = noise[i] ?? Number.NaN;
      const expected = (line.x0Variance[i] ?? 0) + (2 * 0.04 * rest) / (ab * 0.04 + rest);
      const apart = Math.abs((space.x0Variance[i] ?? Number.NaN) - expected);
      expect(apart).toBeLessThanOrEqual(5 * (space.x0VarianceError[i] ?? 0) + 1e-8);
      expect(space.bayesError[i]).toBeCloseTo((ab / rest) * (space.x0Variance[i] ?? 0), 12);
      expect(line.x0VarianceError[i]).toBe(0);
    }
    const beside = Math.log(2 * Math.PI * Math.E * 0.04);
    expect(Math.abs(space.entropy - line.entropy - beside)).toBeLessThanOrEqual(5 * space.entropyError);
    expect([line.posteriorError, line.forwardError, line.bestError]).toEqual([0, 0, 0]);
    const again = diffusion.nelbo({ data, schedule, draws: 2000, seed: 2 });
    for (const [total, error] of [
      ["posteriorTotal", "posteriorError"],
      ["forwardTotal", "forwardError"],
      ["bestTotal", "bestError"],
    ] as const) {
      expect(space[error]).toBeGreaterThan(0);
      const apart = Math.abs(space[total] - again[total]);
      expect(apart, total).toBeLessThanOrEqual(5 * Math.hypot(space[error], again[error]));
    }
    for (const bound of [line, space]) {
      expect(bound.bestTotal).toBeLessThanOrEqual(Math.min(bound.posteriorTotal, bound.forwardTotal));
      expect(bound.bestTotal).toBeCloseTo(bound.prior + sum(bound.best), 10);
    }
  });

  test("of points has no least value", () => {
    expect(diffusion.nelbo({ data: points(4, 1, 0), schedule, draws: 20, seed: 1 }).entropy).toBe(-Infinity);
  });

  test("bayesError is that of the bound", () => {
    const { bayesError } = diffusion.nelbo({ data: MODES, schedule, draws: 2, seed: 1 });
    const answer = diffusion.bayesError({ data: MODES, schedule, at: [1, 20, 50], draws: 2, seed: 5 });
    expect(answer.bayesError).toEqual(Float64Array.from([0, 19, 49], (i) => bayesError[i] ?? Number.NaN));
    expect(answer.error).toEqual(new Float64Array(3));
    const drawn = diffusion.bayesError({ data: points(50, 3, 0.1), schedule, at: [20], draws: 500, seed: 5 });
    expect(drawn.error[0]).toBeGreaterThan(0);
  });
});

test.each<DatasetName>(["moons", "roll", "spirals", "gaussians", "board", "letters"])("%s", (name) => {
  const x = diffusion.dataset({ name, n: 4000, seed: 1, text: "KL" });
  expect(x).toHaveLength(8000);
  expect(Math.abs(sum(x) / 8000)).toBeLessThanOrEqual(5 / Math.sqrt(4000));
  expect(sum(x.map((value) => value * value)) / 8000).toBeCloseTo(1, 1);
  expect(diffusion.dataset({ name, n: 10, seed: 1, text: "KL" })).toEqual(x.slice(0, 20));
  expect(diffusion.dataset({ name, n: 10, seed: 2, text: "KL" })).not.toEqual(x.slice(0, 20));
});

test("draws are of the data: points themselves, or around them", () => {
  const cloud = { points: [1, 2, 3, 4], d: 2, spread: 0 };
  const x = diffusion.draw({ data: cloud, count: 50, seed: 1 });
  const rows = new Set(Array.from({ length: 50 }, (_, i) => `${x[2 * i]} ${x[2 * i + 1]}`));
  expect(rows).toEqual(new Set(["1 2", "3 4"]));
  const around = diffusion.draw({ data: { ...cloud, spread: 0.1 }, count: 50, seed: 1 });
  expect(around.every((value) => Math.min(...cloud.points.map((point) => Math.abs(point - value))) < 0.7)).toBe(true);
});
