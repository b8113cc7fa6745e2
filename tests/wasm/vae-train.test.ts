// Trained VAEs through the border: the same from a seed however it is cut, on from what was saved, refused by name, all given
// back; log p(x) = ELBO + gap, and what the aggregate posterior's parts add up to.
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { Vae, VaeTrainer, VaeTrainRequest } from "../../wasm/lib/types.ts";
import { fingerprint } from "./support/diffusion.ts";
import { anything, attempt, BAD_NUMBERS, number, numbers, options, rarely } from "./support/hostile.ts";
import { loadWatched, refusal, using, type Watched } from "./support/load.ts";
import { overwrite } from "./support/numbers.ts";

let one: Watched;
let other: Watched;
let vae: Vae;
beforeAll(async () => {
  [one, other] = [await loadWatched(), await loadWatched()];
  vae = one.pg.vae;
});

/** The pixels of VaeTrainer.OneSeedIsOneNetworkEverywhere. */
const pixels = (count: number) => Float64Array.from({ length: count }, (_, k) => ((k * k + 3 * k) % 17) / 16);
const classesOf = (count: number, classes: number) => Array.from({ length: count }, (_, i) => i % classes);

const training = (change: Partial<VaeTrainRequest> = {}): VaeTrainRequest => ({
  ...{ x: pixels(20 * 6), dx: 6, heldOut: 4, dz: 2, width: 10, depth: 1, likelihood: "bernoulli", noiseVar: 1 },
  ...{ beta: 1, batch: 7, learningRate: 2e-3, emaDecay: 0.99, seed: 20 },
  ...change,
});
const conditional = (change: Partial<VaeTrainRequest> = {}): VaeTrainRequest =>
  training({ labels: classesOf(20, 3), classes: 3, likelihood: "gaussian", noiseVar: 0.25, beta: 0.5, ...change });

/** What body makes of a trainer, which is let go. */
const withTrainer = <T>(request: VaeTrainRequest, body: (trainer: VaeTrainer) => T, saved?: Uint8Array): T =>
  using(vae.train(request, saved), body);
/** A network after some steps. */
const trained = (request: VaeTrainRequest, steps = 5): Uint8Array =>
  withTrainer(request, (trainer) => {
    trainer.advance(steps);
    return trainer.network();
  });

const WINDOW = { x0: -4, y0: -4, width: 8, height: 8, columns: 20, rows: 10 };

test("a seed is the network that the native build makes of it: the hash of its file", () => {
  // The hash of VaeTrainer.OneSeedIsOneNetworkEverywhere.
  expect(fingerprint(trained(training(), 60))).toBe(11928333527075089183n);
});

describe("advance", () => {
  test.each([
    ["plain", training()],
    ["conditional", conditional()],
  ])("20 steps are 10 and 10, watched or not, in this instance and the other: %s", (_, request) => {
    const whole = withTrainer(request, (trainer) => ({
      losses: trainer.advance(20),
      progress: trainer.evaluate(3),
      network: trainer.network(),
      saved: trainer.save(),
    }));
    using(other.pg.vae.train(request), (trainer) => {
      const half = trainer.advance(10);
      trainer.evaluate(2);
      trainer.network();
      expect([...half, ...trainer.advance(10)]).toEqual([...whole.losses]);
      expect(trainer.evaluate(3)).toEqual(whole.progress);
      expect(trainer.network()).toEqual(whole.network);
      expect(trainer.save()).toEqual(whole.saved);
      expect(trainer.steps()).toBe(20);
    });
  });

  test("losses differ by what is asked for, each mistake among it", () => {
    const fifth = (change: Partial<VaeTrainRequest>) =>
      withTrainer(training(change), (trainer) => trainer.advance(5)[4]);
    const gaussian = { likelihood: "gaussian", noiseVar: 0.5 } as const;
    const answers = [
      {},
      { seed: 8 },
      { dz: 3 },
      { width: 11 },
      { depth: 2 },
      { depth: 0 },
      gaussian,
      { ...gaussian, noiseVar: 0.3 },
      { ...gaussian, mistake: "no-variance" as const },
      { beta: 2 },
      { batch: 9 },
      { learningRate: 0.02 },
      { labels: classesOf(20, 2), classes: 2 },
      ...(["kl-mean", "sigma", "kept-eps", "kl-sign"] as const).map((mistake) => ({ mistake })),
    ].map(fifth);
    expect(new Set(answers).size).toBe(answers.length);
    expect(fifth({ mistake: "" })).toBe(fifth({}));
  });

  test("parameters: both networks'", () => {
    const count = withTrainer(training(), (trainer) => trainer.parameters());
    expect(count).toBe(7 * 10 + 11 * 4 + 3 * 10 + 11 * 6);
  });
});

