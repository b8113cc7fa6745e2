// The drawing of the main plot. Pure: (pen, size, theme, scene) -> strokes; the same functions draw the canvas, the PNG and the
// SVG. The view of two columns is here; the turning sphere and the distances have files of their own.

import { drawImageRings } from "../../../kit/charts/image-grid.ts";
import { drawLegend, type Legend, layLegend } from "../../../kit/charts/legend.ts";
import { brokenLine, brokenMark, FADED } from "../../../kit/main-plot/broken.ts";
import { type Cursor, drawPoints as drawCases } from "../../../kit/main-plot/looks.ts";
import { drawFrame, type Frame, inFrame, layFrame } from "../../../plot/frame.ts";
import { type Style, symbols } from "../../../plot/marks.ts";
import { segments } from "../../../plot/more-marks.ts";
import type { Theme } from "../../../plot/palette.ts";
import type { Pen, Size } from "../../../plot/pen.ts";
import { LOOKS, TINT } from "../looks.ts";
import { drawBall, drawBrokenBall, drawCentre } from "./ball.ts";
import type { PlotDetails } from "./details.ts";
import { type DistanceLayout, drawDistances, layDistances } from "./distance-plot.ts";
import { legendItems } from "./legend.ts";
import type { Levels, Rings } from "./levels.ts";
import { type Ball, BOUNDARY, INSIDE, OUTSIDE, type Scene } from "./scene.ts";
import { drawGlobe, drawTurnedPoints, layGlobe } from "./sphere.ts";

export interface Layout {
  readonly frame: Frame;
  readonly legend: Legend;
  /** In the view of distances. */
  readonly distances: DistanceLayout | null;
}

/** Where everything goes in `size`. */
export function layMainPlot(pen: Pen, size: Size, theme: Theme, scene: Scene, details: PlotDetails): Layout {
  const legend = layLegend(pen, size.width - 8, theme, legendItems(scene));
  if (scene.view === "sphere") return { frame: layGlobe(size, scene, legend.height), legend, distances: null };
  if (scene.view === "strip") {
    const distances = layDistances(pen, size, theme, scene, details, legend.height);
    return { frame: distances.frame, legend, distances };
  }
  const frame = layFrame(pen, size, theme, {
    x: { domain: scene.window.x, label: details.axes[0] ?? "" },
    y: { domain: scene.window.y, label: details.axes[1] ?? "" },
    top: legend.height,
    ...(scene.aspect === null ? {} : { aspect: scene.aspect }),
  });
  return { frame, legend, distances: null };
}

/** Closed lines, or the area between them. */
function drawRings(pen: Pen, frame: Frame, rings: Rings, style: Style): void {
  pen.save();
  pen.beginPath();
  for (const ring of rings) {
    ring.forEach(([x, y], k) => {
      if (k === 0) pen.moveTo(frame.x(x), frame.y(y));
      else pen.lineTo(frame.x(x), frame.y(y));
    });
    pen.closePath();
  }
  pen.globalAlpha = style.alpha ?? 1;
  if (style.fill !== undefined) {
    pen.fillStyle = style.fill;
    pen.fill();
  }
  if (style.stroke !== undefined) {
    pen.lineJoin = "round";
    pen.lineWidth = style.width ?? 1;
    pen.setLineDash([...(style.dash ?? [])]);
    pen.strokeStyle = style.stroke;
    pen.stroke();
  }
  pen.restore();
}

/** Half the width of a wide line, px. */
const EDGE = 1.5;

/** Where the plot shows more than the map has, levels end with it. */
function clipToMap(pen: Pen, frame: Frame, { x0, x1, y0, y1 }: Levels["window"]): void {
  const [left, top] = [frame.x(x0) + EDGE, frame.y(y1) + EDGE];
  pen.beginPath();
  pen.rect(left, top, frame.x(x1) - EDGE - left, frame.y(y0) - EDGE - top);
  pen.clip();
}

/** Widths of springs, weakest to strongest, px. */
const WIDTHS = [0.8, 1.6, 2.4] as const;

