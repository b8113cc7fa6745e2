// Fits that take solvers of this kind very long, side by side: large C, kernels of all types, columns that nobody has
// standardised. Our library in Node and our native build, libsvm-js in Node, native LIBSVM.
//
// Not every fit gets done: LIBSVM stops at 1e7 iterations, solved or not, and the bench ends a solver at a limit of time. The
// time until then counts as what the fit took, so how many times faster ours is, is a lower bound there. (Where ours is
// ended, the ratio says too much for it; but then a limit is missed anyway.)
import { geometricMean, LONG, median } from "./measure.mjs";
import { atLeast, atMost } from "./side.mjs";

/** When a solver is ended (ms). */
export const TIME = { ours: 60_000, others: 20_000 };
/** Samples of a short fit, after one that does not count. */
const ROUNDS = 3;

export const OURS = "node proofground";
export const LIBSVM = "native libsvm";
export const COLUMNS = [OURS, "native proofground", "node libsvm-js", LIBSVM];

/** The limits that the figures are held to. */
const LIMITS = {
  /** Fits of ours that do not converge. */
  notConverged: 0,
  /** Times faster, geometric means. */
  fasterThanLibsvmJs: 10,
  fasterThanNativeLibsvm: 5,
  /** (LIBSVM's dual - ours) / max(1, |LIBSVM's|) where LIBSVM converged: what stopping at a violation of 1e-3 leaves open. */
  objective: 1e-3,
};

/**
 * @typedef {import("./extremes-contenders.mjs").Fit & { samples: number[] }} Figure
 * @typedef {{ figures: Record<string, Figure>, objective: number | null }} Result  objective: (our dual - LIBSVM's) / max(1, |LIBSVM's|) where LIBSVM converged; positive: ours is nearer the maximum
 * @typedef {import("./solvers.mjs").Kernel} Kernel
 * @typedef {import("./solvers.mjs").Size & { kernel: Kernel }} Any
 * @typedef {Any & { machine: "svr", C: number, grid: boolean }} Regression  grid: one of those that the geometric means are of
 * @typedef {Any & { machine: "svdd", nu: number, tolerance: number }} Ball
 * @typedef {Regression | Ball} Case
 * @typedef {Case & Result} Row
 */

/** @param {number} d @returns {Kernel[]} */
const kernels = (d) => [
  ...[0.1, 1, 10].map((gamma) => /** @type {const} */ ({ type: "rbf", gamma })),
  { type: "linear" },
  { type: "poly", gamma: 1 / d, coef0: 1, degree: 3 },
  { type: "sigmoid", gamma: 1 / d, coef0: 0 },
];

/** @param {boolean} quick @returns {Case[]} */
export function casesOf(quick) {
  const sizes = quick ? [200, 1000] : [200, 1000, 5000];
  const costs = quick ? [1e2, 1e4, 1e6] : [1e2, 1e3, 1e4, 1e5, 1e6];
  const grid = sizes.flatMap((n) =>
    [1, 8].flatMap((d) =>
      kernels(d).flatMap((kernel) =>
        costs.map((C) => /** @type {const} */ ({ machine: "svr", n, d, kernel, C, grid: true })),
      ),
    ),
  );
  const columns = /** @type {const} */ ({ d: 22, unscaled: true, kernel: { type: "linear" } });
  const table = [1, 10].map((C) => /** @type {const} */ ({ machine: "svr", n: 547, ...columns, C, grid: false }));
  const balls = sizes.flatMap((n) => [0.01, 0.1, 0.5].map((nu) => /** @type {const} */ ({ machine: "svdd", n, nu })));
  const flat = /** @type {const} */ ({ d: 2, kernel: { type: "rbf", gamma: 1e-3 }, tolerance: 1e-3 });
  // A violation of 1e-3 in squared distance, the library's default, as LIBSVM would measure it (native_svdd.cpp).
  const stretched = balls.map((ball) => ({ ...ball, ...columns, tolerance: (1e-3 * ball.nu * ball.n) / 2 }));
  return [...grid, ...table, ...balls.map((ball) => ({ ...ball, ...flat })), ...stretched];
}

/** LIBSVM has a ball only where its one-class machine is one. @param {Case} one */
const libsvmHas = (one) => one.machine === "svr" || one.kernel.type === "rbf";

/** The same for cases that differ in C alone. @param {Case} one */
const family = (one) => JSON.stringify({ ...one, C: null });

