// What the small pictures of the front door share: a grip, and a track under a plot on which one number is set.
import type { Legend } from "../kit/charts/legend.ts";
import type { AxisOptions, Frame } from "../plot/frame.ts";
import { fontOf, layFrame } from "../plot/frame.ts";
import { label, symbol } from "../plot/marks.ts";
import type { Theme } from "../plot/palette.ts";
import { type Pen, type Size, saved } from "../plot/pen.ts";
import { linear } from "../plot/scale.ts";

/** Text of axes, px. */
export const SMALL = 11;
/** Words beside the picture say what a legend would. */
export const NO_LEGEND: Legend = { items: [], height: 0 };

/** What can be dragged: in the colour of what can be acted on, and ringed, so that it is found. */
export function drawGrip(pen: Pen, theme: Theme, px: number, py: number): void {
  symbol(pen, "circle", px, py, 11, { stroke: theme.surface, width: 4 });
  symbol(pen, "circle", px, py, 11, { stroke: theme.accent, width: 1.5 });
  symbol(pen, "circle", px, py, 6, { fill: theme.accent, stroke: theme.surface, width: 2 });
}

/** Height of a track, and how far its line is from the bottom, px. */
const TRACK = { height: 40, up: 14 } as const;

/** A plot with a track under it. @returns the frame of each, in pixels of the whole picture */
export function layTracked(
  pen: Pen,
  size: Size,
  theme: Theme,
  axes: { readonly x: AxisOptions; readonly y: AxisOptions; readonly aspect?: number; readonly top?: number },
  range: readonly [number, number],
): { readonly plot: Frame; readonly track: Frame } {
  const plot = layFrame(pen, { width: size.width, height: size.height - TRACK.height }, theme, {
    fontSize: SMALL,
    ...axes,
  });
  const y = size.height - TRACK.up;
  // Room for the grip at either end.
  const x = linear(range, [plot.left + 12, plot.right - 12]);
  return { plot, track: { ...plot, x, y: linear([0, 1], [y, y - 1]) } };
}

/** @param name what is set, with its value  @param ends what the two ends mean */
export function drawTrack(
  pen: Pen,
  theme: Theme,
  track: Frame,
  value: number,
  name: string,
  ends: readonly [string, string],
): void {
  const [from, to] = track.x.range;
  const y = track.y(0);
  saved(pen, () => {
    pen.strokeStyle = theme.edge;
    pen.lineWidth = 3;
    pen.lineCap = "round";
    pen.setLineDash([]);
    pen.beginPath();
    pen.moveTo(from, y);
    pen.lineTo(to, y);
    pen.stroke();
  });
  const style = { font: fontOf(theme, SMALL), fill: theme.muted } as const;
  label(pen, ends[0], from - 8, y - 18, { ...style, align: "left" });
  label(pen, ends[1], to + 8, y - 18, { ...style, align: "right" });
  label(pen, name, (from + to) / 2, y - 18, { font: fontOf(theme, 12, 600), fill: theme.ink, align: "center" });
  drawGrip(pen, theme, track.x(value), y);
}
