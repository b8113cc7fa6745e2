// 2.5a: the forces alpha_i (x_i - mu), laid end to end, come back to where they started. With other kernels only their lengths
// can be drawn.
import { html } from "lit";
import { formatNumber } from "../../../host/format-number.ts";
import { format } from "../../../host/messages/format.ts";
import { figure, live, readings, surfaceIn } from "../../../kit/claims/claim-plot.ts";
import { inSolvedUnits } from "../../../kit/points/claim-plot.ts";
import { pickedPoint } from "../../../kit/points/state.ts";
import { columnName, unrounded } from "../../../kit/points/words.ts";
import { wordColour } from "../../../plot/colours.ts";
import { drawFrame, fontOf, inFrame, layFrame } from "../../../plot/frame.ts";
import { label, polyline, rule, symbol } from "../../../plot/marks.ts";
import { arrow, bars, segments } from "../../../plot/more-marks.ts";
import type { Theme } from "../../../plot/palette.ts";
import type { Pen, Size } from "../../../plot/pen.ts";
import { extent, padded } from "../../../plot/scale.ts";
import { type MountSvddClaimPlot, type PlotDataOf, type SvddClaimPlotContext, words } from "./context.ts";

type PlotData = PlotDataOf<"2.5a">;

/** 0 where it is rounding of the forces. */
function residualText({ residual2, force, pull }: PlotData): string {
  return formatNumber(unrounded(residual2, ...force.map((f) => f * f), ...pull));
}

/** Points that pull, the hardest first. */
function pulling({ pull }: PlotData): number[] {
  const most = extent(pull, [0, 0])[1];
  return Array.from(pull.keys())
    .filter((i) => (pull[i] as number) > 1e-9 * most)
    .sort((i, j) => (pull[j] as number) - (pull[i] as number));
}

/** The two columns whose forces are drawn: those of the main plot, where it shows columns. */
function columns({ store: { state } }: SvddClaimPlotContext): [number, number] {
  const [x, y] = [state.columnX, state.columnY];
  return x < state.d && y < state.d ? [x, y] : [0, Math.min(1, state.d - 1)];
}

export const mountCentre: MountSvddClaimPlot = (root, context) => {
  const plotData = () => context.result("2.5a")?.picture ?? null;
  const broken = () => context.result("2.5a")?.broken ?? false;
  /** Forces that come back to their start, though the centre is another. */
  const balanced = () => context.result("2.5a")?.mistake === "mean";
  const caption = (kernel: boolean) => {
    if (kernel) return words.centre.captionKernel;
    if (!broken()) return words.centre.caption;
    return balanced() ? words.centre.captionBalanced : words.centre.captionBroken;
  };
  const template = () => {
    const now = plotData();
    const kernel = now !== null && now.force.length === 0;
    return html`
      <div class="claim-pair">
        ${figure("claim-springs", caption(kernel))}
        <figure class="claim-figure" ?data-shows-mistake=${balanced()}>
          <div class="claim-canvas claim-centre-cost"></div>
          <figcaption>${now !== null && isCheaper(now) ? words.centre.costBroken : words.centre.costCaption}</figcaption>
        </figure>
      </div>
      ${
        now === null
          ? ""
          : readings([
              [words.centre.residual, residualText(now)],
              ...(now.cost.length === 0
                ? []
                : [
                    [words.centre.here, formatNumber(now.here, 5)] as const,
                    [words.centre.least, formatNumber(now.least, 5)] as const,
                  ]),
            ])
      }
    `;
  };
  return live(root, context, template, () => {
    const surface = surfaceIn(
      root,
      "claim-springs",
      (pen, size, theme) => {
        const now = plotData();
        if (now === null || now.pull.length === 0) return;
        if (now.force.length > 0) drawChain(pen, size, theme, now, context, broken());
        else drawPulls(pen, size, theme, now, context);
      },
      words.centre.name,
    );
    const cost = surfaceIn(
      root,
      "claim-centre-cost",
      (pen, size, theme) => {
        const now = plotData();
        if (now !== null && now.cost.length > 0) drawCost(pen, size, theme, now, context);
      },
      words.centre.costName,
    );
    const update = () => {
      const now = plotData();
      if (now === null) return;
      surface.describe(format(words.centre.describe, { count: pulling(now).length, residual: residualText(now) }));
      const numbers = { here: formatNumber(now.here, 5), least: formatNumber(now.least, 5) };
      cost.describe(now.cost.length === 0 ? "" : format(words.centre.costDescribe, numbers));
    };
    return { surfaces: [surface, cost], update };
  });
};

