// Tasks on the prediction of the noise (4c) and its loss (4d).
import type { Proofground } from "../../../../wasm/lib/types.ts";
import type { Task } from "../../../host/tasks/task.ts";
import { scheduleSpec } from "../data-and-schedule.ts";
import { stepOf } from "../fields.ts";
import { placesOf } from "../stages/posterior/request.ts";
import type { DiffusionState } from "../state.ts";
import { dataOf, firstWrong, last, priorKl, right, SCHEDULE, scheduleOf } from "./measure.ts";

const NUMBER = { kind: "number", min: -10, max: 10, start: 0 } as const;
/** A chain of two steps whose numbers come out even: beta 0.2 and 0.5. */
const TWO_STEPS = { schedule: "linear", T: 2, beta1: 0.2, betaT: 0.5, t: 2 } as const;

/** One step back on the line in that chain. */
const step = (pg: Proofground, state: DiffusionState, guess: number) =>
  pg.diffusion.reverse({
    ...{ schedule: scheduleSpec(state), t: 2, x0: [state.x0x], xt: [state.xtx], guess: [guess], curve: null },
  });

/** |eps - eps_theta|^2 of 4d-hand. */
const ERROR = 0.4;

export const noiseTasks: readonly Task<DiffusionState>[] = [
  {
    id: "4c-known",
    claim: "4c",
    level: 1,
    minutes: 4,
    start: {
      ...{ preset: "two-points", claim: "4c", stage: "posterior", dims: "2" },
      ...{ x0x: 1, x0y: 0, xtx: -0.2, xty: 0.3 },
    },
    lock: ["data", ...SCHEDULE, "t", "dims", "x0x", "x0y"],
    judge(pg, state) {
      const { x0, xt } = placesOf(state);
      const at = { schedule: scheduleSpec(state), t: stepOf(state, 1) };
      const { eps } = pg.diffusion.oracle({ data: dataOf(pg, state), ...at, x: xt });
      const answer = pg.diffusion.reverse({ ...at, x0, xt, guess: eps, curve: null });
      return [
        { name: "error", value: answer.error2, relation: "<", bound: 0.01 },
        // Farther than that the noise hardly ever leads: 2 % of the time.
        { name: "noise", value: Math.hypot(...answer.eps), relation: "<=", bound: 2.8 },
      ];
    },
    solution: { state: { xtx: 0.7 } },
  },
  {
    id: "4c-hard",
    claim: "4c",
    level: 2,
    minutes: 5,
    start: { preset: "one-point", claim: "4c", stage: "forward", spread: 0.3, t: 200 },
    lock: ["data", ...SCHEDULE],
    judge(pg, state) {
      const at = [stepOf(state, 1)];
      const request = { data: dataOf(pg, state), schedule: scheduleSpec(state), at, draws: 500, seed: 1 };
      return [{ name: "floor", value: last(pg.diffusion.bayesError(request).bayesError), relation: ">=", bound: 1.9 }];
    },
    solution: { state: { t: 3 } },
  },
  {
    id: "4c-line",
    claim: "4c",
    level: 3,
    minutes: 10,
    start: {
      ...{ preset: "moons", claim: "4c", stage: "posterior", ...TWO_STEPS },
      ...{ x0x: 1, xtx: 0.5, guess: true, guessX: 1 },
    },
    lock: ["data", ...SCHEDULE, "t", "dims", "x0x", "xtx", "guess", "guessX"],
    inputs: [
      { kind: "choice", id: "line", options: ["x0", "share", "root", "noise", "mean"] },
      { ...NUMBER, id: "value" },
    ],
    judge(pg, state, inputs) {
      const { alpha, beta, alphaBar, noise, posteriorMeanX0 } = scheduleOf(pg, state);
      const [before] = alphaBar as unknown as [number];
      const [now, grown, shrink] = [last(alphaBar), last(noise), Math.sqrt(last(alpha))];
      const { xtx, guessX } = state;
      const answer = step(pg, state, guessX);
      // The mistake: the root of 1 - alpha_bar_t is lost.
      const factor = last(beta) / (shrink * grown);
      const lines = [
        { id: "x0", is: answer.x0Hat?.[0] ?? Number.NaN, says: (xtx - Math.sqrt(grown) * guessX) / Math.sqrt(now) },
        { id: "share", is: last(posteriorMeanX0), says: (Math.sqrt(before) * last(beta)) / grown },
        { id: "root", is: Math.sqrt(before / now), says: 1 / shrink },
        // As the two forms are affine in the guess, what a guess of 1 takes away from the mean.
        { id: "noise", is: last(step(pg, state, 0).noiseForm) - last(step(pg, state, 1).noiseForm), says: factor },
        { id: "mean", is: last(answer.noiseForm), says: xtx / shrink - factor * guessX },
      ];
      return firstWrong(lines, inputs);
    },
    solution: { inputs: { line: "noise", value: 0.913 } },
  },
  {
    id: "4d-nat",
    claim: "4d",
    level: 1,
    minutes: 4,
    start: { preset: "moons", claim: "4d", stage: "posterior", T: 12, t: 6, guess: true },
    lock: ["data", ...SCHEDULE, "t", "dims", "x0x", "xtx", "guess"],
    judge(pg, state) {
      const at = { schedule: scheduleSpec(state), t: stepOf(state, 1), ...placesOf(state), curve: null };
      const { kl } = pg.diffusion.reverse(at);
      return [
        { name: "kl", value: kl, relation: ">=", bound: 0.98 },
        { name: "kl", value: kl, relation: "<=", bound: 1.02 },
      ];
    },
    solution: { state: { guessX: 0.98 } },
  },
  {
    id: "4d-hand",
    claim: "4d",
    level: 2,
    minutes: 8,
    start: { preset: "moons", claim: "4d", stage: "posterior", ...TWO_STEPS },
    lock: ["data", ...SCHEDULE, "dims"],
    inputs: ["variance", "weight", "kl"].map((id) => ({ ...NUMBER, id })),
    judge(pg, state, inputs) {
      const { posteriorVariance, elboWeight } = scheduleOf(pg, state);
      const { kl } = step(pg, state, last(step(pg, state, 0).eps) + Math.sqrt(ERROR));
      return [right(inputs, { variance: last(posteriorVariance), weight: last(elboWeight), kl })];
    },
    solution: { inputs: { variance: 0.167, weight: 2.5, kl: 1 } },
  },
  {
    id: "4d-below",
    claim: "4d",
    level: 3,
    minutes: 12,
    start: {
      ...{ preset: "moons", claim: "4d", stage: "forward", t: 2 },
      ...{ schedule: "linear", T: 50, beta1: 0.001, betaT: 0.3 },
    },
    lock: ["data"],
    judge(pg, state) {
      const { beta, elboWeight } = scheduleOf(pg, state);
      const weights = elboWeight.subarray(1);
      return [
        { name: "weight", value: weights.length > 0 ? Math.max(...weights) : Number.NaN, relation: "<", bound: 1 },
        { name: "kl", value: priorKl(pg, state), relation: "<", bound: 0.001 },
        { name: "first", value: beta[0] ?? Number.NaN, relation: "<=", bound: 0.001 },
        { name: "steps", value: state.T, relation: "<=", bound: 60 },
      ];
    },
    solution: {
      state: { schedule: "drawn", T: 60, knots: [-3, -2.5, -2, -1.5, -1, -0.7, -0.6, -0.6, -0.6] },
    },
  },
];
