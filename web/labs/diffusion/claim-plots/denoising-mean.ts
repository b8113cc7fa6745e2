// 4c: the mean of a step back made from a guessed noise, in two ways that give one point; the difference of both ways at every step;
// and the Bayes error: the least mean squared error that a guess of the noise can have.
import { html } from "lit";
import { formatNumber } from "../../../host/format-number.ts";
import { format } from "../../../host/messages/format.ts";
import { brokenLine, decades, drawNothing, GHOST, positive, stepsUpTo } from "../../../kit/claim-plots/axes.ts";
import { figureWith, type KeyEntry } from "../../../kit/claims/claim-figure.ts";
import { live, surfaceIn } from "../../../kit/claims/claim-plot.ts";
import { drawFrame, type Frame, inFrame, layFrame } from "../../../plot/frame.ts";
import { type Style, symbol, symbols, whiskers } from "../../../plot/marks.ts";
import { arrow, segments } from "../../../plot/more-marks.ts";
import type { Theme } from "../../../plot/palette.ts";
import type { Pen, Size } from "../../../plot/pen.ts";
import { extent } from "../../../plot/scale.ts";
import { placesOnShow } from "../claims.ts";
import {
  controls,
  coordinate,
  drawOverSteps,
  layPlane,
  type MountDiffusionClaimPlot,
  type PictureOf,
  short,
  showing,
  words,
} from "./context.ts";

type Picture = PictureOf<"4c">;

const texts = words.means;

const PLACES: readonly KeyEntry[] = [
  ["square", "ink", words.xt],
  ["diamond", "ink", words.x0],
  ["diamond", "primal", texts.x0Hat],
];
/** What a mistake is in: one of the two forms, or what stands for the best guess. */
type Wrong = "" | "noise" | "posterior" | "best";
const IN: Readonly<Record<string, Wrong>> = {
  ...{ plain: "noise", alpha: "noise", "no-root": "noise", "x0-root": "posterior" },
  ...{ score: "best", affine: "best", exact: "best" },
};
const wrongIn = (mistake: string): Wrong => IN[mistake] ?? "";

const MEANS = (wrong: Wrong): readonly KeyEntry[] => [
  ["ring", wrong === "noise" ? "fail" : "dual", wrong === "noise" ? texts.noiseFormBroken : texts.noiseForm],
  [
    "plus",
    wrong === "posterior" ? "fail" : "primal",
    wrong === "posterior" ? texts.posteriorFormBroken : texts.posteriorForm,
  ],
  ["dot", "tube", texts.truth],
];
const GUESSES = (wrong: Wrong): readonly KeyEntry[] => [
  ["dot", "ink", texts.place],
  ["arrow", "dual", texts.guess],
  ...(wrong === "best" ? [["arrow", "fail", texts.guessBroken] as const] : []),
];
const FLOOR = (wrong: Wrong): readonly KeyEntry[] => [
  ["dot", wrong === "best" ? "fail" : "pair", texts.byDraws],
  ["line", "tube", texts.byDensity],
];

/** Longest arrow of the best guess, as a share of the plot's side; others are cut at this multiple of it. */
const LONGEST = 0.16;
const CUT = 1.5;
/** The axis of errors reaches no further than this multiple of d. */
const FARTHEST = 3;

