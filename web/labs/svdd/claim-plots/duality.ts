// 2.2: the gap closes along the solver's path; and why it can: the constraint of one point as a set in R, where a chord leaves it,
// and in rho = R^2, where none does. The set of the proof, what some ball costs if every constraint may be violated by u, with the
// line that separates it; and a problem without a Slater point, where only a vertical line does.
import { html } from "lit";
import { formatNumber } from "../../../host/format-number.ts";
import { format } from "../../../host/messages/format.ts";
import { drawnGap, gapEnds, gapFigure } from "../../../kit/claim-plots/gap.ts";
import { figure, live, readings, surfaceIn } from "../../../kit/claims/claim-plot.ts";
import { brokenLine, FADED } from "../../../kit/main-plot/broken.ts";
import { inSolvedUnits, pointPicker } from "../../../kit/points/claim-plot.ts";
import { pickedPoint } from "../../../kit/points/state.ts";
import { drawFrame, fontOf, inFrame, layFrame } from "../../../plot/frame.ts";
import { band, label, polyline, rule, type Style, symbol, symbols } from "../../../plot/marks.ts";
import { segments } from "../../../plot/more-marks.ts";
import type { Theme } from "../../../plot/palette.ts";
import { type Pen, type Size, saved } from "../../../plot/pen.ts";
import { extent, padded } from "../../../plot/scale.ts";
import { type MountSvddClaimPlot, type PlotDataOf, type SvddClaimPlotContext, words } from "./context.ts";

type PlotData = PlotDataOf<"2.2">;

export const mountDuality: MountSvddClaimPlot = (root, context) => {
  const plotData = () => {
    const result = context.result("2.2");
    if (result === null) return null;
    const { certificatePrimal: primal, certificateDual: dual } = result.picture;
    return { ...result.picture, broken: result.broken ? { primal, dual } : null };
  };
  const template = () => {
    const now = plotData();
    const point = pickedPoint(context.store.state) + 1;
    return html`
      ${gapFigure(words.duality.caption, now)}
      ${now === null ? "" : readings(gapEnds(now))}
      ${figure("claim-shapes", format(words.duality.shapesCaption, { point }))}
      <div class="claim-controls">
        ${pointPicker(context)}
        ${
          now === null || now.slaterXi.length === 0
            ? ""
            : readings([
                [
                  format(words.duality.slater, { xi: formatNumber(extent(now.slaterXi)[0], 4) }),
                  formatNumber(now.slaterRho, 4),
                ],
              ])
        }
      </div>
      <div class="claim-pair">
        <figure class="claim-figure">
          <div class="claim-canvas claim-set"></div>
          <p class="claim-key"><span class="key-set">${words.duality.cost}</span> <span class="key-support">${words.duality.support}</span></p>
          <figcaption>${words.duality.setCaption}${
            now !== null && hasFan(now) ? html` ${words.duality.fan}` : ""
          }</figcaption>
        </figure>
        <figure class="claim-figure">
          <div class="claim-canvas claim-vertical"></div>
          <p class="claim-key"><span class="key-set">${words.duality.costVertical}</span> <span class="key-vertical">${words.duality.vertical}</span></p>
          <figcaption>${words.duality.verticalCaption}</figcaption>
        </figure>
      </div>
    `;
  };
  return live(root, context, template, () => {
    const shapes = surfaceIn(
      root,
      "claim-shapes",
      (pen, size, theme) => {
        const now = plotData();
        if (now !== null && now.radius.length > 0) drawShapes(pen, size, theme, now);
      },
      words.duality.shapes,
    );
    const set = surfaceIn(
      root,
      "claim-set",
      (pen, size, theme) => {
        const now = plotData();
        if (now !== null && now.relaxed.length > 0) drawSet(pen, size, theme, now, context);
      },
      words.duality.setName,
    );
    const vertical = surfaceIn(
      root,
      "claim-vertical",
      (pen, size, theme) => {
        const now = plotData();
        if (now !== null && now.verticalU.length > 0) drawVertical(pen, size, theme, now);
      },
      words.duality.verticalName,
    );
    const update = () => {
      const now = plotData();
      if (now === null) return;
      shapes.describe(format(words.duality.shapesDescribe, { shortfall: formatNumber(now.chordShortfall, 4) }));
      const texts = { slope: formatNumber(now.slope, 4), dual: formatNumber(now.certificateDual, 4) };
      set.describe(format(words.duality.setDescribe, { ...texts, cost: formatNumber(now.certificatePrimal, 4) }));
      vertical.describe(words.duality.verticalCaption);
    };
    const surfaces = [shapes, set, vertical];
    return [drawnGap(root, plotData, (title) => inSolvedUnits(context, title)), { surfaces, update }];
  });
};

