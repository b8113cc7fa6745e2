// Two networks of the VAE's lab in three hands, ours, TensorFlow.js (wasm) and jax-js (wasm): the VAE, and the denoiser of digits. Runs
// in the page. Ours draws a new batch at every step; the others have the same one again and again.
import { jaxAdam } from "./jax-adam.mjs";
import { layersAt, sizesOf } from "./panels.mjs";

/** @typedef {import("./panels.mjs").Layer} Layer */
/** @typedef {{ step: () => number }} Contender one step of Adam, and the loss before it */
/** @typedef {{ d: number, classes: number, features: number, width: number, depth: number }} Denoiser */

const PIXELS = 64;
const LATENTS = 2;
const WIDTH = 128;
const BATCH = 128;
const RATE = 2e-3;
const SEED = 1;
const BOUND = 20;

/** Numbers from 0 to 1 that every language makes alike (native_vae.cpp). @param {number} k */
const value = (k) => ((k * 48271) % 65536) / 65536;
const images = () => Float64Array.from({ length: (BATCH + 1) * PIXELS }, (_, k) => value(k));
const signed = (/** @type {number} */ count, /** @type {number} */ stride) =>
  Float32Array.from({ length: count }, (_, k) => 2 * value(stride * k + 3) - 1);

/** The VAE's own loss of a batch whose eps are given, from what the library says. @param {import("../../wasm/lib/types.ts").Proofground} pg @param {Uint8Array} network @param {Float64Array} x @param {Float32Array} eps */
function vaeLoss(pg, network, x, eps) {
  const { mu, logVar } = pg.vae.encode({ network, x });
  const z = mu.map((m, k) => m + Math.exp((logVar[k] ?? Number.NaN) / 2) * (eps[k] ?? Number.NaN));
  const { mean } = pg.vae.decode({ network, z });
  const cross = mean.reduce((sum, p, k) => sum - (x[k] ?? 0) * Math.log(p) - (1 - (x[k] ?? 0)) * Math.log1p(-p), 0);
  const kl = mu.reduce((sum, m, k) => sum + 0.5 * (m * m + Math.expm1(logVar[k] ?? Number.NaN) - (logVar[k] ?? 0)), 0);
  return (cross + kl) / BATCH;
}

/** @param {import("../../wasm/lib/types.ts").Proofground} pg */
export function vaeProblem(pg) {
  const all = images();
  const trainer = pg.vae.train({
    ...{ x: all, dx: PIXELS, heldOut: 1, dz: LATENTS, width: WIDTH, depth: 1, likelihood: "bernoulli", noiseVar: 1 },
    ...{ beta: 1, batch: BATCH, learningRate: RATE, emaDecay: 0, seed: SEED },
  });
  const network = trainer.network();
  const x = all.slice(0, BATCH * PIXELS);
  const eps = signed(BATCH * LATENTS, 7);
  const layers = layersAt(network, 8 + 6 * 4 + 8, [
    ...sizesOf(PIXELS, 2 * LATENTS, WIDTH, 1),
    ...sizesOf(LATENTS, PIXELS, WIDTH, 1),
  ]);
  return { trainer, layers, x: Float32Array.from(x), eps, loss: vaeLoss(pg, network, x, eps) };
}

/** @typedef {ReturnType<typeof vaeProblem>} VaeProblem */

/** @param {any} tf @param {VaeProblem} problem @returns {Contender} */
export function vaeTensorflow(tf, { layers, x, eps }) {
  const [e1, e2, d1, d2] = layers.map(({ w, b, inputs, outputs }) => ({
    w: tf.variable(tf.tensor2d(w, [inputs, outputs])),
    b: tf.variable(tf.tensor1d(b)),
  }));
  const dense = (/** @type {any} */ h, /** @type {any} */ { w, b }) => tf.add(tf.matMul(h, w), b);
  const silu = (/** @type {any} */ z) => tf.mul(z, tf.sigmoid(z));
  const [data, noise] = [tf.tensor2d(x, [BATCH, PIXELS]), tf.tensor2d(eps, [BATCH, LATENTS])];
  const lossOf = () => {
    const [mu, r] = tf.split(dense(silu(dense(data, e1)), e2), 2, 1);
    const v = tf.mul(tf.tanh(tf.div(r, BOUND)), BOUND);
    const z = tf.add(mu, tf.mul(tf.exp(tf.mul(v, 0.5)), noise));
    const o = dense(silu(dense(z, d1)), d2);
    const cross = tf.sum(tf.add(tf.sub(tf.relu(o), tf.mul(data, o)), tf.softplus(tf.neg(tf.abs(o)))));
    const kl = tf.mul(tf.sum(tf.sub(tf.add(tf.square(mu), tf.exp(v)), tf.add(v, 1))), 0.5);
    return tf.div(tf.add(cross, kl), BATCH);
  };
  return tensorflowStep(tf, lossOf);
}

/** @param {any} tf @param {() => any} lossOf @returns {Contender} */
function tensorflowStep(tf, lossOf) {
  const adam = tf.train.adam(RATE, 0.9, 0.999, 1e-8);
  return {
    step: () => {
      const cost = adam.minimize(() => tf.tidy(lossOf), true);
      const loss = cost.dataSync()[0];
      cost.dispose();
      return loss;
    },
  };
}

/** @param {any} jax */
const arrays = ({ numpy: np }) => ({
  array: (/** @type {Float32Array} */ values, /** @type {number[]} */ shape) => np.array(values.slice()).reshape(shape),
  /** @param {readonly Layer[]} layers */
  parameters(layers) {
    return layers.map(({ w, b, inputs, outputs }) => ({
      w: np.array(w.slice()).reshape([inputs, outputs]),
      b: np.array(b.slice()),
    }));
  },
});

