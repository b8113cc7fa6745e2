// The page's half of the benchmark of networks: holds the contenders and answers to the runner, which calls `bench`.
import { median, sample } from "../measure.mjs";
import { train } from "../moons.mjs";
import { jaxJs, onnxruntime, problem, proofground, tensorflow } from "../networks.mjs";

const page = /** @type {any} */ (globalThis);
const from = (/** @type {string} */ path) => String(new URL(path, location.href));
const packages = from("/tests/bench/node_modules/");
const { load } = await import(/* @vite-ignore */ from("/lib/proofground.js"));
const ort = await import(/* @vite-ignore */ `${packages}onnxruntime-web/dist/ort.wasm.min.mjs`);
const jax = await import(/* @vite-ignore */ `${packages}@jax-js/jax/dist/index.js`);
page.tf.wasm.setWasmPaths(`${packages}@tensorflow/tfjs-backend-wasm/dist/`);
await page.tf.setBackend("wasm");
ort.env.wasm.wasmPaths = `${packages}onnxruntime-web/dist/`;
ort.env.wasm.numThreads = 1;
await jax.init("wasm");
jax.defaultDevice("wasm");

const pg = await load();
const asked = problem(pg);
/** @type {Record<string, import("../networks.mjs").Contender>} */
const contenders = {
  proofground: proofground(asked),
  "tfjs-wasm": tensorflow(page.tf, asked),
  "jax-js": jaxJs(jax, asked),
  "onnxruntime-web": await onnxruntime(ort, asked),
};

/** As `sample`, of what may be a promise. @param {() => unknown} body */
async function sampleAsync(body) {
  for (let calls = 1; ; calls *= 2) {
    const start = performance.now();
    for (let k = 0; k < calls; k++) await body();
    const elapsed = performance.now() - start;
    if (elapsed >= 50) return elapsed / calls;
  }
}

page.bench = {
  /** What each makes of the same weights: the largest difference from ours, and the loss of its first step less ours. */
  async agreement() {
    const ours = Array.from((await contenders.proofground?.forward()) ?? []);
    /** @type {Record<string, { difference: number, loss: number }>} */
    const answer = {};
    for (const [name, { forward, loss }] of Object.entries(contenders)) {
      const theirs = await forward();
      const difference = Math.max(...ours.map((value, i) => Math.abs(value - (theirs[i] ?? Number.NaN))));
      answer[name] = { difference, loss: loss === undefined ? 0 : Math.abs(loss() - asked.loss) / asked.loss };
    }
    return answer;
  },
  /** Milliseconds of each, in turns. @param {"forward" | "step"} what */
  async round(what) {
    /** @type {Record<string, number>} */
    const times = {};
    for (const [name, contender] of Object.entries(contenders)) {
      const body = contender[what];
      if (body === undefined) continue;
      times[name] = name === "onnxruntime-web" ? await sampleAsync(body) : sample(body);
    }
    return times;
  },
  /** @param {number} seed */
  train: (seed) => train(pg, seed),
  median,
};
