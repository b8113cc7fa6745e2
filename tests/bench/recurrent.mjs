// One recurrent network, a CIFG-LSTM with a linear read-out, in three hands: ours, TensorFlow.js (wasm) and jax-js (wasm).
// Runs in the page.
import { jaxAdam } from "./jax-adam.mjs";

/** @typedef {{ dx: number, dh: number, T: number, batch: number }} Sizes */
/** @typedef {{ step: () => number }} Contender one step of Adam, and the loss before it */

const RATE = 2e-3;
const FORGET_BIAS = 1;
const SEED = 1;

/** Numbers from -1 to 1 that every language makes alike (native_cifg.cpp). @param {number} k */
const value = (k) => ((k * 48271) % 65536) / 32768 - 1;

/** What all learn from: sequences one after another, a target at every step. @param {Sizes} sizes */
function sequences({ dx, T, batch }) {
  const x = Float32Array.from({ length: batch * T * dx }, (_, k) => value(k));
  const target = Float32Array.from({ length: batch * T }, (_, k) => value(7 * k + 3));
  return { x, target };
}

/** From sequence after sequence to step after step. @param {Float32Array} rows @param {Sizes} sizes @param {number} width */
function byStep(rows, { T, batch }, width) {
  const all = new Float32Array(rows.length);
  for (let t = 0; t < T; t++)
    for (let i = 0; i < batch; i++)
      all.set(rows.subarray((i * T + t) * width, (i * T + t + 1) * width), (t * batch + i) * width);
  return all;
}

/**
 * The gates' matrices side by side, turned for rows of inputs.
 * @param {readonly ArrayLike<number>[]} gates (dh x inputs) each @param {number} dh
 */
function sideBySide(gates, dh) {
  const inputs = (gates[0]?.length ?? 0) / dh;
  const all = new Float32Array(inputs * dh * gates.length);
  gates.forEach((gate, k) => {
    for (let j = 0; j < dh; j++)
      for (let l = 0; l < inputs; l++) all[(l * gates.length + k) * dh + j] = gate[j * inputs + l] ?? Number.NaN;
  });
  return all;
}

/** @param {import("../../wasm/lib/types.ts").Proofground} pg @param {Sizes} sizes */
export function problem(pg, sizes) {
  const { x, target } = sequences(sizes);
  const { dx, dh, T, batch } = sizes;
  // One more sequence, which is held out.
  const longer = (/** @type {Float32Array} */ values, /** @type {number} */ width) => {
    const all = new Float64Array(values.length + T * width);
    all.set(values);
    return all;
  };
  const trainer = pg.cifg.train({
    ...{ cell: "cifg", dh, batch, learningRate: RATE, clip: 0, truncate: 0, forgetBias: FORGET_BIAS, seed: SEED },
    task: {
      ...{ kind: "sequences", T, dx, x: longer(x, dx), target: longer(target, 1), heldOut: 1 },
      weight: new Float64Array((batch + 1) * T).fill(1),
    },
  });
  const { params, readout } = pg.cifg.weights(trainer.network());
  const { W_f, W_o, W_c, U_f, U_o, U_c, b_f, b_o, b_c } = params;
  const weights = {
    W: sideBySide([W_f, W_o, W_c], dh),
    U: sideBySide([U_f, U_o, U_c], dh),
    b: Float32Array.from([...b_f, ...b_o, ...b_c]),
    V: Float32Array.from(readout.V),
    b_y: Float32Array.of(readout.b_y),
  };
  return { sizes, trainer, weights, x: byStep(x, sizes, dx), target: byStep(target, sizes, 1) };
}

/** @typedef {ReturnType<typeof problem>} Problem */

/** @param {Sizes} sizes @returns {Record<keyof Problem["weights"], number[]>} */
const shapes = ({ dx, dh }) => ({ W: [dx, 3 * dh], U: [dh, 3 * dh], b: [3 * dh], V: [dh, 1], b_y: [1] });
const NAMES = /** @type {const} */ (["W", "U", "b", "V", "b_y"]);

/** @param {Problem} problem @returns {Contender} */
export const proofground = ({ trainer }) => ({ step: () => trainer.advance(1)[0] ?? Number.NaN });

/** The inputs' part and the read-out of all steps in one product each. @param {any} tf @param {Problem} problem @returns {Contender} */
export function tensorflow(tf, { sizes, weights, x, target }) {
  const { dx, dh, T, batch } = sizes;
  const shape = shapes(sizes);
  /** @type {Record<string, any>} */
  const w = Object.fromEntries(NAMES.map((name) => [name, tf.variable(tf.tensor(weights[name], shape[name]))]));
  const inputs = tf.tensor2d(x, [T * batch, dx]);
  const asked = tf.tensor2d(target, [T * batch, 1]);
  const [h0, c0] = [tf.zeros([batch, dh]), tf.zeros([batch, dh])];
  const lossOf = () => {
    const steps = tf.split(tf.add(tf.matMul(inputs, w.W), w.b), T, 0);
    let [h, c] = [h0, c0];
    const all = [];
    for (const step of steps) {
      const [zf, zo, zc] = tf.split(tf.add(step, tf.matMul(h, w.U)), 3, 1);
      const candidate = tf.tanh(zc);
      c = tf.add(candidate, tf.mul(tf.sigmoid(zf), tf.sub(c, candidate)));
      h = tf.mul(tf.sigmoid(zo), tf.tanh(c));
      all.push(h);
    }
    const y = tf.add(tf.matMul(tf.concat(all, 0), w.V), w.b_y);
    return tf.mean(tf.squaredDifference(y, asked));
  };
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

/** The same, all steps in one jitted function. @param {any} jax @param {Problem} problem @returns {Contender} */
export function jaxJs(jax, { sizes, weights, x, target }) {
  const { numpy: np, nn } = jax;
  const { dx, dh, T, batch } = sizes;
  const shape = shapes(sizes);
  const array = (/** @type {Float32Array} */ values, /** @type {number[]} */ of) =>
    np.array(values.slice()).reshape(of);
  const parameters = () => Object.fromEntries(NAMES.map((name) => [name, array(weights[name], shape[name])]));
  const lossOf = (/** @type {any} */ w, /** @type {any} */ inputs, /** @type {any} */ asked) => {
    const all = np.dot(inputs, w.W).add(w.b);
    let h = np.zeros([batch, dh]);
    let c = np.zeros([batch, dh]);
    const hs = [];
    for (let t = 0; t < T; t++) {
      const step = all.ref.slice([t * batch, (t + 1) * batch]);
      const [zf, zo, zc] = np.split(step.add(np.dot(h, w.U.ref)), 3, 1);
      const candidate = np.tanh(zc);
      c = candidate.ref.add(nn.sigmoid(zf).mul(c.sub(candidate)));
      h = nn.sigmoid(zo).mul(np.tanh(c.ref));
      hs.push(h.ref);
    }
    for (const done of [all, h, c, w.U]) done.dispose();
    const y = np.dot(np.concatenate(hs, 0), w.V).add(w.b_y);
    return np
      .square(y.sub(asked))
      .sum()
      .mul(1 / (T * batch));
  };
  const data = [array(x, [T * batch, dx]), array(target, [T * batch, 1])];
  return { step: jaxAdam(jax, lossOf, parameters, data, RATE) };
}
