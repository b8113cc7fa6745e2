// One perceptron in four hands: ours, TensorFlow.js (wasm), jax-js (wasm) and onnxruntime-web. Runs in the page.
import { jaxAdam } from "./jax-adam.mjs";
import { onnx } from "./onnx.mjs";
import { layersAt, sizesOf } from "./panels.mjs";

/**
 * @typedef {object} Contender
 * @property {() => ArrayLike<number> | Promise<ArrayLike<number>>} forward eps at PARTICLES places, one time
 * @property {() => unknown} [step] one step of Adam, of which nothing comes back
 * @property {() => number} [loss] one step too, and the loss of its batch before it
 */

export const SHAPE = { d: 2, embedding: /** @type {const} */ ("sinusoidal"), features: 32, width: 128, depth: 3 };
export const BATCH = 256;
export const PARTICLES = 2000;
const T = 100;
const TIME = 50;
const RATE = 2e-3;

/** @type {import("../../wasm/lib/types.ts").ScheduleSpec} */
const SCHEDULE = { kind: "linear", T, beta1: 1e-3, betaT: 0.2 };

/** The layers of a network's bytes, and the angles of its embedding. @param {Uint8Array} bytes */
function layersOf(bytes) {
  const { d, features, width, depth } = SHAPE;
  const frequencies = features / 2;
  const start = 8 + 5 * 4;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const angles = Float32Array.from({ length: frequencies }, (_, i) => view.getFloat32(start + 4 * i, true));
  return { layers: layersAt(bytes, start + 4 * frequencies, sizesOf(d + features, d, width, depth)), angles };
}

/** Rows (x, embedding of t). @param {ArrayLike<number>} x (n*2) @param {(i: number) => number} timeOf @param {Float32Array} angles */
function inputs(x, timeOf, angles) {
  const n = x.length / 2;
  const rows = new Float32Array(n * (SHAPE.d + SHAPE.features));
  for (let i = 0; i < n; i++) {
    const row = rows.subarray(i * 34, (i + 1) * 34);
    row.set([x[2 * i] ?? 0, x[2 * i + 1] ?? 0]);
    angles.forEach((angle, k) => {
      row.set([Math.sin((angle * timeOf(i)) / T), Math.cos((angle * timeOf(i)) / T)], 2 + 2 * k);
    });
  }
  return rows;
}

/** What all compute: a trained network, places, and a batch with its noise. @param {import("../../wasm/lib/types.ts").Proofground} pg */
export function problem(pg) {
  const data = { points: pg.diffusion.dataset({ name: "moons", n: 2000, seed: 1 }), d: 2, spread: 0 };
  const trainer = pg.diffusion.train({
    ...{ data, schedule: SCHEDULE, shape: SHAPE, batch: BATCH, learningRate: RATE },
    ...{ emaDecay: 0, loss: "simple", asPrinted: false, seed: 1 },
  });
  trainer.advance(300);
  const { layers, angles } = layersOf(trainer.network());
  const normal = { weights: [1], means: [0, 0], covariances: [1, 0, 0, 1], d: 2 };
  const x = pg.diffusion.draw({ data: normal, count: PARTICLES, seed: 1 });
  const noise = Float32Array.from(pg.diffusion.draw({ data: normal, count: BATCH, seed: 2 }));
  const x0 = pg.diffusion.draw({ data, count: BATCH, seed: 3 });
  const { alphaBar } = pg.diffusion.schedule(SCHEDULE);
  const timeOf = (/** @type {number} */ i) => 1 + ((37 * i) % T);
  const xt = Float32Array.from(x0, (value, k) => {
    const kept = alphaBar[timeOf(k >> 1) - 1] ?? Number.NaN;
    return Math.sqrt(kept) * value + Math.sqrt(1 - kept) * (noise[k] ?? Number.NaN);
  });
  // Our own loss on that batch, a row at a time: each has its t.
  const loss =
    Array.from({ length: BATCH }, (_, i) => {
      const eps = trainer.eps(Array.from(xt.slice(2 * i, 2 * i + 2)), timeOf(i));
      return eps.reduce((sum, value, c) => sum + (value - (noise[2 * i + c] ?? Number.NaN)) ** 2, 0);
    }).reduce((sum, value) => sum + value, 0) / BATCH;
  const places = inputs(x, () => TIME, angles);
  return { trainer, layers, x, places, batch: inputs(xt, timeOf, angles), noise, loss };
}

