// Terms that add up, as bars: each begins where the one before it ends, and the last is their sum.
import { drawFrame, type Frame, fontOf, inFrame, layFrame } from "../../plot/frame.ts";
import { label } from "../../plot/marks.ts";
import { box, segments } from "../../plot/more-marks.ts";
import type { Theme } from "../../plot/palette.ts";
import type { Pen, Size } from "../../plot/pen.ts";
import { extent, padded } from "../../plot/scale.ts";

export interface WaterfallBar {
  readonly name: string;
  readonly value: number;
  /** The value as it is written behind the bar. */
  readonly text: string;
  readonly fill: string;
  readonly wrong: boolean;
  /** What the value should be, outlined over a bar that is wrong; null where that is not known. */
  readonly right: number | null;
}

export interface Waterfall {
  readonly bars: readonly WaterfallBar[];
  readonly total: Pick<WaterfallBar, "name" | "value" | "text">;
  /** Of the axis; "" for none. */
  readonly label: string;
  /** Further values that the axis has to show. */
  readonly show: readonly number[];
  /** Whether each bar's right end is marked too: its number then stands behind both. */
  readonly marksRight: boolean;
  /** Between a bar and its number, px. */
  readonly gap: number;
  /** Draws what is under the bars. */
  under(frame: Frame): void;
}

/** @returns the frame, and where each bar should end; NaN where that is not known */
export function drawWaterfall(
  pen: Pen,
  size: Size,
  theme: Theme,
  { bars, total, label: title, show, marksRight, gap, under }: Waterfall,
): { readonly frame: Frame; readonly rights: readonly number[] } {
  const rows = [...bars, total];
  const font = fontOf(theme, 12, 600);
  pen.font = font;
  // Room for the number behind the longest bar.
  const room = Math.max(...rows.map(({ text }) => pen.measureText(text).width)) + gap + 5;
  const ends = [0];
  for (const { value } of bars) ends.push((ends.at(-1) ?? 0) + value);
  const rights = bars.map(({ right }, row) => (right === null ? Number.NaN : (ends[row] ?? 0) + right));
  const frame = layFrame(pen, size, theme, {
    x: {
      domain: padded(extent([...ends, ...rights, total.value, ...show]), 0.04),
      ...(title === "" ? {} : { label: title }),
    },
    y: {
      domain: [rows.length - 0.4, -0.6],
      ticks: rows.map((_, row) => row),
      format: (row) => rows[row]?.name ?? "",
      grid: false,
    },
    right: room,
  });
  drawFrame(pen, frame, theme);
  inFrame(pen, frame, () => {
    under(frame);
    bars.forEach(({ value, fill, wrong, right }, row) => {
      const from = ends[row] ?? 0;
      box(pen, frame, from, row - 0.3, from + value, row + 0.3, { fill: wrong ? theme.fail : fill });
      if (wrong && right !== null)
        box(pen, frame, from, row - 0.4, from + right, row + 0.4, { stroke: theme.ink, width: 1.25, dash: [3, 3] });
      // The running sum steps down to the next row.
      segments(pen, frame, [from + value], [row + 0.3], [from + value], [row + 0.7], { stroke: theme.muted, width: 1 });
    });
    box(pen, frame, 0, bars.length - 0.3, total.value, bars.length + 0.3, { fill: theme.ink, alpha: 0.75 });
  });
  rows.forEach(({ text }, row) => {
    const bar = bars[row];
    const ofBar = [ends[row] ?? 0, ends[row + 1] ?? 0, ...(marksRight ? [rights[row] ?? 0] : [])];
    const end = bar === undefined ? Math.max(0, total.value) : Math.max(...ofBar);
    label(pen, text, frame.x(end) + gap, frame.y(row), {
      ...{ font: bar === undefined ? font : fontOf(theme, 12), halo: theme.surface },
      fill: bar?.wrong ? theme.fail : theme.ink,
    });
  });
  return { frame, rights };
}
