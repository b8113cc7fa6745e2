// The largest numbers that data may hold (1e100): standardised, they are solved with every kernel, by both labs' runs, and sampled
// over every window that the page can show; the next number is refused by the name of its field.
import { beforeAll, describe, expect, test } from "vitest";
import type { Kernel, Proofground } from "../../wasm/lib/types.ts";
import { loadWatched, refusal } from "./support/load.ts";

const LARGE = 1e100;
const BEYOND = 1.0000001e100;
const KERNELS: readonly Kernel[] = [
  { type: "linear" },
  { type: "rbf", gamma: 1e-4 },
  { type: "rbf", gamma: 1e3 },
  { type: "poly", gamma: 1, coef0: 1, degree: 3 },
  { type: "sigmoid", gamma: 1, coef0: 1 },
];
const DATA: readonly (readonly [name: string, x: readonly number[], y: readonly number[]])[] = [
  ["one far point", [0, 1, LARGE], [0, 1, 2]],
  ["both ends", [-LARGE, 0, LARGE], [LARGE, -LARGE, 0]],
  ["far from 0, near one another", [LARGE, LARGE * (1 - 2 ** -53), LARGE * (1 - 2 ** -50)], [1, 2, 4]],
  ["two points", [0, LARGE], [1, 2]],
];
const finite = (values: Iterable<number>) => [...values].every(Number.isFinite);

let pg: Proofground;
beforeAll(async () => {
  pg = (await loadWatched()).pg;
});

describe.each(KERNELS)("kernel %j", (kernel) => {
  test.each(DATA)("solves %s with a curve over all that can be shown", (_, x, y) => {
    const run = pg.svr.start({ x, d: 1, y, kernel, C: 10, epsilon: 0.1 }, { standardise: true });
    expect(run.advance(1_000_000)).toBe(true);
    const { report, primal, dual } = run.solution();
    expect(report.converged).toBe(true);
    expect(finite([primal, dual])).toBe(true);
    expect(finite(run.curve(0, -LARGE, LARGE, 100).f)).toBe(true);
    run.delete();
  });

  test.each(DATA)("encloses %s with a map over all that can be shown", (_, x, y) => {
    const points = x.flatMap((value, i) => [value, (y[i] as number) * (LARGE / 4)]).map((v) => Math.min(LARGE, v));
    const held = points.map((value) => Math.max(-LARGE, value));
    const run = pg.svdd.start({ x: held, d: 2, nu: 0.4, kernel }, { standardise: true });
    expect(run.advance(1_000_000)).toBe(true);
    const { report, primal, dual } = run.solution();
    expect(report.converged).toBe(true);
    expect(finite([primal, dual])).toBe(true);
    const whole = { columnX: 0, columnY: 1, x0: -LARGE, x1: LARGE, y0: -LARGE, y1: LARGE, width: 9, height: 9 };
    expect(finite(run.map(whole))).toBe(true);
    run.delete();
  });
});

test("the next number is refused by the name of its field", () => {
  const svr = { x: [0, 1], d: 1, y: [0, 1], kernel: { type: "rbf", gamma: 1 }, C: 1, epsilon: 0.1 } as const;
  for (const field of ["x", "y"] as const)
    for (const bad of [BEYOND, -BEYOND])
      expect(refusal(() => pg.svr.start({ ...svr, [field]: [0, bad] }, { standardise: true })).message).toMatch(
        new RegExp(`^svr\\.start: ${field}\\[1\\]: expected .*1e100 in size, got -?1\\.0000001e\\+100$`),
      );
  expect(
    refusal(() => pg.svdd.start({ x: [0, BEYOND], d: 1, nu: 0.5, kernel: { type: "linear" } }, { standardise: true }))
      .message,
  ).toMatch(/^svdd\.start: x\[1\]: expected .*1e100 in size/);
});
