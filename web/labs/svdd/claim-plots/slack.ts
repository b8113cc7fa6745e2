// 2.5d: points by distance as bars; the part of a bar above the line rho is its slack. Where rho is an interval, so is the slack.
import { html } from "lit";
import { formatNumber } from "../../../host/format-number.ts";
import { format } from "../../../host/messages/format.ts";
import { figure, live, readings, surfaceIn } from "../../../kit/claims/claim-plot.ts";
import { inSolvedUnits, pointPicker } from "../../../kit/points/claim-plot.ts";
import { pickedPoint } from "../../../kit/points/state.ts";
import { wordColour } from "../../../plot/colours.ts";
import { drawFrame, fontOf, inFrame, layFrame } from "../../../plot/frame.ts";
import { label, rule } from "../../../plot/marks.ts";
import { bars, box } from "../../../plot/more-marks.ts";
import type { Theme } from "../../../plot/palette.ts";
import type { Pen, Size } from "../../../plot/pen.ts";
import { extent } from "../../../plot/scale.ts";
import { type MountSvddClaimPlot, type PlotDataOf, type SvddClaimPlotContext, words } from "./context.ts";

type PlotData = PlotDataOf<"2.5d">;

export const mountSlack: MountSvddClaimPlot = (root, context) => {
  const plotData = () => context.result("2.5d")?.picture ?? null;
  const broken = () => context.result("2.5d")?.broken ?? false;
  const template = () => {
    const now = plotData();
    const i = pickedPoint(context.store.state);
    const [low, high] = [formatNumber(now?.xiAtHi[i] ?? 0, 4), formatNumber(now?.xiAtLo[i] ?? 0, 4)];
    const range = low === high ? "" : `${low} … ${high}`;
    return html`
      ${figure("claim-slack", words.slack.caption)}
      <div class="claim-controls">
        ${pointPicker(context)}
        ${
          now === null || now.xi.length === 0
            ? ""
            : readings([
                [words.slack.d2, formatNumber(now.distance2[i] ?? 0, 5)],
                [words.slack.xi, formatNumber(now.xi[i] ?? 0, 5)],
                ...(range === "" ? [] : [[words.slack.xiRange, range] as const]),
              ])
        }
      </div>
    `;
  };
  return live(root, context, template, () => {
    const surface = surfaceIn(
      root,
      "claim-slack",
      (pen, size, theme) => {
        const now = plotData();
        if (now !== null && now.xi.length > 0) draw(pen, size, theme, now, context, broken());
      },
      words.slack.name,
    );
    const update = () => {
      const now = plotData();
      if (now === null) return;
      const outside = now.xi.filter((xi) => xi > 0).length;
      const largest = formatNumber(extent(now.xi, [0, 0])[1], 4);
      surface.describe(format(words.slack.describe, { outside, n: now.xi.length, largest }));
    };
    return { surfaces: [surface], update };
  });
};

/** The number of a point, or the name of the copy that a mistake adds. */
function nameOf(i: number, { store: { state } }: SvddClaimPlotContext): string {
  return i * state.d < state.x.length ? String(i + 1) : words.slack.copy;
}

/** Most bars; of more points the farthest are shown. */
const BARS = 120;

function draw(pen: Pen, size: Size, theme: Theme, now: PlotData, context: SvddClaimPlotContext, broken: boolean): void {
  const { distance2, xi, xiAtLo, xiAtHi } = now;
  const order = Array.from(distance2.keys())
    .sort((i, j) => (distance2[i] as number) - (distance2[j] as number) || i - j)
    .slice(-BARS);
  const solution = context.frame?.solution;
  const rho = solution?.rho ?? 0;
  const [lo, hi] = solution?.rhoInterval ?? [rho, rho];
  const tops = order.map((i) => Math.max(distance2[i] as number, rho + (xi[i] as number)));
  const most = Math.max(...tops, hi) || 1;
  const lowest = Math.min(0, ...order.map((i) => rho + (xi[i] as number)));
  const frame = layFrame(pen, size, theme, {
    x: {
      domain: [-0.6, order.length - 0.4],
      ticks: order.map((_, k) => k),
      format: (k) => nameOf(order[k] ?? 0, context),
      grid: false,
      label: words.slack.axisPoint,
    },
    y: { domain: [lowest * 1.08, most * 1.08], label: inSolvedUnits(context, words.slack.axisD2) },
  });
  drawFrame(pen, frame, theme);
  const width = Math.max(1, 0.72 * (frame.x(1) - frame.x(0)));
  const picked = order.indexOf(pickedPoint(context.store.state));
  inFrame(pen, frame, () => {
    if (hi > lo) box(pen, frame, frame.x.domain[0], lo, frame.x.domain[1], hi, { fill: theme.tube, alpha: 0.2 });
    const places = order.map((_, k) => k);
    const below = order.map((i) => Math.min(distance2[i] as number, rho));
    bars(pen, frame, places, below, width, { fill: theme.inside, alpha: 0.45 });
    const outside = places.filter((k) => (xi[order[k] as number] as number) > 0);
    for (const k of outside) {
      const i = order[k] as number;
      bars(pen, frame, [k], [rho + (xi[i] as number)], width, { fill: theme.above }, rho);
      // The slack for the two ends of the interval, below the end of the point's own distance.
      const d2 = distance2[i] as number;
      if (hi > lo) bars(pen, frame, [k], [d2 - (xiAtHi[i] as number)], width, { fill: theme.surface, alpha: 0.35 }, d2 - (xiAtLo[i] as number)); // biome-ignore format: one call
    }
    // The part of a broken slack that its point has no need of, or that it lacks.
    for (const k of broken ? places : []) {
      const i = order[k] as number;
      const need = Math.max(rho, distance2[i] as number);
      const end = rho + (xi[i] as number);
      if (Math.abs(end - need) <= 1e-9 * most) continue;
      bars(pen, frame, [k], [end], width, end > need ? { fill: theme.fail } : { fill: theme.fail, alpha: 0.35 }, need);
      if (end < need) bars(pen, frame, [k], [end], width, { stroke: theme.fail, width: 1.5 }, need);
    }
    if (picked >= 0) bars(pen, frame, [picked], [tops[picked] as number], width, { stroke: theme.ink, width: 2 });
    rule(pen, frame, "y", rho, { stroke: theme.tube, width: 2.25 });
  });
  label(pen, words.slack.rho, frame.left + 8, frame.y(rho) - 9, {
    ...{ font: fontOf(theme, 13, 600), fill: wordColour(theme, "tube"), halo: theme.surface },
  });
}
