// Adam by its formulas for jax-js, which has no optimiser: one jitted function with the gradient of the loss.

/**
 * A step that returns the loss before it.
 * @param {any} jax
 * @param {(parameters: any, ...data: any[]) => any} lossOf
 * @param {() => any} parameters the first ones, anew with each call
 * @param {readonly any[]} data what lossOf is given besides
 * @param {number} rate
 * @returns {() => number}
 */
export function jaxAdam({ numpy: np, jit, valueAndGrad, tree }, lossOf, parameters, data, rate) {
  // The powers of its two decays are numbers from outside.
  const update = jit((/** @type {any} */ state, /** @type {any} */ c, /** @type {any[]} */ ...given) => {
    const [loss, gradient] = valueAndGrad(lossOf)(tree.ref(state.w), ...given);
    const m = tree.map(
      (/** @type {any} */ a, /** @type {any} */ g) => a.mul(0.9).add(g.mul(0.1)),
      state.m,
      tree.ref(gradient),
    );
    const v = tree.map(
      (/** @type {any} */ a, /** @type {any} */ g) => a.mul(0.999).add(np.square(g).mul(0.001)),
      state.v,
      gradient,
    );
    const w = tree.map(
      (/** @type {any} */ a, /** @type {any} */ first, /** @type {any} */ second) =>
        a.sub(first.mul(c.ref.slice(0)).div(np.sqrt(second.mul(c.ref.slice(1))).add(1e-8))),
      state.w,
      tree.ref(m),
      tree.ref(v),
    );
    c.dispose();
    return [{ w, m, v }, loss];
  });
  const zeros = () => tree.map((/** @type {any} */ a) => np.zerosLike(a), parameters());
  let state = { w: parameters(), m: zeros(), v: zeros() };
  let [power1, power2] = [1, 1];
  return () => {
    power1 *= 0.9;
    power2 *= 0.999;
    const given = data.map((one) => one.ref);
    const [next, loss] = update(state, np.array([rate / (1 - power1), 1 / (1 - power2)]), ...given);
    state = next;
    return loss.dataSync()[0];
  };
}
