// Small made-up data sets, each with one thing to show. Noise was drawn once and is stored, so every plot is the same. Loaded when one
// is asked for.
import type { Points } from "./dataset.ts";
import { linear, type Preset, rbf, window } from "./preset.ts";
import type { TeachingId } from "./preset-ids.ts";

/** sin(x)/x with normal noise of standard deviation 0.06. */
const sinc: Points = {
  d: 1,
  x: [
    -9.04, -8.76, -8.36, -8.17, -7.77, -7.5, -7.26, -6.86, -6.65, -6.27, -6.04, -5.73, -5.35, -4.97, -4.8, -4.48, -4.09,
    -3.72, -3.49, -3.22, -2.8, -2.68, -2.22, -2.03, -1.75, -1.45, -1.11, -0.7, -0.52, -0.14, 0.18, 0.43, 0.77, 0.98,
    1.28, 1.62, 2.02, 2.27, 2.56, 2.92, 3.19, 3.47, 3.87, 4.16, 4.37, 4.74, 5.04, 5.41, 5.69, 5.91, 6.35, 6.48, 6.85,
    7.22, 7.4, 7.78, 7.99, 8.42, 8.75, 9.01,
  ],
  y: [
    0.078, 0.034, 0.077, 0.04, 0.07, 0.093, 0.191, -0.042, -0.034, 0.012, 0.047, -0.057, -0.264, -0.346, -0.186, -0.261,
    -0.266, -0.088, -0.032, -0.015, 0.134, 0.192, 0.454, 0.479, 0.593, 0.717, 0.713, 0.997, 1.013, 1.029, 0.876, 0.931,
    0.955, 0.739, 0.737, 0.678, 0.367, 0.433, 0.248, 0.066, 0.004, -0.054, -0.165, -0.136, -0.255, -0.236, -0.125,
    -0.14, -0.151, -0.005, 0.098, 0.003, -0.004, 0.104, 0.113, 0.11, 0.208, 0.039, 0.147, -0.031,
  ],
};

/** y = 1 + 0.6 x with a little noise, and one reading far below it. */
const outlier: Points = {
  d: 1,
  x: [
    0.25, 0.75, 1.25, 1.75, 2.25, 2.75, 3.25, 3.75, 4.25, 4.75, 5.25, 5.75, 6.25, 6.75, 7.25, 7.75, 8.25, 8.75, 9.25,
    9.75,
  ],
  y: [
    0.94, 1.24, 1.87, 1.64, 2.32, 2.24, 3.15, 3.29, 3.79, 3.76, 4.22, 4.4, 4.62, 5.08, 5.12, 0.4, 6.08, 6.26, 6.48,
    7.24,
  ],
};

/** y = x, and with epsilon 0.5: two points on each edge of the tube, two above, one below, two inside. */
const fiveCases: Points = {
  d: 1,
  x: [-4, -3, -2, -1, 0, 1, 2, 3, 4],
  y: [-4.5, -2.5, -1, -1.25, 0.25, 0, 3, 2.5, 4.5],
};

/** A parabola with a little noise: its fit by the degree-2 kernel has three coefficients. */
const parabola: Points = {
  d: 1,
  x: [-2.2, -1.8, -1.4, -1, -0.6, -0.2, 0.2, 0.6, 1, 1.4, 1.8, 2.2],
  y: [3.2, 1.54, 0.81, 0.03, -0.39, -1.15, -1.13, -1.16, -0.99, -0.54, 0.13, 0.97],
};

/** y = x1^2 - x2^2 + x1 x2 / 2 with noise of standard deviation 0.12. */
const saddle: Points = {
  d: 2,
  x: [
    -0.79, 0.13, -0.39, 0.31, 0.38, -1.3, -1.46, 1.01, -0.72, -0.8, 1.49, -0.09, 1.01, -0.07, 0.42, -1.05, 0.4, 1.1,
    0.07, 0.72, 0.51, -1.31, 0.77, 0.27, -0.6, -1.41, 1.1, -0.08, 0.66, 1.14, 0.64, 1.26, -0.32, 0.9, -0.17, 1.31, 1.14,
    -1.21, -1.09, -0.85, 1.4, -0.19, 0.38, -0.6, 0.02, -0.34, -0.45, 0.26, 0.25, 1.21, 0.55, 1.29, 1.07, 1.47, 0.51,
    -1.01, 1.08, 1.39, 1.21, 0.21, 0.64, -0.87, 0.99, 0.22, -0.65, -1.31, 1.06, 1.47, -1.23, 0.9, -0.27, -1.05,
  ],
  y: [
    0.5, 0.19, -1.77, 0.35, 0.14, 2.12, 0.96, -1.25, -0.58, -0.72, -2.22, 0.61, -1.22, 1.2, -0.51, -0.79, -0.81, -1.68,
    -0.91, 0.88, 2.02, -0.27, -0.24, 0.36, -1.16, -1.08, -0.37, -0.98, -0.11, 1.42, -0.78, 0.98, -0.73, -0.31, -0.02,
    -0.81,
  ],
};

