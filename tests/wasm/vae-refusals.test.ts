// Refused input of the VAE's exact calls: an error that names call, field, what was expected and what came.
import { beforeAll, describe, expect, test } from "vitest";
import type { Vae } from "../../wasm/lib/types.ts";
import { BAD_NUMBERS } from "./support/hostile.ts";
import { loadWatched, refusal } from "./support/load.ts";
import { gradients, LINEAR_GAUSSIAN, lengths, SMALL_VAE } from "./support/vaes.ts";

let vae: Vae;
beforeAll(async () => {
  vae = (await loadWatched()).pg.vae;
});

type Call = "klStandardNormal" | "gradients" | "linearGaussian";
const GOOD: Record<Call, object> = {
  klStandardNormal: { mu: [1, 2], logVar: [0, -1] },
  gradients: gradients(SMALL_VAE),
  linearGaussian: LINEAR_GAUSSIAN,
};
const ask = (call: Call, request: unknown) => (vae[call] as (request: unknown) => unknown)(request);
const good = gradients(SMALL_VAE);
const params = (change: object) => ({ params: { ...good.params, ...change } });

function expectRefusal(call: Call, request: unknown, message: RegExp): void {
  const error = refusal(() => ask(call, request));
  expect(error.message).toMatch(new RegExp(`^vae\\.${call}: ${message.source}`));
  expect(error.code).toBe("invalid-argument");
  expect(ask(call, GOOD[call])).toBeDefined();
}

test.each(Object.keys(GOOD) as Call[])("%s: what is tried here is accepted, what is no object is not", (call) => {
  expect(ask(call, GOOD[call])).toBeDefined();
  for (const nothing of [undefined, null, 7, "vae"]) {
    expectRefusal(call, nothing, /the argument: expected an object, got /);
  }
  for (const name of Object.keys(GOOD[call])) {
    expectRefusal(call, { ...GOOD[call], [name]: undefined }, new RegExp(`${name}: expected .*, got nothing$`));
  }
});

test.each<[string, object, RegExp]>([
  ["none", { mu: [], logVar: [] }, /mu: expected 1 or more numbers, got 0$/],
  ["two lengths", { mu: [1, 2], logVar: [1] }, /logVar: expected as many numbers as mu, got 1$/],
  ["an infinite mean", { mu: [Infinity], logVar: [1] }, /mu\[0\]: expected .*, got Infinity$/],
  ["a variance beyond double", { mu: [1, 1], logVar: [1, 800] }, /logVar\[1\]: expected a number up to 700, got 800$/],
])("klStandardNormal: %s", (_, request, message) => expectRefusal("klStandardNormal", request, message));

describe("gradients", () => {
  test.each<[string, object, RegExp]>([
    ["dx = 0", { dx: 0 }, /dx: expected a whole number from 1 to 1048576, got 0$/],
    ["hidden = -1", { hidden: -1 }, /hidden: expected a whole number from 0 to 1048576, got -1$/],
    ["dz = 1.5", { dz: 1.5 }, /dz: expected .*, got 1\.5$/],
    ["batch as text", { batch: "4" }, /batch: expected .*, got "4"$/],
    ["too large a batch", { batch: 2 ** 20 }, /batch: expected lists of at most 1048576 numbers, got 4194304$/],
    ["too large a layer", { hidden: 2 ** 20 }, /hidden: expected lists of at most 1048576 numbers, got 4194304$/],
    ["a size that the lists do not have", { hidden: 4 }, /params\.W_e: expected 16 numbers, got 12$/],
    ["no hidden layer, but heads of one", { hidden: 0 }, /params\.W_mu: expected 8 numbers, got 6$/],
    ["another batch", { batch: 2 }, /x: expected 8 numbers, got 4$/],
    ["an unknown loss", { recon: "laplace" }, /recon: expected "gaussian" or "bernoulli", got "laplace"$/],
    ["no weight", { betaKl: Number.NaN }, /betaKl: expected a number from 0 to 1e100, got NaN$/],
    ["a weight below 0", { betaKl: -1 }, /betaKl: expected .*, got -1$/],
    [
      "a target above 1",
      { x: [0, 1, 0.5, 1.5] },
      /x\[3\]: expected a number from 0 to 1, as "bernoulli" needs, got 1\.5$/,
    ],
    ["three of eps", { eps: [1, 2, 3] }, /eps: expected 2 numbers, got 3$/],
    ["an array of params", { params: [1] }, /params\.W_e: expected .*, got nothing$/],
    ["a bias too many", params({ b_lv: [1, 2, 3] }), /params\.b_lv: expected 2 numbers, got 3$/],
    ["a weight that is NaN", params({ b_mu: [0, Number.NaN] }), /params\.b_mu\[1\]: expected .*, got NaN$/],
    ["a weight of 1e308", params({ b_x: [0, 0, 1e308, 0] }), /params\.b_x\[2\]: expected .*, got 1e\+308$/],
    [
      "a variance that overflows",
      params({ b_lv: [0, 2000] }),
      /params: expected weights whose loss and gradients are /,
    ],
  ])("%s", (_, change, message) => expectRefusal("gradients", { ...good, ...change }, message));

  test.each(Object.keys(lengths(SMALL_VAE)))("without %s", (name) => {
    const message = new RegExp(`params\\.${name}: expected a Float64Array or an array of numbers, got nothing$`);
    expectRefusal("gradients", { ...good, ...params({ [name]: undefined }) }, message);
  });

  test("a target outside 0..1 is one for a Gaussian", () => {
    expect(ask("gradients", { ...good, x: [-3, 1, 0.5, 1.5], recon: "gaussian" })).toBeDefined();
  });

  test.each(BAD_NUMBERS.filter(([what]) => what !== "a denormal number"))("x: %s", (_, bad, message) => {
    expectRefusal("gradients", { ...good, x: bad }, new RegExp(`x${message.source}`));
  });
});

describe("linearGaussian", () => {
  test.each<[string, object, RegExp]>([
    ["no outputs", { b: [] }, /b: expected 1 to 64 numbers, got 0$/],
    ["no latent", { qMean: [] }, /qMean: expected 1 to 64 numbers, got 0$/],
    ["too many", { b: new Float64Array(65) }, /b: expected 1 to 64 numbers, got 65$/],
    ["a matrix of another size", { D: [1, 2, 3] }, /D: expected dx \* dz numbers, .*, got 3$/],
    ["three of x", { x: [1, 2, 3] }, /x: expected as many numbers as b, got 3$/],
    ["a variance too few", { qVar: [1] }, /qVar: expected as many numbers as qMean, got 1$/],
    ["no variance", { qVar: [1, 0] }, /qVar\[1\]: expected .*, got 0$/],
    ["no noise", { noiseVar: 0 }, /noiseVar: expected .*, got 0$/],
    ["noise below 0", { noiseVar: -1 }, /noiseVar: expected .*, got -1$/],
    ["noise as text", { noiseVar: "1" }, /noiseVar: expected a number, got "1"$/],
    [
      "terms beyond double",
      { noiseVar: 1e-100, qMean: [1e100, 1e100], D: new Float64Array(8).fill(1e100) },
      /D: expected numbers small enough/,
    ],
  ])("%s", (_, change, message) => expectRefusal("linearGaussian", { ...LINEAR_GAUSSIAN, ...change }, message));

  test.each(BAD_NUMBERS.filter(([what]) => what !== "a denormal number"))("x: %s", (_, bad, message) => {
    expectRefusal("linearGaussian", { ...LINEAR_GAUSSIAN, x: bad }, new RegExp(`x${message.source}`));
  });
});
