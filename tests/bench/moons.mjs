// Training two moons with what the page has as defaults, until samples are as good as fresh data.

/** @typedef {import("../../wasm/lib/types.ts").TrainRequest} TrainRequest */

const POINTS = 2000;
const CHUNK = 250;
const MOST = 8000;
/** The draws that are called fresh, and the ones that all are compared with. */
const FRESH = [11, 12, 13, 14, 15, 16];
const HELD = [21, 22, 23];

/** @type {Omit<TrainRequest, "data" | "seed">} */
export const DEFAULTS = {
  schedule: { kind: "linear", T: 100, beta1: 1e-3, betaT: 0.2 },
  shape: { d: 2, embedding: "fourier", features: 8, width: 128, depth: 3 },
  batch: 256,
  learningRate: 4e-3,
  emaDecay: 0.995,
  loss: "simple",
  asPrinted: false,
};

/** How far samples may be, in units of the fresh ones' distance. */
export const ENOUGH = 1.5;

/**
 * Energy distance of all pairs, a point with itself included: never negative, so that it can be compared in ratios.
 * @param {import("../../wasm/lib/types.ts").Proofground} pg @param {Float64Array} x @param {number} seed of the draw it is compared with
 */
function distance(pg, x, seed) {
  const y = pg.diffusion.dataset({ name: "moons", n: POINTS, seed });
  return pg.diffusion.quality({ x, y, d: 2, projections: 1, seed: 1 }).energyOfAll;
}

/**
 * Seconds and steps of training until 2,000 samples are near enough. Sampling and measuring are not timed.
 * @param {import("../../wasm/lib/types.ts").Proofground} pg @param {number} seed
 */
export function train(pg, seed) {
  const mean = (/** @type {number[]} */ values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const points = (/** @type {number} */ of) => pg.diffusion.dataset({ name: "moons", n: POINTS, seed: of });
  const overHeld = (/** @type {Float64Array} */ x) => mean(HELD.map((held) => distance(pg, x, held)));
  const fresh = mean(FRESH.map((of) => overHeld(points(of))));
  const trainer = pg.diffusion.train({ ...DEFAULTS, data: { points: points(seed), d: 2, spread: 0 }, seed });
  let seconds = 0;
  let ratio = Number.POSITIVE_INFINITY;
  while (ratio > ENOUGH && trainer.steps() < MOST) {
    const start = performance.now();
    trainer.advance(CHUNK);
    seconds += (performance.now() - start) / 1000;
    const sampler = pg.diffusion.sample({
      ...{
        schedule: DEFAULTS.schedule,
        eps: { kind: "network", network: trainer.network() },
        count: POINTS,
        d: 2,
        seed,
      },
      method: { kind: "ancestral", variance: "posterior" },
    });
    while (!sampler.advance(10));
    ratio = overHeld(sampler.x()) / fresh;
    sampler.delete();
  }
  const steps = trainer.steps();
  trainer.delete();
  return { seconds, steps, ratio, fresh };
}
