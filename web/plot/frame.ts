// The frame of a plot: where the data goes, its two axes, grid and labels. The margins follow from what has to be written, so
// that no label is clipped, and ticks that would touch are left out.
import type { Theme } from "./palette.ts";
import type { Pen, Size } from "./pen.ts";
import { linear, type Scale } from "./scale.ts";

export interface AxisOptions {
  domain: readonly [number, number];
  /** Axis title; "" for none. */
  label?: string;
  /** Default: linear. */
  scale?: (domain: readonly [number, number], range: readonly [number, number]) => Scale;
  /** Draw ticks and grid lines here instead of at round values. */
  ticks?: readonly number[];
  /** Write a tick so instead. */
  format?: (value: number) => string;
  /** Leave the grid out (an axis of categories, of indices). */
  grid?: boolean;
}

export interface FrameOptions {
  x: AxisOptions;
  y: AxisOptions;
  /** Text size, CSS px. Default 12. */
  fontSize?: number;
  /** Room kept free above the data (a legend), px. */
  top?: number;
  /** Room kept free to the right, px. */
  right?: number;
  /** How many times as long a unit of y is drawn as one of x. 1: circles stay round. Left out: each axis fills its side. */
  aspect?: number;
}

interface Tick {
  at: number;
  text: string;
}

/** The title of an axis: its lines, and where along the axis their middle is, px. */
interface Title {
  readonly lines: readonly string[];
  readonly middle: number;
}

/** A laid-out frame; `x` and `y` map data to CSS pixels of the drawing. */
export interface Frame {
  readonly size: Size;
  readonly x: Scale;
  readonly y: Scale;
  /** The data area, px. */
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly fontSize: number;
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
  readonly xTitle: Title;
  readonly yTitle: Title;
  readonly grid: readonly [x: boolean, y: boolean];
}

/** What marks need of a frame: the two scales. */
export interface Plane {
  readonly x: Scale;
  readonly y: Scale;
}

const TICK = 5;
const GAP = 4;

/** A CSS font at a size. */
export function fontOf(theme: Theme, size: number, weight = 400): string {
  return `${weight} ${size}px ${theme.sans}`;
}

function scaleOf(axis: AxisOptions, range: readonly [number, number]): Scale {
  return (axis.scale ?? linear)(axis.domain, range);
}

/** Ticks of one axis with their texts, thinned until `fits`. */
function ticksOf(axis: AxisOptions, scale: Scale, wanted: number, fits: (ticks: Tick[]) => boolean): Tick[] {
  for (let count = Math.max(1, wanted); ; count = Math.floor(count * 0.7)) {
    const values = axis.ticks === undefined ? scale.ticks(Math.max(1, count)) : [...axis.ticks];
    const write = axis.format ?? scale.format(Math.max(1, count));
    const ticks = values.map((at) => ({ at, text: write(at) }));
    if (fits(ticks) || ticks.length <= 1) return ticks;
    if (axis.ticks !== undefined || count <= 1) {
      // Given ticks, or no coarser round ones: keep every k-th.
      for (let k = 2; k < ticks.length; ++k) {
        const some = ticks.filter((_, i) => i % k === 0);
        if (fits(some)) return some;
      }
      return ticks.slice(0, 1);
    }
  }
}

/** Widen the narrower axis until a unit of y is `aspect` times as long as one of x. */
function widened({ x, y }: FrameOptions, aspect: number, width: number, height: number): [AxisOptions, AxisOptions] {
  const perX = (x.domain[1] - x.domain[0]) / Math.max(1, width);
  const perY = (y.domain[1] - y.domain[0]) / Math.max(1, height);
  const unit = Math.max(perX, perY * aspect);
  const around = ([low, high]: readonly [number, number], half: number): [number, number] => {
    const middle = low + (high - low) / 2;
    return [middle - half, middle + half];
  };
  return [
    { ...x, domain: around(x.domain, (unit * width) / 2) },
    { ...y, domain: around(y.domain, (unit * height) / (2 * aspect)) },
  ];
}

