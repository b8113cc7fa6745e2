// Answers to the tasks of problem 2 that are not done, however near they come.
import type { SvddState } from "../../../web/labs/svdd/state.ts";
import * as teaching from "../../../web/labs/svdd/teaching.ts";
import type { WrongAnswers } from "./wrong.ts";

/** The cloud of twenty with these points moved by (dx, dy). */
const moved = (rows: readonly number[], dx: number, dy = 0) =>
  teaching.cloud.x.map((x, k) => (rows.includes(Math.floor(k / 2)) ? x + (k % 2 === 0 ? dx : dy) : x));
const all = Array.from({ length: 20 }, (_, i) => i);

const SMALL = [0.4, 0, 0.2, 0.35, -0.2, 0.35, -0.4, 0, -0.2, -0.35, 0.2, -0.35];
const TWO_FAR = [3, 0, -2, 1, 0, 1, 0.5, -1, 0, -1, 1, 0.5];

export default {
  "2.1-below": [
    { why: "by the alpha of a point inside", state: { point: 13, alpha: 0.3 } },
    { why: "by gamma, whose term is gamma times rho", state: { point: 13, gammaMult: 0.3586 } },
    { why: "another point's slack is too short for its whole slider", state: { point: 10, beta: 0.3 } },
    { why: "the beta of another point, which stays as the new one is picked", state: { point: 1, beta: 0.244 } },
  ],
  "2.1-free": [
    { why: "outside, where beta costs", state: { point: 6, alpha: 0, beta: 0.1 } },
    { why: "outside, alpha alone", state: { point: 6, alpha: 0 } },
    { why: "inside, where alpha costs", state: { point: 13, alpha: 0.1, beta: 0 } },
    { why: "outside by little: its slack is short", state: { point: 1, alpha: 0.1, beta: 0.1 } },
  ],
  "2.2-stop": [
    { why: "the end of the path", state: { iteration: 13 } },
    { why: "one before", state: { iteration: 8 } },
    { why: "one after: the gap is below the bound, but was before", state: { iteration: 10 } },
    { why: "no path", state: { iteration: 9, stepper: false } },
    { why: "a path that is gone on with elsewhere", state: { iteration: 9, nuShare: 0.2 } },
  ],
  "2.2-solver": [
    { why: "the mean of the points", inputs: { alpha1: 0.3333, alpha2: 0.3333, alpha3: 0.3333, rho: 5.6 } },
    { why: "R for rho", inputs: { alpha1: 0.25, alpha2: 0.4167, alpha3: 0.3333, rho: 2.236 } },
    {
      why: "a ball around all, whose multipliers prove nothing",
      inputs: { alpha1: 0.25, alpha2: 0.4167, alpha3: 0.3333, rho: 10 },
    },
    {
      why: "multipliers of sum 2, whose theta exceeds the cost",
      inputs: { alpha1: 0.5, alpha2: 0.8333, alpha3: 0.6667, rho: 5 },
    },
    { why: "no multipliers", inputs: { alpha1: 0, alpha2: 0, alpha3: 0, rho: 5 } },
  ],
  "2.3-bound": [
    {
      why: "theta divided by the sum twice",
      inputs: { beta1: 0.4167, beta2: 0.5417, beta3: 0.5417, gamma: 0.5, theta: 1.25 },
    },
    {
      why: "theta not divided by the sum",
      inputs: { beta1: 0.4167, beta2: 0.5417, beta3: 0.5417, gamma: 0.5, theta: 2.1875 },
    },
    { why: "C for C / nu", inputs: { beta1: 0.0833, beta2: 0.2083, beta3: 0.2083, gamma: 0.5, theta: 1.875 } },
    { why: "gamma forgotten", inputs: { beta1: 0.4167, beta2: 0.5417, beta3: 0.5417, gamma: 0, theta: 1.875 } },
  ],
  "2.3-line": [
    { why: "the first line that looks odd", inputs: { line: "2", theta: 1.04 } },
    { why: "a line that equals the wrong one above it", inputs: { line: "4", theta: 1.04 } },
    { why: "the line, and the value of the wrong derivation", inputs: { line: "3", theta: -1.68 } },
    { why: "the value alone", inputs: { theta: 1.04 } },
    { why: "the line alone", inputs: { line: "3" } },
  ],
  "2.4-half": [
    { why: "nu itself at the sum", state: { nuShare: 0.5 } },
    { why: "the weight away from the centre as nu", state: { nuShare: 0.333 } },
    { why: "points counted: four of five, over twice as much", state: { nuShare: 0.999 } },
    { why: "all points in one place", state: { x: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], nuShare: 0.667 } },
  ],
  "2.4-less": [
    { why: "corners above C / nu, whose theta exceeds the maximum", inputs: { corner: 0.175, centre: 0 } },
    { why: "a sum of 1", inputs: { corner: 0.1667, centre: 0.3332 } },
    { why: "a small sum, spread evenly", inputs: { corner: 0.14, centre: 0.14 } },
    { why: "no multipliers", inputs: { corner: 0, centre: 0 } },
  ],
  "2.4-equal": [
    { why: "all in one place: a sum of 0, and no cost", state: { x: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], nuShare: 0.9 } },
    { why: "one point at the centre is too light", state: { x: [2, 0, -2, 0, 0, 2, 0, -2, 0, 0], nuShare: 0.999 } },
    { why: "heavy, but nu too small for rho = 0", state: { x: [2, 0, -2, 0, 0, 0, 0, 0, 0, 0], nuShare: 0.3 } },
    { why: "by a weight", state: { x: [2, 0, -2, 0, 0, 0], weights: [1, 1, 3], nuShare: 0.9 } },
    {
      why: "of seven points",
      state: { x: [3, 0, -3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], nuShare: 0.9 },
    },
  ],
  "2.5a-inside": [
    { why: "four points", state: { x: moved([0, 4, 5, 8], -0.6) } },
    { why: "all points with the sphere", state: { x: moved(all, 0.6) } },
    { why: "five, one of them out of the sphere", state: { x: moved([4, 5, 8, 13, 0], 1.2) } },
    { why: "points that pull, exchanged for one another", state: { x: exchanged() } },
    { why: "other points, added", state: { x: [...teaching.cloud.x, ...moved([0, 4, 5, 8, 13], -0.6).slice(0, 20)] } },
  ],
  "2.5a-uneven": [
    { why: "an obtuse triangle: its third point does not pull", state: { x: [-5, 0, 5, 0, -4.5, 1] } },
    { why: "far away", state: { x: [-50, 0, 50, 0, -45, 25] } },
    { why: "two points", state: { x: [-5, 0, 5, 0] } },
    { why: "many inside on one side", state: { x: [-5, 0, 5, 0, 4, 0, 4, 1, 4, -1, 3, 0] } },
  ],
  "2.5b-floor": [
    { why: "beyond the upper end", state: { rho: 9.2 } },
    { why: "below the lower end", state: { rho: 1.2 } },
    { why: "on the floor, but near the solver's", state: { rho: 6 } },
    { why: "the radius of the farthest", state: { rho: 1 } },
  ],
  "2.5b-slope": [
    { why: "five outside: slope 0", state: { rho: 2.7886768 } },
    { why: "nine outside", state: { rho: 1.85 } },
    { why: "all outside", state: { rho: 0 } },
    { why: "the solver's", state: { rho: null } },
  ],
  "2.5c-step": [
    { why: "a step, but a short one", state: { nuShare: 0.4 } },
    { why: "next to the step", state: { nuShare: 0.201 } },
    { why: "one point outside cannot be", state: { nuShare: 0.1 } },
  ],
  "2.5c-both": [
    { why: "points counted: four of five", state: { nuShare: 0.8 } },
    { why: "just above: rho = 0 alone", state: { nuShare: 0.601 } },
    { why: "just below: rho = 1 alone", state: { nuShare: 0.599 } },
  ],
  "2.5c-long": [
    { why: "two far, but seven points: nu n is no whole number", state: { x: [...TWO_FAR, 0, 0.5] } },
    { why: "eight points, three of them far", state: { x: [...TWO_FAR, 0, 3, 0.5, 0] } },
    { why: "a short one, made long", state: { x: [30, 0, -20, 10, 0, 10, 5, -10, 0, -10, 10, 5, 0, 5, 5, 0] } },
    { why: "four points: one outside would be the centre", state: { x: [3, 0, -2, 1, 0, 1, 0.5, -1] } },
  ],
  "2.5d-six": [
    { why: "no slack, for which nothing is off", inputs: { rho: 9 } },
    { why: "R for rho", inputs: { rho: 1.732 } },
    { why: "the solver's rho", inputs: { rho: 5.125 } },
    { why: "the slack itself", inputs: { rho: 6 } },
  ],
  "2.5d-lucky": [
    { why: "no point outside: both are 0", state: { x: SMALL } },
    { why: "all in one place", state: { x: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] } },
    { why: "a short slack, where hardly anything can be off", state: { x: [...SMALL, 0.42, 0] } },
    { why: "R = 1, where R and R² agree but d and d² do not", state: { x: [...SMALL.map((x) => 2.5 * x), 1.5, 0] } },
  ],
  "2.5e-edge": [
    { why: "out", state: { x: moved([12], -1.8, 0.4) } },
    { why: "still inside", state: { x: moved([12], -1.1, 0.2) } },
    { why: "another point of two", state: { x: [0, 0, 1, 0] } },
    { why: "a point on the edge, but another one", state: { x: moved([7], -1.33, 0.86) } },
  ],
  "2.5e-silent": [
    { why: "an obtuse triangle: inside", state: { x: [0, 0, 4, 0, 1, 1] } },
    { why: "an acute one: all three pull", state: { x: [0, 0, 4, 0, 2, 3] } },
    { why: "two points in one place", state: { x: [0, 0, 0, 0, 4, 0] } },
    { why: "four corners", state: { x: [0, 0, 4, 0, 0, 3, 4, 3] } },
  ],
  "2.6-three": [
    { why: "nu is not the share outside", state: { nuShare: 0.3 } },
    { why: "four outside", state: { nuShare: 0.42 } },
    { why: "three, of other points", state: { x: teaching.weighted.x, nuShare: 0.6 } },
  ],
  "2.6-last": [
    { why: "1/n, below which no point may be outside in any data", state: { nuShare: 0.1 } },
    { why: "too large: one is outside", state: { nuShare: 0.23 } },
    { why: "too small", state: { nuShare: 0.19 } },
    { why: "the largest nu of all", state: { nuShare: 0.999 } },
  ],
  "2.6-none": [
    { why: "a smaller nu", state: { nuShare: 0.05 } },
    { why: "all in one place", state: { x: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1] } },
    { why: "two on the sphere, four inside", state: { x: [3, 0, -3, 0, 0, 1, 0, -1, 1, 0, -1, 0] } },
    { why: "four points on a circle", state: { x: [2, 1, 2, -1, -2, 1, -2, -1] } },
    { why: "one of six off the circle", state: { x: [2, 1, 2, -1, -2, 1, -2, -1, 1, 2, -1.2, -2.6] } },
  ],
} satisfies WrongAnswers<SvddState>;

/** The cloud with the places of its five farthest points changed in turn: the same points, in other rows. */
function exchanged(): readonly number[] {
  const far = [6, 10, 14, 16, 18];
  const x = [...teaching.cloud.x];
  far.forEach((row, k) => {
    const from = far[(k + 1) % far.length] ?? row;
    x.splice(2 * row, 2, teaching.cloud.x[2 * from] ?? 0, teaching.cloud.x[2 * from + 1] ?? 0);
  });
  return x;
}
