// The tasks of this lab. V1 to V3 are about the model of the stage "Bound", V4 about the step in its claim's plot.
import type { LinearGaussianAnswer, LinearGaussianRequest, Proofground, VaeClaim } from "../../../wasm/lib/types.ts";
import { type Input, type Measured, type Task, tasks } from "../../host/tasks/task.ts";
import { problemOf } from "./problem.ts";
import type { VaeState } from "./state.ts";

type Gaussian = Pick<VaeState, "qMean" | "qVar">;
type PictureOf<Id extends VaeClaim["id"]> = Extract<VaeClaim, { id: Id }>["picture"];

/** What no answer may change: the sizes, and the menu, some of whose states are answers. */
const SIZES = ["dx", "dz", "preset"] as const;
const MODEL = [...SIZES, "D", "b", "noiseVar", "x"] as const;
const DATA = ["modes", "modeSd"] as const;

const modelOf = ({ D, b, noiseVar, x, qMean, qVar }: LinearGaussianRequest) => ({ D, b, noiseVar, x, qMean, qVar });
const exactOf = (pg: Proofground, state: LinearGaussianRequest) => pg.vae.linearGaussian(modelOf(state));
/** Rounding may leave it a little below 0. */
const leastGap = ({ logPx, bestDiagElbo }: LinearGaussianAnswer) => Math.max(0, logPx - bestDiagElbo);
const klOf = (pg: Proofground, { qMean, qVar }: Gaussian) =>
  pg.vae.klStandardNormal({ mu: qMean, logVar: qVar.map(Math.log) });

/** What the tasks take from a claim is exact: a few draws do for the rest. */
const DRAWS = 100;

/** The picture of a claim; its lists are empty where it says nothing. */
function pictureOf<Id extends VaeClaim["id"]>(pg: Proofground, state: VaeState, id: Id): PictureOf<Id> {
  const options = { seed: state.seed, draws: DRAWS };
  return pg.vae.claim({ id, problem: problemOf(state), options }).picture as PictureOf<Id>;
}

/** NaN of an empty list, which holds nothing. */
const largest = (list: ArrayLike<number>) => (list.length === 0 ? Number.NaN : Math.max(...Array.from(list)));
const least = (list: ArrayLike<number>) => (list.length === 0 ? Number.NaN : Math.min(...Array.from(list)));

const below = (name: string, value: number, bound: number): Measured => ({ name, value, relation: "<", bound });
const above = (name: string, value: number, bound: number): Measured => ({ name, value, relation: ">", bound });

// ---- V1: find the wrong line

const LINES = ["identity", "reconstruction", "kl", "elbo"] as const;
const LINE = { kind: "choice", id: "line", options: LINES } as const satisfies Input;

/** Both sides of each line of the derivation, for one x and one z. It takes z at the mean of q, and goes on from there. */
function sidesOf(pg: Proofground, state: VaeState): Record<(typeof LINES)[number], readonly [number, number]> {
  const { expectedLogLik, kl, elbo, logPx, posteriorMean, posteriorCov } = exactOf(pg, state);
  const [D = 0, b = 0, x = 0, m = 0, v = 1] = [state.D[0], state.b[0], state.x[0], state.qMean[0], state.qVar[0]];
  const [mu = 0, C = 1] = [posteriorMean[0], posteriorCov[0]];
  const gap = 0.5 * (v / C - 1 + (m - mu) ** 2 / C + Math.log(C / v));
  const atMean = -0.5 * Math.log(2 * Math.PI * state.noiseVar) - (x - b - D * m) ** 2 / (2 * state.noiseVar);
  const toPrior = 0.5 * (m * m + v - 1 - Math.log(v));
  return {
    identity: [logPx, elbo + gap],
    reconstruction: [expectedLogLik, atMean],
    kl: [kl, toPrior],
    elbo: [elbo, atMean - toPrior],
  };
}

/** Rounding keeps two sides that are equal nearer than this. */
const ROUNDING = 1e-9;

const lineMeasured = (apart: number, earlier: number): readonly Measured[] => [
  above("apart", apart, 1),
  { name: "earlier", value: earlier, relation: "=", bound: 0 },
];

// ---- V1: the model that an answer is compared with

const HIGHER = {
  ...{ D: [1.2, 0.5, -0.4, 0.9], b: [0.2, -0.1], noiseVar: 0.25, x: [1.1, 0.6] },
  ...{ qMean: [0.2, 0.9], qVar: [0.2, 0.35] },
};

