// One dimension: three densities over x_{t-1}; below the axis, lanes for the arrows of noise and the means they give.
import { drawLegend, type Legend, layLegend } from "../../../../kit/charts/legend.ts";
import { drawFrame, type Frame, inFrame, layFrame } from "../../../../plot/frame.ts";
import { polyline, symbol } from "../../../../plot/marks.ts";
import { segments } from "../../../../plot/more-marks.ts";
import type { Theme } from "../../../../plot/palette.ts";
import type { Pen, Size } from "../../../../plot/pen.ts";
import { posterior as words } from "../../messages/posterior.en.ts";
import { drawMean, drawMeans, drawNoise, drawPlace, drawTip, hatched } from "./draw.ts";
import type { Curve } from "./request.ts";
import { LOOKS, legendOf, type Scene } from "./scene.ts";
import type { Span } from "./window.ts";

export interface Layout {
  readonly frame: Frame;
  readonly legend: Legend;
}

/** Heights of the lanes below the axis, in units of the largest density. */
export const LANE = { eps: -0.2, guess: -0.32, means: -0.45 } as const;
/** Where a Gaussian is one standard deviation from its mean. */
const ONE_SD = Math.exp(-0.5);

export function layLine(pen: Pen, size: Size, theme: Theme, scene: Scene): Layout {
  const legend = layLegend(pen, size.width - 8, theme, legendOf(scene));
  const frame = layFrame(pen, size, theme, {
    x: { domain: scene.view[0] as Span, label: words.axis.line },
    y: {
      domain: [scene.guess === null ? -0.3 : -0.55, 1.1],
      label: words.axis.density,
      ticks: [0, 0.5, 1],
      grid: false,
    },
    top: legend.height,
    right: 12,
  });
  return { frame, legend };
}

export function drawLine(pen: Pen, theme: Theme, scene: Scene, { frame, legend }: Layout): void {
  drawFrame(pen, frame, theme);
  drawLegend(pen, legend, 4, theme);
  inFrame(pen, frame, () => {
    const zero: Span = [0, 0];
    segments(pen, frame, [frame.x.domain[0]], zero, [frame.x.domain[1]], zero, { stroke: theme.muted, width: 1 });
    if (scene.frame === null) return;
    const { answer, prior, likelihood, product } = scene.frame;
    drawCurve(pen, theme, frame, "likelihood", likelihood, answer.likelihoodMean, answer.likelihoodVariance);
    drawCurve(pen, theme, frame, "prior", prior, answer.priorMean, answer.priorVariance);
    drawCurve(pen, theme, frame, "product", product, answer.mean, answer.variance);
    if (scene.point) drawSpike(pen, theme, frame, answer.mean[0] as number);
    drawLanes(pen, theme, frame, scene);
  });
  // Not clipped: at the edge of the frame a place is still whole.
  if ((scene.x0[0] as number) >= frame.x.domain[0] && (scene.x0[0] as number) <= frame.x.domain[1])
    drawPlace(pen, theme, "x0", [frame.x(scene.x0[0] as number), frame.y(0)], words.marks.x0, true);
  if ((scene.xt[0] as number) >= frame.x.domain[0] && (scene.xt[0] as number) <= frame.x.domain[1])
    drawPlace(pen, theme, "xt", [frame.x(scene.xt[0] as number), frame.y(0)], words.marks.xt, true);
}

function drawCurve(
  pen: Pen,
  theme: Theme,
  frame: Frame,
  which: keyof typeof LOOKS,
  curve: Curve | null,
  means: Float64Array,
  variance: number,
): void {
  if (curve === null) return;
  const { colour, dash, hatch } = LOOKS[which];
  const { u, density } = curve;
  const [first, last] = [frame.x(u[0] as number), frame.x(u[u.length - 1] as number)];
  hatched(pen, theme[colour], hatch, { ...frame, left: first, right: last, bottom: frame.y(0) }, () => {
    pen.moveTo(first, frame.y(0));
    for (let i = 0; i < u.length; ++i) pen.lineTo(frame.x(u[i] as number), frame.y(density[i] as number));
    pen.lineTo(last, frame.y(0));
    pen.closePath();
  });
  polyline(pen, frame, u, density, { stroke: theme[colour], width: 2.4, dash });
  // The mean, and one standard deviation to either side: there every Gaussian has fallen to e^(-1/2).
  const [mean, sd] = [means[0] as number, Math.sqrt(variance)];
  const thin = { stroke: theme[colour], width: 1.5, dash };
  segments(pen, frame, [mean], [0], [mean], [1], thin);
  segments(pen, frame, [mean - sd], [ONE_SD], [mean + sd], [ONE_SD], { ...thin, dash: [] });
  for (const end of [mean - sd, mean + sd])
    symbol(pen, "circle", frame.x(end), frame.y(ONE_SD), 2.5, { fill: theme[colour] });
}

/** A point mass: no width to draw, and none is made up. */
function drawSpike(pen: Pen, theme: Theme, frame: Frame, at: number): void {
  const { colour } = LOOKS.product;
  segments(pen, frame, [at], [0], [at], [1], { stroke: theme[colour], width: 3 });
  symbol(pen, "circle", frame.x(at), frame.y(1), 6, { fill: theme[colour], stroke: theme.surface, width: 1.5 });
}

function drawLanes(pen: Pen, theme: Theme, frame: Frame, { frame: answered, xt, guess }: Scene): void {
  if (answered === null) return;
  const { answer } = answered;
  const from = xt[0] as number;
  const lane = (tip: number, y: number) =>
    [
      [from, y],
      [from + tip, y],
    ] as const;
  drawNoise(pen, theme, frame, "eps", lane(answer.eps[0] as number, LANE.eps), words.marks.eps);
  if (guess === null) return;
  const tip = guess[0] as number;
  drawNoise(pen, theme, frame, "guess", lane(tip, LANE.guess), words.marks.guess);
  drawTip(pen, theme, [frame.x(from + tip), frame.y(LANE.guess)]);
  const y = frame.y(LANE.means);
  drawMean(pen, theme, [frame.x(answer.mean[0] as number), y]);
  drawMeans(
    pen,
    theme,
    [frame.x(answer.noiseForm[0] as number), y],
    answer.posteriorForm && [frame.x(answer.posteriorForm[0] as number), y],
  );
}
