// The memory horizon: the product of f beside the diagonal of dc_T/dc_t, the norms, and the share that goes through h.

import { html, type TemplateResult } from "lit";
import { formatNumber } from "../../../../../host/format-number.ts";
import { format } from "../../../../../host/messages/format.ts";
import { drawRow, layRow, logDomainOf, type RowChart } from "../../../../../kit/charts/chart-row.ts";
import { readLate } from "../../../../../kit/stages/late-reader.ts";
import { placeIn } from "../../../../../kit/stages/series.ts";
import { typeset } from "../../../../../kit/typeset.ts";
import type { Frame } from "../../../../../plot/frame.ts";
import { log } from "../../../../../plot/log-scale.ts";
import { polyline, symbol } from "../../../../../plot/marks.ts";
import { bars } from "../../../../../plot/more-marks.ts";
import type { Role, Theme } from "../../../../../plot/palette.ts";
import type { Pen, Size } from "../../../../../plot/pen.ts";
import { Surface } from "../../../../../plot/surface.ts";
import { below } from "../../../messages/cell-below.en.ts";
import { type BelowScene, unitOf } from "./below-scene.ts";

const words = below.horizon;

/** The cell's forget gate, the whole Jacobian, what goes through h: the colours of the tape. */
const LOOKS = { product: "pair", jacobian: "below", throughH: "tube" } as const satisfies Record<string, Role>;

/** A line over t on a logarithmic axis; values below 0 have hollow marks at their size, 0 has no place. */
function line(
  pen: Pen,
  theme: Theme,
  frame: Frame,
  values: ArrayLike<number>,
  colour: Role,
  dash: number[] = [],
): void {
  const ts = Array.from(values, (_, k) => k + 1);
  const sizes = Array.from(values, (value) => (value === 0 ? Number.NaN : Math.abs(value)));
  polyline(pen, frame, ts, sizes, { stroke: theme[colour], width: 2, dash });
  for (const [k, size] of sizes.entries()) {
    if (Number.isNaN(size)) continue;
    const hollow = (values[k] as number) < 0;
    symbol(pen, "circle", frame.x(k + 1), frame.y(size), 3.5, {
      fill: hollow ? theme.surface : theme[colour],
      stroke: theme[colour],
      width: 1.5,
    });
  }
}

function chartsOf(scene: BelowScene): RowChart[] {
  const { T, row, tape } = scene;
  const { norm, throughH, productNorm, share } = tape.horizon;
  const { product, diagonal } = unitOf(scene);
  const ticks = Array.from({ length: T }, (_, k) => k + 1);
  const x = { domain: [0.5, T + 0.5], ticks, format: String, grid: false, label: "t" } as const;
  const sizes = [...product, ...diagonal.map(Math.abs)];
  const unit = { unit: row + 1 };
  return [
    {
      title: format(words.charts.diagonal, unit),
      items: [
        { swatch: { line: LOOKS.product, dash: [5, 3] }, text: words.product },
        { swatch: { line: LOOKS.jacobian }, text: words.diagonal },
      ],
      x,
      y: { domain: logDomainOf(sizes, [0.1, 10]), scale: log },
      draw(pen, theme, frame) {
        line(pen, theme, frame, diagonal, LOOKS.jacobian);
        line(pen, theme, frame, product, LOOKS.product, [5, 3]);
      },
    },
    {
      title: words.charts.norm,
      items: [
        { swatch: { line: LOOKS.product, dash: [5, 3] }, text: words.productNorm },
        { swatch: { line: LOOKS.jacobian }, text: words.norm },
        { swatch: { line: LOOKS.throughH, dash: [2, 3] }, text: words.throughH },
      ],
      x,
      y: { domain: logDomainOf([...norm, ...throughH, ...productNorm], [0.1, 10]), scale: log },
      draw(pen, theme, frame) {
        line(pen, theme, frame, throughH, LOOKS.throughH, [2, 3]);
        line(pen, theme, frame, norm, LOOKS.jacobian);
        line(pen, theme, frame, productNorm, LOOKS.product, [5, 3]);
      },
    },
    {
      title: words.charts.share,
      items: [{ swatch: { area: LOOKS.throughH, alpha: 0.7 }, text: words.share }],
      x,
      y: { domain: [0, 1], ticks: [0, 0.25, 0.5, 0.75, 1], format: (value) => `${Math.round(100 * value)}%` },
      draw(pen, theme, frame) {
        bars(pen, frame, ticks, share, Math.min(26, (0.6 * (frame.right - frame.left)) / T), {
          fill: theme[LOOKS.throughH],
          alpha: 0.7,
        });
      },
    },
  ];
}

