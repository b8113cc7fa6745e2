// Marks: (pen, scales, arrays) -> strokes. Each sets every property it uses and leaves the pen as it was. Data in user units,
// sizes in CSS pixels. Few paths, many marks: a thousand points do not cost a thousand strokes.
import type { Plane } from "./frame.ts";
import type { Rgb } from "./palette.ts";
import type { Pen } from "./pen.ts";

type Values = ArrayLike<number>;

export interface Style {
  fill?: string;
  stroke?: string;
  /** Line width, px. Default 1.5. */
  width?: number;
  dash?: readonly number[];
  alpha?: number;
  cap?: CanvasLineCap;
}

function at(values: Values, i: number): number {
  return values[i] as number;
}

/** Fill and stroke the path that `trace` lays. */
function paint(pen: Pen, style: Style, trace: () => void): void {
  pen.save();
  pen.globalAlpha = style.alpha ?? 1;
  pen.lineWidth = style.width ?? 1.5;
  pen.lineJoin = "round";
  pen.lineCap = style.cap ?? "butt";
  pen.setLineDash(style.dash === undefined ? [] : [...style.dash]);
  pen.beginPath();
  trace();
  if (style.fill !== undefined) {
    pen.fillStyle = style.fill;
    pen.fill();
  }
  if (style.stroke !== undefined) {
    pen.strokeStyle = style.stroke;
    pen.stroke();
  }
  pen.restore();
}

/** A line through (xs, ys). Values that are not finite break it. */
export function polyline(pen: Pen, plane: Plane, xs: Values, ys: Values, style: Style): void {
  paint(pen, style, () => {
    let broken = true;
    for (let i = 0; i < xs.length; ++i) {
      const px = plane.x(at(xs, i));
      const py = plane.y(at(ys, i));
      if (!Number.isFinite(px) || !Number.isFinite(py)) {
        broken = true;
      } else if (broken) {
        pen.moveTo(px, py);
        broken = false;
      } else {
        pen.lineTo(px, py);
      }
    }
  });
}

/** The area between `lower` and `upper` over xs. */
export function band(pen: Pen, plane: Plane, xs: Values, lower: Values, upper: Values, style: Style): void {
  paint(pen, style, () => {
    for (let i = 0; i < xs.length; ++i) pen.lineTo(plane.x(at(xs, i)), plane.y(at(upper, i)));
    for (let i = xs.length - 1; i >= 0; --i) pen.lineTo(plane.x(at(xs, i)), plane.y(at(lower, i)));
    pen.closePath();
  });
}

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

