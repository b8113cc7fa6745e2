// The calls are pure functions: same input, same bits, nothing of the caller's changed, nothing of ours let out.
import { beforeAll, describe, expect, test } from "vitest";
import { loadWatched, type Watched } from "./support/load.ts";
import { bits, overwrite } from "./support/numbers.ts";
import { CLAIMS, cloud, KERNELS } from "./support/problems.ts";

let one: Watched;
let other: Watched;
beforeAll(async () => {
  [one, other] = [await loadWatched(), await loadWatched()];
});

const WINDOW = { columnX: 0, columnY: 2, x0: -2, x1: 2, y0: -2, y1: 3, width: 23, height: 9 };

describe.each(KERNELS)("$type", (kernel) => {
  const problem = cloud(120, 3, { kernel });

  test("the same bits again, from the other instance, and from plain arrays", () => {
    const first = one.pg.svdd.fit(problem);
    const expected = bits(first);
    one.pg.svdd.fit(cloud(60, 2, { kernel }));
    expect(bits(one.pg.svdd.fit(problem))).toEqual(expected);
    expect(bits(other.pg.svdd.fit(problem))).toEqual(expected);
    const plain = { ...problem, x: Array.from(problem.x), weights: Array.from(problem.weights ?? []) };
    expect(bits(one.pg.svdd.fit(plain))).toEqual(expected);
    const at = cloud(40, 3, {}, 2).x;
    expect(bits(other.pg.svdd.distance2(problem, first, at))).toEqual(bits(one.pg.svdd.distance2(problem, first, at)));
  });

  test("the same bits however the run is cut into steps, watched and asked or not", () => {
    const expected = bits(one.pg.svdd.fit(problem));
    const answers = [1, 7, 1_000_000].map((iterations) => {
      const run = other.pg.svdd.start(problem, { maxTrace: iterations });
      while (!run.advance(iterations)) run.cases();
      expect(bits(run.solution())).toEqual(expected);
      const answer = bits([run.map(WINDOW), run.projection(2), CLAIMS.map((id) => run.claim(id, false))]);
      run.delete();
      return answer;
    });
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  test("inputs are left as they were, frozen ones included", () => {
    const x = Object.freeze(Array.from(problem.x));
    const weights = Object.freeze(Array.from(problem.weights ?? []));
    const frozen = Object.freeze({ ...problem, x, weights, kernel: Object.freeze({ ...kernel }) });
    const before = JSON.stringify(frozen);
    one.pg.svdd.distance2(frozen, Object.freeze(one.pg.svdd.fit(frozen)), x);
    expect(JSON.stringify(frozen)).toBe(before);
  });
});

test("outputs are owned: they outlive the growth of the heap, and writing into them changes nothing", async () => {
  const { pg, heapBytes } = await loadWatched();
  const problem = cloud(50, 3, { kernel: { type: "linear" } });
  const run = pg.svdd.start(problem);
  while (!run.advance(1000));
  const { center, alpha, distance2, xi } = run.solution();
  const { points, explained } = run.projection(3);
  const arrays = [center ?? new Float64Array(1), alpha, distance2, xi, points, explained, run.map(WINDOW)];
  const expected = bits(arrays);
  const before = heapBytes();
  pg.svdd.fit(cloud(2500, 2));
  expect(heapBytes()).toBeGreaterThan(before);
  expect(bits(arrays)).toEqual(expected);
  overwrite(arrays);
  const again = [run.solution(), run.projection(3), run.map(WINDOW)];
  expect(JSON.stringify(bits(again))).not.toContain("NaN");
  expect(bits(run.map(WINDOW))).toEqual((expected as unknown[]).at(-1));
  run.delete();
});
