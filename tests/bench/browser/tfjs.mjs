// A bare page with TensorFlow.js as its wasm backend's own README sets one up, which takes one training step: a line through
// as many points as our first data set has, by the library's optimizer.
const tf = /** @type {any} */ (globalThis).tf;
tf.wasm.setWasmPaths(new URL("../node_modules/@tensorflow/tfjs-backend-wasm/dist/", location.href).href);
await tf.setBackend("wasm");
const x = tf.linspace(-1, 1, 133);
const y = x.mul(3).add(0.5);
const slope = tf.scalar(0).variable();
const offset = tf.scalar(0).variable();
const cost = tf.train.sgd(0.1).minimize(() => tf.losses.meanSquaredError(y, x.mul(slope).add(offset)), true);
await Promise.all([cost.data(), slope.data(), offset.data()]);
document.documentElement.dataset.trained = String(slope.dataSync()[0]);
