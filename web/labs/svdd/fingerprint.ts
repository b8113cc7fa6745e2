// The fixed requests whose answers are the lab's fingerprint.
import { bits, type FingerprintSolver, near, spread } from "../../host/fingerprint/answers.ts";

const n = 48;
const data = { x: spread(2 * n, 4), d: 2, nu: 0.25 };

const fingerprint: FingerprintSolver = function* (pg) {
  const all = ({
    alpha,
    rho,
    rhoInterval,
    centerNorm2,
    distance2,
    xi,
    primal,
    dual,
    report,
  }: ReturnType<typeof pg.svdd.fit>) =>
    [alpha, rho, rhoInterval, centerNorm2, distance2, xi, primal, dual, report.iterations] as const;
  const ball = pg.svdd.fit({ ...data, kernel: { type: "linear" } });
  yield [
    bits("linear kernel", ...all(ball), ball.center ?? []),
    bits(
      "quadratic kernel",
      ...all(pg.svdd.fit({ ...data, kernel: { type: "poly", gamma: 1, coef0: 0.5, degree: 2 } })),
    ),
    near(
      "RBF kernel",
      1e-9,
      ...all(pg.svdd.fit({ ...data, kernel: { type: "rbf", gamma: 4 }, tolerance: 1e-9 })).slice(1, 5),
    ),
  ];
};
export default fingerprint;
