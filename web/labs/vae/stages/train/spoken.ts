// What the stage says of its map, its walk and its charts to those who do not see them.
import { formatCount, formatNumber } from "../../../../host/format-number.ts";
import { format } from "../../../../host/messages/format.ts";
import { layRow, type PlacedChart } from "../../../../kit/charts/chart-row.ts";
import { extremes } from "../../../../kit/points/extremes.ts";
import { curvesOf, placeIn, type Series, toldOf } from "../../../../kit/stages/series.ts";
import type { Numbers, Spoken, WalkedCurve } from "../../../../kit/stages/spoken.ts";
import type { Surface } from "../../../../plot/surface.ts";
import { spoken as all } from "../../messages/spoken.en.ts";
import { bound, boundDomain, isCollapsed, klBars } from "./charts.ts";
import { imageName } from "./pick.ts";
import { SIDE } from "./pixels.ts";
import { WALK } from "./request.ts";
import { pointOf, type Scene } from "./scene.ts";
import { shareText } from "./strip.ts";

const { train: say, strip, charts } = all;

const list = (values: ArrayLike<number>) => {
  const texts = Array.from(values, (value) => formatNumber(value));
  return texts.length === 1 ? (texts[0] as string) : format(all.place, { at: texts.join(", ") });
};

// ---- the map

function placeText({ place, shown, toy, decodedPlace }: Scene): string {
  const z = list(shown?.dz === 1 ? [place[0]] : place);
  if (decodedPlace === null) return "";
  if (toy) return format(say.place, { z, x: list(decodedPlace) });
  const found = extremes(decodedPlace);
  if (found === null) return "";
  const [row, column] = [Math.floor(found.highAt / SIDE) + 1, (found.highAt % SIDE) + 1];
  return format(say.placeImage, { z, low: formatNumber(found.low), high: formatNumber(found.high), row, column });
}

function lookedTexts(scene: Scene): string[] {
  const { draws, looked, inspected, codes, to } = scene;
  if (looked === null) return draws ? [say.nothingDrawn] : [];
  const end = codes === null ? [] : [codes.x[to] as number, codes.y[to] as number];
  const to2 = format(say.to, { name: imageName(scene, to), at: list(end) });
  if (inspected === null) return [to2];
  const { mu, logVar, evidence } = inspected;
  const q = { mean: list(mu), logVar: list(logVar) };
  const texts =
    looked.index === null
      ? [format(say.drawn, { ...q, ink: looked.x.filter((ink) => ink > 0).length })]
      : [format(say.looked, { ...q, name: imageName(scene, looked.index) })];
  if (evidence !== null) {
    const { logPx, elbo, gap } = evidence;
    const terms = { logPx: formatNumber(logPx, 4), elbo: formatNumber(elbo, 4), gap: formatNumber(gap) };
    texts.push(format(say.evidence, terms));
  }
  return [...texts, to2];
}

function mapText(scene: Scene): string {
  const { codes, shade, overlap } = scene;
  if (codes === null) return "";
  const [across, up] = [extremes(codes.x), extremes(codes.y)];
  if (across === null || up === null) return "";
  const [xLow, xHigh, yLow, yHigh] = [across.low, across.high, up.low, up.high].map((value) => formatNumber(value)) as [
    string,
    string,
    string,
    string,
  ];
  return [
    placeText(scene),
    ...lookedTexts(scene),
    format(say.codes, { xLow, xHigh, yLow, yHigh }),
    ...(shade === "aggregate" && overlap !== null
      ? [format(say.overlap, { overlap: formatNumber(overlap.overlap) })]
      : []),
  ]
    .filter((text) => text !== "")
    .join(all.join);
}

/** @param table the summary of the folded codes */
export function spokenMap(scene: () => Scene, table: () => HTMLElement | null): Spoken {
  return { title: say.title, told: () => mapText(scene()), table };
}

// ---- the walk