export const mountDenoisingMean: MountDiffusionClaimPlot = (root, context) => {
  const { picture, drawn, mistake } = showing(context, "4c");
  const template = () => {
    const now = picture();
    const { state } = context.store;
    const wrong = wrongIn(mistake());
    const inForms = wrong === "noise" || wrong === "posterior";
    const onTrial = placesOnShow(state, "4c") && state.guess;
    const values = now && {
      t: now.t,
      bayesError: formatNumber(now.bayesError, 3),
      error: formatNumber(now.bayesErrorSe, 2),
      bestError: formatNumber(now.bestError, 3),
      floor: formatNumber(now.floor, 3),
      apart: formatNumber(farthest(now), 2),
      size: formatNumber(Math.sqrt(now.x0.length), 2),
      count: now.places.length / now.x0.length,
      d: now.x0.length,
      largest: formatNumber(Math.max(...now.difference), 2),
    };
    const caption = (text: string) => (values === null ? "" : format(text, values));
    return html`
      ${controls(context, "4c")}
      <div class="claim-pair">
        ${figureWith("claim-arrows", PLACES, onTrial ? texts.trialCaption : texts.placesCaption)}
        ${figureWith(
          "claim-both-forms",
          MEANS(wrong),
          inForms ? texts.meansBroken : texts.meansCaption,
          MEANS(inForms ? "" : "posterior"),
        )}
      </div>
      ${figureWith("claim-over-steps", [], caption(inForms ? texts.differenceBroken : texts.differenceCaption))}
      ${figureWith(
        "claim-guesses",
        GUESSES(wrong),
        caption(wrong === "best" ? texts.guessesBroken : texts.guessesCaption),
        GUESSES(wrong === "best" ? "" : "best"),
      )}
      ${figureWith(
        "claim-number-line",
        FLOOR(wrong),
        caption(wrong === "best" ? texts.bayesErrorBroken : texts.bayesErrorCaption),
      )}
    `;
  };
  return live(root, context, template, () => {
    const places = surfaceIn(root, "claim-arrows", drawn(drawPlaces), texts.placesName);
    const means = surfaceIn(root, "claim-both-forms", drawn(drawMeans), texts.meansName);
    const over = surfaceIn(root, "claim-over-steps", drawn(drawDifference), texts.differenceName);
    const guesses = surfaceIn(root, "claim-guesses", drawn(drawGuesses), texts.guessesName);
    const bayesError = surfaceIn(root, "claim-number-line", drawn(drawBayesError), texts.bayesErrorName);
    const update = () => {
      const now = picture();
      if (now === null) return;
      means.describe(
        format(texts.meansDescribe, { t: now.t, difference: formatNumber(now.difference[now.t - 1] ?? 0) }),
      );
      guesses.describe(format(texts.guessesDescribe, { count: now.places.length / now.x0.length, t: now.t }));
      bayesError.describe(
        format(texts.bayesErrorDescribe, { bayesError: formatNumber(now.bayesError), d: now.x0.length }),
      );
    };
    return { surfaces: [places, means, over, guesses, bayesError], update };
  });
};

/** The largest distance of the guesses on show from the best ones. */
function farthest({ predicted, predictedBest }: Picture): number {
  const apart = predicted.map((value, i) => value - (predictedBest[i] as number));
  return Math.max(0, ...coordinate(apart, 0).map((dx, i) => Math.hypot(dx, apart[2 * i + 1] as number)));
}

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
  _: boolean,
  mistake: string,
): void {
  const wrong = wrongIn(mistake);
  const frame = layPlane(pen, size, theme, [xt, noiseForm, posteriorForm, truth], 0.2);
  const to = (place: Float64Array, gap: number) => short(onto(frame, xt), onto(frame, place), gap);
  const pale = { width: 4, alpha: GHOST };
  inFrame(pen, frame, () => {
    arrow(pen, ...to(truth, 8), { stroke: theme.muted, width: 1.5 });
    if (wrong === "posterior") {
      arrow(pen, ...to(noiseForm, 12), { stroke: theme.dual, ...pale });
      arrow(pen, ...to(posteriorForm, 9), brokenLine(theme));
      return;
    }
    if (wrong === "noise" && posteriorForm.length > 0)
      arrow(pen, ...to(posteriorForm, 9), { stroke: theme.primal, ...pale });
    const right = { stroke: theme.dual, width: 2, dash: [6, 4] };
    arrow(pen, ...to(noiseForm, 12), wrong === "noise" ? brokenLine(theme) : right);
  });
  const [ring, plus] = [wrong === "noise" ? theme.fail : theme.dual, wrong === "posterior" ? theme.fail : theme.primal];
  symbol(pen, "square", ...onto(frame, xt), 5, { fill: theme.ink, stroke: theme.surface, width: 1.5 });
  symbol(pen, "circle", ...onto(frame, truth), 4.5, { fill: theme.tube, stroke: theme.surface, width: 1 });
  symbol(pen, "ring", ...onto(frame, noiseForm), 9, { stroke: ring, width: 2.5 });
  if (posteriorForm.length > 0) symbol(pen, "plus", ...onto(frame, posteriorForm), 6, { stroke: plus, width: 2.5 });
}

