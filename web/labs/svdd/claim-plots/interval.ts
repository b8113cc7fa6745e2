// 2.5c: the staircase S(rho) of the weight outside, the level nu, and the interval (11) between the places where it reaches nu and
// where it is first below.
import { html } from "lit";
import { formatNumber } from "../../../host/format-number.ts";
import { format } from "../../../host/messages/format.ts";
import { setText } from "../../../kit/claim-plots/polyline.ts";
import { figure, live, readings, surfaceIn } from "../../../kit/claims/claim-plot.ts";
import { brokenLine, FADED } from "../../../kit/main-plot/broken.ts";
import { inSolvedUnits } from "../../../kit/points/claim-plot.ts";
import { wordColour } from "../../../plot/colours.ts";
import { drawFrame, type Frame, fontOf, inFrame, layFrame } from "../../../plot/frame.ts";
import { label, rule, symbol } from "../../../plot/marks.ts";
import { arrow, box, steps } from "../../../plot/more-marks.ts";
import type { Theme } from "../../../plot/palette.ts";
import type { Pen, Size } from "../../../plot/pen.ts";
import { padded } from "../../../plot/scale.ts";
import { type MountSvddClaimPlot, type PlotDataOf, type SvddClaimPlotContext, words } from "./context.ts";

type PlotData = PlotDataOf<"2.5c">;

/** S at the rho shown: constant from one corner to the next. */
function weightOutside({ rho, outside, pick }: PlotData): number {
  const next = rho.findIndex((corner) => corner > pick);
  return outside[next < 0 ? outside.length - 1 : Math.max(0, next - 1)] ?? 0;
}

export const mountInterval: MountSvddClaimPlot = (root, context) => {
  const plotData = () => context.result("2.5c")?.picture ?? null;
  const broken = () => context.result("2.5c")?.broken ?? false;
  const caption = (now: PlotData | null) => {
    const { caption, brokenCaption, claimedCaption } = words.interval;
    if (now === null || !broken() || context.result("2.5c")?.verdict === "vacuous") return caption;
    return [caption, brokenCaption, ...(claimsOthers(now) ? [claimedCaption] : [])].join(" ");
  };
  const template = () => {
    const now = plotData();
    return html`
      ${figure("claim-interval", caption(now))}
      ${
        now === null || now.rho.length === 0
          ? ""
          : readings([
              [words.interval.lower, formatNumber(now.lo, 5)],
              [words.radius.pick, formatNumber(now.pick, 5)],
              [words.interval.upper, formatNumber(now.hi, 5)],
              [words.interval.width, formatNumber(now.hi - now.lo, 4)],
              ...(broken() && claimsOthers(now) ? [[words.interval.claimed, claimedText(now)] as const] : []),
              [words.interval.weight, formatNumber(weightOutside(now), 4)],
              [words.interval.level, formatNumber(now.nu, 4)],
            ])
      }
    `;
  };
  return live(root, context, template, () => {
    const surface = surfaceIn(
      root,
      "claim-interval",
      (pen, size, theme) => {
        const now = plotData();
        if (now !== null && now.rho.length > 0) draw(pen, size, theme, now, context, broken());
      },
      words.interval.name,
    );
    const update = () => {
      const now = plotData();
      if (now === null || now.rho.length === 0) return;
      const [most, nu, pick, weight] = [now.outside[0] ?? 0, now.nu, now.pick, weightOutside(now)].map((value) =>
        formatNumber(value, 4),
      ) as [string, string, string, string];
      surface.describe(format(words.interval.describe, { most, nu, pick, weight, set: setText(now) }));
    };
    return { surfaces: [surface], update };
  });
};

/** Whether the ends that a broken certificate claims are others. */
function claimsOthers({ rho, lo, hi, claimedLo, claimedHi }: PlotData): boolean {
  const size = Math.max(rho.at(-1) ?? 0, Math.abs(hi));
  return Math.max(Math.abs(claimedLo - lo), Math.abs(claimedHi - hi)) > 1e-6 * size;
}