/** Its columns are those of [1.2, -0.3; 0.9, 0.4], which are orthogonal, turned by a rotation with cosine 0.8. */
const TURNED = {
  ...{ D: [0.78, -0.96, 0.96, -0.22], b: [0, 0], noiseVar: 0.2, x: [1, 0.8] },
  ...{ qMean: [0, 0], qVar: [0.3, 0.3] },
};
/** As many places as a covariance and a constant have numbers. */
const PLACES = [0, 1, 2, 3].map((k) => [1.5 * (k & 1), 0.75 * (k & 2)]);

const V1: readonly Task<VaeState>[] = [
  {
    ...{ id: "4v1-posterior", claim: "4v1", level: 1, minutes: 5 },
    start: { preset: "line", claim: "4v1" },
    lock: [...SIZES, "qMean", "qVar"],
    judge: (pg, state) => [below("gap", exactOf(pg, state).gap, 0.001)],
    solution: { state: { noiseVar: 4, x: [3] } },
  },
  {
    ...{ id: "4v1-line", claim: "4v1", level: 2, minutes: 8 },
    start: { preset: "line", claim: "4v1", qVar: [0.02] },
    lock: MODEL,
    inputs: [LINE],
    judge(pg, state, { line }) {
      const sides = sidesOf(pg, state);
      const apart = (name: (typeof LINES)[number]) => Math.abs(sides[name][0] - sides[name][1]);
      const chosen = LINES.find((name) => name === line);
      if (chosen === undefined) return lineMeasured(Number.NaN, Number.NaN);
      const earlier = LINES.slice(0, LINES.indexOf(chosen)).filter((name) => !(apart(name) < ROUNDING));
      return lineMeasured(apart(chosen), earlier.length);
    },
    solution: { state: { qVar: [0.8] }, inputs: { line: "reconstruction" } },
  },
  {
    ...{ id: "4v1-higher", claim: "4v1", level: 2, minutes: 8 },
    start: { preset: "plane", claim: "4v1", ...HIGHER },
    lock: [...SIZES, "noiseVar", "x", "qMean", "qVar"],
    judge(pg, state) {
      const [before, now] = [exactOf(pg, HIGHER), exactOf(pg, state)];
      return [above("elbo", now.elbo - before.elbo, 0.5), above("gap", now.gap - before.gap, 0.2)];
    },
    solution: { state: { D: [0, 0, 0, 0], b: [1.1, 0.6] } },
  },
  {
    ...{ id: "4v1-turn", claim: "4v1", level: 3, minutes: 15 },
    start: { preset: "tilted", claim: "4v1", ...TURNED },
    lock: [...SIZES, "b", "noiseVar", "x"],
    judge(pg, state) {
      const moved = PLACES.map((x) => exactOf(pg, { ...state, x }).logPx - exactOf(pg, { ...TURNED, x }).logPx);
      return [
        below("evidence", largest(moved.map(Math.abs)), 0.01),
        below("least", leastGap(exactOf(pg, state)), 0.01),
      ];
    },
    solution: { state: { D: [1.2, -0.3, 0.9, 0.4] } },
  },
];

const V2: readonly Task<VaeState>[] = [
  {
    ...{ id: "4v2-price", claim: "4v2", level: 1, minutes: 4 },
    start: { preset: "plane", claim: "4v2", qMean: [0, 0], qVar: [0.8, 1.2] },
    lock: [...MODEL, "qMean"],
    judge(pg, state) {
      const { perDimension } = klOf(pg, state);
      const [first = Number.NaN, second = Number.NaN] = perDimension;
      const [narrow = Number.NaN, wide = Number.NaN] = state.qVar;
      return [
        below("first", Math.abs(first - 0.5), 0.02),
        below("second", Math.abs(second - 0.5), 0.02),
        below("narrow", narrow, 1),
        above("wide", wide, 1),
      ];
    },
    solution: { state: { qVar: [0.1586, 3.146] } },
  },
  {
    ...{ id: "4v2-log", claim: "4v2", level: 2, minutes: 5 },
    start: { preset: "plane", claim: "4v2" },
    lock: MODEL,
    judge(pg, state) {
      const { total } = klOf(pg, state);
      const logs = state.qVar.reduce((sum, v) => sum + Math.log(v), 0);
      return [below("without", total + 0.5 * logs, -0.9), above("kl", total, 3)];
    },
    solution: { state: { qMean: [0, 0], qVar: [0.01, 0.01] } },
  },
  {
    ...{ id: "4v2-mean", claim: "4v2", level: 2, minutes: 8 },
    start: { preset: "three", claim: "4v2" },
    lock: MODEL,
    judge(pg, state) {
      const { expectedLogLik, logPx, gap } = exactOf(pg, state);
      const { total, perDimension } = klOf(pg, state);
      return [above("above", expectedLogLik - total / perDimension.length - logPx, 0.5), above("gap", gap, 0.5)];
    },
    solution: { state: { qMean: [1.6, -0.1], qVar: [0.0455, 0.1] } },
  },
  {
    ...{ id: "4v2-sigma", claim: "4v2", level: 3, minutes: 10 },
    start: { preset: "plane", claim: "4v2" },
    lock: MODEL,
    judge(pg, state) {
      const right = klOf(pg, state).perDimension;
      // The mistake itself: the library is given the standard deviations for the logarithms of the variances.
      const wrong = pg.vae.klStandardNormal({ mu: state.qMean, logVar: state.qVar.map(Math.sqrt) }).perDimension;
      return [below("apart", largest(right.map((term, j) => Math.abs(term - (wrong[j] ?? Number.NaN)))), 0.01)];
    },
    solution: { state: { qVar: [0.436, 0.436] } },
  },
];