function drawDifference(
  pen: Pen,
  size: Size,
  theme: Theme,
  { t, difference }: Picture,
  _: boolean,
  mistake: string,
): void {
  const wrong = wrongIn(mistake);
  const y = decades(difference, texts.differenceAxis, 2);
  drawOverSteps(pen, size, theme, { T: difference.length, t, y }, (frame) => {
    const values = positive(difference);
    const shown = stepsUpTo(values.length).filter((_value, k) => !Number.isNaN(values[k]));
    const heights = values.filter((value) => !Number.isNaN(value));
    symbols(pen, frame, shown, heights, shown.length > 100 ? 1.8 : 3, "circle", {
      fill: wrong === "noise" || wrong === "posterior" ? theme.fail : theme.dual,
    });
    if (shown.length === 0) drawNothing(pen, frame, theme, texts.noDifference);
  });
}

/** The best guess of the noise at places, and what takes its place. */
function drawGuesses(
  pen: Pen,
  size: Size,
  theme: Theme,
  { places, predicted, predictedBest }: Picture,
  _: boolean,
  mistake: string,
): void {
  const frame = layPlane(pen, size, theme, [places], 0.3);
  const [xs, ys] = [coordinate(places, 0), coordinate(places, 1)];
  const length = (arrows: Float64Array, i: number) => Math.hypot(arrows[2 * i] ?? 0, arrows[2 * i + 1] ?? 0);
  const longest = extent(xs.map((_x, i) => length(predictedBest, i)))[1] || 1;
  const unit = (LONGEST * Math.min(frame.right - frame.left, frame.bottom - frame.top)) / longest;
  const draw = (arrows: Float64Array, style: Style) =>
    xs.forEach((place, i) => {
      const [px, py] = [frame.x(place), frame.y(ys[i] as number)];
      const scale = unit * Math.min(1, (CUT * longest) / (length(arrows, i) || 1));
      arrow(pen, px, py, px + (arrows[2 * i] ?? 0) * scale, py - (arrows[2 * i + 1] ?? 0) * scale, style, 6);
    });
  const wrong = wrongIn(mistake) === "best";
  inFrame(pen, frame, () => {
    symbols(pen, frame, xs, ys, 2.2, "circle", { fill: theme.ink });
    draw(predictedBest, { stroke: theme.dual, width: wrong ? 3 : 1.5, alpha: wrong ? GHOST : 1 });
    if (wrong) draw(predicted, { stroke: theme.fail, width: 1.5, dash: [3, 2] });
  });
}

/** On a scale from 0, a perfect guess, to d, the error of always guessing 0. */
function drawBayesError(
  pen: Pen,
  size: Size,
  theme: Theme,
  { bayesError: measured, bayesErrorSe, bestError, floor, x0 }: Picture,
  _: boolean,
  mistake: string,
): void {
  const d = x0.length;
  const wrong = wrongIn(mistake) === "best";
  const colour = wrong ? theme.fail : theme.pair;
  // The error of a broken guess may be thousands: the others are to be seen.
  const bayesError = Math.min(measured, FARTHEST * d);
  const frame = layFrame(pen, size, theme, {
    x: { domain: [0, Math.max(d, bayesError) * 1.08], label: texts.bayesErrorAxis },
    y: { domain: [0, 1], ticks: [], grid: false },
    right: 8,
  });
  drawFrame(pen, frame, theme);
  const error = [bayesError - bayesErrorSe, bayesError + bayesErrorSe] as const;
  inFrame(pen, frame, () => {
    whiskers(pen, frame, [d], [0], [1], { stroke: theme.muted, width: 1.5, dash: [4, 3] });
    if (wrong) segments(pen, frame, [0], [0.25], [bestError], [0.25], { stroke: theme.pair, width: 6, alpha: GHOST });
    segments(pen, frame, [0], [0.5], [bayesError], [0.5], { stroke: colour, width: 6, alpha: 0.5 });
    whiskers(pen, frame, [floor], [0], [1], { stroke: theme.tube, width: 2.5 });
    segments(pen, frame, [error[0]], [0.5], [error[1]], [0.5], { stroke: theme.ink, width: 2 });
  });
  symbol(pen, "circle", frame.x(bayesError), frame.y(0.5), 4.5, {
    fill: colour,
    stroke: theme.surface,
    width: 1.5,
  });
}