describe("save", () => {
  test("training goes on as if it had not stopped, in another instance as well", () => {
    for (const request of [training(), conditional(), training({ mistake: "kept-eps" })]) {
      withTrainer(request, (trainer) => {
        trainer.advance(15);
        using(other.pg.vae.train(request, trainer.save()), (resumed) => {
          expect(resumed.steps()).toBe(15);
          expect(resumed.advance(15)).toEqual(trainer.advance(15));
          expect(resumed.save()).toEqual(trainer.save());
        });
      });
    }
    const saved = withTrainer(training(), (trainer) => trainer.save());
    withTrainer(training({ learningRate: 0.1 }), (trainer) => trainer.advance(1), saved);
  });

  test.each<[what: string, change: Partial<VaeTrainRequest>]>([
    ["x", { x: pixels(20 * 6).map((value) => 1 - value) }],
    ["heldOut", { heldOut: 5 }],
    ["beta", { beta: 2 }],
    ["batch", { batch: 9 }],
    ["emaDecay", { emaDecay: 0 }],
    ["seed", { seed: 1 }],
    ["mistake", { mistake: "sigma" }],
    ["shape", { width: 11 }],
    ["shape", { likelihood: "gaussian" }],
  ])("is refused by another %s", (field, change) => {
    const saved = withTrainer(training(), (trainer) => trainer.save());
    expect(refusal(() => vae.train(training(change), saved)).message).toBe(
      `vae.train: saved: expected a state of the same ${field}, got one of another`,
    );
  });

  test("damaged, cut and other bytes are refused", () => {
    const saved = withTrainer(training(), (trainer) => trainer.save());
    const network = trained(training());
    const damaged = saved.slice();
    damaged[200] = (damaged[200] ?? 0) ^ 1;
    for (const bad of [damaged, saved.slice(0, -1), network, new Uint8Array(0), null, [1, 2], new Float32Array(9)])
      expect(refusal(() => vae.train(training(), bad as Uint8Array)).message).toMatch(
        /^vae\.train: saved: expected .*, got .*/,
      );
    expect(refusal(() => vae.decode({ network: saved, z: [0, 0] })).message).toMatch(/^vae\.decode: network: expected/);
  });
});

describe("what a network says", () => {
  const sigmoid = (value: number) => 1 / (1 + Math.exp(-value));
  const mean = (values: ArrayLike<number>) => Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;

  test("encode, decode, sample: shapes, ranges, one seed one sample", () => {
    for (const [request, labels] of [
      [training(), undefined],
      [conditional(), [2, 0, 1]],
    ] as const) {
      const told = labels === undefined ? {} : { labels };
      const network = trained(request);
      const codes = vae.encode({ network, x: pixels(18), ...told });
      expect([codes.mu.length, codes.logVar.length]).toEqual([6, 6]);
      const decoded = vae.decode({ network, z: codes.mu, ...told });
      expect(decoded.mean).toHaveLength(18);
      const sampled = vae.sample({ network, count: 3, seed: 4, ...told });
      expect(sampled.mean).toEqual(vae.decode({ network, z: sampled.z, ...told }).mean);
      expect(vae.sample({ network, count: 3, seed: 4, ...told })).toEqual(sampled);
      expect(vae.sample({ network, count: 3, seed: 5, ...told })).not.toEqual(sampled);
      if (labels === undefined)
        for (const value of decoded.mean) expect(value).toBeCloseTo(sigmoid(Math.log(value / (1 - value))), 12);
    }
    const network = trained(conditional(), 100);
    const say = (label: number) => vae.decode({ network, z: [0.3, 0.1], labels: [label] }).mean;
    expect(say(0)).not.toEqual(say(1));
  });

  test("evaluate: elbo = reconstruction - kl, sampled beside exact, and the trainer's is the same", () => {
    const request = training();
    withTrainer(request, (trainer) => {
      trainer.advance(50);
      const progress = trainer.evaluate(400);
      const network = trainer.network();
      const { sampled, exact, klPerDimension } = vae.evaluate({ network, x: pixels(96), draws: 400, seed: 1 });
      expect(sampled.elbo).toBe(sampled.reconstruction - sampled.kl);
      expect(mean(klPerDimension) * 2).toBeCloseTo(sampled.kl, 12);
      expect(exact).toEqual(progress.training.exact);
      expect(Math.abs(sampled.elbo - (exact?.elbo ?? Number.NaN))).toBeLessThan(5 * sampled.error);
      expect(sampled.error).toBeGreaterThan(0);
      expect(progress.heldOut.exact).not.toEqual(exact);
      const { training: drawn, heldOut } = trainer.evaluate(400, false);
      expect(drawn).toEqual({ ...progress.training, exact: null });
      expect(heldOut).toEqual({ ...progress.heldOut, exact: null });
    });
    const deep = trained(training({ dz: 3 }));
    expect(vae.evaluate({ network: deep, x: pixels(12), draws: 2, seed: 1 }).exact).toBeNull();
  });

  test("evidence: log p(x) = ELBO + gap, and the posterior adds up to 1", () => {
    for (const request of [training(), training({ dz: 1 }), conditional()]) {
      const told = request.labels === undefined ? {} : { labels: [1] };
      const network = trained(request, 200);
      const found = vae.evidence({ network, x: pixels(6), ...told });
      expect(Math.abs(found.logPx - found.elbo - found.gap)).toBeLessThan(1e-5);
      expect(found.elbo).toBe(found.reconstruction - found.kl);
      expect(found.gap).toBeGreaterThan(0);
      expect(found.posteriorCov).toHaveLength(request.dz ** 2);
      if (request.dz !== 2) continue;
      const asked = { network, x: pixels(6), window: { ...WINDOW, columns: 60, rows: 60 }, ...told };
      const map = vae.posterior(asked);
      expect(vae.posterior({ ...asked, logPx: found.logPx })).toEqual(map);
      expect(map.logPx).toBe(found.logPx);
      expect(mean(map.density) * 64).toBeCloseTo(1, 2);
      expect(mean(map.q) * 64).toBeCloseTo(1, 2);
    }
  });

  test("overlap: divergence and information add up to the mean KL", () => {
    const network = trained(training(), 300);
    const found = vae.overlap({ network, x: pixels(120), window: WINDOW });
    expect(Math.abs(found.divergence + found.information - found.klMean)).toBeLessThan(1e-6);
    expect(found.overlap).toBeGreaterThan(0);
    expect(found.overlap).toBeLessThanOrEqual(1 + found.error);
    expect(found.aggregate).toHaveLength(200);
    expect(found.klMean).toBeCloseTo(vae.evaluate({ network, x: pixels(120), draws: 2, seed: 1 }).sampled.kl, 12);
  });

  test("toy: the diffusion lab's data", () => {
    const { pg } = one;
    expect(vae.toy({ name: "moons", n: 30, seed: 3 })).toEqual(pg.diffusion.dataset({ name: "moons", n: 30, seed: 3 }));
  });
});

