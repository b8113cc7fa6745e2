// The sphere as a disc: itself in the plane, or its outline in space and in a projection.
import { brokenLine, FADED } from "../../../kit/main-plot/broken.ts";
import { symbol } from "../../../plot/marks.ts";
import type { Theme } from "../../../plot/palette.ts";
import type { Pen } from "../../../plot/pen.ts";
import { TINT } from "../looks.ts";
import type { Ball, BrokenBall } from "./scene.ts";

/** Radius above which a circle is not drawn, px: it would be a line in the plot, and rasterisers draw such circles badly. */
const LARGEST = 1e5;

type Radii = Pick<Ball, "lo" | "hi" | "radius" | "trial" | "shadow">;

/**
 * The disc, the band of best radii in it, its edge, and the trial edge.
 * @param x, y its centre, px  @param pixels of a radius  @param faded below a broken ball
 */
export function drawBall(
  pen: Pen,
  theme: Theme,
  x: number,
  y: number,
  ball: Radii,
  pixels: (radius: number) => number,
  faded = false,
): void {
  const alpha = faded ? FADED : 1;
  const px = (radius: number) => Math.min(LARGEST, pixels(radius));
  const [lo, hi] = [px(ball.lo), px(ball.hi)];
  symbol(pen, "circle", x, y, hi, { fill: theme.tube, alpha: TINT.ball * alpha });
  if (ball.hi > ball.lo) {
    pen.save();
    pen.beginPath();
    pen.moveTo(x + hi, y);
    pen.arc(x, y, hi, 0, 2 * Math.PI);
    // The inner circle has the other direction, and so is left out of the filled ring.
    pen.moveTo(x + lo, y);
    pen.arc(x, y, lo, 0, -2 * Math.PI, true);
    pen.globalAlpha = TINT.band * alpha;
    pen.fillStyle = theme.tube;
    pen.fill();
    pen.restore();
    for (const edge of [lo, hi])
      symbol(pen, "circle", x, y, edge, { stroke: theme.tube, width: 1.5, dash: [2, 3], alpha });
  }
  const dash = ball.shadow ? { dash: [8, 4] } : {};
  symbol(pen, "circle", x, y, px(ball.radius), { stroke: theme.tube, width: 2.25, alpha, ...dash });
  if (ball.trial !== null)
    symbol(pen, "circle", x, y, px(ball.trial), { stroke: theme.accent, width: 2.25, dash: [7, 5] });
}

/** The edge of a broken ball; and where the break has moved the centre, the way it went and the centre there. */
export function drawBrokenBall(
  pen: Pen,
  theme: Theme,
  { moved }: BrokenBall,
  [x, y, radius]: readonly [x: number, y: number, radius: number],
  from: readonly [x: number, y: number],
): void {
  symbol(pen, "circle", x, y, Math.min(LARGEST, radius), brokenLine(theme));
  if (!moved) return;
  pen.save();
  pen.beginPath();
  pen.moveTo(...from);
  pen.lineTo(x, y);
  pen.lineWidth = 2.25;
  pen.strokeStyle = theme.fail;
  pen.stroke();
  pen.restore();
  drawCentre(pen, theme, x, y, "fail");
}

/** The centre: a cross in a ring, wider than any point, so that it is seen under a point at the same place. */
export function drawCentre(pen: Pen, theme: Theme, x: number, y: number, colour: "tube" | "fail" = "tube"): void {
  symbol(pen, "circle", x, y, 9, { fill: theme.surface, stroke: theme.surface, width: 3 });
  for (const shape of ["ring", "plus"] as const) symbol(pen, shape, x, y, 9, { stroke: theme[colour], width: 2 });
}
