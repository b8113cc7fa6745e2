// Problems made from a seed.
import type { Kernel, SvddProblem, SvrProblem } from "../../../wasm/lib/types.ts";

/** Uniform on [0, 1): a 32-bit linear congruential generator, plenty for test data. */
export function uniform(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** y = sin(sum x) + noise, RBF. */
export function wave(n: number, d: number, change: Partial<SvrProblem> = {}, seed = 1): SvrProblem {
  const next = uniform(seed);
  const x = Float64Array.from({ length: n * d }, () => 6 * next() - 3);
  const y = Float64Array.from({ length: n }, (_, i) => {
    let sum = 0;
    for (let k = 0; k < d; k++) sum += x[i * d + k] ?? 0;
    return Math.sin(sum) + 0.3 * (next() - 0.5);
  });
  return { x, d, y, kernel: { type: "rbf", gamma: 1 }, C: 1, epsilon: 0.1, ...change };
}

/** Points of a bump and a few further out, weights that differ, RBF. */
export function cloud(n: number, d: number, change: Partial<SvddProblem> = {}, seed = 1): SvddProblem {
  const next = uniform(seed);
  const bump = () => next() + next() + next() - 1.5;
  const x = Float64Array.from({ length: n * d }, (_, k) => (Math.floor(k / d) % 10 === 3 ? 4 : 1) * bump());
  const weights = Float64Array.from({ length: n }, () => (0.5 + next()) / n);
  return { x, d, weights, nu: 0.2, kernel: { type: "rbf", gamma: 0.7 }, tolerance: 1e-6, ...change };
}

export const KERNELS: readonly Kernel[] = [
  { type: "linear" },
  { type: "rbf", gamma: 0.7 },
  { type: "poly", gamma: 0.5, coef0: 1, degree: 3 },
  { type: "sigmoid", gamma: 0.3, coef0: -0.2 },
];

/** The claims on spheres. */
export const CLAIMS = ["2.1", "2.2", "2.3", "2.4", "2.5a", "2.5b", "2.5c", "2.5d", "2.5e", "2.6"] as const;
