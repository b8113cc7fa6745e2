// What the stage says of its grids, and of a training's charts, to those who do not see them.
import { formatNumber } from "../../../../host/format-number.ts";
import { format } from "../../../../host/messages/format.ts";
import { layRow, type PlacedChart } from "../../../../kit/charts/chart-row.ts";
import { extremes } from "../../../../kit/points/extremes.ts";
import { curvesOf, numbersOf, placeIn, type Series, toldOf } from "../../../../kit/stages/series.ts";
import type { Numbers, Spoken, WalkedCurve } from "../../../../kit/stages/spoken.ts";
import { lossAxis } from "../../../../kit/training/loss-axis.ts";
import type { Training } from "../../../../kit/training/training.ts";
import type { Surface } from "../../../../plot/surface.ts";
import { spoken as all } from "../../messages/spoken.en.ts";
import type { VaeState } from "../../state.ts";
import { sampleOf } from "./arrange.ts";
import { chartsOf } from "./charts.ts";
import { pixelsIn } from "./detail.ts";
import { digitName } from "./gallery.ts";
import { knownDigit } from "./images.ts";
import { knownCount, knownRows } from "./mask.ts";
import { labelText } from "./picking.ts";
import type { Scene } from "./scene.ts";
import type { DigitsTrainTypes } from "./training-request.ts";

const { digits: say, mask: masked, loss } = all;

const isOutside = (value: number) => value < 0 || value > 1;
const outsideIn = (values: Float32Array) => values.reduce((count, value) => count + (isOutside(value) ? 1 : 0), 0);
const ends = (values: Float32Array) => {
  const { low = Number.NaN, high = Number.NaN } = extremes(values) ?? {};
  return { low: formatNumber(low), high: formatNumber(high) };
};

// ---- the grids

function arrangementText({ arrangement, mask }: Scene, state: VaeState): string[] {
  const { columnHeadings, rowHeadings, parts } = arrangement;
  const texts: string[] = [];
  const label = parts[0]?.classes[0] ?? -1;
  if (columnHeadings[0]?.kind === "class") texts.push(format(say.classes, { last: columnHeadings.length - 1 }));
  else if (columnHeadings[0]?.kind === "end") texts.push(say.between);
  if (rowHeadings[0]?.kind === "guidance")
    texts.push(format(say.guidances, { list: parts.map(({ guidance }) => formatNumber(guidance)).join(all.list) }));
  if (columnHeadings[0]?.kind !== "class" && rowHeadings.length === 0)
    texts.push(label < 0 ? say.noClass : format(say.oneClass, { label }));
  if (mask !== null)
    texts.push(format(say.fill, { count: knownCount(mask), image: digitName(knownDigit(state, state.digitsImage)) }));
  return texts;
}

function gridText(scene: Scene, state: VaeState): string {
  const { state: now, arrangement, picked } = scene;
  if (now === null) return "";
  const sample = picked < 0 ? null : sampleOf(arrangement, picked);
  return [
    ...arrangementText(scene, state),
    format(say.range, { ...ends(now.x), outside: outsideIn(now.x), pixels: now.x.length }),
    format(say.rangeEnd, ends(now.x0)),
    ...(sample === null ? [] : [format(say.picked, { number: picked + 1, label: labelText(sample.label) })]),
  ].join(all.join);
}

function gridNumbers({ state: now, arrangement }: Scene): Numbers | null {
  if (now === null) return null;
  const { columns } = say;
  return {
    columns: [
      ...[columns.sample, columns.class, columns.guidance, columns.low, columns.high, columns.outside],
      ...[columns.low0, columns.high0],
    ],
    rows: () =>
      Array.from({ length: now.x.length / pixelsIn(now.x, 0).length }, (_, k) => {
        const { label = -1, guidance = Number.NaN } = sampleOf(arrangement, k) ?? {};
        const [x, x0] = [pixelsIn(now.x, k), pixelsIn(now.x0, k)];
        const [of, of0] = [ends(x), ends(x0)];
        const name = label < 0 ? labelText(label) : String(label);
        return [
          String(k + 1),
          name,
          ...(label < 0 ? [all.none] : [formatNumber(guidance)]),
          ...[of.low, of.high, String(outsideIn(x)), of0.low, of0.high],
        ];
      }),
  };
}

export function spokenGrids(scene: () => Scene, state: () => VaeState): Spoken {
  return { title: say.title, told: () => gridText(scene(), state()), numbers: () => gridNumbers(scene()) };
}

// ---- the mask

function maskText(mask: readonly number[]): string {
  const span = ([from, to]: readonly [number, number]) =>
    from === to ? String(from + 1) : format(masked.span, { from: from + 1, to: to + 1 });
  const rows = knownRows(mask).map(({ row, spans }) =>
    format(masked.row, { row: row + 1, columns: spans.map(span).join(all.list) }),
  );
  return rows.length === 0 ? "" : format(masked.rows, { rows: rows.join(masked.join) });
}

export function spokenMask(mask: () => readonly number[]): Spoken {
  return { title: masked.title, told: () => maskText(mask()) };
}

// ---- the training's charts

type Of = Training<DigitsTrainTypes>;

function lossSeries({ histories }: Of): Series {
  const { steps = [], means = [] } = histories[0] ?? {};
  return { across: loss.steps, x: steps, lines: [{ name: loss.loss, y: means, axis: lossAxis(means) }] };
}

function errorSeries({ request, reference, histories }: Of): Series {
  const x = request?.at ?? [];
  const of = (name: string, y: Float64Array | null | undefined) => (y?.length === x.length ? [{ name, y }] : []);
  return { across: loss.across, x, lines: [...of(loss.now, histories[0]?.now), ...of(loss.before, reference)] };
}

export function spokenCharts(training: Of, surface: Surface): Spoken {
  function curves(): WalkedCurve[] {
    const placed = surface.width === 0 ? [] : layRow(surface.ruler, surface.size, surface.theme, chartsOf(training));
    const within = (series: Series, chart: PlacedChart | undefined) =>
      curvesOf(series, (_, x, y) => (chart === undefined ? null : placeIn(chart.frame, x, y, chart.left, chart.top)));
    return [...within(lossSeries(training), placed[0]), ...within(errorSeries(training), placed[1])];
  }
  return {
    title: loss.title,
    told: () => [toldOf(lossSeries(training)), toldOf(errorSeries(training))].join(all.join).trim(),
    numbers: () => numbersOf(errorSeries(training)),
    curves,
  };
}
