// Digits by diffusion through the border: the network that ships, training that goes on from it, sampling, in-painting, the way back.
import { beforeAll, describe, expect, test } from "vitest";
import type { DigitsSampleRequest, DigitsTrainRequest, Proofground } from "../../wasm/lib/types.ts";
import * as shipped from "../../web/data/digits-denoiser.ts";
import { digitsImages, halves } from "../../web/data/digits-images.ts";
import {
  DENOISER,
  DENOISER_PHASES,
  DENOISER_SCHEDULE,
  DENOISER_TRAINING,
  loadDenoiser,
} from "../../web/data/digits-weights.ts";
import { fingerprint } from "./support/diffusion.ts";
import { loadWatched, refusal, using } from "./support/load.ts";
import { difference, overwrite } from "./support/numbers.ts";

const { training, heldOut } = halves(digitsImages());
const D = DENOISER.d;
let pg: Proofground;
let network: Uint8Array;
beforeAll(async () => {
  ({ pg } = await loadWatched());
  network = await loadDenoiser();
});

/** Last eight bytes, as the command prints them. */
const checksum = (bytes: Uint8Array) =>
  Array.from(bytes.slice(-8), (byte) => byte.toString(16).padStart(2, "0")).join("");

/** The training of `npm run weights`. */
const whole = (change: Partial<DigitsTrainRequest> = {}): DigitsTrainRequest => ({
  images: training.pixels,
  labels: training.labels,
  ...DENOISER,
  schedule: DENOISER_SCHEDULE,
  ...DENOISER_TRAINING,
  learningRate: DENOISER_PHASES[0]?.learningRate ?? Number.NaN,
  ...change,
});

/** A small one. */
const small = (change: Partial<DigitsTrainRequest> = {}): DigitsTrainRequest => ({
  images: [1, 0, 0.25, 1, 0, 0.5, 1, 0],
  d: 4,
  labels: [0, 1],
  classes: 2,
  schedule: { kind: "cosine", T: 30, s: 0.008, betaMax: 0.999 },
  features: 8,
  width: 12,
  depth: 2,
  labelDropout: 0.1,
  batch: 20,
  learningRate: 1e-3,
  emaDecay: 0.9,
  seed: 3,
  ...change,
});

const sampling = (change: Partial<DigitsSampleRequest> = {}): DigitsSampleRequest => ({
  network,
  schedule: DENOISER_SCHEDULE,
  method: { kind: "ddim", eta: 0, steps: 25 },
  classes: Array.from({ length: 100 }, (_, k) => k % 10),
  guidance: 2,
  seed: 1,
  ...change,
});
const sampled = (change: Partial<DigitsSampleRequest> = {}): Float64Array =>
  using(pg.digits.sample(sampling(change)), (sampler) => {
    sampler.advance(1000);
    return sampler.x();
  });

/** The label of the training image next to each. */
const labelsOf = (images: Float64Array) =>
  Array.from(pg.digits.nearest({ images, among: training.pixels, d: D }).index, (k) => training.labels[k]);
const share = (found: readonly (number | undefined)[], right: readonly number[]) =>
  right.filter((label, k) => label === found[k]).length / right.length;

describe("what ships", () => {
  test("is the network that the command has written: its checksum, and at most 150 KB", () => {
    expect(checksum(network)).toBe(shipped.checksum);
    const hash = fingerprint(network.slice(0, -8));
    expect(new DataView(network.buffer).getBigUint64(network.length - 8, true)).toBe(hash);
    expect(network.length).toBeLessThan(150_000);
  });

  test("is what that training comes to here as well: the network after its first steps", () => {
    using(pg.digits.train(whole()), (trainer) => {
      trainer.advance(shipped.first.steps);
      expect(checksum(trainer.network())).toBe(shipped.first.checksum);
    });
  });

  test("draws the digits that it is asked for", () => {
    const x = sampled();
    expect(share(labelsOf(heldOut.pixels), heldOut.labels)).toBeGreaterThan(0.97); // how good the judge is
    const { classes } = sampling();
    expect(share(labelsOf(x), classes)).toBeGreaterThan(0.95);
    expect(share(labelsOf(sampled({ guidance: 1 })), classes)).toBeGreaterThan(0.9);
    expect(share(labelsOf(sampled({ guidance: 0 })), classes)).toBeLessThan(0.3);
  });

  test("knows images it has not seen nearly as well as those it has", () => {
    using(pg.digits.train(whole({ network })), (trainer) => {
      const errors = ({ pixels, labels }: typeof training) =>
        trainer.errors({ images: pixels, labels, at: [60, 140], draws: 1000 });
      const [seen, unseen] = [errors(training), errors(heldOut)];
      for (const [k, error] of unseen.entries()) {
        expect(error).toBeLessThan(1.4 * (seen[k] ?? Number.NaN));
        expect(error).toBeLessThan([0.3, 0.1][k] ?? Number.NaN);
      }
      // Training goes on: the losses stay those of a trained network.
      expect(Math.max(...trainer.advance(3))).toBeLessThan(0.4);
    });
  });
});