/** @param {any} jax @param {VaeProblem} problem @returns {Contender} */
export function vaeJaxJs(jax, { layers, x, eps }) {
  const { numpy: np, nn } = jax;
  const { array, parameters } = arrays(jax);
  const dense = (/** @type {any} */ h, /** @type {any} */ { w, b }) => np.dot(h, w).add(b);
  const lossOf = (/** @type {any[]} */ [e1, e2, d1, d2], /** @type {any} */ data, /** @type {any} */ noise) => {
    const [mu, r] = np.split(dense(nn.silu(dense(data.ref, e1)), e2), 2, 1);
    const v = np.tanh(r.mul(1 / BOUND)).mul(BOUND);
    const z = mu.ref.add(np.exp(v.ref.mul(0.5)).mul(noise));
    const o = dense(nn.silu(dense(z, d1)), d2);
    const cross = nn.softplus(o.ref).sub(data.mul(o)).sum();
    const kl = np.square(mu).add(np.exp(v.ref)).sub(v).sub(1).sum().mul(0.5);
    return cross.add(kl).mul(1 / BATCH);
  };
  const data = [array(x, [BATCH, PIXELS]), array(eps, [BATCH, LATENTS])];
  return { step: jaxAdam(jax, lossOf, () => parameters(layers), data, RATE) };
}

/**
 * @param {import("../../wasm/lib/types.ts").Proofground} pg @param {Denoiser} shape
 * @param {import("../../wasm/lib/types.ts").ScheduleSpec} schedule
 */
export function denoiserProblem(pg, { d, classes, features, width, depth }, schedule) {
  const all = images().slice(0, BATCH * d);
  const labels = Array.from({ length: BATCH }, (_, i) => i % classes);
  const trainer = pg.digits.train({
    ...{ images: all, d, labels, classes, schedule, features, width, depth, labelDropout: 0.1 },
    ...{ batch: BATCH, learningRate: RATE, emaDecay: 0, seed: SEED },
  });
  // The last layer of a network that has learnt nothing is 0: so that losses say something, a few steps first.
  const native = Array.from(trainer.advance(6));
  const network = trainer.network();
  const layers = layersAt(network, 8 + 5 * 4, sizesOf(d + classes + features, d, width, depth));
  // A batch at t = T, where the sampler says what the network makes of its start: x_0 = sqrt(alphaBar) x - sqrt(1 - alphaBar) v.
  const x = signed(BATCH * d, 7);
  const target = signed(BATCH * d, 11);
  const kept = pg.diffusion.schedule(schedule).alphaBar.at(-1) ?? Number.NaN;
  const sampler = pg.digits.sample({
    ...{ network, schedule, method: { kind: "ddim", eta: 0, steps: 1 }, classes: labels, guidance: 1, seed: 1 },
    start: Float64Array.from(x),
  });
  const x0 = sampler.x0();
  sampler.delete();
  const loss =
    x0.reduce((sum, pixel, k) => {
      const v = (Math.sqrt(kept) * (x[k] ?? 0) - (2 * pixel - 1)) / Math.sqrt(1 - kept);
      return sum + (v - (target[k] ?? 0)) ** 2;
    }, 0) / target.length;
  const inputs = d + classes + features;
  const rows = new Float32Array(BATCH * inputs);
  for (let i = 0; i < BATCH; i++) {
    const row = rows.subarray(i * inputs, (i + 1) * inputs);
    row.set(x.subarray(i * d, (i + 1) * d));
    row[d + (labels[i] ?? 0)] = 1;
    for (let k = 0; k < features / 2; k++) {
      const angle = Math.fround(1000 * 10_000 ** (-k / Math.max(features / 2 - 1, 1)));
      row.set([Math.sin(angle), Math.cos(angle)], d + classes + 2 * k);
    }
  }
  return { trainer, layers, rows, target, loss, losses: native };
}

/** @typedef {ReturnType<typeof denoiserProblem>} DenoiserProblem */

/** @param {any} tf @param {DenoiserProblem} problem @returns {Contender} */
export function denoiserTensorflow(tf, { layers, rows, target }) {
  const variables = layers.map(({ w, b, inputs, outputs }) => ({
    w: tf.variable(tf.tensor2d(w, [inputs, outputs])),
    b: tf.variable(tf.tensor1d(b)),
  }));
  const [x, v] = [tf.tensor2d(rows, [BATCH, rows.length / BATCH]), tf.tensor2d(target, [BATCH, target.length / BATCH])];
  const network = () =>
    variables.reduce((h, { w, b }, l) => {
      const z = tf.add(tf.matMul(h, w), b);
      return l === variables.length - 1 ? z : tf.mul(z, tf.sigmoid(z));
    }, x);
  return tensorflowStep(tf, () => tf.mean(tf.squaredDifference(network(), v)));
}

/** @param {any} jax @param {DenoiserProblem} problem @returns {Contender} */
export function denoiserJaxJs(jax, { layers, rows, target }) {
  const { numpy: np, nn } = jax;
  const { array, parameters } = arrays(jax);
  const network = (/** @type {any[]} */ all, /** @type {any} */ x) =>
    all.reduce((h, { w, b }, l) => {
      const z = np.dot(h, w).add(b);
      return l === all.length - 1 ? z : nn.silu(z);
    }, x);
  const lossOf = (/** @type {any[]} */ all, /** @type {any} */ x, /** @type {any} */ v) =>
    np
      .square(network(all, x).sub(v))
      .sum()
      .mul(1 / target.length);
  const data = [array(rows, [BATCH, rows.length / BATCH]), array(target, [BATCH, target.length / BATCH])];
  return { step: jaxAdam(jax, lossOf, () => parameters(layers), data, RATE) };
}
