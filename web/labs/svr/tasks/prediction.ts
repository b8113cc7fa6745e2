// Tasks on 1d2: few bars, bars that cancel, and the feature map written out.
import { at, deltaOf, largest, numberOf, PROBLEM, pictureOf, problemOf, type SvrTask, solved } from "./measure.ts";

/** Where a fit and a parabola are compared: over the data of the task. */
const PLACES = Array.from({ length: 45 }, (_, k) => -2.2 + k / 10);

export const predictionTasks: readonly SvrTask[] = [
  {
    id: "1d2-few",
    claim: "1d2",
    level: 1,
    minutes: 3,
    start: { preset: "sinc", claim: "1d2" },
    lock: ["data", "kernel", "gamma", "coef0", "degree", "C", "standardise", "tolerance"],
    judge(pg, state) {
      const bars = solved(
        pg,
        problemOf(state),
        (_, solution) => deltaOf(solution).filter((delta) => delta !== 0).length,
      );
      return [at("bars", bars, "=", 2)];
    },
    solution: { state: { epsilon: 0.64 } },
  },
  {
    id: "1d2-cancel",
    claim: "1d2",
    level: 2,
    minutes: 4,
    start: { preset: "sinc", claim: "1d2" },
    lock: PROBLEM,
    judge(pg, state) {
      const found = solved(pg, problemOf(state), (run) => pictureOf(run, "1d2", state));
      return [
        at("sum", found && Math.abs(found.sum), "<=", 0.01),
        at("longest", found && largest(Array.from(found.bars)), ">=", 0.05),
      ];
    },
    solution: { state: { at: [2.79] } },
  },
  {
    id: "1d2-explicit",
    claim: "1d2",
    level: 3,
    minutes: 15,
    start: { preset: "parabola", claim: "1d2" },
    lock: PROBLEM,
    inputs: ["constant", "linear", "square"].map((id) => ({ kind: "number", id, min: -5, max: 5, start: 0 }) as const),
    judge(pg, state, { constant, linear, square }) {
      const [c, l, s] = [constant, linear, square].map(numberOf) as [number, number, number];
      const f = solved(pg, problemOf(state), (run) => run.predict(PLACES));
      const off = f && largest(PLACES.map((x, k) => c + l * x + s * x * x - (f[k] as number)));
      return [at("apart", off, "<=", 0.02)];
    },
    solution: { inputs: { constant: -1.017, linear: -0.465, square: 0.608 } },
  },
];
