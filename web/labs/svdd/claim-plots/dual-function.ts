// 2.3: L at other centres lies on a bowl whose bottom is theta; where an equality is violated, L has no bottom; and between two
// choices of multipliers L at one centre is a line, theta the lower envelope of all these lines.
import { html, type TemplateResult } from "lit";
import { formatNumber } from "../../../host/format-number.ts";
import { format } from "../../../host/messages/format.ts";
import { live, readings, steadyKey, surfaceIn } from "../../../kit/claims/claim-plot.ts";
import { brokenLine, FADED } from "../../../kit/main-plot/broken.ts";
import { inSolvedUnits } from "../../../kit/points/claim-plot.ts";
import { drawFrame, fontOf, inFrame, layFrame } from "../../../plot/frame.ts";
import { label, polyline, rule, symbol, symbols } from "../../../plot/marks.ts";
import { segments } from "../../../plot/more-marks.ts";
import type { Theme } from "../../../plot/palette.ts";
import type { Pen, Size } from "../../../plot/pen.ts";
import { extent, padded } from "../../../plot/scale.ts";
import { type MountSvddClaimPlot, type PlotDataOf, type SvddClaimPlotContext, words } from "./context.ts";

type PlotData = PlotDataOf<"2.3">;

export const mountDualFunction: MountSvddClaimPlot = (root, context) => {
  const plotData = () => context.result("2.3")?.picture ?? null;
  const broken = () => context.result("2.3")?.broken ?? false;
  /** The plain mistake moves the dots of the bowl; the others are of formulas. */
  const moved = () => context.result("2.3")?.mistake === "plain";
  const template = () => {
    const now = plotData();
    return html`
      <div class="claim-pair">
        <figure class="claim-figure">
          <div class="claim-canvas claim-bowl"></div>
          <figcaption>${moved() ? words.dualFunction.captionBroken : words.dualFunction.caption}</figcaption>
        </figure>
        <figure class="claim-figure">
          <div class="claim-canvas claim-ride"></div>
          <p class="claim-key"><span class="key-rho">${words.dualFunction.rideRho}</span> <span class="key-xi">${words.dualFunction.rideXi}</span></p>
          <figcaption>${words.dualFunction.rideCaption}</figcaption>
        </figure>
      </div>
      <figure class="claim-figure" ?data-shows-mistake=${broken() && !moved()}>
        <div class="claim-canvas claim-envelope"></div>
        ${steadyKey(envelopeKey(broken()), envelopeKey(!broken()))}
        <figcaption>${broken() ? words.dualFunction.envelopeBroken : words.dualFunction.envelopeCaption}</figcaption>
      </figure>
      ${
        now === null
          ? ""
          : readings([
              [words.dualFunction.theta, formatNumber(now.theta, 5)],
              [words.dualFunction.sum, formatNumber(now.alphaSum, 5)],
            ])
      }
    `;
  };
  return live(root, context, template, () => {
    const bowl = surfaceIn(
      root,
      "claim-bowl",
      (pen, size, theme) => {
        const now = plotData();
        if (now !== null && now.distance.length > 0) drawBowl(pen, size, theme, now, context, moved());
      },
      words.dualFunction.name,
    );
    const ride = surfaceIn(
      root,
      "claim-ride",
      (pen, size, theme) => {
        const now = plotData();
        if (now !== null && now.ride.length > 0) drawRide(pen, size, theme, now, context);
      },
      words.dualFunction.rideName,
    );
    const envelope = surfaceIn(
      root,
      "claim-envelope",
      (pen, size, theme) => {
        const now = plotData();
        if (now !== null && now.pathT.length > 0) drawEnvelope(pen, size, theme, now, context, broken());
      },
      words.dualFunction.envelopeName,
    );
    const update = () => {
      const now = plotData();
      if (now === null || now.lagrangian.length === 0) return;
      const texts = {
        count: now.distance.length,
        least: formatNumber(extent(now.lagrangian)[0], 4),
        theta: formatNumber(now.theta, 4),
      };
      bowl.describe(format(words.dualFunction.describe, texts));
      const ends = (values: ArrayLike<number>) =>
        [values[0], values[values.length - 1]].map((value) => formatNumber(value ?? 0, 4)) as [string, string];
      const [[rhoFrom, rhoTo], [xiFrom, xiTo]] = [ends(now.rideRho), ends(now.rideXi)];
      if (now.ride.length > 0) ride.describe(format(words.dualFunction.rideDescribe, { rhoFrom, rhoTo, xiFrom, xiTo }));
      envelope.describe(format(words.dualFunction.envelopeDescribe, { lines: now.lineT.length, theta: texts.theta }));
    };
    return { surfaces: [bowl, ride, envelope], update };
  });
};

