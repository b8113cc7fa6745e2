// The least that a page with TensorFlow.js does: set up its wasm backend and take one step of gradient descent on a line.
// The gradient is written out, which spares it the registration of all its own.
const tf = /** @type {any} */ (globalThis).tf;
tf.wasm.setWasmPaths(new URL("../node_modules/@tensorflow/tfjs-backend-wasm/dist/", location.href).href);
await tf.setBackend("wasm");
await tf.ready();
const x = tf.linspace(-1, 1, 133);
const y = tf.add(tf.mul(x, 3), 0.5);
const slope = tf.scalar(0);
const error = tf.sub(tf.mul(x, slope), y);
const gradient = tf.mul(tf.mean(tf.mul(error, x)), 2);
const next = tf.sub(slope, tf.mul(gradient, 0.1));
await next.data();
document.documentElement.dataset.trained = "1";
