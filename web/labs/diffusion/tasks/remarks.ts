// Tasks on the remarks: the simple loss (4r1), the score (4r2), the two samplers (4r3), and the bridge from a VAE (4bridge).
import type { Proofground } from "../../../../wasm/lib/types.ts";
import type { Task } from "../../../host/tasks/task.ts";
import { scheduleSpec } from "../data-and-schedule.ts";
import { stepOf } from "../fields.ts";
import { withSteps } from "../stages/elbo/request.ts";
import { placesOf } from "../stages/posterior/request.ts";
import { methodOf } from "../stages/sample/request.ts";
import type { DiffusionState } from "../state.ts";
import { dataOf, last, right, SCHEDULE, scheduleOf } from "./measure.ts";

/** What the printed loss has too much of E|x_t|^2, for data of variance 1: by step. */
function excess(pg: Proofground, state: DiffusionState): Float64Array {
  const { alpha, alphaBar } = scheduleOf(pg, state);
  return alpha.map((value, k) => value - (alphaBar[k] as number));
}

/** Of (m*2) data, the distance of the nearest one. */
function nearest(points: ArrayLike<number>, x: number, y: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i + 1 < points.length; i += 2)
    least = Math.min(least, Math.hypot((points[i] as number) - x, (points[i + 1] as number) - y));
  return least;
}

/** Of the triangle of three points; NaN for any other number of them. */
function areaOf(points: readonly number[]): number {
  if (points.length !== 6) return Number.NaN;
  const [ax, ay, bx, by, cx, cy] = points as readonly [number, number, number, number, number, number];
  return Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2;
}

/** Score and E[x_0 | x_t] at one place and step. */
function scoreAt(pg: Proofground, state: DiffusionState, t: number, x: readonly number[]) {
  const at = { schedule: scheduleSpec(state), t, x };
  const { score, x0 } = pg.diffusion.oracle({ data: dataOf(pg, state), ...at });
  const [meanX = Number.NaN, meanY = Number.NaN] = x0;
  return { score: Math.hypot(...score), mean: [meanX, meanY] as const, near: nearest(state.points, meanX, meanY) };
}

const SAMPLERS = { preset: "gaussians", claim: "4r3", stage: "sample", runC: "none" } as const;

/** Both samplers' moments after these steps; NaN where they take more than `most`, which need not be computed. */
function samplers(pg: Proofground, state: DiffusionState, most: number) {
  if (state.T > most) return { gap: Number.NaN, ancestral: Number.NaN };
  const request = { data: dataOf(pg, state), schedule: scheduleSpec(state), broken: false, options: { seed: 1 } };
  const claim = pg.diffusion.claim({ id: "4r3", ...request });
  if (claim.id !== "4r3") throw new Error("another claim's picture");
  const { gap, ancestralSd, sd } = claim.picture;
  return { gap: gap[0] ?? Number.NaN, ancestral: (ancestralSd[0] ?? Number.NaN) / sd };
}

/** (40*2) particles of a sampler of the exact noise, at t = 0. */
function sampled(pg: Proofground, state: DiffusionState, run: "exact-ancestral" | "exact-ddim"): Float64Array {
  const eps = { kind: "oracle", data: dataOf(pg, state) } as const;
  const at = { schedule: scheduleSpec(state), count: 40, d: 2, seed: state.seed };
  const sampler = pg.diffusion.sample({ eps, method: methodOf(run, state), ...at });
  try {
    while (!sampler.advance(state.T)) {}
    return sampler.x();
  } finally {
    sampler.delete();
  }
}

const BRIDGE = { preset: "bridge", claim: "4bridge", stage: "elbo", elboView: "bridge", betaMax: 0.999 } as const;

/** NELBO - entropy for the three variances of the reverse steps. */
function gaps(pg: Proofground, state: DiffusionState) {
  const { bridgeT, bridgeM: m, bridgeSd: sd } = state;
  const data = { weights: [1, 1], means: [-m, m], covariances: [sd * sd, sd * sd], d: 1 };
  const schedule = withSteps(scheduleSpec(state), bridgeT);
  // On the line nothing is drawn, whatever the number of draws.
  const { entropy, ...total } = pg.diffusion.nelbo({ data, schedule, draws: 8, seed: 1 });
  return {
    posterior: total.posteriorTotal - entropy,
    forward: total.forwardTotal - entropy,
    best: total.bestTotal - entropy,
  };
}

