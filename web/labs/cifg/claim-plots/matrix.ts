// Small matrices as coloured cells, with their numbers where there is room.
import { formatNumber } from "../../../host/format-number.ts";
import { fitted, fontOf } from "../../../plot/frame.ts";
import { label } from "../../../plot/marks.ts";
import { box, heatMap, segments } from "../../../plot/more-marks.ts";
import { type Rgb, rgb, type Theme } from "../../../plot/palette.ts";
import type { Pen, Size } from "../../../plot/pen.ts";
import { linear } from "../../../plot/scale.ts";

export interface Matrix {
  readonly title: string;
  /** (rows x columns) row-major */
  readonly values: ArrayLike<number>;
  readonly rows: number;
  readonly columns: number;
  /** In the size of the legend: from a value to its colour. */
  readonly colour: (value: number) => Rgb;
  /** Written in a cell; default: the value. */
  readonly text?: (value: number) => string;
  readonly wrong?: (i: number) => boolean;
  /** A matrix that is not reached yet. */
  readonly pale?: boolean;
  /** Between this one and the next: "+", "=". */
  readonly sign?: string;
}

/** Room above a matrix for its title, between two of them, and around, px. */
const TITLE = 20;
const GAP = 20;
const EDGE = 4;
/** Least distance of two titles, px. */
const APART = 8;
/** Largest side of a cell, and least width of one that has its number in it, px. */
const LARGEST = 56;
const NUMBERED = 30;
/** Sizes of the numbers, the largest first, px. */
const FONTS = [11, 10, 9] as const;

/** One beside the other, in as many rows as make their cells largest. */
export function drawMatrices(pen: Pen, size: Size, theme: Theme, matrices: readonly Matrix[]): void {
  const first = matrices[0];
  if (first === undefined) return;
  const { rows, columns } = first;
  const { across, cell } = layout(size, matrices.length, rows, columns);
  const [width, height] = [columns * cell.width, rows * cell.height];
  const gap = gapOf(pen, theme, matrices, width, (size.width - 2 * EDGE) / across - width);
  const used = across * width + (across - 1) * gap;
  const left = Math.max(EDGE, (size.width - used) / 2);
  matrices.forEach((matrix, k) => {
    const x = left + (k % across) * (width + gap);
    const y = EDGE + Math.floor(k / across) * (height + TITLE + EDGE) + TITLE;
    drawMatrix(pen, theme, matrix, { x, y, width, height }, gap);
    const { sign = "" } = matrix;
    if (sign !== "" && (k + 1) % across !== 0)
      label(pen, sign, x + width + gap / 2, y + height / 2, {
        ...{ font: fontOf(theme, 15, 600), fill: theme.ink, align: "center" },
      });
  });
}

const titleFontOf = (theme: Theme) => fontOf(theme, 12, 600);

/**
 * Between matrices: as wide as their titles want it, where there is room, so that one of a single column has its name.
 * @param room left beside each matrix, half of it on either side
 */
function gapOf(pen: Pen, theme: Theme, matrices: readonly Matrix[], width: number, room: number): number {
  pen.font = titleFontOf(theme);
  const widest = Math.max(...matrices.map(({ title }) => pen.measureText(title).width));
  return Math.max(GAP, Math.min(widest + APART - width, room));
}

function layout(size: Size, count: number, rows: number, columns: number) {
  let best = { across: 1, cell: { width: 0, height: 0 } };
  for (let across = 1; across <= count; across += 1) {
    const down = Math.ceil(count / across);
    const width = Math.min(LARGEST, (size.width - 2 * EDGE - (across - 1) * GAP) / across / columns);
    const height = Math.min(LARGEST / 1.6, (size.height - 2 * EDGE - down * (TITLE + EDGE)) / down / rows);
    if (Math.min(width, 1.6 * height) > Math.min(best.cell.width, 1.6 * best.cell.height))
      best = { across, cell: { width: Math.max(1, width), height: Math.max(1, height) } };
  }
  return best;
}

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function drawMatrix(pen: Pen, theme: Theme, matrix: Matrix, area: Area, gap: number): void {
  const { title, values, rows, columns, colour, text = (value) => formatNumber(value, 2), wrong, pale } = matrix;
  const cell = { width: area.width / columns, height: area.height / rows };
  const titleFont = titleFontOf(theme);
  pen.font = titleFont;
  label(pen, fitted(pen, title, area.width + gap), area.x + area.width / 2, area.y - TITLE / 2, {
    ...{ font: titleFont, fill: pale ? theme.muted : theme.ink, align: "center" },
  });
  pen.save();
  if (pale) pen.globalAlpha = 0.3;
  heatMap(pen, area, values, rows, columns, colour);
  pen.restore();
  const plane = {
    x: linear([0, columns], [area.x, area.x + area.width]),
    y: linear([0, rows], [area.y, area.y + area.height]),
  };
  const lines = (count: number) => Array.from({ length: count + 1 }, (_, k) => k);
  const across = lines(rows);
  const down = lines(columns);
  const edge = { stroke: theme.edge, width: 1, alpha: pale ? 0.4 : 0.7 };
  segments(
    pen,
    plane,
    across.map(() => 0),
    across,
    across.map(() => columns),
    across,
    edge,
  );
  segments(
    pen,
    plane,
    down,
    down.map(() => 0),
    down,
    down.map(() => rows),
    edge,
  );
  // All numbers of a matrix in the largest size that has room for them, or none.
  const texts = Array.from(values, (value) => text(value));
  const room = cell.width >= NUMBERED && cell.height >= 16;
  const font = FONTS.map((px) => fontOf(theme, px, 600)).find((each) => {
    pen.font = each;
    return room && !pale && texts.every((text) => pen.measureText(text).width <= cell.width - 3);
  });
  for (let i = 0; i < rows * columns; i += 1) {
    const value = values[i] ?? Number.NaN;
    const [row, column] = [Math.floor(i / columns), i % columns];
    const [x, y] = [plane.x(column + 0.5), plane.y(row + 0.5)];
    if (wrong?.(i)) {
      const [dx, dy] = [2.5 / cell.width, 2.5 / cell.height];
      // On a rim of the background: the colour of the cell may be like that of what is wrong.
      for (const edge of [
        { stroke: theme.surface, width: 6 },
        { stroke: theme.fail, width: 3 },
      ])
        box(pen, plane, column + dx, row + dy, column + 1 - dx, row + 1 - dy, edge);
    }
    if (font === undefined) continue;
    label(pen, texts[i] ?? "", x, y, { font, fill: inkOn(theme, colour(value)), align: "center" });
  }
}

/** Of the theme's ink and surface the one that is read on a colour. */
function inkOn(theme: Theme, [red, green, blue]: Rgb): string {
  const light = ([r, g, b]: Rgb) => 0.3 * r + 0.6 * g + 0.1 * b;
  const own = light([red, green, blue]);
  const [ink, surface] = [light(rgb(theme.ink)), light(rgb(theme.surface))];
  return Math.abs(own - ink) > Math.abs(own - surface) ? theme.ink : theme.surface;
}
