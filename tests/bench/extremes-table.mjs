// How the bench of extremes is printed.
import { COLUMNS, judged, OURS, TIME } from "./extremes.mjs";

/** @typedef {import("./extremes.mjs").Case} Case */
/** @typedef {import("./extremes.mjs").Row} Row */
/** @typedef {import("./extremes.mjs").Figure} Figure */

/** @param {readonly Case[]} cases @param {boolean} quick */
export function introduction(cases, quick) {
  const { ours, others } = TIME;
  const minutes = (/** @type {number} */ ms) => Math.ceil((cases.length * ms) / 60_000);
  return [
    quick
      ? `--quick: ${cases.length} of the problems; a LIBSVM that ran out of time is not run for larger C, which count the same`
      : `all ${cases.length} problems, none skipped for any solver`,
    `ours is ended after ${ours / 1000} s, a LIBSVM after ${others / 1000} s. That time then counts as what it took, and so does the time to`,
    "LIBSVM's own limit of 1e7 iterations: how many times faster ours is, is a lower bound there",
    `estimate: ${minutes(others * SHARE[quick ? "quick" : "all"])} minutes where ours are quick; at most ${minutes(2 * others)}, and ${minutes(2 * (ours + others))} if all of ours run out of time too`,
  ];
}

/** Of the time that one LIBSVM may take: what both together take on average, and ours a little. */
const SHARE = { quick: 0.5, all: 1 };

const digits = (/** @type {number} */ value) => (value < 10 ? value.toPrecision(3) : value.toFixed(1));

/** @param {Figure | undefined} figure @param {string} key */
function time(figure, key) {
  if (figure === undefined) return "-";
  const limit = `${(key.endsWith("proofground") ? TIME.ours : TIME.others) / 1000} s`;
  if (figure.end === "over") return `over ${limit}`;
  if (figure.end === "not run") return `${limit}, not run`;
  return `${digits(figure.ms)}${figure.end === "own limit" ? " own limit" : ""}`;
}

const WIDTHS = [4, 5, 3, 16, 9, 11, 11, 18, 18, 14, 8, 10];

/** @param {readonly string[]} cells the last as long as it is */
const join = (cells) => cells.map((cell, k) => cell.padStart(WIDTHS[k] ?? 0)).join(" ");

const words = (/** @type {number} */ k) => COLUMNS.map((key) => key.split(" ")[k] ?? "");

export const HEAD = [
  "milliseconds; 'own limit': LIBSVM gave up at its limit of iterations, unsolved",
  "objective: our dual minus native LIBSVM's, relative, where that converged (the dual is maximised); in brackets: may be another local optimum",
  join(["", "n", "d", "kernel", "C or nu", ...words(0), "", "KKT gap", "objective", "methods and their steps"]),
  join(["", "", "", "", "", ...words(1)]),
].join("\n");

/** @param {import("../../wasm/lib/types.ts").Report} report */
function methods({ iterations, activeSetSteps }) {
  const used = Object.entries({ SMO: iterations - activeSetSteps, "active set": activeSetSteps });
  return used
    .filter(([name, steps]) => steps > 0 || name === "SMO")
    .map(([name, steps]) => `${name} ${steps}`)
    .join(", ");
}

/** @param {Row} row */
function difference(row) {
  if (row.objective === null) return "-";
  const text = `${row.objective < 0 ? "" : "+"}${row.objective.toExponential(1)}`;
  return judged(row) ? text : `(${text})`;
}

/** @param {Row} row */
export function line(row) {
  const { kernel, figures } = row;
  const name = [kernel.type, ...(kernel.type === "rbf" ? [kernel.gamma] : []), ...(row.unscaled ? ["unscaled"] : [])];
  const amount = row.machine === "svr" ? row.C.toExponential(0).replace("+", "") : `nu ${row.nu}`;
  const { report } = figures[OURS] ?? {};
  return join([
    ...[row.machine, String(row.n), String(row.d), name.join(" "), amount],
    ...COLUMNS.map((key) => time(figures[key], key)),
    report?.converged ? "converged" : "not converged",
    report?.kktGap.toExponential(1) ?? "-",
    difference(row),
    report === undefined ? "-" : methods(report),
  ]);
}
