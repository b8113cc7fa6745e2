// `npm run quality`: honest figures of generated digits, each beside its references. The code of the stage "Side by side" runs here, in
// Node: the page shows the same numbers for the same settings. Seeded: they are the same on every machine.
import { join } from "node:path";
import { main, say, seconds } from "../../wasm/toolchain/say.mjs";
import { PROJECT } from "../../wasm/toolchain/toolchain.mjs";
import { library, module, packages } from "./steps.mjs";

/** @typedef {typeof import("../labs/vae/stages/compare/request.ts")} Requests */
/** @typedef {import("../labs/vae/stages/compare/request.ts").JudgedSet} JudgedSet */

/** Of each generator: as many as the stage can make. */
const COUNT = 1000;

/** @type {Readonly<Record<JudgedSet["id"], string>>} */
const NAMES = {
  real: "real digits, held out",
  vae: "VAE",
  diffusion: "diffusion",
  gaussians: "one Gaussian a digit",
  means: "the mean of each digit",
  pixels: "shuffled pixels",
  uniform: "noise",
};

const percent = (/** @type {number} */ share) => (100 * share).toFixed(1);

/** @param {JudgedSet} set */
function cells({ id, asked, figures }) {
  return [
    NAMES[id],
    String(asked.length),
    `${percent(figures.accuracy ?? Number.NaN)} +- ${percent(figures.accuracyError)}`,
    figures.effectiveClasses.toFixed(2),
    figures.confidence.toFixed(3),
    figures.medianDistance.toFixed(3),
    `${percent(figures.nearCopies)} +- ${percent(figures.nearCopiesError)}`,
  ];
}

const HEADS = [
  "images",
  "number",
  "read as asked, %",
  "effective classes",
  "confidence",
  "distance, median",
  "near copies, %",
];

/** @param {readonly (readonly string[])[]} rows */
function print(rows) {
  const widths = HEADS.map((_, k) => Math.max(...rows.map((row) => row[k]?.length ?? 0)));
  for (const row of rows)
    console.log(
      row.map((text, k) => (k === 0 ? text.padEnd(widths[k] ?? 0) : text.padStart(widths[k] ?? 0))).join("  "),
    );
}

/** @template T @param {string} path of a module of the page @returns {Promise<T>} */
async function pageModule(path) {
  const { runnerImport } = await import("vite");
  return /** @type {{ module: T }} */ (await runnerImport(join(PROJECT, "web", path))).module;
}

await main(async () => {
  await packages();
  await module();
  await library();
  const begin = Date.now();
  const { digitsImages, halves } = /** @type {typeof import("../data/digits-images.ts")} */ (
    await pageModule("data/digits-images.ts")
  );
  const { DENOISER_SCHEDULE } = /** @type {typeof import("../data/digits-weights.ts")} */ (
    await pageModule("data/digits-weights.ts")
  );
  const { base64 } = /** @type {typeof import("../data/digits-denoiser.ts")} */ (
    await pageModule("data/digits-denoiser.ts")
  );
  const { COMPARE } = /** @type {typeof import("../labs/vae/stages/compare/fields.ts")} */ (
    await pageModule("labs/vae/stages/compare/fields.ts")
  );
  const { defaultsOf } = /** @type {typeof import("../host/fields.ts")} */ (await pageModule("host/fields.ts"));
  const { compareRequest, inTurn, SETS, CLOSE_SHARE } = /** @type {Requests} */ (
    await pageModule("labs/vae/stages/compare/request.ts")
  );
  const { compare } = /** @type {typeof import("../labs/vae/stages/compare/worker.ts")} */ (
    await pageModule("labs/vae/stages/compare/worker.ts")
  );

  const state = { ...defaultsOf(COMPARE), compareCount: COUNT };
  const { training, heldOut } = halves(digitsImages());
  const network = new Uint8Array(Buffer.from(base64, "base64"));
  const request = compareRequest(
    state,
    { training, heldOut: inTurn(heldOut) },
    { network, schedule: DENOISER_SCHEDULE },
    () => null,
  );
  const { load } = await import(join(PROJECT, "dist/lib/proofground.js"));
  /** @type {Map<string, JudgedSet>} */
  const sets = new Map();
  for (const frame of compare(await load(), request)) for (const set of frame.sets) sets.set(set.id, set);

  const { vae, guidance, steps, seed } = request;
  console.log(
    `VAE: ${vae.latents} latent coordinates, told the class, ${vae.steps} steps of training. Diffusion: the network that ships, ` +
      `DDIM, ${steps} steps, guidance ${guidance}. Seed ${seed}.`,
  );
  console.log(
    `Near copy: nearer to a training image than ${percent(1 - CLOSE_SHARE)} % of held-out real digits are. ` +
      "Judged by a small classifier that was trained on the training half.\n",
  );
  print([HEADS, ...SETS.flatMap((id) => (sets.has(id) ? [cells(/** @type {JudgedSet} */ (sets.get(id)))] : []))]);
  say(`quality: done in ${seconds(begin)}`);
});
