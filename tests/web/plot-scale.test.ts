import { scaleLinear } from "d3-scale";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { log } from "../../web/plot/log-scale.ts";
import { extent, linear, linearTicks, minus, padded } from "../../web/plot/scale.ts";

const value = fc.double({ min: -1e9, max: 1e9, noNaN: true });

describe("linear scale", () => {
  it("maps its domain to its range and back", () => {
    fc.assert(
      fc.property(value, fc.double({ min: 1e-3, max: 1e9, noNaN: true }), (low, width) => {
        const scale = linear([low, low + width], [300, 20]);
        expect(scale(low)).toBe(300);
        expect(scale(low + width)).toBeCloseTo(20, 6);
        expect(scale.invert(scale(low + width / 3))).toBeCloseTo(low + width / 3, -Math.log10(width) + 6);
      }),
    );
  });

  it("puts a domain of one value in the middle", () => {
    expect(linear([2, 2], [0, 100])(2)).toBe(50);
  });

  it("ticks where d3-scale does", () => {
    fc.assert(
      fc.property(
        value,
        fc.double({ min: 1e-6, max: 1e9, noNaN: true }),
        fc.integer({ min: 2, max: 20 }),
        (low, width, count) => {
          const high = low + width;
          fc.pre(width > Math.abs(low) * 1e-9);
          expect(linearTicks(low, high, count)).toEqual(
            scaleLinear([low, high], [0, 1])
              .ticks(count)
              .map((tick) => tick + 0),
          );
        },
      ),
    );
  });

  it("writes neighbouring ticks differently", () => {
    fc.assert(
      fc.property(
        value,
        fc.double({ min: 1e-6, max: 1e9, noNaN: true }),
        fc.integer({ min: 2, max: 12 }),
        (low, width, count) => {
          fc.pre(width > Math.abs(low) * 1e-9);
          const scale = linear([low, low + width], [0, 1]);
          const texts = scale.ticks(count).map(scale.format(count));
          expect(new Set(texts).size).toBe(texts.length);
        },
      ),
    );
  });

  it("ticks any finite domain: finite, ascending, inside, not too many; and writes them differently", () => {
    const any = fc.double({ noNaN: true, noDefaultInfinity: true });
    const near = fc.tuple(any, fc.double({ min: 0, max: 1e-9, noNaN: true }));
    const domain = fc.oneof(
      fc.tuple(any, any),
      near.map(([low, share]): [number, number] => [low, low + Math.abs(low) * share]),
      fc.tuple(fc.double({ min: -1e-300, max: 1e-300, noNaN: true }), fc.double({ min: 0, max: 1e-300, noNaN: true })),
    );
    fc.assert(
      fc.property(domain, fc.oneof(fc.integer({ min: 1, max: 20 }), any), (ends, count) => {
        for (const scale of [linear(ends, [0, 1]), log(ends, [0, 1])]) {
          const ticks = scale.ticks(count);
          const [low, high] = [Math.min(...ends), Math.max(...ends)];
          expect(ticks.length).toBeLessThanOrEqual(400);
          expect(ticks.every(Number.isFinite)).toBe(true);
          expect(ticks.every((tick, i) => i === 0 || tick > (ticks[i - 1] ?? 0))).toBe(true);
          if (scale.kind === "linear" || low > 0) expect(ticks.every((tick) => tick >= low && tick <= high)).toBe(true);
          const texts = ticks.map(scale.format(count));
          if (scale.kind === "linear") expect(new Set(texts).size).toBe(texts.length);
          for (const end of [...ends, 0, 1, -1e300, 5e-324]) scale.format(count)(end);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("has a tick where one step is wider than the domain", () => {
    expect(linearTicks(0.3, 0.95, 1)).toEqual(scaleLinear([0.3, 0.95], [0, 1]).ticks(1));
    expect(linearTicks(2.1, 2.9, 1)).not.toEqual([]);
  });

  it.each([
    [2.7, 2.70000006, "2.70000000"],
    [0.7, 0.70000006, "0.70000000"],
    [-2.70000006, -2.7, "−2.70000006"],
    [0.05, 0.0500001, "0.05000000"],
    [1e15, 1e15 + 1, "1.0000000000000000×10¹⁵"],
    [1234567, 1234567.5, "1.2345670×10⁶"],
    [1e100, 1.000001e100, "1.0000000×10¹⁰⁰"],
  ])("writes ticks from %d to %d", (low, high, first) => {
    const scale = linear([low, high], [0, 1]);
    const texts = scale.ticks(6).map(scale.format(6));
    expect(texts[0]).toBe(first);
    expect(texts.join()).not.toContain("10⁰");
    expect(new Set(texts).size).toBe(texts.length);
  });

  it.each([
    [
      [0, 1],
      ["0", "0.2", "0.4", "0.6", "0.8", "1.0"],
    ],
    [
      [-1, 1],
      ["−1.0", "−0.5", "0", "0.5", "1.0"],
    ],
    [
      [0, 5000],
      ["0", "1000", "2000", "3000", "4000", "5000"],
    ],
    [
      [0, 2e7],
      ["0", "0.5×10⁷", "1.0×10⁷", "1.5×10⁷", "2.0×10⁷"],
    ],
    [
      [0, 3e-7],
      ["0", "1×10⁻⁷", "2×10⁻⁷", "3×10⁻⁷"],
    ],
  ] as [[number, number], string[]][])("writes %j", (domain, texts) => {
    const count = texts.length - 1;
    const scale = linear(domain, [0, 1]);
    expect(scale.ticks(count).map(scale.format(count))).toEqual(texts);
  });
});

describe("log scale", () => {
  it("is even in decades and ticks at powers of ten", () => {
    const scale = log([1e-3, 1e3], [0, 600]);
    expect(scale(1)).toBeCloseTo(300, 9);
    expect(scale.invert(200)).toBeCloseTo(0.1, 9);
    expect(scale.ticks(7)).toEqual([1e-3, 1e-2, 0.1, 1, 10, 100, 1000].map((tick) => expect.closeTo(tick, 12)));
    expect(scale.ticks(7).map(scale.format(7))).toEqual(["0.001", "0.01", "0.1", "1", "10", "100", "1000"]);
  });

  it("thins many decades and shows round values within one", () => {
    expect(log([1e-12, 1e12], [0, 100]).ticks(5).length).toBeLessThanOrEqual(5);
    expect(log([1, 5], [0, 100]).ticks(4)).toEqual([1, 2, 3, 4, 5]);
  });

  it("stays finite at zero", () => {
    expect(Number.isFinite(log([1e-3, 1], [0, 100])(0))).toBe(true);
  });
});

describe("domains", () => {
  it("ignores what is not finite and falls back when nothing is", () => {
    expect(extent([3, Number.NaN, -1, Number.POSITIVE_INFINITY])).toEqual([-1, 3]);
    expect(extent([], [2, 4])).toEqual([2, 4]);
  });

  it("gives one value room", () => {
    expect(padded([0, 0], 0.1)).toEqual([-0.5, 0.5]);
    expect(padded([10, 10], 0.1)).toEqual([5, 15]);
    expect(padded([0, 10], 0.1)).toEqual([-1, 11]);
  });

  it.each([
    [0.3, 0.30000000000000004],
    [1, 1.000000000000001],
    [1e15, 1e15 + 1],
    [-1e15 - 1, -1e15],
    [1e100, 1.0000000000000002e100],
  ])("gives values that a picture cannot tell apart the room of one: %d, %d", (low, high) => {
    const [from, to] = padded([low, high], 0.06);
    expect(to - from).toBeCloseTo(Math.max(Math.abs(low), Math.abs(high)), -95);
    expect((to - from) / Math.max(Math.abs(low), Math.abs(high))).toBeCloseTo(1, 6);
    expect(linearTicks(from, to, 8).length).toBeGreaterThan(3);
  });

  it("gives values too small to have a step between them the room of zero", () => {
    expect(padded([0, 5e-324], 0.06)).toEqual([-0.5, 0.5]);
  });

  it("writes a true minus", () => {
    expect(minus("-1")).toBe("−1");
  });
});
