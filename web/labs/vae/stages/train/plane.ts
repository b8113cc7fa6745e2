// The plane of the data of a toy set: the data, samples, and where the decoder puts a grid of the latent plane.
import type { Frame } from "../../../../plot/frame.ts";
import { polyline, symbol, symbols } from "../../../../plot/marks.ts";
import type { Theme } from "../../../../plot/palette.ts";
import { drawCloud } from "../../../../plot/panels.ts";
import type { Pen } from "../../../../plot/pen.ts";
import { LOOKS } from "./looks.ts";
import type { Scene } from "./scene.ts";

/** Half the side of the square around the data, with room for samples. */
export function planeHalf({ points }: Scene): number {
  if (points === null || points.dx !== 2) return 1;
  let most = 0;
  for (const value of points.x) most = Math.max(most, Math.abs(value));
  return Math.max(0.5, Math.ceil(most * 1.15 * 4) / 4);
}

const column = (xy: ArrayLike<number>, c: 0 | 1) =>
  Float64Array.from({ length: xy.length / 2 }, (_, k) => xy[2 * k + c] as number);

export function drawPlane(pen: Pen, theme: Theme, frame: Frame, { points, samples, shown }: Scene): void {
  if (points === null) return;
  if (samples !== null) drawCloud(pen, frame, samples, 3, theme.upper, 0.8);
  drawCloud(pen, frame, points.x, 3, theme.below, 0.75);
  if (shown === null) return;
  // Lines of the grid: what becomes of straight ones shows how the decoder bends the latent plane.
  const { cells } = shown.view;
  const rows = shown.dz === 1 ? 1 : cells;
  const style = { stroke: theme.ink, width: rows === 1 ? 2.5 : 1, alpha: rows === 1 ? 1 : 0.45 };
  const [x, y] = [column(shown.decoded, 0), column(shown.decoded, 1)];
  for (let row = 0; row < rows; ++row)
    polyline(pen, frame, x.subarray(row * cells, (row + 1) * cells), y.subarray(row * cells, (row + 1) * cells), style);
  if (rows === 1) return;
  for (let across = 0; across < cells; ++across) {
    const every = (values: Float64Array) => values.filter((_, k) => k % cells === across);
    polyline(pen, frame, every(x), every(y), style);
  }
}

/** What the marks of the map are decoded to. */
export function drawPlaneMarks(pen: Pen, theme: Theme, frame: Frame, scene: Scene): void {
  const { looked, inspected, points, to, decodedPlace } = scene;
  if (inspected !== null && inspected.decoded.length % 2 === 0) {
    const [x, y] = [column(inspected.decoded, 0), column(inspected.decoded, 1)];
    const { colour, dash } = LOOKS.walk;
    polyline(pen, frame, x, y, { stroke: theme.surface, width: 5, alpha: 0.7 });
    polyline(pen, frame, x, y, { stroke: theme[colour], width: 2, dash });
    symbols(pen, frame, x, y, 2.6, "circle", { fill: theme[colour], stroke: theme.surface, width: 0.75 });
  }
  const ring = (at: readonly number[] | undefined, colour: string) => {
    const [x, y] = at ?? [];
    if (x === undefined || y === undefined) return;
    symbol(pen, "circle", frame.x(x), frame.y(y), 7, { stroke: theme.surface, width: 4 });
    symbol(pen, "circle", frame.x(x), frame.y(y), 7, { stroke: colour, width: 2.25 });
  };
  ring(looked?.x, theme[LOOKS.q.colour]);
  if (points !== null) ring([points.x[2 * to] ?? 0, points.x[2 * to + 1] ?? 0], theme[LOOKS.walk.colour]);
  if (decodedPlace !== null) {
    const [px, py] = [frame.x(decodedPlace[0] as number), frame.y(decodedPlace[1] as number)];
    symbol(pen, "circle", px, py, 7, { fill: theme[LOOKS.place.colour], stroke: theme.surface, width: 2.5 });
    symbol(pen, "plus", px, py, 4, { stroke: theme.surface, width: 2 });
  }
}
