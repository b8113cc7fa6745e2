// Tasks on 1c2: a free point, all five rows at once, and what the rows are without the sum.
import { BY_HAND, byHand } from "./by-hand.ts";
import { at, largest, OWN, PARAMETERS, PLACED, PROBLEM, problemOf, type SvrTask, solved } from "./measure.ts";

const UPPER_EDGE = 3;

export const staircaseTasks: readonly SvrTask[] = [
  {
    id: "1c2-free",
    claim: "1c2",
    level: 1,
    minutes: 4,
    start: { preset: "inside-tube", claim: "1c2", viewX0: -0.4, viewX1: 6.4, viewY0: 0, viewY1: 3.2 },
    lock: PARAMETERS,
    judge(pg, state) {
      // From 0 or C, in units of C, of the point of the upper edge that is farthest from both.
      const found = solved(pg, problemOf(state), (run, { alpha }) => {
        const cases = run.cases();
        const sizes = Array.from(alpha, (value, i) =>
          cases[i] === UPPER_EDGE ? Math.min(value, state.C - value) / state.C : 0,
        );
        return Math.max(...sizes);
      });
      return [at("inside", found, ">=", 0.1), at("points", state.y.length, "<=", 7)];
    },
    solution: { state: { y: [2.5, 0.9, 1.4, 1.1, 0.8, 1.3, 1] } },
  },
  {
    id: "1c2-five",
    claim: "1c2",
    level: 2,
    minutes: 10,
    start: { ...OWN, claim: "1c2", x: [-2, -1, 0, 1, 2], y: [-2, -1, 0, 1, 2], C: 1, epsilon: 0.5 },
    lock: PLACED,
    judge(pg, state) {
      const found = solved(pg, problemOf(state), (run) => new Set(run.cases()).size);
      return [at("kinds", found, "=", 5), at("points", state.y.length, "<=", 6)];
    },
    solution: { state: { y: [-2.5, -1, 1, 0, 2.5] } },
  },
  {
    id: "1c2-sum",
    claim: "1c2",
    level: 3,
    minutes: 10,
    start: { ...OWN, claim: "1c2", x: [-1, 0, 1], y: [0.4, -0.3, 0.8], C: 1, epsilon: 0.2 },
    lock: PROBLEM,
    inputs: BY_HAND,
    judge(pg, state, inputs) {
      const problem = problemOf(state);
      const least = solved(pg, problem, (_, { primal }) => primal);
      const { delta, residual, primal } = byHand(pg, problem, inputs);
      return [
        at("distance", largest(residual.map((e, i) => offStaircase(e, delta[i] as number, state))), "<=", 1e-3),
        at("cost", least === null ? null : primal - least, ">=", 0.1),
      ];
    },
    solution: { inputs: { first: 1, second: 1, third: 1, b: -10 } },
  },
];

/** How far (e, delta) is from the staircase: from its three steps and the two risers between them. */
function offStaircase(
  e: number,
  delta: number,
  { C, epsilon }: { readonly C: number; readonly epsilon: number },
): number {
  const beyond = (value: number, least: number, most: number) => Math.max(least - value, value - most, 0);
  const flat = (height: number, least: number, most: number) =>
    Math.max(Math.abs(delta - height), beyond(e, least, most));
  const riser = (at: number, least: number, most: number) => Math.max(Math.abs(e - at), beyond(delta, least, most));
  return Math.min(
    flat(-C, Number.NEGATIVE_INFINITY, -epsilon),
    riser(-epsilon, -C, 0),
    flat(0, -epsilon, epsilon),
    riser(epsilon, 0, C),
    flat(C, epsilon, Number.POSITIVE_INFINITY),
  );
}