/** What the numbers at t = 1 say of "f keeps the gradient". */
export type Verdict = keyof typeof words.sentences;

/** Norms that differ by less are as good as equal; a share below it is little. */
const NEAR = 0.1;

export function verdictOf({ tape: { horizon }, T }: BelowScene): Verdict {
  const [norm = 0, product = 0, throughH = 0, share = 0] = [
    horizon.norm[0],
    horizon.productNorm[0],
    horizon.throughH[0],
    horizon.share[0],
  ];
  if (T === 1) return "oneStep";
  if (norm === 0 && product === 0) return "nothing";
  if (throughH === 0) return "cellOnly";
  if (share < NEAR) return "nearly";
  if (norm > (1 + NEAR) * product) return "more";
  if (norm < (1 - NEAR) * product) return "less";
  return "turned";
}

export function sentenceOf(scene: BelowScene): string {
  const { norm, productNorm, throughH, share } = scene.tape.horizon;
  const at = (list: Float64Array, digits = 3) => formatNumber(list[0] ?? Number.NaN, digits);
  return format(words.sentences[verdictOf(scene)], {
    T: scene.T,
    norm: at(norm),
    product: at(productNorm),
    throughH: at(throughH),
    share: Math.round(100 * (share[0] ?? 0)),
  });
}

function table(scene: BelowScene): TemplateResult {
  const { T, row, tape } = scene;
  const { norm, throughH, productNorm, share } = tape.horizon;
  const { product, diagonal } = unitOf(scene);
  const columns = [product, diagonal, productNorm, norm, throughH, share] as const;
  const names = [words.product, words.diagonal, words.productNorm, words.norm, words.throughH, words.share];
  return html`<details class="below-table">
    <summary>${words.table}</summary>
    <div class="below-scroll" tabindex="0" role="group" aria-label=${words.table}>
      <table>
        <caption>${format(words.tableCaption, { unit: row + 1 })}</caption>
        <thead><tr><th scope="col">${typeset("t")}</th>${names.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
        <tbody>${Array.from(
          { length: T },
          (_, t) =>
            html`<tr><th scope="row">${t + 1}</th>${columns.map((list) => html`<td>${formatNumber(list[t] ?? Number.NaN, 4)}</td>`)}</tr>`,
        )}</tbody>
      </table>
    </div>
  </details>`;
}

export function horizonText(scene: BelowScene): TemplateResult {
  return html`<p class="below-claim">${sentenceOf(scene)}</p>${scene.T > 1 ? html`<p class="below-about">${words.note}</p>` : ""}${table(scene)}`;
}

/**
 * The charts, in an element of their own.
 * @param scene null: nothing is drawn
 * @param table of the same numbers; null before it is there
 */
export function mountHorizon(host: HTMLElement, scene: () => BelowScene | null, table: () => HTMLElement | null) {
  const surface = new Surface(
    host,
    {
      all(pen: Pen, size: Size, theme: Theme) {
        const now = scene();
        if (now !== null) drawRow(pen, size, theme, chartsOf(now));
      },
    },
    { label: words.label },
  );
  const place = (chart: number, t: number, value: number) => {
    const now = scene();
    const at = now && layRow(surface.ruler, surface.size, surface.theme, chartsOf(now))[chart];
    // On a logarithmic axis a value below 0 is drawn at its size.
    return at ? placeIn(at.frame, t, chart < 2 ? Math.abs(value) : value, at.left, at.top) : null;
  };
  const reader = readLate(host, host, async () => {
    const { spokenOfHorizon } = await import("./spoken.ts");
    return spokenOfHorizon(scene, place, table);
  });
  return {
    surface,
    update(): void {
      const now = scene();
      if (now !== null) surface.describe(format(words.describe, { label: words.label, sentence: sentenceOf(now) }));
      surface.invalidate();
      reader.update();
    },
    dispose(): void {
      reader.dispose();
      surface.dispose();
    },
  };
}
