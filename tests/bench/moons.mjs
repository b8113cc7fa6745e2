// Training two moons with what the page has as defaults, until samples are as good as fresh data.

/** @typedef {import("../../wasm/lib/types.ts").TrainRequest} TrainRequest */

/** That training draws from, and that are compared: a sample of the size that the page shows. */
const LEARNT = 20_000;
const COMPARED = 1000;
const CHUNK = 500;
const MOST = 10_000;
/** Means over so many, each with a seed of its own: one distance of 1,000 points is off by a third by chance alone. */
const FRESH = [11, 12, 13, 14, 15, 16];
const HELD = [21, 22, 23, 24];
const SAMPLES = [31, 32, 33, 34];

/** @type {Omit<TrainRequest, "data" | "seed">} */
export const DEFAULTS = {
  schedule: { kind: "linear", T: 100, beta1: 1e-3, betaT: 0.2 },
  shape: { d: 2, embedding: "fourier", features: 8, width: 64, depth: 3 },
  batch: 256,
  learningRate: 3e-3,
  emaDecay: 0.998,
  loss: "simple",
  asPrinted: false,
};

/** How far samples may be, in units of the fresh ones' distance. */
export const ENOUGH = 1.5;

const mean = (/** @type {readonly number[]} */ values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * Seconds and steps of training until samples are near enough. Sampling and measuring are not timed. Distances are those of
 * all pairs, a point with itself included: never negative, so that they can be compared in ratios.
 * @param {import("../../wasm/lib/types.ts").Proofground} pg @param {number} seed
 */
export function train({ diffusion }, seed) {
  const moons = (/** @type {number} */ n, /** @type {number} */ of) =>
    diffusion.dataset({ name: "moons", n, seed: of });
  const held = HELD.map((of) => moons(COMPARED, of));
  const distance = (/** @type {Float64Array} */ x) =>
    mean(held.map((y) => diffusion.quality({ x, y, d: 2, projections: 1, seed: 1 }).energyOfAll));
  const sampled = (/** @type {Uint8Array} */ network, /** @type {number} */ of) => {
    const sampler = diffusion.sample({
      ...{ schedule: DEFAULTS.schedule, eps: { kind: "network", network }, count: COMPARED, d: 2, seed: of },
      method: { kind: "ancestral", variance: "posterior" },
    });
    while (!sampler.advance(10));
    const x = sampler.x();
    sampler.delete();
    return x;
  };
  const fresh = mean(FRESH.map((of) => distance(moons(COMPARED, of))));
  const trainer = diffusion.train({ ...DEFAULTS, data: { points: moons(LEARNT, seed), d: 2, spread: 0 }, seed });
  let seconds = 0;
  let ratio = Number.POSITIVE_INFINITY;
  while (ratio > ENOUGH && trainer.steps() < MOST) {
    const start = performance.now();
    trainer.advance(CHUNK);
    seconds += (performance.now() - start) / 1000;
    const network = trainer.network();
    ratio = mean(SAMPLES.map((of) => distance(sampled(network, of)))) / fresh;
  }
  const steps = trainer.steps();
  trainer.delete();
  return { seconds, steps, ratio, fresh };
}
