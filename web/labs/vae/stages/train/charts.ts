// The two charts under the main plot: the bound over the steps of training, and the KL of each latent coordinate.
import { format } from "../../../../host/messages/format.ts";
import { drawRow, type RowChart } from "../../../../kit/charts/chart-row.ts";
import { dotsOf } from "../../../../kit/charts/loss-chart.ts";
import { fontOf } from "../../../../plot/frame.ts";
import { label, polyline, rule, symbols } from "../../../../plot/marks.ts";
import { bars } from "../../../../plot/more-marks.ts";
import type { Theme } from "../../../../plot/palette.ts";
import { drawCloud } from "../../../../plot/panels.ts";
import type { Pen, Size } from "../../../../plot/pen.ts";
import { extent, padded } from "../../../../plot/scale.ts";
import { train as words } from "../../messages/train.en.ts";
import { LOOKS } from "./looks.ts";
import type { Track } from "./record.ts";
import type { Scene } from "./scene.ts";

/** KL of a coordinate below this, nats, tells nothing of x: it has collapsed to the prior. */
export const COLLAPSED = 0.01;

/** The axis shows where the bound is after the first steps, which are far below all others. */
const SHOWN = 0.75;

function curveDomain(values: readonly number[]): [number, number] {
  const sorted = values.filter(Number.isFinite).toSorted((a, b) => a - b);
  const low = sorted[Math.floor((1 - SHOWN) * (sorted.length - 1))];
  const high = sorted.at(-1);
  return low === undefined || high === undefined ? [-1, 0] : padded(extent([low, high]), 0.25);
}

/** Of the vertical axis. */
export const boundDomain = ({ heldOut, training }: Track) => curveDomain([...heldOut, ...training]);

export function bound(scene: Scene): RowChart {
  const { track, losses, target, beta } = scene;
  const negative = losses.map((loss) => -loss);
  const dot = { point: { colour: "below", shape: "circle", open: false } } as const;
  const entry = (name: "training" | "heldOut") => ({
    swatch: { line: LOOKS[name].colour, dash: LOOKS[name].dash },
    text: words.charts[name],
  });
  return {
    title: words.charts.overSteps,
    items: [
      entry("heldOut"),
      entry("training"),
      { swatch: dot, text: beta === 1 ? words.charts.batch : words.charts.batchBeta },
    ],
    x: { domain: [0, Math.max(1, target)], label: words.charts.steps },
    y: { domain: boundDomain(track), label: words.charts.nats },
    draw(pen, theme, frame) {
      drawCloud(pen, frame, dotsOf(negative), 1.5, theme.below, 0.3);
      for (const name of ["training", "heldOut"] as const) {
        const { colour, dash } = LOOKS[name];
        polyline(pen, frame, track.steps, track[name], { stroke: theme[colour], width: 2, dash: [...dash] });
      }
    },
  };
}

export const isCollapsed = (kl: number): boolean => kl < COLLAPSED;

/** What a bar needs for its number, and for the word in its place, px: the cross and the legend say it, too. */
const ROOM = { number: 34, word: 68 } as const;

export function klBars({ progress }: Scene): RowChart {
  const values = progress?.heldOut.klPerDimension ?? new Float64Array();
  const at = Array.from(values, (_, k) => k + 1);
  const most = values.reduce((high, value) => Math.max(high, value), 0.05);
  const collapsed = values.filter(isCollapsed).length;
  return {
    title: words.charts.perLatent,
    items: [
      { swatch: { line: LOOKS.q.colour }, text: words.charts.kl },
      ...(collapsed === 0
        ? []
        : [
            {
              swatch: { point: { colour: "fail", shape: "cross", open: true } } as const,
              text: format(words.charts.collapsedCount, { count: collapsed, of: values.length }),
            },
          ]),
    ],
    x: {
      domain: [0.5, Math.max(1, values.length) + 0.5],
      label: words.charts.latent,
      ticks: at,
      format: String,
      grid: false,
    },
    y: { domain: [0, most * 1.2], label: words.charts.nats },
    draw(pen: Pen, theme: Theme, frame) {
      const room = Math.abs(frame.x(2) - frame.x(1));
      const width = Math.min(46, room * 0.7);
      bars(pen, frame, at, values, width, { fill: theme[LOOKS.q.colour], alpha: 0.75 });
      const gone = at.filter((k) => isCollapsed(values[k - 1] as number));
      symbols(
        pen,
        frame,
        gone,
        gone.map(() => most * 0.05),
        5,
        "cross",
        { stroke: theme.fail, width: 2.5 },
      );
      rule(pen, frame, "y", 0, { stroke: theme.muted, width: 1 });
      for (const k of at) {
        const value = values[k - 1] as number;
        if (room < (isCollapsed(value) ? ROOM.word : ROOM.number)) continue;
        const text = isCollapsed(value) ? words.charts.collapsed : value.toFixed(2);
        const fill = isCollapsed(value) ? theme.fail : theme.ink;
        const y = isCollapsed(value) ? frame.y(most * 0.05) - 14 : frame.y(value) - 9;
        label(pen, text, frame.x(k), y, { font: fontOf(theme, 11), fill, align: "center" });
      }
    },
  };
}

export function drawCharts(pen: Pen, size: Size, theme: Theme, scene: Scene): void {
  drawRow(pen, size, theme, [bound(scene), klBars(scene)]);
}
