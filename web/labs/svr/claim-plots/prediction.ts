// 1d2: f(x) - b as a sum of kernel bars, one per support vector, each starting where the one before it ended.
import { html } from "lit";
import { formatNumber } from "../../../host/format-number.ts";
import { format } from "../../../host/messages/format.ts";
import { live, readings, slider, surfaceIn } from "../../../kit/claims/claim-plot.ts";
import { inSolvedUnits, pointPicker } from "../../../kit/points/claim-plot.ts";
import { columnOf } from "../../../kit/points/rows.ts";
import { pickedPoint } from "../../../kit/points/state.ts";
import { drawFrame, inFrame, layFrame } from "../../../plot/frame.ts";
import { box, polyline, rule } from "../../../plot/marks.ts";
import type { Theme } from "../../../plot/palette.ts";
import type { Pen, Size } from "../../../plot/pen.ts";
import { extent, padded } from "../../../plot/scale.ts";
import type { DrawLayer, Surface } from "../../../plot/surface.ts";
import { type MountSvrClaimPlot, type ResultOf, type SvrClaimPlotContext, words } from "./context.ts";

type Result = ResultOf<"1d2">;

export const mountPrediction: MountSvrClaimPlot = (root, context) => {
  const result = () => context.result("1d2");
  const template = () => {
    const now = result();
    return html`
      <figure class="claim-figure">
        <div class="claim-canvas claim-bars"></div>
        <p class="claim-key"><span class="key-up">${words.prediction.up}</span> <span class="key-down">${words.prediction.down}</span></p>
        <figcaption>${words.prediction.caption}</figcaption>
      </figure>
      <div class="claim-controls">
        ${
          now === null
            ? ""
            : html`${where(now, context)}
              ${readings([
                [words.prediction.sum, formatNumber(sumOf(now), 5)],
                [words.prediction.b, formatNumber(now.picture.b, 5)],
                [words.prediction.f, formatNumber(now.picture.f, 5)],
              ])}`
        }
      </div>
    `;
  };
  return live(root, context, template, () => {
    const paint: DrawLayer = (pen, size, theme) => draw(pen, size, theme, result(), context);
    const surface = surfaceIn(root, "claim-bars", paint, words.prediction.name);
    return { surfaces: [surface], update: () => say(surface, result()) };
  });
};

function say(surface: Surface, result: Result | null): void {
  if (result === null) return;
  const { bars, f, b } = result.picture;
  const count = bars.filter((bar) => bar !== 0).length;
  const values = { count, sum: formatNumber(sumOf(result), 4), b: formatNumber(b, 4), f: formatNumber(f, 4) };
  surface.describe(format(words.prediction.describe, values));
}

/** The choice of x: a slider along the plotted column, and a button for the picked training point. */
function where(result: Result, context: SvrClaimPlotContext) {
  const { state } = context.store;
  const { d } = state;
  const present = state.at.length === d ? state.at : [...result.picture.at];
  const column = Math.min(state.column, d - 1);
  const [low, high] = padded(extent(columnOf(state, column)), 0.25);
  const name = state.xNames[column] ?? format(words.prediction.column, { column: column + 1 });
  const jump = () => {
    const start = pickedPoint(state) * d;
    context.patchView({ at: state.x.slice(start, start + d) });
  };
  return html`
    ${slider({
      label: format(words.prediction.at, { name }),
      ...{ min: low, max: high, value: present[column] ?? 0 },
      onInput: (value) => context.patchView({ at: present.map((old, k) => (k === column ? value : old)) }),
    })}
    ${pointPicker(context)}
    <button type="button" class="button" @click=${jump}>${words.prediction.jump}</button>
  `;
}

/** Where the last bar ends: the last running sum. */
function sumOf({ picture: { bars } }: Result): number {
  return bars.reduce((sum, bar) => sum + bar, 0);
}

function draw(pen: Pen, size: Size, theme: Theme, result: Result | null, context: SvrClaimPlotContext): void {
  if (result === null) return;
  const { bars } = result.picture;
  const rows = Array.from(bars.keys()).filter((i) => bars[i] !== 0);
  const ends = [0];
  for (const i of rows) ends.push((ends.at(-1) ?? 0) + (bars[i] ?? 0));
  const total = ends.at(-1) ?? 0;
  const frame = layFrame(pen, size, theme, {
    x: {
      domain: [-0.5, Math.max(rows.length, 1) - 0.5],
      format: (k) => (Number.isInteger(k) && rows[k] !== undefined ? String((rows[k] ?? 0) + 1) : ""),
      grid: false,
      label: words.prediction.axisPoint,
    },
    y: { domain: padded(extent([...ends, 0]), 0.1), label: inSolvedUnits(context, words.prediction.axisSum) },
  });
  drawFrame(pen, frame, theme);
  inFrame(pen, frame, () => {
    rule(pen, frame, "y", 0, { stroke: theme.muted, width: 1 });
    rows.forEach((i, k) => {
      const bar = bars[i] ?? 0;
      const fill = bar < 0 ? theme.below : theme.upper;
      const picked = i === pickedPoint(context.store.state);
      // A gap between wide bars; many thin ones form an area.
      const half = rows.length > 60 ? 0.5 : 0.42;
      box(
        pen,
        frame,
        k - half,
        ends[k] ?? 0,
        k + half,
        ends[k + 1] ?? 0,
        picked ? { fill, stroke: theme.ink, width: 2 } : { fill },
      );
    });
    const level = Float64Array.from(rows.flatMap((_, k) => [k - 0.5, k + 0.5]));
    const sums = Float64Array.from(rows.flatMap((_, k) => [ends[k + 1] ?? 0, ends[k + 1] ?? 0]));
    if (rows.length <= 60) polyline(pen, frame, level, sums, { stroke: theme.muted, width: 1 });
    rule(pen, frame, "y", total, { stroke: theme.accent, width: 2, dash: [6, 4] });
  });
}
