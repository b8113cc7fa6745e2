// The worked example of problem 2: three points on a line, whose optimal rho, and sums of multipliers, may be intervals.
import { unrounded, worked } from "../../host/worked/worked.ts";

const X = [-1, 0, 1];
/** nu in twelfths: eight of them are two thirds, the tie. */
const PARTS = 12;

const table = { twelfths: { kind: "number", default: 8, min: 1, max: 11, integer: true } } as const;

export default worked<typeof table>({
  table,
  compute(pg, { twelfths }) {
    const nu = twelfths / PARTS;
    const ball = pg.svdd.fit({ x: X, d: 1, nu, kernel: { type: "linear" }, tolerance: 1e-12 });
    const { alpha, rho, rhoInterval, alphaSumLo, distance2, xi, primal, dual } = ball;
    // In whole numbers, so that the tie is one: 2 / (3 nu) = 8 / twelfths.
    const far = 8 / twelfths;
    const hand = {
      slope: 1 - far,
      rhoLo: far > 1 ? 1 : 0,
      rhoHi: far >= 1 ? 1 : 0,
      value: Math.min(1, far),
      sumLo: Math.min(1, far),
      xiEnd: Math.max(1 - rho, 0),
      cap: 4 / twelfths,
    };
    return {
      ...{ nu, ...hand, mu: unrounded(ball.center?.[0] ?? Number.NaN, 1) },
      ...{ distances: [...distance2].map((value) => unrounded(value, 1)), rho },
      ...{ solverRhoLo: rhoInterval[0], solverRhoHi: rhoInterval[1], wide: rhoInterval[1] - rhoInterval[0] > 1e-9 },
      ...{
        solverXi: xi[0] as number,
        solverXiMiddle: xi[1] as number,
        primal,
        dual,
        gap: unrounded(primal - dual, 1e3),
      },
      ...{ alpha: [...alpha], solverSumLo: alphaSumLo, many: alphaSumLo < 1 - 1e-9 },
    };
  },
});
