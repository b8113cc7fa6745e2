// Marks that no lab's first picture needs, as in marks.ts: loaded with the plots that draw them.
import type { Plane } from "./frame.ts";
import { at, paint, type Style, type Values } from "./marks.ts";
import type { Rgb } from "./palette.ts";
import type { Pen } from "./pen.ts";

/** A staircase: ys[i] holds from xs[i] to xs[i + 1]; one more x than y closes the last step. */
export function steps(pen: Pen, plane: Plane, xs: Values, ys: Values, style: Style): void {
  paint(pen, style, () => {
    for (let i = 0; i < ys.length; ++i) {
      pen.lineTo(plane.x(at(xs, i)), plane.y(at(ys, i)));
      if (i + 1 < xs.length) pen.lineTo(plane.x(at(xs, i + 1)), plane.y(at(ys, i)));
    }
  });
}

/** Straight pieces from (x0, y0) to (x1, y1), entry by entry. */
export function segments(pen: Pen, plane: Plane, x0: Values, y0: Values, x1: Values, y1: Values, style: Style): void {
  paint(pen, style, () => {
    for (let i = 0; i < x0.length; ++i) {
      pen.moveTo(plane.x(at(x0, i)), plane.y(at(y0, i)));
      pen.lineTo(plane.x(at(x1, i)), plane.y(at(y1, i)));
    }
  });
}

/** Upright bars from `base` to ys. @param width of a bar, px */
export function bars(pen: Pen, plane: Plane, xs: Values, ys: Values, width: number, style: Style, base = 0): void {
  const foot = plane.y(base);
  paint(pen, style, () => {
    for (let i = 0; i < xs.length; ++i) {
      const top = plane.y(at(ys, i));
      pen.rect(plane.x(at(xs, i)) - width / 2, Math.min(top, foot), width, Math.abs(top - foot));
    }
  });
}

/** A filled rectangle of data coordinates. */
export function box(pen: Pen, plane: Plane, x0: number, y0: number, x1: number, y1: number, style: Style): void {
  const [left, right] = [plane.x(x0), plane.x(x1)];
  const [top, bottom] = [plane.y(y0), plane.y(y1)];
  paint(pen, style, () => {
    pen.rect(Math.min(left, right), Math.min(top, bottom), Math.abs(right - left), Math.abs(bottom - top));
  });
}

/** An arrow between two pixels, its head filled. @param head length of the head, px */
export function arrow(pen: Pen, x0: number, y0: number, x1: number, y1: number, style: Style, head = 8): void {
  const length = Math.hypot(x1 - x0, y1 - y0);
  if (length === 0) return;
  const [ux, uy] = [(x1 - x0) / length, (y1 - y0) / length];
  const size = Math.min(head, length);
  paint(pen, style, () => {
    pen.moveTo(x0, y0);
    pen.lineTo(x1 - ux * size * 0.8, y1 - uy * size * 0.8);
  });
  const { stroke, alpha } = style;
  paint(pen, { ...(stroke === undefined ? {} : { fill: stroke }), ...(alpha === undefined ? {} : { alpha }) }, () => {
    pen.moveTo(x1, y1);
    pen.lineTo(x1 - ux * size - uy * size * 0.45, y1 - uy * size + ux * size * 0.45);
    pen.lineTo(x1 - ux * size + uy * size * 0.45, y1 - uy * size - ux * size * 0.45);
    pen.closePath();
  });
}

/**
 * A matrix as coloured cells, painted at data resolution (one pixel per cell) and then scaled.
 * @param values (rows x cols) row-major, row 0 on top  @param area px  @param colour value -> colour
 * @param smooth between the cells' middles: for samples of a smooth function. Default: sharp cells
 */
export function heatMap(
  pen: Pen,
  area: { x: number; y: number; width: number; height: number },
  values: Values,
  rows: number,
  cols: number,
  colour: (value: number) => Rgb,
  smooth = false,
): void {
  if (rows < 1 || cols < 1) return;
  const cells = document.createElement("canvas");
  cells.width = cols;
  cells.height = rows;
  const context = cells.getContext("2d");
  if (context === null) return;
  const image = context.createImageData(cols, rows);
  for (let k = 0; k < rows * cols; ++k) {
    const [red, green, blue] = colour(at(values, k));
    image.data[4 * k] = red;
    image.data[4 * k + 1] = green;
    image.data[4 * k + 2] = blue;
    image.data[4 * k + 3] = 255;
  }
  context.putImageData(image, 0, 0);
  pen.save();
  pen.imageSmoothingEnabled = smooth;
  pen.drawImage(cells, area.x, area.y, area.width, area.height);
  pen.restore();
}