/** Whether lines of other slopes support the set, too: those of the other optimal sums of multipliers. */
const hasFan = ({ slope, slopeLeast, broken }: PlotData & { readonly broken: unknown }) =>
  broken === null && slopeLeast > slope + 1e-9;

/** Plots narrower than this have one set below the other, px. */
const WIDE = 460;

function drawShapes(pen: Pen, size: Size, theme: Theme, now: PlotData): void {
  const wide = size.width >= WIDE;
  const part = wide
    ? { width: size.width / 2 - 6, height: size.height }
    : { width: size.width, height: size.height / 2 };
  const { radius, boundary, rho, edge } = now;
  drawShape(pen, part, theme, radius, boundary, [words.duality.axisR, words.duality.inR]);
  saved(pen, () => {
    pen.translate(wide ? size.width / 2 + 6 : 0, wide ? 0 : size.height / 2);
    drawShape(pen, part, theme, rho, edge, [words.duality.axisRho, words.duality.inRho]);
  });
}

/** The allowed set lies above the edge; the chord goes from the start of the edge to where it meets the axis. */
function drawShape(
  pen: Pen,
  size: Size,
  theme: Theme,
  x: Float64Array,
  edge: Float64Array,
  [axis, title]: readonly [string, string],
): void {
  const most = (edge[0] ?? 0) || 1;
  const foot = x.findIndex((_, k) => (edge[k] ?? 0) === 0);
  const end = x[foot] ?? 0;
  const frame = layFrame(pen, size, theme, {
    x: { domain: [0, x.at(-1) || 1], label: axis },
    y: { domain: [-0.06 * most, 1.25 * most], label: words.duality.axisXi },
    top: 18,
  });
  drawFrame(pen, frame, theme);
  const convex = title === words.duality.inRho;
  const colour = convex ? theme.pass : theme.fail;
  inFrame(pen, frame, () => {
    const top = edge.map(() => 1.25 * most);
    band(pen, frame, x, edge, top, { fill: theme.tube, alpha: 0.16 });
    polyline(pen, frame, x, edge, { stroke: theme.tube, width: 2.5 });
    segments(pen, frame, [0], [most], [end], [0], { stroke: colour, width: 2, dash: [6, 4] });
  });
  const [px, py] = [frame.x(end / 2), frame.y(most / 2)];
  symbol(pen, convex ? "circle" : "cross", px, py, 6, { stroke: colour, width: 2.5 });
  label(pen, title, (frame.left + frame.right) / 2, frame.top - 9, {
    ...{ font: fontOf(theme, 12, 600), fill: theme.ink, align: "center" },
  });
}

