// 2.4: the objective (10) along the ray through the solver's alpha: a straight line up to where the sum is 1 or the box ends, and
// the sums that are optimal.
import { html } from "lit";
import { formatNumber } from "../../../host/format-number.ts";
import { format } from "../../../host/messages/format.ts";
import { setText } from "../../../kit/claim-plots/polyline.ts";
import { figure, live, readings, surfaceIn } from "../../../kit/claims/claim-plot.ts";
import { brokenLine, FADED } from "../../../kit/main-plot/broken.ts";
import { inSolvedUnits } from "../../../kit/points/claim-plot.ts";
import { wordColour } from "../../../plot/colours.ts";
import { drawFrame, fontOf, inFrame, layFrame } from "../../../plot/frame.ts";
import { label, polyline, rule, symbol } from "../../../plot/marks.ts";
import { box } from "../../../plot/more-marks.ts";
import type { Theme } from "../../../plot/palette.ts";
import type { Pen, Size } from "../../../plot/pen.ts";
import { extent, padded } from "../../../plot/scale.ts";
import { type MountSvddClaimPlot, type PlotDataOf, type SvddClaimPlotContext, words } from "./context.ts";

type PlotData = PlotDataOf<"2.4">;

/** Objective at a sum, from the plot's grid of sums. */
function at({ s, objective }: PlotData, sum: number): number {
  const k = s.findIndex((each) => each >= sum - 1e-9);
  return objective[k < 0 ? objective.length - 1 : k] ?? 0;
}

const sums = ({ alphaSumLo }: PlotData) => setText({ lo: alphaSumLo, hi: 1 });

export const mountSimplified: MountSvddClaimPlot = (root, context) => {
  const plotData = () => context.result("2.4")?.picture ?? null;
  const broken = () => context.result("2.4")?.broken ?? false;
  const template = () => {
    const now = plotData();
    return html`
      ${figure("claim-ray", broken() ? words.simplified.captionBroken : words.simplified.caption)}
      ${
        now === null || now.s.length === 0
          ? ""
          : readings([
              [words.simplified.axisObjective, formatNumber(at(now, 1), 5)],
              [words.simplified.face, formatNumber(now.sFace, 4)],
              [words.simplified.range, sums(now)],
              [words.simplified.up, formatNumber(now.up, 3)],
              [words.simplified.gain, formatNumber(now.gain, 3)],
            ])
      }
    `;
  };
  return live(root, context, template, () => {
    const surface = surfaceIn(
      root,
      "claim-ray",
      (pen, size, theme) => {
        const now = plotData();
        if (now !== null && now.s.length > 0) draw(pen, size, theme, now, context, broken());
      },
      words.simplified.name,
    );
    const update = () => {
      const now = plotData();
      if (now === null || now.s.length === 0) return;
      const texts = {
        value: formatNumber(at(now, 1), 4),
        face: formatNumber(now.sFace, 4),
        least: formatNumber(now.alphaSumLo, 4),
      };
      surface.describe(format(words.simplified.describe, texts));
    };
    return { surfaces: [surface], update };
  });
};

function draw(pen: Pen, size: Size, theme: Theme, now: PlotData, context: SvddClaimPlotContext, broken: boolean): void {
  const { s, objective, intact, alphaSum, sFace, alphaSumLo } = now;
  const end = Math.min(1, sFace);
  const frame = layFrame(pen, size, theme, {
    x: { domain: [0, s.at(-1) ?? 1.25], label: words.simplified.axisS },
    y: {
      domain: padded(extent([0, ...objective, ...intact]), 0.08),
      label: inSolvedUnits(context, words.simplified.axisObjective),
    },
    top: 18,
  });
  drawFrame(pen, frame, theme);
  const [floor, top] = frame.y.domain;
  // A broken sum may be beyond what is drawn.
  const reached = broken ? Math.min(alphaSum, s.at(-1) ?? alphaSum) : 1;
  inFrame(pen, frame, () => {
    box(pen, frame, 0, floor, end, top, { fill: theme.tube, alpha: 0.1 });
    if (alphaSumLo < 1) box(pen, frame, alphaSumLo, floor, 1, top, { fill: theme.upper, alpha: 0.22 });
    if (broken) polyline(pen, frame, s, intact, { stroke: theme.ink, width: 2.5, alpha: FADED });
    polyline(pen, frame, s, objective, { stroke: theme.muted, width: 1.5, dash: [4, 4] });
    const far = broken ? Math.max(end, reached) : end;
    const allowed = Array.from(s).filter((each) => each <= far + 1e-9);
    polyline(pen, frame, allowed, objective, broken ? brokenLine(theme) : { stroke: theme.ink, width: 2.5 });
    rule(pen, frame, "x", 1, { stroke: theme.accent, width: 1.5, dash: [6, 4] });
    if (Math.abs(sFace - 1) > 1e-6) rule(pen, frame, "x", sFace, { stroke: theme.pair, width: 1.5, dash: [2, 3] });
  });
  symbol(pen, broken ? "square" : "diamond", frame.x(reached), frame.y(at(now, reached)), 6, {
    ...{ fill: broken ? theme.fail : theme.accent, stroke: theme.surface, width: 1.5 },
  });
  const font = fontOf(theme, 12);
  label(pen, words.simplified.allowed, frame.x(end / 2), frame.top - 9, {
    font,
    fill: wordColour(theme, "tube"),
    align: "center",
  });
  if (alphaSumLo < 1)
    label(pen, words.simplified.range, frame.x((alphaSumLo + 1) / 2), frame.y(floor) - 10, {
      ...{ font, fill: wordColour(theme, "upper"), align: "center", halo: theme.surface },
    });
}
