// `npm run weights`: train the denoiser of digits that ships, natively, and write web/data/digits-denoiser.ts; with --check only
// compare. Seeded: the bytes are the same on every machine. Settings: web/data/digits-weights.ts.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { main, SetupError, say, seconds } from "../../../wasm/toolchain/say.mjs";
import { cmake, PROJECT, quietly, toolchain } from "../../../wasm/toolchain/toolchain.mjs";

const FOLDER = "build/weights";
const ASSET = join(PROJECT, "web/data/digits-denoiser.ts");
/** After so many steps the network has a checksum that a test compares with, natively trained and in WebAssembly. */
const FIRST_STEPS = 20;

/** @typedef {typeof import("../../data/digits-weights.ts")} Weights @typedef {typeof import("../../data/digits-images.ts")} Images */

/** What train.cpp reads: names, how many numbers, numbers. @param {Weights} weights @param {Images} images */
function settings({ DENOISER, DENOISER_SCHEDULE, DENOISER_TRAINING, DENOISER_PHASES }, { digitsImages, halves }) {
  const { training, heldOut } = halves(digitsImages());
  const { T, s, betaMax } = DENOISER_SCHEDULE;
  /** @type {Readonly<Record<string, ArrayLike<number>>>} */
  const lists = {
    ...Object.fromEntries(
      Object.entries({ ...DENOISER, ...DENOISER_TRAINING, T, s, betaMax, firstSteps: FIRST_STEPS }).map(
        ([name, value]) => [name, [value]],
      ),
    ),
    rates: DENOISER_PHASES.map(({ learningRate }) => learningRate),
    steps: DENOISER_PHASES.map(({ steps }) => steps),
    trainingPixels: training.pixels,
    trainingLabels: training.labels,
    heldOutPixels: heldOut.pixels,
    heldOutLabels: heldOut.labels,
  };
  return Object.entries(lists)
    .map(([name, values]) => `${name} ${values.length} ${Array.from(values).join(" ")}\n`)
    .join("");
}

/** @param {string} base64 @param {string} checksum @param {string} first */
const assetOf = (
  base64,
  checksum,
  first,
) => `// Made by \`npm run weights\` (settings: digits-weights.ts): not to be edited.

/** Of the network's bytes: their last eight. */
export const checksum = "${checksum}";
/** Of the network that training has come to after the first steps, as DigitsTrainer.network() gives it. */
export const first = { steps: ${FIRST_STEPS}, checksum: "${first}" } as const;
/** The network, packed (src/digits/packed.h). */
export const base64 =
  "${base64}";
`;

await main(async () => {
  const check = process.argv.includes("--check");
  const { runnerImport } = await import("vite");
  const load = async (/** @type {string} */ name) => (await runnerImport(join(PROJECT, "web/data", name))).module;
  const tools = await toolchain("everything");
  await cmake(tools, "native", "weights");
  mkdirSync(join(PROJECT, FOLDER), { recursive: true });
  const text = settings(
    /** @type {Weights} */ (await load("digits-weights.ts")),
    /** @type {Images} */ (await load("digits-images.ts")),
  );
  writeFileSync(join(PROJECT, FOLDER, "settings.txt"), text);
  const start = Date.now();
  const output = await quietly(tools, ["build/native/weights", `${FOLDER}/settings.txt`, `${FOLDER}/denoiser.bin`]);
  const said = new Map(
    output.split("\n").map((line) => [line.slice(0, line.indexOf(" ")), line.slice(line.indexOf(" ") + 1)]),
  );
  const bytes = readFileSync(join(PROJECT, FOLDER, "denoiser.bin"));
  const asset = assetOf(bytes.toString("base64"), said.get("checksum") ?? "", said.get("first") ?? "");
  const wire = brotliCompressSync(asset).length;
  say(`trained in ${seconds(start)}: ${said.get("parameters")} numbers, checksum ${said.get("checksum")}`);
  say(`${bytes.length} bytes, ${wire} over the wire`);
  for (const half of ["training", "heldOut"]) say(`E|eps - eps_theta|^2 / d, ${half}: ${said.get(half)}`);
  if (!check) writeFileSync(ASSET, asset);
  else if (existsSync(ASSET) && readFileSync(ASSET, "utf8") === asset) say("the same as web/data/digits-denoiser.ts");
  else throw new SetupError("web/data/digits-denoiser.ts is of another training", "npm run weights");
});
