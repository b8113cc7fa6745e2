// 1d2: f(x) - b as a sum of kernel bars, one per support vector, each starting where the one before it ended.
import { html, type TemplateResult } from "lit";
import { formatNumber } from "../../../host/format-number.ts";
import { format } from "../../../host/messages/format.ts";
import { live, readings, slider, steadyKey, surfaceIn } from "../../../kit/claims/claim-plot.ts";
import { inSolvedUnits, pointPicker } from "../../../kit/points/claim-plot.ts";
import { columnOf } from "../../../kit/points/rows.ts";
import { pickedPoint } from "../../../kit/points/state.ts";
import { columnName } from "../../../kit/points/words.ts";
import { drawFrame, type Frame, inFrame, layFrame } from "../../../plot/frame.ts";
import { polyline, rule } from "../../../plot/marks.ts";
import { box } from "../../../plot/more-marks.ts";
import type { Theme } from "../../../plot/palette.ts";
import type { Pen, Size } from "../../../plot/pen.ts";
import { extent, padded } from "../../../plot/scale.ts";
import type { DrawLayer, Surface } from "../../../plot/surface.ts";
import { type MountSvrClaimPlot, type ResultOf, type SvrClaimPlotContext, words } from "./context.ts";

type Result = ResultOf<"1d2">;

/** Above this many bars they form an area. */
const MANY = 60;

export const mountPrediction: MountSvrClaimPlot = (root, context) => {
  const result = () => context.result("1d2");
  const template = () => {
    const now = result();
    const broken = Boolean(now?.certificate);
    return html`
      <figure class="claim-figure">
        <div class="claim-canvas claim-bars"></div>
        ${steadyKey(key(broken), key(!broken))}
        <figcaption>${broken ? words.prediction.brokenCaption : words.prediction.caption}</figcaption>
      </figure>
      <div class="claim-controls">
        ${
          now === null
            ? ""
            : html`${where(now, context)}
              ${readings([
                [words.prediction.sum, formatNumber(now.picture.sum, 5)],
                [words.prediction.b, formatNumber(now.picture.b, 5)],
                [words.prediction.f, formatNumber(now.picture.f, 5)],
              ])}`
        }
      </div>
    `;
  };
  return live(root, context, template, () => {
    const paint: DrawLayer = (pen, size, theme) => draw(pen, size, theme, result(), context);
    const surface = surfaceIn(root, "claim-bars", paint, words.prediction.name);
    return { surfaces: [surface], update: () => say(surface, result()) };
  });
};

function key(broken: boolean): TemplateResult {
  return html`<p class="claim-key"><span class="key-up">${words.prediction.up}</span> <span class="key-down">${words.prediction.down}</span> <span class="key-sum">${words.prediction.total}</span>${
    broken
      ? html` <span class="key-ghost">${words.prediction.leftOut}</span> <span class="key-without">${words.prediction.brokenSum}</span>`
      : ""
  }</p>`;
}

function say(surface: Surface, result: Result | null): void {
  if (result === null) return;
  const { used, f, b } = result.picture;
  const count = used.filter((bar) => bar !== 0).length;
  const values = { count, sum: formatNumber(result.picture.sum, 4), b: formatNumber(b, 4), f: formatNumber(f, 4) };
  surface.describe(format(words.prediction.describe, values));
}

/** The choice of x: a slider along the plotted column, and a button for the picked training point. */
function where(result: Result, context: SvrClaimPlotContext) {
  const { state } = context.store;
  const { d } = state;
  const present = state.at.length === d ? state.at : [...result.picture.at];
  const column = Math.min(state.column, d - 1);
  const [low, high] = padded(extent(columnOf(state, column)), 0.25);
  const name = columnName(state, column);
  const jump = () => {
    const start = pickedPoint(state) * d;
    context.patchView({ at: state.x.slice(start, start + d) });
  };
  return html`
    ${slider({
      label: format(words.prediction.at, { name }),
      ...{ min: low, max: high, value: present[column] ?? 0 },
      onInput: (value) => context.patchView({ at: present.map((old, k) => (k === column ? value : old)) }),
    })}
    ${pointPicker(context)}
    <button type="button" class="button" @click=${jump}>${words.prediction.jump}</button>
  `;
}

/** Where each bar starts and ends, one after the other, and where it should end. */
interface ChainBar {
  readonly from: number;
  readonly to: number;
  readonly right: number;
}

function chainOf({ bars, used }: Result["picture"], rows: readonly number[]): ChainBar[] {
  let sum = 0;
  return rows.map((i) => {
    const from = sum;
    sum += used[i] ?? 0;
    return { from, to: sum, right: from + (bars[i] ?? 0) };
  });
}

function draw(pen: Pen, size: Size, theme: Theme, result: Result | null, context: SvrClaimPlotContext): void {
  if (result === null) return;
  const { bars, used, sum, f, b } = result.picture;
  const rows = Array.from(bars.keys()).filter((i) => bars[i] !== 0 || used[i] !== 0);
  const chain = chainOf(result.picture, rows);
  const broken = result.certificate !== null;
  const frame = layFrame(pen, size, theme, {
    x: {
      domain: [-0.5, Math.max(rows.length, 1) - 0.5],
      format: (k) => (Number.isInteger(k) && rows[k] !== undefined ? String((rows[k] ?? 0) + 1) : ""),
      grid: false,
      label: words.prediction.axisPoint,
    },
    y: {
      domain: padded(extent([0, f - b, sum, ...chain.flatMap(({ from, to, right }) => [from, to, right])]), 0.1),
      label: inSolvedUnits(context, words.prediction.axisSum),
    },
  });
  drawFrame(pen, frame, theme);
  inFrame(pen, frame, () => {
    rule(pen, frame, "y", 0, { stroke: theme.muted, width: 1 });
    rows.forEach((i, k) => {
      const { from, to, right } = chain[k] as ChainBar;
      const fill = to < from ? theme.below : theme.upper;
      const picked = i === pickedPoint(context.store.state);
      // A gap between wide bars; many thin ones form an area.
      const half = rows.length > MANY ? 0.5 : 0.42;
      const ghost = { stroke: theme.fail, width: 1.75, dash: [4, 3] };
      if (to !== from)
        box(pen, frame, k - half, from, k + half, to, picked ? { fill, stroke: theme.ink, width: 2 } : { fill });
      if (right !== to) box(pen, frame, k - half, from, k + half, right, ghost);
    });
    if (rows.length <= MANY) drawLevels(pen, theme, frame, chain);
    rule(pen, frame, "y", f - b, { stroke: theme.accent, width: 2, dash: [6, 4] });
    if (broken) rule(pen, frame, "y", sum, { stroke: theme.fail, width: 2, dash: [3, 3] });
  });
}

/** From the end of each bar to the start of the next. */
function drawLevels(pen: Pen, theme: Theme, frame: Frame, chain: readonly ChainBar[]): void {
  const ends = chain.map(({ to }) => to);
  const x = Float64Array.from(chain.flatMap((_, k) => [k - 0.5, k + 0.5]));
  const y = Float64Array.from(ends.flatMap((end) => [end, end]));
  polyline(pen, frame, x, y, { stroke: theme.muted, width: 1 });
}
