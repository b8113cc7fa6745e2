// The page's half of the benchmark: holds the solvers and answers to the runner, which calls `bench` from outside.
import { watched } from "../../watched.mjs";
import { sample } from "../measure.mjs";
import { libsvmJs, libsvmWasm, mapping, proofground } from "../solvers.mjs";

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
  /** @param {import("../solvers.mjs").Task} task its arrays as plain ones, as which they cross into the page */
  prepare(task) {
    const whole = { ...task, x: new Float64Array(task.x), y: new Float64Array(task.y) };
    prepared = Object.fromEntries(Object.entries(solvers).map(([name, solver]) => [name, solver(whole)]));
  },
  /** @param {string} name */
  dual: (name) => prepared[name]?.dual(),
  /** @param {string} name */
  sample: (name) => sample(() => prepared[name]?.fit()),

  /**
   * One fit of the linear ball on an instance of its own.
   * @param {number[]} x @param {number} d @param {number} nu
   */
  async linear(x, d, nu) {
    const { pg, heapBytes } = await watched(load);
    const problem = { x: new Float64Array(x), d, nu, kernel: /** @type {const} */ ({ type: "linear" }) };
    const start = performance.now();
    const { report } = pg.svdd.fit(problem);
    return { ms: performance.now() - start, heap: heapBytes(), report };
  },

  /**
   * A map in turns with a plain loop over its cells. @param {number[]} x @param {number} rounds
   */
  async map(x, rounds) {
    const { ours, plain, ...task } = mapping(await load(), new Float64Array(x));
    const both = () => ({ ours: sample(ours), plain: sample(plain) });
    both();
    return { ...task, samples: Array.from({ length: rounds }, both) };
  },
};
