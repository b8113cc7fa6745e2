// The handout's slips in problem 4.
import type { DiffusionClaimId } from "../../../wasm/lib/types.ts";
import type { Slips } from "../../host/slips/slip.ts";
import { unrounded } from "../../host/worked/worked.ts";

const LINEAR = { kind: "linear", T: 1000, beta1: 1e-4, betaT: 0.02 } as const;
/** Its first hundred steps. */
const SHORT = { ...LINEAR, T: 100, betaT: 1e-4 + ((0.02 - 1e-4) * 99) / 999 } as const;
const COSINE = { kind: "cosine", T: 10, s: 0.008, betaMax: 0.999 } as const;
/** 1 nine times in ten, else -1. */
const TWO = { weights: [0.9, 0.1], means: [1, -1], covariances: [0, 0], d: 1 } as const;
/** Of the noise, for the mean over it: beyond these ends there is less than rounding. */
const NOISE = Array.from({ length: 321 }, (_, k) => (k - 160) / 20);
const at = (values: Float64Array, t: number) => values[t - 1] as number;

export default {
  end: {
    claim: "4a",
    compute(pg) {
      const data = { points: [1], d: 1, spread: 0 };
      const klOf = (schedule: typeof LINEAR | typeof SHORT) =>
        pg.diffusion.forward({ data, schedule, t: schedule.T, count: 1, seed: 1, walk: false }).priorKl;
      return { end: at(pg.diffusion.schedule(LINEAR).alphaBar, LINEAR.T), kl: klOf(LINEAR), short: klOf(SHORT) };
    },
  },
  perfect: { claim: "4c", mistake: "exact" },
  alpha: {
    claim: "4d",
    compute(pg) {
      const { alpha, alphaBar, elboWeight } = pg.diffusion.schedule(LINEAR);
      const weight = at(elboWeight, LINEAR.T);
      return { weight, taken: (weight * at(alpha, LINEAR.T)) / at(alphaBar, LINEAR.T) };
    },
  },
  const: {
    claim: "4d",
    compute(pg) {
      const answer = pg.diffusion.reverse({ schedule: LINEAR, t: 500, x0: [1], xt: [0.5], guess: [0], curve: null });
      const { kl, mean, noiseForm, variance } = answer;
      const term = (at(mean, 1) - at(noiseForm, 1)) ** 2 / (2 * variance);
      return { kl, term, rest: unrounded(kl - term, 1e3 * kl) };
    },
  },
  average: {
    claim: "4d",
    compute(pg) {
      const { alphaBar, noise, elboWeight } = pg.diffusion.schedule(COSINE);
      const heights = NOISE.map((eps) => Math.exp(-(eps * eps) / 2));
      const all = heights.reduce((sum, height) => sum + height, 0);
      /** The mean over the noise of |eps - eps*|^2 at a step, for one x_0. */
      const errorOf = (x0: number, t: number): number => {
        const x = NOISE.map((eps) => Math.sqrt(at(alphaBar, t)) * x0 + Math.sqrt(at(noise, t)) * eps);
        const best = pg.diffusion.oracle({ data: TWO, schedule: COSINE, t, x }).eps;
        return NOISE.reduce((sum, eps, k) => sum + (heights[k] as number) * (eps - at(best, k + 1)) ** 2, 0) / all;
      };
      const boundOf = (x0: number): number => {
        let sum = 0;
        for (let t = 2; t <= COSINE.T; t += 1) sum += at(elboWeight, t) * errorOf(x0, t);
        return sum;
      };
      const [common, rare] = [boundOf(1), boundOf(-1)];
      return { common, rare, mean: TWO.weights[0] * common + TWO.weights[1] * rare };
    },
  },
  first: {
    claim: "4d",
    compute(pg) {
      const { elboWeight, posteriorVariance } = pg.diffusion.schedule(LINEAR);
      return { variance: at(posteriorVariance, 1), second: at(elboWeight, 2), first: at(elboWeight, 1) };
    },
  },
  root: { claim: "4r1", mistake: "plain" },
} as const satisfies Slips<DiffusionClaimId>;
