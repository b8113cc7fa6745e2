// 1d1: the Gram matrix is all that training sees. The inputs can be hidden, or rotated into others with the same inner products.
import { html } from "lit";
import { formatNumber } from "../../../host/format-number.ts";
import { format } from "../../../host/messages/format.ts";
import { live, readings, surfaceIn } from "../../../kit/claims/claim-plot.ts";
import { pointPicker } from "../../../kit/points/claim-plot.ts";
import { pickedPoint } from "../../../kit/points/state.ts";
import { unrounded } from "../../../kit/points/words.ts";
import { diverging, sequential } from "../../../plot/colours.ts";
import { drawFrame, fontOf, inFrame, layFrame } from "../../../plot/frame.ts";
import { label, symbol, symbols } from "../../../plot/marks.ts";
import { heatMap, segments } from "../../../plot/more-marks.ts";
import type { Rgb, Theme } from "../../../plot/palette.ts";
import type { Pen, Size } from "../../../plot/pen.ts";
import { extent, padded } from "../../../plot/scale.ts";
import type { Surface } from "../../../plot/surface.ts";
import { type MountSvrClaimPlot, type ResultOf, type SvrClaimPlotContext, words } from "./context.ts";

type Result = ResultOf<"1d1">;

/** Room for the scale beside the matrix, and above it for its title, px. */
const SCALE_ROOM = 74;
const TOP = 22;
const MAX_SEED = 1_000_000;

export const mountGram: MountSvrClaimPlot = (root, context) => {
  const result = () => context.result("1d1");
  const template = () => {
    const { state } = context.store;
    const data = result()?.picture;
    return html`
      <div class="claim-pair">
        <figure class="claim-figure" ?data-shows-mistake=${(data?.trainedOn.length ?? 0) > 0}>
          <div class="claim-canvas claim-gram"></div>
          <figcaption>${data ? matrixCaption(data, state.y.length) : words.gram.caption}</figcaption>
        </figure>
        <figure class="claim-figure">
          <div class="claim-canvas claim-rotated"></div>
          <figcaption>${state.hideX ? words.gram.hidden : format(inputsCaption(result()), { seed: state.seed })}</figcaption>
        </figure>
      </div>
      <div class="claim-controls">
        <button type="button" class="button" aria-pressed=${state.hideX} @click=${() => context.patchView({ hideX: !state.hideX })}>${words.gram.hide}</button>
        <button type="button" class="button" @click=${() => context.patchView({ seed: (state.seed % MAX_SEED) + 1 })}>${words.gram.rotate}</button>
        ${pointPicker(context)}
        ${
          data
            ? readings([
                [words.gram.eigenvalue, eigenvalueText(data)],
                [words.gram.fromGram, coefficientText(data.coefficientFromGram[pickedPoint(state)])],
                [words.gram.fromRotated, coefficientText(data.coefficientRotated[pickedPoint(state)])],
              ])
            : ""
        }
      </div>
    `;
  };
  return live(root, context, template, () => {
    const gram = surfaceIn(
      root,
      "claim-gram",
      (pen, size, theme) => drawGram(pen, size, theme, result(), context),
      words.gram.name,
    );
    const rotated = surfaceIn(
      root,
      "claim-rotated",
      (pen, size, theme) => drawRotated(pen, size, theme, result(), context),
      words.gram.rotatedName,
    );
    return { surfaces: [gram, rotated], update: () => say(gram, rotated, result()) };
  });
};

function matrixCaption({ m, solved, trainedOn }: Result["picture"], n: number): string {
  if (trainedOn.length > 0) return words.gram.distanceCaption;
  const caption = m < n ? format(words.gram.captionPart, { m, n }) : words.gram.caption;
  const sample = format(words.gram.sample, { solved, n });
  return solved < n ? format(words.gram.captionAndSample, { caption, sample }) : caption;
}

function inputsCaption(result: Result | null): string {
  if (result === null || result.picture.unstretched.length === 0) return words.gram.rotatedCaption;
  return result.mistake === "shift" ? words.gram.shiftCaption : words.gram.brokenCaption;
}

/** K; with another matrix trained on, K above the diagonal and that one below it. */
function matrixOf({ gram, trainedOn, m }: Result["picture"]): Float64Array {
  if (trainedOn.length === 0) return gram;
  return gram.map((value, k) => (k % m > Math.floor(k / m) ? value : (trainedOn[k] ?? 0)));
}

function say(surface: Surface, rotated: Surface, result: Result | null): void {
  if (result === null) return;
  const { m, gram } = result.picture;
  const [low, high] = extent(gram).map((value) => formatNumber(value)) as [string, string];
  surface.describe(format(words.gram.describe, { m, low, high, eigenvalue: eigenvalueText(result.picture) }));
  // Both were solved for the same points: how far the multipliers are apart is what the verdict rests on.
  const { coefficientFromGram, coefficientRotated } = result.picture;
  const known = coefficientRotated.filter((value) => !Number.isNaN(value));
  const apart = Math.max(
    0,
    ...coefficientRotated.map((value, k) =>
      Number.isNaN(value) ? 0 : Math.abs(value - (coefficientFromGram[k] ?? value)),
    ),
  );
  const sv = coefficientRotated.filter(isSupport).length;
  rotated.describe(format(words.gram.rotatedDescribe, { n: known.length, sv, apart: formatNumber(apart) }));
}

/** 0 where it is rounding of the largest entries. */
function eigenvalueText({ gram, smallestEigenvalue }: Result["picture"]): string {
  return formatNumber(unrounded(smallestEigenvalue, ...extent(gram)));
}

