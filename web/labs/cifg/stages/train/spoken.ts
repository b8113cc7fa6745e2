// What the pictures of the stage say to those who do not see them: forecasts beside the truth, what the training has come to, and what
// the gates do on the sequence on show.
import { formatCount, formatNumber } from "../../../../host/format-number.ts";
import { format } from "../../../../host/messages/format.ts";
import { extremes } from "../../../../kit/points/extremes.ts";
import { curvesOf, type Line, numbersOf, placeIn, type Series } from "../../../../kit/stages/series.ts";
import type { Spoken, WalkedCurve } from "../../../../kit/stages/spoken.ts";
import type { Frame } from "../../../../plot/frame.ts";
import { train } from "../../messages/train.en.ts";
import { trainSpoken } from "../../messages/train-spoken.en.ts";
import { clippedSteps } from "./charts.ts";
import { ranked } from "./compare.ts";
import { nameOf } from "./looks.ts";
import type { Run, Scene, Shown } from "./scene.ts";
import { timeOf } from "./series.ts";

const { between } = trainSpoken;
const said = (value: number | undefined, digits = 4) => formatNumber(value ?? Number.NaN, digits);

// ---- forecasts --------------------------------------------------------------------------------------------------------

/** Where held-out value k is: its time in a series, its number in a made task. */
function timesOf({ series, baselines }: Scene): number[] {
  if (baselines === null) return [];
  if (series === null) return Array.from(baselines.truth, (_, k) => k + 1);
  return Array.from(baselines.at, (k) => timeOf(series.name, k));
}

function forecastsOf(scene: Scene): Series | null {
  const { baselines, runs, series } = scene;
  if (baselines === null) return null;
  const lines: Line[] = [
    { name: train.plot.truth, y: baselines.truth },
    ...runs.map(({ cell, prediction }) => ({ name: nameOf(cell), y: prediction })),
    ...baselines.baselines.map(({ name, prediction }) => ({ name: nameOf(name), y: prediction })),
  ];
  const across = series === null ? trainSpoken.plot.place : train.plot.time[series.name];
  return { across, x: timesOf(scene), lines };
}

/** Where a network misses most. */
function farthest(scene: Scene, { cell, prediction }: Run): string[] {
  const truth = scene.baselines?.truth ?? [];
  const off = extremes(Array.from(truth, (value, k) => Math.abs((prediction[k] ?? Number.NaN) - value)));
  if (off === null) return [];
  const k = off.highAt;
  return [
    format(trainSpoken.plot.farthest, {
      ...{ cell: nameOf(cell), at: formatNumber(timesOf(scene)[k] ?? Number.NaN, 6) },
      ...{ said: said(prediction[k]), truth: said(truth[k]) },
    }),
  ];
}

/** @param frame of the forecasts of a series: its x is the index of a value */
export function spokenOfPlot(scene: () => Scene, frame: () => Frame | null): Spoken {
  const { plot: words } = trainSpoken;
  return {
    title: words.title,
    told() {
      const now = scene();
      const { baselines, runs, steps, drawn } = now;
      const range = baselines === null ? null : extremes(baselines.truth);
      if (baselines === null || range === null) return "";
      const known = steps > 0 || !drawn ? runs : [];
      const errors = ranked(baselines, known).map(({ id, error }) =>
        format(words.error, { name: nameOf(id), error: said(error) }),
      );
      return [
        format(words.truth, { low: said(range.low), high: said(range.high) }),
        format(words.errors, { list: errors.join(between.entries) }),
        ...known.flatMap((run) => farthest(now, run)),
      ].join(between.sentences);
    },
    numbers() {
      const all = forecastsOf(scene());
      return all === null ? null : numbersOf(all);
    },
    curves() {
      const now = scene();
      const all = forecastsOf(now);
      // Of a made task there is no order in which its sequences would be a curve.
      if (all === null || now.series === null) return [];
      const { at = [] } = now.baselines ?? {};
      const index = new Map(Array.from(all.x, (x, k) => [x, at[k] ?? Number.NaN]));
      return curvesOf(all, (_, x, y) => placeIn(frame(), index.get(x) ?? Number.NaN, y));
    },
  };
}

// ---- training ---------------------------------------------------------------------------------------------------------

/** What is said of one trainer. */
function courseOf({ histories, tracks }: Scene, k: number): string[] {
  const { charts: words } = trainSpoken;
  const [history, track] = [histories[k], tracks[k]];
  if (history === undefined || track === undefined) return [];
  const cell = nameOf(history.name);
  const [errors, means, norms] = [track.errors, history.means, extremes(track.before)];
  const least = extremes(errors);
  if (least === null) return [];
  if (errors.length === 1) return [format(words.start, { cell, error: said(least.low) })];
  return [
    format(words.error, {
      ...{ cell, first: said(errors[0]), last: said(errors.at(-1)), least: said(least.low) },
      steps: formatCount(track.steps[least.lowAt] ?? 0),
    }),
    ...(means.length === 0 ? [] : [format(words.loss, { cell, first: said(means[0]), last: said(means.at(-1)) })]),
    ...(norms === null
      ? []
      : [
          format(words.norm, {
            ...{ cell, norm: said(norms.high), all: formatCount(track.before.length) },
            clipped: formatCount(clippedSteps(track).length / 2),
          }),
        ]),
  ];
}

