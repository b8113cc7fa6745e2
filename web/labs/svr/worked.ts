// The worked example of problem 1: the four-point tie, whose optimal b are an interval.
import { unrounded, worked } from "../../host/worked/worked.ts";

const X = [-1, 1, -1, 1];
const Y = [0, 0, 1, 1];

const table = {
  C: { kind: "number", default: 1, min: 0.1, max: 10, scale: "log" },
  epsilon: { kind: "number", default: 0.2, min: 0.05, max: 0.9, step: 0.05 },
} as const;

const sum = (values: ArrayLike<number>) => Array.from(values).reduce((total, value) => total + value, 0);

export default worked<typeof table>({
  table,
  compute(pg, { C, epsilon }) {
    const problem = { x: X, d: 1, y: Y, kernel: { type: "linear" as const }, C, epsilon, tolerance: 1e-12 };
    const { alpha, alphaStar, b, bInterval, xi, primal } = pg.svr.fit(problem);
    const delta = Array.from(alpha, (value, i) => value - (alphaStar[i] as number));
    const w = sum(delta.map((value, i) => value * (X[i] as number)));
    const [xiLow, xiHigh] = [Math.max(b - epsilon, 0), Math.max(1 - b - epsilon, 0)];
    const byHand = {
      lo: Math.min(epsilon, 1 - epsilon),
      hi: Math.max(epsilon, 1 - epsilon),
      slack: Math.max(2 - 4 * epsilon, 0),
    };
    const targets = sum(delta.map((each, i) => each * (Y[i] as number)));
    const P = (w * w) / 2 + C * (2 * xiLow + 2 * xiHigh);
    const D = -(w * w) / 2 + targets - epsilon * (sum(alpha) + sum(alphaStar));
    return {
      ...{ C, epsilon, w: unrounded(w, 1), ...byHand, wide: bInterval[1] - bInterval[0] > 1e-9 },
      ...{ solverLo: bInterval[0], solverHi: bInterval[1], b, xiLow, xiHigh },
      ...{ solverXiLow: xi[0] as number, solverXiHigh: xi[2] as number, primal: P, solverPrimal: primal },
      ...{ alpha: alpha[2] as number, alphaStar: alphaStar[0] as number, balance: unrounded(sum(delta), C) },
      ...{ dual: D, gap: unrounded(P - D, 1 + C) },
    };
  },
});
