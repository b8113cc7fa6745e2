// V3: the same gradient by two estimators: their means meet, their variances do not. Single draws as points, and the variance of one
// draw, exact and measured.
import { html } from "lit";
import type { VaeEstimatePicture } from "../../../../wasm/lib/types.ts";
import { formatNumber } from "../../../host/format-number.ts";
import { format } from "../../../host/messages/format.ts";
import { decades, GHOST } from "../../../kit/claim-plots/axes.ts";
import { figureWith, type KeyEntry } from "../../../kit/claims/claim-figure.ts";
import { live, readings, surfaceIn } from "../../../kit/claims/claim-plot.ts";
import { drawFrame, type Frame, inFrame, layFrame } from "../../../plot/frame.ts";
import { rule, symbol, symbols } from "../../../plot/marks.ts";
import { segments } from "../../../plot/more-marks.ts";
import type { Theme } from "../../../plot/palette.ts";
import type { Pen, Size } from "../../../plot/pen.ts";
import { extent, padded } from "../../../plot/scale.ts";
import { isOff, type MountVaeClaimPlot, newDraw, type PictureOf, showing, sub, words } from "./context.ts";
import { meansText, spreadText } from "./spoken.ts";

type Picture = PictureOf<"4v3">;
const texts = words.gradients;

const MEAN_KEYS = (wrong: boolean): readonly KeyEntry[] => [
  ["dot", "dual", texts.reparameterised],
  ["square", "primal", texts.score],
  ["cross", "ink", texts.exact],
  ...(wrong ? ([["dot", "fail", words.wrong]] as const) : []),
];
const SPREAD_KEYS = (wrong: boolean): readonly KeyEntry[] => [
  ["dot", "dual", texts.measuredReparameterised],
  ["square", "primal", texts.measuredScore],
  ["cross", "ink", texts.exactVariance],
  ...(wrong ? ([["dot", "fail", words.wrong]] as const) : []),
];

export const mountGradients: MountVaeClaimPlot = (root, context) => {
  const { picture, drawn, broken } = showing(context, "4v3", ({ claimed }) => claimed.length > 0);
  const template = () => {
    const now = picture();
    const wrong = broken();
    return html`
      <div class="claim-controls">${newDraw(context)}</div>
      ${figureWith("claim-estimates", MEAN_KEYS(wrong), now === null ? "" : meansCaption(now, wrong), MEAN_KEYS(!wrong))}
      ${figureWith("claim-variances", SPREAD_KEYS(wrong), now === null ? "" : variancesText(now), SPREAD_KEYS(!wrong))}
      ${now === null ? "" : readings([[texts.draws, String(now.draws)]])}
    `;
  };
  return live(root, context, template, () => {
    const means = surfaceIn(root, "claim-estimates", drawn(drawMeans), texts.name);
    const variances = surfaceIn(root, "claim-variances", drawn(drawVariances), texts.variancesName);
    const update = () => {
      const now = picture();
      if (now === null) return;
      const names = Array.from(now.claimed, (_, k) => nameOf(k, now));
      means.describe(format(words.named, { name: texts.name, text: meansText(now, names) }));
      variances.describe(format(words.named, { name: texts.variancesName, text: spreadText(now, names) }));
    };
    return { surfaces: [means, variances], update };
  });
};

/** First the coordinates of m, then those of log σ². */
function nameOf(k: number, { claimed }: Picture): string {
  const dz = claimed.length / 2;
  return format(k < dz ? texts.byMean : texts.byLogVar, { j: sub((k % dz) + 1) });
}

/** Standard errors on either side of a mean. */
const ERRORS = 2;
/** Where the two estimators stand in a row. */
const LANES = { reparameterised: -0.2, score: 0.2 } as const;
const SHAPES = { reparameterised: "circle", score: "square" } as const;
const COLOURS = { reparameterised: "dual", score: "primal" } as const;
type Which = keyof typeof LANES;
const BOTH = ["reparameterised", "score"] as const satisfies readonly Which[];
const INTACT = { reparameterised: "intactReparameterised", score: "intactScore" } as const;

function layRows(pen: Pen, size: Size, theme: Theme, now: Picture, x: Parameters<typeof layFrame>[3]["x"]): Frame {
  const count = now.claimed.length;
  const frame = layFrame(pen, size, theme, {
    x,
    y: {
      domain: [count - 0.4, -0.6],
      ticks: Array.from({ length: count }, (_, k) => k),
      format: (k) => nameOf(k, now),
      grid: false,
    },
    right: 12,
  });
  drawFrame(pen, frame, theme);
  return frame;
}

/** The widest that single draws are seen: the rare far ones would press all else together. */
const SEEN_SDS = 3;

