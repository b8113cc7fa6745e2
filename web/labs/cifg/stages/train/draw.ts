// The main plot: of a series the whole of it, and its held-out part beside the forecasts; of a made task what each network says against
// what is true.
import type { CifgBaselines } from "../../../../../wasm/lib/types.ts";
import { format } from "../../../../host/messages/format.ts";
import { drawLegend, type LegendItem, layLegend } from "../../../../kit/charts/legend.ts";
import { drawPrompt } from "../../../../kit/main-plot/looks.ts";
import { type AxisOptions, drawFrame, type Frame, fitted, fontOf, inFrame, layFrame } from "../../../../plot/frame.ts";
import { inLines } from "../../../../plot/in-lines.ts";
import { label, polyline, rule, symbols } from "../../../../plot/marks.ts";
import { box } from "../../../../plot/more-marks.ts";
import type { Theme } from "../../../../plot/palette.ts";
import { type Pen, type Size, saved } from "../../../../plot/pen.ts";
import { extent, linear, padded } from "../../../../plot/scale.ts";
import { train as words } from "../../messages/train.en.ts";
import { baselineLook, CELL_LOOKS, nameOf } from "./looks.ts";
import type { StageTask } from "./request.ts";
import type { Run, Scene } from "./scene.ts";
import { inParts, timeOf } from "./series.ts";
import { trainingCount } from "./series-problem.ts";

const TITLE = 20;
const GAP = 10;
/** More years than these have round ticks, as any axis. */
const MOST_YEARS = 8;
/** Share of the height that the whole series takes. */
const WHOLE = 0.32;
/** Below this width, px, two panels stand one below the other. */
const BESIDE = 620;

/** A part of the drawing, px. */
interface Part {
  readonly left: number;
  readonly top: number;
  readonly size: Size;
}

interface Axes {
  readonly x: AxisOptions;
  readonly y: AxisOptions;
  readonly aspect?: number;
}

function drawPart(
  pen: Pen,
  theme: Theme,
  { left, top, size }: Part,
  title: string,
  axes: Axes,
  draw: (frame: Frame) => void,
): Frame {
  const inner = { width: size.width, height: Math.max(40, size.height - TITLE) };
  const frame = layFrame(pen, inner, theme, { ...axes, right: 12 });
  saved(pen, () => {
    pen.translate(left, top);
    const font = fontOf(theme, 13, 600);
    pen.font = font;
    label(pen, fitted(pen, title, size.width - 4), 4, TITLE / 2, { font, fill: theme.ink });
    pen.translate(0, TITLE);
    drawFrame(pen, frame, theme);
    inFrame(pen, frame, () => draw(frame));
  });
  // Where it stands in the whole drawing.
  const [dx, dy] = [left, top + TITLE];
  const { x, y } = frame;
  return {
    ...frame,
    ...{
      x: linear(x.domain, [x.range[0] + dx, x.range[1] + dx]),
      y: linear(y.domain, [y.range[0] + dy, y.range[1] + dy]),
    },
    ...{ left: frame.left + dx, right: frame.right + dx, top: frame.top + dy, bottom: frame.bottom + dy },
  };
}

/** A domain around finite values. */
const around = (lists: readonly ArrayLike<number>[]): [number, number] =>
  padded(extent(lists.flatMap((list) => Array.from(list))), 0.06);

/** Values that networks say reach further than this many times the truth's span are cut: one that diverges must not hide the rest. */
const FAR = 0.5;

function clipped(list: ArrayLike<number>, [low, high]: readonly [number, number]): number[] {
  const room = (high - low) * FAR;
  return Array.from(list, (value) => Math.max(low - room, Math.min(high + room, value)));
}

type Series = NonNullable<Scene["series"]>;

type SeriesTask = Extract<StageTask, { kind: "series" }>;

/** A few years of months have a tick a year, and no decimals. */
function wholeTimes(name: Series["name"], [from, to]: readonly [number, number]): Pick<AxisOptions, "ticks"> {
  const first = Math.ceil(from);
  const count = Math.floor(to) - first + 1;
  if (!inParts(name) || count < 2 || count > MOST_YEARS) return {};
  return { ticks: Array.from({ length: count }, (_, k) => first + k) };
}

