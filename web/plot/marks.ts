// Marks: (pen, scales, arrays) -> strokes. Each sets every property it uses and leaves the pen as it was. Data in user units,
// sizes in CSS pixels. Few paths, many marks: a thousand points do not cost a thousand strokes.
import type { Plane } from "./frame.ts";
import type { Pen } from "./pen.ts";

export type Values = ArrayLike<number>;

export interface Style {
  fill?: string;
  stroke?: string;
  /** Line width, px. Default 1.5. */
  width?: number;
  dash?: readonly number[];
  alpha?: number;
  cap?: CanvasLineCap;
}

export function at(values: Values, i: number): number {
  return values[i] as number;
}

/** Fill and stroke the path that `trace` lays. */
export function paint(pen: Pen, style: Style, trace: () => void): void {
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

/** A line across the data area at one value. */
export function rule(pen: Pen, plane: Plane, axis: "x" | "y", value: number, style: Style): void {
  const [start, end] = axis === "x" ? plane.y.range : plane.x.range;
  const pixel = axis === "x" ? plane.x(value) : plane.y(value);
  paint(pen, style, () => {
    pen.moveTo(axis === "x" ? pixel : start, axis === "x" ? start : pixel);
    pen.lineTo(axis === "x" ? pixel : end, axis === "x" ? end : pixel);
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
