// Small grey images in rows, in a given order; where wanted with a divider after the first few, and with rings around some.
import { fontOf } from "../../plot/frame.ts";
import { label } from "../../plot/marks.ts";
import type { Theme } from "../../plot/palette.ts";
import { type Pen, saved } from "../../plot/pen.ts";

/** A rectangle, px. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Images of side x side pixels, all of one size. */
export interface Images {
  readonly side: number;
  /** (n*side*side) ink of their pixels, row-major, from 0 to `most` */
  readonly x: ArrayLike<number>;
  readonly most: number;
}

export interface ImageGrid {
  readonly area: Area;
  /** Which image is at each place. */
  readonly order: readonly number[];
  /** Images before the divider; null: there is no divider. */
  readonly before: number | null;
  readonly columns: number;
  /** Side of an image, and of its cell, px. */
  readonly side: number;
  readonly cell: number;
}

/** Share of a cell that its image takes. */
const IMAGE_SHARE = 0.84;
/** Levels of ink: one path each, however many pixels. */
const INKS = 16;

/** Rows and columns that make the images as large as they can be in an area. The divider takes the room of one image. */
export function layImageGrid(area: Area, order: readonly number[], before: number | null = null): ImageGrid {
  const count = order.length + (before === null ? 0 : 1);
  let [cell, columns] = [0, 1];
  for (let wanted = 1; wanted <= count; ++wanted) {
    const side = Math.min(area.width / wanted, area.height / Math.ceil(count / wanted));
    if (side > cell) [cell, columns] = [side, wanted];
  }
  return { area, order, before, columns, cell, side: cell * IMAGE_SHARE };
}

function cellAt({ area, columns, cell }: ImageGrid, index: number): { x: number; y: number } {
  return { x: area.left + (index % columns) * cell, y: area.top + Math.floor(index / columns) * cell };
}

/** Left and top of the k-th image, px. */
export function imagePlace(grid: ImageGrid, k: number): { x: number; y: number } {
  return cellAt(grid, grid.before !== null && k >= grid.before ? k + 1 : k);
}

export interface Border {
  readonly stroke: string;
  readonly width: number;
}

/** @param border of the image at place k, which is image i */
export function drawImageGrid(
  pen: Pen,
  theme: Theme,
  grid: ImageGrid,
  { side: pixels, x: ink, most }: Images,
  border: (i: number, k: number) => Border,
): void {
  const { order, side } = grid;
  const pixel = side / pixels;
  const paths: [number, number][][] = Array.from({ length: INKS + 1 }, () => []);
  order.forEach((i, k) => {
    const { x, y } = imagePlace(grid, k);
    const { stroke, width } = border(i, k);
    pen.save();
    pen.fillStyle = theme.page;
    pen.strokeStyle = stroke;
    pen.lineWidth = width;
    pen.beginPath();
    pen.rect(x, y, side, side);
    pen.fill();
    pen.stroke();
    pen.restore();
    for (let p = 0; p < pixels * pixels; ++p) {
      const level = Math.round(((ink[i * pixels * pixels + p] ?? 0) / most) * INKS);
      paths[level]?.push([x + (p % pixels) * pixel, y + Math.floor(p / pixels) * pixel]);
    }
  });
  paths.forEach((places, level) => {
    if (level === 0 || places.length === 0) return;
    pen.save();
    pen.globalAlpha = level / INKS;
    pen.fillStyle = theme.ink;
    pen.beginPath();
    // A little wider than a pixel of the image, so that no gaps show between them.
    for (const [x, y] of places) pen.rect(x, y, pixel + 0.25, pixel + 0.25);
    pen.fill();
    pen.restore();
  });
}

/** The divider, with its name; nothing where one side of it is empty. */
export function drawDivider(pen: Pen, theme: Theme, grid: ImageGrid, name: string, stroke: string): void {
  const { before, order, side, cell } = grid;
  if (before === null || before === order.length) return;
  const { x, y } = cellAt(grid, before);
  saved(pen, () => {
    pen.strokeStyle = stroke;
    pen.lineWidth = 3;
    pen.setLineDash([]);
    pen.beginPath();
    pen.moveTo(x + side / 2, y);
    pen.lineTo(x + side / 2, y + side);
    pen.stroke();
    label(pen, name, x + side / 2 + 5, y + cell * 0.2, { font: fontOf(theme, 12), fill: stroke });
  });
}

/** Rings around the image under the pointer and the picked one. @param point, selected images, -1 for none */
export function drawImageRings(
  pen: Pen,
  theme: Theme,
  grid: ImageGrid,
  { point, selected }: { readonly point: number; readonly selected: number },
): void {
  const ring = (i: number, stroke: string, width: number) => {
    const k = grid.order.indexOf(i);
    if (k < 0) return;
    const { x, y } = imagePlace(grid, k);
    saved(pen, () => {
      pen.strokeStyle = stroke;
      pen.lineWidth = width;
      pen.setLineDash([]);
      pen.beginPath();
      pen.rect(x - 1.5, y - 1.5, grid.side + 3, grid.side + 3);
      pen.stroke();
    });
  };
  if (selected >= 0) ring(selected, theme.accent, 3);
  if (point >= 0 && point !== selected) ring(point, theme.ink, 2);
}
