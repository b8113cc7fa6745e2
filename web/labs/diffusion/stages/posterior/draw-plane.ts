// Two dimensions: one and two standard deviations of the three Gaussians as circles, the mean as a sum of two arrows, the noises.
import { drawLegend, layLegend } from "../../../../kit/charts/legend.ts";
import { formula } from "../../../../plot/formula.ts";
import { drawFrame, type Frame, inFrame, layFrame, within } from "../../../../plot/frame.ts";
import { symbol, symbols } from "../../../../plot/marks.ts";
import { arrow } from "../../../../plot/more-marks.ts";
import type { Theme } from "../../../../plot/palette.ts";
import { type Pen, type Size, saved } from "../../../../plot/pen.ts";
import { posterior as words } from "../../messages/posterior.en.ts";
import { drawMean, drawMeans, drawNoise, drawPlace, drawTip } from "./draw.ts";
import type { Layout } from "./draw-line.ts";
import { LOOKS, legendOf, type Scene } from "./scene.ts";
import type { Span } from "./window.ts";

type At = readonly [x: number, y: number];
const place = (values: ArrayLike<number>): At => [values[0] as number, values[1] as number];
const plus = (a: At, b: At): At => [a[0] + b[0], a[1] + b[1]];

export function layPlane(pen: Pen, size: Size, theme: Theme, scene: Scene): Layout {
  const legend = layLegend(pen, size.width - 8, theme, legendOf(scene));
  const frame = layFrame(pen, size, theme, {
    x: { domain: scene.view[0] as Span, label: words.axis.first },
    y: { domain: scene.view[1] as Span, label: words.axis.second },
    ...{ top: legend.height, right: 12, aspect: 1 },
  });
  return { frame, legend };
}

export function drawPlane(pen: Pen, theme: Theme, scene: Scene, { frame, legend }: Layout): void {
  drawFrame(pen, frame, theme);
  drawLegend(pen, legend, 4, theme);
  const pixel = ([x, y]: At): At => [frame.x(x), frame.y(y)];
  const [x0, xt] = [place(scene.x0), place(scene.xt)];
  inFrame(pen, frame, () => {
    if (scene.frame === null) return;
    const { answer, best, points } = scene.frame;
    if (points !== null) drawPoints(pen, theme, frame, points);
    circles(pen, theme, frame, "likelihood", place(answer.likelihoodMean), answer.likelihoodVariance);
    circles(pen, theme, frame, "prior", place(answer.priorMean), answer.priorVariance);
    circles(pen, theme, frame, "product", place(answer.mean), answer.variance);

    // The mean is what x_0 and x_t give to it, one after the other.
    const [shareX0, mean] = [place(answer.shareX0), place(answer.mean)];
    share(pen, theme, pixel([0, 0]), pixel(shareX0), words.marks.shareX0, []);
    share(pen, theme, pixel(shareX0), pixel(mean), words.marks.shareXt, [4, 3]);
    symbol(pen, "plus", ...pixel([0, 0]), 5, { stroke: theme.muted, width: 1.5 });

    if (best !== null) drawNoise(pen, theme, frame, "best", [xt, plus(xt, place(best.eps))], words.marks.best);
    drawNoise(pen, theme, frame, "eps", [xt, plus(xt, place(answer.eps))], words.marks.eps);
    if (scene.guess !== null) {
      const tip = plus(xt, place(scene.guess));
      drawNoise(pen, theme, frame, "guess", [xt, tip], words.marks.guess);
      drawTip(pen, theme, pixel(tip));
    }
  });
  if (within(frame, ...pixel(x0))) drawPlace(pen, theme, "x0", pixel(x0), words.marks.x0, false);
  if (within(frame, ...pixel(xt))) drawPlace(pen, theme, "xt", pixel(xt), words.marks.xt, false);
  inFrame(pen, frame, () => {
    if (scene.frame === null) return;
    const { mean, noiseForm, posteriorForm } = scene.frame.answer;
    if (scene.point) symbol(pen, "circle", ...pixel(place(mean)), 13, { stroke: theme.tube, width: 3 });
    else drawMean(pen, theme, pixel(place(mean)));
    if (scene.guess !== null)
      drawMeans(pen, theme, pixel(place(noiseForm)), posteriorForm && pixel(place(posteriorForm)));
  });
}

/** Where x_0 may have been, faint: what the best guess weighs. */
function drawPoints(pen: Pen, theme: Theme, frame: Frame, points: Float64Array): void {
  const n = points.length / 2;
  const axis = (c: 0 | 1) => Float64Array.from({ length: n }, (_, i) => points[2 * i + c] as number);
  symbols(pen, frame, axis(0), axis(1), 1.8, "circle", { fill: theme.inside, alpha: 0.45 });
}

function circles(pen: Pen, theme: Theme, frame: Frame, which: keyof typeof LOOKS, [x, y]: At, variance: number): void {
  if (!(variance > 0)) return;
  const { colour, dash } = LOOKS[which];
  const sd = Math.abs(frame.x(x + Math.sqrt(variance)) - frame.x(x));
  const [px, py] = [frame.x(x), frame.y(y)];
  saved(pen, () => {
    pen.strokeStyle = theme[colour];
    pen.fillStyle = theme[colour];
    pen.setLineDash([...dash]);
    for (const [sds, width, tint] of [
      [2, 1.3, 0.05],
      [1, 2.2, 0.1],
    ] as const) {
      pen.beginPath();
      pen.arc(px, py, sds * sd, 0, 2 * Math.PI);
      pen.globalAlpha = which === "product" ? 2 * tint : tint;
      pen.fill();
      pen.globalAlpha = 1;
      pen.lineWidth = width;
      pen.stroke();
    }
  });
  if (which !== "product")
    symbol(pen, which === "prior" ? "plus" : "cross", px, py, 5, { stroke: theme[colour], width: 2 });
}

function share(pen: Pen, theme: Theme, from: At, to: At, name: string, dash: readonly number[]): void {
  arrow(pen, ...from, ...to, { stroke: theme.muted, width: 1.5, dash }, 8);
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  if (length < 50) return;
  const [px, py] = [from[0] + dx / 2 + (dy / length) * 24, from[1] + dy / 2 - (dx / length) * 14];
  formula(pen, name, px, py, { fill: theme.muted, halo: theme.surface, size: 13, align: "center" });
}
