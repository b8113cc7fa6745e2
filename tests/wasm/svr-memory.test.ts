// What the heap may and may not do.
import { describe, expect, test } from "vitest";
import type { SvrProblem } from "../../wasm/lib/types.ts";
import { loadWatched, refusal } from "./support/load.ts";
import { wave } from "./support/problems.ts";

const MEBIBYTE = 2 ** 20;

describe("nothing leaks", () => {
  // The heap starts at 8 MiB: one array of the problem left behind 10,000 times (4.8 MB at the least) would grow it.
  test("10,000 fits leave the heap as large as the first ones did", async () => {
    const { pg, heapBytes } = await loadWatched();
    const problem = wave(60, 2, { C: 0.5 });
    const solution = pg.svr.fit(problem);
    pg.svr.predict(problem, solution, problem.x);
    const before = heapBytes();
    for (let i = 0; i < 10_000; i++) pg.svr.fit(problem);
    expect(heapBytes()).toBe(before);
    for (let i = 0; i < 10_000; i++) pg.svr.predict(problem, solution, problem.x);
    expect(heapBytes()).toBe(before);
  });

  test("20,000 refusals do not either, nor do they use up the stack", async () => {
    const { pg, heapBytes } = await loadWatched();
    const problem = wave(60, 2);
    const bad = [
      { ...problem, C: -1 },
      { ...problem, y: [...problem.y.slice(1), "3"] } as unknown as SvrProblem,
      { ...problem, kernel: { type: "x".repeat(1000) } } as unknown as SvrProblem,
    ];
    const before = heapBytes();
    for (let i = 0; i < 20_000; i++) refusal(() => pg.svr.fit(bad[i % bad.length] ?? problem));
    expect(heapBytes()).toBe(before);
    expect(pg.svr.fit(problem).report.converged).toBe(true);
  });

  test("runs that are abandoned half-way give everything back", async () => {
    const { pg, heapBytes } = await loadWatched();
    const problem = wave(60, 2);
    const once = () => {
      const run = pg.svr.start(problem, { standardise: true, maxTrace: 10 });
      run.advance(20);
      run.curve(0, -1, 1, 50);
      run.trace();
      for (const id of ["1a", "1b", "1c1", "1c2", "1d1", "1d2"] as const) run.claim(id, false);
      run.delete();
    };
    once();
    const before = heapBytes();
    for (let i = 0; i < 1000; i++) once();
    expect(heapBytes()).toBe(before);
  });
});

test("20,000 points of 8 coordinates fit into 256 MiB, the cache's 128 MB included", { timeout: 600_000 }, async () => {
  const { pg, heapBytes } = await loadWatched();
  // As many iterations as fill the cache with rows: how well it is solved does not matter here.
  const { report } = pg.svr.fit(wave(20_000, 8, { kernel: { type: "rbf", gamma: 0.1 }, maxIterations: 10_000 }));
  expect(report.iterations).toBe(10_000);
  expect(heapBytes()).toBeGreaterThan(128e6);
  expect(heapBytes()).toBeLessThanOrEqual(256 * MEBIBYTE);
});

test("out of memory is an error with code trap", async () => {
  const { pg } = await loadWatched();
  const { kernel, C, epsilon } = wave(1, 1);
  const error = refusal(() => pg.svr.fit({ x: new Float64Array(2 ** 27), d: 2 ** 27, y: [1], kernel, C, epsilon }));
  expect(error.code).toBe("trap");
  expect(error.message).toBe("svr.fit: out of memory");
});
