// Answers to the tasks of problem 4 that are not done, however near they come.
import type { DiffusionState } from "../../../web/labs/diffusion/state.ts";
import type { WrongAnswers } from "./wrong.ts";

export default {
  "4a-arrive": [
    { why: "the first step too large: a constant schedule", state: { schedule: "constant", T: 50, beta: 0.2 } },
    { why: "all noise in one step", state: { T: 2, beta1: 0.01, betaT: 0.999 } },
    { why: "small steps only, but a thousand", state: { T: 1000, beta1: 0.01, betaT: 0.02 } },
    { why: "data that are noise already", state: { spread: 1, T: 50, beta1: 0.01, betaT: 0.1 } },
  ],
  "4a-shares": [
    { why: "noise that later steps do not shrink", inputs: { first: 0.316, second: 0.548, third: 0.706 } },
    { why: "the step's own shrinking, too", inputs: { first: 0.177, second: 0.324, third: 0.5 } },
    { why: "variances, not factors", inputs: { first: 0.035, second: 0.15, third: 0.5 } },
  ],
  "4a-line": [
    { why: "a consequence of the mistake", inputs: { line: "variance", value: 0.6 } },
    { why: "the right line, and the variance for the deviation", inputs: { line: "sum", value: 0.6 } },
    { why: "the right line, left as it was", inputs: { line: "sum", value: 1.023 } },
    { why: "a line that is right, with its value", inputs: { line: "early", value: 0.316 } },
  ],
  "4b-pull": [
    { why: "the mirror image of x_0: as if both weighed the same", state: { xtx: -0.9 } },
    { why: "at 0, where the mean is to be", state: { xtx: 0 } },
    { why: "x_0 moved in its place", state: { x0x: -0.04 } },
  ],
  "4b-equal": [
    { why: "no noise, where all shares are alike", state: { beta: 1e-6, t: 2 } },
    { why: "the first step, whose posterior is a point", state: { beta: 0.38, t: 1 } },
    { why: "the same beta, one step on", state: { beta: 0.38, t: 4 } },
    { why: "the same beta, one step back: the root of alpha forgotten", state: { beta: 0.38, t: 2 } },
  ],
  "4b-line": [
    { why: "beta in place of beta-tilde is no line of it", inputs: { line: "precision", value: 6 } },
    { why: "the right line, left as it was", inputs: { line: "B", value: 0.5 } },
    { why: "the last line, with its right value", inputs: { line: "mean", value: 0.863 } },
  ],
  "4c-known": [
    { why: "between the two points", state: { xtx: 0 } },
    { why: "a place that noise never leads to", state: { xtx: 5 } },
    { why: "x_0 moved to where the noise is known", state: { x0x: -1, xtx: -0.7 } },
    { why: "nearer to x_0, yet not near enough", state: { xtx: 0.35 } },
  ],
  "4c-hard": [
    { why: "the more noise the harder, one would think", state: { t: 200 } },
    { why: "half way", state: { t: 100 } },
    { why: "wider data in place of another step", state: { spread: 1, t: 1 } },
  ],
  "4c-line": [
    { why: "a consequence of the mistake", inputs: { line: "mean", value: -0.2058 } },
    { why: "the right line, left as it was", inputs: { line: "noise", value: 1.179 } },
    { why: "the right line, alpha for alpha-bar", inputs: { line: "noise", value: 1 } },
  ],
  "4d-nat": [
    { why: "a guess that is off by 1", state: { guessX: 0.245 } },
    { why: "the noise itself", state: { guessX: -0.755 } },
    { why: "off by 1/w, not by its root", state: { guessX: 2.265 } },
  ],
  "4d-hand": [
    { why: "one half forgotten", inputs: { variance: 0.167, weight: 5, kl: 2 } },
    { why: "beta for beta-tilde in the weight", inputs: { variance: 0.167, weight: 0.833, kl: 0.333 } },
    { why: "the error not squared once more: its root", inputs: { variance: 0.167, weight: 2.5, kl: 1.58 } },
    { why: "the variance of the step forward", inputs: { variance: 0.5, weight: 2.5, kl: 1 } },
  ],
  "4d-below": [
    { why: "straight from small to large", state: { schedule: "linear", T: 60, betaT: 0.3 } },
    { why: "equal steps, the first too large", state: { schedule: "constant", T: 60, beta: 0.2 } },
    { why: "equal small steps, which do not arrive", state: { schedule: "constant", T: 60, beta: 0.001 } },
    { why: "one step, whose weight is left out", state: { T: 1 } },
    {
      why: "small steps, then one jump",
      state: { schedule: "drawn", T: 60, knots: [-3, -3, -3, -3, -3, -3, -3, -3, -0.001] },
    },
  ],
  "4r1-harmless": [
    { why: "no noise: nothing to be wrong about", state: { T: 100, beta: 1e-6 } },
    { why: "one step, of little noise", state: { T: 1, beta: 0.1 } },
    { why: "two large steps", state: { T: 2, beta: 0.6 } },
  ],
  "4r1-peak": [
    { why: "as printed in the text", state: { betaT: 0.02 } },
    { why: "the same for every step: it grows to the end", state: { beta1: 0.02, betaT: 0.02 } },
    { why: "a shorter chain in its place", state: { T: 600 } },
    { why: "in the middle, but next to no noise", state: { beta1: 1e-9, betaT: 1e-8 } },
  ],
  "4r1-hidden": [
    { why: "no noise: harmless everywhere", state: { schedule: "constant", beta: 1e-9 } },
    { why: "the cosine, cut off at 0.2", state: { schedule: "cosine", betaMax: 0.2 } },
    { why: "one step: harmless", state: { T: 1 } },
  ],
  "4r2-top": [
    { why: "between the points, where the score is 0, too", state: { xtx: 0 } },
    { why: "at the data point itself, which has been shrunk", state: { xtx: 1 } },
    { why: "far out, where one point is left", state: { xtx: 3 } },
  ],
  "4r2-tweedie": [
    { why: "not divided by the root", inputs: { mean: 0.283, score: -0.034 } },
    { why: "the score's sign", inputs: { mean: 0.4, score: 0.034 } },
    { why: "the noise for the score", inputs: { mean: 0.4, score: 0.024 } },
    { why: "the nearest point for the mean", inputs: { mean: 1, score: 0.814 } },
  ],
  "4r2-nowhere": [
    { why: "one point at the origin: the mean is a point", state: { points: [0, 0] } },
    { why: "two points, and one twice", state: { points: [-1, 0, 1, 0, 1, 0] } },
    { why: "around another place", state: { points: [2, 0, 0.5, 0.87, 0.5, -0.87] } },
    { why: "their mean at 0, but one is nearer than the others", state: { points: [0.9, 0, -0.45, 1.5, -0.45, -1.5] } },
    { why: "four points", state: { points: [1, 0, -1, 0, 0, 1, 0, -1] } },
  ],
  "4r3-less": [
    { why: "twice as many steps, not enough", state: { T: 40 } },
    { why: "more than allowed", state: { T: 200 } },
    { why: "no noise: nothing is lost", state: { T: 20, betaMax: 0.01 } },
  ],
  "4r3-same": [
    { why: "all steps, without noise", state: { eta: 0, ddimSteps: 50 } },
    { why: "as much noise, in half of the steps", state: { eta: 1, ddimSteps: 25 } },
    { why: "a little less noise", state: { eta: 0.95, ddimSteps: 50 } },
    { why: "one step, in which all are the same", state: { T: 1, eta: 1 } },
  ],
  "4r3-agree": [
    { why: "many steps", state: { T: 1000 } },
    { why: "no noise: nothing to differ about", state: { betaT: 1e-4 } },
    { why: "equal steps", state: { schedule: "constant", beta: 0.13 } },
    {
      why: "two steps that leave nothing: both shrink all to the mean",
      state: { schedule: "constant", T: 2, beta: 0.999 },
    },
    { why: "cosine, with fewer steps", state: { schedule: "cosine", betaMax: 0.999, T: 20 } },
  ],
  "4bridge-steps": [
    { why: "ten steps", state: { bridgeT: 10 } },
    { why: "fifty", state: { bridgeT: 50 } },
    { why: "one step for data that are one Gaussian", state: { bridgeT: 1, bridgeM: 0 } },
  ],
  "4bridge-one": [
    { why: "wider, but the modes can still be told apart", state: { bridgeSd: 0.6 } },
    { why: "sharp modes", state: { bridgeSd: 0.02 } },
    { why: "one mode", state: { bridgeM: 0, bridgeSd: 0.2 } },
    { why: "more steps", state: { bridgeT: 1000 } },
  ],
  "4bridge-text": [
    { why: "more and more steps", state: { bridgeT: 1000 } },
    { why: "the schedule of DDPM", state: { schedule: "linear", beta1: 1e-4, betaT: 0.02, bridgeT: 1000 } },
    { why: "equal steps, too large", state: { schedule: "constant", beta: 0.2 } },
    { why: "equal steps, too small for a first one", state: { schedule: "constant", beta: 0.001, bridgeT: 1000 } },
    { why: "one step", state: { bridgeT: 1 } },
  ],
} satisfies WrongAnswers<DiffusionState>;
