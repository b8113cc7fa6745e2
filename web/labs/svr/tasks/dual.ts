// Tasks on 1b: a gap as a certificate, a derivation with a wrong line, and multipliers found by hand.
import type { Proofground } from "../../../../wasm/lib/types.ts";
import type { SvrState } from "../state.ts";
import { BY_HAND, byHand } from "./by-hand.ts";
import {
  at,
  deltaOf,
  gramOf,
  inner,
  largest,
  numberOf,
  OWN,
  PROBLEM,
  pictureOf,
  problemOf,
  type SvrTask,
  solved,
  sum,
} from "./measure.ts";

/** Entries of a path that are kept: more than the data sets here need. */
const PATH = 1000;
const GAP = 1;

/** The lines of the derivation in the words of 1b-line. */
const LINES: readonly string[] = ["split", "least", "bracket", "vanish", "result"];

/** What is typed differs from what is asked for by rounding only. */
const TYPED = 1e-9;

export const dualTasks: readonly SvrTask[] = [
  {
    id: "1b-first",
    claim: "1b",
    level: 1,
    minutes: 4,
    start: { preset: "sinc", claim: "1b", stepper: true, iteration: 0 },
    lock: PROBLEM,
    judge(pg, state) {
      // The path of the page: its own tolerance ends it.
      const { tolerance } = state;
      const path = solved(pg, { ...problemOf(state), tolerance }, (run) => run.trace(), PATH);
      const gaps = path ? Array.from(path.primal, (primal, k) => primal - (path.dual[k] as number)) : [];
      const shown = state.stepper ? (state.iteration ?? gaps.length) : Number.NaN;
      return [
        at("gap", gaps[shown - 1], "<", GAP),
        at("before", shown > 0 ? Math.min(...gaps.slice(0, shown - 1)) : Number.NaN, ">=", GAP),
      ];
    },
    solution: { state: { iteration: 12 } },
  },
  {
    id: "1b-line",
    claim: "1b",
    level: 2,
    minutes: 8,
    start: { preset: "five-cases", claim: "1b", epsilon: 0.25 },
    lock: PROBLEM,
    inputs: [
      { kind: "choice", id: "line", options: LINES },
      { kind: "number", id: "error", min: -10, max: 10, start: 0 },
    ],
    judge(pg, state, { line, error }) {
      const found = errorsOf(pg, state);
      const chosen = LINES.indexOf(String(line));
      const wrong = found?.map((each) => Math.abs(each) > 1e-6) ?? [];
      const known = found !== null && chosen >= 0;
      const off = found?.[chosen] ?? Number.NaN;
      return [
        at("above", known ? wrong.slice(0, chosen).filter(Boolean).length : Number.NaN, "=", 0),
        at("chosen", known ? Number(wrong[chosen]) : Number.NaN, "=", 1),
        // 1 or 0: how far off it is would give it away.
        at("right", known ? Number(Math.abs(numberOf(error) - off) <= 0.01 * Math.abs(off)) : Number.NaN, "=", 1),
      ];
    },
    solution: { inputs: { line: "bracket", error: 1.1025 } },
  },
  {
    id: "1b-solver",
    claim: "1b",
    level: 3,
    minutes: 15,
    // The page stays at the solver's first iterate: the student is the solver.
    start: {
      ...OWN,
      claim: "1b",
      ...{ x: [0, 1, 3], y: [0, 1.5, 0.9], C: 0.6, epsilon: 0.1 },
      ...{ stepper: true, iteration: 0 },
    },
    lock: [...PROBLEM, "stepper"],
    inputs: BY_HAND,
    judge(pg, state, inputs) {
      const { delta, gap, primal } = byHand(pg, problemOf(state), inputs);
      return [
        at("sum", Math.abs(sum(delta)), "<=", TYPED),
        at("bound", largest(delta), "<=", state.C + TYPED),
        at("gap", gap / primal, "<", 0.01),
      ];
    },
    solution: { inputs: { first: -0.5, second: 0.6, third: -0.1, b: 0.1 } },
  },
];

/**
 * By how much the right side of each line of 1b-line is above its left side, at the solver's optimum of points with one coordinate. A
 * line is judged by itself: what the lines above it say is taken as said.
 */
function errorsOf(pg: Proofground, state: SvrState): readonly number[] | null {
  const problem = problemOf(state);
  return solved(pg, problem, (run, solution) => {
    const { alpha, alphaStar, b } = solution;
    const delta = deltaOf(solution);
    const [x, y, xi] = [Array.from(problem.x), Array.from(problem.y), Array.from(solution.xi)];
    const { beta } = pictureOf(run, "1b", state);
    const w = solution.w?.[0] ?? Number.NaN;
    const z = inner(delta, x);
    const bracket = (w * w) / 2 - w * z;
    const rates = Array.from(beta, (value, i) => state.C - (alpha[i] as number) - (alphaStar[i] as number) - value);
    const others = inner(rates, xi) - b * sum(delta);
    const rest = inner(y, delta) - state.epsilon * sum([...alpha, ...alphaStar]);
    const K = gramOf(run, state);
    const double = inner(
      delta,
      delta.map((_, i) => inner(delta, K.slice(i * x.length, (i + 1) * x.length))),
    );
    const said = (z * z) / 2;
    return [
      bracket + others + rest - pictureOf(run, "1a", state).saddle,
      z - w,
      said - bracket,
      0 - others,
      double / 2 + rest - (said + rest),
    ];
  });
}
