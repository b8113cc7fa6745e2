// 4d: the weight w_t of every step, and the divergence of the step over the weighted noise error that it is.
import { html } from "lit";
import { formatNumber } from "../../../host/format-number.ts";
import { format } from "../../../host/messages/format.ts";
import { live, readings, surfaceIn } from "../../../kit/claims/claim-plot.ts";
import { type Frame, fontOf } from "../../../plot/frame.ts";
import { arrow, bars, label, polyline, symbols } from "../../../plot/marks.ts";
import type { Theme } from "../../../plot/palette.ts";
import type { Pen, Size } from "../../../plot/pen.ts";
import {
  controls,
  decades,
  drawOverSteps,
  figureWith,
  type MountDiffusionClaimPlot,
  type PictureOf,
  positive,
  showing,
  stepsUpTo,
  words,
} from "./context.ts";

type Picture = PictureOf<"4d">;

const texts = words.divergence;

export const mountNoiseMse: MountDiffusionClaimPlot = (root, context) => {
  const { picture, drawn } = showing(context, "4d");
  const at = (values: Float64Array, t: number) => formatNumber(values[t - 1] ?? Number.NaN, 4);
  const template = () => {
    const now = picture();
    return html`
      ${controls(context, "4d")}
      ${figureWith("claim-weights", [], texts.weightsCaption)}
      ${figureWith(
        "claim-over-steps",
        [
          ["wide", "dual", texts.kl],
          ["dot", "primal", texts.mse],
        ],
        now === null ? "" : format(texts.overlayCaption, { error2: formatNumber(now.error2, 4) }),
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
    `;
  };
  return live(root, context, template, () => {
    const weights = surfaceIn(root, "claim-weights", drawn(drawWeights), texts.weightsName);
    const overlay = surfaceIn(root, "claim-over-steps", drawn(drawOverlay), texts.overlayName);
    const update = () => {
      const now = picture();
      if (now === null) return;
      const { t } = now;
      weights.describe(format(texts.weightsDescribe, { t, weight: at(now.weight, t), T: now.weight.length }));
      overlay.describe(format(texts.overlayDescribe, { t, kl: at(now.kl, t), mse: at(now.mse, t) }));
    };
    return { surfaces: [weights, overlay], update };
  });
};

/** Step 1 leaves every axis. */
function drawInfinite(pen: Pen, frame: Frame, theme: Theme): void {
  const px = frame.x(1) + 6;
  arrow(pen, px, frame.top + 34, px, frame.top + 3, { stroke: theme.fail, width: 2 });
  label(pen, texts.infinite, px + 8, frame.top + 12, {
    font: fontOf(theme, 12, 600),
    fill: theme.fail,
    halo: theme.surface,
  });
}

function drawWeights(pen: Pen, size: Size, theme: Theme, { t, weight }: Picture): void {
  const T = weight.length;
  const y = decades(weight, texts.weightsAxis, 1);
  drawOverSteps(pen, size, theme, { T, t, y }, (frame) => {
    const width = Math.max(1, ((frame.right - frame.left) / T) * 0.7);
    bars(pen, frame, stepsUpTo(T).subarray(1), weight.subarray(1), width, { fill: theme.pair }, y.domain[0]);
    drawInfinite(pen, frame, theme);
  });
}

function drawOverlay(pen: Pen, size: Size, theme: Theme, { t, kl, mse }: Picture): void {
  const T = kl.length;
  const y = decades([...kl, ...mse], texts.overlayAxis, 1);
  drawOverSteps(pen, size, theme, { T, t, y }, (frame) => {
    const steps = stepsUpTo(T);
    polyline(pen, frame, steps, positive(kl), { stroke: theme.dual, width: 7, alpha: 0.45 });
    // As many dots as can be told apart.
    const every = Math.ceil(T / 60);
    const some = (values: Float64Array) => values.filter((_, k) => k > 0 && k % every === 0);
    symbols(pen, frame, some(steps), some(mse), 2.6, "circle", { fill: theme.primal });
    drawInfinite(pen, frame, theme);
  });
}
