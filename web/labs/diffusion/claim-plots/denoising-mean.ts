// 4c: the mean of a step back made from a guessed noise, in two ways that give one point; the difference of both ways at every step;
// and the Bayes error: the least mean squared error that a guess of the noise can have.
import { html } from "lit";
import { formatNumber } from "../../../host/format-number.ts";
import { format } from "../../../host/messages/format.ts";
import { live, surfaceIn } from "../../../kit/claims/claim-plot.ts";
import { drawFrame, type Frame, inFrame, layFrame } from "../../../plot/frame.ts";
import { arrow, segments, symbol, symbols, whiskers } from "../../../plot/marks.ts";
import type { Theme } from "../../../plot/palette.ts";
import type { Pen, Size } from "../../../plot/pen.ts";
import { placesOnShow } from "../claims.ts";
import {
  brokenLine,
  controls,
  decades,
  drawNothing,
  drawOverSteps,
  figureWith,
  GHOST,
  type KeyEntry,
  layPlane,
  type MountDiffusionClaimPlot,
  type PictureOf,
  positive,
  short,
  showing,
  stepsUpTo,
  words,
} from "./context.ts";

type Picture = PictureOf<"4c">;

const texts = words.means;

const PLACES: readonly KeyEntry[] = [
  ["square", "ink", words.xt],
  ["diamond", "ink", words.x0],
  ["diamond", "primal", texts.x0Hat],
];
const MEANS = (wrong: boolean): readonly KeyEntry[] => [
  ["ring", wrong ? "fail" : "dual", wrong ? texts.noiseFormBroken : texts.noiseForm],
  ["plus", "primal", texts.posteriorForm],
  ["dot", "tube", texts.truth],
];

export const mountDenoisingMean: MountDiffusionClaimPlot = (root, context) => {
  const { picture, drawn, broken } = showing(context, "4c");
  const template = () => {
    const now = picture();
    const { state } = context.store;
    const wrong = broken();
    const onTrial = placesOnShow(state, "4c") && state.guess;
    const values = now && {
      t: now.t,
      bayesError: formatNumber(now.bayesError, 3),
      error: formatNumber(now.bayesErrorSe, 2),
      d: now.x0.length,
      largest: formatNumber(Math.max(...now.difference), 2),
    };
    const caption = (text: string) => (values === null ? "" : format(text, values));
    return html`
      ${controls(context, "4c")}
      <div class="claim-pair">
        ${figureWith("claim-arrows", PLACES, onTrial ? texts.trialCaption : texts.placesCaption)}
        ${figureWith("claim-both-forms", MEANS(wrong), wrong ? texts.meansBroken : texts.meansCaption, MEANS(!wrong))}
      </div>
      ${figureWith("claim-over-steps", [], caption(wrong ? texts.differenceBroken : texts.differenceCaption))}
      ${figureWith("claim-number-line", [], caption(texts.bayesErrorCaption))}
    `;
  };
  return live(root, context, template, () => {
    const places = surfaceIn(root, "claim-arrows", drawn(drawPlaces), texts.placesName);
    const means = surfaceIn(root, "claim-both-forms", drawn(drawMeans), texts.meansName);
    const over = surfaceIn(root, "claim-over-steps", drawn(drawDifference), texts.differenceName);
    const bayesError = surfaceIn(root, "claim-number-line", drawn(drawBayesError), texts.bayesErrorName);
    const update = () => {
      const now = picture();
      if (now === null) return;
      means.describe(
        format(texts.meansDescribe, { t: now.t, difference: formatNumber(now.difference[now.t - 1] ?? 0) }),
      );
      bayesError.describe(
        format(texts.bayesErrorDescribe, { bayesError: formatNumber(now.bayesError), d: now.x0.length }),
      );
    };
    return { surfaces: [places, means, over, bayesError], update };
  });
};

const onto = (frame: Frame, [x = 0, y = 0]: ArrayLike<number> & Iterable<number>) => [frame.x(x), frame.y(y)] as const;

