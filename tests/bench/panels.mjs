// The layers of our networks' bytes, whose weights lie in panels of eight columns (src/nn/panels.h).

const PANEL = 8;
const padded = (/** @type {number} */ n) => Math.ceil(n / PANEL) * PANEL;

/** @typedef {{ w: Float32Array, b: Float32Array, inputs: number, outputs: number }} Layer w (inputs x outputs) row-major */

/**
 * Layers one behind another, as many as there are pairs of sizes.
 * @param {Uint8Array} bytes @param {number} start where the first one begins
 * @param {readonly (readonly [inputs: number, outputs: number])[]} sizes
 * @returns {Layer[]}
 */
export function layersAt(bytes, start, sizes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  let at = start;
  const float = (/** @type {number} */ index) => view.getFloat32(at + 4 * index, true);
  return sizes.map(([inputs, outputs]) => {
    const w = new Float32Array(inputs * outputs);
    for (let i = 0; i < inputs; i++)
      for (let o = 0; o < outputs; o++)
        w[i * outputs + o] = float((Math.floor(o / PANEL) * padded(inputs) + i) * PANEL + (o % PANEL));
    at += 4 * padded(inputs) * padded(outputs);
    const b = Float32Array.from({ length: outputs }, (_, o) => float(o));
    at += 4 * padded(outputs);
    return { w, b, inputs, outputs };
  });
}

/** Sizes of a perceptron's layers. @param {number} inputs @param {number} outputs @param {number} width @param {number} depth */
export const sizesOf = (inputs, outputs, width, depth) =>
  Array.from(
    { length: depth + 1 },
    (_, l) => /** @type {const} */ ([l === 0 ? inputs : width, l === depth ? outputs : width]),
  );
