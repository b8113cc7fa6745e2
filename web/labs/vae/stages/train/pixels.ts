// One small grey image, and many in a grid as one matrix of pixels.
import type { Area } from "../../../../kit/charts/image-grid.ts";
import { mix } from "../../../../plot/colours.ts";
import { heatMap } from "../../../../plot/more-marks.ts";
import { rgb, type Theme } from "../../../../plot/palette.ts";
import { type Pen, saved } from "../../../../plot/pen.ts";

export const SIDE = 8;

const inkOf = (theme: Theme) => {
  const [page, ink] = [rgb(theme.page), rgb(theme.ink)];
  return (value: number) => mix(page, ink, Math.max(0, Math.min(1, value)));
};

/** @param x (64) ink, 0 to 1 */
export function drawPixels(pen: Pen, theme: Theme, area: Area, x: ArrayLike<number>, stroke: string, width = 1): void {
  const { left, top, width: w, height: h } = area;
  heatMap(pen, { x: left, y: top, width: w, height: h }, x, SIDE, SIDE, inkOf(theme));
  saved(pen, () => {
    pen.strokeStyle = stroke;
    pen.lineWidth = width;
    pen.setLineDash([]);
    pen.beginPath();
    pen.rect(left - width / 2, top - width / 2, w + width, h + width);
    pen.stroke();
  });
}

/** A cell of a grid: its image with a pixel of ground on each side, so that neighbours stand apart. */
export const CELL = SIDE + 2;

/** Images of a grid, put together: the matrix's first row is on top, the images' first row below. @param x (rows*columns*64) */
export function mosaicOf(x: ArrayLike<number>, columns: number, rows: number): Float64Array {
  const wide = columns * CELL;
  const whole = new Float64Array(wide * rows * CELL);
  for (let row = 0; row < rows; ++row)
    for (let column = 0; column < columns; ++column)
      for (let p = 0; p < SIDE * SIDE; ++p) {
        const y = (rows - 1 - row) * CELL + 1 + Math.floor(p / SIDE);
        whole[y * wide + column * CELL + 1 + (p % SIDE)] = x[(row * columns + column) * SIDE * SIDE + p] as number;
      }
  return whole;
}

export function drawMosaic(
  pen: Pen,
  theme: Theme,
  area: Area,
  x: ArrayLike<number>,
  columns: number,
  rows: number,
): void {
  const { left, top, width, height } = area;
  heatMap(
    pen,
    { x: left, y: top, width, height },
    mosaicOf(x, columns, rows),
    rows * CELL,
    columns * CELL,
    inkOf(theme),
  );
}
