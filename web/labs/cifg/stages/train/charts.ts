// The charts under the main plot: held-out errors against the naive predictors, the loss of every step, and norms of the gradient.
import { formatNumber } from "../../../../host/format-number.ts";
import { format } from "../../../../host/messages/format.ts";
import { drawRow, logDomainOf, type RowChart } from "../../../../kit/charts/chart-row.ts";
import { dotsOf, legendOf, lossChart } from "../../../../kit/charts/loss-chart.ts";
import { fontOf } from "../../../../plot/frame.ts";
import { label, polyline, rule } from "../../../../plot/marks.ts";
import type { Theme } from "../../../../plot/palette.ts";
import { drawCloud } from "../../../../plot/panels.ts";
import type { Pen, Size } from "../../../../plot/pen.ts";
import { train as words } from "../../messages/train.en.ts";
import { baselineLook, CELL_LOOKS, nameOf } from "./looks.ts";
import type { Scene } from "./scene.ts";

/** Least distance of the names of two levels, px. */
const APART = 13;

/** The levels from above, each with the place of its name: names never touch, and stand on their line where there is room. */
export function namedLevels(places: readonly number[]): number[] {
  const order = places.map((y, k) => ({ y, k })).sort((a, b) => a.y - b.y);
  let last = Number.NEGATIVE_INFINITY;
  const named = new Array<number>(places.length).fill(0);
  for (const { y, k } of order) {
    last = Math.max(y, last + APART);
    named[k] = last;
  }
  return named;
}

function errorChart({ tracks, histories, reference, target }: Scene): RowChart {
  const levels = reference?.baselines ?? [];
  const lines = histories.map(({ name }, k) => ({ look: CELL_LOOKS[name], text: nameOf(name), track: tracks[k] }));
  const all = [...levels.map(({ error }) => error), ...lines.flatMap(({ track }) => track?.errors ?? [])];
  return {
    title: words.chart.overSteps,
    items: legendOf(lines),
    x: { domain: [0, target], label: words.chart.steps },
    y: { domain: logDomainOf(all, [0.1, 3]), label: words.chart.error, log: true },
    draw(pen, theme, frame) {
      levels.forEach(({ name, error }) => {
        const { colour, dash } = baselineLook(name);
        rule(pen, frame, "y", error, { stroke: theme[colour], width: 1.5, dash });
      });
      for (const { look, track } of lines)
        if (track)
          polyline(pen, frame, track.steps, track.errors, { stroke: theme[look.colour], width: 2, dash: look.dash });
      const named = namedLevels(levels.map(({ error }) => frame.y(error) - 7));
      levels.forEach(({ name }, k) => {
        const style = { font: fontOf(theme, 11), fill: theme.ink, halo: theme.surface, align: "right" } as const;
        label(pen, nameOf(name), frame.right - 4, named[k] as number, style);
      });
    },
  };
}

function normChart({ tracks, histories, target, clip }: Scene): RowChart {
  const lines = histories.map(({ name }, k) => ({ name, look: CELL_LOOKS[name], track: tracks[k] }));
  const all = lines.flatMap(({ track }) => [...(track?.before ?? []), ...(track?.after ?? [])]);
  const race = lines.length > 1;
  return {
    title: words.chart.norms,
    items: legendOf(
      lines.map(({ name, look }) => ({
        look,
        text: race ? format(words.chart.beforeOf, { cell: nameOf(name) }) : words.chart.before,
      })),
    ),
    x: { domain: [0, target], label: words.chart.steps },
    y: { domain: logDomainOf(clip > 0 ? [...all, clip] : all, [0.1, 3]), label: words.chart.norm, log: true },
    draw(pen, theme, frame) {
      for (const { look, track } of lines) {
        if (!track) continue;
        drawCloud(pen, frame, dotsOf(track.before), 2.5, theme[look.colour], 0.55);
        drawCloud(pen, frame, dotsOf(track.after), 1.5, theme.fit, 0.5);
      }
      if (clip <= 0) return;
      rule(pen, frame, "y", clip, { stroke: theme.accent, width: 1.5, dash: [3, 3] });
      const style = { font: fontOf(theme, 11), fill: theme.ink, halo: theme.surface, align: "right" } as const;
      label(pen, format(words.chart.limit, { clip: formatNumber(clip) }), frame.right - 4, frame.y(clip) - 8, style);
    },
  };
}

export function drawCharts(pen: Pen, size: Size, theme: Theme, scene: Scene): void {
  const { losses: title, steps, loss } = words.chart;
  const lines = scene.histories.map(({ name, losses, steps, means }) => ({
    ...{ look: CELL_LOOKS[name], text: nameOf(name), losses, steps, means },
  }));
  drawRow(pen, size, theme, [
    errorChart(scene),
    lossChart({ title, steps, loss, lines, target: scene.target, level: null }),
    normChart(scene),
  ]);
}

/** What the charts show, in a sentence. */
export function chartsSentence({ histories, steps }: Scene): string {
  return histories.length === 0 ? words.describeChartsEmpty : format(words.describeCharts, { steps });
}
