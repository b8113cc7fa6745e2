// Refused input of problem 4: an error that names call, field, what was expected and what came.
import { beforeAll, describe, expect, test } from "vitest";
import type { Proofground } from "../../wasm/lib/types.ts";
import { BAD_NUMBERS } from "./support/hostile.ts";
import { loadWatched, refusal } from "./support/load.ts";
import { MODES, PLANE, points, SCHEDULE, WINDOW } from "./support/mixtures.ts";

type Diffusion = Proofground["diffusion"];
type Call = keyof Diffusion;

let diffusion: Diffusion;
beforeAll(async () => {
  diffusion = (await loadWatched()).pg.diffusion;
});

const schedule = SCHEDULE;
const GOOD = {
  schedule: SCHEDULE,
  mixtureOracle: { ...PLANE, alphaBar: 0.5, x: [0, 1, 2, 3] },
  gaussianKl: { mu1: [0, 1], sigma1: [1, 0, 0, 1], mu2: [1, 1], sigma2: [2, 0, 0, 1] },
  claim: { id: "4a", data: MODES, schedule, broken: false, options: {} },
  dataset: { name: "moons", n: 10, seed: 1 },
  oracle: { data: PLANE, schedule, t: 3, x: [0, 1, 2, 3] },
  density: { data: PLANE, schedule, t: 3, window: WINDOW },
  forward: { data: PLANE, schedule, t: 3, count: 5, seed: 1, walk: true },
  reverse: { schedule, t: 3, x0: [0, 1], xt: [1, 1], guess: null, curve: { from: -1, to: 1, samples: 5 } },
  nelbo: { data: MODES, schedule, draws: 10, seed: 1 },
  bayesError: { data: MODES, schedule, at: [1, 2], draws: 10, seed: 1 },
  draw: { data: PLANE, count: 5, seed: 1 },
} satisfies Partial<Record<Call, unknown>>;

const ask = (call: keyof typeof GOOD, request: unknown) => (diffusion[call] as (request: unknown) => unknown)(request);

test.each(Object.keys(GOOD) as (keyof typeof GOOD)[])("%s: what is tried here is accepted", (call) => {
  expect(ask(call, GOOD[call])).toBeDefined();
  for (const nothing of [undefined, null, 7, "linear"]) {
    expect(refusal(() => ask(call, nothing)).message).toMatch(
      new RegExp(`^diffusion\\.${call}: the argument: expected an object, got `),
    );
  }
});

describe("schedules", () => {
  test.each<[string, object, RegExp]>([
    ["no kind", {}, /^kind: expected a string, got nothing$/],
    ["another kind", { kind: "square" }, /^kind: expected linear, cosine, constant, own or drawn, got "square"$/],
    ["no T", { kind: "linear", beta1: 0.1, betaT: 0.2 }, /^T: expected a whole number from 1 to 100000, got nothing$/],
    ["T = 0", { ...SCHEDULE, T: 0 }, /^T: expected .*, got 0$/],
    ["T = 1.5", { ...SCHEDULE, T: 1.5 }, /^T: expected .*, got 1\.5$/],
    ["T = 1e9", { ...SCHEDULE, T: 1e9 }, /^T: expected .*, got 1000000000$/],
    ["beta1 = 0", { ...SCHEDULE, beta1: 0 }, /^beta1: expected a number from 1e-100 to less than 1, got 0$/],
    ["betaT = 1", { ...SCHEDULE, betaT: 1 }, /^betaT: expected .*, got 1$/],
    ["betaT NaN", { ...SCHEDULE, betaT: Number.NaN }, /^betaT: expected .*, got NaN$/],
    ["s = 2", { kind: "cosine", T: 5, s: 2, betaMax: 0.9 }, /^s: expected a number from 0 to 1, got 2$/],
    ["betaMax = 1", { kind: "cosine", T: 5, s: 0, betaMax: 1 }, /^betaMax: expected .*, got 1$/],
    ["beta < 0", { kind: "constant", T: 5, beta: -0.1 }, /^beta: expected .*, got -0\.1$/],
    ["no betas", { kind: "own" }, /^betas: expected a Float64Array or an array of numbers, got nothing$/],
    ["none of them", { kind: "own", betas: [] }, /^betas: expected 1 to 100000 numbers, got 0$/],
    ["one too large", { kind: "own", betas: [0.1, 1] }, /^betas: expected .*, got 1$/],
  ])("%s", (_, spec, message) => {
    const of = (prefix: string) => new RegExp(`^${prefix}${message.source.slice(1)}`);
    expect(refusal(() => ask("schedule", spec)).message).toMatch(of("diffusion\\.schedule: "));
    // Within a request the field has its path.
    const whole = refusal(() => ask("oracle", { ...GOOD.oracle, schedule: spec }));
    expect(whole.message).toMatch(of("diffusion\\.oracle: schedule\\."));
    expect(whole.code).toBe("invalid-argument");
  });
});

