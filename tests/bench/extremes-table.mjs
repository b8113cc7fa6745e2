// How the bench of extremes is printed.
import { COLUMNS, judged, OURS, TIME } from "./extremes.mjs";

/** @typedef {import("./extremes.mjs").Case} Case */
/** @typedef {import("./extremes.mjs").Row} Row */
/** @typedef {import("./extremes.mjs").Figure} Figure */

/** @param {readonly Case[]} cases @param {boolean} quick */
export function introduction(cases, quick) {
  const minutes = (/** @type {number} */ ms) => Math.ceil((cases.length * ms) / 60_000);
  return [
    `${cases.length} problems, ${quick ? "--quick: a part of them, and where another ran out of time, its larger C are not run" : "all of them, none skipped"}`,
    `ended after ${TIME.ours / 1000} s (ours) and ${TIME.others / 1000} s (the others); that time then counts, so a ratio to ours is a lower bound, as it is`,
    "where LIBSVM stops at its own limit of 1e7 iterations without being done",
    `about ${minutes(EXPECTED)} minutes, at most ${minutes(2 * (TIME.ours + TIME.others))}`,
  ];
}

/** What a problem takes on average, all solvers together (ms). */
const EXPECTED = 20_000;

const digits = (/** @type {number} */ value) => (value < 10 ? value.toPrecision(3) : value.toFixed(1));

/** @param {Figure | undefined} figure @param {string} key */
function time(figure, key) {
  if (figure === undefined) return "-";
  const limit = `${(key.endsWith("proofground") ? TIME.ours : TIME.others) / 1000} s`;
  if (figure.end === "over") return `over ${limit}`;
  if (figure.end === "not run") return `${limit}, not run`;
  return `${digits(figure.ms)}${figure.end === "own limit" ? " own limit" : ""}`;
}

const WIDTHS = [4, 5, 3, 16, 9, 10, 10, 19, 19, 14, 9, 9, 9, 7, 10];

/** @param {readonly string[]} cells */
const join = (cells) => cells.map((cell, k) => cell.padStart(WIDTHS[k] ?? 0)).join(" ");

export const HEAD = [
  "milliseconds; 'own limit': LIBSVM gave up; steps of ours by method; difference of the dual objective from native LIBSVM's, relative",
  join([
    "",
    "n",
    "d",
    "kernel",
    "C or nu",
    ...COLUMNS.map((key) => key.split(" ")[0] ?? ""),
    "",
    "KKT gap",
    "SMO",
    "interior",
    "active",
    "objective",
  ]),
  join(["", "", "", "", "", ...COLUMNS.map((key) => key.split(" ")[1] ?? ""), "", "", "", "point", "set", "differs"]),
].join("\n");

/** @param {Row} row */
export function line(row) {
  const { kernel, figures } = row;
  const name = [kernel.type, ...(kernel.type === "rbf" ? [kernel.gamma] : []), ...(row.unscaled ? ["unscaled"] : [])];
  const amount = row.machine === "svr" ? row.C.toExponential(0).replace("+", "") : `nu ${row.nu}`;
  const { report } = figures[OURS] ?? {};
  const steps = report ? report.iterations - report.interiorPointSteps - report.activeSetSteps : Number.NaN;
  const ours = report
    ? [
        report.converged ? "converged" : "not converged",
        report.kktGap.toExponential(1),
        ...[steps, report.interiorPointSteps, report.activeSetSteps].map(String),
      ]
    : ["not converged", "", "", "", ""];
  const difference =
    row.objective === null
      ? "-"
      : `${judged(row) ? "" : "("}${row.objective.toExponential(1)}${judged(row) ? "" : ")"}`;
  return join([
    ...[row.machine, String(row.n), String(row.d), name.join(" "), amount],
    ...COLUMNS.map((key) => time(figures[key], key)),
    ...ours,
    difference,
  ]);
}
