// The two charts under the picture: the loss of every step, and the error at each t over the floor that no network can go below.
import { format } from "../../../../host/messages/format.ts";
import { drawLegend, type LegendItem, layLegend } from "../../../../kit/legend.ts";
import { drawFrame, type Frame, fontOf, inFrame, layFrame } from "../../../../plot/frame.ts";
import { label, polyline, rule, symbols } from "../../../../plot/marks.ts";
import type { Theme } from "../../../../plot/palette.ts";
import type { Pen, Size } from "../../../../plot/pen.ts";
import { saved } from "../../../../plot/pen.ts";
import { train as words } from "../../messages/train.en.ts";
import { drawCloud } from "../../plane.ts";
import { lookOf } from "./draw.ts";
import type { Scene } from "./scene.ts";

/** Narrower than this they stand one below the other; px. */
export const BESIDE = 620;
/** Single losses that are drawn, at most. */
const DOTS = 1500;

/** Every k-th of the losses, so that no more than DOTS are left: (m*2) step and loss. */
export function dotsOf(losses: readonly number[], most = DOTS): number[] {
  const stride = Math.max(1, Math.ceil(losses.length / most));
  const dots: number[] = [];
  for (let k = 0; k < losses.length; k += stride) dots.push(k + 1, losses[k] as number);
  return dots;
}

/** A logarithmic domain around positive values. */
function domainOf(values: Iterable<number>): [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, 0];
  for (const value of values) {
    if (!(value > 0) || !Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return high === 0 ? [0.1, 3] : [low / 1.3, high * 1.3];
}

const FLOOR = { colour: "tube", dash: [2, 3] } as const;

interface Chart {
  readonly title: string;
  readonly items: readonly LegendItem[];
  readonly x: { domain: readonly [number, number]; label: string };
  readonly y: { domain: readonly [number, number]; label: string };
  draw(pen: Pen, theme: Theme, frame: Frame): void;
}

function named(scene: Scene, text: string): LegendItem[] {
  return scene.courses.map(({ loss }) => ({
    swatch: { line: lookOf(loss).colour, dash: lookOf(loss).dash },
    text: scene.courses.length > 1 ? words.losses[loss] : text,
  }));
}

function lossChart(scene: Scene): Chart {
  const dots = scene.courses.map(({ losses }) => dotsOf(losses));
  const floor = scene.floor?.mean ?? Number.NaN;
  const domain = domainOf([floor, ...scene.courses.flatMap(({ means }) => means)]);
  return {
    title: words.chart.overSteps,
    items: named(scene, words.chart.mean),
    x: { domain: [0, scene.target], label: words.chart.steps },
    y: { domain: [domain[0], Math.max(domain[1], 3)], label: words.chart.loss },
    draw(pen, theme, frame) {
      scene.courses.forEach(({ loss, steps, means }, k) => {
        const { colour, dash } = lookOf(loss);
        drawCloud(pen, frame, dots[k] ?? [], 1.5, theme[colour], 0.3);
        polyline(pen, frame, steps, means, { stroke: theme[colour], width: 2, dash });
      });
      if (floor > 0) rule(pen, frame, "y", floor, { stroke: theme[FLOOR.colour], width: 2, dash: FLOOR.dash });
    },
  };
}

function errorChart(scene: Scene): Chart {
  const { at, floor, courses, T } = scene;
  const floors = floor?.floor ?? new Float64Array();
  return {
    title: words.chart.perStep,
    items: [
      ...(floor === null ? [] : [{ swatch: { line: FLOOR.colour, dash: FLOOR.dash }, text: words.chart.floor }]),
      ...named(scene, words.chart.errorOf),
    ],
    x: { domain: [1, Math.max(2, T)], label: words.chart.t },
    y: { domain: domainOf([...floors, ...courses.flatMap(({ errors }) => [...errors])]), label: words.chart.error },
    draw(pen, theme, frame) {
      if (at.length === 0) return;
      for (const { loss, errors } of courses) {
        const { colour, dash } = lookOf(loss);
        polyline(pen, frame, at, errors, { stroke: theme[colour], width: 1.75, dash });
        symbols(pen, frame, at, errors, 2.2, loss === "elbo" ? "diamond" : "circle", { fill: theme[colour] });
      }
      polyline(pen, frame, at, floors, { stroke: theme[FLOOR.colour], width: 2, dash: FLOOR.dash });
      rule(pen, frame, "x", scene.t, { stroke: theme.accent, width: 1.2, dash: [3, 3] });
    },
  };
}

export function drawCharts(pen: Pen, size: Size, theme: Theme, scene: Scene): void {
  const beside = size.width >= BESIDE;
  const gap = 20;
  const own = beside
    ? { width: (size.width - gap) / 2, height: size.height }
    : { width: size.width, height: (size.height - gap) / 2 };
  [lossChart(scene), errorChart(scene)].forEach((chart, k) => {
    saved(pen, () => {
      pen.translate(beside ? k * (own.width + gap) : 0, beside ? 0 : k * (own.height + gap));
      label(pen, chart.title, 4, 10, { font: fontOf(theme, 13, 600), fill: theme.ink });
      pen.translate(0, 20);
      const legend = layLegend(pen, own.width - 8, theme, chart.items);
      const frame = layFrame(pen, { width: own.width, height: own.height - 20 }, theme, {
        x: chart.x,
        y: { ...chart.y, log: true },
        top: chart.items.length === 0 ? 0 : legend.height,
        right: 12,
      });
      drawFrame(pen, frame, theme);
      drawLegend(pen, legend, 4, theme);
      inFrame(pen, frame, () => chart.draw(pen, theme, frame));
    });
  });
}

/** What the charts show, in a sentence. */
export function chartsSentence(scene: Scene, write: (value: number) => string): string {
  const [first] = scene.courses;
  if (!first || scene.floor === null) return words.describeChartsEmpty;
  return format(words.describeCharts, {
    ...{ steps: scene.steps, error: write(first.meanError), floor: write(scene.floor.mean) },
  });
}
