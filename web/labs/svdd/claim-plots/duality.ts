// 2.2: the gap closes along the solver's path; and why it can: the constraint of one point as a set in R, where a chord leaves it,
// and in rho = R^2, where none does.
import { html } from "lit";
import { formatNumber } from "../../../host/format-number.ts";
import { format } from "../../../host/messages/format.ts";
import { drawnGap, gapEnds, gapFigure } from "../../../kit/claim-plots/gap.ts";
import { figure, live, readings, surfaceIn } from "../../../kit/claims/claim-plot.ts";
import { inSolvedUnits, pointPicker } from "../../../kit/points/claim-plot.ts";
import { pickedPoint } from "../../../kit/points/state.ts";
import { drawFrame, fontOf, inFrame, layFrame } from "../../../plot/frame.ts";
import { band, label, polyline, segments, symbol } from "../../../plot/marks.ts";
import type { Theme } from "../../../plot/palette.ts";
import { type Pen, type Size, saved } from "../../../plot/pen.ts";
import { extent } from "../../../plot/scale.ts";
import { type MountSvddClaimPlot, type PlotDataOf, words } from "./context.ts";

type PlotData = PlotDataOf<"2.2">;

export const mountDuality: MountSvddClaimPlot = (root, context) => {
  const plotData = () => {
    const result = context.result("2.2");
    if (result === null) return null;
    const { certificatePrimal: primal, certificateDual: dual } = result.picture;
    return { ...result.picture, broken: result.certificate === null ? null : { primal, dual } };
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
    const update = () => {
      const now = plotData();
      if (now !== null)
        shapes.describe(format(words.duality.shapesDescribe, { shortfall: formatNumber(now.chordShortfall, 4) }));
    };
    return [drawnGap(root, plotData, (title) => inSolvedUnits(context, title)), { surfaces: [shapes], update }];
  });
};

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
