// Hostile values at the border of problem 3: whatever comes in, a result or a refusal comes out, and the module works on.
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { Cifg } from "../../wasm/lib/types.ts";
import { cell, PARAMS, SMALL } from "./support/cells.ts";
import { anything, attempt, finite, number, numbers, options, rarely } from "./support/hostile.ts";
import { loadWatched } from "./support/load.ts";
import { bits } from "./support/numbers.ts";

let cifg: Cifg;
let expected: unknown;
const reference = () => bits(cifg.tape(cell(SMALL)));
beforeAll(async () => {
  cifg = (await loadWatched()).pg.cifg;
  expected = reference();
});

const arrays = (value: unknown): Float64Array[] => {
  if (value instanceof Float64Array) return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(arrays) : [];
};

const good = cell(SMALL);
/** Sizes and lists that fit together, with numbers of any size that is taken. */
const extreme = fc.oneof(
  fc.constantFrom(0, -0, 5e-324, 1e-300, 1, -1, 37, -40, 800, -800, 1e8, 1e50, 1e100, -1e100),
  fc.double({ min: -3, max: 3, noNaN: true }),
);
const fitting = fc
  .record({
    dx: fc.integer({ min: 1, max: 3 }),
    dh: fc.integer({ min: 1, max: 3 }),
    T: fc.integer({ min: 1, max: 6 }),
    batch: fc.constantFrom(1, 1, 1, 2),
  })
  .chain((sizes) => {
    const { params, x, h0, c0, g } = cell(sizes);
    const list = (like: ArrayLike<number>, odd: fc.Arbitrary<number>) =>
      fc.array(odd, { minLength: like.length, maxLength: like.length });
    const weights = Object.fromEntries(PARAMS.map((name) => [name, list(params[name], extreme)]));
    return fc.record({
      ...Object.fromEntries(Object.entries(sizes).map(([name, value]) => [name, fc.constant(value)])),
      params: fc.record(weights),
      x: list(x, extreme),
      h0: list(h0, extreme),
      c0: list(c0, extreme),
      g: list(g, extreme),
    });
  });
const size = (usual: number) => rarely<unknown, unknown>(usual, fc.oneof(number, anything));
const odd = fc.record({
  dx: size(good.dx),
  dh: size(good.dh),
  T: size(good.T),
  batch: size(good.batch),
  params: rarely<unknown, unknown>(
    good.params,
    fc.oneof(
      anything,
      fc.record(
        Object.fromEntries(
          PARAMS.map((name) => [name, rarely<unknown, unknown>(good.params[name], numbers(good.params[name].length))]),
        ),
        { requiredKeys: [] },
      ),
    ),
  ),
  x: rarely<unknown, unknown>(good.x, numbers(good.x.length)),
  h0: rarely<unknown, unknown>(good.h0, numbers(good.h0.length)),
  c0: rarely<unknown, unknown>(good.c0, numbers(good.c0.length)),
  g: rarely<unknown, unknown>(good.g, numbers(good.g.length)),
});

describe("hostile values", () => {
  test.each(["forward", "backward", "tape"] as const)("%s", (call) => {
    let [refused, answered] = [0, 0];
    fc.assert(
      fc.property(fc.oneof(fitting, odd, { weight: 1, arbitrary: anything }), (value) => {
        const answer = attempt("cifg", () => (cifg[call] as (request: unknown) => unknown)(value));
        if (answer === undefined) {
          refused++;
          return;
        }
        answered++;
        expect(arrays(answer).every(finite)).toBe(true);
      }),
      options,
    );
    // The fuzz is worth its name only where both outcomes are common.
    expect(Math.min(refused, answered)).toBeGreaterThan(options.numRuns / 10);
  });

  test("and after all that the module still gives the right answer", () => {
    expect(reference()).toEqual(expected);
  });
});