describe("sampling", () => {
  test("100 digits with guidance take as long as the page may: well below 3 s", () => {
    const start = performance.now();
    sampled({ method: { kind: "ddim", eta: 0, steps: 50 } });
    expect(performance.now() - start).toBeLessThan(3000);
  });

  test("x_0 is seen at each step, and is where x ends", () => {
    using(pg.digits.sample(sampling({ classes: [3, 8] })), (sampler) => {
      expect([sampler.total(), sampler.taken(), sampler.t()]).toEqual([25, 0, 200]);
      expect(sampler.x0()).toHaveLength(2 * D);
      expect(sampler.advance(24)).toBe(false);
      expect([sampler.taken(), sampler.t()]).toEqual([24, 8]);
      expect(sampler.advance(5)).toBe(true);
      expect([sampler.taken(), sampler.t()]).toEqual([25, 0]);
      expect(difference(sampler.x0(), sampler.x())).toBeLessThan(1e-12);
    });
  });

  test("known halves stay, and the other halves become the digit", () => {
    const threes = heldOut.labels.flatMap((label, k) => (label === 3 ? [k] : [])).slice(0, 20);
    const images = threes.flatMap((k) => Array.from(heldOut.pixels.slice(k * D, (k + 1) * D)));
    const mask = Array.from({ length: D }, (_, pixel) => (pixel < D / 2 ? 1 : 0)); // the upper half
    const classes = threes.map(() => 3);
    for (const method of [
      { kind: "ddim", eta: 0, steps: 25 },
      { kind: "ancestral", variance: "posterior" },
    ] as const) {
      const x = sampled({ classes, method, known: { images, mask } });
      expect(Array.from(x).filter((_, i) => i % D < D / 2)).toEqual(images.filter((_, i) => i % D < D / 2));
      expect(share(labelsOf(x), classes)).toBeGreaterThan(0.8);
    }
  });

  test("an image that is led back to its noise is drawn from it again", () => {
    const classes = heldOut.labels.slice(0, 20);
    const images = heldOut.pixels.slice(0, 20 * D);
    const start = pg.digits.invert({ network, schedule: DENOISER_SCHEDULE, images, classes, steps: 50 });
    const back = sampled({ classes, guidance: 1, method: { kind: "ddim", eta: 0, steps: 50 }, start });
    const off = Math.sqrt(
      back.reduce((sum, value, i) => sum + (value - (images[i] ?? Number.NaN)) ** 2, 0) / back.length,
    );
    expect(off).toBeLessThan(1e-3);
    // Most of them have the size of noise.
    const sizes = classes.map((_, k) =>
      Math.sqrt(start.slice(k * D, (k + 1) * D).reduce((sum, z) => sum + z * z, 0) / D),
    );
    const median = sizes.sort((a, b) => a - b)[10] ?? Number.NaN;
    expect(median).toBeGreaterThan(0.8);
    expect(median).toBeLessThan(1.25);
    const path = pg.digits.arc({ from: start.slice(0, D), to: start.slice(D, 2 * D), count: 5 });
    expect(path).toHaveLength(5 * D);
    expect(path.slice(0, D)).toEqual(start.slice(0, D));
  });
});

