// Training through the border: the same from a seed however it is cut, on from what was saved, refused by name, all given back.
import { beforeAll, describe, expect, test } from "vitest";
import type { Proofground, Trainer, TrainRequest } from "../../wasm/lib/types.ts";
import { CLUSTERS, fingerprint, LINEAR, training } from "./support/diffusion.ts";
import { loadWatched, refusal, using, type Watched } from "./support/load.ts";
import { overwrite, sum } from "./support/numbers.ts";

let one: Watched;
let other: Watched;
let pg: Proofground;
beforeAll(async () => {
  [one, other] = [await loadWatched(), await loadWatched()];
  pg = one.pg;
});

/** What body makes of a trainer, which is let go. */
const withTrainer = <T>(request: TrainRequest, body: (trainer: Trainer) => T, saved?: Uint8Array): T =>
  using(pg.diffusion.train(request, saved), body);

describe("advance", () => {
  test("gives each step's loss, and learns", () => {
    withTrainer(training(), (trainer) => {
      const first = trainer.errors([20], 2000);
      expect(first[0]).toBeCloseTo(2, 0); // it predicts 0
      const losses = trainer.advance(600);
      expect(losses).toBeInstanceOf(Float64Array);
      expect(losses).toHaveLength(600);
      expect(trainer.steps()).toBe(600);
      const { bayesError } = pg.diffusion.bayesError({
        data: CLUSTERS,
        schedule: LINEAR,
        at: [20],
        draws: 2000,
        seed: 1,
      });
      const last = trainer.errors([20], 2000)[0] ?? Number.NaN;
      expect(last).toBeLessThan(first[0] ?? Number.NaN);
      expect(last).toBeGreaterThan((bayesError[0] ?? Number.NaN) * 0.9);
      expect(last).toBeLessThan((bayesError[0] ?? Number.NaN) * 1.3);
      expect(sum(losses.slice(-50))).toBeLessThan(sum(losses.slice(0, 50)));
    });
  });

  test("20 steps are 10 and 10, watched or not, in this instance and the other", () => {
    const whole = withTrainer(training(), (trainer) => ({
      losses: trainer.advance(20),
      network: trainer.network(),
      saved: trainer.save(),
    }));
    const trainer = other.pg.diffusion.train(training());
    const half = trainer.advance(10);
    trainer.errors([1, 40], 100);
    trainer.eps([0, 1], 3);
    trainer.network();
    expect([...half, ...trainer.advance(10)]).toEqual([...whole.losses]);
    expect(trainer.network()).toEqual(whole.network);
    expect(trainer.save()).toEqual(whole.saved);
    trainer.delete();
  });

  test("losses differ by what is asked for", () => {
    const after = (change: Partial<TrainRequest>) => withTrainer(training(change), (trainer) => trainer.advance(5)[4]);
    const answers = [
      {},
      { seed: 8 },
      { loss: "elbo" as const },
      { asPrinted: true },
      { learningRate: 1e-2 },
      { batch: 51 },
      { shape: { ...training().shape, embedding: "fourier" as const } },
    ].map(after);
    expect(new Set(answers).size).toBe(answers.length);
  });
});

test("a seed is the network that the native build makes of it: the hash of its weights", () => {
  // The problem and the hash of DiffusionTrainer.OneSeedIsOneNetworkEverywhere.
  const request = training({
    schedule: { kind: "linear", T: 100, beta1: 1e-4, betaT: 0.2 },
    shape: { d: 2, embedding: "sinusoidal", features: 32, width: 36, depth: 3 },
    batch: 61,
    emaDecay: 0.999,
    seed: 20,
  });
  withTrainer(request, (trainer) => {
    trainer.advance(120);
    // Header, shape and 16 frequencies come before the weights, the checksum after.
    const weights = trainer.network().slice(8 + 5 * 4 + 16 * 4, -8);
    expect(fingerprint(weights)).toBe(13720132066818969836n);
  });
});

describe("save", () => {
  test("training goes on as if it had not stopped, in another instance as well", () => {
    const trainer = pg.diffusion.train(training({ loss: "elbo" }));
    trainer.advance(15);
    const saved = trainer.save();
    const resumed = other.pg.diffusion.train(training({ loss: "elbo" }), saved);
    expect(resumed.steps()).toBe(15);
    expect(resumed.advance(15)).toEqual(trainer.advance(15));
    expect(resumed.save()).toEqual(trainer.save());
    trainer.delete();
    resumed.delete();
  });

  test.each<[what: string, change: Partial<TrainRequest>, field: string]>([
    ["data", { data: { ...CLUSTERS, weights: [1, 1] } }, "data"],
    ["schedule", { schedule: { ...LINEAR, betaT: 0.2 } as typeof LINEAR }, "schedule"],
    ["shape", { shape: { ...training().shape, width: 21 } }, "shape"],
    ["batch", { batch: 9 }, "batch"],
    ["seed", { seed: 1 }, "seed"],
  ])("is refused by another %s", (_, change, field) => {
    const saved = withTrainer(training(), (trainer) => trainer.save());
    expect(refusal(() => pg.diffusion.train(training(change), saved)).message).toBe(
      `diffusion.train: saved: expected a state of the same ${field}, got one of another`,
    );
  });

  test("damaged, cut and other bytes are refused", () => {
    const saved = withTrainer(training(), (trainer) => trainer.save());
    const network = withTrainer(training(), (trainer) => trainer.network());
    const damaged = saved.slice();
    damaged[500] = (damaged[500] ?? 0) ^ 1;
    for (const bad of [damaged, saved.slice(0, -1), network, new Uint8Array(0), null, [1, 2], new Float32Array(9), "x"])
      expect(refusal(() => pg.diffusion.train(training(), bad as Uint8Array)).message).toMatch(
        /^diffusion\.train: saved: expected .*, got .*/,
      );
  });
});

