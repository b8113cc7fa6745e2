// The exact calls of problem 3 are pure functions: same input, same bits, nothing of the caller's changed, nothing of ours let out;
// and they leave the heap as it was.
import { beforeAll, describe, expect, test } from "vitest";
import type { Cifg } from "../../wasm/lib/types.ts";
import { cell, SMALL } from "./support/cells.ts";
import { loadWatched, refusal, type Watched } from "./support/load.ts";
import { bits, overwrite } from "./support/numbers.ts";

let one: Watched;
let other: Watched;
beforeAll(async () => {
  [one, other] = [await loadWatched(), await loadWatched()];
});

const problem = cell(SMALL);
const batch = cell({ ...SMALL, batch: 3 }, 2, 5);
const CALLS: Record<string, (cifg: Cifg) => unknown> = {
  forward: (cifg) => cifg.forward(batch),
  backward: (cifg) => cifg.backward(batch),
  tape: (cifg) => cifg.tape(problem),
  "tape of one step of one unit": (cifg) => cifg.tape(cell({ dx: 1, dh: 1, T: 1, batch: 1 })),
};

const arrays = (value: unknown): Float64Array[] => {
  if (value instanceof Float64Array) return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(arrays) : [];
};

describe.each(Object.entries(CALLS))("%s", (_, call) => {
  test("the same bits again, from the other instance, after other calls, and when answers were written into", () => {
    const first = call(one.pg.cifg);
    const expected = bits(first);
    one.pg.cifg.tape(cell({ dx: 4, dh: 4, T: 12, batch: 1 }, 3, 9));
    expect(bits(call(one.pg.cifg))).toEqual(expected);
    expect(bits(call(other.pg.cifg))).toEqual(expected);
    overwrite(arrays(first));
    expect(bits(call(one.pg.cifg))).toEqual(expected);
  });
});

test("the tape is forward and backward, with the ledger and the horizon of those sizes", () => {
  const { states, backward, ledger, sums, updates, horizon } = one.pg.cifg.tape(problem);
  expect(bits(states)).toEqual(bits(one.pg.cifg.forward(problem)));
  expect(bits(backward)).toEqual(bits(one.pg.cifg.backward(problem)));
  const { dx, dh, T } = problem;
  expect(ledger.dh).toHaveLength(T * 4 * T * dh);
  expect(ledger.dc).toHaveLength(T * 5 * T * dh);
  for (const [name, parts] of Object.entries(ledger.params)) {
    const columns = name.startsWith("W") ? dx : name.startsWith("U") ? dh : 1;
    expect(parts, name).toHaveLength(T * 5 * dh * columns);
  }
  expect([sums.bySource.dh.length, sums.byPath.dh.length, sums.total.dh.length]).toEqual([
    T * T * dh,
    4 * T * dh,
    T * dh,
  ]);
  expect([sums.bySource.dc.length, sums.byPath.dc.length, sums.total.dc.length]).toEqual([
    T * T * dh,
    5 * T * dh,
    T * dh,
  ]);
  const sizes = (name: keyof typeof updates.step) => [
    ...[sums.bySource, sums.byPath, sums.total].map((parts) => parts.params[name].length),
    ...[updates.step, updates.soFar].map((parts) => parts[name].length),
  ];
  expect(sizes("W_o")).toEqual([T * dh * dx, 5 * dh * dx, dh * dx, T * dh * dx, T * dh * dx]);
  expect(sizes("b_c")).toEqual([T * dh, 5 * dh, dh, T * dh, T * dh]);
  expect(bits(updates.soFar.U_f.slice(0, dh * dh))).toEqual(bits(backward.grads.U_f));
  expect(horizon.product).toHaveLength(T * dh);
  expect(horizon.jacobian).toHaveLength(T * dh * dh);
  // Nothing lies between c_T and itself.
  expect(Array.from(horizon.jacobian.subarray(-dh * dh))).toEqual([1, 0, 0, 0, 1, 0, 0, 0, 1]);
  const { norm, throughH, productNorm, share } = horizon;
  expect([norm, throughH, productNorm, share].map((list) => list.length)).toEqual([T, T, T, T]);
  expect([norm, throughH, productNorm, share].map((list) => list.at(-1))).toEqual([1, 0, 1, 0]);
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
        return [key, typeof entry === "object" ? plain(entry) : entry];
      }),
    ) as T;
  const frozen = freeze(plain(problem));
  const before = JSON.stringify(frozen);
  expect(bits(one.pg.cifg.tape(frozen))).toEqual(bits(one.pg.cifg.tape(problem)));
  expect(JSON.stringify(frozen)).toBe(before);
  const typed = bits(problem);
  one.pg.cifg.backward(problem);
  expect(bits(problem)).toEqual(typed);
});

test("outputs outlive the growth of the heap", async () => {
  const { pg, heapBytes } = await loadWatched();
  const answers = Object.values(CALLS).map((call) => call(pg.cifg));
  const expected = bits(answers);
  const before = heapBytes();
  pg.cifg.forward(cell({ dx: 1, dh: 1, T: 300_000, batch: 1 }));
  expect(heapBytes()).toBeGreaterThan(before);
  expect(bits(answers)).toEqual(expected);
});

// The heap starts at 8 MiB: a kilobyte left behind in each of so many calls would grow it.
test("neither calls nor refusals leave anything behind", async () => {
  const { pg, heapBytes } = await loadWatched();
  for (const call of Object.values(CALLS)) call(pg.cifg);
  const before = heapBytes();
  for (let i = 0; i < 3_000; i++) for (const call of Object.values(CALLS)) call(pg.cifg);
  for (let i = 0; i < 20_000; i++) refusal(() => pg.cifg.tape(i % 2 ? batch : { ...problem, g: [] }));
  expect(heapBytes()).toBe(before);
});

test("the largest tape that is accepted is there at once", () => {
  const largest = cell({ dx: 1, dh: 1, T: 457, batch: 1 });
  const wide = cell({ dx: 8, dh: 32, T: 17, batch: 1 }, 0.3);
  for (const each of [largest, wide]) {
    const from = performance.now();
    one.pg.cifg.tape(each);
    expect(performance.now() - from).toBeLessThan(2_000);
  }
});
