// The legend of a plot: above the data, never on them, with as many rows as it needs in the width. Part of the drawing, so that an
// exported image has it too.

import { fontOf } from "../../plot/frame.ts";
import { label, symbol } from "../../plot/marks.ts";
import type { Role as Colour, Rgb, Theme } from "../../plot/palette.ts";
import type { Pen } from "../../plot/pen.ts";
import { type Look, pointStyle } from "../main-plot/looks.ts";

/** A line, an area (tinted by `alpha`), a cell of a heat map in a colour, or a point. */
export type Swatch =
  | { readonly line: Colour; readonly dash?: readonly number[] }
  | { readonly heat: (theme: Theme) => Rgb }
  | { readonly area: Colour; readonly alpha: number }
  | { readonly point: Look };

export interface LegendItem {
  /** null: nothing is drawn, but its place is kept. */
  readonly swatch: Swatch | null;
  readonly text: string;
  /** The longest that the text may become while points are dragged. Places are computed from it, so that nothing moves. */
  readonly longest?: string;
  /** What is added to the text of the last item where its row has room: it moves nothing. */
  readonly more?: string;
}

export interface Legend {
  readonly items: readonly (LegendItem & { readonly x: number; readonly y: number })[];
  /** Room it takes from the top, px. */
  readonly height: number;
}

const SIZE = 12;
const LINE = 20;
const SWATCH = 16;
/** Between items, px: less where the plot is narrow. */
const SPACE = { wide: 14, narrow: 7, below: 480 } as const;

/** Place the legend in a width. */
export function layLegend(pen: Pen, width: number, theme: Theme, wanted: readonly LegendItem[]): Legend {
  pen.font = fontOf(theme, SIZE);
  const space = width < SPACE.below ? SPACE.narrow : SPACE.wide;
  let [x, y] = [0, LINE / 2 + 2];
  const items = wanted.map((item) => {
    const wide = SWATCH + 5 + pen.measureText(item.longest ?? item.text).width;
    if (x > 0 && x + wide > width) {
      x = 0;
      y += LINE;
    }
    const more = item.more ?? "";
    const fits = x + wide + pen.measureText(more).width <= width;
    const placed = { ...item, text: fits ? item.text + more : item.text, x, y };
    x += wide + space;
    return placed;
  });
  return { items, height: y + LINE / 2 };
}

/** Draw a legend, its left end at `left`. */
export function drawLegend(pen: Pen, legend: Legend, left: number, theme: Theme): void {
  for (const { swatch, text, x, y } of legend.items) {
    if (swatch === null) continue;
    drawSwatch(pen, swatch, left + x + SWATCH / 2, y, theme);
    label(pen, text, left + x + SWATCH + 5, y, { font: fontOf(theme, SIZE), fill: theme.ink });
  }
}

function drawSwatch(pen: Pen, swatch: Swatch, x: number, y: number, theme: Theme): void {
  if ("point" in swatch) {
    symbol(pen, swatch.point.shape, x, y, 5, pointStyle(theme, swatch.point));
    return;
  }
  pen.save();
  pen.beginPath();
  if ("heat" in swatch) {
    // With an edge, as a heat map has one: its least value is the colour of the ground.
    pen.rect(x - SWATCH / 2 + 0.5, y - 4.5, SWATCH - 1, 9);
    pen.fillStyle = `rgb(${swatch.heat(theme).map(Math.round).join(", ")})`;
    pen.fill();
    pen.lineWidth = 1;
    pen.strokeStyle = theme.edge;
    pen.stroke();
  } else if ("area" in swatch) {
    pen.rect(x - SWATCH / 2, y - 5, SWATCH, 10);
    pen.globalAlpha = swatch.alpha;
    pen.fillStyle = theme[swatch.area];
    pen.fill();
  } else {
    pen.setLineDash([...(swatch.dash ?? [])]);
    pen.moveTo(x - SWATCH / 2, y);
    pen.lineTo(x + SWATCH / 2, y);
    pen.lineWidth = 2;
    pen.strokeStyle = theme[swatch.line];
    pen.stroke();
  }
  pen.restore();
}