describe("refusals name call, field, what was expected and what came", () => {
  test.each<[change: object, message: RegExp]>([
    [{ dx: 7 }, /x: expected a multiple of 7 numbers, got 120$/],
    [{ dx: 0 }, /dx: expected .*, got 0$/],
    [{ x: [] }, /x: expected 1 or more points, got 0$/],
    [{ x: pixels(120).fill(1.5, 3, 4) }, /x: expected numbers from 0 to 1, got 1\.5$/],
    [{ heldOut: 0 }, /heldOut: expected .*, got 0$/],
    [{ heldOut: 20 }, /heldOut: expected .*, got 20$/],
    [{ labels: [0, 1] }, /classes: expected .*, got nothing$/],
    [{ labels: [0, 1], classes: 2 }, /labels: expected .*, got 2$/],
    [{ labels: classesOf(20, 3), classes: 2 }, /labels: expected .*, got 2$/],
    [{ dz: 65 }, /dz: expected .*, got 65$/],
    [{ width: 0 }, /width: expected .*, got 0$/],
    [{ depth: 9 }, /depth: expected .*, got 9$/],
    [{ likelihood: "poisson" }, /likelihood: expected bernoulli or gaussian, got "poisson"$/],
    [{ likelihood: "gaussian", noiseVar: 0 }, /noiseVar: expected .*, got 0$/],
    [{ beta: -1 }, /beta: expected .*, got -1$/],
    [{ batch: 0.5 }, /batch: expected .*, got 0\.5$/],
    [{ learningRate: Number.NaN }, /learningRate: expected .*, got NaN$/],
    [{ emaDecay: 1 }, /emaDecay: expected .*, got 1$/],
    [{ seed: -1 }, /seed: expected .*, got -1$/],
    [{ mistake: "mean" }, /mistake: expected .*, got "mean"$/],
    [{ mistake: "no-variance" }, /mistake: expected .*, got no-variance$/],
  ])("train with %j", (change, message) => {
    const { message: said } = refusal(() => vae.train(training(change as Partial<VaeTrainRequest>)));
    expect(said).toMatch(/^vae\.train: /);
    expect(said).toMatch(message);
  });

  test.each(BAD_NUMBERS)("train with %s", (_, x, message) => {
    expect(
      refusal(() => vae.train(training({ x: x as number[], dx: 2, heldOut: 1, likelihood: "gaussian" }))).message,
    ).toMatch(new RegExp(`^vae\\.train: x${message.source}`));
  });

  test("of what a network cannot say", () => {
    const network = trained(training());
    const deep = trained(training({ dz: 3 }));
    const told = trained(conditional());
    const x = pixels(6);
    const refused: readonly [() => unknown, RegExp][] = [
      [() => vae.encode({ network: new Uint8Array(3), x }), /^vae\.encode: network: expected/],
      [() => vae.encode({ network, x: [0.5] }), /^vae\.encode: x: expected/],
      [() => vae.encode({ network, x, labels: [0] }), /^vae\.encode: labels: expected/],
      [() => vae.encode({ network: told, x }), /^vae\.encode: labels: expected/],
      [() => vae.decode({ network, z: [0] }), /^vae\.decode: z: expected/],
      [() => vae.decode({ network, z: [0, Number.NaN] }), /^vae\.decode: z\[1\]: expected/],
      [() => vae.sample({ network, count: 0, seed: 1 }), /^vae\.sample: count: expected/],
      [() => vae.evaluate({ network, x, draws: 1, seed: 1 }), /^vae\.evaluate: draws: expected/],
      [() => vae.evidence({ network: deep, x }), /^vae\.evidence: network: expected .*, got 3$/],
      [() => vae.evidence({ network, x: pixels(12) }), /^vae\.evidence: x: expected one point/],
      [() => vae.posterior({ network: deep, x, window: WINDOW }), /^vae\.posterior: network: expected/],
      [() => vae.posterior({ network, x, window: { ...WINDOW, rows: 0 } }), /^vae\.posterior: window\.rows: expected/],
      [() => vae.posterior({ network, x, window: WINDOW, logPx: Number.NaN }), /^vae\.posterior: logPx: expected/],
      [() => vae.overlap({ network, x, window: { ...WINDOW, width: 0 } }), /^vae\.overlap: window\.width: expected/],
      [() => vae.toy({ name: "letters" as "moons", n: 3, seed: 1 }), /^vae\.toy: name: expected/],
      [() => vae.toy({ name: "moons", n: 0, seed: 1 }), /^vae\.toy: n: expected/],
      [() => withTrainer(training(), (trainer) => trainer.evaluate(1)), /^vae\.trainer\.evaluate: draws: expected/],
      [() => withTrainer(training(), (trainer) => trainer.advance(0)), /^vae\.trainer\.advance: steps: expected/],
    ];
    for (const [body, message] of refused) expect(refusal(body).message).toMatch(message);
  });

  test("whatever comes in, an answer or a refusal comes out", () => {
    const network = trained(training());
    const request = fc.record({
      network: rarely(network, anything),
      x: rarely<unknown, unknown>(pixels(6), numbers(6)),
      z: rarely<unknown, unknown>([0.5, -0.5], numbers(2)),
      labels: rarely<unknown, unknown>(undefined, anything),
      count: rarely(3, number),
      draws: rarely(2, number),
      seed: rarely(1, number),
      window: rarely<unknown, unknown>({ ...WINDOW, columns: 3, rows: 2 }, anything),
    });
    // The network stays as it is: nothing of it is kept or written to.
    const before = fingerprint(network);
    fc.assert(
      fc.property(request, fc.constantFrom("encode", "decode", "sample", "evaluate", "overlap"), (asked, name) => {
        if (typeof asked.count === "number" && asked.count > 100) return;
        if (typeof asked.draws === "number" && asked.draws > 100) return;
        attempt("vae", () => (vae[name] as (request: object) => unknown)(asked));
      }),
      { ...options, numRuns: 600 },
    );
    expect(fingerprint(network)).toBe(before);
  });
});

test("answers are owned, and what trainers and answers took is given back", () => {
  const network = trained(training());
  const asked = () => {
    const { mu, logVar } = vae.encode({ network, x: pixels(6) });
    const { density, q } = vae.posterior({ network, x: pixels(6), window: { ...WINDOW, rows: 3 } });
    const { aggregate } = vae.overlap({ network, x: pixels(12), window: { ...WINDOW, rows: 3 } });
    const { posteriorMean, posteriorCov } = vae.evidence({ network, x: pixels(6) });
    return [mu, logVar, density, q, aggregate, posteriorMean, posteriorCov, vae.decode({ network, z: [0, 1] }).mean];
  };
  const first = asked();
  const kept = first.map((values) => values.slice());
  overwrite(first);
  expect(asked()).toEqual(kept);
  const round = () => {
    for (let k = 0; k < 100; k++) {
      withTrainer(training(), (trainer) => trainer.advance(1));
      refusal(() => vae.train(training({ beta: -1 })));
    }
    asked();
  };
  round();
  const size = one.heapBytes();
  for (let k = 0; k < 3; k++) round();
  expect(one.heapBytes()).toBe(size);
});
