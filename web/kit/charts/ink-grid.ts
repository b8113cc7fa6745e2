// Many small grey images in rows, whose pixels may leave the range of ink: noise does. Painted as one picture, so that they can be
// played. For few images within the range, in an order of their own: image-grid.ts.

import { mix } from "../../plot/colours.ts";
import { fontOf } from "../../plot/frame.ts";
import { label } from "../../plot/marks.ts";
import { heatMap } from "../../plot/more-marks.ts";
import { type Rgb, rgb, type Theme } from "../../plot/palette.ts";
import { type Pen, saved } from "../../plot/pen.ts";
import type { Area } from "./image-grid.ts";

/** Images of side x side pixels, row-major from `left`, `top`. */
export interface InkGrid {
  readonly left: number;
  readonly top: number;
  readonly columns: number;
  readonly count: number;
  /** Pixels to a side. */
  readonly side: number;
  /** Side of one of them, and of a whole image with the gap beside it, px. */
  readonly pixel: number;
  readonly cell: number;
}

/** Pixels of the gap between two images. */
const GAP = 1;

/** As large as they can be in an area, from its upper left corner. @param columns null: as many as make them largest */
export function layInkGrid(area: Area, count: number, side: number, columns: number | null = null): InkGrid {
  const cellOf = (wanted: number) => Math.min(area.width / wanted, area.height / Math.ceil(count / wanted));
  let best = columns ?? 1;
  if (columns === null)
    for (let wanted = 2; wanted <= count; ++wanted) if (cellOf(wanted) > cellOf(best) * 1.001) best = wanted;
  // Whole and half pixels of the screen where there are enough of them: all pixels of an image are then alike.
  const exact = Math.max(0, cellOf(best)) / (side + GAP);
  const pixel = exact >= 2 ? Math.floor(2 * exact) / 2 : exact;
  return { left: area.left, top: area.top, columns: best, count, side, pixel, cell: pixel * (side + GAP) };
}

export const inkRows = ({ count, columns }: InkGrid) => Math.ceil(count / columns);

/** Left and top of image k, px. */
export function inkPlace({ left, top, columns, cell }: InkGrid, k: number): { x: number; y: number } {
  return { x: left + (k % columns) * cell, y: top + Math.floor(k / columns) * cell };
}

/** The image at a place, with half the gap around it; -1 for none. */
export function inkAt({ left, top, columns, count, cell, pixel }: InkGrid, px: number, py: number): number {
  const half = (GAP / 2) * pixel;
  const [column, row] = [Math.floor((px - left + half) / cell), Math.floor((py - top + half) / cell)];
  const k = row * columns + column;
  return column < 0 || column >= columns || row < 0 || k >= count ? -1 : k;
}

/** How far outside 0..1 colours go on changing. */
export const INK_REACH = 1;

/**
 * 0 is the ground and 1 full ink. What is less is the cool colour, what is more the warm one, the fuller the further outside, up to
 * INK_REACH; beyond that nothing changes any more.
 */
export function inkColour(theme: Theme): (value: number) => Rgb {
  const [ground, ink, less, more] = [rgb(theme.surface), rgb(theme.ink), rgb(theme.dual), rgb(theme.primal)];
  return (value) => {
    if (value < 0) return mix(ground, less, Math.min(1, -value / INK_REACH));
    if (value <= 1) return mix(ground, ink, value);
    return mix(ink, more, Math.min(1, (value - 1) / INK_REACH));
  };
}

/** Colours for values that are looked up: a frame has tens of thousands of them. */
const LEVELS = 384;
function inkTable(theme: Theme): (value: number) => Rgb {
  const colour = inkColour(theme);
  const span = 1 + 2 * INK_REACH;
  const table = Array.from({ length: LEVELS + 1 }, (_, k) => colour((k / LEVELS) * span - INK_REACH));
  const ground = colour(0);
  return (value) => {
    const at = Math.round(((value + INK_REACH) / span) * LEVELS);
    return table[Math.max(0, Math.min(LEVELS, at))] ?? ground;
  };
}