const V3: readonly Task<VaeState>[] = [
  {
    ...{ id: "4v3-climb", claim: "4v3", level: 1, minutes: 4 },
    start: { preset: "plane", claim: "4v3", qMean: [-1, -0.5] },
    lock: [...MODEL, "qVar"],
    judge(pg, state) {
      const slopes = pictureOf(pg, state, "4v3").claimed.subarray(0, state.dz);
      return [below("slope", largest(slopes.map(Math.abs)), 0.1)];
    },
    solution: { state: { qMean: [0.333, 0.763] } },
  },
  {
    ...{ id: "4v3-quiet", claim: "4v3", level: 2, minutes: 8 },
    start: { preset: "plane", claim: "4v3" },
    lock: [...SIZES, "b", "noiseVar", "x"],
    judge(pg, state) {
      const { reparameterised, score } = pictureOf(pg, state, "4v3");
      return [
        below("reparameterised", largest(reparameterised.exactVariance), 1e-6),
        above("score", least(score.exactVariance), 5),
      ];
    },
    solution: {
      state: { D: [3, 1, -1, 3], qMean: [0.19512195, 0.29268293], qVar: [0.02439024, 0.02439024] },
    },
  },
  {
    ...{ id: "4v3-even", claim: "4v3", level: 3, minutes: 15 },
    start: { preset: "line", claim: "4v3" },
    lock: SIZES,
    judge(pg, state) {
      const { reparameterised, score } = pictureOf(pg, state, "4v3");
      const [byMean = Number.NaN] = reparameterised.exactVariance;
      return [below("ratio", (score.exactVariance[0] ?? Number.NaN) / byMean, 1.6)];
    },
    solution: { state: { D: [0.5], noiseVar: 0.04, x: [1], qMean: [0], qVar: [0.04] } },
  },
];

const V4: readonly Task<VaeState>[] = [
  {
    ...{ id: "4v4-step", claim: "4v4", level: 1, minutes: 4 },
    start: { preset: "plane", claim: "4v4" },
    lock: [...DATA, "preset"],
    judge: (pg, state) => [below("gap", pictureOf(pg, state, "4v4").intactGap, 0.46)],
    solution: { state: { alphaBar: 0.9 } },
  },
  {
    ...{ id: "4v4-free", claim: "4v4", level: 2, minutes: 4 },
    start: { preset: "plane", claim: "4v4" },
    lock: [...DATA, "preset"],
    judge(pg, state) {
      const { vae, entropy } = pictureOf(pg, state, "4v4").intact;
      return [above("below", entropy - vae.reconstruction, 1)];
    },
    solution: { state: { alphaBar: 0.99 } },
  },
  {
    ...{ id: "4v4-enough", claim: "4v4", level: 2, minutes: 6 },
    start: { preset: "plane", claim: "4v4", alphaBar: 0.5 },
    lock: ["alphaBar", "preset"],
    judge: (pg, state) => [below("gap", Math.abs(pictureOf(pg, state, "4v4").intactGap), 1e-5)],
    solution: { state: { modes: 0, modeSd: 1 } },
  },
  {
    ...{ id: "4v4-beta", claim: "4v4", level: 3, minutes: 8 },
    start: { preset: "plane", claim: "4v4" },
    lock: [...DATA, "preset"],
    judge(pg, state) {
      const { decoderVar } = pictureOf(pg, state, "4v4").intact;
      return [below("apart", Math.abs(decoderVar / (1 - state.alphaBar) - 1), 0.005)];
    },
    solution: { state: { alphaBar: 0.342 } },
  },
];

export default tasks<VaeState>([...V1, ...V2, ...V3, ...V4]);
