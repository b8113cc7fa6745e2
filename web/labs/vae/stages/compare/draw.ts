// The three grids, with what stands out in them: images nearer to a training image than real ones are, and images that the classifier
// reads as another digit than was asked for.
import { drawInkGrid, drawInkRing, inkPlace } from "../../../../kit/charts/ink-grid.ts";
import { fitted, fontOf } from "../../../../plot/frame.ts";
import { label } from "../../../../plot/marks.ts";
import type { Theme } from "../../../../plot/palette.ts";
import { type Pen, type Size, saved } from "../../../../plot/pen.ts";
import { compare as words } from "../../messages/compare.en.ts";
import { CLASSES, type JudgedSet, PIXELS } from "./request.ts";
import { HEADS, LEGEND, type Panel, type Pick, TITLE } from "./scene.ts";

export interface Shown {
  readonly panels: readonly Panel[];
  set(id: Panel["id"]): JudgedSet | null;
  stale(id: Panel["id"]): boolean;
  /** Why there is nothing. */
  missing(id: Panel["id"]): string;
  readonly pick: Pick;
}

/** Share of a pale set that is of an older request. */
const STALE = 0.45;

function corner(pen: Pen, theme: Theme, x: number, y: number, size: number): void {
  saved(pen, () => {
    pen.fillStyle = theme.above;
    pen.beginPath();
    pen.moveTo(x - size, y);
    pen.lineTo(x, y);
    pen.lineTo(x, y + size);
    pen.closePath();
    pen.fill();
  });
}

function underline(pen: Pen, theme: Theme, x: number, y: number, width: number): void {
  saved(pen, () => {
    pen.fillStyle = theme.pair;
    pen.beginPath();
    pen.rect(x, y, width, 3);
    pen.fill();
  });
}

function drawSet(pen: Pen, theme: Theme, { grid }: Panel, { pixels, asked, figures }: JudgedSet): void {
  const side = grid.side * grid.pixel;
  drawInkGrid(pen, theme, grid, pixels.subarray(0, grid.count * PIXELS));
  for (let k = 0; k < grid.count; k += 1) {
    const { x, y } = inkPlace(grid, k);
    if (figures.classified.label[k] !== asked[k]) underline(pen, theme, x, y + side - 2, side);
    if (figures.close[k] === 1) corner(pen, theme, x + side, y, side * 0.36);
  }
}

function drawPanel(pen: Pen, theme: Theme, shown: Shown, panel: Panel): void {
  const { area, grid, id } = panel;
  const set = shown.set(id);
  const title = fitted(pen, words.sets[id], area.width);
  label(pen, title, area.left, area.top + TITLE / 2, { font: fontOf(theme, 14, 600), fill: theme.ink });
  const side = grid.side * grid.pixel;
  for (let column = 0; column < grid.columns; column += 1) {
    const { x } = inkPlace(grid, column);
    label(pen, String(column % CLASSES), x + side / 2, area.top + TITLE + HEADS / 2 - 1, {
      ...{ font: fontOf(theme, 12), fill: theme.muted, align: "center" },
    });
  }
  if (set === null) {
    saved(pen, () => {
      pen.strokeStyle = theme.grid;
      pen.lineWidth = 1;
      pen.beginPath();
      for (let k = 0; k < grid.count; k += 1) {
        const { x, y } = inkPlace(grid, k);
        pen.rect(x, y, side, side);
      }
      pen.stroke();
    });
    label(pen, fitted(pen, shown.missing(id), area.width - 8), area.left + area.width / 2, grid.top + grid.cell * 1.5, {
      ...{ font: fontOf(theme, 13), fill: theme.ink, align: "center", halo: theme.surface },
    });
    return;
  }
  saved(pen, () => {
    pen.globalAlpha = shown.stale(id) ? STALE : 1;
    drawSet(pen, theme, panel, set);
  });
  if (shown.pick.set === id) {
    drawInkRing(pen, grid, shown.pick.index, theme.surface, 5);
    drawInkRing(pen, grid, shown.pick.index, theme.accent, 3);
  }
}

function drawLegend(pen: Pen, theme: Theme, { width, height }: Size): void {
  const y = height - LEGEND / 2;
  const font = fontOf(theme, 12);
  const narrow = width < 480;
  const texts = narrow ? words.legendShort : words.legend;
  corner(pen, theme, 18, y - 6, 12);
  label(pen, texts.close, 24, y, { font, fill: theme.ink });
  saved(pen, () => {
    pen.font = font;
    const x = 24 + pen.measureText(texts.close).width + 18;
    underline(pen, theme, x, y + 1, 14);
    label(pen, texts.wrong, x + 20, y, { font, fill: theme.ink });
  });
}

export function drawPanels(pen: Pen, size: Size, theme: Theme, shown: Shown): void {
  for (const panel of shown.panels) drawPanel(pen, theme, shown, panel);
  drawLegend(pen, theme, size);
}