/** Springs from a centre to the points that pull on it; a stronger pull is wider. */
function drawPulls(pen: Pen, frame: Frame, theme: Theme, scene: Scene, ball: Pick<Ball, "x" | "y">): void {
  const { point, share } = scene.pulls;
  // One path for each width, however many lines.
  WIDTHS.forEach((width, band) => {
    const some = Array.from(point.keys()).filter(
      (k) => Math.min(WIDTHS.length - 1, Math.floor((share[k] as number) * WIDTHS.length)) === band,
    );
    const at = some.map((k) => point[k] as number);
    segments(pen, frame, at.map(() => ball.x), at.map(() => ball.y), at.map((i) => scene.x[i] as number), at.map((i) => scene.y[i] as number), { stroke: theme.pair, width, alpha: 0.55 }); // biome-ignore format: four ends of a line
  });
}

function drawPlane(pen: Pen, theme: Theme, scene: Scene, frame: Frame): void {
  drawFrame(pen, frame, theme);
  const { ball, levels, whiskers, trial, rho, broken } = scene;
  const alpha = broken === null ? 1 : FADED;
  inFrame(pen, frame, () => {
    pen.save();
    if (levels !== null) clipToMap(pen, frame, levels.window);
    if (levels !== null) {
      for (const { rings } of levels.lines) drawRings(pen, frame, rings, { stroke: theme.muted, alpha: 0.3 });
      // The sphere itself is a circle only for the linear kernel in as many columns as are shown.
      if (ball === null || ball.shadow) {
        const edge = { stroke: theme.tube, width: 2.25, alpha };
        drawRings(pen, frame, levels.outer, { fill: theme.tube, alpha: TINT.ball * alpha });
        if (rho !== null && rho[2] > rho[0]) drawRings(pen, frame, levels.outer, { ...edge, width: 1.5, dash: [2, 3] });
        drawRings(pen, frame, levels.inner, edge);
      }
    }
    if (trial !== null) drawRings(pen, frame, trial, { stroke: theme.accent, width: 2.25, dash: [7, 5] });
    if (broken?.rings) drawRings(pen, frame, broken.rings, brokenLine(theme));
    pen.restore();
    if (ball === null) return;
    const [px, py] = [frame.x(ball.x), frame.y(ball.y)];
    const pixels = (radius: number) => Math.abs(frame.x(ball.x + radius * ball.unitX) - px);
    drawBall(pen, theme, px, py, ball, pixels, broken !== null);
    drawPulls(pen, frame, theme, scene, broken?.moved ? (broken.ball ?? ball) : ball);
    // Drawn after the springs, which lie along the same lines.
    const { x0, y0, x1, y1 } = whiskers;
    segments(pen, frame, x0, y0, x1, y1, { stroke: theme.muted, width: 1.75, dash: [3, 2], alpha });
    drawCentre(pen, theme, px, py);
    if (broken?.ball) {
      const { x, y, radius } = broken.ball;
      drawBrokenBall(pen, theme, broken, [frame.x(x), frame.y(y), pixels(radius)], [px, py]);
    }
  });
}

/** Axes, legend, sphere, slack and forces: what a new answer changes. */
export function drawBack(pen: Pen, theme: Theme, scene: Scene, layout: Layout, details: PlotDetails): void {
  const { frame, legend, distances } = layout;
  drawLegend(pen, legend, 4, theme);
  if (scene.view === "sphere") drawGlobe(pen, theme, scene, frame, details);
  else if (distances !== null) drawDistances(pen, theme, scene, distances, details);
  else drawPlane(pen, theme, scene, frame);
}

/** Inside first: support vectors are drawn on top of the others. */
const PILE = [INSIDE, OUTSIDE, BOUNDARY];

/** The points: what the state changes. */
export function drawPoints(pen: Pen, theme: Theme, scene: Scene, { frame }: Layout): void {
  if (scene.view === "sphere") {
    drawTurnedPoints(pen, theme, scene, frame);
    return;
  }
  drawCases(pen, theme, frame, scene, LOOKS, PILE);
  const { y, broken } = scene;
  const moved = broken?.distance2;
  if (moved) inFrame(pen, frame, () => symbols(pen, frame, moved, y, 4, "cross", brokenMark(theme)));
}

/** The images of the points that the cursor marks. */
export function drawImageCursor(
  pen: Pen,
  theme: Theme,
  { distances }: Layout,
  cursor: Pick<Cursor, "point" | "selected">,
): void {
  if (distances !== null && distances.images !== null) drawImageRings(pen, theme, distances.images, cursor);
}