/**
 * @param {readonly import("./extremes-contenders.mjs").Contender[]} contenders
 * @param {readonly Case[]} cases in each family from small C to large
 * @param {boolean} quick where another was ended, it is not asked for larger C
 * @param {(one: Case) => { x: Float64Array, y: Float64Array }} workload
 * @param {(row: Row) => void} done told of each row as soon as it is there
 */
export async function measureExtremes(contenders, cases, quick, workload, done) {
  /** @type {Row[]} */
  const rows = [];
  const hopeless = new Set();
  for (const one of cases) {
    const task = /** @type {import("./solvers.mjs").Task} */ ({
      epsilon: 0.1,
      tolerance: 1e-3,
      ...one,
      ...workload(one),
    });
    const present = contenders.filter(({ key }) => key.endsWith("proofground") || libsvmHas(one));
    /** @type {Record<string, Figure>} */
    const figures = {};
    for (const { key, limit, fit } of present) {
      const name = `${key} ${family(one)}`;
      const known = quick && hopeless.has(name);
      const first = known ? { ms: limit, end: /** @type {const} */ ("not run") } : await fit(task);
      if (first.end === "over" && !key.endsWith("proofground")) hopeless.add(name);
      figures[key] = { ...first, samples: [] };
    }
    const short = present.filter(({ key }) => (figures[key]?.ms ?? LONG) < LONG);
    for (let round = 0; round < ROUNDS; round++) {
      for (const { key, fit } of short) figures[key]?.samples.push((await fit(task)).ms);
    }
    for (const figure of Object.values(figures)) if (figure.samples.length > 0) figure.ms = median(figure.samples);
    const row = { ...one, figures, objective: apart(figures) };
    rows.push(row);
    done(row);
  }
  return rows;
}

/** A sigmoid's matrix has negative eigenvalues: there may be many local optima. @param {Case} one */
export const judged = (one) => one.kernel.type !== "sigmoid";

/** @param {Record<string, Figure>} figures */
function apart(figures) {
  const [ours, other] = [figures[OURS], figures[LIBSVM]];
  if (ours?.dual === undefined || other?.dual === undefined || other.end !== "itself") return null;
  return (ours.dual - other.dual) / Math.max(1, Math.abs(other.dual));
}

/** Times of another over ours in Node. @param {readonly Row[]} rows @param {string} key */
const ratios = (rows, key) =>
  rows
    .filter((row) => row.machine === "svr" && row.grid)
    .map(({ figures }) => (figures[key]?.ms ?? Number.NaN) / (figures[OURS]?.ms ?? Number.NaN));

/** @param {readonly Row[]} rows */
export function linesOf(rows) {
  const ours = (/** @type {string} */ key) => rows.filter(({ figures }) => !figures[key]?.report?.converged).length;
  const objectives = rows.flatMap((row) => (judged(row) && row.objective !== null ? [-row.objective] : []));
  return [
    atMost(`of ${rows.length} fits in Node, those that did not converge`, ours(OURS), LIMITS.notConverged),
    atMost("likewise natively", ours("native proofground"), LIMITS.notConverged),
    atLeast(
      "times faster than libsvm-js, both in Node (geometric mean)",
      geometricMean(ratios(rows, "node libsvm-js")),
      LIMITS.fasterThanLibsvmJs,
    ),
    atLeast(
      "times faster in Node than native LIBSVM (geometric mean)",
      geometricMean(ratios(rows, LIBSVM)),
      LIMITS.fasterThanNativeLibsvm,
    ),
    atMost(
      `dual objective below LIBSVM's, the worst of the ${objectives.length} cases where that converged (relative)`,
      objectives.length > 0 ? Math.max(...objectives) : Number.NaN,
      LIMITS.objective,
    ),
  ];
}

/** Figures without a limit. @param {readonly Row[]} rows */
export function summary(rows) {
  const worst = ["node libsvm-js", LIBSVM].map((key) => {
    const ends = (/** @type {string} */ end) => rows.filter(({ figures }) => figures[key]?.end === end).length;
    const all = ratios(rows, key);
    return (
      `${key}: ${geometricMean(all).toFixed(2)} times our time in Node (geometric mean), ${Math.min(...all).toPrecision(3)} at worst; ` +
      `ended ${ends("over")} fits, not run ${ends("not run")}, its own limit of iterations ${ends("own limit")}: lower bounds`
    );
  });
  const sum = (/** @type {string} */ key) =>
    rows.reduce((total, { figures }) => total + (figures[key]?.ms ?? 0), 0) / 1000;
  return [...worst, ...COLUMNS.map((key) => `${key}: ${sum(key).toFixed(1)} s for one of each fit`)];
}
