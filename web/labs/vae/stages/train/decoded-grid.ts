// The decoded plane: an image in the middle of each cell of the map's window.
import type { Frame } from "../../../../plot/frame.ts";
import { symbol } from "../../../../plot/marks.ts";
import { box } from "../../../../plot/more-marks.ts";
import type { Theme } from "../../../../plot/palette.ts";
import type { Pen } from "../../../../plot/pen.ts";
import { LOOKS } from "./looks.ts";
import { drawMosaic } from "./pixels.ts";
import type { Scene } from "./scene.ts";

/** With one latent coordinate there is one row of images, in the middle. */
export function drawDecodedGrid(pen: Pen, theme: Theme, frame: Frame, { shown }: Scene): void {
  if (shown === null) return;
  const { half, cells } = shown.view;
  const flat = shown.dz === 1;
  const up = flat ? half / cells : half;
  const [left, top] = [frame.x(-half), frame.y(up)];
  const area = { left, top, width: frame.x(half) - left, height: frame.y(-up) - top };
  drawMosaic(pen, theme, area, shown.decoded, cells, flat ? 1 : cells);
}

/** Where the place that is decoded lies. */
export function drawCell(pen: Pen, theme: Theme, frame: Frame, { shown, place }: Scene): void {
  if (shown === null) return;
  const { half, cells } = shown.view;
  const side = (2 * half) / cells;
  const colour = theme[LOOKS.place.colour];
  const low = (value: number) => Math.floor((value + half) / side) * side - half;
  const [x, y] = [low(place[0]), shown.dz === 1 ? -side / 2 : low(place[1])];
  box(pen, frame, x, y, x + side, y + side, { stroke: theme.surface, width: 4 });
  box(pen, frame, x, y, x + side, y + side, { stroke: colour, width: 2 });
  symbol(pen, "circle", frame.x(place[0]), shown.dz === 1 ? frame.y(0) : frame.y(place[1]), 3, { fill: colour });
}
