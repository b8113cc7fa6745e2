// The calls are pure functions: same input, same bits, nothing of the caller's changed, nothing of ours let out.
import { beforeAll, describe, expect, test } from "vitest";
import type { SvrSolution } from "../../wasm/lib/types.ts";
import { loadWatched, type Watched } from "./support/load.ts";
import { bits, overwrite } from "./support/numbers.ts";
import { KERNELS, wave } from "./support/problems.ts";

const arraysOf = (solution: SvrSolution) =>
  Object.values(solution).filter((value): value is Float64Array => value instanceof Float64Array);

let one: Watched;
let other: Watched;
beforeAll(async () => {
  [one, other] = [await loadWatched(), await loadWatched()];
});

describe.each(KERNELS)("$type", (kernel) => {
  const problem = wave(120, 3, { kernel, C: 10 });

  test("the same bits again, from the other instance, and from plain arrays", () => {
    const first = one.pg.svr.fit(problem);
    const expected = bits(first);
    one.pg.svr.fit(wave(60, 2, { kernel }));
    expect(bits(one.pg.svr.fit(problem))).toEqual(expected);
    expect(bits(other.pg.svr.fit(problem))).toEqual(expected);
    const plain = { ...problem, x: Array.from(problem.x), y: Array.from(problem.y) };
    expect(bits(one.pg.svr.fit(plain))).toEqual(expected);
    const at = wave(40, 3, {}, 2).x;
    expect(bits(other.pg.svr.predict(problem, first, at))).toEqual(bits(one.pg.svr.predict(problem, first, at)));
  });

  test("the same bits however the run is cut into steps, watched or not", () => {
    const expected = bits(one.pg.svr.fit(problem));
    for (const [iterations, maxTrace] of [
      [1, 0],
      [7, 0],
      [1_000_000, 0],
    ] as const) {
      const run = one.pg.svr.start(problem, { maxTrace });
      while (!run.advance(iterations));
      expect(bits(run.solution())).toEqual(expected);
      run.delete();
    }
  });

  test("inputs are left as they were, frozen ones included", () => {
    const x = Object.freeze(Array.from(problem.x));
    const y = Object.freeze(Array.from(problem.y));
    const frozen = Object.freeze({ ...problem, x, y, kernel: Object.freeze({ ...kernel }) });
    const before = JSON.stringify(frozen);
    const solution = Object.freeze(one.pg.svr.fit(frozen));
    one.pg.svr.predict(frozen, solution, x);
    expect(JSON.stringify(frozen)).toBe(before);
  });
});

test("outputs are owned: they outlive the growth of the heap, and writing into them changes nothing", async () => {
  const { pg, heapBytes } = await loadWatched();
  const problem = wave(50, 2);
  const solution = pg.svr.fit(problem);
  const expected = bits(solution);
  const before = heapBytes();
  pg.svr.fit(wave(2500, 2));
  expect(heapBytes()).toBeGreaterThan(before);
  expect(bits(solution)).toEqual(expected);
  overwrite(arraysOf(solution));
  expect(bits(pg.svr.fit(problem))).toEqual(expected);
});
