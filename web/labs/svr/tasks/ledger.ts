// Tasks on 1a: what moves L, what does not, and why only the optimal multipliers make a saddle.
import { at, largest, numberOf, PROBLEM, pictureOf, problemOf, type SvrTask, solved } from "./measure.ts";

const START = { preset: "five-cases", claim: "1a" } as const;

export const ledgerTasks: readonly SvrTask[] = [
  {
    id: "1a-reward",
    claim: "1a",
    level: 1,
    minutes: 4,
    start: { ...START, broken: ["1a"] },
    lock: [...PROBLEM, "break"],
    judge(pg, state) {
      const found = solved(pg, problemOf(state), (run) => pictureOf(run, "1a", state, true));
      return [at("above", found && found.value - found.saddle, ">=", 2.5)];
    },
    solution: { state: { point: 6, alphaStar: 1.5 } },
  },
  {
    id: "1a-level",
    claim: "1a",
    level: 2,
    minutes: 5,
    start: START,
    lock: [...PROBLEM, "break"],
    judge(pg, state) {
      const found = solved(pg, problemOf(state), (run) => moved(run, state));
      return [
        at("moved", found?.moved, ">=", 0.3),
        at("change", found && Math.abs(found.now.value - found.now.saddle), "<=", 1e-6),
      ];
    },
    solution: { state: { point: 3, beta: 0.5 } },
  },
  {
    id: "1a-escape",
    claim: "1a",
    level: 3,
    minutes: 8,
    start: START,
    lock: [...PROBLEM, "break"],
    inputs: [{ kind: "number", id: "slack", min: -50, max: 50, start: 0 }],
    judge(pg, state, { slack }) {
      const found = solved(pg, problemOf(state), (run) => moved(run, state));
      if (found === null) return [at("change", Number.NaN, "<=", 1e-6)];
      const { alpha, alphaStar, beta, xi, value, saddle } = found.now;
      // L is a line in each slack.
      const there = value + (state.C - alpha - alphaStar - beta) * (numberOf(slack) - xi);
      return [at("change", Math.abs(value - saddle), "<=", 1e-6), at("below", saddle - there, ">=", 10)];
    },
    solution: { state: { point: 3, beta: 0 }, inputs: { slack: -20 } },
  },
];

/** The picture at the multipliers of the sliders, and how far the farthest of them is from the optimal one. */
function moved(run: Parameters<typeof pictureOf>[0], state: Parameters<typeof problemOf>[0]) {
  const now = pictureOf(run, "1a", state);
  const best = pictureOf(run, "1a", { ...state, alpha: null, alphaStar: null, beta: null });
  const changes = [now.alpha - best.alpha, now.alphaStar - best.alphaStar, now.beta - best.beta];
  return { now, moved: largest(changes) };
}