function axesOf(
  { name }: Series,
  [from, to]: readonly [number, number],
  lists: readonly ArrayLike<number>[],
  time: boolean,
): Axes {
  const domain: [number, number] = from === to ? padded([from, to], 0.1) : [from, to];
  return {
    x: { domain, label: time ? words.plot.time[name] : "", ...wholeTimes(name, domain) },
    y: { domain: around(lists), label: words.plot.units[name] },
  };
}

function drawWhole(pen: Pen, theme: Theme, part: Part, { ending }: Scene, series: Series, data: SeriesTask): void {
  const { values, name } = series;
  const time = (k: number) => timeOf(name, k);
  const end = time(values.length - 1);
  const from = time(trainingCount(values.length, data.split));
  drawPart(pen, theme, part, words.plot.whole, axesOf(series, [time(0), end], [values], false), (frame) => {
    const [low, high] = frame.y.domain;
    box(pen, frame, from, low, end, high, { fill: theme.accent, alpha: 0.1 });
    rule(pen, frame, "x", from, { stroke: theme.accent, width: 1.2, dash: [3, 3] });
    if (ending !== null) {
      const seen = ending - data.horizon - data.window + 1;
      box(pen, frame, time(seen), low, time(ending), high, { fill: theme.accent, alpha: 0.18 });
    }
    polyline(
      pen,
      frame,
      values.map((_, k) => time(k)),
      values,
      { stroke: theme.fit, width: 1.25 },
    );
    const style = { font: fontOf(theme, 12), fill: theme.muted, halo: theme.surface } as const;
    label(pen, words.plot.trained, frame.x(from) - 6, frame.top + 10, { ...style, align: "right" });
    label(pen, words.plot.heldOut, frame.x(from) + 6, frame.top + 10, style);
  });
}

/** @returns the frame in which the sequence on show is chosen: x is the index of a value */
function drawForecasts(
  pen: Pen,
  theme: Theme,
  part: Part,
  { runs, ending }: Scene,
  series: Series,
  held: CifgBaselines,
  horizon: number,
): Frame {
  const times = Array.from(held.at, (k) => timeOf(series.name, k));
  const span = extent(held.truth);
  const lists = [...held.baselines, ...runs].map(({ prediction }) => clipped(prediction, span));
  const axes = axesOf(series, [times[0] ?? 0, times.at(-1) ?? 1], [held.truth, ...lists], true);
  const title = format(words.plot.forecasts, { horizon });
  const frame = drawPart(pen, theme, part, title, axes, (frame) => {
    held.baselines.forEach(({ name }, k) => {
      const { colour, dash } = baselineLook(name);
      polyline(pen, frame, times, lists[k] ?? [], { stroke: theme[colour], width: 1, dash });
    });
    polyline(pen, frame, times, held.truth, { stroke: theme.fit, width: 1.5 });
    symbols(pen, frame, times, held.truth, 1.8, "circle", { fill: theme.fit });
    runs.forEach(({ cell }, k) => {
      const { colour, dash } = CELL_LOOKS[cell];
      polyline(pen, frame, times, lists[held.baselines.length + k] ?? [], { stroke: theme[colour], width: 2.25, dash });
    });
    if (ending === null) return;
    const y = held.truth[Array.from(held.at).indexOf(ending)] ?? 0;
    rule(pen, frame, "x", timeOf(series.name, ending), { stroke: theme.accent, width: 1, dash: [2, 3] });
    symbols(pen, frame, [timeOf(series.name, ending)], [y], 7, "circle", { stroke: theme.accent, width: 2.25 });
  });
  return { ...frame, x: linear([held.at[0] ?? 0, held.at[held.at.length - 1] ?? 1], frame.x.range) };
}

/** Points that are drawn of a made task, at most: more are a blot. */
const POINTS = 600;
const thinned = (list: ArrayLike<number>) => {
  const stride = Math.max(1, Math.ceil(list.length / POINTS));
  return Array.from({ length: Math.ceil(list.length / stride) }, (_, k) => list[k * stride] as number);
};

