// 4b: two Gaussians in x_{t-1} multiply. On the line the curves of both and of their product, and over it what the formula says of
// that product; in the plane the circles of one standard deviation.
import { html } from "lit";
import { formatNumber } from "../../../host/format-number.ts";
import { format } from "../../../host/messages/format.ts";
import { brokenLine, GHOST } from "../../../kit/claim-plots/axes.ts";
import { figureWith, type KeyEntry } from "../../../kit/claims/claim-figure.ts";
import { live, readings, surfaceIn } from "../../../kit/claims/claim-plot.ts";
import { drawFrame, inFrame, layFrame } from "../../../plot/frame.ts";
import { polyline, type Style, symbol } from "../../../plot/marks.ts";
import { segments } from "../../../plot/more-marks.ts";
import type { Theme } from "../../../plot/palette.ts";
import type { Pen, Size } from "../../../plot/pen.ts";
import { controls, layPlane, type MountDiffusionClaimPlot, type PictureOf, showing, words } from "./context.ts";

type Picture = PictureOf<"4b">;

/** A Gaussian one standard deviation from its mean, in units of its largest value. */
const AT_ONE_SD = Math.exp(-0.5);

const texts = words.posterior;

export const mountPosterior: MountDiffusionClaimPlot = (root, context) => {
  const { picture, drawn, broken } = showing(context, "4b");
  const curves = (wrong: boolean): readonly KeyEntry[] => [
    ["dash", "dual", texts.prior],
    ["dots", "primal", texts.likelihood],
    ["wide", "tube", texts.product],
    ["dot", wrong ? "fail" : "ink", wrong ? texts.formulaBroken : texts.formula],
  ];
  const circles = (wrong: boolean): readonly KeyEntry[] => [
    ["diamond", "ink", words.x0],
    ["square", "ink", words.xt],
    ["ring", "dual", texts.priorCircle],
    ["ring", "primal", texts.likelihoodCircle],
    ["ring", "tube", texts.posteriorCircle],
    ...(wrong ? [["ring", "fail", texts.brokenCircle] as const] : []),
  ];
  const template = () => {
    const now = picture();
    const wrong = broken() && now?.point === false;
    const caption = now?.point ? texts.pointCaption : wrong ? texts.brokenCaption : texts.caption;
    const values = now && { t: now.t, mean: pair(now.mean), sd: formatNumber(Math.sqrt(now.variance), 3) };
    return html`
      ${controls(context, "4b")}
      ${figureWith("claim-gaussians", curves(wrong), values === null ? "" : format(caption, values), curves(!wrong))}
      ${figureWith("claim-means", circles(wrong), wrong ? texts.planeBroken : texts.planeCaption, circles(!wrong))}
      ${
        now === null
          ? ""
          : readings([
              [texts.priorVariance, formatNumber(now.priorVariance, 4)],
              [texts.likelihoodVariance, formatNumber(now.likelihoodVariance, 4)],
              [texts.variance, formatNumber(now.variance, 4)],
            ])
      }
    `;
  };
  return live(root, context, template, () => {
    const line = surfaceIn(root, "claim-gaussians", drawn(drawLine), texts.name);
    const plane = surfaceIn(root, "claim-means", drawn(drawPlane), texts.planeName);
    const update = () => {
      const now = picture();
      if (now === null) return;
      const [mean, variance] = [pair(now.mean), formatNumber(now.variance)];
      line.describe(format(texts.describe, { t: now.t, mean: formatNumber(now.mean[0] ?? 0), variance }));
      plane.describe(format(texts.planeDescribe, { x0: pair(now.x0), xt: pair(now.xt), mean }));
    };
    return { surfaces: [line, plane], update };
  });
};

function pair(place: Float64Array): string {
  return `(${[...place].map((value) => formatNumber(value, 3)).join(", ")})`;
}

