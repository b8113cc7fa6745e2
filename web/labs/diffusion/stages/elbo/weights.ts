// The weights w_t as a line (bars mean nothing on a logarithmic axis), and over them the divergence of each step beside the weighted error that it is.

import { formatNumber } from "../../../../host/format-number.ts";
import { format } from "../../../../host/messages/format.ts";
import { wordColour } from "../../../../plot/colours.ts";
import { type Frame, fontOf } from "../../../../plot/frame.ts";
import { log } from "../../../../plot/log-scale.ts";
import { label, rule, symbol } from "../../../../plot/marks.ts";
import type { Theme } from "../../../../plot/palette.ts";
import type { Pen } from "../../../../plot/pen.ts";
import { elbo } from "../../messages/elbo.en.ts";
import {
  type Chart,
  drawMark,
  drawValue,
  lineItem,
  logDomain,
  logLine,
  stepAxis,
  stepsTo,
  stepTicks,
} from "./chart.ts";
import type { WeightsFrame } from "./request.ts";
import type { Look } from "./scene.ts";

const words = elbo.weights;
const WEIGHT: Look = { colour: "inside", dash: [] };
/** The divergence wide and pale, the weighted error thin and dashed on it: one line where they are the same. */
const KL: Look = { colour: "upper", dash: [] };
const MSE: Look = { colour: "ink", dash: [4, 4] };

export const weights: Chart<WeightsFrame> = {
  axes(_, { picture }) {
    const { weight, kl, mse } = picture;
    return {
      x: { domain: stepAxis(weight.length), label: elbo.axis.t, grid: false, ...stepTicks(weight.length) },
      y: { domain: logDomain([...weight, ...kl, ...mse]), scale: log, label: elbo.axis.weight },
    };
  },

  legend: (_, { least }) => [
    lineItem(WEIGHT, words.legend.weight),
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

  heard: (_, { picture: { kl } }) => ({
    x: stepsTo(kl.length),
    y: kl,
    name: format(elbo.heard, { name: words.legend.kl }),
  }),

  draw(pen, theme, frame, { t }, { picture, least }) {
    const { weight, kl, mse } = picture;
    const T = weight.length;
    const xs = stepsTo(T);
    drawInfinite(pen, theme, frame);
    drawMark(pen, theme, frame, t);
    logLine(pen, theme, frame, xs.slice(1), weight.subarray(1), WEIGHT, 2.5);
    logLine(pen, theme, frame, xs, kl, KL, 7, 0.55);
    logLine(pen, theme, frame, xs, mse, MSE, 2);
    if (least === null) return;
    if (t > 1) drawValue(pen, theme, frame, t, weight[t - 1] as number, WEIGHT.colour);
    const [px, py] = [frame.x(least.t), frame.y(least.weight)];
    // Below its point: above it are the curves.
    symbol(pen, "triangle-up", px, py + 12, 6, { fill: theme.accent, stroke: theme.surface, width: 1.5 });
    // Beside the triangle and the line of the step on show, where there is more room.
    const text = format(words.readings.leastText, { weight: formatNumber(least.weight), t: least.t });
    const right = px < (frame.left + frame.right) / 2;
    label(pen, text, px + (right ? 14 : -14), py + 15, {
      ...{ font: fontOf(theme, 12, 600), fill: theme.ink, halo: theme.surface, align: right ? "left" : "right" },
    });
  },

  told: (_, { picture: { weight } }, t) => format(words.told, { weight: formatNumber(weight[t - 1] as number, 4) }),

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

/** The first weight lies beyond the top: drawn as such. */
function drawInfinite(pen: Pen, theme: Theme, frame: Frame): void {
  const x = frame.x(1);
  rule(pen, frame, "x", 1, { stroke: theme.above, width: 2, dash: [3, 3] });
  symbol(pen, "triangle-up", x, frame.top + 6, 7, { fill: theme.above });
  label(pen, words.infinite, x + 16, frame.top + 9, {
    ...{ font: fontOf(theme, 13, 600), fill: wordColour(theme, "above"), halo: theme.surface },
  });
}
