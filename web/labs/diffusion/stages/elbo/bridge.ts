// From a VAE (T = 1) to many steps: what the bound lacks with a perfect network, for three variances of the reverse steps.

import { formatNumber } from "../../../../host/format-number.ts";
import { format } from "../../../../host/messages/format.ts";
import { log } from "../../../../plot/log-scale.ts";
import { MAX_T } from "../../fields.ts";
import { elbo } from "../../messages/elbo.en.ts";
import { type Chart, drawMark, drawValue, lineItem, logDomain, logLine } from "./chart.ts";
import { VARIANCES } from "./fields.ts";
import type { BridgeFrame } from "./request.ts";
import { LOOKS } from "./scene.ts";

const words = elbo.bridge;

export const bridge: Chart<BridgeFrame> = {
  axes({ curve }, { gap }) {
    const values = [...curve, gap].flatMap((each) => VARIANCES.map((which) => each[which]));
    return {
      x: { domain: [0.85, 1.15 * MAX_T], scale: log, label: elbo.axis.T },
      y: { domain: logDomain(values), scale: log, label: elbo.axis.gap },
    };
  },

  legend: () => VARIANCES.map((which) => lineItem(LOOKS[which], words.legend[which])),

  heard: ({ state, curve }) => ({
    x: curve.map(({ T }) => T),
    y: curve.map((each) => each[state.elboVariance]),
    name: format(elbo.heard, { name: words.legend[state.elboVariance] }),
  }),

  draw(pen, theme, frame, { curve }, { gap }) {
    drawMark(pen, theme, frame, gap.T);
    const xs = curve.map(({ T }) => T);
    for (const which of VARIANCES)
      logLine(
        pen,
        theme,
        frame,
        xs,
        curve.map((each) => each[which]),
        LOOKS[which],
      );
    for (const which of VARIANCES) drawValue(pen, theme, frame, gap.T, gap[which], LOOKS[which].colour);
  },

  told({ state: { elboVariance: which }, curve }, _, T) {
    const found = curve.find((each) => each.T === T);
    return found ? format(words.told, { variance: words.legend[which], gap: formatNumber(found[which]) }) : "";
  },

  readings(_, { gap, prior, entropy }) {
    const names = words.readings;
    const nats = (value: number) => format(names.nats, { value: formatNumber(value, 4) });
    return [
      { id: "T", name: names.T, value: String(gap.T) },
      ...VARIANCES.map((which) => ({ id: which, name: names[which], value: nats(gap[which]) })),
      { id: "prior", name: names.prior, value: nats(prior) },
      { id: "entropy", name: names.entropy, value: nats(entropy) },
    ];
  },

  notes: ({ state }, { gap }) => [
    ...(gap.T === 1 ? [words.one] : []),
    words.note,
    ...(state.schedule === "cosine" ? [words.capped] : []),
  ],

  sentence: (_, { gap }) =>
    format(words.describe, {
      ...{
        T: gap.T,
        posterior: formatNumber(gap.posterior),
        forward: formatNumber(gap.forward),
        best: formatNumber(gap.best),
      },
    }),
};
