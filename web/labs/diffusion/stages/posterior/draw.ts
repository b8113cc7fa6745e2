// What the plots on the line and in the plane both draw: hatched areas, handles, arrows of noise, the symbols of the means.

import { formula } from "../../../../plot/formula.ts";
import type { Plane } from "../../../../plot/frame.ts";
import { symbol } from "../../../../plot/marks.ts";
import { arrow } from "../../../../plot/more-marks.ts";
import type { Theme } from "../../../../plot/palette.ts";
import { type Pen, saved } from "../../../../plot/pen.ts";
import { NOISES } from "./scene.ts";

type At = readonly [x: number, y: number];

/** Between hatching lines, px. */
const HATCH = 9;

/** Fill what `trace` outlines with slanted lines. @param slant 1 up to the right, -1 down, 0 an even tint */
export function hatched(
  pen: Pen,
  colour: string,
  slant: -1 | 0 | 1,
  box: { left: number; top: number; right: number; bottom: number },
  trace: () => void,
): void {
  saved(pen, () => {
    pen.beginPath();
    trace();
    pen.fillStyle = colour;
    pen.globalAlpha = slant === 0 ? 0.22 : 0.08;
    pen.fill();
    if (slant === 0) return;
    pen.clip();
    pen.globalAlpha = 0.4;
    pen.strokeStyle = colour;
    pen.lineWidth = 1;
    pen.setLineDash([]);
    pen.beginPath();
    const height = box.bottom - box.top;
    for (let x = box.left - height; x < box.right + height; x += HATCH) {
      pen.moveTo(x, slant > 0 ? box.bottom : box.top);
      pen.lineTo(x + height, slant > 0 ? box.top : box.bottom);
    }
    pen.stroke();
  });
}

/** x_0 is a dot, x_t a square, both in the colour of what can be acted on. */
export function drawPlace(
  pen: Pen,
  theme: Theme,
  which: "x0" | "xt",
  [px, py]: At,
  name: string,
  below: boolean,
): void {
  if (which === "x0") symbol(pen, "circle", px, py, 7, { fill: theme.accent, stroke: theme.surface, width: 2 });
  else {
    // Hollow: where a step is small, the means lie inside.
    symbol(pen, "square", px, py, 9, { stroke: theme.surface, width: 6 });
    symbol(pen, "square", px, py, 9, { stroke: theme.accent, width: 3 });
  }
  const side = which === "x0" ? -1 : 1;
  const style = { fill: theme.ink, halo: theme.surface, size: 17 };
  if (below) formula(pen, name, px, py + 20, { ...style, align: "center" });
  else formula(pen, name, px + side * 13, py - 13, { ...style, align: side < 0 ? "right" : "left" });
}

/** A noise, from x_t. @param ends data coordinates */
export function drawNoise(
  pen: Pen,
  theme: Theme,
  plane: Plane,
  which: keyof typeof NOISES,
  [from, to]: readonly [At, At],
  name: string,
): void {
  const { colour, dash } = NOISES[which];
  const [x0, y0, x1, y1] = [plane.x(from[0]), plane.y(from[1]), plane.x(to[0]), plane.y(to[1])];
  arrow(pen, x0, y0, x1, y1, { stroke: theme.surface, width: 5 }, 12);
  arrow(pen, x0, y0, x1, y1, { stroke: theme[colour], width: 2.2, dash }, 11);
  const length = Math.hypot(x1 - x0, y1 - y0);
  if (length < 12) return;
  // Beyond the tip, where other arrows from the same place have parted; by the tail where the tip is out of sight.
  const [ux, uy] = [(x1 - x0) / length, (y1 - y0) / length];
  const seen = ([low, high]: readonly [number, number], at: number) =>
    at > Math.min(low, high) && at < Math.max(low, high);
  const away = which === "guess" ? 22 : 13;
  const tip = seen(plane.x.range, x1 + ux * away) && seen(plane.y.range, y1 + uy * away);
  const [px, py] = tip ? [x1 + ux * away, y1 + uy * away] : [x0 + 40 * ux + 12 * uy, y0 + 40 * uy - 12 * ux];
  formula(pen, name, px, py, { fill: theme[colour], halo: theme.surface, size: 16, align: "center" });
}

/** The tip of the noise on trial. */
export function drawTip(pen: Pen, theme: Theme, [px, py]: At): void {
  symbol(pen, "circle", px, py, 7, { fill: theme.surface, stroke: theme.pair, width: 2.5 });
}

/** The mean from the noise and the one from x_0^: a square and a cross in it, one on the other if they agree. */
export function drawMeans(pen: Pen, theme: Theme, noise: At, posterior: At | null): void {
  symbol(pen, "square", ...noise, 9, { stroke: theme.surface, width: 4.5 });
  symbol(pen, "square", ...noise, 9, { stroke: theme.pair, width: 2 });
  if (posterior === null) return;
  symbol(pen, "cross", ...posterior, 6.5, { stroke: theme.surface, width: 4 });
  symbol(pen, "cross", ...posterior, 6.5, { stroke: theme.pair, width: 2 });
}

export function drawMean(pen: Pen, theme: Theme, [px, py]: At): void {
  symbol(pen, "diamond", px, py, 6, { fill: theme.tube, stroke: theme.surface, width: 1.5 });
}
