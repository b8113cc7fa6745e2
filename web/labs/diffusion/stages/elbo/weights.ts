// The weights w_t as bars, and over them the divergence of each step beside the weighted error that it is.

import { formatNumber } from "../../../../host/format-number.ts";
import { format } from "../../../../host/messages/format.ts";
import { type Frame, fontOf } from "../../../../plot/frame.ts";
import { bars, label, symbol } from "../../../../plot/marks.ts";
import type { Theme } from "../../../../plot/palette.ts";
import type { Pen } from "../../../../plot/pen.ts";
import { elbo } from "../../messages/elbo.en.ts";
import { type Chart, drawMark, lineItem, logDomain, logLine, stepAxis, stepsTo, stepTicks } from "./chart.ts";
import type { WeightsFrame } from "./request.ts";
import type { Look } from "./scene.ts";

const words = elbo.weights;
/** The divergence wide and pale, the weighted error thin and dashed on it: one line where they are the same. */
const KL: Look = { colour: "upper", dash: [] };
const MSE: Look = { colour: "ink", dash: [4, 4] };

export const weights: Chart<WeightsFrame> = {
  axes(_, { picture }) {
    const { weight, kl, mse } = picture;
    return {
      x: { domain: stepAxis(weight.length), label: elbo.axis.t, grid: false, ...stepTicks(weight.length) },
      y: { domain: logDomain([...weight, ...kl, ...mse]), log: true, label: elbo.axis.weight },
    };
  },

  legend: (_, { least }) => [
    { swatch: { area: "inside", alpha: 0.5 }, text: words.legend.weight },
    lineItem(KL, words.legend.kl),
    lineItem(MSE, words.legend.mse),
    ...(least === null
      ? []
      : [
          {
            swatch: { point: { colour: "accent", shape: "triangle-up", open: false } },
            text: words.legend.least,
          } as const,
        ]),
  ],

  draw(pen, theme, frame, { t }, { picture, least }) {
    const { weight, kl, mse } = picture;
    const T = weight.length;
    const xs = stepsTo(T);
    const width = Math.max(1, ((frame.right - frame.left) / T) * 0.8);
    const [low] = frame.y.domain;
    bars(pen, frame, xs.slice(1), weight.subarray(1), width, { fill: theme.inside, alpha: 0.5 }, low);
    if (t > 1) bars(pen, frame, [t], [weight[t - 1] as number], Math.max(3, width), { fill: theme.accent }, low);
    drawInfinite(pen, theme, frame, Math.min(24, Math.max(4, width)));
    drawMark(pen, theme, frame, t);
    logLine(pen, theme, frame, xs, kl, KL, 7, 0.55);
    logLine(pen, theme, frame, xs, mse, MSE, 2);
    if (least === null) return;
    const [px, py] = [frame.x(least.t), frame.y(least.weight)];
    // Below the top of its bar: above it are the curves.
    symbol(pen, "triangle-up", px, py + 8, 6, { fill: theme.accent, stroke: theme.surface, width: 1.5 });
    const text = format(words.readings.leastText, { weight: formatNumber(least.weight), t: least.t });
    const away = px - frame.left < 60 ? "left" : frame.right - px < 60 ? "right" : "center";
    label(pen, text, px, py + 25, {
      ...{ font: fontOf(theme, 12, 600), fill: theme.ink, halo: theme.surface, align: away },
    });
  },

  readings({ t }, { picture, least }) {
    const names = words.readings;
    const at = (values: Float64Array) => formatNumber(values[t - 1] as number, 6);
    return [
      { id: "t", name: names.t, value: String(t) },
      { id: "weight", name: names.weight, value: at(picture.weight) },
      { id: "kl", name: names.kl, value: at(picture.kl) },
      { id: "mse", name: names.mse, value: at(picture.mse) },
      { id: "error2", name: names.error2, value: formatNumber(picture.error2, 6) },
      ...(least === null
        ? []
        : [
            {
              id: "least",
              name: names.least,
              value: format(names.leastText, { weight: formatNumber(least.weight, 4), t: least.t }),
            },
          ]),
    ];
  },

  notes: (_, { least }) => [least === null ? words.only : words.note],

  sentence: (_, { picture, least }) =>
    least === null
      ? words.describeOne
      : format(words.describe, { T: picture.weight.length, weight: formatNumber(least.weight), t: least.t }),
};

/** The first weight goes on beyond the top: drawn as such, never as a bar of some height. */
function drawInfinite(pen: Pen, theme: Theme, frame: Frame, width: number): void {
  const x = frame.x(1);
  pen.save();
  pen.strokeStyle = theme.above;
  pen.lineWidth = width;
  pen.setLineDash([3, 3]);
  pen.beginPath();
  pen.moveTo(x, frame.bottom);
  pen.lineTo(x, frame.top + 6);
  pen.stroke();
  pen.restore();
  symbol(pen, "triangle-up", x, frame.top + 6, 7, { fill: theme.above });
  label(pen, words.infinite, x + 16, frame.top + 9, {
    ...{ font: fontOf(theme, 13, 600), fill: theme.above, halo: theme.surface },
  });
}
