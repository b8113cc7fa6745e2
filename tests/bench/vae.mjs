// Training in the VAE's lab side by side: one step of the VAE and one of the denoiser of digits, in Chromium on one thread, beside
// TensorFlow.js and jax-js with the same weights, and beside our own native build.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { PROJECT } from "../../wasm/toolchain/toolchain.mjs";
import { serveFolders } from "./engines.mjs";
import { median } from "./measure.mjs";
import { atLeast, atMost } from "./side.mjs";

const ROUNDS = 15;
const NETWORKS = /** @type {const} */ (["vae", "denoiser"]);

/** The limits that the figures are held to. */
const LIMITS = {
  overTfjs: 8,
  overJax: 2,
  /** Our time in Chromium over that of our native build. */
  overNative: 1.3,
  /** Largest difference of losses of one batch from our own, relative: float32, summed in another order. */
  loss: 1e-5,
};

/** @typedef {{ what: typeof NETWORKS[number], samples: Record<string, number[]>, losses: Record<"native" | "chromium", number[]>, same: Record<string, number> }} Row milliseconds and losses by contender */

const NAMES = { vae: "VAE 64-128-2-128-64", denoiser: "denoiser of digits" };

/**
 * @param {import("@playwright/test").Browser} browser
 * @param {import("../../wasm/toolchain/toolchain.mjs").Toolchain} tools
 */
export async function measureVae(browser, tools) {
  const { runnerImport } = await import("vite");
  /** @type {{ module: typeof import("../../web/data/digits-weights.ts") }} */
  const { module: weights } = await runnerImport(join(PROJECT, "web/data/digits-weights.ts"));
  const { DENOISER: shape, DENOISER_SCHEDULE: schedule } = weights;
  const { d, classes, features, width, depth } = shape;
  const { T, s, betaMax } = schedule;
  /** @param {Row["what"]} what @returns {{ ms: number, losses: number[] }} */
  const native = (what) => {
    const sizes = what === "vae" ? [] : [d, classes, features, width, depth, T, s, betaMax];
    const program = join(PROJECT, "build/native/native_vae");
    const [command = "", ...argv] = tools.command([program, what, ...sizes.map(String)]);
    const { status, stdout, stderr } = spawnSync(command, argv, { cwd: PROJECT });
    if (status !== 0) throw new Error(`native_vae: ${stderr}`);
    return JSON.parse(String(stdout));
  };
  // Not isolated: nobody has threads, as on a course's site.
  const { server, url } = await serveFolders(false);
  const page = await browser.newPage();
  page.on("pageerror", (error) => {
    throw error;
  });
  await page.goto(`${url}/tests/bench/browser/vae.html`);
  await page.waitForFunction(() => "bench" in globalThis);
  /** @type {Row[]} */
  const rows = [];
  for (const what of NETWORKS) {
    /** @type {{ losses: number[], same: Record<string, number> }} */
    const { losses, same } = await page.evaluate(
      ([name, sizes, spec]) => /** @type {any} */ (globalThis).bench.prepare(name, sizes, spec),
      /** @type {const} */ ([what, shape, schedule]),
    );
    // Ours natively and ours in the page are neighbours in time: what else the machine does hits both alike.
    const round = async () => ({
      native: native(what).ms,
      ...(await page.evaluate(() => /** @type {any} */ (globalThis).bench.round())),
    });
    await round(); // warm-up
    /** @type {Record<string, number[]>} */
    const samples = {};
    for (let k = 0; k < ROUNDS; k++)
      for (const [name, ms] of Object.entries(await round())) samples[name] = [...(samples[name] ?? []), ms];
    rows.push({ what, samples, losses: { native: native(what).losses, chromium: losses }, same });
  }
  await page.close();
  server.closeAllConnections();
  server.close();
  return { rows, lines: rows.flatMap(judged) };
}

/** @param {Row} row */
function judged({ what, samples, losses, same }) {
  /** Ratios of one round each, and of these the median. */
  const over = (/** @type {string} */ a, /** @type {string} */ b) =>
    median((samples[a] ?? []).map((ms, round) => ms / (samples[b]?.[round] ?? Number.NaN)));
  const ours = same.proofground ?? Number.NaN;
  const differences = Object.values(same).map((loss) => Math.abs(loss / ours - 1));
  const of = NAMES[what];
  return [
    atMost(`${of}: loss of one batch, the largest difference (relative)`, Math.max(...differences), LIMITS.loss),
    atMost(
      `${of}: losses of the native build that are not the same bits`,
      losses.chromium.filter((loss, step) => loss !== losses.native[step]).length,
      0,
    ),
    atLeast(`${of}: times faster than tfjs-wasm, both in Chromium`, over("tfjs-wasm", "proofground"), LIMITS.overTfjs),
    atLeast(`${of}: times faster than jax-js, both in Chromium`, over("jax-js", "proofground"), LIMITS.overJax),
    atMost(`${of}: time in Chromium over our native build's`, over("proofground", "native"), LIMITS.overNative),
  ];
}

/** @param {Pick<Awaited<ReturnType<typeof measureVae>>, "rows">} figures */
export const report = ({ rows }) => [
  "milliseconds of one training step, medians; batch 128",
  ...rows.map(
    ({ what, samples }) =>
      `${NAMES[what].padEnd(24)}${Object.entries(samples)
        .map(([name, all]) => `${name} ${median(all).toFixed(2)}`)
        .join("   ")}`,
  ),
];
