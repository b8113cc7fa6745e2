// The loss of every step of a training, and the error at each t beside that of the network it began with.
import { format } from "../../../../host/messages/format.ts";
import { drawRow, type RowChart } from "../../../../kit/charts/chart-row.ts";
import { type LineLook, legendOf, lossChart } from "../../../../kit/charts/loss-chart.ts";
import type { Training } from "../../../../kit/training/training.ts";
import { polyline, symbols } from "../../../../plot/marks.ts";
import type { Theme } from "../../../../plot/palette.ts";
import type { Pen, Size } from "../../../../plot/pen.ts";
import { digits } from "../../messages/digits.en.ts";
import type { DigitsTrainTypes } from "./training-request.ts";

const words = digits.chart;
const NOW: LineLook = { colour: "above", dash: [] };
const BEFORE: LineLook = { colour: "dual", dash: [6, 3] };
type Of = Training<DigitsTrainTypes>;

function errorChart({ request, reference, histories }: Of): RowChart {
  const at = request?.at ?? [];
  const now = histories[0]?.now ?? new Float64Array();
  const before = reference ?? new Float64Array();
  return {
    title: words.perStep,
    items: legendOf([
      { look: NOW, text: words.now },
      { look: BEFORE, text: words.before },
    ]),
    x: { domain: [1, Math.max(2, at.at(-1) ?? 2)], label: words.t },
    // From 0: at t = T the noise is all there is, and any network's error is next to nothing.
    y: { domain: [0, 1.1 * Math.max(0.01, ...now, ...before)], label: words.error },
    draw(pen, theme, frame) {
      for (const [look, values, shape] of [
        [BEFORE, before, "diamond"],
        [NOW, now, "circle"],
      ] as const) {
        if (values.length === 0) continue;
        polyline(pen, frame, at, values, { stroke: theme[look.colour], width: 1.75, dash: look.dash });
        symbols(pen, frame, at, values, 2.6, shape, { fill: theme[look.colour] });
      }
    },
  };
}

export function chartsOf(training: Of): RowChart[] {
  const { overSteps: title, steps, loss, mean } = words;
  const lines = training.histories.map((history) => ({ ...history, look: NOW, text: mean }));
  const target = training.request?.steps ?? 1;
  return [lossChart({ title, steps, loss, lines, target, level: null }), errorChart(training)];
}

export function drawCharts(pen: Pen, size: Size, theme: Theme, training: Of): void {
  drawRow(pen, size, theme, chartsOf(training));
}

export function chartsSentence({ histories, steps }: Of): string {
  return histories.length === 0 ? words.describeEmpty : format(words.describe, { steps });
}
