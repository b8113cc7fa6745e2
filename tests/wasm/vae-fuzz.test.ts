// Hostile values at the border of the VAE: whatever comes in, a result or a refusal comes out, and the module works on.
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { Vae } from "../../wasm/lib/types.ts";
import { anything, attempt, finite, number, numbers, options, rarely } from "./support/hostile.ts";
import { loadWatched } from "./support/load.ts";
import { bits } from "./support/numbers.ts";
import { gradients, LINEAR_GAUSSIAN, lengths, SMALL_VAE, type VaeSizes } from "./support/vaes.ts";

let vae: Vae;
let expected: unknown;
const reference = () => bits([vae.gradients(gradients(SMALL_VAE)), vae.linearGaussian(LINEAR_GAUSSIAN)]);
beforeAll(async () => {
  vae = (await loadWatched()).pg.vae;
  expected = reference();
});

/** Every number of an answer. */
const flat = (value: unknown): number[] => {
  if (typeof value === "number") return [value];
  if (value instanceof Float64Array) return Array.from(value);
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(flat) : [];
};

/** Numbers of any size that is taken. */
const extreme = fc.oneof(
  fc.constantFrom(0, -0, 5e-324, 1e-300, 1, -1, 37, -40, 800, -800, 1e8, 1e50, 1e100, -1e100),
  fc.double({ min: -3, max: 3, noNaN: true }),
);
const list = (length: number, entry: fc.Arbitrary<number>) => fc.array(entry, { minLength: length, maxLength: length });
const fixed = (sizes: object) =>
  Object.fromEntries(Object.entries(sizes).map(([name, value]) => [name, fc.constant<unknown>(value)]));
/** A good request with some of its fields replaced. */
const spoilt = (request: object) =>
  fc.record(
    Object.fromEntries(
      Object.entries(request).map(([name, value]) => [
        name,
        rarely<unknown, unknown>(
          value,
          typeof value === "number" ? fc.oneof(number, anything) : numbers(value.length ?? 4),
        ),
      ]),
    ),
  );

const problem = fc
  .record({
    dx: fc.integer({ min: 1, max: 3 }),
    dz: fc.integer({ min: 1, max: 3 }),
    hidden: fc.integer({ min: 0, max: 2 }),
    batch: fc.integer({ min: 1, max: 2 }),
  })
  .chain((sizes: VaeSizes) =>
    fc.record({
      ...fixed(sizes),
      recon: fc.constantFrom("gaussian", "bernoulli"),
      betaKl: fc.constantFrom(0, 1, 1e100),
      params: fc.record(
        Object.fromEntries(Object.entries(lengths(sizes)).map(([name, count]) => [name, list(count, extreme)])),
      ),
      x: list(sizes.batch * sizes.dx, fc.oneof({ weight: 4, arbitrary: fc.constantFrom(0, 1, 0.5) }, extreme)),
      eps: list(sizes.batch * sizes.dz, extreme),
    }),
  );
const positive = fc.oneof(
  fc.constantFrom(1e-100, 1e-30, 1e-4, 1, 1e30, 1e100),
  fc.double({ min: 0.1, max: 3, noNaN: true }),
);
const model = fc
  .record({ dx: fc.integer({ min: 1, max: 4 }), dz: fc.integer({ min: 1, max: 4 }) })
  .chain(({ dx, dz }) =>
    fc.record({
      D: list(dx * dz, extreme),
      b: list(dx, extreme),
      noiseVar: positive,
      x: list(dx, extreme),
      qMean: list(dz, extreme),
      qVar: list(dz, positive),
    }),
  );
const gaussian = fc
  .integer({ min: 1, max: 4 })
  .chain((dz) => fc.record({ mu: list(dz, extreme), logVar: list(dz, extreme) }));

describe("hostile values", () => {
  test.each([
    ["klStandardNormal", gaussian, { mu: [1, 2], logVar: [0, -1] }],
    ["gradients", problem, gradients(SMALL_VAE)],
    ["linearGaussian", model, LINEAR_GAUSSIAN],
  ] as const)("%s", (call, fitting, good) => {
    let [refused, answered] = [0, 0];
    fc.assert(
      fc.property(fc.oneof(fitting, spoilt(good), { weight: 1, arbitrary: anything }), (value) => {
        const answer = attempt("vae", () => (vae[call] as (request: unknown) => unknown)(value));
        if (answer === undefined) {
          refused++;
          return;
        }
        answered++;
        expect(finite(flat(answer))).toBe(true);
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
