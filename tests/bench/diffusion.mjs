// Training and sampling side by side: one step of Adam and one forward of a small perceptron, in Chromium on one thread,
// beside TensorFlow.js, jax-js and onnxruntime-web with the same weights, and beside our own native build; and how long it
// takes to learn two moons.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { PROJECT } from "../../wasm/toolchain/toolchain.mjs";
import { serveFolders } from "./engines.mjs";
import { median } from "./measure.mjs";
import { ENOUGH } from "./moons.mjs";
import { atLeast, atMost } from "./side.mjs";

const ROUNDS = 7;
const SEEDS = [1, 2, 3];

/** The limits that the figures are held to. */
const LIMITS = {
  stepOverTfjs: 8,
  stepOverJax: 2,
  forwardOverFastest: 1.2,
  /** Our time in Chromium over that of our native build. */
  overNative: 1.25,
  /** Largest |difference| of outputs of size 1, and of first losses (relative): float32, summed in another order. */
  output: 1e-4,
  loss: 1e-5,
  /** Seconds of training until moons are as good as ENOUGH says. */
  moons: 10,
};

/** @typedef {Record<string, number>} Times milliseconds by contender */

/**
 * @param {import("@playwright/test").Browser} browser
 * @param {import("../../wasm/toolchain/toolchain.mjs").Toolchain} tools
 */
export async function measureDiffusion(browser, tools) {
  const native = (/** @type {string} */ what) => {
    const [command = "", ...argv] = tools.command([join(PROJECT, "build/native/native_diffusion"), what]);
    const { status, stdout, stderr } = spawnSync(command, argv, { cwd: PROJECT });
    if (status !== 0) throw new Error(`native_diffusion ${what}: ${stderr}`);
    return /** @type {number} */ (JSON.parse(String(stdout)).ms);
  };
  // Not isolated: nobody has threads, as on a course's site.
  const { server, url } = await serveFolders(false);
  const page = await browser.newPage();
  page.on("pageerror", (error) => {
    throw error;
  });
  await page.goto(`${url}/tests/bench/browser/diffusion.html`);
  await page.waitForFunction(() => "bench" in globalThis);
  const ask = (/** @type {string} */ method, /** @type {unknown} */ argument) =>
    page.evaluate(([name, value]) => /** @type {any} */ (globalThis).bench[String(name)](value), [method, argument]);
  /** @type {Record<string, { difference: number, loss: number }>} */
  const agreement = await ask("agreement", null);
  /** @type {Record<"step" | "forward", Times>} */
  const times = { step: {}, forward: {} };
  for (const what of /** @type {const} */ (["step", "forward"])) {
    await ask("round", what); // warm-up
    /** @type {Record<string, number[]>} */
    const samples = {};
    for (let round = 0; round < ROUNDS; round++) {
      /** @type {Times} */
      const one = { ...(await ask("round", what)), native: native(what) };
      for (const [name, ms] of Object.entries(one)) samples[name] = [...(samples[name] ?? []), ms];
    }
    times[what] = Object.fromEntries(Object.entries(samples).map(([name, all]) => [name, median(all)]));
  }
  /** @type {{ seconds: number, steps: number, ratio: number, fresh: number }[]} */
  const moons = [];
  for (const seed of SEEDS) moons.push(await ask("train", seed));
  await page.close();
  server.closeAllConnections();
  server.close();

  const { step, forward } = times;
  const over = (/** @type {Times} */ all, /** @type {string} */ a, /** @type {string} */ b) =>
    (all[a] ?? Number.NaN) / (all[b] ?? Number.NaN);
  const fastest = Math.min(
    ...["tfjs-wasm", "jax-js", "onnxruntime-web"].map((name) => over(forward, name, "proofground")),
  );
  const worst = (/** @type {"difference" | "loss"} */ of) =>
    Math.max(...Object.values(agreement).map((one) => one[of]));
  const lines = [
    atMost("outputs of the same weights, the largest difference", worst("difference"), LIMITS.output),
    atMost("loss of the first step, the largest difference (relative)", worst("loss"), LIMITS.loss),
    atLeast(
      "step: times faster than tfjs-wasm, both in Chromium",
      over(step, "tfjs-wasm", "proofground"),
      LIMITS.stepOverTfjs,
    ),
    atLeast(
      "step: times faster than jax-js, both in Chromium",
      over(step, "jax-js", "proofground"),
      LIMITS.stepOverJax,
    ),
    atLeast("forward: times faster than the fastest of the others in Chromium", fastest, LIMITS.forwardOverFastest),
    atMost("step: time in Chromium over our native build's", over(step, "proofground", "native"), LIMITS.overNative),
    atMost(
      "forward: time in Chromium over our native build's",
      over(forward, "proofground", "native"),
      LIMITS.overNative,
    ),
    atMost(
      "two moons: seconds of training in Chromium, the slowest of the seeds",
      Math.max(...moons.map(({ seconds, ratio }) => (ratio > ENOUGH ? Number.POSITIVE_INFINITY : seconds))),
      LIMITS.moons,
    ),
  ];
  return { times, agreement, moons, lines };
}

/** @param {Omit<Awaited<ReturnType<typeof measureDiffusion>>, "lines">} figures */
export const report = ({ times, moons }) => [
  "milliseconds, medians; perceptron 34-128-128-128-2, batch 256, 2,000 particles",
  ...Object.entries(times).map(
    ([what, all]) =>
      `${what.padEnd(8)}${Object.entries(all)
        .map(([name, ms]) => `${name} ${ms.toFixed(2)}`)
        .join("   ")}`,
  ),
  ...moons.map(
    ({ seconds, steps, ratio }, k) =>
      `two moons, seed ${SEEDS[k]}: ${steps} steps, ${seconds.toFixed(1)} s; energy distance ${ratio.toFixed(2)} times that of fresh data`,
  ),
];
