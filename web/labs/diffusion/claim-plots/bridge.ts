// The bridge: what a chain of T steps costs above the entropy of the data even with the best eps, for three reverse variances;
// and which steps the cost comes from.
import { html } from "lit";
import { formatNumber } from "../../../host/format-number.ts";
import { format } from "../../../host/messages/format.ts";
import { brokenLine, decades, differ, drawNothing, GHOST } from "../../../kit/claim-plots/axes.ts";
import { figureWith, type KeyEntry } from "../../../kit/claims/claim-figure.ts";
import { live, readings, slider, surfaceIn } from "../../../kit/claims/claim-plot.ts";
import { drawFrame, fontOf, inFrame, layFrame } from "../../../plot/frame.ts";
import { label, rule, type Style, symbol, symbols } from "../../../plot/marks.ts";
import { segments } from "../../../plot/more-marks.ts";
import type { Theme } from "../../../plot/palette.ts";
import type { Pen, Size } from "../../../plot/pen.ts";
import { extent, padded } from "../../../plot/scale.ts";
import { ELBO } from "../stages/elbo/fields.ts";
import {
  controls,
  type DiffusionClaimPlotContext,
  drawOverSteps,
  type MountDiffusionClaimPlot,
  type PictureOf,
  showing,
  words,
} from "./context.ts";

type Picture = PictureOf<"4bridge">;

const texts = words.bridge;

/** Radius of a gap's dot, px. */
const DOT = 6.5;

/** Broken, each row has two. */
const DOTS: readonly KeyEntry[] = [
  ["dot", "fail", texts.brokenDot],
  ["dot", "dual", texts.intactDot],
];

