// 4a: particles that took t single steps beside particles of the closed form, and the exact signal and noise of every step.
import { html } from "lit";
import { formatNumber } from "../../../host/format-number.ts";
import { format } from "../../../host/messages/format.ts";
import { brokenLine, stepsUpTo } from "../../../kit/claim-plots/axes.ts";
import { figureWith, type KeyEntry } from "../../../kit/claims/claim-figure.ts";
import { live, readings, surfaceIn } from "../../../kit/claims/claim-plot.ts";
import { inFrame } from "../../../plot/frame.ts";
import { polyline, symbol, symbols } from "../../../plot/marks.ts";
import type { Theme } from "../../../plot/palette.ts";
import type { Pen, Size } from "../../../plot/pen.ts";
import { extent, padded } from "../../../plot/scale.ts";
import {
  controls,
  coordinate,
  drawOverSteps,
  layPlane,
  type MountDiffusionClaimPlot,
  type PictureOf,
  showing,
  words,
} from "./context.ts";

type Picture = PictureOf<"4a">;

/** More of each kind would only cover one another. */
const SHOWN = 400;

/** Top of the axis of shares: none is above 1 as long as each step shrinks the signal. */
const MOST = 2;

const texts = words.forward;

/** Which of the two ways a mistake is in: the closed form, or the walk. */
const inJump = (mistake: string) => mistake === "alpha";
const inWalk = (mistake: string) => mistake !== "" && !inJump(mistake);
/** A noise that is one number for all coordinates has the right mean and the right variance. */
const inMoments = (mistake: string) => inWalk(mistake) && mistake !== "one-noise";

const particles = (mistake: string): readonly KeyEntry[] => [
  ["dot", inJump(mistake) ? "fail" : "dual", inJump(mistake) ? texts.closedBroken : texts.closed],
  ["cross", inWalk(mistake) ? "fail" : "pair", inWalk(mistake) ? texts.walkedBroken : texts.walked],
  ["diamond", "ink", words.x0],
];
const moments = (mistake: string): readonly KeyEntry[] => [
  ["wide", inJump(mistake) ? "fail" : "dual", texts.signal],
  ["wide", inJump(mistake) ? "fail" : "primal", texts.noise],
  ["dash", inMoments(mistake) ? "fail" : "ink", inMoments(mistake) ? texts.recursionBroken : texts.recursion],
];
const momentsText = (mistake: string): string => {
  if (mistake === "") return texts.momentsCaption;
  return inMoments(mistake) || inJump(mistake) ? texts.momentsBroken : texts.momentsUnchanged;
};

export const mountForwardProcess: MountDiffusionClaimPlot = (root, context) => {
  const { picture, drawn, mistake } = showing(context, "4a");
  const template = () => {
    const now = picture();
    const wrong = mistake();
    const caption = (text: string) =>
      now === null ? "" : format(text, { count: Math.min(SHOWN, now.closed.length / 2), t: now.t });
    return html`
      ${controls(context, "4a")}
      ${figureWith(
        "claim-particles",
        particles(wrong),
        caption(wrong === "" ? texts.particlesCaption : texts.particlesBroken),
        particles(wrong === "" ? "plain" : ""),
      )}
      ${figureWith("claim-over-steps", moments(wrong), momentsText(wrong), moments(wrong === "" ? "plain" : ""))}
      ${
        now === null
          ? ""
          : readings([
              [format(texts.signalAt, { t: now.t }), formatNumber(now.signal[now.t - 1] ?? 0, 4)],
              [format(texts.noiseAt, { t: now.t }), formatNumber(now.noise[now.t - 1] ?? 0, 4)],
              [texts.priorKl, format(words.nats, { value: formatNumber(now.priorKl) })],
            ])
      }
    `;
  };
  return live(root, context, template, () => {
    const particles = surfaceIn(root, "claim-particles", drawn(drawParticles), texts.particlesName);
    const moments = surfaceIn(root, "claim-over-steps", drawn(drawMoments), texts.momentsName);
    const update = () => {
      const now = picture();
      if (now === null) return;
      const [signal, noise] = [formatNumber(now.signal[now.t - 1] ?? 0), formatNumber(now.noise[now.t - 1] ?? 0)];
      particles.describe(format(texts.particlesDescribe, { t: now.t, count: now.closed.length / 2 }));
      moments.describe(format(texts.momentsDescribe, { t: now.t, signal, noise }));
    };
    return { surfaces: [particles, moments], update };
  });
};

function drawParticles(
  pen: Pen,
  size: Size,
  theme: Theme,
  { x0, closed, bySteps }: Picture,
  _: boolean,
  mistake: string,
): void {
  const some = (places: Float64Array) => places.subarray(0, 2 * SHOWN);
  const frame = layPlane(pen, size, theme, [x0, [0, 0], some(closed), some(bySteps)]);
  const xs = (places: Float64Array) => [coordinate(some(places), 0), coordinate(some(places), 1)] as const;
  inFrame(pen, frame, () => {
    symbols(pen, frame, ...xs(closed), 2.6, "circle", { fill: inJump(mistake) ? theme.fail : theme.dual, alpha: 0.55 });
    symbols(pen, frame, ...xs(bySteps), 2.6, "cross", {
      ...{ stroke: inWalk(mistake) ? theme.fail : theme.pair, width: 1.3, alpha: 0.85 },
    });
  });
  symbol(pen, "diamond", frame.x(x0[0] ?? 0), frame.y(x0[1] ?? 0), 5.5, {
    fill: theme.ink,
    stroke: theme.surface,
    width: 1.5,
  });
}

function drawMoments(pen: Pen, size: Size, theme: Theme, now: Picture, _: boolean, mistake: string): void {
  const { t, signal, noise, signalByRecursion, noiseByRecursion } = now;
  const steps = stepsUpTo(signal.length);
  const [low, high] = extent([0, 1, ...signalByRecursion, ...noiseByRecursion]);
  // A variance that grows without bound may leave the plot: the others are to be seen.
  const y = { domain: padded([low, Math.min(high, MOST)], 0.05), label: texts.momentsAxis };
  drawOverSteps(pen, size, theme, { T: signal.length, t, y }, (frame) => {
    const wide = (stroke: string) => ({ stroke: inJump(mistake) ? theme.fail : stroke, width: 6, alpha: 0.45 });
    polyline(pen, frame, steps, signal, wide(theme.dual));
    polyline(pen, frame, steps, noise, wide(theme.primal));
    const recursion = inMoments(mistake) ? brokenLine(theme) : { stroke: theme.ink, width: 1.5, dash: [5, 4] };
    polyline(pen, frame, steps, signalByRecursion, recursion);
    polyline(pen, frame, steps, noiseByRecursion, recursion);
  });
}
