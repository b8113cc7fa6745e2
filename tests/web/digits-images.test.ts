// The handwritten digits as they are stored, by place.
import { describe, expect, it } from "vitest";
import { digits } from "../../web/data/digits.ts";
import { digitsImages, halves } from "../../web/data/digits-images.ts";
import { fromImages } from "../../web/data/read.ts";

const images = digitsImages();
const counts = (labels: readonly number[]) =>
  Array.from({ length: 10 }, (_, digit) => labels.filter((label) => label === digit).length);

describe("the handwritten digits", () => {
  it("are as many of each digit as the source says", () => {
    expect(images.n).toBe(1797);
    expect(counts(images.labels)).toEqual([178, 182, 177, 183, 181, 182, 181, 179, 174, 180]);
  });

  it("have the source's ink, each at its place", () => {
    const ink = Array.from(images.pixels, (value) => value * 16);
    expect(ink.length).toBe(1797 * 64);
    const placed = ink.reduce((sum, value, k) => sum + (Math.floor(k / 64) + 1) * ((k % 64) + 1) * value, 0);
    expect(placed).toBe(16_337_198_609);
  });

  it("begin with the 150 that other labs have", () => {
    const first = fromImages(digits);
    expect(Array.from(images.pixels.subarray(0, 150 * 64), (value) => value * 16)).toEqual(first.x);
  });

  it("come in two halves, of every second image", () => {
    const { training, heldOut } = halves(images);
    expect([training.n, heldOut.n]).toEqual([899, 898]);
    for (const [half, first] of [[training, 0] as const, [heldOut, 1] as const]) {
      for (let k = 0; k < half.n; k += 1) {
        const i = 2 * k + first;
        expect(half.labels[k]).toBe(images.labels[i]);
        expect(half.pixels.subarray(k * 64, (k + 1) * 64)).toEqual(images.pixels.subarray(i * 64, (i + 1) * 64));
      }
    }
  });
});
