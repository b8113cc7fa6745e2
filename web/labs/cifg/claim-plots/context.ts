// What the plots of the cell's claims have in common: their context, the step and the unit that are looked at, axes over steps with
// the units side by side, and numbers by two routes over one another.
import { html, type TemplateResult } from "lit";
import type { CifgBackward, CifgClaim, CifgClaimId } from "../../../../wasm/lib/types.ts";
import { format } from "../../../host/messages/format.ts";
import { GHOST } from "../../../kit/claim-plots/axes.ts";
import { type ClaimPlotContext, type MountClaimPlot, slider } from "../../../kit/claims/claim-plot.ts";
import { shown } from "../../../kit/claims/shown.ts";
import { drawFrame, type Frame, inFrame, layFrame } from "../../../plot/frame.ts";
import { rule, symbol } from "../../../plot/marks.ts";
import { segments } from "../../../plot/more-marks.ts";
import type { Role, Theme } from "../../../plot/palette.ts";
import type { Pen, Size } from "../../../plot/pen.ts";
import { extent, padded } from "../../../plot/scale.ts";
import type { ClaimsFrame } from "../claims.ts";
import { claimPlots } from "../messages/claim-plots.en.ts";
import type { CifgFrame } from "../requests.ts";
import type { CifgState } from "../state.ts";

export const words = claimPlots;

type PictureById = { readonly [Claim in CifgClaim as Claim["id"]]: Claim["picture"] };
export type PictureOf<Id extends CifgClaimId> = PictureById[Id];
export type CifgClaimPlotContext = ClaimPlotContext<CifgState, CifgFrame, CifgClaim>;
export type MountCifgClaimPlot = MountClaimPlot<CifgClaimPlotContext>;

/** The newest picture of a claim. @param there whether there is anything to draw: that of a vacuous claim may be empty */
export function showing<Id extends CifgClaimId>(
  context: CifgClaimPlotContext,
  id: Id,
  there?: (picture: PictureOf<Id>) => boolean,
) {
  return shown<PictureOf<Id>>(() => context.result(id), there);
}

/** A step and a unit of the cell that the open claim is about. */
export interface Place {
  readonly T: number;
  readonly dh: number;
  /** From 1. */
  readonly t: number;
  /** The unit that the cell's equations show, from 0. */
  readonly unit: number;
}

/** Where a plot looks that wants step t; null where there is nothing yet. */
export function placeAt(context: CifgClaimPlotContext, t: number): Place | null {
  const about = aboutOf(context);
  if (about === null) return null;
  const { T, dh } = about.problem;
  return { T, dh, t: within(t, T), unit: Math.min(context.store.state.unit, dh - 1) };
}

/** Sliders over the steps and the units. */
export function placePickers(
  { T, dh, t, unit }: Place,
  toStep: (t: number) => void,
  toUnit: (unit: number) => void,
): TemplateResult {
  return html`${picker(words.step, T, t, toStep)} ${picker(words.unit, dh, unit + 1, (value) => toUnit(value - 1))}`;
}

/** A slider over whole numbers 1..most; nothing where there is no choice. */
export function picker(label: string, most: number, value: number, onInput: (value: number) => void): TemplateResult {
  if (most < 2) return html``;
  return slider({
    ...{ label, min: 1, max: most, value, whole: true },
    text: format(words.ofMany, { value, most }),
    onInput,
  });
}

/** Largest entry of each step's list. */
export const largestOf = (values: Float64Array, each: number) =>
  Float64Array.from({ length: values.length / each }, (_, t) => Math.max(...values.subarray(t * each, (t + 1) * each)));

/** t = 1..T as near to a wanted one as there is. */
export const within = (wanted: number, most: number): number => Math.max(1, Math.min(most, wanted));

const SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉";
/** A whole number as a subscript. */
export const sub = (value: number): string => [...String(value)].map((digit) => SUBSCRIPTS[Number(digit)]).join("");

/** Share of a step's width over which its units stand side by side. */
const SPREAD = 0.62;
/** Where unit j of dh stands within step t. */
export function placeOf(t: number, j: number, dh: number): number {
  return t + (dh === 1 ? 0 : (j / (dh - 1) - 0.5) * SPREAD);
}

/** A number by two routes. */
export interface Pair {
  /** In units of the frame. */
  readonly x: number;
  /** What the claim judges, and what the second route says. */
  readonly claimed: number;
  readonly measured: number;
  readonly wrong: boolean;
  /** Default 1. */
  readonly alpha?: number;
}

/** Radius of a pair's ring, px: less where pairs stand close together. */
const RING = { most: 5.5, least: 2.5 } as const;

/** So that two neighbours touch at most. */
function ringOf(frame: Frame, pairs: readonly Pair[]): number {
  const at = pairs.map(({ x }) => frame.x(x)).sort((a, b) => a - b);
  const gap = Math.min(...at.slice(1).map((px, k) => px - (at[k] ?? 0)), 2 * RING.most + 1);
  return Math.max(RING.least, Math.min(RING.most, (gap - 1) / 2));
}

/** What an axis with a title takes of a plot's height, and what a ring needs on either side of its middle, px. */
const UNDER = 53;
const RING_ROOM = 6.5;

