// The page's half of the benchmark: holds the solvers and answers to the runner, which calls `bench` from outside.
import { sample } from "../measure.mjs";
import { libsvmJs, libsvmWasm, proofground } from "../solvers.mjs";

const page = /** @type {any} */ (globalThis);
const { load } = await import(/* @vite-ignore */ String(new URL("/lib/proofground.js", location.href)));
const solvers = {
  proofground: proofground(await load()),
  "libsvm-js": libsvmJs(await page.libsvm, page.printed),
  "libsvm-wasm": libsvmWasm(await page.SVM(), page.printed),
};

/** @type {Record<string, import("../solvers.mjs").Prepared>} */
let prepared = {};

page.bench = {
  /** @param {Omit<import("../solvers.mjs").Task, "x" | "y">} task @param {number[]} x @param {number[]} y */
  prepare(task, x, y) {
    const whole = { ...task, x: new Float64Array(x), y: new Float64Array(y) };
    prepared = Object.fromEntries(Object.entries(solvers).map(([name, solver]) => [name, solver(whole)]));
  },
  /** @param {string} name */
  dual: (name) => prepared[name]?.dual(),
  /** @param {string} name */
  sample: (name) => sample(() => prepared[name]?.fit()),
};
