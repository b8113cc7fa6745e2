// The two charts under the main plot: the loss of every step, and the error at each t over the Bayes error.

import { format } from "../../../../host/messages/format.ts";
import { drawRow, layRow, logDomainOf, type PlacedChart, type RowChart } from "../../../../kit/charts/chart-row.ts";
import { type LineLook, legendOf, lossChart } from "../../../../kit/charts/loss-chart.ts";
import { log } from "../../../../plot/log-scale.ts";
import { polyline, rule, symbols } from "../../../../plot/marks.ts";
import type { Theme } from "../../../../plot/palette.ts";
import type { Pen, Size } from "../../../../plot/pen.ts";
import { train as words } from "../../messages/train.en.ts";
import { lookOf } from "./draw.ts";
import type { Scene } from "./scene.ts";

const BAYES: LineLook = { colour: "tube", dash: [2, 3] };

/** A line for each trainer. @param text in the legend where there is only one */
const linesOf = ({ histories }: Scene, text: string) =>
  histories.map(({ name, losses, steps, means }) => ({
    ...{ look: lookOf(name), losses, steps, means },
    text: histories.length > 1 ? words.losses[name] : text,
  }));

function errorChart(scene: Scene): RowChart {
  const { at, bayesError, histories, T } = scene;
  const least = bayesError?.values ?? new Float64Array();
  return {
    title: words.chart.perStep,
    items: [
      ...(bayesError === null ? [] : legendOf([{ look: BAYES, text: words.chart.bayesError }])),
      ...legendOf(linesOf(scene, words.chart.errorOf)),
    ],
    x: { domain: [1, Math.max(2, T)], label: words.chart.t },
    y: {
      domain: logDomainOf([...least, ...histories.flatMap(({ now }) => [...now.errors])], [0.1, 3]),
      label: words.chart.error,
      scale: log,
    },
    draw(pen, theme, frame) {
      if (at.length === 0) return;
      for (const { name, now } of histories) {
        const { colour, dash } = lookOf(name);
        polyline(pen, frame, at, now.errors, { stroke: theme[colour], width: 1.75, dash });
        symbols(pen, frame, at, now.errors, 2.2, name === "elbo" ? "diamond" : "circle", { fill: theme[colour] });
      }
      polyline(pen, frame, at, least, { stroke: theme[BAYES.colour], width: 2, dash: BAYES.dash });
      rule(pen, frame, "x", scene.t, { stroke: theme.accent, width: 1.2, dash: [3, 3] });
    },
  };
}

function chartsOf(scene: Scene): readonly RowChart[] {
  const { bayesError, target } = scene;
  const { overSteps: title, steps, loss, mean } = words.chart;
  const level = bayesError && { value: bayesError.mean, look: BAYES };
  const lines = linesOf(scene, mean);
  return [lossChart({ title, steps, loss, lines, target, level }), errorChart(scene)];
}

export function drawCharts(pen: Pen, size: Size, theme: Theme, scene: Scene): void {
  drawRow(pen, size, theme, chartsOf(scene));
}

export const placedCharts = (pen: Pen, size: Size, theme: Theme, scene: Scene): readonly PlacedChart[] =>
  layRow(pen, size, theme, chartsOf(scene));

/** What the charts show, in a sentence. */
export function chartsSentence(scene: Scene, write: (value: number) => string): string {
  const [first] = scene.histories;
  if (!first || scene.bayesError === null) return words.describeChartsEmpty;
  return format(words.describeCharts, {
    ...{ steps: scene.steps, error: write(first.now.meanError), bayesError: write(scene.bayesError.mean) },
  });
}