/** Two readings below, two above, at mirrored x: the best w is 0, and the best offset is a whole interval. */
const tie: Points = { d: 1, x: [-1, 1, -1, 1], y: [0, 0, 1, 1] };

/** All targets within 2 epsilon of each other. */
const insideTube: Points = { d: 1, x: [0, 1, 2, 3, 4, 5, 6], y: [1.2, 0.9, 1.4, 1.1, 0.8, 1.3, 1] };

/** Repeated inputs: some with the same target, some with another. */
const duplicates: Points = {
  d: 1,
  x: [0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 5, 5, 5],
  y: [0, 0, 0.6, 1.2, 1.2, 0.4, 1, 1, 1, 0.2, 0.2, -0.5, -1, -1, -0.4, -1.1, -1.1, -1.1],
};

const onePoint: Points = { d: 1, x: [2], y: [3] };

const twoPoints: Points = { d: 1, x: [0, 2], y: [1, 2] };

/** Inputs t (1, 2, -1): three columns, one direction. */
const collinear: Points = {
  d: 3,
  x: [
    -1.75, -3.5, 1.75, -1.5, -3, 1.5, -1.25, -2.5, 1.25, -1, -2, 1, -0.75, -1.5, 0.75, -0.5, -1, 0.5, -0.25, -0.5, 0.25,
    0, 0, 0, 0.25, 0.5, -0.25, 0.5, 1, -0.5, 0.75, 1.5, -0.75, 1, 2, -1, 1.25, 2.5, -1.25, 1.5, 3, -1.5, 1.75, 3.5,
    -1.75,
  ],
  y: [-1.79, -1.26, -0.74, -0.39, -0.16, -0.09, 0.27, 0.45, 0.54, 1.01, 1.59, 1.75, 1.94, 2.09, 2.58],
};

/** tanh(1.6 x) with normal noise of standard deviation 0.1. */
const step: Points = {
  d: 1,
  x: [
    -3, -2.74, -2.48, -2.22, -1.96, -1.7, -1.43, -1.17, -0.91, -0.65, -0.39, -0.13, 0.13, 0.39, 0.65, 0.91, 1.17, 1.43,
    1.7, 1.96, 2.22, 2.48, 2.74, 3,
  ],
  y: [
    -1.14, -0.98, -1.03, -1.05, -0.9, -0.98, -1.01, -0.77, -0.95, -0.9, -0.69, -0.26, 0.27, 0.64, 0.89, 1.08, 1.13,
    1.05, 1.13, 1.07, 0.95, 1.09, 1.01, 0.98,
  ],
};

export const teaching: Readonly<Record<TeachingId, Preset>> = {
  sinc: { points: sinc, parameters: { ...rbf(0.5, 10, 0.1), standardise: false } },
  outlier: { points: outlier, parameters: linear(1, 0.3) },
  "five-cases": { points: fiveCases, parameters: linear(1, 0.5) },
  parabola: {
    points: parabola,
    parameters: { kernel: "poly", gamma: 1, coef0: 1, degree: 2, C: 10, epsilon: 0.25, standardise: false },
  },
  saddle: {
    points: saddle,
    xNames: ["x1", "x2"],
    parameters: {
      kernel: "poly",
      gamma: 1,
      coef0: 1,
      degree: 2,
      C: 10,
      epsilon: 0.15,
      standardise: false,
      plot: "predicted",
    },
  },
  "tie-wide": { points: tie, parameters: linear(1, 0.2) },
  "tie-slack": {
    points: tie,
    parameters: { ...linear(1, 0.6), ...window([-1.4, 1.4], [-0.4, 1.4]) },
  },
  "inside-tube": {
    points: insideTube,
    parameters: { ...linear(10, 0.5), ...window([-0.4, 6.4], [0.4, 1.8]) },
  },
  duplicates: {
    points: duplicates,
    parameters: { ...rbf(0.7, 2, 0.2), standardise: false },
  },
  "one-point": { points: onePoint, parameters: linear(1, 0.5) },
  "two-points": { points: twoPoints, parameters: linear(10, 0.25) },
  collinear: {
    points: collinear,
    xNames: ["t", "2t", "-t"],
    parameters: { ...linear(5, 0.2), plot: "predicted" },
  },
  indefinite: {
    points: step,
    parameters: { kernel: "sigmoid", gamma: 1, coef0: 0, C: 0.1, epsilon: 0.1, standardise: false },
  },
};