function claimedText({ claimedLo, claimedHi }: PlotData): string {
  const ends = { lower: formatNumber(claimedLo, 4), upper: formatNumber(claimedHi, 4) };
  return format(words.interval.claimedEnds, ends);
}

/** The ends that a broken certificate claims, from the lower to the upper one: the arrow points to the left where they are exchanged. */
function drawClaimed(pen: Pen, theme: Theme, frame: Frame, now: PlotData): void {
  if (!claimsOthers(now)) return;
  const { claimedLo, claimedHi, nu } = now;
  const y = frame.y(nu) + 14;
  const [from, to] = [frame.x(claimedLo), frame.x(claimedHi)];
  // A mark where it starts; where it ends it has its head.
  if (Math.abs(to - from) > 8) arrow(pen, from, y, to, y, { stroke: theme.fail, width: 2.5 });
  symbol(pen, "circle", from, y, 4, { fill: theme.fail, stroke: theme.surface, width: 1 });
}

function draw(pen: Pen, size: Size, theme: Theme, now: PlotData, context: SvddClaimPlotContext, broken: boolean): void {
  const { rho, outside, lo, hi, nu, rightNu, pick, wrong } = now;
  const most = Math.max(outside[0] ?? 0, wrong[0] ?? 0, nu);
  const own = context.frame?.solution.rho ?? pick;
  const moved = broken && own !== pick;
  const frame = layFrame(pen, size, theme, {
    x: { domain: padded([0, rho.at(-1) ?? 1], 0.03), label: inSolvedUnits(context, words.radius.axisRho) },
    y: { domain: [-0.05 * most, 1.12 * most], label: words.interval.axisS },
    top: 18,
  });
  drawFrame(pen, frame, theme);
  const [floor, top] = frame.y.domain;
  inFrame(pen, frame, () => {
    box(pen, frame, lo, floor, hi, top, { fill: theme.upper, alpha: 0.2 });
    for (const end of [lo, hi]) rule(pen, frame, "x", end, { stroke: theme.upper, width: 1.5, dash: [4, 3] });
    rule(pen, frame, "y", rightNu, { stroke: theme.pair, width: 2, dash: [7, 4], alpha: nu === rightNu ? 1 : FADED });
    if (nu !== rightNu) rule(pen, frame, "y", nu, brokenLine(theme));
    steps(pen, frame, rho, outside, { stroke: theme.ink, width: 2 });
    if (wrong.length > 0) steps(pen, frame, rho, wrong, brokenLine(theme));
    // The solver's rho stays as a ghost.
    if (moved) rule(pen, frame, "x", own, { stroke: theme.accent, width: 2, alpha: FADED });
    rule(pen, frame, "x", pick, moved ? brokenLine(theme) : { stroke: theme.accent, width: 2 });
  });
  if (broken) drawClaimed(pen, theme, frame, now);
  const place = [frame.x(pick), frame.y(weightOutside(now))] as const;
  if (moved) symbol(pen, "square", ...place, 6, { fill: theme.fail, stroke: theme.surface, width: 1.5 });
  else symbol(pen, "diamond", ...place, 6, { fill: theme.accent, stroke: theme.surface, width: 1.5 });
  const font = fontOf(theme, 12);
  const right = frame.x(pick) > (frame.left + frame.right) / 2;
  label(pen, words.interval.level, frame.right - 4, frame.y(nu) - 9, {
    ...{ font, fill: wordColour(theme, "pair"), align: "right", halo: theme.surface },
  });
  if (moved)
    // Between the level and the floor: beyond every point there is no step.
    label(pen, words.interval.broken, frame.x(pick) + (right ? -6 : 6), frame.y(nu / 2), {
      ...{ font, fill: theme.fail, align: right ? "right" : "left", halo: theme.surface },
    });
  const middle = Math.max(frame.left + 50, Math.min(frame.right - 50, frame.x((lo + hi) / 2)));
  label(pen, words.interval.setLabel, middle, frame.top - 9, {
    font,
    fill: wordColour(theme, "upper"),
    align: "center",
  });
}
