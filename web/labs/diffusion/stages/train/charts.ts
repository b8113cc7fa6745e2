// The two charts under the picture: the loss of every step, and the error at each t over the floor that no network can go below.
import { format } from "../../../../host/messages/format.ts";
import { drawRow, logDomainOf, type RowChart } from "../../../../kit/charts/chart-row.ts";
import type { LegendItem } from "../../../../kit/charts/legend.ts";
import { polyline, rule, symbols } from "../../../../plot/marks.ts";
import type { Theme } from "../../../../plot/palette.ts";
import { drawCloud } from "../../../../plot/panels.ts";
import type { Pen, Size } from "../../../../plot/pen.ts";
import { train as words } from "../../messages/train.en.ts";
import { lookOf } from "./draw.ts";
import type { Scene } from "./scene.ts";

/** Single losses that are drawn, at most. */
const DOTS = 1500;

/** Every k-th of the losses, so that no more than DOTS are left: (m*2) step and loss. */
export function dotsOf(losses: readonly number[], most = DOTS): number[] {
  const stride = Math.max(1, Math.ceil(losses.length / most));
  const dots: number[] = [];
  for (let k = 0; k < losses.length; k += stride) dots.push(k + 1, losses[k] as number);
  return dots;
}

const FLOOR = { colour: "tube", dash: [2, 3] } as const;

function named(scene: Scene, text: string): LegendItem[] {
  return scene.courses.map(({ loss }) => ({
    swatch: { line: lookOf(loss).colour, dash: lookOf(loss).dash },
    text: scene.courses.length > 1 ? words.losses[loss] : text,
  }));
}

function lossChart(scene: Scene): RowChart {
  const dots = scene.courses.map(({ losses }) => dotsOf(losses));
  const floor = scene.floor?.mean ?? Number.NaN;
  const domain = logDomainOf([floor, ...scene.courses.flatMap(({ means }) => means)], [0.1, 3]);
  return {
    title: words.chart.overSteps,
    items: named(scene, words.chart.mean),
    x: { domain: [0, scene.target], label: words.chart.steps },
    y: { domain: [domain[0], Math.max(domain[1], 3)], label: words.chart.loss, log: true },
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

function errorChart(scene: Scene): RowChart {
  const { at, floor, courses, T } = scene;
  const floors = floor?.floor ?? new Float64Array();
  return {
    title: words.chart.perStep,
    items: [
      ...(floor === null ? [] : [{ swatch: { line: FLOOR.colour, dash: FLOOR.dash }, text: words.chart.floor }]),
      ...named(scene, words.chart.errorOf),
    ],
    x: { domain: [1, Math.max(2, T)], label: words.chart.t },
    y: {
      domain: logDomainOf([...floors, ...courses.flatMap(({ errors }) => [...errors])], [0.1, 3]),
      label: words.chart.error,
      log: true,
    },
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
  drawRow(pen, size, theme, [lossChart(scene), errorChart(scene)]);
}

/** What the charts show, in a sentence. */
export function chartsSentence(scene: Scene, write: (value: number) => string): string {
  const [first] = scene.courses;
  if (!first || scene.floor === null) return words.describeChartsEmpty;
  return format(words.describeCharts, {
    ...{ steps: scene.steps, error: write(first.meanError), floor: write(scene.floor.mean) },
  });
}
