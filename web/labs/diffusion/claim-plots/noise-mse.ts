// 4d: the divergence of every step against the weighted noise error that it is: two ways of one number, so that every step lies on
// the diagonal; and the whole bound as the sum of its terms, beside what it is along drawn paths. (Both sides against t, and the weights,
// are the main plot of the claim's link.)

import { html } from "lit";
import { formatNumber } from "../../../host/format-number.ts";
import { format } from "../../../host/messages/format.ts";
import { decades, differ, drawNothing, GHOST } from "../../../kit/claim-plots/axes.ts";
import { figureWith, type KeyEntry } from "../../../kit/claims/claim-figure.ts";
import { live, readings, surfaceIn } from "../../../kit/claims/claim-plot.ts";
import { drawFrame, fontOf, inFrame, layFrame } from "../../../plot/frame.ts";
import { log } from "../../../plot/log-scale.ts";
import { label, polyline, rule, symbol, symbols } from "../../../plot/marks.ts";
import { box } from "../../../plot/more-marks.ts";
import type { Theme } from "../../../plot/palette.ts";
import type { Pen, Size } from "../../../plot/pen.ts";
import { extent } from "../../../plot/scale.ts";
import { controls, type MountDiffusionClaimPlot, type PictureOf, showing, words } from "./context.ts";

type Picture = PictureOf<"4d">;

/** As many steps as can be told apart. */
const SHOWN = 80;
/** From this ratio of its two sides on a step stands clear of the line. */
const OFF = 2;
/** Room around all of them, for the name of the one on show. */
const ROOM = 1.6;

const texts = words.divergence;

/** Half the height of a bar, in rows. */
const HALF = 0.32;

/** What a mistake changes in the bound: its terms, or the model whose bound it is. */
type Wrong = "" | "terms" | "model";
const wrongIn = ({ bound: { steps, intactSteps } }: Picture): Wrong => (differ(steps, intactSteps) ? "terms" : "model");

const TERMS = (wrong: Wrong): readonly KeyEntry[] => [
  ["bar", "dual", texts.term],
  wrong === "terms" ? ["bar", "fail", texts.sumBroken] : ["bar", "tube", texts.sum],
  wrong === "model" ? ["line", "fail", texts.alongBroken] : ["line", "ink", texts.along],
];
const BOUND: Readonly<Record<Wrong, string>> = {
  "": texts.boundCaption,
  terms: texts.boundBroken,
  model: texts.boundModel,
};

export const mountNoiseMse: MountDiffusionClaimPlot = (root, context) => {
  const { picture, drawn, broken } = showing(context, "4d");
  const at = (values: Float64Array, t: number) => formatNumber(values[t - 1] ?? Number.NaN, 4);
  const template = () => {
    const now = picture();
    const wrong = broken();
    const inBound = wrong && now !== null ? wrongIn(now) : "";
    return html`
      ${controls(context, "4d")}
      ${figureWith(
        "claim-both-sides",
        [
          ["dot", wrong ? "fail" : "dual", texts.step],
          ["line", "ink", texts.equal],
        ],
        now === null ? "" : wrong ? brokenCaption(now) : format(texts.caption, { error2: formatNumber(now.error2, 4) }),
      )}
      ${
        now === null
          ? ""
          : readings([
              [format(texts.weightAt, { t: now.t }), at(now.weight, now.t)],
              [format(texts.klAt, { t: now.t }), format(words.nats, { value: at(now.kl, now.t) })],
              [format(texts.mseAt, { t: now.t }), at(now.mse, now.t)],
            ])
      }
      ${figureWith(
        "claim-bound",
        TERMS(inBound),
        boundCaption(inBound, now?.bound.visible === false),
        TERMS(wrong ? "" : "model"),
      )}
      ${
        now === null
          ? ""
          : readings([
              [texts.sumOf, format(words.nats, { value: formatNumber(now.bound.total, 5) })],
              ...(now.bound.visible ? [[texts.alongPaths, along(now)] as const] : []),
            ])
      }
    `;
  };
  return live(root, context, template, () => {
    const sides = surfaceIn(root, "claim-both-sides", drawn(drawSides), texts.name);
    const bound = surfaceIn(root, "claim-bound", drawn(drawBound), texts.boundName);
    const update = () => {
      const now = picture();
      if (now === null) return;
      const { t } = now;
      sides.describe(format(texts.describe, { t, kl: at(now.kl, t), mse: at(now.mse, t), T: now.kl.length }));
      const { total, drawn: value } = now.bound;
      bound.describe(format(texts.boundDescribe, { total: formatNumber(total), drawn: formatNumber(value) }));
    };
    return { surfaces: [sides, bound], update };
  });
};

function boundCaption(wrong: Wrong, hidden: boolean): string {
  const caption = format(texts.boundGuess, { caption: BOUND[wrong] });
  return hidden ? format(texts.boundHidden, { caption }) : caption;
}

/** Where the two sides differ most, as a ratio. */
function brokenCaption({ kl, mse }: Picture): string {
  const ratios = kl.map((value, k) => value / (mse[k] as number));
  const off = ratios.map((ratio) => (ratio > 0 && Number.isFinite(ratio) ? Math.abs(Math.log(ratio)) : -1));
  const worst = off.indexOf(Math.max(...off));
  return format(texts.brokenCaption, { worst: worst + 1, ratio: formatNumber(ratios[worst] ?? Number.NaN, 3) });
}

/** The steps t that have a place on both axes, thinned. */
function placed({ kl, mse }: Picture): number[] {
  const there = (value: number | undefined) => value !== undefined && value > 0 && Number.isFinite(value);
  const all = Array.from(kl, (_, k) => k + 1).filter((t) => there(kl[t - 1]) && there(mse[t - 1]));
  const every = Math.ceil(all.length / SHOWN);
  return all.filter((_, k) => k % every === 0);
}