/** x, the steps decoded, x', and what z is decoded to: pixels of images, coordinates of points. */
function walkOf(scene: Scene): [name: string, values: ArrayLike<number>][] {
  const { looked, inspected, points, to, decodedPlace } = scene;
  if (looked === null || inspected === null || points === null) return [];
  const { dx } = points;
  if (inspected.decoded.length !== WALK * dx) return [];
  const steps = Array.from({ length: WALK }, (_, k): [string, ArrayLike<number>] => [
    shareText(k),
    inspected.decoded.subarray(k * dx, (k + 1) * dx),
  ]);
  const z: [string, ArrayLike<number>][] = decodedPlace?.length === dx ? [[strip.z, decodedPlace]] : [];
  return [["x", looked.x], ...steps, ["x′", pointOf(points, to)], ...z];
}

/** Images have a column each, points a row. */
function walkNumbers(scene: Scene): Numbers | null {
  const walk = walkOf(scene);
  if (walk.length === 0) return null;
  if (scene.toy)
    return {
      columns: [strip.step, ...[1, 2].map((k) => format(strip.coordinate, { k }))],
      rows: () => walk.map(([name, values]) => [name, ...Array.from(values, (value) => formatNumber(value))]),
    };
  return {
    columns: [strip.pixel, ...walk.map(([name]) => name)],
    rows: () =>
      Array.from({ length: SIDE * SIDE }, (_, p) => [
        format(strip.cell, { row: Math.floor(p / SIDE) + 1, column: (p % SIDE) + 1 }),
        ...walk.map(([, values]) => formatNumber(values[p] as number, 2)),
      ]),
  };
}

export function spokenStrip(scene: () => Scene): Spoken {
  return {
    title: strip.title,
    told() {
      const { looked, to, points } = scene();
      if (looked === null || points === null) return "";
      const from = looked.index === null ? strip.drawn : imageName(scene(), looked.index);
      return format(strip.ends, { from, to: imageName(scene(), to) });
    },
    numbers: () => walkNumbers(scene()),
  };
}

// ---- the charts

const boundSeries = ({ track }: Scene): Series => ({
  ...{ across: charts.steps, x: track.steps },
  lines: (["heldOut", "training"] as const).map((name) => ({
    ...{ name: charts[name], y: track[name] },
    axis: { domain: boundDomain(track) },
  })),
});

function klSeries({ progress }: Scene): Series {
  const y = progress?.heldOut.klPerDimension ?? new Float64Array();
  return { across: charts.latent, x: Array.from(y, (_, k) => k + 1), lines: [{ name: charts.kl, y }] };
}

function chartsText(scene: Scene): string {
  const { progress, track } = scene;
  if (progress === null) return "";
  const gone = Array.from(progress.heldOut.klPerDimension, (kl, k) =>
    isCollapsed(kl) ? formatCount(k + 1) : "",
  ).filter((name) => name !== "");
  return [
    ...(track.steps.length > 1 ? [toldOf({ ...boundSeries(scene), on: track.steps.length - 1 })] : []),
    gone.length === 0 ? charts.none : format(charts.collapsed, { list: gone.join(all.list) }),
  ].join(all.join);
}

/** @param table the summary of the folded bound */
export function spokenCharts(scene: () => Scene, surface: Surface, table: () => HTMLElement | null): Spoken {
  function curves(): WalkedCurve[] {
    const now = scene();
    const placed =
      surface.width === 0 ? [] : layRow(surface.ruler, surface.size, surface.theme, [bound(now), klBars(now)]);
    const within = (series: Series, chart: PlacedChart | undefined) =>
      curvesOf(series, (_, x, y) => (chart === undefined ? null : placeIn(chart.frame, x, y, chart.left, chart.top)));
    return [...within(boundSeries(now), placed[0]), ...within(klSeries(now), placed[1])];
  }
  return { title: charts.title, told: () => chartsText(scene()), table, curves };
}
