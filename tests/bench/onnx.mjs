// A perceptron as an ONNX file: the few messages of the format that it takes, written by hand.
// Field numbers: https://github.com/onnx/onnx/blob/main/onnx/onnx.proto

/** @param {number} value a whole number >= 0 */
function varint(value) {
  const bytes = [];
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) + 128);
  return [...bytes, value];
}
const number = (/** @type {number} */ field, /** @type {number} */ value) => [...varint(field * 8), ...varint(value)];
/** @param {number} field @param {ArrayLike<number> | string} content */
function part(field, content) {
  const bytes = typeof content === "string" ? [...new TextEncoder().encode(content)] : Array.from(content);
  return [...varint(field * 8 + 2), ...varint(bytes.length), ...bytes];
}

const FLOAT = 1;
/** @param {string} name @param {readonly number[]} dims @param {Float32Array} values */
const tensor = (name, dims, values) => [
  ...dims.flatMap((dim) => number(1, dim)),
  ...number(2, FLOAT),
  ...part(8, name),
  ...part(9, new Uint8Array(values.buffer, values.byteOffset, values.byteLength)),
];
/** @param {string} name @param {readonly number[]} dims */
const place = (name, dims) => [
  ...part(1, name),
  ...part(
    2,
    part(1, [
      ...number(1, FLOAT),
      ...part(
        2,
        dims.flatMap((dim) => part(1, number(1, dim))),
      ),
    ]),
  ),
];
/** @param {string} type @param {readonly string[]} inputs @param {string} output */
const node = (type, inputs, output) => [
  ...inputs.flatMap((name) => part(1, name)),
  ...part(2, output),
  ...part(4, type),
];

/**
 * y = the perceptron of x (rows x in), SiLU between its layers.
 * @param {readonly import("./panels.mjs").Layer[]} layers @param {number} rows
 */
export function onnx(layers, rows) {
  /** @type {number[][]} */
  const nodes = [];
  const initializers = layers.flatMap(({ w, b, inputs, outputs }, l) => {
    const last = l === layers.length - 1;
    nodes.push(node("Gemm", [l === 0 ? "x" : `h${l - 1}`, `w${l}`, `b${l}`], last ? "y" : `z${l}`));
    if (!last) nodes.push(node("Sigmoid", [`z${l}`], `s${l}`), node("Mul", [`z${l}`, `s${l}`], `h${l}`));
    return [tensor(`w${l}`, [inputs, outputs], w), tensor(`b${l}`, [outputs], b)];
  });
  const graph = [
    ...nodes.flatMap((one) => part(1, one)),
    ...part(2, "perceptron"),
    ...initializers.flatMap((one) => part(5, one)),
    ...part(11, place("x", [rows, layers[0]?.inputs ?? 0])),
    ...part(12, place("y", [rows, layers.at(-1)?.outputs ?? 0])),
  ];
  const opset = [...part(1, ""), ...number(2, 17)];
  return Uint8Array.from([...number(1, 8), ...part(7, graph), ...part(8, opset)]);
}
