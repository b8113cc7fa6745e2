// One sample, large: x_t and the predicted x_0 at the step on show, and both over the steps.
import { drawInkGrid, drawInkRing, inkPlace, layInkGrid } from "../../../../kit/charts/ink-grid.ts";
import { formula } from "../../../../plot/formula.ts";
import { fontOf } from "../../../../plot/frame.ts";
import { label } from "../../../../plot/marks.ts";
import type { Theme } from "../../../../plot/palette.ts";
import type { Pen, Size } from "../../../../plot/pen.ts";
import { digits as words } from "../../messages/digits.en.ts";
import type { DigitsState } from "./request.ts";

const SIDE = 8;
const PIXELS = SIDE * SIDE;
const LINE = 18;
/** Below this width the strip stands under the large images, px. */
const BESIDE = 560;
/** Narrowest image of the strip, px, and most of them. */
const STRIP = { side: 40, most: 14 } as const;

/** The sample's pixels in a state. */
export const pixelsIn = (values: Float32Array, k: number) => values.subarray(k * PIXELS, (k + 1) * PIXELS);

/** Evenly spread over all states, both ends included. */
export function stripOf(states: number, most: number): number[] {
  if (states <= most) return Array.from({ length: states }, (_, k) => k);
  return Array.from({ length: most }, (_, k) => Math.round((k * (states - 1)) / (most - 1)));
}

/** The one of the strip that stands for a position: the nearest. */
export function nearestOf(strip: readonly number[], position: number): number {
  return strip.reduce(
    (best, at, k) => (Math.abs(at - position) < Math.abs((strip[best] ?? 0) - position) ? k : best),
    0,
  );
}

function together(states: readonly DigitsState[], k: number): Float32Array {
  const all = new Float32Array(2 * states.length * PIXELS);
  states.forEach(({ x, x0 }, at) => {
    all.set(pixelsIn(x, k), at * PIXELS);
    all.set(pixelsIn(x0, k), (states.length + at) * PIXELS);
  });
  return all;
}

/** @param states those that have come @param position the one on show @param k the sample */
export function drawDetail(
  pen: Pen,
  size: Size,
  theme: Theme,
  states: readonly DigitsState[],
  position: number,
  k: number,
): void {
  const now = states[position];
  if (now === undefined) return;
  const beside = size.width >= BESIDE;
  const height = beside ? size.height : size.height * 0.52;
  const width = beside ? Math.min(2 * (height - LINE) + 10, size.width * 0.42) : size.width;
  const large = layInkGrid({ left: 4, top: LINE, width, height: height - LINE - 2 }, 2, SIDE, 2);
  const both = [words.picked.x, words.picked.x0] as const;
  both.forEach((name, at) => {
    const { x } = inkPlace(large, at);
    formula(pen, name, x, LINE / 2, { fill: theme.ink, size: 14 });
  });
  drawInkGrid(pen, theme, large, together([now], k));

  const left = beside ? width + 24 : 4;
  const top = beside ? 0 : height + 8;
  const room = { width: size.width - left - 22, height: size.height - top };
  const strip = stripOf(states.length, Math.max(2, Math.min(STRIP.most, Math.floor(room.width / STRIP.side))));
  const shown = strip.flatMap((at) => states[at] ?? []);
  const area = { left: left + 18, top: top + LINE, width: room.width, height: room.height - LINE };
  const grid = layInkGrid(area, 2 * shown.length, SIDE, shown.length);
  drawInkGrid(pen, theme, grid, together(shown, k));
  const image = SIDE * grid.pixel;
  shown.forEach(({ t }, at) => {
    const { x } = inkPlace(grid, at);
    const text = at === 0 ? `t = ${t}` : String(t);
    const aligned = at === 0 ? ({ at: x, align: "left" } as const) : ({ at: x + image / 2, align: "center" } as const);
    label(pen, text, aligned.at, top + LINE / 2, { font: fontOf(theme, 11), fill: theme.muted, align: aligned.align });
  });
  both.forEach((name, row) => {
    const { y } = inkPlace(grid, row * shown.length);
    formula(pen, name, left - 4, y + image / 2, { fill: theme.ink, size: 12 });
  });
  const mark = nearestOf(strip, position);
  for (const at of [mark, shown.length + mark]) drawInkRing(pen, grid, at, theme.accent, 2);
}