export const remarkTasks: readonly Task<DiffusionState>[] = [
  {
    id: "4r1-harmless",
    claim: "4r1",
    level: 1,
    minutes: 4,
    start: {
      ...{ preset: "moons", claim: "4r1", stage: "elbo", elboView: "printed", elboPrinted: true },
      ...{ schedule: "constant", T: 100, beta: 0.02 },
    },
    lock: ["data", "schedule"],
    judge: (pg, state) => [
      { name: "excess", value: Math.max(...excess(pg, state)), relation: "<=", bound: 0.01 },
      { name: "noise", value: last(scheduleOf(pg, state).noise), relation: ">=", bound: 0.5 },
    ],
    solution: { state: { T: 1, beta: 0.6 } },
  },
  {
    id: "4r1-peak",
    claim: "4r1",
    level: 2,
    minutes: 6,
    start: { preset: "ddpm", claim: "4r1", stage: "elbo", elboView: "printed", elboPrinted: true },
    lock: ["data", "schedule", "T"],
    judge(pg, state) {
      const values = excess(pg, state);
      const most = Math.max(...values);
      const peak = values.indexOf(most) + 1;
      return [
        { name: "peak", value: peak, relation: ">=", bound: 480 },
        { name: "peak", value: peak, relation: "<=", bound: 520 },
        { name: "most", value: most, relation: ">=", bound: 0.9 },
      ];
    },
    solution: { state: { betaT: 0.05 } },
  },
  {
    id: "4r1-hidden",
    claim: "4r1",
    level: 3,
    minutes: 6,
    start: { preset: "ddpm", claim: "4r1", stage: "elbo", elboView: "printed", elboPrinted: true },
    lock: ["data"],
    judge(pg, state) {
      const values = excess(pg, state);
      return [
        { name: "end", value: last(values), relation: "<=", bound: 0.01 },
        { name: "most", value: Math.max(...values), relation: ">=", bound: 0.9 },
      ];
    },
    solution: { state: { schedule: "cosine", betaMax: 0.999 } },
  },
  {
    id: "4r2-top",
    claim: "4r2",
    level: 1,
    minutes: 4,
    start: { preset: "two-points", claim: "4r2", stage: "posterior", dims: "2", xtx: 0, xty: 0 },
    lock: ["data", ...SCHEDULE, "t", "dims"],
    judge(pg, state) {
      const { score, near } = scoreAt(pg, state, stepOf(state, 1), placesOf(state).xt);
      return [
        { name: "score", value: score, relation: "<=", bound: 0.2 },
        { name: "near", value: near, relation: "<=", bound: 0.05 },
      ];
    },
    solution: { state: { xtx: 0.89 } },
  },
  {
    id: "4r2-tweedie",
    claim: "4r2",
    level: 2,
    minutes: 10,
    start: { preset: "two-points", claim: "4r2", stage: "forward", schedule: "constant", T: 1, beta: 0.5, t: 1 },
    lock: ["data", ...SCHEDULE, "t"],
    inputs: ["mean", "score"].map((id) => ({ kind: "number", id, min: -10, max: 10, start: 0 })),
    judge(pg, state, inputs) {
      const at = { schedule: scheduleSpec(state), t: 1, x: [0.3, 0] };
      const { score, x0 } = pg.diffusion.oracle({ data: dataOf(pg, state), ...at });
      return [right(inputs, { mean: x0[0] ?? Number.NaN, score: score[0] ?? Number.NaN })];
    },
    solution: { inputs: { mean: 0.4, score: -0.034 } },
  },
  {
    id: "4r2-nowhere",
    claim: "4r2",
    level: 3,
    minutes: 10,
    start: { preset: "own", claim: "4r2", stage: "forward", points: [1, 0] },
    lock: ["dataset", "spread", ...SCHEDULE],
    // At a step of its own: points are drawn at t = 0.
    judge(pg, state) {
      const { points } = state;
      const { score, near } = scoreAt(pg, state, 100, [0, 0]);
      return [
        { name: "points", value: points.length / 2, relation: "=", bound: 3 },
        { name: "area", value: areaOf(points), relation: ">=", bound: 0.3 },
        { name: "score", value: score, relation: "<=", bound: 0.1 },
        { name: "near", value: near, relation: ">=", bound: 0.8 },
      ];
    },
    solution: { state: { points: [1, 0, -0.5, 0.87, -0.5, -0.87] } },
  },
  {
    id: "4r3-less",
    claim: "4r3",
    level: 1,
    minutes: 4,
    start: { ...SAMPLERS, T: 20, betaMax: 0.999 },
    lock: ["data", "schedule"],
    judge: (pg, state) => [
      { name: "spread", value: samplers(pg, state, 60).ancestral, relation: ">=", bound: 0.96 },
      { name: "steps", value: state.T, relation: "<=", bound: 60 },
      { name: "signal", value: last(scheduleOf(pg, state).alphaBar), relation: "<=", bound: 0.01 },
    ],
    solution: { state: { T: 60 } },
  },
  {
    id: "4r3-same",
    claim: "4r3",
    level: 2,
    minutes: 5,
    start: { ...SAMPLERS, T: 50, ddimSteps: 25 },
    lock: ["data", ...SCHEDULE, "reverseVariance", "seed"],
    judge(pg, state) {
      const [one, other] = [sampled(pg, state, "exact-ancestral"), sampled(pg, state, "exact-ddim")];
      const apart = one.reduce((most, value, k) => Math.max(most, Math.abs(value - (other[k] as number))), 0);
      return [{ name: "apart", value: apart, relation: "<=", bound: 1e-6 }];
    },
    solution: { state: { eta: 1, ddimSteps: 50 } },
  },
  {
    id: "4r3-agree",
    claim: "4r3",
    level: 3,
    minutes: 8,
    start: { ...SAMPLERS, schedule: "linear", T: 50, beta1: 1e-4, betaT: 0.25 },
    lock: ["data"],
    judge(pg, state) {
      const { gap, ancestral } = samplers(pg, state, 50);
      return [
        { name: "gap", value: gap, relation: "<=", bound: 0.02 },
        // Two samplers that shrink all to the mean agree as well.
        { name: "spread", value: ancestral, relation: ">=", bound: 0.9 },
        { name: "steps", value: state.T, relation: "<=", bound: 50 },
        { name: "signal", value: last(scheduleOf(pg, state).alphaBar), relation: "<=", bound: 0.001 },
      ];
    },
    solution: { state: { schedule: "cosine", betaMax: 0.999 } },
  },
  {
    id: "4bridge-steps",
    claim: "4bridge",
    level: 1,
    minutes: 3,
    start: { ...BRIDGE, bridgeT: 1 },
    lock: ["data", ...SCHEDULE, "bridgeM", "bridgeSd"],
    judge: (pg, state) => [{ name: "forward", value: gaps(pg, state).forward, relation: "<", bound: 0.05 }],
    solution: { state: { bridgeT: 100 } },
  },
  {
    id: "4bridge-one",
    claim: "4bridge",
    level: 2,
    minutes: 5,
    start: { ...BRIDGE, bridgeT: 1 },
    lock: ["data", ...SCHEDULE, "bridgeT", "bridgeM"],
    judge: (pg, state) => [{ name: "best", value: gaps(pg, state).best, relation: "<", bound: 0.01 }],
    solution: { state: { bridgeSd: 1.1 } },
  },
  {
    id: "4bridge-text",
    claim: "4bridge",
    level: 3,
    minutes: 10,
    start: { ...BRIDGE, bridgeT: 100 },
    lock: ["data", "bridgeM", "bridgeSd"],
    judge: (pg, state) => [{ name: "posterior", value: gaps(pg, state).posterior, relation: "<", bound: 0.12 }],
    solution: { state: { schedule: "constant", beta: 0.02 } },
  },
];
