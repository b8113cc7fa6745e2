// The charts under the main plot: held-out errors against the naive predictors, the loss of every step, and norms of the gradient.

import { formatNumber } from "../../../../host/format-number.ts";
import { format } from "../../../../host/messages/format.ts";
import { drawRow, layRow, logDomainOf, type PlacedChart, type RowChart } from "../../../../kit/charts/chart-row.ts";
import type { LegendItem } from "../../../../kit/charts/legend.ts";
import { dotsOf, legendOf, lossChart } from "../../../../kit/charts/loss-chart.ts";
import { type Frame, fontOf } from "../../../../plot/frame.ts";
import { log } from "../../../../plot/log-scale.ts";
import { label, polyline, rule } from "../../../../plot/marks.ts";
import type { Theme } from "../../../../plot/palette.ts";
import { drawCloud } from "../../../../plot/panels.ts";
import type { Pen, Size } from "../../../../plot/pen.ts";
import type { Surface } from "../../../../plot/surface.ts";
import { train as words } from "../../messages/train.en.ts";
import { baselineLook, CELL_LOOKS, nameOf } from "./looks.ts";
import type { TrainTrack } from "./record.ts";
import type { Scene } from "./scene.ts";

/** Least distance of the names of two levels, and of a name from its line, px. */
const APART = 13;
const ABOVE = 7;

/** Where the names of levels stand: over their lines, inside the frame, and never on each other. @param lines px */
export function namePlaces(lines: readonly number[], { top, bottom }: Pick<Frame, "top" | "bottom">): number[] {
  const order = lines.map((y, k) => ({ y: y - ABOVE, k })).sort((a, b) => a.y - b.y);
  const places = new Array<number>(lines.length).fill(0);
  let last = top + ABOVE - APART;
  for (const { y, k } of order) {
    last = Math.max(y, last + APART);
    places[k] = last;
  }
  // Those that were pushed out at the bottom go up again.
  let next = bottom - 5 + APART;
  for (const { k } of order.reverse()) {
    next = Math.min(places[k] as number, next - APART);
    places[k] = next;
  }
  return places;
}

function errorChart({ tracks, histories, reference, baselines, target }: Scene): RowChart {
  // Before any training those of the task on show.
  const levels = (reference ?? baselines)?.baselines ?? [];
  const lines = histories.map(({ name }, k) => ({ look: CELL_LOOKS[name], text: nameOf(name), track: tracks[k] }));
  const all = [...levels.map(({ error }) => error), ...lines.flatMap(({ track }) => track?.errors ?? [])];
  return {
    title: words.chart.overSteps,
    items: legendOf(lines),
    x: { domain: [0, target], label: words.chart.steps },
    y: { domain: logDomainOf(all, [0.1, 3]), label: words.chart.error, scale: log },
    draw(pen, theme, frame) {
      levels.forEach(({ name, error }) => {
        const { colour, dash } = baselineLook(name);
        rule(pen, frame, "y", error, { stroke: theme[colour], width: 1.5, dash });
      });
      for (const { look, track } of lines)
        if (track)
          polyline(pen, frame, track.steps, track.errors, { stroke: theme[look.colour], width: 2, dash: look.dash });
      const named = namePlaces(
        levels.map(({ error }) => frame.y(error)),
        frame,
      );
      levels.forEach(({ name }, k) => {
        const style = { font: fontOf(theme, 11), fill: theme.ink, halo: theme.surface, align: "right" } as const;
        label(pen, nameOf(name), frame.right - 4, named[k] as number, style);
      });
    },
  };
}

/** Steps whose gradient was clipped, and the norm that was used: (m*2). */
export function clippedSteps({ before, after }: Pick<TrainTrack, "before" | "after">): number[] {
  const dots: number[] = [];
  after.forEach((used, k) => {
    if (used < (before[k] as number)) dots.push(k + 1, used);
  });
  return dots;
}

function normChart({ tracks, histories, target, clip }: Scene): RowChart {
  const lines = histories.flatMap(({ name }, k) => {
    const track = tracks[k];
    return track === undefined ? [] : [{ look: CELL_LOOKS[name], text: nameOf(name), track }];
  });
  const all = lines.flatMap(({ track }) => track.before);
  const clipped = lines.map(({ track }) => clippedSteps(track));
  const used: LegendItem = {
    swatch: { point: { colour: "fit", shape: "square", open: false } },
    text: words.chart.used,
  };
  return {
    title: words.chart.norms,
    items: [
      ...lines.map(({ look: { colour, shape }, text }): LegendItem => {
        return { swatch: { point: { colour, shape, open: false } }, text };
      }),
      ...(clipped.some((dots) => dots.length > 0) ? [used] : []),
    ],
    x: { domain: [0, target], label: words.chart.steps },
    y: { domain: logDomainOf(clip > 0 ? [...all, clip] : all, [0.1, 3]), label: words.chart.norm, scale: log },
    draw(pen, theme, frame) {
      for (const { look, track } of lines) drawCloud(pen, frame, dotsOf(track.before), 2.5, theme[look.colour], 0.55);
      for (const dots of clipped) drawCloud(pen, frame, pairsThinned(dots), 1.5, theme.fit, 0.7);
      if (clip <= 0) return;
      rule(pen, frame, "y", clip, { stroke: theme.accent, width: 1.5, dash: [3, 3] });
      const [place = 0] = namePlaces([frame.y(clip)], frame);
      const style = { font: fontOf(theme, 11), fill: theme.ink, halo: theme.surface, align: "right" } as const;
      label(pen, format(words.chart.limit, { clip: formatNumber(clip) }), frame.right - 4, place, style);
    },
  };
}

/** Pairs that are drawn, at most. */
const PAIRS = 1500;
function pairsThinned(pairs: readonly number[]): number[] {
  const stride = Math.max(1, Math.ceil(pairs.length / 2 / PAIRS));
  return pairs.filter((_, i) => Math.floor(i / 2) % stride === 0);
}

function chartsOf(scene: Scene): RowChart[] {
  const { losses: title, steps, loss } = words.chart;
  const lines = scene.histories.map(({ name, losses, steps, means }) => ({
    ...{ look: CELL_LOOKS[name], text: nameOf(name), losses, steps, means },
  }));
  const losses = lossChart({ title, steps, loss, lines, target: scene.target, level: null });
  return [errorChart(scene), losses, normChart(scene)];
}

export function drawCharts(pen: Pen, size: Size, theme: Theme, scene: Scene): void {
  drawRow(pen, size, theme, chartsOf(scene));
}

/** Where the charts are. */
export const placedCharts = ({ ruler, size, theme }: Surface, scene: Scene): readonly PlacedChart[] =>
  layRow(ruler, size, theme, chartsOf(scene));

/** What the charts show, in a sentence. */
export function chartsSentence({ histories, steps }: Scene): string {
  return histories.length === 0 ? words.describeChartsEmpty : format(words.describeCharts, { steps });
}
