// What every chart of the stage is made of: a frame over the steps, lines on a logarithmic scale, a line at the present step.
import type { LegendItem } from "../../../../kit/charts/legend.ts";
import type { Curve } from "../../../../kit/sound/curve.ts";
import type { NumberReading } from "../../../../kit/stages/stage-elements.ts";
import type { Frame, FrameOptions } from "../../../../plot/frame.ts";
import { polyline, rule, symbol, symbols } from "../../../../plot/marks.ts";
import type { Theme } from "../../../../plot/palette.ts";
import type { Pen } from "../../../../plot/pen.ts";
import type { ElboFrame } from "./request.ts";
import type { Look, Scene } from "./scene.ts";

/** One chart: its layout, its drawing and its words. */
export interface Chart<Answer extends ElboFrame> {
  axes(scene: Scene, answer: Answer): Pick<FrameOptions, "x" | "y">;
  legend(scene: Scene, answer: Answer): LegendItem[];
  /** The curve that can be listened to, and what it is. */
  heard(scene: Scene, answer: Answer): Pick<Curve, "x" | "y"> & { readonly name: string };
  draw(pen: Pen, theme: Theme, frame: Frame, scene: Scene, answer: Answer): void;
  /** What is said of a place that the player has come to. */
  told(scene: Scene, answer: Answer, at: number): string;
  readings(scene: Scene, answer: Answer): NumberReading[];
  notes(scene: Scene, answer: Answer): string[];
  sentence(scene: Scene, answer: Answer): string;
}

/** Up to this many places are marked one by one. */
const FEW = 60;
/** Values further below the largest would only squeeze the rest. */
const DECADES = 9;

/** 1, 2, .. T. */
export const stepsTo = (T: number): number[] => Array.from({ length: T }, (_, i) => i + 1);

/** Of a few steps each has its tick; of many, the axis finds round ones. */
export const stepTicks = (T: number) => (T <= 8 ? { ticks: stepsTo(T), format: String } : {});

/** Room for half a bar at either end. */
export const stepAxis = (T: number): [number, number] => [0.5, T + 0.5];

/** A logarithmic domain around all values that have a place on one. */
export function logDomain(values: Iterable<number>): [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, 0];
  for (const value of values) {
    if (!(value > 0) || !Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (high === 0) return [0.1, 10];
  return [Math.max(low, high / 10 ** DECADES) / 2, high * 2];
}

/** A line through values on a logarithmic scale, broken where they have no place there. */
export function logLine(
  pen: Pen,
  theme: Theme,
  frame: Frame,
  xs: readonly number[],
  values: ArrayLike<number>,
  { colour, dash }: Look,
  width = 2.2,
  alpha = 1,
): void {
  const [low] = frame.y.domain;
  const shown = Array.from(values, (value) => (value >= low && Number.isFinite(value) ? value : Number.NaN));
  polyline(pen, frame, xs, shown, { stroke: theme[colour], width, dash, alpha });
  if (xs.length > FEW) return;
  const kept = xs.flatMap((x, i) => (Number.isNaN(shown[i]) ? [] : [[x, shown[i] as number] as const]));
  const [px, py] = [kept.map(([x]) => x), kept.map(([, y]) => y)];
  symbols(pen, frame, px, py, 3, "circle", { fill: theme[colour] });
}

/** The step on show: a line up from its handle on the axis. */
export function drawMark(pen: Pen, theme: Theme, frame: Frame, at: number): void {
  rule(pen, frame, "x", at, { stroke: theme.accent, width: 1.2, dash: [3, 3] });
}

export function drawHandle(pen: Pen, theme: Theme, frame: Frame, at: number): void {
  symbol(pen, "triangle-up", frame.x(at), frame.bottom + 2, 8, { fill: theme.accent, stroke: theme.surface, width: 2 });
}

/** A value at the step on show. */
export function drawValue(pen: Pen, theme: Theme, frame: Frame, x: number, y: number, colour: Look["colour"]): void {
  if (!(y >= frame.y.domain[0]) || !Number.isFinite(y)) return;
  symbol(pen, "circle", frame.x(x), frame.y(y), 5, { fill: theme[colour], stroke: theme.surface, width: 2 });
}

export const lineItem = ({ colour, dash }: Look, text: string): LegendItem => ({
  swatch: { line: colour, dash },
  text,
});