/** The values of rings over the height of a plot: the outermost rings are whole, in a low plot as well. */
export function ringDomain(values: readonly number[], height: number): [number, number] {
  const left = Math.max(height - UNDER - 2 * RING_ROOM, 2 * RING_ROOM);
  return padded(extent([0, ...values]), Math.max(0.12, RING_ROOM / left));
}

/** A ring for what is judged, a cross in it for the second route; where they differ, the way from the one to the other. */
export function drawPairs(pen: Pen, theme: Theme, frame: Frame, pairs: readonly Pair[], role: Role): void {
  const ring = ringOf(frame, pairs);
  for (const { x, claimed, measured, wrong, alpha = 1 } of pairs) {
    if (!Number.isFinite(claimed) || !Number.isFinite(measured)) continue;
    const [px, from, to] = [frame.x(x), frame.y(measured), frame.y(claimed)];
    if (wrong) {
      segments(pen, frame, [x], [measured], [x], [claimed], { stroke: theme.fail, width: 2, alpha });
      symbol(pen, "ring", px, from, ring, { stroke: theme[role], width: 1.5, alpha: GHOST * alpha });
      symbol(pen, "circle", px, to, ring - 0.5, { fill: theme.fail, stroke: theme.surface, width: 1, alpha });
    } else {
      symbol(pen, "ring", px, to, ring, { stroke: theme[role], width: 2, alpha });
    }
    symbol(pen, "cross", px, from, ring * 0.47, { stroke: theme.ink, width: 1.5, alpha });
  }
}

/** What the open claim is about, for its plot. */
export function aboutOf({ frame }: CifgClaimPlotContext): Omit<ClaimsFrame, "task" | "claims"> | null {
  return frame?.task === "claims" ? frame : null;
}

/** The gradients that the open claim judges: with its mistake, if it is broken. */
export function judgedOf(context: CifgClaimPlotContext, id: CifgClaimId): CifgBackward | null {
  return context.result(id)?.certificate ?? aboutOf(context)?.backward ?? null;
}

/** Numbers by two routes, and how far they are apart beside what rounding is relative to. */
export interface TwoRoutes {
  readonly claimed: Float64Array;
  readonly measured: Float64Array;
  readonly error: Float64Array;
}

/** Whether entry i is judged wrong; what is no number is. */
export const isWrong = ({ error }: TwoRoutes, i: number, tolerance: number): boolean => !((error[i] ?? 0) <= tolerance);

/** Most wrong entries that are named one by one. */
const NAMED = 3;

/** Names the entries that are judged wrong, in this order; "" where there are none. @param order indices, default all */
export function wrongText(
  routes: TwoRoutes,
  tolerance: number,
  nameOf: (i: number) => string,
  order: Iterable<number> = routes.claimed.keys(),
): string {
  return listOfWrong([...order].filter((i) => isWrong(routes, i, tolerance)).map(nameOf));
}

/** What is said, and which entries are wrong, where any are. */
export const saidWithWrong = (said: string, names: readonly string[]): string =>
  names.length === 0 ? said : said + words.between.sentences + listOfWrong(names);

/** "Wrong: a; b; c, and 4 more." */
function listOfWrong(names: readonly string[]): string {
  if (names.length === 0) return "";
  const few = names.slice(0, NAMED).join(words.between.names);
  const more = names.length - NAMED;
  return more > 0 ? format(words.wrongMore, { names: few, more }) : format(words.wrongAll, { names: few });
}

export interface OverSteps {
  readonly T: number;
  readonly dh: number;
  readonly label: string;
  readonly role: Role;
  /** The step on show, null for none; and the first one that is reached: those before it are pale. */
  readonly t: number | null;
  readonly tolerance: number;
  readonly from?: number;
  /** Further values that the axis has to show, so that two plots have one scale. */
  readonly show?: Iterable<number>;
}

/** A step that is not reached yet. */
const UNREACHED = 0.35;

/** Two routes over the steps, within a step the units from left to right. */
export function drawOverSteps(
  pen: Pen,
  size: Size,
  theme: Theme,
  routes: TwoRoutes,
  { T, dh, label, role, t, tolerance, from = 1, show = [] }: OverSteps,
): void {
  const { claimed, measured } = routes;
  const frame = layFrame(pen, size, theme, {
    x: {
      domain: [0.5, T + 0.5],
      ticks: Array.from({ length: T }, (_, k) => k + 1),
      format: String,
      label: words.axisStep,
      grid: false,
    },
    y: { domain: ringDomain([...claimed, ...measured, ...show], size.height), label },
  });
  drawFrame(pen, frame, theme);
  const pairs = Array.from(claimed, (value, i): Pair => {
    const step = Math.floor(i / dh) + 1;
    return {
      x: placeOf(step, i % dh, dh),
      claimed: value,
      measured: measured[i] ?? Number.NaN,
      wrong: isWrong(routes, i, tolerance),
      alpha: step < from ? UNREACHED : 1,
    };
  });
  inFrame(pen, frame, () => {
    for (let step = 1; step < T; step += 1) rule(pen, frame, "x", step + 0.5, { stroke: theme.grid, width: 1 });
    rule(pen, frame, "y", 0, { stroke: theme.muted, width: 1 });
    if (t !== null) rule(pen, frame, "x", t, { stroke: theme.accent, width: 1.5, dash: [2, 3] });
    drawPairs(pen, theme, frame, pairs, role);
  });
}
