// The pictures of the SVDD lab as strokes, without a browser.
import { describe, expect, it } from "vitest";
import { imagePlace } from "../../web/kit/charts/image-grid.ts";
import { snapped } from "../../web/labs/svdd/claim-plots/nu.ts";
import { drawBack, drawImageCursor, drawPoints, layMainPlot } from "../../web/labs/svdd/main-plot/draw.ts";
import { sceneOf } from "../../web/labs/svdd/main-plot/scene.ts";
import { detailsOf } from "../../web/labs/svdd/main-plot/words.ts";
import type { SvddState } from "../../web/labs/svdd/state.ts";
import { PLAIN } from "../../web/plot/palette.ts";
import { SvgPen } from "../../web/plot/svg.ts";
import { answerTo, type Solved, stateOf } from "./svdd-support.ts";

const WIDE = { width: 900, height: 560 };
const NARROW = { width: 360, height: 360 };

function drawn(state: SvddState, solved: Solved = {}, size = WIDE) {
  const answer = answerTo(state, solved);
  const scene = sceneOf(state, answer);
  const pen = new SvgPen();
  const details = detailsOf(state, answer);
  const layout = layMainPlot(pen, size, PLAIN, scene, details);
  drawBack(pen, PLAIN, scene, layout, details);
  drawPoints(pen, PLAIN, scene, layout);
  return { scene, layout, svg: pen.finish(size, "", null) };
}
const count = (svg: string, text: string) => svg.split(text).length - 1;

const plane = stateOf([0.5, 0, 0, 1, -2, 0]);
const solid = stateOf([0.5, 0, 0.5, 0, 1, -1, -2, 0, 1, 2, 0, -3], { d: 3, view: "sphere" });
const cases = { alpha: [0, 0.25, 0.5, 0.25], kktCase: [0, 1, 2, 2] };

describe("the plane", () => {
  it.each([WIDE, NARROW])("draws a unit as long upwards as to the right", (size) => {
    const { frame } = drawn(plane, cases, size).layout;
    expect(frame.x(1) - frame.x(0)).toBeCloseTo(frame.y(0) - frame.y(1), 6);
    expect(frame.x.domain[0]).toBeLessThan(-2);
  });

  it("draws a band where rho is a set and none where it is not; a trial only when there is one", () => {
    const [point, band] = [drawn(plane, cases).svg, drawn(plane, { ...cases, interval: [0.25, 4] }).svg];
    expect(count(band, PLAIN.tube)).toBeGreaterThan(count(point, PLAIN.tube) + 2);
    const trial = drawn({ ...plane, rho: 2 }, cases).svg;
    expect(count(trial, PLAIN.accent)).toBeGreaterThan(count(point, PLAIN.accent));
  });

  it("draws a broken ball dashed in the colour of fail, over the solver's one, which is faded", () => {
    const state: SvddState = { ...plane, claim: "2.5c", broken: ["2.5c"] };
    const intact = drawn(state, cases);
    expect(intact.svg).not.toContain(PLAIN.fail);
    for (const center of [[0, 0], null]) {
      const broken = { claim: "2.5c", center, rho: 2 };
      const { svg, layout } = drawn(
        { ...state, kernel: center === null ? "rbf" : "linear" },
        { ...cases, center, broken },
      );
      expect(svg).toMatch(new RegExp(`stroke="${PLAIN.fail}"[^>]*stroke-dasharray="7[ ,]4"`));
      expect(svg).toMatch(
        new RegExp(`stroke="${PLAIN.tube}"[^>]*opacity="0\\.3"|opacity="0\\.3"[^>]*stroke="${PLAIN.tube}"`),
      );
      expect(layout.legend.items.map(({ text }) => text)).toContain("broken: 2.5c");
    }
  });

  it("draws springs to what pulls, and slack of what is outside", () => {
    const none = drawn(plane, { kktCase: [0, 0, 0] }).svg;
    const some = drawn(plane, cases).svg;
    expect(count(some, PLAIN.pair)).toBe(count(none, PLAIN.pair) + 2);
  });

  it("fills the level set of a kernel without a centre", () => {
    const { svg, scene } = drawn({ ...plane, kernel: "rbf" }, { ...cases, center: null });
    expect(scene.ball).toBeNull();
    expect(count(svg, `fill="${PLAIN.tube}"`)).toBeGreaterThan(0);
  });
});