/** Most lines of a title. */
const LINES = 3;

/** A title in lines that fit in `room` px, broken between words. */
function linesOf(pen: Pen, text: string, room: number): string[] {
  const lines: string[] = [];
  for (const word of text === "" ? [] : text.split(" ")) {
    const longer = `${lines.at(-1)} ${word}`;
    const fits = lines.length === LINES || pen.measureText(longer).width <= room;
    if (lines.length > 0 && fits) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** Lay a frame out in `size`. */
export function layFrame(pen: Pen, size: Size, theme: Theme, options: FrameOptions): Frame {
  const fontSize = options.fontSize ?? 12;
  const line = Math.ceil(fontSize * 1.3);
  pen.font = fontOf(theme, fontSize);
  const widthOf = (text: string) => pen.measureText(text).width;
  /** Room of titles, px. */
  const room = (lines: readonly string[]) => (lines.length === 0 ? 0 : lines.length * line + GAP);
  /** A title in the middle of its axis, moved as far as it would leave the drawing. */
  const placed = (lines: readonly string[], from: number, to: number, low: number, high: number): Title => {
    const half = Math.max(0, ...lines.map((text) => widthOf(text))) / 2;
    return { lines, middle: Math.max(low + half, Math.min(high - half, (from + to) / 2)) };
  };

  const above = options.top ?? 0;
  const top = above + Math.ceil(line / 2);
  const xLines = linesOf(pen, options.x.label ?? "", size.width);
  const below = size.height - room(xLines);
  const bottom = Math.max(top + 1, below - TICK - GAP - line);
  const yLines = linesOf(pen, options.y.label ?? "", below - above);
  let [x, y] = [options.x, options.y];
  const wantedY = Math.max(3, Math.floor((bottom - top) / (line * 3)));
  const layY = () => {
    const scale = scaleOf(y, [bottom, top]);
    const ticks = ticksOf(y, scale, wantedY, (some) =>
      some.every((tick, i) => i === 0 || Math.abs(scale(tick.at) - scale((some[i - 1] as Tick).at)) >= line),
    );
    return { scale, ticks, width: Math.max(0, ...ticks.map((tick) => widthOf(tick.text))) };
  };
  const leftOf = (width: number) => Math.ceil(width) + TICK + GAP + (room(yLines) || 2);
  let vertical = layY();
  let left = leftOf(vertical.width);
  // Half of the last x label may stand out to the right.
  const margin = Math.max(options.right ?? 0, fontSize);
  let right = Math.max(left + 1, size.width - margin);
  if (options.aspect !== undefined) {
    [x, y] = widened(options, options.aspect, right - left, bottom - top);
    vertical = layY();
    left = leftOf(vertical.width);
    right = Math.max(left + 1, size.width - margin);
    [x, y] = widened(options, options.aspect, right - left, bottom - top);
    vertical = layY();
  }

  const scaleX = scaleOf(x, [left, right]);
  const wantedX = Math.max(1, Math.floor((right - left) / (fontSize * 6)));
  const fits = (some: Tick[]) =>
    some.every((tick, i) => {
      if (i === 0) return true;
      const previous = some[i - 1] as Tick;
      const room = Math.abs(scaleX(tick.at) - scaleX(previous.at));
      return room >= (widthOf(tick.text) + widthOf(previous.text)) / 2 + fontSize;
    });
  const xTicks = ticksOf(x, scaleX, wantedX, fits).filter(
    (tick) => scaleX(tick.at) + widthOf(tick.text) / 2 <= size.width && scaleX(tick.at) - widthOf(tick.text) / 2 >= 0,
  );
  return {
    ...{ size, x: scaleX, y: vertical.scale, left, top, right, bottom, fontSize, xTicks },
    ...{ yTicks: vertical.ticks, grid: [x.grid !== false, y.grid !== false] },
    xTitle: placed(xLines, left, right, 0, size.width),
    yTitle: placed(yLines, top, bottom, above, below),
  };
}

/** Shorten a text with an ellipsis until it is no wider than `room` px in the pen's font. */
export function fitted(pen: Pen, text: string, room: number): string {
  if (pen.measureText(text).width <= room) return text;
  for (let length = text.length - 1; length > 0; --length) {
    const shorter = `${text.slice(0, length).trimEnd()}…`;
    if (pen.measureText(shorter).width <= room) return shorter;
  }
  return "";
}

/** Half pixels: a line of one pixel then covers one row of them. */
function crisp(value: number): number {
  return Math.round(value - 0.5) + 0.5;
}

/** Grid lines, axis lines, tick texts and titles. */
export function drawFrame(pen: Pen, frame: Frame, theme: Theme): void {
  const { left, top, right, bottom, fontSize, x, y } = frame;
  pen.save();
  pen.lineWidth = 1;
  pen.lineCap = "butt";
  pen.setLineDash([]);
  pen.strokeStyle = theme.grid;
  pen.beginPath();
  if (frame.grid[0]) {
    for (const { at } of frame.xTicks) {
      pen.moveTo(crisp(x(at)), top);
      pen.lineTo(crisp(x(at)), bottom);
    }
  }
  if (frame.grid[1]) {
    for (const { at } of frame.yTicks) {
      pen.moveTo(left, crisp(y(at)));
      pen.lineTo(right, crisp(y(at)));
    }
  }
  pen.stroke();

  pen.strokeStyle = theme.muted;
  pen.beginPath();
  pen.moveTo(crisp(left), top);
  pen.lineTo(crisp(left), crisp(bottom));
  pen.lineTo(right, crisp(bottom));
  for (const { at } of frame.xTicks) {
    pen.moveTo(crisp(x(at)), bottom);
    pen.lineTo(crisp(x(at)), bottom + TICK);
  }
  for (const { at } of frame.yTicks) {
    pen.moveTo(left, crisp(y(at)));
    pen.lineTo(left - TICK, crisp(y(at)));
  }
  pen.stroke();

  pen.fillStyle = theme.muted;
  pen.font = fontOf(theme, fontSize);
  pen.textAlign = "center";
  pen.textBaseline = "top";
  for (const { at, text } of frame.xTicks) pen.fillText(text, x(at), bottom + TICK + GAP);
  pen.textAlign = "right";
  pen.textBaseline = "middle";
  for (const { at, text } of frame.yTicks) pen.fillText(text, left - TICK - GAP, y(at));

  pen.fillStyle = theme.ink;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  // In the middle of its line: some letters, as ξ, are higher than the font says.
  const line = Math.ceil(fontSize * 1.3);
  const { xTitle, yTitle, size } = frame;
  xTitle.lines.forEach((text, k) => {
    const up = (xTitle.lines.length - k - 0.5) * line;
    pen.fillText(fitted(pen, text, size.width), xTitle.middle, size.height - up);
  });
  pen.translate(0, yTitle.middle);
  pen.rotate(-Math.PI / 2);
  yTitle.lines.forEach((text, k) => {
    pen.fillText(fitted(pen, text, size.height), 0, (k + 0.5) * line);
  });
  pen.restore();
}

/** Draw inside the data area only. */
export function inFrame(pen: Pen, frame: Frame, draw: () => void): void {
  pen.save();
  pen.beginPath();
  pen.rect(frame.left, frame.top, frame.right - frame.left, frame.bottom - frame.top);
  pen.clip();
  draw();
  pen.restore();
}

/** Whether a pixel lies in the data area. */
export function within(frame: Frame, px: number, py: number): boolean {
  return px >= frame.left && px <= frame.right && py >= frame.top && py <= frame.bottom;
}
