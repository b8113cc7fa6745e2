// Remark 1: how large x_t really is, and how large it would be with sqrt(alpha_t) in place of sqrt(alpha_bar_t); and the weights
// that L_simple replaces by 1.
import { html } from "lit";
import { formatNumber } from "../../../host/format-number.ts";
import { format } from "../../../host/messages/format.ts";
import { brokenLine, decades, positive, stepsUpTo } from "../../../kit/claim-plots/axes.ts";
import { figureWith, type KeyEntry } from "../../../kit/claims/claim-figure.ts";
import { live, readings, surfaceIn } from "../../../kit/claims/claim-plot.ts";
import { band, polyline, rule } from "../../../plot/marks.ts";
import type { Theme } from "../../../plot/palette.ts";
import type { Pen, Size } from "../../../plot/pen.ts";
import { extent, padded } from "../../../plot/scale.ts";
import { controls, drawOverSteps, type MountDiffusionClaimPlot, type PictureOf, showing, words } from "./context.ts";

type Picture = PictureOf<"4r1">;

const texts = words.simple;

const CURVES = (wrong: boolean): readonly KeyEntry[] => [
  ["line", "dual", texts.chain],
  wrong ? ["dash", "fail", texts.used] : ["dash", "primal", texts.printed],
];

export const mountSimpleLoss: MountDiffusionClaimPlot = (root, context) => {
  const { picture, drawn, broken } = showing(context, "4r1");
  const template = () => {
    const now = picture();
    const wrong = broken();
    const last = formatNumber(now?.second.at(-1) ?? 0, 4);
    const printed = formatNumber(now?.printed.at(-1) ?? 0, 4);
    const used = formatNumber(now?.used.at(-1) ?? 0, 4);
    return html`
      ${controls(context, "4r1")}
      ${figureWith(
        "claim-second",
        CURVES(wrong),
        now === null
          ? ""
          : format(wrong ? texts.brokenCaption : texts.caption, { last, printed, used, ...worstOf(now) }),
        CURVES(!wrong),
      )}
      ${figureWith(
        "claim-over-steps",
        [
          ["line", "pair", texts.weight],
          ["dash", "ink", texts.one],
        ],
        texts.weightsCaption,
      )}
      ${
        now === null
          ? ""
          : readings([
              [texts.chainAtT, last],
              [texts.printedAtT, printed],
              [texts.unitAtT, formatNumber(now.varianceAtT, 4)],
            ])
      }
    `;
  };
  return live(root, context, template, () => {
    const second = surfaceIn(root, "claim-second", drawn(drawSecond), texts.name);
    const weights = surfaceIn(root, "claim-over-steps", drawn(drawWeights), texts.weightsName);
    const update = () => {
      const now = picture();
      if (now === null) return;
      const { second: chain, printed } = now;
      const ends = {
        last: formatNumber(chain.at(-1) ?? 0),
        printed: formatNumber(printed.at(-1) ?? 0),
        T: chain.length,
      };
      second.describe(format(texts.describe, ends));
    };
    return { surfaces: [second, weights], update };
  });
};

/** Where what is used is farthest from the chain's, and how far. */
function worstOf({ second, used }: Picture) {
  const apart = used.map((value, k) => Math.abs(value - (second[k] as number)));
  const most = Math.max(...apart);
  return { apart: formatNumber(most, 2), worst: apart.indexOf(most) + 1 };
}

/** From this share of the height on a difference is seen beside 0. */
const SEEN = 0.05;

/** Broken: what is used in place of the chain's, and the area shows its error. */
function drawSecond(pen: Pen, size: Size, theme: Theme, { second, used, printed }: Picture, broken: boolean): void {
  const T = second.length;
  const other = broken ? used : printed;
  const [low, high] = extent([1, ...second, ...other]);
  // Too small a difference is enlarged: 0 is then left out.
  const apart = Math.max(...other.map((value, k) => Math.abs(value - (second[k] as number))));
  const least = broken && apart < SEEN * high ? low : Math.min(0, low);
  const y = { domain: padded([least, high], 0.05), label: texts.axis };
  drawOverSteps(pen, size, theme, { T, t: null, y }, (frame) => {
    const steps = stepsUpTo(T);
    rule(pen, frame, "y", 1, { stroke: theme.muted, width: 1, dash: [2, 3] });
    if (broken) band(pen, frame, steps, second, other, { fill: theme.fail, alpha: 0.16 });
    polyline(pen, frame, steps, second, { stroke: theme.dual, width: 3 });
    const dashed = broken ? brokenLine(theme) : { stroke: theme.primal, width: 2, dash: [7, 4] };
    polyline(pen, frame, steps, other, dashed);
  });
}

function drawWeights(pen: Pen, size: Size, theme: Theme, { weight }: Picture): void {
  const y = decades([...weight, 1], texts.weightsAxis);
  drawOverSteps(pen, size, theme, { T: weight.length, t: null, y }, (frame) => {
    rule(pen, frame, "y", 1, { stroke: theme.ink, width: 1.5, dash: [6, 4] });
    polyline(pen, frame, stepsUpTo(weight.length), positive(weight), { stroke: theme.pair, width: 2.5 });
  });
}