/** What x_0 would be: the true one by the true noise, and the guess of it by the guessed noise. */
function drawPlaces(pen: Pen, size: Size, theme: Theme, { x0, xt, x0Hat }: Picture): void {
  const frame = layPlane(pen, size, theme, [x0, xt, x0Hat]);
  inFrame(pen, frame, () => {
    arrow(pen, ...short(onto(frame, xt), onto(frame, x0), 10), { stroke: theme.muted, width: 1.5 });
    if (x0Hat.length > 0)
      arrow(pen, ...short(onto(frame, xt), onto(frame, x0Hat), 10), { stroke: theme.primal, width: 2, dash: [6, 4] });
  });
  const edge = { stroke: theme.surface, width: 1.5 };
  if (x0Hat.length > 0) symbol(pen, "diamond", ...onto(frame, x0Hat), 6, { fill: theme.primal, ...edge });
  symbol(pen, "diamond", ...onto(frame, x0), 6, { fill: theme.ink, ...edge });
  symbol(pen, "square", ...onto(frame, xt), 5, { fill: theme.ink, ...edge });
}

/** One step back from x_t, enlarged. */
function drawMeans(
  pen: Pen,
  size: Size,
  theme: Theme,
  { xt, noiseForm, posteriorForm, truth }: Picture,
  broken: boolean,
): void {
  const frame = layPlane(pen, size, theme, [xt, noiseForm, posteriorForm, truth], 0.2);
  inFrame(pen, frame, () => {
    arrow(pen, ...short(onto(frame, xt), onto(frame, truth), 8), { stroke: theme.muted, width: 1.5 });
    if (broken && posteriorForm.length > 0)
      arrow(pen, ...short(onto(frame, xt), onto(frame, posteriorForm), 9), {
        stroke: theme.primal,
        width: 4,
        alpha: GHOST,
      });
    const dashed = broken ? brokenLine(theme) : { stroke: theme.dual, width: 2, dash: [6, 4] };
    arrow(pen, ...short(onto(frame, xt), onto(frame, noiseForm), 12), dashed);
  });
  symbol(pen, "square", ...onto(frame, xt), 5, { fill: theme.ink, stroke: theme.surface, width: 1.5 });
  symbol(pen, "circle", ...onto(frame, truth), 4.5, { fill: theme.tube, stroke: theme.surface, width: 1 });
  symbol(pen, "ring", ...onto(frame, noiseForm), 9, { stroke: broken ? theme.fail : theme.dual, width: 2.5 });
  if (posteriorForm.length > 0)
    symbol(pen, "plus", ...onto(frame, posteriorForm), 6, { stroke: theme.primal, width: 2.5 });
}

function drawDifference(pen: Pen, size: Size, theme: Theme, { t, difference }: Picture, broken: boolean): void {
  const y = decades(difference, texts.differenceAxis, 2);
  drawOverSteps(pen, size, theme, { T: difference.length, t, y }, (frame) => {
    const values = positive(difference);
    const shown = stepsUpTo(values.length).filter((_, k) => !Number.isNaN(values[k]));
    const heights = values.filter((value) => !Number.isNaN(value));
    symbols(pen, frame, shown, heights, shown.length > 100 ? 1.8 : 3, "circle", {
      fill: broken ? theme.fail : theme.dual,
    });
    if (shown.length === 0) drawNothing(pen, frame, theme, texts.noDifference);
  });
}

/** On a scale from 0, a perfect guess, to d, the error of always guessing 0. */
function drawBayesError(pen: Pen, size: Size, theme: Theme, { bayesError, bayesErrorSe, x0 }: Picture): void {
  const d = x0.length;
  const frame = layFrame(pen, size, theme, {
    x: { domain: [0, d * 1.08], label: texts.bayesErrorAxis },
    y: { domain: [0, 1], ticks: [], grid: false },
    right: 8,
  });
  drawFrame(pen, frame, theme);
  const error = [bayesError - bayesErrorSe, bayesError + bayesErrorSe] as const;
  inFrame(pen, frame, () => {
    whiskers(pen, frame, [d], [0], [1], { stroke: theme.muted, width: 1.5, dash: [4, 3] });
    segments(pen, frame, [0], [0.5], [bayesError], [0.5], { stroke: theme.pair, width: 6, alpha: 0.5 });
    segments(pen, frame, [error[0]], [0.5], [error[1]], [0.5], { stroke: theme.ink, width: 2 });
  });
  symbol(pen, "circle", frame.x(bayesError), frame.y(0.5), 4.5, {
    fill: theme.pair,
    stroke: theme.surface,
    width: 1.5,
  });
}