/** @typedef {ReturnType<typeof problem>} Problem */

/** @param {Problem} problem @returns {Contender} */
export function proofground({ trainer, x }) {
  return { forward: () => trainer.eps(x, TIME), step: () => trainer.advance(1) };
}

/** As its documentation writes such a network. @param {any} tf @param {Problem} problem @returns {Contender} */
export function tensorflow(tf, { layers, places, batch, noise }) {
  const variables = layers.map(({ w, b, inputs: rows, outputs }) => ({
    w: tf.variable(tf.tensor2d(w, [rows, outputs])),
    b: tf.variable(tf.tensor1d(b)),
  }));
  const fixed = layers.map(({ w, b, inputs: rows, outputs }) => ({
    w: tf.tensor2d(w, [rows, outputs]),
    b: tf.tensor1d(b),
  }));
  const network = (/** @type {any} */ x, /** @type {any[]} */ all) =>
    all.reduce((h, { w, b }, l) => {
      const z = tf.add(tf.matMul(h, w), b);
      return l === all.length - 1 ? z : tf.mul(z, tf.sigmoid(z));
    }, x);
  const [x, xt, eps] = [
    tf.tensor2d(places, [PARTICLES, 34]),
    tf.tensor2d(batch, [BATCH, 34]),
    tf.tensor2d(noise, [BATCH, 2]),
  ];
  const adam = tf.train.adam(RATE);
  const step = (/** @type {boolean} */ wanted) => {
    const cost = adam.minimize(
      () => tf.tidy(() => tf.div(tf.sum(tf.squaredDifference(network(xt, variables), eps)), BATCH)),
      true,
    );
    const loss = wanted ? cost.dataSync()[0] : Number.NaN;
    cost.dispose();
    return loss;
  };
  return {
    forward: () => tf.tidy(() => network(x, fixed).dataSync()),
    step: () => step(false),
    loss: () => step(true),
  };
}

/** @param {any} jax @param {Problem} problem @returns {Contender} */
export function jaxJs(jax, { layers, places, batch, noise }) {
  const { numpy: np, nn, jit, tree } = jax;
  const array = (/** @type {Float32Array} */ values, /** @type {number[]} */ shape) =>
    np.array(values.slice()).reshape(shape);
  const parameters = () =>
    layers.map(({ w, b, inputs: rows, outputs }) => ({ w: array(w, [rows, outputs]), b: array(b, [outputs]) }));
  const network = (/** @type {any[]} */ all, /** @type {any} */ x) =>
    all.reduce((h, { w, b }, l) => {
      const z = np.dot(h, w).add(b);
      return l === all.length - 1 ? z : nn.silu(z);
    }, x);
  const lossOf = (/** @type {any[]} */ all, /** @type {any} */ xt, /** @type {any} */ eps) =>
    np
      .square(network(all, xt).sub(eps))
      .sum()
      .mul(1 / BATCH);
  const [x, xt, eps] = [array(places, [PARTICLES, 34]), array(batch, [BATCH, 34]), array(noise, [BATCH, 2])];
  const fixed = parameters();
  const forward = jit(network);
  const step = jaxAdam(jax, lossOf, parameters, [xt, eps], RATE);
  return { forward: () => forward(tree.ref(fixed), x.ref).dataSync(), step, loss: step };
}

/** @param {any} ort @param {Problem} problem @returns {Promise<Contender>} */
export async function onnxruntime(ort, { layers, places }) {
  const session = await ort.InferenceSession.create(onnx(layers, PARTICLES), { executionProviders: ["wasm"] });
  const x = new ort.Tensor("float32", places, [PARTICLES, 34]);
  return { forward: async () => (await session.run({ x })).y.data };
}
