// What the plots of the diffusion lab's claims have in common: their context, the step and the draw on show, legends, curves
// over the steps of the chain, and planes of places.
import { html, type TemplateResult } from "lit";
import type { DiffusionClaim, DiffusionClaimId } from "../../../../wasm/lib/types.ts";
import { format } from "../../../host/messages/format.ts";
import { type ClaimPlotContext, type MountClaimPlot, slider, steadyKey } from "../../../kit/claims/claim-plot.ts";
import { drawFrame, type Frame, fontOf, inFrame, layFrame } from "../../../plot/frame.ts";
import { label, rule, type Style } from "../../../plot/marks.ts";
import type { Theme } from "../../../plot/palette.ts";
import type { Pen, Size } from "../../../plot/pen.ts";
import { extent, padded } from "../../../plot/scale.ts";
import type { DrawLayer } from "../../../plot/surface.ts";
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

/** Draws the picture of a claim's result. */
type Paint<Picture> = (pen: Pen, size: Size, theme: Theme, now: Picture, broken: boolean, mistake: string) => void;

/**
 * The newest picture of a claim, and how it is drawn once there is one.
 * @param there whether there is anything to draw: the picture of a vacuous claim may be empty
 */
export function showing<Id extends DiffusionClaimId>(
  context: DiffusionClaimPlotContext,
  id: Id,
  there: (picture: PictureOf<Id>) => boolean = () => true,
) {
  const picture = (): PictureOf<Id> | null => {
    const now = context.result(id)?.picture as PictureOf<Id> | undefined;
    return now !== undefined && there(now) ? now : null;
  };
  const broken = () => context.result(id)?.broken === true;
  const mistake = () => context.result(id)?.mistake ?? "";
  const drawn =
    (paint: Paint<PictureOf<Id>>): DrawLayer =>
    (pen, size, theme) => {
      const now = picture();
      if (now !== null) paint(pen, size, theme, now, broken(), mistake());
    };
  return { picture, drawn, broken, mistake };
}

/** What a claim depends on besides data and schedule: the step, and the draw. */
export function controls({ store, patchView }: DiffusionClaimPlotContext, id: DiffusionClaimId): TemplateResult {
  const { state } = store;
  const { T, seed } = state;
  const t = stepOf(state, 1);
  const step = slider({
    label: words.step,
    min: 1,
    max: T,
    value: t,
    text: format(words.stepOf, { t, T }),
    onInput: (value) => patchView({ t: Math.round(value) }),
  });
  const draw = html`<button type="button" class="button" data-new-draw @click=${() => patchView({ seed: (seed % SHARED.seed.max) + 1 })}>${words.newDraw}</button>`;
  return html`<div class="claim-controls">
    ${isAtOneStep(id) && T > 1 ? step : ""}
    ${placesOnShow(state, id) ? html`<p class="claim-note">${words.placesOnShow}</p>` : draw}
  </div>`;
}

export type KeyKind =
  | "line"
  | "dash"
  | "dots"
  | "wide"
  | "bar"
  | "dot"
  | "ring"
  | "cross"
  | "plus"
  | "diamond"
  | "square"
  | "arrow";
/** [how it is drawn, its colour's role, what it is] */
export type KeyEntry = readonly [
  kind: KeyKind,
  role: "dual" | "primal" | "pair" | "ink" | "tube" | "fail",
  text: string,
];

/** The legend of a plot. */
export function legend(entries: readonly KeyEntry[]): TemplateResult {
  return html`<p class="claim-key">${entries.map(([kind, role, text]) => html`<span class="key-${kind} role-${role}">${text}</span> `)}</p>`;
}

/** A canvas with its legend above and its caption below. @param other the legend that breaking or mending puts in its place */
export function figureWith(
  name: string,
  keys: readonly KeyEntry[],
  caption: string,
  other: readonly KeyEntry[] = [],
): TemplateResult {
  const key = other.length === 0 ? legend(keys) : steadyKey(legend(keys), legend(other));
  return html`<figure class="claim-figure">
    ${keys.length + other.length === 0 ? "" : key}
    <div class="claim-canvas ${name}"></div>
    <figcaption>${caption}</figcaption>
  </figure>`;
}

export interface Axis {
  readonly domain: readonly [number, number];
  readonly log?: boolean;
  readonly label: string;
}

/** How what is broken is drawn; what is right is drawn under it, as a ghost of its own colour. */
export const brokenLine = (theme: Theme): Style => ({ stroke: theme.fail, width: 2.25, dash: [6, 4] });
export const GHOST = 0.45;

/** Why there is nothing to be seen in a frame. */
export function drawNothing(pen: Pen, frame: Frame, theme: Theme, why: string): void {
  label(pen, why, (frame.left + frame.right) / 2, (frame.top + frame.bottom) / 2, {
    ...{ font: fontOf(theme, 13), fill: theme.muted, align: "center", halo: theme.surface },
  });
}

/** From one pixel towards another, ending short of the mark there; nothing where there is no room between the marks. */
export function short(from: readonly [number, number], to: readonly [number, number], gap: number) {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  const keep = length > 2 * gap ? 1 - gap / length : 0;
  return [...from, from[0] + dx * keep, from[1] + dy * keep] as const;
}

/** 1 .. T */
export function stepsUpTo(T: number): Float64Array {
  return Float64Array.from({ length: T }, (_, k) => k + 1);
}

/** An axis over values of many sizes: those that have a place on it. @param least narrowest, decades */
export function decades(values: Iterable<number>, label: string, least = 1): Axis {
  const shown = [...values].filter((value) => value > 0 && Number.isFinite(value));
  const [low, high] = extent(shown, [1e-3, 1]);
  // At least half a dot of an axis over many decades.
  const room = Math.max(1.3, (high / low) ** 0.05, 10 ** ((least - Math.log10(high / low)) / 2));
  return { domain: [low / room, high * room], log: true, label };
}

/** Values without a place on a logarithmic axis left out. */
export function positive(values: Float64Array): Float64Array {
  return values.map((value) => (value > 0 && Number.isFinite(value) ? value : Number.NaN));
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

/** Whether what is broken is another than what is right, by more than `least`: a mistake may concern only some of what is drawn. */
export function differ(shown: Float64Array, intact: Float64Array, least = 0): boolean {
  return shown.some((value, i) => Math.abs(value - (intact[i] as number)) > least);
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