describe("distributions", () => {
  test.each<[string, unknown, RegExp]>([
    ["nothing", undefined, /: expected an object, got nothing$/],
    ["no d", { points: [1, 2], spread: 0 }, /\.d: expected a whole number from 1 to 64, got nothing$/],
    ["d = 65", { points: [1, 2], d: 65, spread: 0 }, /\.d: expected .*, got 65$/],
    ["no points", { points: [], d: 1, spread: 0 }, /\.points: expected 1 to 20000 points, got 0$/],
    ["20,001 points", { points: new Float64Array(20_001), d: 1, spread: 0 }, /\.points: expected .*, got 20001$/],
    ["half a point", { points: [1, 2, 3], d: 2, spread: 0 }, /\.points: expected n d numbers, got 3$/],
    ["NaN", { points: [1, Number.NaN], d: 1, spread: 0 }, /\.points\[1\]: expected .*, got NaN$/],
    ["no spread", { points: [1, 2], d: 1 }, /\.spread: expected a number, got nothing$/],
    ["spread < 0", { points: [1, 2], d: 1, spread: -1 }, /\.spread: expected a number from 0 to 1e100, got -1$/],
    ["no weights", { ...MODES, weights: undefined }, /\.weights: expected .*, got nothing$/],
    ["none of them", { ...MODES, weights: [] }, /\.weights: expected 1 to 20000 numbers, got 0$/],
    ["a weight of 0", { ...MODES, weights: [0, 1] }, /\.weights: expected .*, got 0$/],
    ["a mean too many", { ...MODES, means: [0, 1, 2] }, /\.means: expected k d numbers, got 3$/],
    ["covariances that are missing", { ...MODES, covariances: [] }, /\.covariances: expected .*, got 0$/],
    ["one that is", { ...MODES, covariances: [1] }, /\.covariances: expected k d d numbers.*, got 1$/],
    ["a negative variance", { ...MODES, covariances: [0.1, -1] }, /\.covariances: expected positive .*, got -1$/],
    ["all of them negative", { ...MODES, covariances: [-1, -1] }, /\.covariances: expected positive .*, got -1$/],
    [
      "one that is not symmetric",
      { weights: [1], means: [0, 0], covariances: [1, 0.5, 0, 1], d: 2 },
      /\.covariances: expected symmetric matrices, got component 0 is not symmetric$/,
    ],
  ])("%s", (_, data, message) => {
    for (const call of ["oracle", "forward", "nelbo", "bayesError", "draw", "claim", "density"] as const) {
      const error = refusal(() => ask(call, { ...GOOD[call], data }));
      expect(error.message).toMatch(new RegExp(`^diffusion\\.${call}: data${message.source}`));
    }
  });

  test.each(BAD_NUMBERS.filter(([what]) => what !== "a denormal number"))("points: %s", (_, bad, message) => {
    const error = refusal(() => ask("draw", { ...GOOD.draw, data: { points: bad, d: 1, spread: 0 } }));
    expect(error.message).toMatch(message);
    // What is no points at all is a mixture, whose weights are missing.
    expect(error.message).toMatch(/^diffusion\.draw: data\.(points|weights)/);
  });
});

