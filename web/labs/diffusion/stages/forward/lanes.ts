// The lanes: small plots over t of the schedule and of the moments. Pure.

import type { Curve } from "../../../../kit/sound/curve.ts";
import { formula, formulaWidth } from "../../../../plot/formula.ts";
import { drawFrame, type Frame, fontOf, inFrame, layFrame, type Plane } from "../../../../plot/frame.ts";
import { log } from "../../../../plot/log-scale.ts";
import { label, polyline, rule, symbol, symbols } from "../../../../plot/marks.ts";
import type { Role, Theme } from "../../../../plot/palette.ts";
import type { Pen, Size } from "../../../../plot/pen.ts";
import { extent, linear, powerOfTen } from "../../../../plot/scale.ts";
import type { ForwardFrame } from "./request.ts";

export const LANES = ["beta", "alphaBar", "snr", "variance", "kl"] as const;
export type LaneId = (typeof LANES)[number];

type Values = ArrayLike<number>;

interface Line {
  readonly t: Values;
  readonly y: Values;
  readonly colour: Role;
  readonly dash?: readonly number[];
  /** Drawn as dots, not as a line. */
  readonly dots?: boolean;
}

/** The content of a lane. */
export interface Lane {
  readonly id: LaneId;
  readonly title: string;
  /** Instead of the title where that has no room beside the value. */
  readonly short: string;
  /** The value at the present t as text; "" where there is none. */
  readonly value: string;
  readonly lines: readonly Line[];
  /** Values at the present t. */
  readonly values: readonly { readonly y: number; readonly colour: Role; readonly cross?: boolean }[];
  readonly log: boolean;
  /** log10 of the ends where `log`, else the ends. */
  readonly domain: readonly [number, number];
}

/** Values further below the largest than this many decades would only squeeze the rest. */
const DECADES = 9;
const TITLE = 20;
const TITLE_SIZE = 13;
/** Between a title and its value, at least, px. */
const TITLE_GAP = 10;
const KNOT = 6;
/** Up to this many steps are marked one by one. */
const FEW = 20;

/** Whole decades around all values that have a place on a logarithmic scale; at most DECADES of them. */
export function decades(values: Values): [number, number] {
  const finite = Array.from(values).filter((value) => value > 0 && Number.isFinite(value));
  if (finite.length === 0) return [-1, 0];
  const [low, high] = extent(finite);
  const top = Math.ceil(Math.log10(high) + 1e-9);
  return [Math.max(Math.min(Math.floor(Math.log10(low)), top - 1), top - DECADES), top];
}

/** From zero to just above all values. */
export function upTo(...values: readonly Values[]): [number, number] {
  const [, high] = extent(values.flatMap((each) => Array.from(each)));
  return [0, Math.max(high, 1e-9) * 1.12];
}

/** 1 .. T as numbers. */
export function steps({ schedule: { beta } }: ForwardFrame): Float64Array {
  return Float64Array.from(beta, (_, k) => k + 1);
}

/** On a logarithmic lane heights are log10: the axis is straight, and a knot's height is its number. */
export function layLane(pen: Pen, size: Size, theme: Theme, lane: Lane, T: number, tLabel: string): Frame {
  const whole = (value: number) => (Number.isInteger(value) ? powerOfTen(value) : "");
  const [low, high] = lane.domain;
  const stride = Math.max(1, Math.ceil((high - low) / 4));
  const ticks = Array.from({ length: Math.floor((high - low) / stride) + 1 }, (_, k) => high - k * stride).reverse();
  return layFrame(pen, size, theme, {
    // Of a short chain every step has its tick, and nothing between has.
    x: {
      domain: [0, T],
      label: tLabel,
      ...(T <= FEW ? { ticks: Array.from({ length: T + 1 }, (_, k) => k), format: String } : {}),
    },
    y: lane.log ? { domain: lane.domain, ticks, format: whole } : { domain: lane.domain },
    fontSize: 11,
    top: TITLE,
    right: 10,
  });
}

/** The lane's first line as it is heard: of two variances that of x1. */
export function heardOf({ lines, domain: [low, high], log }: Lane, T: number): Curve | null {
  const [line] = lines;
  if (line === undefined) return null;
  const ends = log ? ([10 ** low, 10 ** high] as const) : ([low, high] as const);
  return { x: line.t, y: line.y, across: { domain: [0, T] }, up: { domain: ends, log } };
}

/** Where values of a lane are drawn: on a logarithmic one the frame's own heights are log10. */
export function planeOf(frame: Frame, { domain, log: logarithmic }: Lane): Plane {
  const range = [frame.bottom, frame.top] as const;
  const [low, high] = domain;
  return { x: frame.x, y: logarithmic ? log([10 ** low, 10 ** high], range) : linear(domain, range) };
}

export function drawLane(pen: Pen, theme: Theme, frame: Frame, lane: Lane, t: number, knots: readonly Knot[]): void {
  drawFrame(pen, frame, theme);
  const plane = planeOf(frame, lane);
  const { y } = plane;
  inFrame(pen, frame, () => {
    for (const { t: at, y: heights, colour, dash, dots } of lane.lines) {
      const kept = lane.log ? Array.from(heights, (value) => (value > 0 ? value : Number.NaN)) : heights;
      if (dots) symbols(pen, plane, at, kept, 1.8, "circle", { fill: theme[colour], alpha: 0.9 });
      else if (at.length <= FEW) symbols(pen, plane, at, kept, 2.4, "circle", { fill: theme[colour] });
      if (!dots) polyline(pen, plane, at, kept, { stroke: theme[colour], width: 2, ...(dash ? { dash } : {}) });
    }
    rule(pen, frame, "x", t, { stroke: theme.accent, width: 1.5, dash: [4, 3] });
  });
  for (const { y: height, colour, cross } of lane.values) {
    if (!Number.isFinite(height) || (lane.log && height <= 0)) continue;
    const [px, py] = [frame.x(t), Math.max(frame.top, Math.min(frame.bottom, y(height)))];
    if (cross) {
      symbol(pen, "cross", px, py, 4.5, { stroke: theme.surface, width: 4.5 });
      symbol(pen, "cross", px, py, 4.5, { stroke: theme[colour], width: 2.2 });
    } else symbol(pen, "circle", px, py, 4.2, { fill: theme[colour], stroke: theme.surface, width: 1.5 });
  }
  for (const { step, height } of knots) {
    const style = { fill: theme.surface, stroke: theme.accent, width: 2 };
    symbol(pen, "diamond", frame.x(step), frame.y(height), KNOT, style);
  }
  const font = fontOf(theme, 12, 600);
  pen.font = font;
  // A title never runs into its value.
  const room = frame.right - frame.left - pen.measureText(lane.value).width - TITLE_GAP;
  const title = formulaWidth(pen, lane.title, TITLE_SIZE) <= room ? lane.title : lane.short;
  formula(pen, title, frame.left, TITLE / 2, { fill: theme.ink, size: TITLE_SIZE });
  label(pen, lane.value, frame.right, TITLE / 2, { font, fill: theme.accent, align: "right" });
}

/** A handle of the beta lane; its height is log10 beta. */
export interface Knot {
  readonly step: number;
  readonly height: number;
}
