// The worked example of problem 4: a chain of two steps, from beta to the weight of the noise error.
import { worked } from "../../host/worked/worked.ts";

const share = (value: number) => ({
  kind: "number" as const,
  ...{ default: value, min: 0.05, max: 0.95, step: 0.05 },
});
const place = (value: number) => ({ kind: "number" as const, ...{ default: value, min: -3, max: 3, step: 0.1 } });
const table = { beta1: share(0.2), beta2: share(0.5), x0: place(1), x2: place(-0.5) };

export default worked<typeof table>({
  table,
  compute(pg, { beta1, beta2, x0, x2 }) {
    const spec = { kind: "own" as const, betas: [beta1, beta2] };
    const schedule = pg.diffusion.schedule(spec);
    const answer = pg.diffusion.reverse({ schedule: spec, t: 2, x0: [x0], xt: [x2], guess: [0], curve: null });
    const [alpha1, alpha2] = [1 - beta1, 1 - beta2];
    const bar2 = alpha1 * alpha2;
    const variance = 1 / (alpha2 / beta2 + 1 / (1 - alpha1));
    const fromX2 = (Math.sqrt(alpha2) * (1 - alpha1)) / (1 - bar2);
    const fromX0 = (Math.sqrt(alpha1) * beta2) / (1 - bar2);
    const eps = (x2 - Math.sqrt(bar2) * x0) / Math.sqrt(1 - bar2);
    const weight = beta2 ** 2 / (2 * variance * alpha2 * (1 - bar2));
    return {
      ...{ beta1, beta2, x0, x2, alpha1, alpha2, bar1: alpha1, bar2, rest: 1 - bar2 },
      ...{ v1: beta1, v2: alpha2 * beta1 + beta2, scale2: Math.sqrt(bar2), mean2: Math.sqrt(bar2) * x0 },
      ...{ variance, fromX2, fromX0, mean: fromX2 * x2 + fromX0 * x0, eps },
      ...{ byNoise: (x2 - (beta2 / Math.sqrt(1 - bar2)) * eps) / Math.sqrt(alpha2), weight },
      ...{ short: beta2 / (2 * alpha2 * (1 - alpha1)), error: eps ** 2, kl: weight * eps ** 2 },
      ...{ solverBar2: schedule.alphaBar[1] as number, solverRest: schedule.noise[1] as number },
      ...{ solverVariance: answer.variance, solverMean: answer.mean[0] as number, solverEps: answer.eps[0] as number },
      ...{ solverWeight: schedule.elboWeight[1] as number, solverKl: answer.kl },
    };
  },
});