/** @param x (count*side*side) ink, 0..1 where it is in range */
export function drawInkGrid(pen: Pen, theme: Theme, grid: InkGrid, x: ArrayLike<number>): void {
  const { left, top, columns, count, side, pixel } = grid;
  if (count === 0 || !(pixel > 0)) return;
  const rows = inkRows(grid);
  const [wide, high] = [columns * (side + GAP) - GAP, rows * (side + GAP) - GAP];
  const all = new Float64Array(wide * high);
  for (let k = 0; k < count; ++k) {
    const from = Math.floor(k / columns) * (side + GAP) * wide + (k % columns) * (side + GAP);
    for (let p = 0; p < side * side; ++p)
      all[from + Math.floor(p / side) * wide + (p % side)] = x[k * side * side + p] ?? 0;
  }
  heatMap(pen, { x: left, y: top, width: wide * pixel, height: high * pixel }, all, high, wide, inkTable(theme));
  saved(pen, () => {
    pen.strokeStyle = theme.grid;
    pen.lineWidth = 1;
    pen.beginPath();
    for (let k = 0; k < count; ++k) {
      const place = inkPlace(grid, k);
      pen.rect(place.x - 0.5, place.y - 0.5, side * pixel + 1, side * pixel + 1);
    }
    pen.stroke();
  });
}

/** A ring around one of them. */
export function drawInkRing(pen: Pen, grid: InkGrid, k: number, stroke: string, width: number): void {
  if (k < 0 || k >= grid.count) return;
  const { x, y } = inkPlace(grid, k);
  const side = grid.side * grid.pixel;
  saved(pen, () => {
    pen.strokeStyle = stroke;
    pen.lineWidth = width;
    pen.beginPath();
    pen.rect(x - 1.5, y - 1.5, side + 3, side + 3);
    pen.stroke();
  });
}

const BAR = { width: 132, height: 9 } as const;
/** Room that the bar takes, px. */
export const INK_BAR = { width: BAR.width + 12, height: 30 } as const;

/** What the colours mean: a bar from -INK_REACH to 1 + INK_REACH, with the range of ink marked. */
export function drawInkBar(pen: Pen, theme: Theme, left: number, top: number): void {
  const colour = inkColour(theme);
  const span = 1 + 2 * INK_REACH;
  const at = (value: number) => left + 6 + ((value + INK_REACH) / span) * BAR.width;
  const values = Array.from({ length: BAR.width }, (_, k) => ((k + 0.5) / BAR.width) * span - INK_REACH);
  heatMap(pen, { x: at(-INK_REACH), y: top + 2, width: BAR.width, height: BAR.height }, values, 1, BAR.width, colour);
  saved(pen, () => {
    pen.strokeStyle = theme.edge;
    pen.lineWidth = 1;
    pen.beginPath();
    pen.rect(at(-INK_REACH) - 0.5, top + 1.5, BAR.width + 1, BAR.height + 1);
    for (const value of [0, 1]) {
      pen.moveTo(at(value), top + 1);
      pen.lineTo(at(value), top + BAR.height + 6);
    }
    pen.stroke();
  });
  const font = fontOf(theme, 11);
  const names: readonly (readonly [number, string])[] = [
    [-INK_REACH, `≤ −${INK_REACH}`],
    [0, "0"],
    [1, "1"],
    [1 + INK_REACH, `≥ ${1 + INK_REACH}`],
  ];
  for (const [value, text] of names) {
    const align = value < 0 ? "left" : value > 1 ? "right" : "center";
    const x = value < 0 ? left : value > 1 ? left + INK_BAR.width : at(value);
    label(pen, text, x, top + BAR.height + 13, { font, fill: theme.ink, align });
  }
}