function drawLine(pen: Pen, size: Size, theme: Theme, now: Picture, broken: boolean): void {
  const { point, mean, variance, u, prior, likelihood, product } = now;
  const wrong = broken && !point;
  const [centre = 0, sd] = [mean[0], Math.sqrt(variance)];
  const domain = point ? ([centre - 1, centre + 1] as const) : ([u[0] ?? 0, u.at(-1) ?? 1] as const);
  const frame = layFrame(pen, size, theme, {
    x: { domain, label: texts.axis },
    y: { domain: [0, 1.08], label: texts.axisDensity },
  });
  drawFrame(pen, frame, theme);
  inFrame(pen, frame, () => {
    polyline(pen, frame, u, product, { stroke: theme.tube, width: 6, alpha: 0.5 });
    polyline(pen, frame, u, prior, { stroke: theme.dual, width: 2, dash: [7, 4] });
    polyline(pen, frame, u, likelihood, { stroke: theme.primal, width: 2, dash: [2, 3] });
    // One standard deviation to either side a Gaussian has come down to the same share of its top, whatever its width.
    if (point) segments(pen, frame, [centre], [0], [centre], [1], { stroke: theme.tube, width: 2 });
    else {
      const bar = (of: number, half: number, style: Style) =>
        segments(pen, frame, [of - half], [AT_ONE_SD], [of + half], [AT_ONE_SD], style);
      if (wrong)
        bar(now.intactMean[0] ?? 0, Math.sqrt(now.intactVariance), { stroke: theme.ink, width: 4, alpha: GHOST });
      bar(centre, sd, wrong ? brokenLine(theme) : { stroke: theme.ink, width: 2 });
    }
  });
  const top = point ? 0 : AT_ONE_SD;
  symbol(pen, "circle", frame.x(centre), frame.y(top), 5, {
    ...{ fill: wrong ? theme.fail : theme.ink, stroke: theme.surface, width: 1.5 },
  });
}

function drawPlane(pen: Pen, size: Size, theme: Theme, now: Picture, broken: boolean): void {
  const {
    x0,
    xt,
    mean,
    variance,
    intactMean,
    intactVariance,
    priorMean,
    priorVariance,
    likelihoodMean,
    likelihoodVariance,
    point,
  } = now;
  const wrong = broken && !point;
  const circles = [
    { at: priorMean, sd: Math.sqrt(priorVariance), stroke: theme.dual, width: 1.75 },
    { at: likelihoodMean, sd: Math.sqrt(likelihoodVariance), stroke: theme.primal, width: 1.75 },
    { at: intactMean, sd: Math.sqrt(intactVariance), stroke: theme.tube, width: 3, alpha: wrong ? GHOST : 1 },
    ...(wrong ? [{ at: mean, sd: Math.sqrt(variance), stroke: theme.fail, width: 2.5, dash: [6, 4] }] : []),
  ];
  const corners = circles.flatMap(({ at: [x = 0, y = 0], sd }) => [x - sd, y - sd, x + sd, y + sd]);
  const frame = layPlane(pen, size, theme, [x0, xt, corners]);
  const unit = frame.x(1) - frame.x(0);
  const at = ([x = 0, y = 0]: Float64Array) => [frame.x(x), frame.y(y)] as const;
  inFrame(pen, frame, () => {
    const [[x = 0, y = 0], [toX = 0, toY = 0]] = [priorMean, likelihoodMean];
    segments(pen, frame, [x], [y], [toX], [toY], { stroke: theme.muted, width: 1, dash: [3, 3] });
    for (const { at: place, sd, ...style } of circles) {
      const { stroke } = style;
      symbol(pen, "circle", ...at(place), sd * unit, style);
      symbol(pen, "circle", ...at(place), point ? 4 : 2.5, { fill: stroke });
    }
  });
  symbol(pen, "diamond", ...at(x0), 5.5, { fill: theme.ink, stroke: theme.surface, width: 1.5 });
  symbol(pen, "square", ...at(xt), 5, { fill: theme.ink, stroke: theme.surface, width: 1.5 });
}
