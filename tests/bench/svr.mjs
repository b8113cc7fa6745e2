// Support vector regression side by side: our module in Chromium and in Node, LIBSVM's two WebAssembly builds in both, and
// LIBSVM and our own code compiled natively. All take turns, so that whatever else the machine does hits all alike.
import { geometricMean, median } from "./measure.mjs";

const ROUNDS = 5;
/** Below this (ms) a first call is not warm-up enough. */
const SHORT = 250;
const PROBLEM = { gamma: 1, epsilon: 0.1, tolerance: 1e-3 };
const CASES = [50, 200, 1000, 5000].flatMap((n) => [1, 8].flatMap((d) => [1, 100].map((C) => ({ n, d, C }))));

/** The limits that the figures are held to. */
const LIMITS = {
  /** Times faster than libsvm-js, geometric mean. */
  fasterThanLibsvmJs: 3,
  /** Our time in Chromium over native LIBSVM's, geometric mean. */
  overNativeLibsvm: 1,
  /** Our time over libsvm-js's in the worst case. */
  worstCase: 1,
  /** Our time in Chromium over our own native build's, geometric mean. */
  overOwnNative: 2,
  /** |dual - LIBSVM's| / max(1, |LIBSVM's|): what stopping at a violation of 1e-3 leaves open (tests/golden/svr.json). */
  objective: 1e-3,
};

/**
 * @typedef {{ dual: number, ms: number, samples: number[] }} Figure
 * @typedef {{ n: number, d: number, C: number, figures: Record<string, Figure> }} Row  figures by "place solver"
 */

/**
 * @param {readonly import("./engines.mjs").Engine[]} engines
 * @param {(n: number, d: number) => { x: Float64Array, y: Float64Array }} workload
 * @param {(row: Row) => void} done told of each row as soon as it is there
 */
export async function measureSvr(engines, workload, done) {
  const runners = engines.flatMap((engine) =>
    engine.solvers.map((solver) => ({ engine, solver, key: `${engine.place} ${solver}` })),
  );
  /** @type {Row[]} */
  const rows = [];
  for (const size of CASES) {
    const task = { ...size, ...PROBLEM, ...workload(size.n, size.d) };
    /** @type {Row} */
    const row = { ...size, figures: {} };
    for (const engine of engines) await engine.prepare(task);
    for (const { engine, solver, key } of runners) {
      const start = performance.now();
      row.figures[key] = { dual: await engine.dual(solver), ms: Number.NaN, samples: [] };
      // Short calls are over before the engine has put its optimised code in place: one sample for it alone.
      if (performance.now() - start < SHORT) await engine.sample(solver);
    }
    for (let round = 0; round < ROUNDS; round++) {
      for (const { engine, solver, key } of runners) row.figures[key]?.samples.push(await engine.sample(solver));
    }
    for (const figure of Object.values(row.figures)) figure.ms = median(figure.samples);
    rows.push(row);
    done(row);
  }
  return { rows, lines: verdicts(rows) };
}

const COLUMNS = [
  "native libsvm",
  "native proofground",
  "chromium proofground",
  "chromium libsvm-js",
  "chromium libsvm-wasm",
  "node proofground",
  "node libsvm-js",
  "node libsvm-wasm",
];
const digits = (/** @type {number} */ value) => (value < 10 ? value.toPrecision(3) : value.toFixed(1));

export const HEAD = [
  "milliseconds, medians; dual objective at the end",
  [
    "   n",
    " d",
    "  C",
    ...COLUMNS.map((name) => name.split(" ")[0]?.padStart(11)),
    "  dual (Chromium)",
    "    dual (LIBSVM)",
  ].join(" "),
  ["    ", "  ", "   ", ...COLUMNS.map((name) => name.split(" ")[1]?.padStart(11))].join(" "),
].join("\n");

/** @param {Row} row */
export function line({ n, d, C, figures }) {
  const times = COLUMNS.map((key) => digits(figures[key]?.ms ?? Number.NaN).padStart(11));
  const duals = ["chromium proofground", "native libsvm"].map((key) =>
    (figures[key]?.dual ?? Number.NaN).toFixed(6).padStart(17),
  );
  return [String(n).padStart(4), String(d).padStart(2), String(C).padStart(3), ...times, ...duals].join(" ");
}

/** @param {readonly Row[]} rows */
export function verdicts(rows) {
  const ms = (/** @type {Row} */ row, /** @type {string} */ key) => row.figures[key]?.ms ?? Number.NaN;
  const ratios = (/** @type {string} */ over, /** @type {string} */ under) =>
    rows.map((row) => ms(row, over) / ms(row, under));
  const ours = "chromium proofground";
  const worst = ["chromium", "node"].flatMap((place) => ratios(`${place} proofground`, `${place} libsvm-js`));
  const objectives = rows.flatMap(({ figures }) => {
    const reference = figures["native libsvm"]?.dual ?? Number.NaN;
    return Object.values(figures).map(({ dual }) => Math.abs(dual - reference) / Math.max(1, Math.abs(reference)));
  });
  const least = (/** @type {string} */ what, /** @type {number} */ value, /** @type {number} */ limit) => ({
    what,
    value,
    limit,
    holds: value >= limit,
    bound: "at least",
  });
  const most = (/** @type {string} */ what, /** @type {number} */ value, /** @type {number} */ limit) => ({
    what,
    value,
    limit,
    holds: value <= limit,
    bound: "at most",
  });
  return [
    least(
      "times faster than libsvm-js, both in Chromium (geometric mean)",
      geometricMean(ratios("chromium libsvm-js", ours)),
      LIMITS.fasterThanLibsvmJs,
    ),
    most(
      "time in Chromium over native LIBSVM's (geometric mean)",
      geometricMean(ratios(ours, "native libsvm")),
      LIMITS.overNativeLibsvm,
    ),
    most("time over libsvm-js's, the worst case of Chromium and Node", Math.max(...worst), LIMITS.worstCase),
    most(
      "time in Chromium over our own native build's (geometric mean)",
      geometricMean(ratios(ours, "native proofground")),
      LIMITS.overOwnNative,
    ),
    most(
      "objective against LIBSVM's, the worst case of all solvers (relative)",
      Math.max(...objectives),
      LIMITS.objective,
    ),
  ];
}

/** Figures without a limit: for the reader. @param {readonly Row[]} rows */
export function summary(rows) {
  const ours = "chromium proofground";
  return COLUMNS.filter((key) => key !== ours).map((key) => {
    const ratio = geometricMean(
      rows.map((row) => (row.figures[key]?.ms ?? Number.NaN) / (row.figures[ours]?.ms ?? Number.NaN)),
    );
    return `${key}: ${ratio.toFixed(2)} times our time in Chromium (geometric mean)`;
  });
}
