// The soft hypersphere side by side with LIBSVM's one-class machine, to which it is equivalent for an RBF kernel: same data,
// same stopping rule in each one's units. A large linear ball, which LIBSVM has not, and the map that the page draws.
import { geometricMean, median } from "./measure.mjs";
import { atLeast, atMost, LIBSVM, measure, OURS, objectives, ratios } from "./side.mjs";

const PROBLEM = { kernel: /** @type {const} */ ({ type: "rbf", gamma: 1 }), nu: 0.1, tolerance: 1e-3 };
const CASES = [200, 1000, 5000].map((n) => ({ n, d: 2 }));
export const FIELDS = ["n", "d"];
const LINEAR = { n: 20_000, d: 64, nu: 0.1 };
const MAP = { points: 200, rounds: 7 };

/** The limits that the figures are held to. */
const LIMITS = {
  /** Times faster than libsvm-js, geometric mean. */
  fasterThanLibsvmJs: 4,
  /** Our time in Chromium over native LIBSVM's, geometric mean. */
  overNativeLibsvm: 0.7,
  /** |dual - LIBSVM's| / max(1, |LIBSVM's|): LIBSVM's WebAssembly builds print six digits. */
  objective: 1e-4,
  /** MiB of heap after a linear fit: its points take 10, stored rows up to 128 MB. */
  heap: 256,
  /** ms for a map of 200 x 200. */
  map: 4,
  /** |ours - the plain loop's|, of distances of at most 2. */
  difference: 1e-12,
};

/**
 * @param {readonly import("./engines.mjs").Engine[]} engines
 * @param {Awaited<ReturnType<typeof import("./engines.mjs").chromium>>} page
 * @param {(n: number, d: number) => { x: Float64Array, y: Float64Array }} workload
 * @param {Parameters<typeof measure<(typeof CASES)[number]>>[3]} done
 */
export async function measureSvdd(engines, page, workload, done) {
  const taskOf = (/** @type {(typeof CASES)[number]} */ one) =>
    /** @type {const} */ ({ machine: "svdd", ...one, ...PROBLEM, ...workload(one.n, one.d) });
  const rows = await measure(engines, CASES, taskOf, done);
  const linear = await page.linear(workload(LINEAR.n, LINEAR.d).x, LINEAR.d, LINEAR.nu);
  const { samples, ...map } = await page.map(workload(MAP.points, 2).x, MAP.rounds);
  const [ours, plain] = ["ours", "plain"].map((name) =>
    median(samples.map((/** @type {Record<string, number>} */ one) => one[name] ?? Number.NaN)),
  );
  const figures = { linear, map: { ...map, ours, plain, times: (plain ?? Number.NaN) / (ours ?? Number.NaN) } };
  const lines = [
    atLeast(
      "times faster than libsvm-js, both in Chromium (geometric mean)",
      geometricMean(ratios(rows, "chromium libsvm-js", OURS)),
      LIMITS.fasterThanLibsvmJs,
    ),
    atMost(
      "time in Chromium over native LIBSVM's (geometric mean)",
      geometricMean(ratios(rows, OURS, LIBSVM)),
      LIMITS.overNativeLibsvm,
    ),
    atMost("objective against LIBSVM's, the worst case of all solvers (relative)", objectives(rows), LIMITS.objective),
    atMost(`heap of a linear ball, n = ${LINEAR.n}, d = ${LINEAR.d} (MiB)`, linear.heap / 2 ** 20, LIMITS.heap),
    atMost(
      `200 x 200 map of ${MAP.points} points in Chromium (ms, median)`,
      figures.map.ours ?? Number.NaN,
      LIMITS.map,
    ),
    atMost("map against a plain loop, the largest difference", map.difference, LIMITS.difference),
  ];
  return { rows, lines, figures };
}

/** Figures without a limit. @param {Awaited<ReturnType<typeof measureSvdd>>["figures"]} figures */
export const extras = ({ linear, map }) => [
  `linear ball, n = ${LINEAR.n}, d = ${LINEAR.d}: ${linear.ms.toFixed(0)} ms in Chromium, ${linear.report.iterations} iterations`,
  `map: ${map.support} of ${MAP.points} points have a say; a plain loop takes ${map.plain?.toFixed(1)} ms, ${map.times.toFixed(1)} times as long`,
];
