// Tasks on 1d1: what leaves K alone, and a function that is no kernel.
import { at, gramOf, largest, OWN, PLACED, pictureOf, problemOf, type SvrTask, solved } from "./measure.ts";

const SHIFT = 2;
const X = [-2, -1, 0.5, 1, 2.5];
const Y = [-1, 0.2, 0, 1.1, 1.6];

export const gramTasks: readonly SvrTask[] = [
  {
    id: "1d1-shift",
    claim: "1d1",
    level: 1,
    minutes: 3,
    start: { preset: "parabola", claim: "1d1" },
    lock: ["data", "gamma", "coef0", "degree", "C", "epsilon", "standardise", "tolerance"],
    judge(pg, state) {
      const problem = problemOf(state);
      const moved = { ...problem, x: Array.from(problem.x, (x) => x + SHIFT) };
      const [before, after] = [problem, moved].map((each) => solved(pg, each, (run) => gramOf(run, state)));
      return [at("change", changeOf(before, after), "<=", 1e-9)];
    },
    solution: { state: { kernel: "rbf" } },
  },
  {
    id: "1d1-mirror",
    claim: "1d1",
    level: 2,
    minutes: 6,
    start: { ...OWN, claim: "1d1", x: X, y: Y, C: 1, epsilon: 0.2 },
    lock: PLACED,
    judge(pg, state) {
      const before = { ...problemOf(state), d: 1, x: X, y: Y };
      const same = state.d === 1 && state.x.length === X.length;
      return [
        at("moved", same ? Math.min(...X.map((x, i) => Math.abs((state.x[i] as number) - x))) : undefined, ">=", 0.5),
        at(
          "change",
          same
            ? changeOf(
                solved(pg, before, (run) => gramOf(run, state)),
                solved(pg, problemOf(state), (run) => gramOf(run, state)),
              )
            : undefined,
          "<=",
          0.1,
        ),
      ];
    },
    solution: { state: { x: X.map((x) => -x) } },
  },
  {
    id: "1d1-negative",
    claim: "1d1",
    level: 3,
    minutes: 10,
    start: {
      ...OWN,
      claim: "1d1",
      x: [1, 2],
      y: [0, 1],
      ...{ kernel: "poly", gamma: 1, coef0: 1, degree: 2 },
      C: 1,
      epsilon: 0.2,
    },
    lock: ["kernel", "gamma", "degree", "C", "epsilon", "standardise", "tolerance"],
    judge(pg, state) {
      const found = solved(pg, problemOf(state), (run) => pictureOf(run, "1d1", state).smallestEigenvalue);
      return [at("eigenvalue", found, "<=", -1), at("points", state.y.length, "<=", 2)];
    },
    solution: { state: { x: [-1, 1], coef0: -1 } },
  },
];

type Gram = readonly number[] | null | undefined;

const changeOf = (before: Gram, after: Gram): number =>
  before && after ? largest(after.map((value, k) => value - (before[k] as number))) : Number.NaN;