function drawMeans(pen: Pen, size: Size, theme: Theme, now: Picture): void {
  const count = now.claimed.length;
  const ends = Array.from(now.claimed, (value, k) => {
    const sds = BOTH.map((which) => Math.sqrt(now[which].variance[k] ?? 0));
    const means = BOTH.flatMap((which) => [now[which].mean[k] ?? value, now[INTACT[which]].mean[k] ?? value]);
    return [value - SEEN_SDS * Math.max(...sds), value + SEEN_SDS * Math.max(...sds), ...means];
  }).flat();
  const domain = padded(extent([0, ...ends.filter(Number.isFinite)]), 0.03);
  const frame = layRows(pen, size, theme, now, { domain, label: texts.axis });
  inFrame(pen, frame, () => {
    rule(pen, frame, "x", 0, { stroke: theme.muted, width: 1 });
    for (const which of BOTH) drawSingles(pen, theme, frame, now[which], which, count);
    for (let k = 0; k < count; ++k) for (const which of BOTH) drawMean(pen, theme, frame, now, which, k);
    for (let k = 0; k < count; ++k) {
      const [claimed = 0, intact = 0] = [now.claimed[k], now.intact[k]];
      const stroke = isOff(claimed, intact) ? theme.fail : theme.ink;
      segments(pen, frame, [claimed], [k - 0.42], [claimed], [k + 0.42], { stroke, width: 1.8 });
      if (isOff(claimed, intact))
        segments(pen, frame, [intact], [k - 0.42], [intact], [k + 0.42], {
          stroke: theme.ink,
          width: 1.2,
          dash: [3, 3],
        });
    }
  });
}

/** Single draws, spread a little over their lane, so that many at one place are seen as many. */
function drawSingles(
  pen: Pen,
  theme: Theme,
  frame: Frame,
  { singles }: VaeEstimatePicture,
  which: Which,
  count: number,
): void {
  const draws = singles.length / count;
  for (let k = 0; k < count; ++k) {
    const xs = Float64Array.from({ length: draws }, (_, i) => singles[i * count + k] ?? Number.NaN);
    const ys = Float64Array.from({ length: draws }, (_, i) => k + LANES[which] + 0.22 * (i / Math.max(1, draws) - 0.5));
    symbols(pen, frame, xs, ys, 1.6, "circle", { fill: theme[COLOURS[which]], alpha: 0.4 });
  }
}

function drawMean(pen: Pen, theme: Theme, frame: Frame, now: Picture, which: Which, k: number): void {
  const { mean, error } = now[which];
  const right = now[INTACT[which]].mean[k] ?? Number.NaN;
  const [at = Number.NaN, sd = 0] = [mean[k], error[k]];
  const wrong = isOff(at, right);
  const y = k + LANES[which];
  if (wrong) symbol(pen, SHAPES[which], frame.x(right), frame.y(y), 4.5, { fill: theme[COLOURS[which]], alpha: GHOST });
  if (!Number.isFinite(at)) return;
  const colour = wrong ? theme.fail : theme[COLOURS[which]];
  segments(pen, frame, [at - ERRORS * sd], [y], [at + ERRORS * sd], [y], { stroke: theme.surface, width: 6 });
  segments(pen, frame, [at - ERRORS * sd], [y], [at + ERRORS * sd], [y], { stroke: colour, width: 3 });
  symbol(pen, SHAPES[which], frame.x(at), frame.y(y), 4.5, { fill: colour, stroke: theme.surface, width: 1.2 });
}

function drawVariances(pen: Pen, size: Size, theme: Theme, now: Picture): void {
  const all = BOTH.flatMap((which) => [
    ...now[which].variance,
    ...now[which].exactVariance,
    ...now[INTACT[which]].exactVariance,
  ]);
  const frame = layRows(pen, size, theme, now, decades(all, texts.varianceAxis));
  inFrame(pen, frame, () => {
    for (const which of BOTH)
      for (let k = 0; k < now.claimed.length; ++k) drawVariance(pen, theme, frame, now, which, k);
  });
}

function drawVariance(pen: Pen, theme: Theme, frame: Frame, now: Picture, which: Which, k: number): void {
  const { variance, varianceError, exactVariance } = now[which];
  const intact = now[INTACT[which]];
  const [at = 0, error = 0, exact = 0] = [variance[k], varianceError[k], exactVariance[k]];
  const y = k + LANES[which];
  const wrong = isOff(at, intact.variance[k] ?? 0) || isOff(exact, intact.exactVariance[k] ?? 0);
  const colour = wrong ? theme.fail : theme[COLOURS[which]];
  if (at > 0) {
    const low = Math.max(at - ERRORS * error, frame.x.domain[0]);
    segments(pen, frame, [low], [y], [at + ERRORS * error], [y], { stroke: colour, width: 3 });
    symbol(pen, SHAPES[which], frame.x(at), frame.y(y), 4.5, { fill: colour, stroke: theme.surface, width: 1.2 });
  }
  if (exact > 0) {
    symbol(pen, "cross", frame.x(exact), frame.y(y), 4.5, { stroke: theme.surface, width: 4 });
    symbol(pen, "cross", frame.x(exact), frame.y(y), 4.5, { stroke: theme.ink, width: 1.6 });
  }
}

function meansCaption(now: Picture, wrong: boolean): string {
  if (!wrong) return texts.caption;
  const names = BOTH.filter((which) =>
    now[which].mean.some((value, k) => isOff(value, now[INTACT[which]].mean[k] ?? 0)),
  );
  if (names.length > 0) return format(texts.brokenMean, { list: names.map((which) => texts[which]).join(words.join) });
  return now.claimed.some((value, k) => isOff(value, now.intact[k] ?? 0)) ? texts.brokenExact : texts.brokenSpread;
}

/** How many times as many draws the score function needs, least and most over the coordinates. */
function variancesText(now: Picture): string {
  const ratios = Array.from(
    now.score.exactVariance,
    (value, k) => value / (now.reparameterised.exactVariance[k] ?? Number.NaN),
  ).filter((ratio) => Number.isFinite(ratio));
  if (ratios.length === 0) return texts.variancesCaption;
  const [least, most] = extent(ratios);
  return format(texts.ratioCaption, { least: formatNumber(least, 2), most: formatNumber(most, 2) });
}
