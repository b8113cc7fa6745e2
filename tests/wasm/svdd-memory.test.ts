// What the heap may and may not do.
import { describe, expect, test } from "vitest";
import type { SvddProblem } from "../../wasm/lib/types.ts";
import { loadWatched, refusal } from "./support/load.ts";
import { CLAIMS, cloud, uniform } from "./support/problems.ts";

const MEBIBYTE = 2 ** 20;

describe("nothing leaks", () => {
  // The heap starts at 8 MiB: one array of the problem left behind 10,000 times (4.8 MB at the least) would grow it.
  test("10,000 fits leave the heap as large as the first ones did", async () => {
    const { pg, heapBytes } = await loadWatched();
    const problem = cloud(60, 2, { tolerance: 1e-3 });
    const solution = pg.svdd.fit(problem);
    pg.svdd.distance2(problem, solution, problem.x);
    const before = heapBytes();
    for (let i = 0; i < 10_000; i++) pg.svdd.fit(problem);
    expect(heapBytes()).toBe(before);
    for (let i = 0; i < 10_000; i++) pg.svdd.distance2(problem, solution, problem.x);
    expect(heapBytes()).toBe(before);
  });

  test("20,000 refusals do not either", async () => {
    const { pg, heapBytes } = await loadWatched();
    const problem = cloud(60, 2);
    const bad: SvddProblem[] = [
      { ...problem, nu: 2 },
      { ...problem, weights: Array.from({ length: 60 }, (_, i) => (i === 59 ? 0 : 1)) },
      { ...problem, x: problem.x.slice(1) },
    ];
    const before = heapBytes();
    for (let i = 0; i < 20_000; i++) refusal(() => pg.svdd.fit(bad[i % bad.length] ?? problem));
    expect(heapBytes()).toBe(before);
    expect(pg.svdd.fit(problem).report.converged).toBe(true);
  });

  test("runs that are abandoned half-way give everything back", async () => {
    const { pg, heapBytes } = await loadWatched();
    const problem = cloud(60, 3);
    const window = { columnX: 0, columnY: 1, x0: -2, x1: 2, y0: -2, y1: 2, width: 30, height: 30 };
    const once = () => {
      const run = pg.svdd.start(problem, { standardise: true, maxTrace: 10 });
      run.advance(20);
      run.map(window);
      run.projection(2);
      run.trace();
      for (const id of CLAIMS) run.claim(id, false);
      run.delete();
    };
    once();
    const before = heapBytes();
    for (let i = 0; i < 500; i++) once();
    expect(heapBytes()).toBe(before);
  });
});

test("20,000 points of 64 coordinates, linear, stay under 256 MiB, the cache's 128 MB included", async () => {
  const { pg, heapBytes } = await loadWatched();
  const next = uniform(1);
  const x = Float64Array.from({ length: 20_000 * 64 }, () => next() + next() - 1);
  const { report, distance2, rho } = pg.svdd.fit({ x, d: 64, nu: 0.1, kernel: { type: "linear" } });
  expect(report.converged).toBe(true);
  const outside = distance2.filter((d2) => d2 > rho).length;
  expect(outside / 20_000).toBeCloseTo(0.1, 2);
  expect(heapBytes()).toBeGreaterThan(x.byteLength);
  expect(heapBytes()).toBeLessThanOrEqual(256 * MEBIBYTE);
});
