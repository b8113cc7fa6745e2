// The calls of problem 4 are pure functions: same input, same bits, nothing of the caller's changed, nothing of ours let
// out; and they leave the heap as it was.
import { beforeAll, describe, expect, test } from "vitest";
import type { Proofground } from "../../wasm/lib/types.ts";
import { loadWatched, refusal, type Watched } from "./support/load.ts";
import { CLAIMS, MODES, PLANE, points, SCHEDULE, WINDOW } from "./support/mixtures.ts";
import { bits, overwrite } from "./support/numbers.ts";

type Diffusion = Proofground["diffusion"];

let one: Watched;
let other: Watched;
beforeAll(async () => {
  [one, other] = [await loadWatched(), await loadWatched()];
});

const cloud = points(60, 2, 0.1);
const schedule = SCHEDULE;
const x = Float64Array.from({ length: 40 }, (_, i) => Math.sin(i));
const reverse = { schedule, t: 9, x0: [0.5, 1], xt: [-0.2, 0.1], guess: [1, -1] };
const CALLS: Record<string, (diffusion: Diffusion) => unknown> = {
  schedule: (d) => d.schedule(schedule),
  "own schedule": (d) => d.schedule({ kind: "own", betas: x.map((value) => 0.5 + value / 4) }),
  mixtureOracle: (d) => d.mixtureOracle({ ...PLANE, alphaBar: 0.3, x }),
  gaussianKl: (d) => d.gaussianKl({ mu1: [0], sigma1: [1], mu2: [1], sigma2: [2] }),
  "oracle, cloud": (d) => d.oracle({ data: cloud, schedule, t: 9, x }),
  "oracle, mixture": (d) => d.oracle({ data: PLANE, schedule, t: 9, x }),
  "density, cloud": (d) => d.density({ data: cloud, schedule, t: 9, window: WINDOW }),
  "density, mixture": (d) => d.density({ data: PLANE, schedule, t: 9, window: WINDOW }),
  forward: (d) => d.forward({ data: cloud, schedule, t: 9, count: 50, seed: 3, walk: true }),
  reverse: (d) => d.reverse({ ...reverse, curve: { from: -2, to: 2, samples: 50 } }),
  "nelbo by quadrature": (d) => d.nelbo({ data: MODES, schedule, draws: 10, seed: 1 }),
  "nelbo by draws": (d) => d.nelbo({ data: points(20, 3, 0.1), schedule, draws: 10, seed: 1 }),
  bayesError: (d) => d.bayesError({ data: points(20, 3, 0.1), schedule, at: [1, 9], draws: 10, seed: 1 }),
  draw: (d) => d.draw({ data: cloud, count: 50, seed: 1 }),
  dataset: (d) => d.dataset({ name: "letters", n: 50, seed: 1, text: "DDPM" }),
  ...Object.fromEntries(
    CLAIMS.map((id) => [
      `claim ${id}`,
      (d: Diffusion) => d.claim({ id, data: MODES, schedule, broken: false, options: { t: 20 } }),
    ]),
  ),
};

const arrays = (value: unknown): Float64Array[] => {
  if (value instanceof Float64Array) return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(arrays) : [];
};

describe.each(Object.entries(CALLS))("%s", (_, call) => {
  test("the same bits again, from the other instance, after other calls, and when answers were written into", () => {
    const first = call(one.pg.diffusion);
    const expected = bits(first);
    one.pg.diffusion.draw({ data: PLANE, count: 100, seed: 9 });
    expect(bits(call(one.pg.diffusion))).toEqual(expected);
    expect(bits(call(other.pg.diffusion))).toEqual(expected);
    overwrite(arrays(first));
    expect(bits(call(one.pg.diffusion))).toEqual(expected);
  });
});

test("inputs are left as they were, frozen ones and plain arrays included", () => {
  const freeze = <T extends object>(value: T): T => {
    for (const entry of Object.values(value)) if (typeof entry === "object" && entry !== null) freeze(entry);
    return Object.freeze(value);
  };
  const data = freeze({ points: Array.from({ length: 20 }, (_, i) => Math.cos(i)), d: 2, spread: 0.2 });
  const request = freeze({ data, schedule: { ...schedule }, t: 9, x: Array.from(x) });
  const before = JSON.stringify(request);
  const answer = one.pg.diffusion.oracle(request);
  expect(JSON.stringify(request)).toBe(before);
  const typed = { ...request, x, data: { ...data, points: Float64Array.from(data.points) } };
  expect(bits(one.pg.diffusion.oracle(typed))).toEqual(bits(answer));
});

test("outputs outlive the growth of the heap", async () => {
  const { pg, heapBytes } = await loadWatched();
  const answers = Object.values(CALLS).map((call) => call(pg.diffusion));
  const expected = bits(answers);
  const before = heapBytes();
  pg.diffusion.draw({ data: PLANE, count: 2_000_000, seed: 1 });
  expect(heapBytes()).toBeGreaterThan(before);
  expect(bits(answers)).toEqual(expected);
});

// The heap starts at 8 MiB: a kilobyte left behind in each of so many calls would grow it.
describe("nothing leaks", () => {
  test("calls leave the heap as large as the first ones did", async () => {
    const { pg, heapBytes } = await loadWatched();
    const all = () => {
      for (const call of Object.values(CALLS)) call(pg.diffusion);
    };
    all();
    const before = heapBytes();
    for (let i = 0; i < 100; i++) all();
    const small = Object.entries(CALLS).filter(([name]) => !/claim|nelbo|bayesError/.test(name));
    for (let i = 0; i < 10_000; i++) for (const [, call] of small) call(pg.diffusion);
    expect(heapBytes()).toBe(before);
  });

  test("refusals do not either", async () => {
    const { pg, heapBytes } = await loadWatched();
    const { diffusion } = pg;
    const bad = [
      () => diffusion.oracle({ data: cloud, schedule, t: 99, x }),
      () => diffusion.oracle({ data: cloud, schedule: { kind: "constant", T: 0, beta: 0.1 }, t: 1, x }),
      () => diffusion.draw({ data: { ...PLANE, weights: [1, 1, 0] }, count: 1, seed: 1 }),
      () => diffusion.claim({ id: "4a", data: PLANE, schedule, broken: false, options: { x0: [1] } }),
    ];
    const before = heapBytes();
    for (let i = 0; i < 20_000; i++) refusal(bad[i % bad.length] ?? (() => {}));
    expect(heapBytes()).toBe(before);
  });
});

test("20,000 points of 64 coordinates stay under 64 MiB: their covariances are not written out", async () => {
  const { pg, heapBytes } = await loadWatched();
  const data = points(20_000, 64, 0.1);
  const at = pg.diffusion.draw({ data, count: 8, seed: 1 });
  const { x0 } = pg.diffusion.oracle({ data, schedule, t: 1, x: at });
  expect(x0.every(Number.isFinite)).toBe(true);
  expect(heapBytes()).toBeLessThanOrEqual(64 * 2 ** 20);
});
