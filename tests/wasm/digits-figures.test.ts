// Figures of images through the border: the real digits judged, the same bytes in two instances, refused by name, all given back.
import { beforeAll, describe, expect, test } from "vitest";
import type { ClassifierRequest, Proofground } from "../../wasm/lib/types.ts";
import { digitsImages, halves } from "../../web/data/digits-images.ts";
import { CLASSIFIER, CLOSE_SHARE } from "../../web/labs/vae/stages/compare/request.ts";
import { loadWatched, refusal, type Watched } from "./support/load.ts";

const { training, heldOut } = halves(digitsImages());
const d = 64;
const request: ClassifierRequest = { images: training.pixels, labels: training.labels, d, ...CLASSIFIER };

let one: Watched;
let pg: Proofground;
let classifier: Uint8Array;
let heldOutDistances: Float64Array;
beforeAll(async () => {
  one = await loadWatched();
  pg = one.pg;
  classifier = pg.digits.classifier(request);
  heldOutDistances = pg.digits.nearest({ images: heldOut.pixels, among: training.pixels, d }).distance;
});

const figuresOf = (images: Float64Array, asked: readonly number[] | null) =>
  pg.digits.figures({
    ...{ classifier, images, asked, training: training.pixels, heldOutDistances, closeShare: CLOSE_SHARE },
  });
const madeOf = (kind: "uniform" | "pixels" | "means" | "gaussians") =>
  pg.digits.baseline({ kind, images: training.pixels, labels: training.labels, d, asked: heldOut.labels, seed: 1 });

describe("the classifier of the page", () => {
  test("reads 96 to 99 % of the digits that it has not seen, and gives probabilities", () => {
    const { label, probability } = pg.digits.classify({ classifier, images: heldOut.pixels });
    const right = heldOut.labels.filter((digit, k) => digit === label[k]).length / heldOut.n;
    expect(right).toBeGreaterThan(0.96);
    expect(right).toBeLessThan(0.99);
    const first = probability.subarray(0, 10);
    expect(first.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 12);
    expect(first.indexOf(Math.max(...first))).toBe(label[0]);
  });

  test("is frozen: the same bytes again and in another instance, others with another seed", async () => {
    const other = await loadWatched();
    const short = { ...request, steps: 50 };
    const bytes = pg.digits.classifier(short);
    expect(other.pg.digits.classifier(short)).toEqual(bytes);
    expect(pg.digits.classifier(short)).toEqual(bytes);
    expect(pg.digits.classifier({ ...short, seed: 2 })).not.toEqual(bytes);
  });
});

describe("figures", () => {
  test("held-out digits are the reference of near copies, by definition", () => {
    const real = figuresOf(heldOut.pixels, heldOut.labels);
    expect(real.nearCopies).toBeCloseTo(CLOSE_SHARE, 2);
    expect(real.medianDistance).toBe(real.distanceQuantiles[50]);
    expect(real.distanceQuantiles).toHaveLength(101);
    expect(real.effectiveClasses).toBeGreaterThan(9.9);
    expect([...real.classCounts].reduce((sum, count) => sum + count)).toBe(heldOut.n);
    expect(real.images).toEqual(heldOut.pixels);
  });

  test("training digits are all copies of themselves", () => {
    const copies = figuresOf(training.pixels, training.labels);
    expect(copies.nearCopies).toBe(1);
    expect(copies.medianDistance).toBe(0);
    expect([...copies.nearest.index]).toEqual(training.labels.map((_, k) => k));
  });

  test("tell digits from noise, and know no accuracy where no class was asked for", () => {
    const noise = figuresOf(madeOf("uniform"), heldOut.labels);
    const shuffled = figuresOf(madeOf("pixels"), heldOut.labels);
    for (const { accuracy, accuracyError, nearCopies } of [noise, shuffled]) {
      expect(Math.abs((accuracy ?? 1) - 0.1)).toBeLessThan(5 * accuracyError);
      expect(nearCopies).toBe(0);
    }
    expect(noise.medianDistance).toBeGreaterThan(shuffled.medianDistance);
    expect(shuffled.medianDistance).toBeGreaterThan(1.5 * figuresOf(heldOut.pixels, null).medianDistance);
    expect(figuresOf(heldOut.pixels, null).accuracy).toBeNull();
  });

  test("are fooled by the mean of each digit, which is why none of them stands alone", () => {
    const means = figuresOf(madeOf("means"), heldOut.labels);
    expect(means.accuracy).toBe(1);
    expect(means.effectiveClasses).toBeGreaterThan(9.9);
    expect(new Set(means.nearest.index).size).toBeLessThanOrEqual(10);
  });
});

test("what is refused names the field", () => {
  const good = {
    classifier,
    images: heldOut.pixels,
    asked: null,
    training: training.pixels,
    heldOutDistances,
    closeShare: 0.05,
  };
  const figures = (change: object) => refusal(() => pg.digits.figures({ ...good, ...change })).message;
  expect(figures({ classifier: classifier.slice(0, 50) })).toMatch(/^digits\.figures: classifier: expected /);
  expect(figures({ images: [1, 2, 3] })).toMatch(/^digits\.figures: images: expected /);
  expect(figures({ asked: [1] })).toMatch(/^digits\.figures: asked: expected one class for each image, got 1$/);
  expect(figures({ closeShare: 2 })).toMatch(/^digits\.figures: closeShare: expected a number from 0 to 1, got 2$/);
  expect(figures({ heldOutDistances: [] })).toMatch(/^digits\.figures: heldOutDistances: /);
  expect(refusal(() => pg.digits.classifier({ ...request, width: 0 })).message).toMatch(/^digits\.classifier: width: /);
  expect(refusal(() => pg.digits.classifier({ ...request, labels: [1] })).message).toMatch(
    /^digits\.classifier: labels: /,
  );
  const made = { kind: "means", images: training.pixels, labels: training.labels, d, asked: [1], seed: 1 } as const;
  const kind = "best" as "means";
  expect(refusal(() => pg.digits.baseline({ ...made, kind })).message).toBe(
    'digits.baseline: kind: expected uniform, pixels, means or gaussians, got "best"',
  );
  expect(refusal(() => pg.digits.baseline({ ...made, asked: [11] })).message).toMatch(/^digits\.baseline: asked: /);
  expect(refusal(() => pg.digits.baseline({ ...made, seed: -1 })).message).toMatch(/^digits\.baseline: seed: /);
});

test("nothing leaks: what is computed leaves the heap as it was", async () => {
  const { pg: fresh, heapBytes } = await loadWatched();
  const images = heldOut.pixels.subarray(0, 640);
  const once = () => {
    const bytes = fresh.digits.classifier({ ...request, steps: 2 });
    fresh.digits.classify({ classifier: bytes, images });
    fresh.digits.figures({
      ...{ classifier: bytes, images, asked: null, training: training.pixels, heldOutDistances, closeShare: 0.05 },
    });
    refusal(() => fresh.digits.classify({ classifier: bytes, images: [1] }));
  };
  once();
  const before = heapBytes();
  for (let k = 0; k < 5; k += 1) once();
  expect(heapBytes()).toBe(before);
});
