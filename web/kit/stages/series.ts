// Curves over the same places, in words: the value of each on show and its extremes, a table of them, and walks along them.
import { formatNumber } from "../../host/format-number.ts";
import { format } from "../../host/messages/format.ts";
import type { Frame } from "../../plot/frame.ts";
import { stageReader as words } from "../messages/stage-reader.en.ts";
import { extremes } from "../points/extremes.ts";
import type { Axis } from "../sound/pitch.ts";
import type { Numbers, WalkedCurve } from "./spoken.ts";

export interface Line {
  readonly name: string;
  /** One for each x; NaN where there is none. */
  readonly y: ArrayLike<number>;
  /** The vertical axis on which it is heard. */
  readonly axis?: Axis;
}

export interface Series {
  /** What x is, a letter or a word. */
  readonly across: string;
  readonly x: ArrayLike<number>;
  readonly lines: readonly Line[];
  /** Index of the place on show. */
  readonly on?: number;
}

/** Of a value that is read: as many as a chart has. */
const DIGITS = 4;
const said = (value: number | undefined, digits = DIGITS) =>
  value === undefined || Number.isNaN(value) ? words.noValue : formatNumber(value, digits);

/** The values of all curves at the place on show; "" where there is none. */
export function nowOf({ across, x, lines, on }: Series): string {
  const at = on === undefined ? undefined : x[on];
  if (on === undefined || at === undefined) return "";
  const values = lines.map(({ name, y }) => format(words.one, { name, value: said(y[on]) }));
  return format(words.now, { across, x: formatNumber(at, 6), values: values.join(words.list) });
}

/** The least and the largest of every curve. */
export function rangesOf({ across, x, lines }: Series): string {
  const sentences: string[] = [];
  for (const { name, y } of lines) {
    const found = extremes(y);
    if (found === null) continue;
    const [low, high] = [said(found.low), said(found.high)];
    const [lowAt, highAt] = [found.lowAt, found.highAt].map((k) => formatNumber(x[k] as number, 6)) as [string, string];
    sentences.push(
      low === high
        ? format(words.level, { name, value: low })
        : format(words.range, { name, across, low, lowAt, high, highAt }),
    );
  }
  return sentences.join(words.join);
}

/** The values on show, and the least and the largest of every curve. */
export const toldOf = (series: Series): string =>
  [nowOf(series), rangesOf(series)].filter((text) => text !== "").join(words.join);

/** A row for each place, a column for each curve. */
export function numbersOf({ across, x, lines }: Series): Numbers | null {
  if (x.length === 0) return null;
  return {
    columns: [across, ...lines.map(({ name }) => name)],
    rows: () => Array.from(x, (at, k) => [formatNumber(at, 6), ...lines.map(({ y }) => said(y[k], 6))]),
  };
}

/** @param place where a value is, px of the picture; null where it is out of sight */
export function curvesOf(
  { across, x, lines, on }: Series,
  place: (line: Line, x: number, y: number) => { readonly x: number; readonly y: number } | null,
): WalkedCurve[] {
  if (x.length < 2) return [];
  return lines.map((line) => {
    const { name, y, axis } = line;
    return {
      name,
      length: x.length,
      ...(on === undefined ? {} : { start: on }),
      at: (k: number) => format(words.at, { across, x: formatNumber(x[k] as number, 6), name, value: said(y[k]) }),
      place: (k: number) => place(line, x[k] as number, y[k] as number),
      ...(axis ? { heard: (k: number) => ({ value: y[k] as number, axis }) } : {}),
    };
  });
}

/** Where a place of a frame is, px; null outside of it. @param left, top of what the frame was laid in */
export function placeIn(frame: Frame | null, x: number, y: number, left = 0, top = 0) {
  if (frame === null) return null;
  const [px, py] = [frame.x(x), frame.y(y)];
  const inside = px >= frame.left - 1 && px <= frame.right + 1 && py >= frame.top - 1 && py <= frame.bottom + 1;
  return inside ? { x: left + px, y: top + py } : null;
}
