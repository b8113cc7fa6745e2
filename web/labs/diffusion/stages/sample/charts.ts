// Quality against the number of steps: two distances to held-out data, of the network's samples, of the exact eps's
// and of a fresh sample's.

import type { Quality } from "../../../../../wasm/lib/types.ts";
import { format } from "../../../../host/messages/format.ts";
import { drawRow, layRow, logDomainOf, type PlacedChart, type RowChart } from "../../../../kit/charts/chart-row.ts";
import type { LegendItem } from "../../../../kit/charts/legend.ts";
import { log } from "../../../../plot/log-scale.ts";
import { polyline, rule, symbols } from "../../../../plot/marks.ts";
import type { Role, Theme } from "../../../../plot/palette.ts";
import type { Pen, Size } from "../../../../plot/pen.ts";
import { sample as words } from "../../messages/sample.en.ts";
import type { Curve } from "./curve.ts";
import type { QualityPoint } from "./request.ts";

type Of = Pick<Curve, "points" | "fresh">;

export const LOOKS = {
  network: { colour: "above", dash: [], shape: "circle" },
  exact: { colour: "dual", dash: [6, 3], shape: "diamond" },
} as const satisfies Record<
  QualityPoint["source"],
  { colour: Role; dash: readonly number[]; shape: "circle" | "diamond" }
>;
const FRESH = { colour: "tube", dash: [2, 3] } as const;

function chart({ points, fresh }: Of, key: keyof Quality, title: string): RowChart {
  const steps = [...new Set(points.map((point) => point.steps))].sort((a, b) => a - b);
  const sources = (["network", "exact"] as const).filter((source) => points.some((point) => point.source === source));
  const items: LegendItem[] = [
    ...sources.map((source) => ({
      swatch: { line: LOOKS[source].colour, dash: LOOKS[source].dash },
      text: words.chart[source],
    })),
    ...(fresh ? [{ swatch: { line: FRESH.colour, dash: FRESH.dash }, text: words.chart.fresh }] : []),
  ];
  const domain = logDomainOf([...points.map((point) => point[key]), fresh?.[key] ?? Number.NaN], [0.001, 1]);
  const [low = 5, high = 200] = [steps[0], steps.at(-1)];
  return {
    ...{ title, items },
    x: {
      domain: [low / 1.25, Math.max(low * 1.6, high * 1.25)],
      label: words.chart.steps,
      scale: log,
      ...(steps.length > 0 ? { ticks: steps, format: String } : {}),
    },
    y: { domain, label: words.chart.distance, scale: log },
    draw(pen, theme, frame) {
      if (fresh) rule(pen, frame, "y", fresh[key], { stroke: theme[FRESH.colour], width: 2, dash: FRESH.dash });
      for (const source of sources) {
        const { colour, dash, shape } = LOOKS[source];
        const own = points.filter((point) => point.source === source);
        const [xs, ys] = [own.map((point) => point.steps), own.map((point) => point[key])];
        polyline(pen, frame, xs, ys, { stroke: theme[colour], width: 2, dash });
        symbols(pen, frame, xs, ys, 4, shape, { fill: theme[colour] });
      }
    },
  };
}

const chartsOf = (curve: Of): readonly RowChart[] => [
  chart(curve, "energyOfAll", words.chart.energy),
  chart(curve, "slicedWasserstein", words.chart.wasserstein),
];

export function drawCharts(pen: Pen, size: Size, theme: Theme, curve: Of): void {
  drawRow(pen, size, theme, chartsOf(curve));
}

export const placedCharts = (pen: Pen, size: Size, theme: Theme, curve: Of): readonly PlacedChart[] =>
  layRow(pen, size, theme, chartsOf(curve));

/** What the charts show, in a sentence. */
export function chartsSentence({ points, fresh }: Of, write: (value: number) => string): string {
  if (points.length === 0 || fresh === null) return words.describeChartsEmpty;
  const each = points.map(({ source, steps, energyOfAll }) =>
    format(words.describePoint, { source: words.chart[source], steps, value: write(energyOfAll) }),
  );
  return format(words.describeCharts, { points: each.join(words.list), fresh: write(fresh.energyOfAll) });
}
