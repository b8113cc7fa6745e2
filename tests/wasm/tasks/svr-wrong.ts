// Answers to the tasks of problem 1 that are not done, however near they come.
import type { SvrState } from "../../../web/labs/svr/state.ts";
import type { WrongAnswers } from "./wrong.ts";

export default {
  "1a-reward": [
    { why: "a point on the upper edge: its bracket is too small", state: { point: 8, alphaStar: 1.5 } },
    { why: "the multiplier of the other constraint", state: { point: 6, alpha: 1.5 } },
    { why: "a larger C, so that the slider reaches farther", state: { point: 8, alphaStar: 3, C: 2 } },
    { why: "mended", state: { point: 6, alphaStar: 1.5, broken: [] } },
  ],
  "1a-level": [
    { why: "a multiplier whose constraint is slack", state: { point: 3, alpha: 0.5 } },
    { why: "one that hardly moved", state: { point: 3, beta: 0.9 } },
    { why: "two that nearly make up for one another", state: { point: 6, alphaStar: 0.4, beta: 0.4 } },
  ],
  "1a-escape": [
    { why: "L is lower, but at the optimum already", state: { point: 6, beta: 1.5 }, inputs: { slack: 50 } },
    { why: "the optimal multipliers: L is level in ξ", inputs: { slack: -50 } },
    { why: "the other sign of ξ", state: { point: 3, beta: 0 }, inputs: { slack: 20 } },
    {
      why: "a move along the dual's edge: α + β is still C",
      state: { point: 8, alpha: 0.5, beta: 0.5 },
      inputs: { slack: -50 },
    },
  ],
  "1b-first": [
    { why: "a later iteration with a smaller gap", state: { iteration: 20 } },
    { why: "the one before", state: { iteration: 11 } },
    { why: "the end of the path", state: { iteration: null } },
    { why: "a coarser solver, which ends earlier", state: { iteration: 1, tolerance: 0.1 } },
  ],
  "1b-line": [
    { why: "the last line, which is wrong as well but follows", inputs: { line: "result", error: 1.1025 } },
    { why: "the right line, with ½‖w‖² for ‖w‖²", inputs: { line: "bracket", error: 0.55125 } },
    { why: "the right line with the other sign", inputs: { line: "bracket", error: -1.1025 } },
    { why: "no line", inputs: { error: 1.1025 } },
    { why: "a line that is right, and no error", inputs: { line: "least", error: 0 } },
    { why: "the right line, and 2 % off", inputs: { line: "bracket", error: 1.1246 } },
  ],
  "1b-solver": [
    { why: "the sum forgotten", inputs: { first: -0.4, second: 0.6, third: -0.1, b: 0.1 } },
    { why: "2C for C", inputs: { first: -0.8, second: 1.2, third: -0.4, b: 0.1 } },
    { why: "nothing at all: P = D only in the dual", inputs: { b: 0.6 } },
    { why: "the multipliers are right, and b is beside", inputs: { first: -0.5, second: 0.6, third: -0.1, b: 0.2 } },
    { why: "easier points", inputs: {}, state: { y: [0, 0, 0] } },
  ],
  "1c1-other": [
    { why: "beyond the end of the set", state: { b: 0.85 } },
    { why: "in the set, but too near", state: { b: 0.6 } },
    { why: "a wide tube, in which any b is good", state: { b: 0.1, epsilon: 2 } },
  ],
  "1c1-wide": [
    { why: "a tube as narrow as the points allow: one b", state: { x: [-1, 1], y: [0, 1] } },
    { why: "wide, but of eight points", state: { x: [-1, 1, -1, 1, -1, 1, -1, 1], y: [0, 0, 1, 1, 0, 0, 1, 1] } },
    { why: "wide, by a narrower tube", state: { x: [-1, 1, -1, 1], y: [0, 0, 1, 1], epsilon: 0.1 } },
    { why: "one point alone: as wide as the tube", state: { x: [0], y: [0] } },
    {
      why: "the data set of the menu that has such a set",
      state: { preset: "tie-wide", x: [-1, 1, -1, 1], y: [0, 0, 1, 1] },
    },
    { why: "as many above as below, but one on an edge", state: { x: [-1, 1, -1, 1, 0], y: [0, 0, 1, 1, 0.5] } },
  ],
  "1c1-single": [
    { why: "an interval", state: { y: [0, 4.5] } },
    { why: "a point just free", state: { y: [0, 4.39] } },
    { why: "all inside a tube that they just fill: no multiplier at all", state: { y: [0, 0.4], x: [0, 0] } },
    { why: "one b, by a tiny tube", state: { y: [0, 5], epsilon: 1e-4 } },
  ],
  "1c2-free": [
    { why: "beyond the edge: α is C", state: { y: [1.2, 0.9, 1.4, 2.5, 0.8, 1.3, 1] } },
    { why: "just touched: α is almost 0", state: { y: [2, 0.9, 1.4, 1.1, 0.8, 1.3, 1] } },
    { why: "free, but on the lower edge", state: { y: [-0.1, 1.5, 1.4, 1.5, 1.6, 1.3, 1.4] } },
    { why: "free, by a smaller C", state: { y: [2, 0.9, 1.4, 1.1, 0.8, 1.3, 1], C: 1 } },
  ],
  "1c2-five": [
    { why: "four rows", state: { x: [-2, 0, 1, 2], y: [-2.5, 1, 0, 2.5] } },
    {
      why: "the nine points of the example",
      state: { x: [-4, -3, -2, -1, 0, 1, 2, 3, 4], y: [-4.5, -2.5, -1, -1.25, 0.25, 0, 3, 2.5, 4.5] },
    },
    { why: "a band so wide that all is edge", state: { y: [-2.4, -1, 1, 0, 2.4], tolerance: 0.1 } },
  ],
  "1c2-sum": [
    { why: "the optimum itself: nothing is lost", inputs: { first: 0.4, second: -1, third: 0.6, b: 0.4 } },
    { why: "dear, but off the staircase", inputs: { first: 0.5, second: 0.5, third: 0.5, b: -10 } },
    { why: "beyond C", inputs: { first: 2, second: 2, third: 2, b: -10 } },
    { why: "all at C, and a bit beyond it", inputs: { first: 1.002, second: 1, third: 1, b: -10 } },
    { why: "a step that is missed by a bit", inputs: { first: 0.998, second: 1, third: 1, b: -10 } },
    { why: "the wrong way", inputs: { first: 1, second: 1, third: 1, b: 10 } },
  ],
  "1d1-shift": [
    { why: "linear: the fit is the same but for b, and K is not", state: { kernel: "linear" } },
    { why: "one that saturates", state: { kernel: "sigmoid", coef0: 10, gamma: 1e-4 } },
    { why: "standardised, which takes the shift back", state: { kernel: "linear", standardise: true } },
  ],
  "1d1-mirror": [
    { why: "a shift: distances stay, products do not", state: { x: [-1.5, -0.5, 1, 1.5, 3] } },
    { why: "mirrored at another place", state: { x: [3, 2, 0.5, 0, -1.5] } },
    { why: "the same points in another order", state: { x: [2.5, 1, -1, 0.5, -2] } },
    { why: "one point left as it was", state: { x: [2, 1, 0.5, -1, -2.5] } },
    { why: "another kernel, for which a shift will do", state: { kernel: "rbf", x: [-1.5, -0.5, 1, 1.5, 3] } },
  ],
  "1d1-negative": [
    { why: "opposite inputs, with c₀ ≥ 0", state: { x: [-1, 1], coef0: 1 } },
    { why: "a negative c₀, and inputs that hardly differ", state: { x: [1, 1.1], coef0: -1 } },
    { why: "the sigmoid, which is no kernel either", state: { kernel: "sigmoid", x: [-3, 3], coef0: -1 } },
    { why: "more points", state: { x: [-1, 1, 2], y: [0, 1, 1], coef0: -1 } },
  ],
  "1d2-few": [
    { why: "three", state: { epsilon: 0.58 } },
    { why: "none", state: { epsilon: 0.8 } },
    { why: "two points", state: { x: [-1, 1], y: [0, 1] } },
  ],
  "1d2-cancel": [
    { why: "far from all data: all bars are short", state: { at: [13] } },
    { why: "where f is 0 and not b", state: { at: [3.25] } },
    { why: "between two steps that are too coarse", state: { at: [2.7] } },
  ],
  "1d2-explicit": [
    { why: "b forgotten", inputs: { constant: 0, linear: -0.465, square: 0.608 } },
    { why: "the cross term once and not twice", inputs: { constant: -1.017, linear: -0.232, square: 0.608 } },
    { why: "α + α* for α − α*", inputs: { constant: -0.659, linear: -1.112, square: 1.125 } },
  ],
} satisfies WrongAnswers<SvrState>;
