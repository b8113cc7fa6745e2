// Small charts in a row under a plot, or one below the other where the width is too small. Axes may be logarithmic.

import { formatNumber } from "../../host/format-number.ts";
import { type AxisOptions, drawFrame, type Frame, fontOf, inFrame, layFrame } from "../../plot/frame.ts";
import { log } from "../../plot/log-scale.ts";
import { label } from "../../plot/marks.ts";
import type { Theme } from "../../plot/palette.ts";
import type { Pen, Size } from "../../plot/pen.ts";
import { saved } from "../../plot/pen.ts";
import { drawLegend, type Legend, type LegendItem, layLegend } from "./legend.ts";

export interface RowChart {
  readonly title: string;
  readonly items: readonly LegendItem[];
  readonly x: AxisOptions;
  readonly y: AxisOptions;
  draw(pen: Pen, theme: Theme, frame: Frame): void;
}

/** Below this width they stand one below the other; px. */
const BESIDE = 620;
const GAP = 20;
const TITLE = 20;

/** A logarithmic domain around positive values. */
export function logDomainOf(values: Iterable<number>, fallback: readonly [number, number]): [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, 0];
  for (const value of values) {
    if (!(value > 0) || !Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return high === 0 ? [...fallback] : [low / 1.3, high * 1.3];
}

/** 1, 2 and 5 in each power of ten. With powers of ten alone an axis of little span may have one tick only. */
export function ticksWithin([low, high]: readonly [number, number]): number[] {
  const ticks: number[] = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); ++power)
    for (const digit of [1, 2, 5]) {
      const tick = Number(`${digit}e${power}`);
      if (tick >= low && tick <= high) ticks.push(tick);
    }
  return ticks;
}

/** Ratio of the ends of an axis up to which it has these ticks. */
const FEW = 300;

function ticked(axis: AxisOptions): AxisOptions {
  const [low, high] = axis.domain;
  if (axis.scale !== log || axis.ticks !== undefined || high / low > FEW) return axis;
  return { ...axis, ticks: ticksWithin(axis.domain), format: (value) => formatNumber(value) };
}

/** A chart in its place: its frame, and where that was laid, px from the row's upper left corner. */
export interface PlacedChart {
  readonly chart: RowChart;
  readonly legend: Legend;
  readonly frame: Frame;
  readonly left: number;
  readonly top: number;
}

export function layRow(pen: Pen, size: Size, theme: Theme, charts: readonly RowChart[]): PlacedChart[] {
  const beside = size.width >= BESIDE;
  const room = (charts.length - 1) * GAP;
  const own = beside
    ? { width: (size.width - room) / charts.length, height: size.height }
    : { width: size.width, height: (size.height - room) / charts.length };
  return charts.map((chart, k) => {
    const legend = layLegend(pen, own.width - 8, theme, chart.items);
    const frame = layFrame(pen, { width: own.width, height: own.height - TITLE }, theme, {
      ...{ x: ticked(chart.x), y: ticked(chart.y), right: 12 },
      top: chart.items.length === 0 ? 0 : legend.height,
    });
    const [left, top] = beside ? [k * (own.width + GAP), TITLE] : [0, k * (own.height + GAP) + TITLE];
    return { chart, legend, frame, left, top };
  });
}

export function drawRow(pen: Pen, size: Size, theme: Theme, charts: readonly RowChart[]): void {
  for (const { chart, legend, frame, left, top } of layRow(pen, size, theme, charts))
    saved(pen, () => {
      pen.translate(left, top);
      label(pen, chart.title, 4, -TITLE / 2, { font: fontOf(theme, 13, 600), fill: theme.ink });
      drawFrame(pen, frame, theme);
      drawLegend(pen, legend, 4, theme);
      inFrame(pen, frame, () => chart.draw(pen, theme, frame));
    });
}
