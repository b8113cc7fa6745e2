// The page's half of the benchmark of recurrent networks: holds the contenders and answers to the runner, which calls `bench`.
import { sample } from "../measure.mjs";
import { jaxJs, problem, proofground, tensorflow } from "../recurrent.mjs";

const page = /** @type {any} */ (globalThis);
const from = (/** @type {string} */ path) => String(new URL(path, location.href));
const packages = from("/tests/bench/node_modules/");
const { load } = await import(/* @vite-ignore */ from("/lib/proofground.js"));
const jax = await import(/* @vite-ignore */ `${packages}@jax-js/jax/dist/index.js`);
page.tf.wasm.setWasmPaths(`${packages}@tensorflow/tfjs-backend-wasm/dist/`);
await page.tf.setBackend("wasm");
await jax.init("wasm");
jax.defaultDevice("wasm");
const pg = await load();

/** @type {Record<string, import("../recurrent.mjs").Contender>} */
let contenders = {};

page.bench = {
  /** Losses before the first steps, of each contender. @param {import("../recurrent.mjs").Sizes} sizes @param {number} steps */
  prepare(sizes, steps) {
    const asked = problem(pg, sizes);
    contenders = {
      proofground: proofground(asked),
      "tfjs-wasm": tensorflow(page.tf, asked),
      "jax-js": jaxJs(jax, asked),
    };
    return Object.fromEntries(
      Object.entries(contenders).map(([name, { step }]) => [name, Array.from({ length: steps }, step)]),
    );
  },
  /** Milliseconds of a step of each, in turns. */
  round: () => Object.fromEntries(Object.entries(contenders).map(([name, { step }]) => [name, sample(step)])),
};