/** Errors and losses at the end of each frame. */
function coursesOf({ histories, tracks }: Scene): Series {
  const { charts: words } = trainSpoken;
  const steps = tracks[0]?.steps ?? [];
  const lines = histories.flatMap(({ name, steps: known, means }, k): Line[] => {
    const cell = nameOf(name);
    const meanAt = new Map(known.map((step, i) => [step, means[i] ?? Number.NaN]));
    return [
      { name: format(words.errorName, { cell }), y: tracks[k]?.errors ?? [] },
      { name: format(words.lossName, { cell }), y: steps.map((step) => meanAt.get(step) ?? Number.NaN) },
    ];
  });
  return { across: train.chart.steps, x: steps, lines };
}

/** @param place where a value is: of the chart of errors (0) and of losses (1), px */
export function spokenOfCharts(
  scene: () => Scene,
  place: (chart: number, x: number, y: number) => { readonly x: number; readonly y: number } | null,
): Spoken {
  return {
    title: trainSpoken.charts.title,
    told() {
      const now = scene();
      return now.histories.flatMap((_, k) => courseOf(now, k)).join(between.sentences);
    },
    numbers: () => numbersOf(coursesOf(scene())),
    curves() {
      const all = coursesOf(scene());
      return curvesOf(all, (line, x, y) => place(all.lines.indexOf(line) % 2, x, y));
    },
  };
}

// ---- gates ------------------------------------------------------------------------------------------------------------

const meanOf = (values: ArrayLike<number>) =>
  Array.from(values).reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** (T) the mean over the units, of (T*dh). */
function meansOf(values: Float64Array, T: number): number[] {
  const dh = Math.round(values.length / T);
  return Array.from({ length: T }, (_, t) => meanOf(values.subarray(t * dh, (t + 1) * dh)));
}

function insideOf({ cell, gates }: Shown): string[] {
  const { gates: words } = trainSpoken;
  const { f, c, target, prediction } = gates;
  const [T, name] = [target.length, nameOf(cell)];
  const dh = Math.round(f.length / T);
  const perUnit = Array.from({ length: dh }, (_, j) =>
    meanOf(Array.from({ length: T }, (_, t) => f[t * dh + j] ?? Number.NaN)),
  );
  const [gate, keeps, state] = [extremes(f), extremes(perUnit), extremes(c)];
  return [
    format(words.said, { cell: name, said: said(prediction[T - 1]), target: said(target[T - 1]) }),
    ...(gate === null || keeps === null
      ? []
      : [
          format(words.gate, {
            ...{ cell: name, low: said(gate.low, 3), high: said(gate.high, 3), mean: said(meanOf(f), 3) },
            ...{ unit: keeps.highAt + 1, keeps: said(keeps.high, 3) },
          }),
        ]),
    ...(state === null
      ? []
      : [format(words.states, { cell: name, low: said(state.low, 3), high: said(state.high, 3) })]),
  ];
}

function stepsOf({ shown }: Scene): Series | null {
  const { gates: words } = trainSpoken;
  const [first] = shown;
  if (first === undefined) return null;
  const T = first.gates.target.length;
  const lines: Line[] = [
    ...first.inputs.map((y, k) => ({ name: train.gates.inputs[first.kind][k] ?? "", y })),
    { name: train.gates.target, y: first.gates.target },
    ...shown.flatMap(({ cell, gates }) => [
      { name: format(words.saidBy, { cell: nameOf(cell) }), y: gates.prediction },
      ...(["f", "i", "o"] as const).map((gate) => ({
        name: format(words.meanOf, { name: train.gates[gate], cell: nameOf(cell) }),
        y: meansOf(gates[gate], T),
      })),
    ]),
  ];
  return { across: "t", x: Array.from({ length: T }, (_, t) => t + 1), lines };
}

export function spokenOfGates(scene: () => Scene): Spoken {
  return {
    title: trainSpoken.gates.title,
    told: () => scene().shown.flatMap(insideOf).join(between.sentences),
    numbers() {
      const all = stepsOf(scene());
      return all === null ? null : numbersOf(all);
    },
    // Only what is asked for is a curve of the picture; the means of the gates are in no place of it.
    curves: (): readonly WalkedCurve[] => {
      const all = stepsOf(scene());
      return all === null ? [] : curvesOf(all, () => null);
    },
  };
}