describe("the levels", () => {
  it("end with their map, whose edges are no levels", () => {
    const { svg, scene, layout } = drawn({ ...plane, kernel: "rbf" }, { ...cases, center: null });
    const { x0, x1 } = scene.levels?.window ?? { x0: Number.NaN, x1: Number.NaN };
    const lefts = Array.from(svg.matchAll(/<clipPath [^>]*><path d="M([\d.-]+)/g), ([, x]) => Number(x));
    expect(x1).toBeGreaterThan(x0);
    expect(lefts.some((left) => left > layout.frame.x(x0) && left < layout.frame.x(x0) + 2)).toBe(true);
  });
});

describe("the sphere", () => {
  it("is round, in the middle, and has a graticule before and behind", () => {
    const { svg, layout } = drawn(solid, { ...cases, rho: 4 });
    const { frame } = layout;
    expect(frame.x(1) - frame.x(0)).toBeCloseTo(frame.y(0) - frame.y(1), 6);
    expect(frame.x(0)).toBeCloseTo(WIDE.width / 2, 0);
    expect(svg).toMatch(/opacity="0\.16"/);
    expect(svg).toMatch(/opacity="0\.5"/);
  });

  it("crosses out what is behind, and only that", () => {
    const front = drawn(
      { ...solid, x: solid.x.map((value, k) => (k % 3 === 2 ? Math.abs(value) : value)), azimuth: 0, elevation: 0 },
      cases,
    );
    const back = drawn(
      { ...solid, x: solid.x.map((value, k) => (k % 3 === 2 ? -Math.abs(value) : value)), azimuth: 0, elevation: 0 },
      cases,
    );
    expect(count(front.svg, 'opacity="0.85"')).toBe(0);
    expect(count(back.svg, 'opacity="0.85"')).toBeGreaterThan(2);
  });

  it("draws points alone for other kernels", () => {
    const { svg } = drawn({ ...solid, kernel: "rbf" }, { ...cases, center: null });
    expect(svg).not.toMatch(/opacity="0\.16"/);
    expect(count(svg, PLAIN.above)).toBeGreaterThan(0);
  });
});

describe("the distances", () => {
  const images = stateOf(
    Array.from({ length: 12 }, (_, k) => k),
    { d: 4, view: "strip", imageSide: 2 },
  );

  it("has the projection beside it where there is room, under it where not, and images below", () => {
    const without = { ...images, imageSide: 0 };
    expect(drawn(without).layout.distances?.map?.at.left).toBeGreaterThan(400);
    expect(drawn(without, {}, NARROW).layout.distances?.map?.at).toMatchObject({ left: 0 });
    expect(drawn(images, {}, NARROW).layout.distances?.map).toBeNull();
    expect(drawn(images).layout.distances?.images).not.toBeNull();
  });

  it("rings the images of the picked point and of the one under the pointer", () => {
    const { layout } = drawn(images, { kktCase: [0, 1, 2] });
    const rings = (point: number, selected: number) => {
      const pen = new SvgPen();
      drawImageCursor(pen, PLAIN, layout, { point, selected });
      const svg = pen.finish(WIDE, "", null);
      return [count(svg, PLAIN.accent), count(svg, PLAIN.ink)].map((times) => times > 0);
    };
    expect(rings(-1, -1)).toEqual([false, false]);
    expect(rings(1, 1)).toEqual([true, false]);
    expect(rings(0, 1)).toEqual([true, true]);
    expect(rings(-1, 7)).toEqual([false, false]);
  });

  it("orders the images by distance, with a gap at the sphere's edge", () => {
    const grid = drawn(images, { kktCase: [0, 1, 2] }).layout.distances!.images!;
    expect(grid.order).toEqual([0, 1, 2]);
    expect(grid.before).toBe(2);
    const [first, second, third] = [0, 1, 2].map((k) => imagePlace(grid, k));
    const slot = (at: { x: number; y: number }) =>
      Math.round((at.x - grid.area.left) / grid.cell) + grid.columns * Math.round((at.y - grid.area.top) / grid.cell);
    expect([slot(first!), slot(second!), slot(third!)]).toEqual([0, 1, 3]);
    for (const { x, y } of [first!, second!, third!]) {
      expect(x + grid.side).toBeLessThanOrEqual(grid.area.left + grid.area.width);
      expect(y + grid.side).toBeLessThanOrEqual(grid.area.top + grid.area.height);
    }
  });
});

describe("nu by hand", () => {
  it("snaps to multiples of 1/n that are near, and never leaves its range", () => {
    expect(snapped(0.252, 20, 0.01)).toBe(0.25);
    expect(snapped(0.27, 20, 0.01)).toBe(0.27);
    expect(snapped(0.004, 20, 0.01)).toBe(0.004);
    expect(snapped(-3, 20, 0.01)).toBe(0.001);
    expect(snapped(1, 20, 0.01)).toBe(0.999);
  });
});
