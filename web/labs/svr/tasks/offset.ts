// Tasks on 1c1: an offset that is a set, and when it is none.
import { at, deltaOf, OWN, PLACED, PROBLEM, pictureOf, problemOf, type SvrTask, solved } from "./measure.ts";

/** Share of C within which a multiplier counts as 0 or C. */
const AT_BOUND = 1e-3;

export const offsetTasks: readonly SvrTask[] = [
  {
    id: "1c1-other",
    claim: "1c1",
    level: 1,
    minutes: 3,
    start: { preset: "tie-wide", claim: "1c1" },
    lock: PROBLEM,
    judge(pg, state) {
      const found = solved(pg, problemOf(state), (run, { b }) => ({ ...pictureOf(run, "1c1", state), b }));
      return [at("away", found && Math.abs(found.pick - found.b), ">=", 0.2), at("excess", found?.excess, "<=", 1e-9)];
    },
    solution: { state: { b: 0.25 } },
  },
  {
    id: "1c1-wide",
    claim: "1c1",
    level: 2,
    minutes: 8,
    start: { ...OWN, claim: "1c1", x: [-1, 1], y: [0, 1], C: 1, epsilon: 0.2 },
    lock: PLACED,
    judge(pg, state) {
      const found = solved(pg, problemOf(state), (run) => pictureOf(run, "1c1", state));
      return [at("width", found && found.hi - found.lo, ">", 0.5), at("points", state.y.length, "<=", 6)];
    },
    solution: { state: { x: [-1, 1, -1, 1], y: [0, 0, 1, 1] } },
  },
  {
    id: "1c1-single",
    claim: "1c1",
    level: 3,
    minutes: 12,
    start: { ...OWN, claim: "1c1", x: [-1, 1], y: [0, 5], C: 1, epsilon: 0.2 },
    lock: PLACED,
    judge(pg, state) {
      const { C } = state;
      const found = solved(pg, problemOf(state), (run, solution) => {
        const { lo, hi } = pictureOf(run, "1c1", state);
        return { width: hi - lo, sizes: deltaOf(solution).map((delta) => Math.abs(delta) / C) };
      });
      const count = (is: (size: number) => boolean) => found?.sizes.filter(is).length;
      return [
        at(
          "full",
          count((size) => size >= 1 - AT_BOUND),
          ">=",
          1,
        ),
        at(
          "free",
          count((size) => size > AT_BOUND && size < 1 - AT_BOUND),
          "=",
          0,
        ),
        at("width", found?.width, "<=", 1e-3),
        at("points", state.y.length, "<=", 6),
      ];
    },
    solution: { state: { y: [0, 4.4] } },
  },
];
