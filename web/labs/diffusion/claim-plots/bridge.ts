// The bridge: what a chain of T steps costs above the entropy of the data even with the best eps, for three reverse variances;
// and which steps the cost comes from.
import { html } from "lit";
import { formatNumber } from "../../../host/format-number.ts";
import { format } from "../../../host/messages/format.ts";
import { live, readings, slider, surfaceIn } from "../../../kit/claims/claim-plot.ts";
import { drawFrame, fontOf, inFrame, layFrame } from "../../../plot/frame.ts";
import { bars, box, label, rule } from "../../../plot/marks.ts";
import type { Theme } from "../../../plot/palette.ts";
import type { Pen, Size } from "../../../plot/pen.ts";
import { extent, padded } from "../../../plot/scale.ts";
import { ELBO } from "../stages/elbo/fields.ts";
import {
  controls,
  type DiffusionClaimPlotContext,
  decades,
  drawOverSteps,
  figureWith,
  type MountDiffusionClaimPlot,
  type PictureOf,
  showing,
  stepsUpTo,
  words,
} from "./context.ts";

type Picture = PictureOf<"4bridge">;

const texts = words.bridge;

export const mountBridge: MountDiffusionClaimPlot = (root, context) => {
  const { picture, drawn } = showing(context, "4bridge", ({ terms }) => terms.length > 0);
  const nats = (value: number, digits = 4) => format(words.nats, { value: formatNumber(value, digits) });
  const template = () => {
    const now = picture();
    return html`
      ${parameters(context)} ${controls(context, "4bridge")}
      ${figureWith("claim-three-gaps", [], texts.caption)}
      ${figureWith("claim-over-steps", [], texts.termsCaption)}
      ${
        now === null
          ? ""
          : readings([
              [texts.entropy, nats(now.entropy)],
              [texts.prior, nats(now.prior, 3)],
              [texts.reconstruction, nats(now.terms[0] ?? 0)],
              [
                texts.drawn,
                format(texts.plusMinus, { value: nats(now.drawn), error: formatNumber(now.drawnError, 2) }),
              ],
            ])
      }
    `;
  };
  return live(root, context, template, () => {
    const gaps = surfaceIn(root, "claim-three-gaps", drawn(drawGaps), texts.name);
    const terms = surfaceIn(root, "claim-over-steps", drawn(drawTerms), texts.termsName);
    const update = () => {
      const now = picture();
      if (now === null) return;
      const [posterior, forward, best] = [
        formatNumber(now.posterior),
        formatNumber(now.forward),
        formatNumber(now.best),
      ];
      gaps.describe(format(texts.describe, { T: now.terms.length, posterior, forward, best }));
    };
    return { surfaces: [gaps, terms], update };
  });
};

/** Steps and width run over orders of magnitude: their sliders over exponents. */
function parameters({ store, patchView }: DiffusionClaimPlotContext) {
  const { bridgeT, bridgeM, bridgeSd } = store.state;
  const exponents = ({ min, max }: { min: number; max: number }) => ({ min: Math.log10(min), max: Math.log10(max) });
  const steps = slider({
    label: texts.T,
    ...exponents(ELBO.bridgeT),
    value: Math.log10(bridgeT),
    text: String(bridgeT),
    onInput: (value) => patchView({ bridgeT: Math.round(10 ** value) }),
  });
  const mode = slider({
    label: texts.m,
    min: ELBO.bridgeM.min,
    max: ELBO.bridgeM.max,
    value: bridgeM,
    onInput: (value) => patchView({ bridgeM: Number(value.toFixed(2)) }),
  });
  const width = slider({
    label: texts.sd,
    ...exponents(ELBO.bridgeSd),
    value: Math.log10(bridgeSd),
    text: formatNumber(bridgeSd),
    onInput: (value) => patchView({ bridgeSd: Number((10 ** value).toPrecision(2)) }),
  });
  return html`<div class="claim-controls">${steps}${mode}${width}</div>`;
}

function drawGaps(pen: Pen, size: Size, theme: Theme, { posterior, forward, best }: Picture): void {
  const gaps = [posterior, forward, best];
  const fills = [theme.primal, theme.dual, theme.tube];
  const log = gaps.every((gap) => gap > 0);
  const { domain } = decades(gaps, "");
  const x = log
    ? { domain: [domain[0] / 3, domain[1] * 3] as const, log }
    : { domain: padded(extent([0, ...gaps]), 0.15) };
  const frame = layFrame(pen, size, theme, {
    x: { ...x, label: texts.axis },
    y: { domain: [2.5, -0.5], ticks: [0, 1, 2], format: (row) => texts.variances[row] ?? "", grid: false },
    right: 8,
  });
  drawFrame(pen, frame, theme);
  const from = log ? x.domain[0] : 0;
  inFrame(pen, frame, () => {
    gaps.forEach((gap, row) => {
      box(pen, frame, from, row - 0.32, gap, row + 0.32, { fill: gap < 0 ? theme.fail : (fills[row] as string) });
    });
    if (!log) rule(pen, frame, "x", 0, { stroke: theme.muted, width: 1 });
  });
  gaps.forEach((gap, row) => {
    const text = formatNumber(gap, 3);
    const font = fontOf(theme, 12, 600);
    pen.font = font;
    const end = Math.max(frame.x(gap), frame.x(from));
    const room = frame.right - end > pen.measureText(text).width + 8;
    label(pen, text, end + (room ? 5 : -5), frame.y(row), {
      font,
      fill: theme.ink,
      align: room ? "left" : "right",
      halo: theme.surface,
    });
  });
}

function drawTerms(pen: Pen, size: Size, theme: Theme, { terms }: Picture): void {
  const T = terms.length;
  const later = terms.subarray(1);
  const log = T > 1 && later.every((term) => term > 0);
  const y = log
    ? decades(later, texts.termsAxis)
    : { domain: padded(extent([0, ...terms]), 0.1), label: texts.termsAxis };
  drawOverSteps(pen, size, theme, { T, t: null, y }, (frame) => {
    const width = Math.min(24, Math.max(1, ((frame.right - frame.left) / T) * 0.7));
    const [xs, ys] = log ? [stepsUpTo(T).subarray(1), later] : [stepsUpTo(T), terms];
    bars(pen, frame, xs, ys, width, { fill: theme.dual }, log ? y.domain[0] : 0);
    if (!log) rule(pen, frame, "y", 0, { stroke: theme.muted, width: 1 });
  });
}