/** Points outside the sample of a large problem have no coefficient here: NaN. */
function coefficientText(value = Number.NaN): string {
  return Number.isNaN(value) ? words.gram.notSolved : formatNumber(value, 5);
}

function isSupport(value = Number.NaN): boolean {
  return !Number.isNaN(value) && value !== 0;
}

/** Values >= 0 in one hue, signed ones in two around 0. */
function colours(
  theme: Theme,
  low: number,
  high: number,
): { colour: (value: number) => Rgb; from: number; to: number } {
  if (low >= 0) {
    const ramp = sequential(theme);
    const top = high > 0 ? high : 1;
    return { colour: (value) => ramp(value / top), from: 0, to: top };
  }
  const ramp = diverging(theme);
  const most = Math.max(-low, high);
  return { colour: (value) => ramp(value / most), from: -most, to: most };
}

function drawGram(pen: Pen, size: Size, theme: Theme, result: Result | null, context: SvrClaimPlotContext): void {
  if (result === null || result.picture.m < 1) return;
  const { m, shown } = result.picture;
  const gram = matrixOf(result.picture);
  const side = Math.max(20, Math.min(size.width - SCALE_ROOM, size.height - TOP - 4));
  const { colour, from, to } = colours(theme, ...extent(gram));
  const font = fontOf(theme, 12);
  label(pen, words.gram.title, 0, TOP / 2, { font, fill: theme.ink });
  heatMap(pen, { x: 0, y: TOP, width: side, height: side }, gram, m, m, colour);
  pen.save();
  pen.strokeStyle = theme.grid;
  pen.lineWidth = 1;
  pen.beginPath();
  pen.rect(0.5, TOP + 0.5, side - 1, side - 1);
  pen.stroke();
  // The picked point's row and column.
  const row = shown.indexOf(pickedPoint(context.store.state));
  if (row >= 0) {
    const cell = side / m;
    pen.strokeStyle = theme.pair;
    pen.lineWidth = 1.5;
    pen.beginPath();
    pen.rect(0, TOP + row * cell, side, Math.max(cell, 1));
    pen.rect(row * cell, TOP, Math.max(cell, 1), side);
    pen.stroke();
  }
  pen.restore();
  // The scale, dark end on top.
  const steps = 64;
  const left = side + 12;
  const bar = { x: left, y: TOP, width: 12, height: side };
  heatMap(
    pen,
    bar,
    Float64Array.from({ length: steps }, (_, k) => to + ((from - to) * k) / (steps - 1)),
    steps,
    1,
    colour,
  );
  const marks: [number, number][] = from < 0 ? [[to, 0], [0, 0.5], [from, 1]] : [[to, 0], [to / 2, 0.5], [from, 1]]; // biome-ignore format: pairs
  for (const [value, share] of marks) {
    const y = TOP + Math.max(6, Math.min(side - 6, share * side));
    label(pen, formatNumber(value, 2), left + 17, y, { font, fill: theme.muted });
  }
}

function drawRotated(pen: Pen, size: Size, theme: Theme, result: Result | null, context: SvrClaimPlotContext): void {
  if (result === null) return;
  if (context.store.state.hideX) {
    label(pen, words.gram.hiddenShort, size.width / 2, size.height / 2, {
      font: fontOf(theme, 14),
      fill: theme.muted,
      align: "center",
    });
    return;
  }
  const { rotated, unstretched, rotatedD: d, coefficientRotated } = result.picture;
  const n = d > 0 ? rotated.length / d : 0;
  const column = (of: Float64Array, k: number) =>
    Float64Array.from({ length: d > 0 ? of.length / d : 0 }, (_, i) => (k < d ? (of[i * d + k] ?? 0) : 0));
  const [x, y] = [column(rotated, 0), column(rotated, 1)];
  const [fromX, fromY] = [column(unstretched, 0), column(unstretched, 1)];
  const frame = layFrame(pen, size, theme, {
    x: { domain: padded(extent([...x, ...fromX]), 0.08), label: words.gram.axes[0] },
    y: { domain: padded(extent([...y, ...fromY]), 0.08), label: words.gram.axes[1] },
    aspect: 1,
  });
  drawFrame(pen, frame, theme);
  inFrame(pen, frame, () => {
    // Ghosts where the rotation alone puts the points, and the way the stretch takes them.
    segments(pen, frame, fromX, fromY, x, y, { stroke: theme.fail, width: 1, alpha: 0.6 });
    symbols(pen, frame, fromX, fromY, 3, "circle", { fill: theme.surface, stroke: theme.muted, width: 1.25 });
    // Filled: a support vector of the turned problem.
    for (const support of [false, true]) {
      const rows = Array.from(x.keys()).filter((i) => isSupport(coefficientRotated[i]) === support);
      const style = support
        ? { fill: fromX.length > 0 ? theme.fail : theme.accent, stroke: theme.surface, width: 1 }
        : { fill: theme.surface, stroke: fromX.length > 0 ? theme.fail : theme.inside, width: 1.5 };
      symbols(
        pen,
        frame,
        rows.map((i) => x[i] ?? 0),
        rows.map((i) => y[i] ?? 0),
        3.5,
        "circle",
        style,
      );
    }
  });
  const point = pickedPoint(context.store.state);
  if (point < n)
    symbol(pen, "ring", frame.x(x[point] ?? 0), frame.y(y[point] ?? 0), 8, { stroke: theme.pair, width: 2 });
}
