// Three columns as a space that turns: a sphere with its graticule, and the points before and behind its centre.
import { type GeoProjection, geoGraticule10, geoOrthographic, geoPath } from "d3-geo";
import { drawPair, pointStyle, radiusOf } from "../../../kit/main-plot/looks.ts";
import { PENDING } from "../../../kit/main-plot/scene.ts";
import { type Frame, fitted, fontOf, inFrame } from "../../../plot/frame.ts";
import { label, type Style, symbols } from "../../../plot/marks.ts";
import { arrow } from "../../../plot/more-marks.ts";
import type { Theme } from "../../../plot/palette.ts";
import type { Pen, Size } from "../../../plot/pen.ts";
import { linear } from "../../../plot/scale.ts";
import { LOOKS } from "../looks.ts";
import { drawBall, drawBrokenBall, drawCentre } from "./ball.ts";
import type { PlotDetails } from "./details.ts";
import { BOUNDARY, INSIDE, OUTSIDE, type Scene } from "./scene.ts";
import { rotation, type Turn, turned } from "./turn.ts";

/** Room at the edges, px. */
const MARGIN = 8;

const NO_TITLE = { lines: [], middle: 0 };

/** A frame without axes: a unit is as long to the right as upwards. */
export function layGlobe(size: Size, scene: Scene, top: number): Frame {
  const [left, right] = [MARGIN, Math.max(MARGIN + 1, size.width - MARGIN)];
  const [high, low] = [top + MARGIN, Math.max(top + MARGIN + 1, size.height - MARGIN)];
  const { x, y } = scene.window;
  const unit = Math.max((x[1] - x[0]) / (right - left), (y[1] - y[0]) / (low - high));
  const around = ([from, to]: readonly [number, number], length: number): [number, number] => {
    const middle = from + (to - from) / 2;
    return [middle - (unit * length) / 2, middle + (unit * length) / 2];
  };
  return {
    ...{ size, left, right, top: high, bottom: low, fontSize: 12 },
    x: linear(around(x, right - left), [left, right]),
    y: linear(around(y, low - high), [low, high]),
    ...{ xTicks: [], yTicks: [], xTitle: NO_TITLE, yTitle: NO_TITLE, grid: [false, false] },
  };
}

const radiusIn = (frame: Frame, radius: number) => Math.abs(frame.x(radius) - frame.x(0));

function projection(frame: Frame, turn: Turn, radius: number): GeoProjection {
  return geoOrthographic()
    .scale(Math.max(radiusIn(frame, radius), 1e-3))
    .translate([frame.x(0), frame.y(0)])
    .rotate(rotation(turn))
    .clipAngle(90)
    .precision(0.3);
}

function stroke(pen: Pen, style: Required<Pick<Style, "stroke" | "width" | "alpha">>, trace: () => void): void {
  pen.save();
  pen.beginPath();
  trace();
  pen.globalAlpha = style.alpha;
  pen.lineWidth = style.width;
  pen.strokeStyle = style.stroke;
  pen.setLineDash([]);
  pen.stroke();
  pen.restore();
}

/** Meridians and parallels of the sphere of this radius: bright before the centre, faint behind it. */
function drawGraticule(pen: Pen, theme: Theme, frame: Frame, turn: Turn, radius: number): void {
  const graticule = geoGraticule10();
  // The graticule is its own mirror image through the centre, so its back is its front with both axes reversed.
  const back = projection(frame, turn, radius).reflectX(true).reflectY(true);
  stroke(pen, { stroke: theme.tube, width: 0.75, alpha: 0.16 }, () => geoPath(back, pen)(graticule));
  const front = projection(frame, turn, radius);
  stroke(pen, { stroke: theme.tube, width: 0.75, alpha: 0.5 }, () => geoPath(front, pen)(graticule));
}

/** Length of the triad's arrows and its distance from the corner, px. */
const TRIAD = { arm: 34, corner: 62 } as const;

