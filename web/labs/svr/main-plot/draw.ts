// The drawing of the main plot. Pure: (pen, size, theme, scene) -> strokes; the same functions draw the canvas, the PNG and
// the SVG.
import { drawLegend, type Legend, layLegend } from "../../../kit/charts/legend.ts";
import { brokenLine, brokenMark, FADED } from "../../../kit/main-plot/broken.ts";
import { drawPoints as drawCases } from "../../../kit/main-plot/looks.ts";
import { drawFrame, type Frame, inFrame, layFrame } from "../../../plot/frame.ts";
import { band, polyline, symbols, whiskers } from "../../../plot/marks.ts";
import type { Theme } from "../../../plot/palette.ts";
import type { Pen, Size } from "../../../plot/pen.ts";
import { LOOKS, TUBE_ALPHA } from "../looks.ts";
import { legendItems } from "./legend.ts";
import type { Scene } from "./scene.ts";

export interface AxisNames {
  readonly x: string;
  readonly y: string;
}

export interface Layout {
  readonly frame: Frame;
  readonly legend: Legend;
}

/** Where everything goes in `size`. */
export function layMainPlot(pen: Pen, size: Size, theme: Theme, scene: Scene, names: AxisNames): Layout {
  const legend = layLegend(pen, size.width - 8, theme, legendItems(scene));
  const frame = layFrame(pen, size, theme, {
    x: { domain: scene.window.x, label: names.x },
    y: { domain: scene.window.y, label: names.y },
    top: legend.height,
  });
  return { frame, legend };
}

/** Most whiskers drawn dashed and with a foot: 3000 of those take 200 ms, plain ones 0.5 ms. */
const FINE = 400;

function shifted(values: ArrayLike<number>, by: number): Float64Array {
  return Float64Array.from(values, (value) => value + by);
}

/** Axes, tube, fit and slack: what a new answer changes. */
export function drawBack(pen: Pen, theme: Theme, scene: Scene, { frame, legend }: Layout): void {
  drawFrame(pen, frame, theme);
  drawLegend(pen, legend, 4, theme);
  const { curve, tube, lift, broken } = scene;
  inFrame(pen, frame, () => {
    if (curve === null) return;
    const strength = broken === null ? 1 : FADED;
    const [low, high] = [shifted(curve.f, -tube), shifted(curve.f, tube)];
    band(pen, frame, curve.x, low, high, { fill: theme.tube, alpha: TUBE_ALPHA * strength });
    for (const edge of [low, high])
      polyline(pen, frame, curve.x, edge, { stroke: theme.tube, width: 1, alpha: 0.6 * strength });
    const slack = scene.whiskers;
    const stroke = theme.muted;
    if (slack.x.length <= FINE)
      whiskers(pen, frame, slack.x, slack.from, slack.to, { stroke, width: 1.25, dash: [3, 2] }, 3);
    else whiskers(pen, frame, slack.x, slack.from, slack.to, { stroke, width: 1, alpha: 0.5 });
    polyline(pen, frame, curve.x, curve.f, { stroke: theme.fit, width: 2.25, alpha: strength });
    if (broken?.curve) polyline(pen, frame, broken.curve.x, broken.curve.f, brokenLine(theme));
    if (lift === null) return;
    const trial = shifted(curve.f, lift);
    for (const edge of [shifted(trial, -tube), shifted(trial, tube)]) {
      polyline(pen, frame, curve.x, edge, { stroke: theme.accent, width: 1, dash: [2, 4] });
    }
    polyline(pen, frame, curve.x, trial, { stroke: theme.accent, width: 2.25, dash: [7, 5] });
  });
}

/** Inside first: support vectors are drawn on top of the others. */
const PILE = [2, 0, 4, 1, 3];

/** The points: what the state changes. */
export function drawPoints(pen: Pen, theme: Theme, scene: Scene, { frame }: Layout): void {
  drawCases(pen, theme, frame, scene, LOOKS, PILE);
  const points = scene.broken?.points;
  if (points) inFrame(pen, frame, () => symbols(pen, frame, points.x, points.y, 4, "cross", brokenMark(theme)));
}