function drawScatter(pen: Pen, theme: Theme, part: Part, held: CifgBaselines, run: Run | null): void {
  const domain = around([held.truth]);
  const title = run === null ? words.plot.scatterNone : format(words.plot.scatter, { cell: nameOf(run.cell) });
  const axes = { x: { domain, label: words.plot.true }, y: { domain, label: words.plot.said }, aspect: 1 };
  drawPart(pen, theme, part, title, axes, (frame) => {
    const [low, high] = frame.x.domain;
    polyline(pen, frame, [low, high], [low, high], { stroke: theme.fit, width: 1.25 });
    const truth = thinned(held.truth);
    for (const { name, prediction } of held.baselines) {
      const { colour } = baselineLook(name);
      symbols(pen, frame, truth, thinned(prediction), 1.6, "square", { fill: theme[colour], alpha: 0.6 });
    }
    if (run === null) return;
    const { colour, shape } = CELL_LOOKS[run.cell];
    symbols(pen, frame, truth, thinned(run.prediction), 3, shape, { fill: theme[colour], alpha: 0.6 });
  });
}

function legendItems({ data, baselines, runs }: Scene): LegendItem[] {
  const series = data?.kind === "series";
  const truth: LegendItem = { swatch: { line: "fit" }, text: series ? words.plot.truth : words.plot.exact };
  const naive = (baselines?.baselines ?? []).map(({ name }): LegendItem => {
    const { colour, dash } = baselineLook(name);
    const swatch = series ? { line: colour, dash } : { point: { colour, shape: "square" as const, open: false } };
    return { swatch, text: nameOf(name) };
  });
  const networks = runs.map(({ cell }): LegendItem => {
    const { colour, dash, shape } = CELL_LOOKS[cell];
    return { swatch: series ? { line: colour, dash } : { point: { colour, shape, open: false } }, text: nameOf(cell) };
  });
  return [truth, ...networks, ...naive];
}

/** Panels of the same size, beside each other or one below the other. */
function partsOf({ width, height }: Size, top: number, count: number): Part[] {
  // One alone would be mostly empty plane.
  const alone = Math.min(width, (height - top) * 1.3);
  if (count === 1) return [{ left: (width - alone) / 2, top, size: { width: alone, height: height - top } }];
  const beside = width >= BESIDE;
  const own = beside
    ? { width: (width - (count - 1) * 2 * GAP) / count, height: height - top }
    : { width, height: (height - top - (count - 1) * GAP) / count };
  return Array.from({ length: count }, (_, k) => ({
    left: beside ? k * (own.width + 2 * GAP) : 0,
    top: top + (beside ? 0 : k * (own.height + GAP)),
    size: own,
  }));
}

function drawSeries(pen: Pen, size: Size, theme: Theme, scene: Scene, top: number, data: SeriesTask): Frame | null {
  if (scene.series === null || scene.baselines === null) return null;
  const room = size.height - top - GAP;
  const whole = { left: 0, top, size: { width: size.width, height: room * WHOLE } };
  const rest = { left: 0, top: top + room * WHOLE + GAP, size: { width: size.width, height: room * (1 - WHOLE) } };
  drawWhole(pen, theme, whole, scene, scene.series, data);
  return drawForecasts(pen, theme, rest, scene, scene.series, scene.baselines, data.horizon);
}

/**
 * @param missing what is said where there is nothing to show: a title and a sentence
 * @returns the frame in which the sequence on show is chosen, its x the index of a value; null where there is none
 */
export function drawPlot(pen: Pen, size: Size, theme: Theme, scene: Scene, missing: readonly string[]): Frame | null {
  const { data, baselines, runs } = scene;
  if (data === null || baselines === null || missing.length > 0) {
    const frame = layFrame(pen, size, theme, { x: { domain: [0, 1] }, y: { domain: [0, 1] } });
    drawPrompt(pen, theme, frame, brokenInto(pen, theme, missing, size.width - 24));
    return null;
  }
  const legend = layLegend(pen, size.width - 8, theme, legendItems(scene));
  drawLegend(pen, legend, 4, theme);
  const top = legend.height + 4;
  if (data.kind === "series") return drawSeries(pen, size, theme, scene, top, data);
  const shown = runs.length === 0 ? [null] : runs;
  const parts = partsOf(size, top, shown.length);
  shown.forEach((run, k) => {
    drawScatter(pen, theme, parts[k] as Part, baselines, run);
  });
  return null;
}

/** A title, and a sentence in as many lines as it needs. */
function brokenInto(pen: Pen, theme: Theme, [title = "", ...rest]: readonly string[], room: number): string[] {
  pen.font = fontOf(theme, 14);
  const fits = (line: string) => pen.measureText(line).width <= Math.min(room, 460);
  return [title, ...inLines(rest.join(words.between.sentences), fits)];
}