/** The directions of the three columns, in the lower left corner. */
function drawTriad(pen: Pen, theme: Theme, frame: Frame, { axes, turn }: PlotDetails): void {
  const [x, y] = [frame.left + TRIAD.corner, frame.bottom - TRIAD.corner + 12];
  const arms = ([[1, 0, 0], [0, 1, 0], [0, 0, 1]] as const).map((axis, k) => ({ k, at: turned(turn, axis) })); // biome-ignore format: a matrix
  // The farthest first, so that nearer ones cover it.
  for (const { k, at } of arms.sort((a, b) => a.at[2] - b.at[2])) {
    const [px, py] = [x + at[0] * TRIAD.arm, y - at[1] * TRIAD.arm];
    arrow(pen, x, y, px, py, { stroke: theme.muted, width: at[2] < 0 ? 1 : 2, alpha: at[2] < 0 ? 0.5 : 1 }, 7);
    const font = fontOf(theme, 12);
    pen.font = font;
    const align = at[0] < -0.3 ? "right" : at[0] > 0.3 ? "left" : "center";
    const text = fitted(pen, axes[k] ?? "", align === "right" ? TRIAD.corner + at[0] * TRIAD.arm : 150);
    label(pen, text, px + at[0] * 8, py - at[1] * 10, { font, fill: theme.ink, align, halo: theme.surface });
  }
}

/** The sphere and what lies behind its centre: far points are drawn below it. */
export function drawGlobe(pen: Pen, theme: Theme, scene: Scene, frame: Frame, details: PlotDetails): void {
  inFrame(pen, frame, () => {
    if (scene.ball !== null) {
      drawDepths(pen, theme, scene, frame, "behind");
      const pixels = (radius: number) => radiusIn(frame, radius);
      drawBall(pen, theme, frame.x(0), frame.y(0), scene.ball, pixels, scene.broken !== null);
      if (scene.ball.radius > 0) drawGraticule(pen, theme, frame, details.turn, scene.ball.radius);
    }
    drawTriad(pen, theme, frame, details);
  });
}

/** Size and opacity of a point behind the centre, relative to one before it. */
const BEHIND = { size: 0.8, alpha: 0.85, mark: 0.65 } as const;

type Side = "before" | "behind";

/** Points and pulls on one side of the centre. Behind: smaller, paler and crossed out; its pulls dashed. */
function drawDepths(pen: Pen, theme: Theme, scene: Scene, frame: Frame, side: Side): void {
  const behind = side === "behind";
  const here = (i: number) => (scene.depth?.[i] ?? 0) < 0 === behind;
  const radius = radiusOf(frame, scene.x.length);
  const { point, share } = scene.pulls;
  point.forEach((i, k) => {
    if (!here(i)) return;
    pen.save();
    pen.beginPath();
    pen.moveTo(frame.x(0), frame.y(0));
    pen.lineTo(frame.x(scene.x[i] as number), frame.y(scene.y[i] as number));
    pen.lineWidth = 0.8 + 1.6 * (share[k] as number);
    pen.globalAlpha = behind ? 0.35 : 0.6;
    pen.setLineDash(behind ? [3, 3] : []);
    pen.strokeStyle = theme.pair;
    pen.stroke();
    pen.restore();
  });
  for (const role of [PENDING, INSIDE, OUTSIDE, BOUNDARY]) {
    const some = Array.from(scene.role.keys()).filter((i) => scene.role[i] === role && here(i));
    if (some.length === 0) continue;
    const [x, y] = [some.map((i) => scene.x[i] as number), some.map((i) => scene.y[i] as number)];
    const sizes = some.map((i) => radius(scene.weight[i] as number) * (behind ? BEHIND.size : 1));
    const look = LOOKS[role];
    const style = look === undefined ? { fill: theme.surface, stroke: theme.grid } : pointStyle(theme, look);
    symbols(pen, frame, x, y, sizes, look?.shape ?? "circle", behind ? { ...style, alpha: BEHIND.alpha } : style);
    if (!behind) continue;
    const marks = sizes.map((size) => size * BEHIND.mark);
    const ink = look?.open === false ? theme.surface : theme.ink;
    symbols(pen, frame, x, y, marks, "cross", { stroke: ink, width: 1.25, alpha: BEHIND.alpha });
  }
}

/** What lies before the sphere's centre, and the centre; without a sphere all points, the far ones first. */
export function drawTurnedPoints(pen: Pen, theme: Theme, scene: Scene, frame: Frame): void {
  inFrame(pen, frame, () => {
    const { ball, broken } = scene;
    if (ball === null) drawDepths(pen, theme, scene, frame, "behind");
    else drawCentre(pen, theme, frame.x(0), frame.y(0));
    if (broken?.ball) {
      const { x, y, radius } = broken.ball;
      const at = [frame.x(x), frame.y(y), radiusIn(frame, radius)] as const;
      drawBrokenBall(pen, theme, broken, at, [frame.x(0), frame.y(0)]);
    }
    drawDepths(pen, theme, scene, frame, "before");
    drawPair(pen, theme, scene, frame);
  });
}