function drawSides(pen: Pen, size: Size, theme: Theme, now: Picture, broken: boolean): void {
  const { t, kl, mse, error2 } = now;
  const steps = placed(now);
  const of = (values: Float64Array) => steps.map((step) => values[step - 1] as number);
  const [low, high] = decades([...of(kl), ...of(mse)], "").domain;
  const domain = [low / ROOM, high * ROOM] as const;
  const frame = layFrame(pen, size, theme, {
    x: { domain, scale: log, label: texts.mseAxis },
    y: { domain, scale: log, label: texts.klAxis },
    right: 10,
  });
  drawFrame(pen, frame, theme);
  if (steps.length === 0) {
    drawNothing(pen, frame, theme, error2 === 0 ? texts.noError : texts.noSteps);
    return;
  }
  const colour = broken ? theme.fail : theme.dual;
  inFrame(pen, frame, () => {
    polyline(pen, frame, domain, domain, { stroke: theme.ink, width: 1.5 });
    symbols(pen, frame, of(mse), of(kl), 3, "circle", { fill: colour, alpha: 0.75 });
  });
  const [x, y] = [mse[t - 1] as number, kl[t - 1] as number];
  if (!(x > 0 && y > 0 && Number.isFinite(x) && Number.isFinite(y))) return;
  const [px, py] = [frame.x(x), frame.y(y)];
  symbol(pen, "circle", px, py, 6, { fill: colour, stroke: theme.accent, width: 2.5 });
  // Off the diagonal (or the level of broken steps), to the side that has room.
  const left = px > (frame.left + frame.right) / 2;
  const above = left || (broken && y > OFF * x);
  const dy = above ? -13 : 14;
  label(pen, format(texts.here, { t }), px + (left ? -12 : 12), py + dy, {
    ...{ font: fontOf(theme, 12, 600), fill: theme.ink, align: left ? "right" : "left", halo: theme.surface },
  });
}

const along = ({ bound: { drawn, drawnError } }: Picture) =>
  format(texts.plusMinus, { value: formatNumber(drawn, 5), error: formatNumber(drawnError, 2) });

/** The terms from top to bottom, each with its name and what it should be. */
function termsOf({ bound: { prior, reconstruction, from, to, steps, intactSteps } }: Picture) {
  const group = (k: number) => {
    const range = { from: String(from[k]), to: String(to[k]) };
    return format(from[k] === to[k] ? texts.stepRow : texts.stepsRow, range);
  };
  return [
    { name: texts.priorRow, value: prior, right: prior },
    ...Array.from(steps, (value, k) => ({ name: group(k), value, right: intactSteps[k] as number })),
    { name: texts.reconstructionRow, value: reconstruction, right: reconstruction },
  ];
}

/** A bar for each term, from where the one above it ends; below them their sum, and the line that it has to reach. */
function drawBound(pen: Pen, size: Size, theme: Theme, now: Picture, broken: boolean): void {
  const { total, drawn, drawnError, visible } = now.bound;
  const terms = termsOf(now);
  const wrong = broken ? wrongIn(now) : "";
  const ends = (key: "value" | "right") => {
    let sum = 0;
    return terms.map((term) => {
      const from = sum;
      sum += term[key];
      return [from, sum] as const;
    });
  };
  const [tried, right] = [ends("value"), ends("right")];
  const [low, high] = extent([0, ...tried.flat(), ...right.flat(), ...(visible ? [drawn] : [])]);
  const last = terms.length;
  // Room at both sides for the numbers.
  const room = 0.16 * (high - low || 1);
  const frame = layFrame(pen, size, theme, {
    x: { domain: [low - room, high + room], label: texts.boundAxis },
    y: {
      ...{ domain: [last + 0.6, -0.6], ticks: Array.from({ length: last + 1 }, (_, row) => row), grid: false },
      format: (row) => (row === last ? texts.sumRow : (terms[row]?.name ?? "")),
    },
    right: 8,
  });
  drawFrame(pen, frame, theme);
  const bar = (row: number, [from, to]: readonly [number, number], fill: string, alpha = 1) => {
    box(pen, frame, from, row - HALF, to, row + HALF, { fill, alpha });
  };
  inFrame(pen, frame, () => {
    rule(pen, frame, "x", 0, { stroke: theme.muted, width: 1 });
    if (wrong === "terms")
      right.forEach((ends, row) => {
        bar(row, ends, theme.dual, GHOST);
      });
    tried.forEach((ends, row) => {
      const off = terms[row]?.value !== terms[row]?.right;
      bar(row, ends, off ? theme.fail : theme.dual, wrong === "terms" && !off ? 0.7 : 1);
    });
    bar(last, [0, total], wrong === "terms" ? theme.fail : theme.tube);
    if (!visible) return;
    const error = 2 * drawnError;
    const colour = wrong === "model" ? theme.fail : theme.ink;
    box(pen, frame, drawn - error, -0.6, drawn + error, last + 0.6, { fill: colour, alpha: 0.15 });
    rule(pen, frame, "x", drawn, { stroke: colour, width: 2 });
  });
  const font = fontOf(theme, 12, 600);
  pen.font = font;
  [...tried, [0, total] as const].forEach(([from, to], row) => {
    const text = formatNumber(to - from, 3);
    // Before the end of a bar that goes back, where the names of the rows leave room for it.
    const left = to < from && frame.x(to) - 8 - pen.measureText(text).width > frame.left;
    const end = left ? frame.x(to) - 6 : frame.x(Math.max(from, to)) + 6;
    label(pen, text, end, frame.y(row), {
      ...{ font, fill: theme.ink, align: left ? "right" : "left", halo: theme.surface },
    });
  });
}