describe("train refuses by name", () => {
  const shape = training().shape;
  test.each<[field: string, change: Record<string, unknown>]>([
    ["data", { data: null }],
    ["data.means", { data: { ...CLUSTERS, means: [1] } }],
    ["data", { data: { ...CLUSTERS, means: [1e9, 0, 0, 0] } }],
    ["schedule.T", { schedule: { ...LINEAR, T: 0 } }],
    ["shape", { shape: undefined }],
    ["shape.d", { shape: { ...shape, d: 3 } }],
    ["shape.d", { shape: { ...shape, d: 17 } }],
    ["shape.embedding", { shape: { ...shape, embedding: "learnt" } }],
    ["shape.features", { shape: { ...shape, features: 7 } }],
    ["shape.width", { shape: { ...shape, width: 513 } }],
    ["shape.depth", { shape: { ...shape, depth: 0 } }],
    ["batch", { batch: 0 }],
    ["batch", { batch: 1.5 }],
    ["learningRate", { learningRate: 0 }],
    ["learningRate", { learningRate: "fast" }],
    ["emaDecay", { emaDecay: 1 }],
    ["loss", { loss: "l1" }],
    ["loss", { loss: "elbo", schedule: { kind: "constant", T: 1, beta: 0.1 } }],
    ["asPrinted", { asPrinted: 1 }],
    ["seed", { seed: -1 }],
    ["seed", { seed: undefined }],
  ])("%s %j", (field, change) => {
    const error = refusal(() => pg.diffusion.train({ ...training(), ...change } as TrainRequest));
    expect(error.message).toMatch(new RegExp(`^diffusion\\.train: ${field.replace(".", "\\.")}: expected .*, got .*`));
    expect(error.code).toBe("invalid-argument");
  });
});

test("a trainer's questions are refused by name, and it works on", () => {
  withTrainer(training(), (trainer) => {
    const message = (body: () => unknown) => refusal(body).message;
    for (const steps of [0, -1, 1.5, Number.NaN, 1e9, "3", null])
      expect(message(() => trainer.advance(steps as number))).toMatch(
        /^diffusion\.trainer\.advance: steps: expected a whole/,
      );
    expect(message(() => trainer.errors([0], 5))).toMatch(/^diffusion\.trainer\.errors: at: expected .* got 0$/);
    expect(message(() => trainer.errors([41], 5))).toMatch(/^diffusion\.trainer\.errors: at: expected .* got 41$/);
    expect(message(() => trainer.errors([1.5], 5))).toMatch(/^diffusion\.trainer\.errors: at: expected .* got 1\.5$/);
    expect(message(() => trainer.errors([1], 0))).toMatch(/^diffusion\.trainer\.errors: draws: /);
    expect(message(() => trainer.eps([1, 2, 3], 1))).toMatch(
      /^diffusion\.trainer\.eps: x: expected m d numbers, got 3$/,
    );
    expect(message(() => trainer.eps([1, Number.NaN], 1))).toMatch(/^diffusion\.trainer\.eps: x\[1\]: /);
    expect(message(() => trainer.eps([1, 2], 0))).toMatch(/^diffusion\.trainer\.eps: t: /);
    expect(trainer.advance(2)).toHaveLength(2);
  });
});

test("delete: twice is harmless, afterwards every use is refused, from inside a call it is too", () => {
  const trainer = pg.diffusion.train(training());
  let inner: unknown;
  const x = Object.defineProperty([0, 1], 1, {
    get() {
      inner = refusal(() => trainer.delete()).message;
      return 1;
    },
  });
  expect(trainer.eps(x, 1)).toHaveLength(2);
  expect(inner).toMatch(/^diffusion\.trainer\.delete: .*in the middle of a call$/);
  trainer.delete();
  trainer.delete();
  for (const use of [() => trainer.advance(1), () => trainer.steps(), () => trainer.save(), () => trainer.network()])
    expect(refusal(use).message).toMatch(/^diffusion\.trainer\.\w+: expected a trainer, got one that was deleted$/);
});

test("what comes out is owned", () => {
  withTrainer(training(), (trainer) => {
    const arrays = [trainer.advance(3), trainer.errors([1], 10), trainer.eps([1, 2], 1)];
    const bytes = [trainer.network(), trainer.save()];
    overwrite([...arrays, ...bytes]);
    expect(trainer.network()).not.toEqual(bytes[0]);
  });
});

test("nothing leaks: trainers made, used and let go leave the heap as it was, refusals too", async () => {
  const { pg: fresh, heapBytes } = await loadWatched();
  const once = (): void => {
    const trainer = fresh.diffusion.train(training());
    trainer.advance(2);
    trainer.errors([3], 70);
    const saved = trainer.save();
    trainer.delete();
    const resumed = fresh.diffusion.train(training(), saved);
    resumed.network();
    resumed.delete();
    refusal(() => fresh.diffusion.train(training({ batch: 3 }), saved));
    refusal(() => fresh.diffusion.train(training({ emaDecay: 2 })));
  };
  once();
  const before = heapBytes();
  for (let k = 0; k < 1000; k++) once();
  expect(heapBytes()).toBe(before);
});
