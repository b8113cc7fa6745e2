// Windows and axes of the main plots at the edges of what a double holds: data that a picture cannot tell apart, the largest
// numbers, and windows made as narrow and as wide as keys make them.
import { describe, expect, it } from "vitest";
import { shownWindow, type Window, zoomed } from "../../web/kit/main-plot/window.ts";
import { withCell, withPoint } from "../../web/kit/points/rows.ts";
import { LARGE } from "../../web/kit/points/state.ts";
import { wholeWindow as svddWindow } from "../../web/labs/svdd/main-plot/window.ts";
import { mapRequest } from "../../web/labs/svdd/solver.ts";
import { wholeWindow as svrWindow } from "../../web/labs/svr/main-plot/window.ts";
import { layFrame } from "../../web/plot/frame.ts";
import { PLAIN } from "../../web/plot/palette.ts";
import { SvgPen } from "../../web/plot/svg.ts";
import { stateOf as svddState } from "./svdd-support.ts";
import { stateOf as svrState } from "./svr-support.ts";

const PAIRS = [
  [0.3, 0.30000000000000004],
  [1, 1.000000000000001],
  [1e15, 1e15 + 1],
  [-1e15 - 1, -1e15],
  [0, 2.2250738585072014e-308],
  [5e-324, 1e-323],
  [-1e100, 1e100],
  [1e100, 1e100 * (1 - 2 ** -53)],
  [1e-100, 2e-100],
  [2.7, 2.70000006],
] as const;

const FOLLOWS = { viewX0: null, viewX1: null, viewY0: null, viewY1: null };

/** Every main plot of these two numbers, in x, in y and in both. */
function windowsOf([a, b]: readonly [number, number]): Window[] {
  const svr = [svrState([1, 2], [a, b]), svrState([a, b], [1, 2]), svrState([a, b], [a, b])];
  const plane = { d: 2, view: "plane", columnX: 0, columnY: 1 } as const;
  const svdd = [svddState([1, a, 2, b], plane), svddState([a, 1, b, 2], plane), svddState([a, a, b, b], plane)];
  return [
    ...[...svr, ...svr.map((state) => ({ ...state, plot: "predicted" as const }))].map((state) => svrWindow(state)),
    ...[...svdd, ...svdd.map((state) => ({ ...state, standardise: false }))].map((state) => svddWindow(state)),
  ].map((whole) => shownWindow(FOLLOWS, () => whole));
}

/** Lay the frame as both labs do; the axes must be sound. */
function checkFrame(window: Window): void {
  for (const aspect of [undefined, 1]) {
    const size = { width: 900, height: 500 };
    const axes = { x: { domain: window.x }, y: { domain: window.y } };
    const frame = layFrame(new SvgPen(), size, PLAIN, aspect === undefined ? axes : { ...axes, aspect });
    for (const [ticks, scale] of [
      [frame.xTicks, frame.x],
      [frame.yTicks, frame.y],
    ] as const) {
      expect(ticks.length).toBeLessThan(60);
      expect(ticks.every(({ at }) => Number.isFinite(at) && Number.isFinite(scale(at)))).toBe(true);
      const texts = ticks.map(({ text }) => text);
      expect(new Set(texts).size).toBe(texts.length);
      expect(texts.join()).not.toMatch(/10⁰|NaN|undefined/);
    }
  }
}

describe.each(PAIRS)("data of %d and %d", (a, b) => {
  it("has windows with a readable axis around it", () => {
    for (const { x, y } of windowsOf([a, b])) {
      for (const [low, high] of [x, y]) {
        expect(high).toBeGreaterThan(low);
        expect(Math.max(-low, high)).toBeLessThanOrEqual(LARGE);
      }
      checkFrame({ x, y });
    }
  });

  it("can be looked at as near and from as far as keys go", () => {
    for (const whole of windowsOf([a, b])) {
      const about = { x: whole.x[0] + (whole.x[1] - whole.x[0]) / 3, y: whole.y[1] };
      for (const factor of [0.2, 5]) {
        let window = whole;
        for (let k = 0; k < 600; ++k) window = zoomed(window, factor, about);
        expect(window.x[1]).toBeGreaterThan(window.x[0]);
        expect(Math.max(...window.x.map(Math.abs), ...window.y.map(Math.abs))).toBeLessThanOrEqual(LARGE);
        checkFrame(window);
      }
    }
  });
});

describe("the largest numbers", () => {
  it("bound what the solver is asked to sample", () => {
    const spec = { columnX: 0, columnY: 1, x: [-LARGE, LARGE], y: [0, LARGE], samples: 100 } as const;
    const { x0, x1, y0, y1 } = mapRequest(spec, { xMean: new Float64Array(2), xScale: Float64Array.of(1, 1) });
    expect([x0, x1]).toEqual([-LARGE, LARGE]);
    expect([y0, y1].map(Math.abs).every((end) => end <= LARGE)).toBe(true);
  });

  it("bound what a hand can make", () => {
    const rows = { d: 1, x: [1], last: [2] };
    expect(withCell(rows, 0, 0, 1.4e100).x).toEqual([LARGE]);
    expect(withCell(rows, 0, 1, -1.4e100).last).toEqual([-LARGE]);
    expect(withPoint(rows, { 0: 5e-324 }, -2e100)).toMatchObject({ x: [1, 0], last: [2, -LARGE] });
  });
});
