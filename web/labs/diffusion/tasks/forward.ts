// Tasks on the forward process (4a) and the posterior of a step (4b).
import type { Task } from "../../../host/tasks/task.ts";
import { scheduleSpec } from "../data-and-schedule.ts";
import { stepOf } from "../fields.ts";
import { placesOf } from "../stages/posterior/request.ts";
import type { DiffusionState } from "../state.ts";
import { firstWrong, last, priorKl, right, SCHEDULE, scheduleOf } from "./measure.ts";

/** Of numbers that are computed by hand. */
const NUMBER = { kind: "number", min: -10, max: 10, start: 0 } as const;
/** A chain of two steps whose numbers come out even: beta 0.2 and 0.5. */
const TWO_STEPS = { schedule: "linear", T: 2, beta1: 0.2, betaT: 0.5, t: 2 } as const;
/** Of the posterior: all but the places. */
const HELD = ["data", ...SCHEDULE, "t", "dims"] as const;

export const forwardTasks: readonly Task<DiffusionState>[] = [
  {
    id: "4a-arrive",
    claim: "4a",
    level: 1,
    minutes: 5,
    start: { preset: "too-short", claim: "4a" },
    lock: ["data"],
    judge(pg, state) {
      const { beta } = scheduleOf(pg, state);
      return [
        { name: "kl", value: priorKl(pg, state), relation: "<", bound: 0.001 },
        { name: "steps", value: state.T, relation: "<=", bound: 50 },
        { name: "first", value: beta[0] ?? Number.NaN, relation: "<=", bound: 0.01 },
        { name: "largest", value: Math.max(...beta), relation: "<=", bound: 0.3 },
      ];
    },
    solution: { state: { T: 50, beta1: 0.01, betaT: 0.28, t: 50 } },
  },
  {
    id: "4a-shares",
    claim: "4a",
    level: 2,
    minutes: 8,
    start: {
      ...{ preset: "moons", claim: "4a", stage: "forward", t: 3 },
      ...{ schedule: "linear", T: 3, beta1: 0.1, betaT: 0.5 },
    },
    lock: ["data", ...SCHEDULE],
    inputs: ["first", "second", "third"].map((id) => ({ ...NUMBER, id })),
    judge(pg, state, inputs) {
      const { alpha, beta } = scheduleOf(pg, state);
      const shares = Array.from(beta, (noise, s) => Math.sqrt(alpha.slice(s + 1).reduce((a, b) => a * b, noise)));
      const [first, second, third] = shares as [number, number, number];
      return [right(inputs, { first, second, third })];
    },
    solution: { inputs: { first: 0.187, second: 0.387, third: 0.708 } },
  },
  {
    id: "4a-line",
    claim: "4a",
    level: 3,
    minutes: 8,
    start: { preset: "moons", claim: "4a", stage: "forward", ...TWO_STEPS },
    lock: ["data", ...SCHEDULE],
    inputs: [
      { kind: "choice", id: "line", options: ["shrink", "signal", "early", "sum", "variance"] },
      { ...NUMBER, id: "value" },
    ],
    judge(pg, state, inputs) {
      const { alpha, beta, alphaBar, noise } = scheduleOf(pg, state);
      const [alpha1, alpha2] = alpha as unknown as [number, number];
      const [beta1, beta2] = beta as unknown as [number, number];
      // The mistake: standard deviations are added.
      const sum = Math.sqrt(alpha2 * beta1) + Math.sqrt(beta2);
      const lines = [
        { id: "shrink", is: Math.sqrt(1 - beta2), says: Math.sqrt(alpha2) },
        { id: "signal", is: Math.sqrt(last(alphaBar)), says: Math.sqrt(alpha2 * alpha1) },
        { id: "early", is: Math.sqrt(last(noise) - beta2), says: Math.sqrt(alpha2 * beta1) },
        { id: "sum", is: Math.sqrt(last(noise)), says: sum },
        { id: "variance", is: last(noise), says: sum * sum },
      ];
      return firstWrong(lines, inputs);
    },
    solution: { inputs: { line: "sum", value: 0.775 } },
  },
  {
    id: "4b-pull",
    claim: "4b",
    level: 1,
    minutes: 4,
    start: { preset: "moons", claim: "4b", stage: "posterior", T: 12, t: 6 },
    lock: [...HELD, "x0x"],
    judge(pg, state) {
      const at = { schedule: scheduleSpec(state), t: stepOf(state, 1), ...placesOf(state), curve: null };
      const [mean = Number.NaN] = pg.diffusion.reverse(at).mean;
      return [{ name: "mean", value: Math.abs(mean), relation: "<=", bound: 0.01 }];
    },
    solution: { state: { xtx: -0.42 } },
  },
  {
    id: "4b-equal",
    claim: "4b",
    level: 2,
    minutes: 8,
    start: { preset: "moons", claim: "4b", stage: "posterior", schedule: "constant", T: 10, beta: 0.02, t: 3 },
    lock: ["data", "dims"],
    judge(pg, state) {
      const t = stepOf(state, 1);
      const at = { schedule: scheduleSpec(state), t, ...placesOf(state), curve: null };
      const { variance, priorVariance } = pg.diffusion.reverse(at);
      // At t = 1 there is no such share: 0/0.
      const share = variance / priorVariance;
      return [
        { name: "share", value: share, relation: ">=", bound: 0.49 },
        { name: "share", value: share, relation: "<=", bound: 0.51 },
        { name: "beta", value: scheduleOf(pg, state).beta[t - 1] ?? Number.NaN, relation: ">=", bound: 0.1 },
      ];
    },
    solution: { state: { beta: 0.38 } },
  },
  {
    id: "4b-line",
    claim: "4b",
    level: 3,
    minutes: 10,
    start: { preset: "moons", claim: "4b", stage: "posterior", ...TWO_STEPS, x0x: 1, xtx: 0.5 },
    lock: [...HELD, "x0x", "xtx"],
    inputs: [
      { kind: "choice", id: "line", options: ["a", "A", "b", "B", "precision", "mean"] },
      { ...NUMBER, id: "value" },
    ],
    judge(pg, state, inputs) {
      const { alpha, beta, alphaBar } = scheduleOf(pg, state);
      const [before] = alphaBar as unknown as [number];
      const a = Math.sqrt(before) * state.x0x;
      const A = 1 - before;
      const b = state.xtx / Math.sqrt(last(alpha));
      // The mistake: the likelihood as a function of x_{t-1} is as wide as one of x_t.
      const B = last(beta);
      const precision = 1 / A + 1 / B;
      const at = { schedule: scheduleSpec(state), t: 2, x0: [state.x0x], xt: [state.xtx], guess: null, curve: null };
      const answer = pg.diffusion.reverse(at);
      const lines = [
        { id: "a", is: last(answer.priorMean), says: a },
        { id: "A", is: answer.priorVariance, says: A },
        { id: "b", is: last(answer.likelihoodMean), says: b },
        { id: "B", is: answer.likelihoodVariance, says: B },
        { id: "precision", is: 1 / answer.variance, says: precision },
        { id: "mean", is: last(answer.mean), says: (a / A + b / B) / precision },
      ];
      return firstWrong(lines, inputs);
    },
    solution: { inputs: { line: "B", value: 1 } },
  },
];
