// The fixed requests whose answers are the lab's fingerprint.
import { bits, type FingerprintSolver, near, spread } from "../../host/fingerprint/answers.ts";

const n = 40;
const x = spread(2 * n, 1);
const y = spread(n, 2).map((noise, i) => (x[2 * i] ?? 0) * (x[2 * i + 1] ?? 0) + noise / 4);
const data = { x, d: 2, y, C: 8, epsilon: 0.125 };
const at = spread(16, 3);

const fingerprint: FingerprintSolver = function* (pg) {
  const linear = { ...data, kernel: { type: "linear" as const } };
  const cubic = { ...data, kernel: { type: "poly" as const, gamma: 0.5, coef0: 1, degree: 3 } };
  const rbf = { ...data, kernel: { type: "rbf" as const, gamma: 2 } };
  const all = ({ alpha, alphaStar, b, bInterval, residual, xi, primal, dual, report }: ReturnType<typeof pg.svr.fit>) =>
    [alpha, alphaStar, b, bInterval, residual, xi, primal, dual, report.iterations] as const;
  const line = pg.svr.fit(linear);
  yield [
    bits("linear kernel", ...all(line), pg.svr.predict(linear, line, at)),
    bits("cubic kernel", ...all(pg.svr.fit(cubic))),
    near("RBF kernel", 1e-9, ...all(pg.svr.fit({ ...rbf, tolerance: 1e-9 })).slice(2, 5)),
  ];
};
export default fingerprint;