describe("training", () => {
  test("goes on from what was saved as if it had not stopped", () => {
    using(pg.digits.train(small()), (trainer) => {
      expect(trainer.parameters()).toBe((4 + 2 + 8 + 1) * 12 + 13 * 12 + 13 * 4);
      trainer.advance(7);
      using(pg.digits.train(small(), trainer.save()), (resumed) => {
        expect(resumed.steps()).toBe(7);
        expect(resumed.advance(7)).toEqual(trainer.advance(7));
        expect(resumed.save()).toEqual(trainer.save());
      });
    });
  });
});

describe("refusals", () => {
  test.each<[field: string, change: Record<string, unknown>]>([
    ["images", { images: [1, 2, 3] }],
    ["images", { images: [] }],
    ["images", { images: null }],
    ["labels", { labels: [0] }],
    ["labels", { labels: [0, 2] }],
    ["d", { d: 0 }],
    ["classes", { classes: 40 }],
    ["schedule.T", { schedule: { kind: "cosine", T: 0, s: 0.008, betaMax: 0.999 } }],
    ["features", { features: 7 }],
    ["width", { width: 1000 }],
    ["depth", { depth: 0 }],
    ["labelDropout", { labelDropout: 2 }],
    ["batch", { batch: 0 }],
    ["learningRate", { learningRate: 0 }],
    ["emaDecay", { emaDecay: 1 }],
    ["seed", { seed: -1 }],
    ["network", { network: new Uint8Array(40) }],
  ])("train: %s %j", (field, change) => {
    const error = refusal(() => pg.digits.train({ ...small(), ...change } as DigitsTrainRequest));
    expect(error.message).toMatch(new RegExp(`^digits\\.train: ${field.replace(".", "\\.")}: expected .*, got .*`));
  });

  test.each<[field: string, change: Record<string, unknown>]>([
    ["network", { network: new Uint8Array(3) }],
    ["network", { network: undefined }],
    ["method.kind", { method: { kind: "flow", steps: 3 } }],
    ["method.variance", { method: { kind: "ancestral", variance: "optimal" } }],
    ["method.steps", { method: { kind: "ddim", eta: 0, steps: 201 } }],
    ["eta", { method: { kind: "ddim", eta: 2, steps: 20 } }],
    ["classes", { classes: [10] }],
    ["classes", { classes: [-2] }],
    ["classes", { classes: [] }],
    ["guidance", { guidance: 50 }],
    ["seed", { seed: 0.5 }],
    ["start", { start: [1] }],
    ["known.images", { known: { images: [1], mask: [1] } }],
    ["known.mask", { known: { images: new Float64Array(6400), mask: [1] } }],
  ])("sample: %s %#", (field, change) => {
    const error = refusal(() => pg.digits.sample({ ...sampling(), ...change } as DigitsSampleRequest));
    expect(error.message).toMatch(new RegExp(`^digits\\.sample: ${field.replace(".", "\\.")}: expected .*, got .*`));
  });
});

test("what comes out is owned, and nothing leaks", async () => {
  const { pg: fresh, heapBytes } = await loadWatched();
  const once = () => {
    using(fresh.digits.train(small()), (trainer) => {
      const losses = trainer.advance(2);
      const errors = trainer.errors({ images: [1, 0, 1, 0], labels: [1], at: [3], draws: 10 });
      const bytes = trainer.network();
      const request = { network: bytes.slice(), schedule: small().schedule, classes: [1, -1], guidance: 2 };
      using(
        fresh.digits.sample({ ...request, method: { kind: "ancestral", variance: "forward" }, seed: 1 }),
        (sampler) => {
          sampler.advance(3);
          overwrite([sampler.x(), sampler.x0(), losses, errors, bytes]);
        },
      );
      overwrite([fresh.digits.invert({ ...request, images: [1, 0, 1, 0, 1, 1, 0, 0], steps: 3 })]);
      overwrite([fresh.digits.arc({ from: [1, 0], to: [0, 1], count: 3 })]);
      refusal(() => fresh.digits.sample({ ...request, method: { kind: "ddim", eta: 0, steps: 40 }, seed: 1 }));
      refusal(() => fresh.digits.train(small({ width: 13 }), trainer.save()));
    });
  };
  once();
  const before = heapBytes();
  for (let k = 0; k < 300; k++) once();
  expect(heapBytes()).toBe(before);
});
