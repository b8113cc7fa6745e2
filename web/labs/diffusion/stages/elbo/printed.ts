// Remark 1: the second moment of x_t as the chain has it, and as the printed L_simple would.

import { formatNumber } from "../../../../host/format-number.ts";
import { format } from "../../../../host/messages/format.ts";
import { polyline } from "../../../../plot/marks.ts";
import { elbo } from "../../messages/elbo.en.ts";
import { type Chart, drawMark, drawValue, lineItem, stepAxis, stepsTo, stepTicks } from "./chart.ts";
import type { PrintedFrame } from "./request.ts";
import type { Look } from "./scene.ts";

const words = elbo.printed;
const CHAIN: Look = { colour: "ink", dash: [] };
const PRINTED: Look = { colour: "above", dash: [7, 4] };

export const printed: Chart<PrintedFrame> = {
  // The same axes with and without the printed one: so that the switch only adds a curve.
  axes: (_, { picture }) => ({
    x: {
      domain: stepAxis(picture.second.length),
      label: elbo.axis.t,
      grid: false,
      ...stepTicks(picture.second.length),
    },
    y: { domain: [0, 1.08 * Math.max(...picture.second, ...picture.printed)], label: elbo.axis.moment },
  }),

  legend: ({ state }) => [
    lineItem(CHAIN, words.legend.chain),
    ...(state.elboPrinted ? [lineItem(PRINTED, words.legend.printed)] : []),
  ],

  heard: ({ state }, { picture }) => ({
    x: stepsTo(picture.second.length),
    y: state.elboPrinted ? picture.printed : picture.second,
    name: format(elbo.heard, { name: state.elboPrinted ? words.legend.printed : words.legend.chain }),
  }),

  draw(pen, theme, frame, { t, state }, { picture }) {
    drawMark(pen, theme, frame, t);
    const xs = stepsTo(picture.second.length);
    const curves = [
      [picture.second, CHAIN] as const,
      ...(state.elboPrinted ? [[picture.printed, PRINTED] as const] : []),
    ];
    for (const [values, { colour, dash }] of curves) {
      polyline(pen, frame, xs, values, { stroke: theme[colour], width: 2.4, dash });
      drawValue(pen, theme, frame, t, values[t - 1] as number, colour);
    }
  },

  told: (_, { picture: { second } }, t) => format(words.told, { chain: formatNumber(second[t - 1] as number, 4) }),

  readings({ t, state }, { picture }) {
    const names = words.readings;
    const chain = [
      { id: "t", name: names.t, value: String(t) },
      { id: "chain", name: names.chain, value: formatNumber(picture.second[t - 1] as number, 4) },
    ];
    if (!state.elboPrinted) return chain;
    return [
      ...chain,
      { id: "printed", name: names.printed, value: formatNumber(picture.printed[t - 1] as number, 4) },
      { id: "unit", name: names.unit, value: formatNumber(picture.varianceAtT, 3) },
    ];
  },

  notes: ({ state }) => [format(words.note, { rest: state.elboPrinted ? words.on : words.off })],

  sentence({ state }, { picture }) {
    const last = picture.second.length - 1;
    const chain = { T: last + 1, chain: formatNumber(picture.second[last] as number) };
    if (!state.elboPrinted) return format(words.describe, chain);
    return format(words.describePrinted, { ...chain, printed: formatNumber(picture.printed[last] as number) });
  },
};
