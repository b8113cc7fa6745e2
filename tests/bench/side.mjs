// Solvers side by side: all take turns, so that whatever else the machine does hits all alike.
import { geometricMean, median } from "./measure.mjs";

const ROUNDS = 5;
/** Below this (ms) a first call is not warm-up enough. */
const SHORT = 250;

/**
 * @typedef {{ dual: number, ms: number, samples: number[] }} Figure
 * @typedef {Record<string, Figure>} Figures by "place solver"
 */

/**
 * @template {object} Case
 * @param {readonly import("./engines.mjs").Engine[]} engines
 * @param {readonly Case[]} cases
 * @param {(one: Case) => import("./solvers.mjs").Task} taskOf
 * @param {(row: Case & { figures: Figures }) => void} done told of each row as soon as it is there
 */
export async function measure(engines, cases, taskOf, done) {
  const runners = engines.flatMap((engine) =>
    engine.solvers.map((solver) => ({ engine, solver, key: `${engine.place} ${solver}` })),
  );
  /** @type {(Case & { figures: Figures })[]} */
  const rows = [];
  for (const one of cases) {
    const task = taskOf(one);
    /** @type {Figures} */
    const figures = {};
    for (const engine of engines) await engine.prepare(task);
    for (const { engine, solver, key } of runners) {
      const start = performance.now();
      figures[key] = { dual: await engine.dual(solver), ms: Number.NaN, samples: [] };
      // Short calls are over before the engine has put its optimised code in place: one sample for it alone.
      if (performance.now() - start < SHORT) await engine.sample(solver);
    }
    for (let round = 0; round < ROUNDS; round++) {
      for (const { engine, solver, key } of runners) figures[key]?.samples.push(await engine.sample(solver));
    }
    for (const figure of Object.values(figures)) figure.ms = median(figure.samples);
    const row = { ...one, figures };
    rows.push(row);
    done(row);
  }
  return rows;
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
export const OURS = "chromium proofground";
export const LIBSVM = "native libsvm";

const digits = (/** @type {number} */ value) => (value < 10 ? value.toPrecision(3) : value.toFixed(1));

/** @param {readonly string[]} names of a case's fields */
export const head = (names) =>
  [
    "milliseconds, medians; dual objective at the end",
    [
      ...names.map((name) => name.padStart(4)),
      ...COLUMNS.map((name) => name.split(" ")[0]?.padStart(11)),
      "  dual (Chromium)",
      "    dual (LIBSVM)",
    ].join(" "),
    [...names.map(() => "    "), ...COLUMNS.map((name) => name.split(" ")[1]?.padStart(11))].join(" "),
  ].join("\n");

/** @param {Record<string, number>} one @param {Figures} figures */
export function line(one, figures) {
  const times = COLUMNS.map((key) => digits(figures[key]?.ms ?? Number.NaN).padStart(11));
  const duals = [OURS, LIBSVM].map((key) => (figures[key]?.dual ?? Number.NaN).toFixed(6).padStart(17));
  return [...Object.values(one).map((value) => String(value).padStart(4)), ...times, ...duals].join(" ");
}

/** @typedef {readonly { figures: Figures }[]} Rows */

/** Times of one over those of another. @param {Rows} rows @param {string} over @param {string} under */
export const ratios = (rows, over, under) =>
  rows.map(({ figures }) => (figures[over]?.ms ?? Number.NaN) / (figures[under]?.ms ?? Number.NaN));

/** The largest difference of any solver's objective from LIBSVM's, relative. @param {Rows} rows */
export const objectives = (rows) =>
  Math.max(
    ...rows.flatMap(({ figures }) => {
      const reference = figures[LIBSVM]?.dual ?? Number.NaN;
      return Object.values(figures).map(({ dual }) => Math.abs(dual - reference) / Math.max(1, Math.abs(reference)));
    }),
  );

/** @param {string} what @param {number} value @param {number} limit */
export const atLeast = (what, value, limit) => ({ what, value, limit, holds: value >= limit, bound: "at least" });
/** @param {string} what @param {number} value @param {number} limit */
export const atMost = (what, value, limit) => ({ what, value, limit, holds: value <= limit, bound: "at most" });

/** Figures without a limit: for the reader. @param {Rows} rows */
export const summary = (rows) =>
  COLUMNS.filter((key) => key !== OURS).map(
    (key) => `${key}: ${geometricMean(ratios(rows, key, OURS)).toFixed(2)} times our time in Chromium (geometric mean)`,
  );
