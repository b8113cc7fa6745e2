// Hostile values at the border of problem 4: whatever comes in, a result or a refusal comes out, and the module works on.
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { Proofground } from "../../wasm/lib/types.ts";
import { anything, attempt, number, numbers, options, rarely } from "./support/hostile.ts";
import { loadWatched } from "./support/load.ts";
import { CLAIMS, MODES, PLANE, points, SCHEDULE, WINDOW } from "./support/mixtures.ts";
import { bits } from "./support/numbers.ts";

type Diffusion = Proofground["diffusion"];

let diffusion: Diffusion;
let expected: unknown;
const reference = () => bits(diffusion.oracle({ data: PLANE, schedule: SCHEDULE, t: 9, x: [0, 1, 2, 3] }));
beforeAll(async () => {
  diffusion = (await loadWatched()).pg.diffusion;
  expected = reference();
});

const small = fc.oneof(fc.integer({ min: -2, max: 60 }), anything);
const part = fc.oneof(fc.double({ min: 0, max: 1 }), number);
const schedule = rarely<unknown, unknown>(
  SCHEDULE,
  fc.oneof(
    fc.record({ kind: fc.constant("linear"), T: small, beta1: part, betaT: part }),
    fc.record({ kind: fc.constant("cosine"), T: small, s: part, betaMax: part }),
    fc.record({ kind: fc.constant("constant"), T: small, beta: part }),
    fc.record({ kind: fc.constant("own"), betas: fc.oneof(fc.array(part, { maxLength: 30 }), numbers(4)) }),
    anything,
  ),
);
const cloud = fc.record({ points: numbers(8), d: rarely<unknown, unknown>(2, anything), spread: part });
const mixture = fc.record({
  weights: rarely<unknown, unknown>(PLANE.weights, numbers(3)),
  means: rarely<unknown, unknown>(PLANE.means, numbers(6)),
  covariances: rarely<unknown, unknown>(PLANE.covariances, numbers(12)),
  d: rarely<unknown, unknown>(2, anything),
});
const data = fc.oneof(fc.constantFrom<unknown>(PLANE, points(6, 2, 0.1), points(6, 2, 0)), cloud, mixture, anything);
const t = fc.oneof(fc.integer({ min: -1, max: 51 }), anything);
const seed = rarely<unknown, unknown>(1, anything);
const end = (usual: number) => rarely<unknown, unknown>(usual, number);

const REQUESTS: Partial<Record<keyof Diffusion, fc.Arbitrary<unknown>>> = {
  schedule,
  mixtureOracle: fc.oneof(
    fc
      .tuple(fc.oneof(cloud, mixture), fc.record({ alphaBar: part, x: numbers(4) }))
      .map(([q, rest]) => ({ ...q, ...rest })),
    anything,
  ),
  gaussianKl: fc.record({
    mu1: rarely<unknown, unknown>([0, 1], numbers(2)),
    sigma1: rarely<unknown, unknown>([1, 0.5, 0.5, 1], numbers(4)),
    mu2: rarely<unknown, unknown>([2, 1], numbers(2)),
    sigma2: rarely<unknown, unknown>([1, 0, 0, 2], numbers(4)),
  }),
  oracle: fc.record({ data, schedule, t, x: rarely<unknown, unknown>([0, 1, 2, 3], numbers(4)) }),
  density: fc.record({
    data,
    schedule,
    t,
    window: rarely<unknown, unknown>(
      WINDOW,
      fc.record({ x0: end(-1), x1: end(1), y0: end(-1), y1: end(2), width: small, height: small }),
    ),
  }),
  forward: fc.record({ data, schedule, t, count: small, seed, walk: rarely<unknown, unknown>(true, anything) }),
  reverse: fc.record({
    schedule,
    t,
    x0: rarely<unknown, unknown>([0, 1], numbers(2)),
    xt: rarely<unknown, unknown>([1, 1], numbers(2)),
    guess: fc.oneof(fc.constant(null), numbers(2)),
    curve: fc.oneof(fc.constant(null), fc.record({ from: end(-1), to: end(1), samples: small }), anything),
  }),
  bayesError: fc.record({
    data,
    schedule,
    at: fc.oneof(fc.array(fc.integer({ min: 0, max: 50 })), numbers(2)),
    draws: small,
    seed,
  }),
  draw: fc.record({ data, count: small, seed }),
  dataset: fc.record({
    name: fc.oneof(fc.constantFrom("moons", "roll", "spirals", "gaussians", "board", "letters"), anything),
    n: small,
    seed,
    text: fc.oneof(fc.constantFrom("A", "DDPM", "", "é"), anything),
  }),
};

/** Every number of a result: none of them is NaN. */
function expectNumbers(value: unknown): void {
  if (typeof value === "number") expect(value).not.toBeNaN();
  else if (value instanceof Float64Array) expect(value.some(Number.isNaN)).toBe(false);
  else if (typeof value === "object" && value !== null) for (const entry of Object.values(value)) expectNumbers(entry);
}

describe("hostile values", () => {
  test.each(Object.entries(REQUESTS) as [keyof Diffusion, fc.Arbitrary<unknown>][])("%s", (call, request) => {
    let [refused, answered] = [0, 0];
    fc.assert(
      fc.property(request, (value) => {
        const answer = attempt("diffusion", () => (diffusion[call] as (request: unknown) => unknown)(value));
        if (answer === undefined) {
          refused++;
          return;
        }
        answered++;
        expectNumbers(answer);
      }),
      options,
    );
    // The fuzz is worth its name only where both outcomes are common.
    expect(Math.min(refused, answered)).toBeGreaterThan(options.numRuns / 100);
  });

  const few = { ...options, numRuns: 60 };

  test("nelbo", () => {
    const request = fc.record({ data: fc.oneof(fc.constant(MODES), data), schedule, draws: small, seed });
    fc.assert(
      fc.property(request, (value) => {
        const answer = attempt("diffusion", () => diffusion.nelbo(value as Parameters<Diffusion["nelbo"]>[0]));
        if (answer !== undefined) expectNumbers(answer);
      }),
      few,
    );
  });

  test("claims", () => {
    const point = fc.oneof(fc.constantFrom(undefined, null), numbers(1), numbers(2));
    const claimOptions = fc.oneof(
      fc.record({ t, x0: point, xt: point, eps: point, guess: point, seed }, { requiredKeys: [] }),
      anything,
    );
    const request = fc.record({
      id: fc.oneof(fc.constantFrom(...CLAIMS), anything),
      data: fc.oneof(fc.constant(MODES), data),
      schedule,
      broken: rarely<unknown, unknown>(false, anything),
      options: rarely<unknown, unknown>({ t: 3 }, claimOptions),
    });
    fc.assert(
      fc.property(request, (value) => {
        const claim = attempt("diffusion", () => diffusion.claim(value as Parameters<Diffusion["claim"]>[0]));
        if (claim === undefined) return;
        expect(["pass", "fail", "vacuous"]).toContain(claim.verdict);
        expect(claim.checks.length > 0).toBe(claim.verdict !== "vacuous");
      }),
      few,
    );
  });

  test("and after all that the module still gives the right answer", () => {
    expect(reference()).toEqual(expected);
  });
});
