import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawDivider, drawImageGrid, imagePlace, layImageGrid } from "../../web/kit/charts/image-grid.ts";
import { PLAIN } from "../../web/plot/palette.ts";
import { SvgPen } from "../../web/plot/svg.ts";

const area = { left: 10, top: 20, width: 300, height: 200 };
const count = (svg: string, text: string) => svg.split(text).length - 1;

describe("a grid of images", () => {
  it("has all of them inside the area, none on another, and room for the divider", () => {
    fc.assert(
      fc.property(fc.nat(60), fc.option(fc.nat(60)), (n, wanted) => {
        const order = Array.from({ length: n }, (_, k) => n - 1 - k);
        const grid = layImageGrid(area, order, wanted === null ? null : Math.min(wanted, n));
        const places = order.map((_, k) => imagePlace(grid, k));
        for (const { x, y } of places) {
          expect(x).toBeGreaterThanOrEqual(area.left);
          expect(y).toBeGreaterThanOrEqual(area.top);
          expect(x + grid.side).toBeLessThanOrEqual(area.left + area.width);
          expect(y + grid.side).toBeLessThanOrEqual(area.top + area.height);
        }
        const cells = places.map(({ x, y }) => {
          const row = Math.round((y - area.top) / grid.cell);
          return row * grid.columns + Math.round((x - area.left) / grid.cell);
        });
        const expected = order.map((_, k) => (grid.before !== null && k >= grid.before ? k + 1 : k));
        expect(cells).toEqual(expected);
      }),
    );
  });

  it("uses the area: another number of columns would make the images smaller", () => {
    const grid = layImageGrid(area, [0, 1, 2, 3, 4, 5]);
    expect(grid.columns).toBe(3);
    expect(grid.cell).toBe(100);
  });

  it("draws a border for each image, its ink, and the divider only between images", () => {
    const images = { side: 2, x: [0, 0, 16, 16, 16, 16, 16, 16], most: 16 };
    const drawn = (before: number) => {
      const pen = new SvgPen();
      const grid = layImageGrid(area, [1, 0], before);
      const borders: (readonly [number, number])[] = [];
      drawImageGrid(pen, PLAIN, grid, images, (i, k) => {
        borders.push([i, k]);
        return { stroke: PLAIN.pair, width: 1 };
      });
      drawDivider(pen, PLAIN, grid, "edge", PLAIN.tube);
      return { borders, svg: pen.finish({ width: 400, height: 300 }, "", null) };
    };
    const { borders, svg } = drawn(1);
    expect(borders).toEqual([
      [1, 0],
      [0, 1],
    ]);
    expect(count(svg, PLAIN.pair)).toBe(2);
    expect(count(svg, "edge")).toBe(1);
    expect(count(drawn(2).svg, "edge")).toBe(0);
  });
});