describe("requests", () => {
  const window = (change: object) => ({ window: { ...WINDOW, ...change } });
  const curve = (change: object) => ({ curve: { ...GOOD.reverse.curve, ...change } });
  const many = new Float64Array(60_000);
  test.each<[keyof typeof GOOD, object, RegExp]>([
    ["mixtureOracle", { alphaBar: 1.5 }, /alphaBar: expected a number from 0 to 1, got 1\.5$/],
    ["mixtureOracle", { alphaBar: Number.NaN }, /alphaBar: expected a number from 0 to 1, got NaN$/],
    ["mixtureOracle", { alphaBar: undefined }, /alphaBar: expected a number, got nothing$/],
    ["mixtureOracle", { x: [1, 2, 3] }, /x: expected m d numbers, got 3$/],
    ["mixtureOracle", { ...points(3, 2, 0), alphaBar: 1 }, /alphaBar: expected less than 1 where .*, got 1$/],
    ["oracle", { t: -1 }, /t: expected a whole number from 0 to 50, got -1$/],
    ["oracle", { t: 51 }, /t: expected a whole number from 0 to 50, got 51$/],
    ["oracle", { t: "3" }, /t: expected a whole number from 0 to 50, got "3"$/],
    ["oracle", { data: points(3, 2, 0), t: 0 }, /t: expected at least 1 where .*, got 0$/],
    ["oracle", { x: [1, Infinity] }, /x\[1\]: expected .*, got Infinity$/],
    ["oracle", { data: points(20_000, 1, 0), x: many }, /x: expected places, or draws .* at most 1e9, got 1200000000$/],
    ["gaussianKl", { mu1: [] }, /mu1: expected at least one number, got 0$/],
    ["gaussianKl", { mu1: new Float64Array(1001) }, /mu1: expected at most 1000 numbers, got 1001$/],
    ["gaussianKl", { mu2: [1] }, /mu2: expected 2 numbers, got 1$/],
    ["gaussianKl", { sigma1: [1, 0, 0] }, /sigma1: expected d d numbers, got 3$/],
    ["gaussianKl", { sigma2: [1, 2, 2, 1] }, /sigma2: expected a positive definite matrix, got one that is not$/],
    ["claim", { id: "4z" }, /id: expected one of 4a, 4b, .*, got 4z$/],
    ["claim", { id: undefined }, /id: expected a string, got nothing$/],
    ["claim", { broken: "no" }, /broken: expected true, false, or one of plain, .*, got no$/],
    ["claim", { broken: 1 }, /broken: expected true or false, got 1$/],
    ["claim", { options: undefined }, /options: expected an object, got nothing$/],
    ["claim", { options: { t: 51 } }, /t: expected an integer from 1 to T, got 51$/],
    ["claim", { options: { x0: [1, 2] } }, /x0: expected d numbers or none, got 2$/],
    ["claim", { options: { seed: -1 } }, /options\.seed: expected .*, got -1$/],
    ["claim", { data: points(300, 20, 0) }, /data: expected k components with k d\^2 of at most 1e5, got 120000$/],
    [
      "claim",
      { data: points(5, 64, 0), schedule: { kind: "constant", T: 5000, beta: 0.1 } },
      /schedule: expected T steps with T d\^3 of at most 1e9, got 1310720000$/,
    ],
    ["dataset", { name: "sun" }, /name: expected moons, roll, .* or letters, got "sun"$/],
    ["dataset", { n: 0 }, /n: expected .*, got 0$/],
    ["dataset", { n: 1e8 }, /n: expected .*, got 100000000$/],
    ["dataset", { seed: undefined }, /seed: expected .*, got nothing$/],
    ["dataset", { name: "letters" }, /text: expected a string, got nothing$/],
    ["dataset", { name: "letters", text: "ABCDE" }, /text: expected 1 to 4 letters of A to Z, got "ABCDE"$/],
    ["dataset", { name: "letters", text: "ä" }, /text: expected 1 to 4 letters of A to Z, got "ä"$/],
    ["density", { data: MODES }, /data\.d: expected 2, got 1$/],
    ["density", window({ width: 1 }), /window\.width: expected a whole number from 2 to 8192, got 1$/],
    ["density", window({ x1: -3 }), /window\.x1: expected a number above x0, got -3$/],
    ["density", window({ y0: Number.NaN }), /window\.y0: expected .*, got NaN$/],
    ["density", window({ width: 8192, height: 8192, y1: 5 }), /window: expected at most 4194304 places, got 67108864$/],
    ["forward", { count: 0 }, /count: expected .*, got 0$/],
    ["forward", { t: 51 }, /t: expected .*, got 51$/],
    ["forward", { walk: 1 }, /walk: expected true or false, got 1$/],
    ["forward", { t: 50, count: 2_097_152 }, /count: expected a walk of at most 2e8 .*, got 209715200$/],
    ["reverse", { t: 0 }, /t: expected a whole number from 1 to 50, got 0$/],
    ["reverse", { xt: [] }, /xt: expected at least one number, got 0$/],
    ["reverse", { xt: new Float64Array(65) }, /xt: expected at most 64 numbers, got 65$/],
    ["reverse", { x0: [1] }, /x0: expected 2 numbers, got 1$/],
    ["reverse", { guess: [1] }, /guess: expected 2 numbers, got 1$/],
    ["reverse", curve({ to: -1 }), /curve\.to: expected a number above from, got -1$/],
    ["reverse", curve({ samples: 1 }), /curve\.samples: expected .*, got 1$/],
    ["nelbo", { draws: 1 }, /draws: expected a whole number from 2 to \d+, got 1$/],
    ["nelbo", { seed: 0.5 }, /seed: expected .*, got 0\.5$/],
    ["nelbo", { data: points(20_000, 2, 0.1), draws: 1000 }, /draws: expected .* at most 1e9, got 1020000000$/],
    ["bayesError", { at: [0] }, /at: expected steps from 1 to T, got 0$/],
    ["bayesError", { at: [1.5] }, /at: expected steps from 1 to T, got 1\.5$/],
    ["bayesError", { at: undefined }, /at: expected .*, got nothing$/],
    ["draw", { count: 1e9 }, /count: expected .*, got 1000000000$/],
    ["draw", { seed: -1 }, /seed: expected a whole number from 0 to 2147483647, got -1$/],
  ])("%s %o", (call, change, message) => {
    const error = refusal(() => ask(call, { ...GOOD[call], ...change }));
    expect(error.message).toMatch(new RegExp(`^diffusion\\.${call}: ${message.source}`));
    expect(error.code).toBe("invalid-argument");
    expect(ask(call, GOOD[call])).toBeDefined();
  });
});