function envelopeKey(broken: boolean): TemplateResult {
  const { theta, right, judged, line } = words.dualFunction;
  return broken
    ? html`<p class="claim-key"><span class="key-right">${right}</span> <span class="key-judged">${judged}</span> <span class="key-line" data-broken>${line}</span></p>`
    : html`<p class="claim-key"><span class="key-theta">${theta}</span> <span class="key-line">${line}</span></p>`;
}

function drawBowl(
  pen: Pen,
  size: Size,
  theme: Theme,
  now: PlotData,
  context: SvddClaimPlotContext,
  broken: boolean,
): void {
  const { distance, lagrangian, intact, theta } = now;
  const frame = layFrame(pen, size, theme, {
    x: { domain: padded([0, extent(distance)[1] || 1], 0.05), label: words.dualFunction.axisDistance },
    y: {
      domain: padded(extent([theta, ...lagrangian, ...intact]), 0.1),
      label: inSolvedUnits(context, words.dualFunction.axisL),
    },
  });
  drawFrame(pen, frame, theme);
  inFrame(pen, frame, () => {
    rule(pen, frame, "y", theta, { stroke: theme.accent, width: 2, dash: [6, 4] });
    if (broken) {
      symbols(pen, frame, distance, intact, 3.5, "circle", { fill: theme.dual, alpha: FADED });
      segments(pen, frame, distance, intact, distance, lagrangian, { stroke: theme.fail, width: 1, alpha: 0.5 });
      symbols(pen, frame, distance, lagrangian, 3.5, "square", { fill: theme.fail });
    } else symbols(pen, frame, distance, lagrangian, 3.5, "circle", { fill: theme.dual, alpha: 0.7 });
  });
  symbol(pen, "diamond", frame.x(0), frame.y(theta), 6, { fill: theme.accent, stroke: theme.surface, width: 1.5 });
  label(pen, words.dualFunction.theta, frame.right - 4, frame.y(theta) - 9, {
    ...{ font: fontOf(theme, 12, 600), fill: theme.accent, align: "right", halo: theme.surface },
  });
}

function drawRide(pen: Pen, size: Size, theme: Theme, now: PlotData, context: SvddClaimPlotContext): void {
  const { ride, rideRho, rideXi } = now;
  const frame = layFrame(pen, size, theme, {
    x: { domain: [0, ride.at(-1) || 1], label: words.dualFunction.axisRide },
    y: {
      domain: padded(extent([...rideRho, ...rideXi]), 0.08),
      label: inSolvedUnits(context, words.dualFunction.axisL),
    },
  });
  drawFrame(pen, frame, theme);
  inFrame(pen, frame, () => {
    // Both fall at the same rate, and often from the same value: one is wide and pale, so that the other is seen upon it.
    polyline(pen, frame, ride, rideRho, { stroke: theme.primal, width: 7, alpha: 0.4 });
    polyline(pen, frame, ride, rideXi, { stroke: theme.pair, width: 2, dash: [7, 4] });
  });
}

function drawEnvelope(
  pen: Pen,
  size: Size,
  theme: Theme,
  now: PlotData,
  context: SvddClaimPlotContext,
  broken: boolean,
): void {
  const { pathT, pathTheta, pathRight, lineT, lineStart, lineEnd } = now;
  const at = (k: number, t: number) => (1 - t) * (lineStart[k] ?? 0) + t * (lineEnd[k] ?? 0);
  const touching = lineT.map((t, k) => at(k, t));
  const [low, high] = extent([...pathTheta, ...pathRight, ...touching]);
  const frame = layFrame(pen, size, theme, {
    x: { domain: [0, 1], label: words.dualFunction.axisT },
    y: {
      // Lines that start far above are cut off there.
      domain: padded([low, high + 0.25 * (high - low || 1)], 0.05),
      label: inSolvedUnits(context, words.dualFunction.axisL),
    },
  });
  drawFrame(pen, frame, theme);
  const line = { stroke: broken ? theme.fail : theme.dual, width: 1.25, alpha: 0.65 };
  inFrame(pen, frame, () => {
    for (let k = 0; k < lineT.length; ++k) segments(pen, frame, [0], [lineStart[k] ?? 0], [1], [lineEnd[k] ?? 0], line);
    if (broken) polyline(pen, frame, pathT, pathRight, { stroke: theme.ink, width: 3, alpha: FADED });
    polyline(pen, frame, pathT, pathTheta, broken ? brokenLine(theme) : { stroke: theme.ink, width: 3 });
    symbols(pen, frame, lineT, touching, 3.5, "circle", { fill: broken ? theme.fail : theme.dual });
  });
}
