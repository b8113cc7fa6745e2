// What the plots of the VAE's claims have in common: their context, new draws, terms that add up, Gaussians of the latent plane, and
// numbers beside their second route.
import { html, type TemplateResult } from "lit";
import type { VaeClaim, VaeClaimId, VaeEllipse } from "../../../../wasm/lib/types.ts";
import { formatNumber } from "../../../host/format-number.ts";
import { drawWaterfall } from "../../../kit/claim-plots/waterfall.ts";
import type { ClaimPlotContext, MountClaimPlot } from "../../../kit/claims/claim-plot.ts";
import { shown } from "../../../kit/claims/shown.ts";
import { type Frame, inFrame } from "../../../plot/frame.ts";
import { polyline, type Style, symbol } from "../../../plot/marks.ts";
import { box } from "../../../plot/more-marks.ts";
import type { Theme } from "../../../plot/palette.ts";
import type { Pen, Size } from "../../../plot/pen.ts";
import { SHARED } from "../fields.ts";
import { claimPlots } from "../messages/claim-plots.en.ts";
import type { VaeFrame } from "../requests.ts";
import type { VaeState } from "../state.ts";

export const words = claimPlots;

type PictureById = { readonly [Claim in VaeClaim as Claim["id"]]: Claim["picture"] };
export type PictureOf<Id extends VaeClaimId> = PictureById[Id];
export type VaeClaimPlotContext = ClaimPlotContext<VaeState, VaeFrame, VaeClaim>;
export type MountVaeClaimPlot = MountClaimPlot<VaeClaimPlotContext>;

/**
 * The newest picture of a claim, and how it is drawn once there is one.
 * @param there whether there is anything to draw: the picture of a vacuous claim may be empty
 */
export function showing<Id extends VaeClaimId>(
  context: VaeClaimPlotContext,
  id: Id,
  there?: (picture: PictureOf<Id>) => boolean,
) {
  return shown<PictureOf<Id>>(() => context.result(id), there);
}

/** Another seed for what is drawn at random. */
export function newDraw({ store, patchView }: VaeClaimPlotContext): TemplateResult {
  const { seed } = store.state;
  return html`<button type="button" class="button" data-new-draw @click=${() => patchView({ seed: (seed % SHARED.seed.max) + 1 })}>${words.newDraw}</button>`;
}

/** Whether what is judged is another number than the right one, by more than rounding; what is no number is. */
export function isOff(claimed: number, intact: number): boolean {
  return !(Math.abs(claimed - intact) <= 1e-12 * (1 + Math.abs(intact)));
}

/** One part of a sum. */
export interface Part {
  readonly name: string;
  readonly fill: string;
  readonly claimed: number;
  readonly intact: number;
  /** By the second route. */
  readonly measured: number;
}

const DIGITS = 4;

/** Parts that add up to a total; a cross on each end by the second route. What is wrong has the colour of what is broken. */
export function drawSum(
  pen: Pen,
  size: Size,
  theme: Theme,
  parts: readonly Part[],
  total: Omit<Part, "fill">,
  axis: string,
): void {
  const text = (value: number) => formatNumber(value, DIGITS);
  const { frame, rights } = drawWaterfall(pen, size, theme, {
    bars: parts.map(({ name, fill, claimed, intact }) => ({
      ...{ name, fill, value: claimed, text: text(claimed), wrong: isOff(claimed, intact), right: intact },
    })),
    total: { name: total.name, value: total.claimed, text: text(total.claimed) },
    ...{ label: axis, show: [total.measured, total.intact], marksRight: true, gap: 9 },
    under: () => undefined,
  });
  parts.forEach(({ intact, measured }, row) => {
    drawCross(pen, theme, frame, (rights[row] ?? Number.NaN) - intact + measured, row);
  });
  const last = parts.length;
  if (isOff(total.claimed, total.intact))
    inFrame(pen, frame, () => {
      box(pen, frame, 0, last - 0.3, total.claimed, last + 0.3, { fill: theme.fail });
      box(pen, frame, 0, last - 0.4, total.intact, last + 0.4, { stroke: theme.ink, width: 1.25, dash: [3, 3] });
    });
  drawCross(pen, theme, frame, total.measured, last);
}

/** The second route. */
export function drawCross(pen: Pen, theme: Theme, frame: Frame, x: number, y: number): void {
  if (!Number.isFinite(x)) return;
  symbol(pen, "cross", frame.x(x), frame.y(y), 5, { stroke: theme.surface, width: 4.5 });
  symbol(pen, "cross", frame.x(x), frame.y(y), 5, { stroke: theme.ink, width: 1.8 });
}

const CORNERS = 96;

/** An ellipse of the latent plane, so many standard deviations from its middle. */
export function drawEllipse(pen: Pen, frame: Frame, { at, axes }: VaeEllipse, sds: number, style: Style): void {
  if (at.length === 0) return;
  const place = (c: 0 | 1) =>
    Float64Array.from({ length: CORNERS + 1 }, (_, k) => {
      const angle = (2 * Math.PI * k) / CORNERS;
      const along = (axes[2 * c] ?? 0) * Math.cos(angle) + (axes[2 * c + 1] ?? 0) * Math.sin(angle);
      return (at[c] ?? 0) + sds * along;
    });
  polyline(pen, frame, place(0), place(1), style);
}

/** What an ellipse reaches along one axis. */
export function reachOf({ at, axes }: VaeEllipse, c: 0 | 1, sds: number): number[] {
  if (at.length === 0) return [];
  const sd = Math.hypot(axes[2 * c] ?? 0, axes[2 * c + 1] ?? 0);
  return [(at[c] ?? 0) - sds * sd, (at[c] ?? 0) + sds * sd];
}

const SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉";
/** A whole number as a subscript. */
export const sub = (value: number): string => [...String(value)].map((digit) => SUBSCRIPTS[Number(digit)]).join("");

/** A row of a list that is stored row after row. */
export function rowOf(list: Float64Array, row: number, rows: number): Float64Array {
  const length = list.length / rows;
  return list.subarray(row * length, (row + 1) * length);
}
