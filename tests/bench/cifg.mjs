// Training recurrent networks side by side: one step (forward, backpropagation through time, Adam) of a CIFG-LSTM in Chromium on
// one thread, beside TensorFlow.js and jax-js with the same weights and data, and beside our own native build.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { PROJECT } from "../../wasm/toolchain/toolchain.mjs";
import { serveFolders } from "./engines.mjs";
import { median } from "./measure.mjs";
import { atLeast, atMost } from "./side.mjs";

const ROUNDS = 15;
const SIZES = [
  { dx: 8, dh: 64, T: 50, batch: 32 },
  { dx: 8, dh: 32, T: 100, batch: 16 },
];
/** Losses are compared at this step, and at step 0. */
const LATER = 5;

/** The limits that the figures are held to. */
const LIMITS = {
  overTfjs: 15,
  overJax: 6,
  /** Our time in Chromium over that of our native build. */
  overNative: 1.3,
  /** Largest difference of losses from our own, relative: float32, summed in another order. The native build's are the same bits. */
  loss: 1e-5,
};

/** @typedef {typeof SIZES[number]} Sizes */
/** @typedef {{ sizes: Sizes, samples: Record<string, number[]>, losses: Record<string, number[]> }} Row milliseconds and losses by contender */

const named = (/** @type {Sizes} */ { dh, T, batch }) => `dh ${dh}, T ${T}, batch ${batch}`;

/**
 * @param {import("@playwright/test").Browser} browser
 * @param {import("../../wasm/toolchain/toolchain.mjs").Toolchain} tools
 */
export async function measureCifg(browser, tools) {
  /** @param {Sizes} sizes @returns {{ ms: number, losses: number[] }} */
  const native = ({ dx, dh, T, batch }) => {
    const program = join(PROJECT, "build/native/native_cifg");
    const [command = "", ...argv] = tools.command([program, ...[dx, dh, T, batch].map(String)]);
    const { status, stdout, stderr } = spawnSync(command, argv, { cwd: PROJECT });
    if (status !== 0) throw new Error(`native_cifg: ${stderr}`);
    return JSON.parse(String(stdout));
  };
  // Not isolated: nobody has threads, as on a course's site.
  const { server, url } = await serveFolders(false);
  const page = await browser.newPage();
  page.on("pageerror", (error) => {
    throw error;
  });
  await page.goto(`${url}/tests/bench/browser/cifg.html`);
  await page.waitForFunction(() => "bench" in globalThis);
  /** @type {Row[]} */
  const rows = [];
  for (const sizes of SIZES) {
    /** @type {Record<string, number[]>} */
    const losses = await page.evaluate(
      ([asked, steps]) => /** @type {any} */ (globalThis).bench.prepare(asked, steps),
      /** @type {const} */ ([sizes, LATER + 1]),
    );
    losses.native = native(sizes).losses;
    // Ours natively and ours in the page are neighbours in time: what else the machine does hits both alike.
    const round = async () => ({
      native: native(sizes).ms,
      ...(await page.evaluate(() => /** @type {any} */ (globalThis).bench.round())),
    });
    await round(); // warm-up
    /** @type {Record<string, number[]>} */
    const samples = {};
    for (let k = 0; k < ROUNDS; k++)
      for (const [name, ms] of Object.entries(await round())) samples[name] = [...(samples[name] ?? []), ms];
    rows.push({ sizes, samples, losses });
  }
  await page.close();
  server.closeAllConnections();
  server.close();
  return { rows, lines: rows.flatMap(judged) };
}

/** @param {Row} row */
function judged({ sizes, samples, losses }) {
  /** Ratios of one round each, and of these the median. */
  const over = (/** @type {string} */ a, /** @type {string} */ b) =>
    median((samples[a] ?? []).map((ms, round) => ms / (samples[b]?.[round] ?? Number.NaN)));
  const ours = losses.proofground ?? [];
  const difference = (/** @type {number} */ step) =>
    Math.max(
      ...Object.values(losses).map((all) => Math.abs((all[step] ?? Number.NaN) / (ours[step] ?? Number.NaN) - 1)),
    );
  const of = named(sizes);
  return [
    ...[0, LATER].map((step) =>
      atMost(`${of}: loss at step ${step}, the largest difference (relative)`, difference(step), LIMITS.loss),
    ),
    atMost(
      `${of}: losses of the native build that are not the same bits`,
      ours.filter((loss, step) => loss !== losses.native?.[step]).length,
      0,
    ),
    atLeast(`${of}: times faster than tfjs-wasm, both in Chromium`, over("tfjs-wasm", "proofground"), LIMITS.overTfjs),
    atLeast(`${of}: times faster than jax-js, both in Chromium`, over("jax-js", "proofground"), LIMITS.overJax),
    atMost(`${of}: time in Chromium over our native build's`, over("proofground", "native"), LIMITS.overNative),
  ];
}

/** @param {Pick<Awaited<ReturnType<typeof measureCifg>>, "rows">} figures */
export const report = ({ rows }) => [
  "milliseconds of one training step, medians; CIFG-LSTM with 8 inputs",
  ...rows.map(
    ({ sizes, samples }) =>
      `${named(sizes).padEnd(24)}${Object.entries(samples)
        .map(([name, all]) => `${name} ${median(all).toFixed(2)}`)
        .join("   ")}`,
  ),
];
