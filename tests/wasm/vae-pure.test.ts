// The exact calls of the VAE are pure functions: same input, same bits, nothing of the caller's changed, nothing of ours let out; and they
// leave the heap as it was.
import { beforeAll, describe, expect, test } from "vitest";
import type { Vae } from "../../wasm/lib/types.ts";
import { loadWatched, refusal, type Watched } from "./support/load.ts";
import { bits, overwrite } from "./support/numbers.ts";
import { gradients, LINEAR_GAUSSIAN, lengths, SMALL_VAE } from "./support/vaes.ts";

let one: Watched;
let other: Watched;
beforeAll(async () => {
  [one, other] = [await loadWatched(), await loadWatched()];
});

const gaussian = { mu: Float64Array.of(1, -2, 0.5), logVar: Float64Array.of(0.1, -3, 1e-5) };
const hidden = gradients(SMALL_VAE);
const linear = gradients({ dx: 3, dz: 4, hidden: 0, batch: 5 }, { recon: "gaussian", betaKl: 4 }, 7);
const CALLS: Record<string, (vae: Vae) => unknown> = {
  klStandardNormal: (vae) => vae.klStandardNormal(gaussian),
  "gradients with a hidden layer": (vae) => vae.gradients(hidden),
  "gradients without one": (vae) => vae.gradients(linear),
  linearGaussian: (vae) => vae.linearGaussian(LINEAR_GAUSSIAN),
};

const arrays = (value: unknown): Float64Array[] => {
  if (value instanceof Float64Array) return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(arrays) : [];
};

describe.each(Object.entries(CALLS))("%s", (_, call) => {
  test("the same bits again, from the other instance, after other calls, and when answers were written into", () => {
    const first = call(one.pg.vae);
    const expected = bits(first);
    one.pg.vae.gradients(gradients({ dx: 9, dz: 5, hidden: 7, batch: 6 }, {}, 9));
    expect(bits(call(one.pg.vae))).toEqual(expected);
    expect(bits(call(other.pg.vae))).toEqual(expected);
    overwrite(arrays(first));
    expect(bits(call(one.pg.vae))).toEqual(expected);
  });
});

test("answers have the sizes of their problem", () => {
  for (const request of [hidden, linear]) {
    const { dx, dz, batch } = request;
    const { loss, grads, ...lists } = one.pg.vae.gradients(request);
    expect(Number.isFinite(loss)).toBe(true);
    const nodes = { mu: batch * dz, logVar: batch * dz, z: batch * dz, xOut: batch * dx };
    const sizes = (record: object) =>
      Object.fromEntries(Object.entries(record).map(([name, list]) => [name, list.length]));
    expect(sizes(lists)).toEqual({ recon: batch, kl: batch, ...nodes });
    expect(sizes(grads)).toEqual({ ...lengths(request), x: batch * dx, ...nodes });
  }
  const answer = one.pg.vae.linearGaussian(LINEAR_GAUSSIAN);
  expect([answer.posteriorMean, answer.posteriorCov, answer.bestDiagVar].map((list) => list.length)).toEqual([2, 4, 2]);
});

test("weights of hidden layers that are not there are not read", () => {
  const params = { ...linear.params, W_e: [1], b_d: [Number.NaN] };
  expect(bits(one.pg.vae.gradients({ ...linear, params }))).toEqual(bits(one.pg.vae.gradients(linear)));
});

test("inputs are left as they were, frozen ones and plain arrays included", () => {
  const freeze = <T extends object>(value: T): T => {
    for (const entry of Object.values(value)) if (typeof entry === "object" && entry !== null) freeze(entry);
    return Object.freeze(value);
  };
  const plain = <T extends object>(value: T): T =>
    Object.fromEntries(
      Object.entries(value).map(([key, entry]) => {
        if (entry instanceof Float64Array) return [key, Array.from(entry)];
        return [key, typeof entry === "object" && !Array.isArray(entry) ? plain(entry) : entry];
      }),
    ) as T;
  const unchanged = <T extends object>(request: T, call: (request: T) => unknown) => {
    const frozen = freeze(plain(request));
    const before = JSON.stringify(frozen);
    expect(bits(call(frozen))).toEqual(bits(call(request)));
    expect(JSON.stringify(frozen)).toBe(before);
    expect(JSON.stringify(plain(request))).toBe(before);
  };
  unchanged(gaussian, one.pg.vae.klStandardNormal);
  unchanged(hidden, one.pg.vae.gradients);
  unchanged(structuredClone(LINEAR_GAUSSIAN), one.pg.vae.linearGaussian);
});

test("outputs outlive the growth of the heap", async () => {
  const { pg, heapBytes } = await loadWatched();
  const answers = Object.values(CALLS).map((call) => call(pg.vae));
  const expected = bits(answers);
  const before = heapBytes();
  pg.vae.gradients(gradients({ dx: 1, dz: 1, hidden: 0, batch: 300_000 }));
  expect(heapBytes()).toBeGreaterThan(before);
  expect(bits(answers)).toEqual(expected);
});

// The heap starts at 8 MiB: a kilobyte left behind in each of so many calls would grow it.
test("neither calls nor refusals leave anything behind", async () => {
  const { pg, heapBytes } = await loadWatched();
  for (const call of Object.values(CALLS)) call(pg.vae);
  const before = heapBytes();
  for (let i = 0; i < 5_000; i++) for (const call of Object.values(CALLS)) call(pg.vae);
  for (let i = 0; i < 10_000; i++) {
    refusal(() => pg.vae.gradients({ ...hidden, eps: [] }));
    refusal(() => pg.vae.linearGaussian({ ...LINEAR_GAUSSIAN, qVar: [1, 0] }));
  }
  expect(heapBytes()).toBe(before);
});
