// The page's half of the benchmark of the VAE's lab: holds the contenders and answers to the runner, which calls `bench`.
import { sample } from "../measure.mjs";
import {
  denoiserJaxJs,
  denoiserProblem,
  denoiserTensorflow,
  vaeJaxJs,
  vaeProblem,
  vaeTensorflow,
} from "../vae-networks.mjs";

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

/** @type {Record<string, import("../vae-networks.mjs").Contender>} */
let contenders = {};

/** @param {{ advance(steps: number): Float64Array }} trainer */
const ours = (trainer) => ({ step: () => trainer.advance(1)[0] ?? Number.NaN });

page.bench = {
  /**
   * Our losses of six steps, and of each contender the loss of one and the same batch with the same weights.
   * @param {"vae" | "denoiser"} what @param {import("../vae-networks.mjs").Denoiser} shape
   * @param {import("../../../wasm/lib/types.ts").ScheduleSpec} schedule
   */
  prepare(what, shape, schedule) {
    if (what === "vae") {
      const problem = vaeProblem(pg);
      const losses = Array.from(problem.trainer.advance(6));
      contenders = {
        proofground: ours(problem.trainer),
        "tfjs-wasm": vaeTensorflow(page.tf, problem),
        "jax-js": vaeJaxJs(jax, problem),
      };
      return { losses, ...this.first(problem.loss) };
    }
    const problem = denoiserProblem(pg, shape, schedule);
    contenders = {
      proofground: ours(problem.trainer),
      "tfjs-wasm": denoiserTensorflow(page.tf, problem),
      "jax-js": denoiserJaxJs(jax, problem),
    };
    return { losses: problem.losses, ...this.first(problem.loss) };
  },
  /** @param {number} own */
  first: (own) => ({
    same: Object.fromEntries(
      Object.entries(contenders).map(([name, { step }]) => [name, name === "proofground" ? own : step()]),
    ),
  }),
  /** Milliseconds of a step of each, in turns. */
  round: () => Object.fromEntries(Object.entries(contenders).map(([name, { step }]) => [name, sample(step)])),
};