/** Forces in the order of their directions, so that the chain goes round only once. */
function drawChain(
  pen: Pen,
  size: Size,
  theme: Theme,
  now: PlotData,
  context: SvddClaimPlotContext,
  broken: boolean,
): void {
  const { state } = context.store;
  const d = state.d;
  const [cx, cy] = columns(context);
  const force = (i: number): [number, number] => [now.force[i * d + cx] ?? 0, d > 1 ? (now.force[i * d + cy] ?? 0) : 0];
  const order = pulling(now).sort(
    (i, j) => Math.atan2(force(i)[1], force(i)[0]) - Math.atan2(force(j)[1], force(j)[0]),
  );
  const places: [number, number][] = [[0, 0]];
  for (const i of order) {
    const [x, y] = places.at(-1) as [number, number];
    places.push([x + force(i)[0], y + force(i)[1]]);
  }
  const frame = layFrame(pen, size, theme, {
    x: { domain: padded(extent(places.map(([x]) => x)), 0.12), label: columnName(state, cx) },
    y: { domain: padded(extent(places.map(([, y]) => y)), 0.12), label: d > 1 ? columnName(state, cy) : "" },
    aspect: 1,
  });
  drawFrame(pen, frame, theme);
  const picked = pickedPoint(state);
  inFrame(pen, frame, () => {
    order.forEach((i, k) => {
      const [from, to] = [places[k] as [number, number], places[k + 1] as [number, number]];
      const stroke = i === picked ? theme.accent : theme.pair;
      arrow(pen, frame.x(from[0]), frame.y(from[1]), frame.x(to[0]), frame.y(to[1]), { stroke, width: i === picked ? 3.5 : 2 }); // biome-ignore format: one arrow
    });
  });
  const [startX, startY] = [frame.x(0), frame.y(0)];
  const [endX, endY] = places.at(-1) as [number, number];
  // Below the marks of both ends.
  if (broken)
    arrow(pen, startX, startY, frame.x(endX), frame.y(endY), { stroke: theme.fail, width: 2.5, dash: [7, 4] });
  symbol(pen, "ring", startX, startY, 8, { stroke: theme.tube, width: 2.5 });
  symbol(pen, "cross", frame.x(endX), frame.y(endY), 5, { stroke: broken ? theme.fail : theme.ink, width: 2 });
  label(pen, words.centre.start, startX + 12, startY - 12, {
    ...{ font: fontOf(theme, 12), fill: wordColour(theme, "tube"), halo: theme.surface },
  });
}

/** Whether a centre on the line is cheaper than mu, so that it can be seen. */
function isCheaper({ cost, here }: PlotData): boolean {
  const [lowest, highest] = extent(cost);
  return here - lowest > VISIBLE * (highest - lowest);
}

/** The cost of the best ball about a centre that is moved; a cheaper one than mu is marked, as mu itself is then. */
function drawCost(pen: Pen, size: Size, theme: Theme, now: PlotData, context: SvddClaimPlotContext): void {
  const { distance, cost, here } = now;
  const [lowest, highest] = extent(cost);
  const place = cost.indexOf(lowest);
  const cheaper = isCheaper(now);
  const frame = layFrame(pen, size, theme, {
    x: { domain: padded(extent(distance), 0.04), label: words.centre.axisDistance },
    y: { domain: padded([lowest, highest], 0.1), label: inSolvedUnits(context, words.centre.axisCost) },
    top: 18,
  });
  drawFrame(pen, frame, theme);
  inFrame(pen, frame, () => {
    rule(pen, frame, "x", 0, { stroke: theme.muted, width: 1 });
    polyline(pen, frame, distance, cost, { stroke: theme.ink, width: 2 });
    if (!cheaper) return;
    rule(pen, frame, "y", lowest, { stroke: theme.upper, width: 1.5, dash: [4, 3] });
    segments(pen, frame, [0], [lowest], [0], [here], { stroke: theme.fail, width: 2.5 });
  });
  const [x, y] = [frame.x(0), frame.y(here)];
  if (cheaper) {
    symbol(pen, "circle", frame.x(distance[place] ?? 0), frame.y(lowest), 5, { fill: theme.upper, stroke: theme.surface, width: 1 }); // biome-ignore format: one mark
    symbol(pen, "square", x, y, 6, { fill: theme.fail, stroke: theme.surface, width: 1.5 });
  } else symbol(pen, "diamond", x, y, 6, { fill: theme.accent, stroke: theme.surface, width: 1.5 });
  label(pen, words.centre.mu, x, frame.top - 9, {
    ...{ font: fontOf(theme, 12), fill: cheaper ? theme.fail : wordColour(theme, "accent"), align: "center" },
  });
}

/** Of the range of the costs: less is not drawn as a difference. */
const VISIBLE = 1e-3;
/** Most bars. */
const BARS = 40;

function drawPulls(pen: Pen, size: Size, theme: Theme, now: PlotData, context: SvddClaimPlotContext): void {
  const order = pulling(now).slice(0, BARS);
  const heights = order.map((i) => now.pull[i] as number);
  const frame = layFrame(pen, size, theme, {
    x: {
      domain: [-0.6, Math.max(order.length, 1) - 0.4],
      ticks: order.map((_, k) => k),
      format: (k) => String((order[k] ?? 0) + 1),
      grid: false,
      label: words.centre.axisPoint,
    },
    y: { domain: [0, (extent(heights, [0, 1])[1] || 1) * 1.1], label: words.centre.pull },
  });
  drawFrame(pen, frame, theme);
  const width = 0.7 * (frame.x(1) - frame.x(0));
  const picked = pickedPoint(context.store.state);
  inFrame(pen, frame, () => {
    for (const here of [false, true]) {
      const some = order.map((_, k) => k).filter((k) => (order[k] === picked) === here);
      bars(pen, frame, some, some.map((k) => heights[k] as number), width, { fill: here ? theme.accent : theme.pair }); // biome-ignore format: one call
    }
  });
}