/** Upright pieces from y0 to y1 at xs. @param foot half width of a cross bar at y1, px; 0 for none */
export function whiskers(pen: Pen, plane: Plane, xs: Values, y0: Values, y1: Values, style: Style, foot = 0): void {
  paint(pen, style, () => {
    for (let i = 0; i < xs.length; ++i) {
      const px = plane.x(at(xs, i));
      const end = plane.y(at(y1, i));
      pen.moveTo(px, plane.y(at(y0, i)));
      pen.lineTo(px, end);
      if (foot > 0) {
        pen.moveTo(px - foot, end);
        pen.lineTo(px + foot, end);
      }
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

/** A line across the data area at one value. */
export function rule(pen: Pen, plane: Plane, axis: "x" | "y", value: number, style: Style): void {
  const [start, end] = axis === "x" ? plane.y.range : plane.x.range;
  const pixel = axis === "x" ? plane.x(value) : plane.y(value);
  paint(pen, style, () => {
    pen.moveTo(axis === "x" ? pixel : start, axis === "x" ? start : pixel);
    pen.lineTo(axis === "x" ? pixel : end, axis === "x" ? end : pixel);
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

/** Shapes of equal area for equal r, so that role and size stay apart. */
export type Shape = "circle" | "square" | "diamond" | "triangle-up" | "triangle-down" | "cross" | "plus" | "ring";

function polygon(pen: Pen, px: number, py: number, corners: readonly (readonly [number, number])[], r: number): void {
  corners.forEach(([dx, dy], k) => {
    if (k === 0) pen.moveTo(px + dx * r, py + dy * r);
    else pen.lineTo(px + dx * r, py + dy * r);
  });
  pen.closePath();
}

const SQUARE = Math.sqrt(Math.PI) / 2;
const DIAMOND = Math.sqrt(Math.PI / 2);
/** Circumradius of the equilateral triangle as large as the unit circle, and its half side. */
const TRIANGLE = Math.sqrt((4 * Math.PI) / (3 * Math.sqrt(3)));
const SIDE = (TRIANGLE * Math.sqrt(3)) / 2;

/** Add one shape to the present path. @param r radius of the circle of the same area, px */
export function traceShape(pen: Pen, shape: Shape, px: number, py: number, r: number): void {
  switch (shape) {
    case "circle":
    case "ring":
      pen.moveTo(px + r, py);
      pen.arc(px, py, r, 0, Math.PI * 2);
      return;
    case "square":
      pen.rect(px - r * SQUARE, py - r * SQUARE, 2 * r * SQUARE, 2 * r * SQUARE);
      return;
    case "diamond":
      polygon(pen, px, py, [[0, -DIAMOND], [DIAMOND, 0], [0, DIAMOND], [-DIAMOND, 0]], r); // biome-ignore format: a shape reads as one line
      return;
    case "triangle-up":
      polygon(pen, px, py, [[0, -TRIANGLE], [SIDE, TRIANGLE / 2], [-SIDE, TRIANGLE / 2]], r); // biome-ignore format: as above
      return;
    case "triangle-down":
      polygon(pen, px, py, [[0, TRIANGLE], [-SIDE, -TRIANGLE / 2], [SIDE, -TRIANGLE / 2]], r); // biome-ignore format: as above
      return;
    case "cross":
      pen.moveTo(px - r, py - r);
      pen.lineTo(px + r, py + r);
      pen.moveTo(px - r, py + r);
      pen.lineTo(px + r, py - r);
      return;
    case "plus":
      pen.moveTo(px - r, py);
      pen.lineTo(px + r, py);
      pen.moveTo(px, py - r);
      pen.lineTo(px, py + r);
  }
}

/** One shape at a pixel (legends, handles). */
export function symbol(pen: Pen, shape: Shape, px: number, py: number, r: number, style: Style): void {
  paint(pen, style, () => traceShape(pen, shape, px, py, r));
}

/**
 * Shapes in one path. Rasterisers take time that grows faster than a path does: 5000 triangles cost 370 ms as one path, 60 ms
 * as 5000 and 20 ms as chunks of this size (Chromium without a GPU, busy machine).
 */
const CHUNK = 32;

/** The same shape at every (xs, ys). @param r px, one for all or one each */
export function symbols(
  pen: Pen,
  plane: Plane,
  xs: Values,
  ys: Values,
  r: number | Values,
  shape: Shape,
  style: Style,
): void {
  for (let from = 0; from < xs.length; from += CHUNK) {
    paint(pen, style, () => {
      for (let i = from; i < Math.min(xs.length, from + CHUNK); ++i) {
        traceShape(pen, shape, plane.x(at(xs, i)), plane.y(at(ys, i)), typeof r === "number" ? r : at(r, i));
      }
    });
  }
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

export interface TextStyle {
  font: string;
  fill: string;
  align?: CanvasTextAlign;
  baseline?: CanvasTextBaseline;
  /** Colour of an outline that keeps the text readable over marks. */
  halo?: string;
}

/** A text at a pixel. */
export function label(pen: Pen, text: string, px: number, py: number, style: TextStyle): void {
  pen.save();
  pen.font = style.font;
  pen.textAlign = style.align ?? "left";
  pen.textBaseline = style.baseline ?? "middle";
  if (style.halo !== undefined) {
    pen.strokeStyle = style.halo;
    pen.lineWidth = 4;
    pen.lineJoin = "round";
    pen.strokeText(text, px, py);
  }
  pen.fillStyle = style.fill;
  pen.fillText(text, px, py);
  pen.restore();
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
