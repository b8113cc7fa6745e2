// What the plots of the diffusion lab's claims have in common: their context, the step and the draw on show, curves
// over the steps of the chain, and planes of places.
import { html, type TemplateResult } from "lit";
import type { DiffusionClaim, DiffusionClaimId } from "../../../../wasm/lib/types.ts";
import { format } from "../../../host/messages/format.ts";
import type { Axis } from "../../../kit/claim-plots/axes.ts";
import { type ClaimPlotContext, type MountClaimPlot, slider } from "../../../kit/claims/claim-plot.ts";
import { shown } from "../../../kit/claims/shown.ts";
import { drawFrame, type Frame, inFrame, layFrame } from "../../../plot/frame.ts";
import { rule } from "../../../plot/marks.ts";
import type { Theme } from "../../../plot/palette.ts";
import type { Pen, Size } from "../../../plot/pen.ts";
import { extent, padded } from "../../../plot/scale.ts";
import { isAtOneStep, placesOnShow } from "../claims.ts";
import { SHARED, stepOf } from "../fields.ts";
import { claimPlots } from "../messages/claim-plots.en.ts";
import type { DiffusionFrame } from "../requests.ts";
import type { DiffusionState } from "../state.ts";

export const words = claimPlots;

type PictureById = { readonly [Claim in DiffusionClaim as Claim["id"]]: Claim["picture"] };
export type PictureOf<Id extends DiffusionClaimId> = PictureById[Id];
export type DiffusionClaimPlotContext = ClaimPlotContext<DiffusionState, DiffusionFrame, DiffusionClaim>;
export type MountDiffusionClaimPlot = MountClaimPlot<DiffusionClaimPlotContext>;

/**
 * The newest picture of a claim, and how it is drawn once there is one.
 * @param there whether there is anything to draw: the picture of a vacuous claim may be empty
 */
export function showing<Id extends DiffusionClaimId>(
  context: DiffusionClaimPlotContext,
  id: Id,
  there?: (picture: PictureOf<Id>) => boolean,
) {
  return shown<PictureOf<Id>>(() => context.result(id), there);
}

/** What a claim depends on besides data and schedule: the step, and the draw. */
export function controls({ store, patchView }: DiffusionClaimPlotContext, id: DiffusionClaimId): TemplateResult {
  const { state } = store;
  const { T, seed } = state;
  const t = stepOf(state, 1);
  const step = slider({
    label: words.step,
    field: "t",
    min: 1,
    max: T,
    value: t,
    whole: true,
    text: format(words.stepOf, { t, T }),
    onInput: (t) => patchView({ t }),
  });
  const draw = html`<button type="button" class="button" data-new-draw @click=${() => patchView({ seed: (seed % SHARED.seed.max) + 1 })}>${words.newDraw}</button>`;
  return html`<div class="claim-controls">
    ${isAtOneStep(id) && T > 1 ? step : ""}
    ${placesOnShow(state, id) ? html`<p class="claim-note">${words.placesOnShow}</p>` : draw}
  </div>`;
}

/** From one pixel towards another, ending short of the mark there; nothing where there is no room between the marks. */
export function short(from: readonly [number, number], to: readonly [number, number], gap: number) {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  const keep = length > 2 * gap ? 1 - gap / length : 0;
  return [...from, from[0] + dx * keep, from[1] + dy * keep] as const;
}

/** A frame over t = 1..T, with the step on show marked. @param t null where the claim is about all of them */
export function drawOverSteps(
  pen: Pen,
  size: Size,
  theme: Theme,
  { T, t, y }: { readonly T: number; readonly t: number | null; readonly y: Axis },
  draw: (frame: Frame) => void,
): void {
  // Room for half a dot at either end.
  const room = Math.max(0.5, 0.012 * T);
  const frame = layFrame(pen, size, theme, {
    x: { domain: [1 - room, T + room], label: words.axisStep, ...(T === 1 ? { ticks: [1] } : {}) },
    y,
  });
  drawFrame(pen, frame, theme);
  inFrame(pen, frame, () => {
    if (t !== null) rule(pen, frame, "x", t, { stroke: theme.accent, width: 1.5, dash: [2, 3] });
    draw(frame);
  });
}

/** One coordinate of (n*d) places. */
export function coordinate(places: ArrayLike<number>, c: number, d = 2): Float64Array {
  return Float64Array.from({ length: places.length / d }, (_, i) => places[i * d + c] as number);
}

/** A plane whose circles are round, wide enough for all these (n*2) places. */
export function layPlane(
  pen: Pen,
  size: Size,
  theme: Theme,
  places: readonly ArrayLike<number>[],
  share = 0.08,
): Frame {
  const side = (c: number) => padded(extent(places.flatMap((each) => [...coordinate(each, c)])), share);
  const frame = layFrame(pen, size, theme, {
    x: { domain: side(0), label: words.axisX },
    y: { domain: side(1), label: words.axisY },
    aspect: 1,
  });
  drawFrame(pen, frame, theme);
  return frame;
}