/** The set A above the least cost, the point of the optimal cost on the axis u = 0, and the line through (0, D). */
function drawSet(
  pen: Pen,
  size: Size,
  theme: Theme,
  now: PlotData & { readonly broken: { readonly primal: number; readonly dual: number } | null },
  context: SvddClaimPlotContext,
): void {
  const { relaxed, relaxedCost, slope, slopeLeast, certificatePrimal, certificateDual, broken } = now;
  const [from, last] = [relaxed[0] ?? 0, relaxed.at(-1) ?? 1];
  const to = last + 0.08 * (last - from);
  const cost = certificatePrimal;
  const line = (at: number, rise: number, u: number) => at + rise * u;
  // Room below the set for the line, as far as it goes to the right.
  const low = Math.max(Math.min(0, line(certificateDual, slope, to)), -0.45 * (relaxedCost[0] ?? 1));
  const most = Math.max(relaxedCost[0] ?? 1, broken === null ? 0 : cost * 1.05);
  const frame = layFrame(pen, size, theme, {
    x: { domain: [from, to > from ? to : from + 1], label: inSolvedUnits(context, words.duality.axisU) },
    y: { domain: padded([low, most > low ? most : low + 1], 0.04), label: inSolvedUnits(context, words.duality.axisT) },
  });
  drawFrame(pen, frame, theme);
  const top = frame.y.domain[1];
  // Beyond the largest u that was solved for the cost is no more than there.
  const u = [...relaxed, to];
  const least = [...relaxedCost, relaxedCost.at(-1) ?? 0];
  inFrame(pen, frame, () => {
    band(
      pen,
      frame,
      u,
      least,
      least.map(() => top),
      { fill: theme.tube, alpha: 0.16 },
    );
    rule(pen, frame, "x", 0, { stroke: theme.muted, width: 1 });
    polyline(pen, frame, relaxed, relaxedCost, { stroke: theme.tube, width: 2.5 });
    symbols(pen, frame, relaxed, relaxedCost, 2.5, "circle", { fill: theme.tube });
    const ends = (at: number, rise: number) => [line(at, rise, from), line(at, rise, to)] as const;
    const support = (at: number, rise: number, style: Style) => {
      const [start, end] = ends(at, rise);
      segments(pen, frame, [from], [start], [to], [end], style);
    };
    if (hasFan(now)) support(certificateDual, slopeLeast, { stroke: theme.pair, width: 1.75, dash: [2, 3] });
    support(
      certificateDual,
      slope,
      broken === null ? { stroke: theme.accent, width: 2, dash: [6, 4] } : brokenLine(theme),
    );
  });
  const mark = { stroke: theme.surface, width: 1.5 };
  const best = relaxedCost[relaxed.indexOf(0)] ?? 0;
  symbol(pen, "diamond", frame.x(0), frame.y(best), 6, {
    ...mark,
    fill: theme.accent,
    alpha: broken === null ? 1 : FADED,
  });
  if (broken === null) return;
  const font = fontOf(theme, 12, 600);
  for (const [value, name] of [
    [cost, "P"],
    [certificateDual, "D"],
  ] as const) {
    symbol(pen, "square", frame.x(0), frame.y(value), 5, { ...mark, fill: theme.fail });
    label(pen, name, frame.x(0) + 9, frame.y(value) - 8, { font, fill: theme.fail, halo: theme.surface });
  }
}

/** Chords of the least cost from u = 0, to these places of the curve: the nearer, the steeper. */
const CHORDS = [12, 24, 40] as const;

/** Without a Slater point: nothing is feasible for u < 0, and at 0 the least cost falls without a slope. */
function drawVertical(pen: Pen, size: Size, theme: Theme, { verticalU, verticalCost }: PlotData): void {
  const frame = layFrame(pen, size, theme, {
    x: { domain: [-0.25, 1], label: words.duality.axisU },
    y: { domain: [-1.1, 0.35], label: words.duality.axisT },
  });
  drawFrame(pen, frame, theme);
  const top = verticalCost.map(() => 0.35);
  inFrame(pen, frame, () => {
    band(pen, frame, verticalU, verticalCost, top, { fill: theme.tube, alpha: 0.16 });
    polyline(pen, frame, verticalU, verticalCost, { stroke: theme.tube, width: 2.5 });
    for (const k of CHORDS) {
      const [u, cost] = [verticalU[k] ?? 0, verticalCost[k] ?? 0];
      segments(pen, frame, [0], [0], [u], [cost], { stroke: theme.accent, width: 1.5, dash: [6, 4] });
    }
    rule(pen, frame, "x", 0, { stroke: theme.fail, width: 2, dash: [7, 4] });
  });
  symbol(pen, "diamond", frame.x(0), frame.y(0), 6, { fill: theme.accent, stroke: theme.surface, width: 1.5 });
}