export const mountBridge: MountDiffusionClaimPlot = (root, context) => {
  const { picture, drawn, broken } = showing(context, "4bridge", ({ terms }) => terms.length > 0);
  const nats = (value: number, digits = 4) => format(words.nats, { value: formatNumber(value, digits) });
  /** A part of the bound, and the right one where it is another. */
  const beside = (shown: number, intact: number, digits = 4) =>
    shown === intact
      ? nats(shown, digits)
      : format(texts.wrongFor, { wrong: nats(shown, digits), right: nats(intact, digits) });
  const template = () => {
    const now = picture();
    const wrong = broken();
    return html`
      ${parameters(context)} ${controls(context, "4bridge")}
      ${figureWith("claim-three-gaps", wrong ? DOTS : [], captionOf(now, wrong), wrong ? [] : DOTS)}
      ${figureWith("claim-over-steps", [], !wrong || now === null ? texts.termsCaption : wrongTerms(now) ? texts.termsBroken : texts.rightTerms)}
      ${
        now === null
          ? ""
          : readings([
              [texts.entropy, beside(now.entropy, now.intactEntropy)],
              [texts.prior, beside(now.prior, now.intactPrior, 3)],
              [texts.reconstruction, beside(now.terms[0] ?? 0, now.intactTerms[0] ?? 0)],
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

/** From this share on the wrong gap stands beside the right one. */
const SEEN = 0.02;

function captionOf(now: Picture | null, wrong: boolean): string {
  if (!wrong || now === null) return texts.caption;
  const apart = Math.abs(now.forward - now.intactForward);
  if (apart > SEEN * Math.abs(now.intactForward)) return texts.brokenCaption;
  return format(texts.unseenCaption, { apart: format(words.nats, { value: formatNumber(apart, 2) }) });
}

/** Whether a term of t ≥ 2 is another than the right one. */
function wrongTerms({ terms, intactTerms }: Picture): boolean {
  return differ(terms.subarray(1), intactTerms.subarray(1));
}

/** Steps and width run over orders of magnitude: their sliders over exponents. */
function parameters({ store, patchView }: DiffusionClaimPlotContext) {
  const { bridgeT, bridgeM, bridgeSd } = store.state;
  const exponents = ({ min, max }: { min: number; max: number }) => ({ min: Math.log10(min), max: Math.log10(max) });
  const steps = slider({
    label: texts.T,
    field: "bridgeT",
    ...exponents(ELBO.bridgeT),
    value: Math.log10(bridgeT),
    text: String(bridgeT),
    onInput: (value) => patchView({ bridgeT: Math.round(10 ** value) }),
  });
  const mode = slider({
    label: texts.m,
    field: "bridgeM",
    min: ELBO.bridgeM.min,
    max: ELBO.bridgeM.max,
    value: bridgeM,
    onInput: (value) => patchView({ bridgeM: Number(value.toFixed(2)) }),
  });
  const width = slider({
    label: texts.sd,
    field: "bridgeSd",
    ...exponents(ELBO.bridgeSd),
    value: Math.log10(bridgeSd),
    text: formatNumber(bridgeSd),
    onInput: (value) => patchView({ bridgeSd: Number((10 ** value).toPrecision(2)) }),
  });
  return html`<div class="claim-controls">${steps}${mode}${width}</div>`;
}

/** Dots: on a logarithmic axis the length of a bar would mean nothing. */
function drawGaps(pen: Pen, size: Size, theme: Theme, now: Picture, broken: boolean): void {
  const gaps = [now.posterior, now.forward, now.best];
  const all = [...gaps, now.intactForward];
  const fills = [theme.primal, theme.dual, theme.tube];
  const log = all.every((gap) => gap > 0);
  const { domain } = decades(all, "");
  const [least, most] = extent([0, ...all]);
  // More room to the right, where the values are written.
  const x = log
    ? { domain: [domain[0] / 2, domain[1] * 3] as const, log }
    : { domain: [least - 0.25 * (most - least), most + 0.5 * (most - least)] as const };
  const frame = layFrame(pen, size, theme, {
    x: { ...x, label: texts.axis },
    y: { domain: [2.5, -0.5], ticks: [0, 1, 2], format: (row) => texts.variances[row] ?? "" },
    right: 8,
  });
  drawFrame(pen, frame, theme);
  inFrame(pen, frame, () => {
    if (!log) rule(pen, frame, "x", 0, { stroke: theme.ink, width: 1.5 });
    if (!broken) return;
    segments(pen, frame, [now.intactForward], [1], [now.forward], [1], brokenLine(theme));
    symbol(pen, "circle", frame.x(now.intactForward), frame.y(1), DOT, { fill: theme.dual, alpha: GHOST });
  });
  const font = fontOf(theme, 12, 600);
  pen.font = font;
  gaps.forEach((gap, row) => {
    const wrong = broken && row === 1;
    const [px, py] = [frame.x(gap), frame.y(row)];
    symbol(pen, "circle", px, py, DOT, {
      ...{ fill: wrong ? theme.fail : (fills[row] as string), stroke: theme.surface, width: 1.5 },
    });
    const text = formatNumber(gap, 3);
    // Beside the dot where there is room, and above the line that leads to a wrong one.
    const room = frame.right - px > pen.measureText(text).width + 16;
    const [dx, dy] = wrong ? [-DOT, -DOT - 9] : [room ? 12 : -12, 0];
    label(pen, text, px + dx, py + dy, {
      ...{ font, fill: theme.ink, align: wrong || room ? "left" : "right", halo: theme.surface },
    });
  });
}

function drawTerms(pen: Pen, size: Size, theme: Theme, now: Picture, broken: boolean): void {
  const T = now.terms.length;
  const [terms, intact] = [now.terms.subarray(1), now.intactTerms.subarray(1)];
  // A broken term that is 0 has no place on a logarithmic axis; the right ones decide.
  const log = T > 1 && intact.every((term) => term > 0);
  const all = [...terms, ...intact];
  const y = log ? decades(all, texts.termsAxis) : { domain: padded(extent([0, ...all]), 0.1), label: texts.termsAxis };
  drawOverSteps(pen, size, theme, { T, t: null, y }, (frame) => {
    if (T === 1) drawNothing(pen, frame, theme, texts.noTerms);
    if (!log) rule(pen, frame, "y", 0, { stroke: theme.muted, width: 1 });
    const dots = (values: Float64Array, style: Style) => {
      const kept = Array.from(values, (value, k) => [k + 2, value] as const).filter(([, value]) => !log || value > 0);
      const [xs, ys] = [kept.map(([t]) => t), kept.map(([, value]) => value)];
      symbols(pen, frame, xs, ys, T > 200 ? 1.8 : 2.8, "circle", style);
    };
    const wrong = broken && wrongTerms(now);
    dots(intact, { fill: theme.dual, alpha: wrong ? GHOST : 1 });
    if (wrong) dots(terms, { fill: theme.fail });
  });
}
