// What the stage says of its particles, and of the quality of samples, to those who do not see them.
import { formatCount, formatNumber } from "../../../../host/format-number.ts";
import { format } from "../../../../host/messages/format.ts";
import type { PlacedChart } from "../../../../kit/charts/chart-row.ts";
import { extremes } from "../../../../kit/points/extremes.ts";
import { curvesOf, type Line, numbersOf, placeIn, rangesOf, type Series } from "../../../../kit/stages/series.ts";
import type { Numbers, Spoken } from "../../../../kit/stages/spoken.ts";
import { sample as words } from "../../messages/sample.en.ts";
import { spoken } from "../../messages/spoken.en.ts";
import { LOOKS } from "./charts.ts";
import type { Curve } from "./curve.ts";
import type { Scene } from "./draw.ts";
import type { QualityPoint } from "./request.ts";
import type { Run } from "./run.ts";

const own = spoken.sample;
const said = (value: number | undefined) => formatNumber(value ?? Number.NaN, 3);
/** Rows of the table, at most: the file has all particles. */
const ROWS = 200;

const axisOf = (x: ArrayLike<number>, c: 0 | 1) =>
  Float64Array.from({ length: x.length / 2 }, (_, i) => x[2 * i + c] as number);

/** Particles of the runs on show, at the position of the player. */
function statesOf({ panels, frames, position }: Scene) {
  return panels.flatMap(({ short, run }) => {
    const x = run < 0 ? null : (frames?.at(run, position) ?? null);
    return x === null ? [] : [{ name: short, run, x }];
  });
}

function told(scene: Scene, { quality }: Run): string {
  const lines = statesOf(scene).flatMap(({ name, x }) => {
    const [across, up] = [extremes(axisOf(x, 0)), extremes(axisOf(x, 1))];
    if (across === null || up === null) return [];
    return [
      format(own.spans, {
        ...{ name, count: formatCount(x.length / 2), xLow: said(across.low), xHigh: said(across.high) },
        ...{ yLow: said(up.low), yHigh: said(up.high) },
      }),
    ];
  });
  if (quality !== null) {
    const runs = scene.panels.flatMap(({ short, run }) =>
      run < 0 ? [] : [format(words.status.one, { name: short, value: said(quality.runs[run]?.energyOfAll) })],
    );
    lines.push(format(words.status.quality, { runs: runs.join(words.list), fresh: said(quality.fresh.energyOfAll) }));
  }
  return lines.join(spoken.join);
}

/** Each particle a row, each run a column. */
function numbers(scene: Scene): Numbers | null {
  const states = statesOf(scene);
  const count = Math.min(ROWS, (states[0]?.x.length ?? 0) / 2);
  if (count === 0) return null;
  return {
    columns: [own.particle, ...states.map(({ name }) => name)],
    rows: () =>
      Array.from({ length: count }, (_, i) => [
        String(i + 1),
        ...states.map(({ x }) => `(${said(x[2 * i])}, ${said(x[2 * i + 1])})`),
      ]),
  };
}

export function spokenOf(scene: () => Scene, run: Run): Spoken {
  return { title: own.title, told: () => told(scene(), run), numbers: () => numbers(scene()) };
}

const KEYS = ["energyOfAll", "slicedWasserstein"] as const;

/** Both distances against steps. */
function seriesOf({ points, fresh }: Pick<Curve, "points" | "fresh">): readonly [Series, Series] {
  const x = [...new Set(points.map(({ steps }) => steps))].sort((a, b) => a - b);
  const sources = (Object.keys(LOOKS) as QualityPoint["source"][]).filter((source) =>
    points.some((point) => point.source === source),
  );
  const titles = { energyOfAll: words.chart.energy, slicedWasserstein: words.chart.wasserstein };
  return KEYS.map((key): Series => {
    const value = (source: QualityPoint["source"], steps: number) =>
      points.find((point) => point.source === source && point.steps === steps)?.[key] ?? Number.NaN;
    const lines: Line[] = sources.map((source) => ({
      name: format(own.of, { title: titles[key], name: words.chart[source] }),
      y: x.map((steps) => value(source, steps)),
    }));
    if (fresh !== null && x.length > 0)
      lines.push({ name: format(own.of, { title: titles[key], name: words.chart.fresh }), y: x.map(() => fresh[key]) });
    return { across: words.chart.steps, x, lines };
  }) as unknown as readonly [Series, Series];
}

/** @param placed the two charts where they are drawn */
export function chartsSpokenOf(
  curve: () => Pick<Curve, "points" | "fresh">,
  placed: () => readonly PlacedChart[],
): Spoken {
  return {
    title: own.charts,
    told: () =>
      seriesOf(curve())
        .map(rangesOf)
        .filter((text) => text !== "")
        .join(spoken.join),
    numbers() {
      const [energy, wasserstein] = seriesOf(curve());
      return numbersOf({ ...energy, lines: [...energy.lines, ...wasserstein.lines] });
    },
    curves: () =>
      seriesOf(curve()).flatMap((series, k) =>
        curvesOf(series, (_, x, y) => {
          const chart = placed()[k];
          return chart === undefined ? null : placeIn(chart.frame, x, y, chart.left, chart.top);
        }),
      ),
  };
}
