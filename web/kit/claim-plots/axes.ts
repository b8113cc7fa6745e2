// What plots of claims over steps and sizes have in common: axes over many sizes, how what is broken is drawn, empty frames.

import { type Frame, fontOf } from "../../plot/frame.ts";
import { log } from "../../plot/log-scale.ts";
import { label, type Style } from "../../plot/marks.ts";
import type { Theme } from "../../plot/palette.ts";
import type { Pen } from "../../plot/pen.ts";
import { extent } from "../../plot/scale.ts";

export interface Axis {
  readonly domain: readonly [number, number];
  readonly scale?: typeof log;
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
  return { domain: [low / room, high * room], scale: log, label };
}

/** Values without a place on a logarithmic axis left out. */
export function positive(values: Float64Array): Float64Array {
  return values.map((value) => (value > 0 && Number.isFinite(value) ? value : Number.NaN));
}

/** Whether what is broken is another than what is right, by more than `least`: a mistake may concern only some of what is drawn. */
export function differ(shown: Float64Array, intact: Float64Array, least = 0): boolean {
  return shown.some((value, i) => Math.abs(value - (intact[i] as number)) > least);
}
