// How points look: by KKT case in shape and colour, by weight in size; and what the pointer adds to them: rings and a cross.
import { type Frame, fontOf, inFrame } from "../../plot/frame.ts";
import { label, type Shape, type Style, symbol, symbols } from "../../plot/marks.ts";
import type { Role as Colour, Theme } from "../../plot/palette.ts";
import type { Pen } from "../../plot/pen.ts";
import { PENDING, type PointScene } from "./scene.ts";

/** Look of a KKT case: shape and colour say the same thing. An open shape is no support vector. */
export interface Look {
  readonly colour: Colour;
  readonly shape: Shape;
  readonly open: boolean;
}

/** Fill and outline of a point. @param crowded where thousands of points leave no room for outlines */
export function pointStyle(theme: Theme, look: Look, crowded = false): Style {
  if (crowded) return { fill: theme[look.colour] };
  // An outline in the colour of the background keeps neighbours apart.
  return look.open
    ? { fill: theme.surface, stroke: theme[look.colour], width: 1.5 }
    : { fill: theme[look.colour], stroke: theme.surface, width: 1 };
}

/** A point that is in no solution yet. */
function pendingStyle(theme: Theme): Style {
  return { fill: theme.surface, stroke: theme.grid, width: 1.5 };
}

/** Largest and smallest radius of a point without weight, px, and its share of the mean distance between points. */
const RADIUS = { largest: 4.4, smallest: 1.8, share: 0.115 } as const;

/** Radius of a point by its weight in [0, 1], px. Smaller where many points have little room. */
export function radiusOf(frame: Frame, n: number): (weight: number) => number {
  const room = Math.sqrt(((frame.right - frame.left) * (frame.bottom - frame.top)) / Math.max(1, n));
  const base = Math.max(RADIUS.smallest, Math.min(RADIUS.largest, RADIUS.share * room));
  return (weight) => base * (0.8 + 0.75 * weight);
}

/** Above this many points they are drawn without outlines, which cost as much as the points. */
const CROWD = 1500;

/**
 * The points, one path per KKT case however many there are, and the working pair.
 * @param order cases in the order of drawing, the last on top; pending points are drawn first
 */
export function drawPoints(
  pen: Pen,
  theme: Theme,
  frame: Frame,
  scene: PointScene,
  looks: readonly Look[],
  order: readonly number[],
): void {
  const n = scene.x.length;
  const radius = radiusOf(frame, n);
  inFrame(pen, frame, () => {
    for (const role of [PENDING, ...order]) {
      const [xs, ys, radii]: [number[], number[], number[]] = [[], [], []];
      for (let i = 0; i < n; ++i) {
        if (scene.role[i] !== role || Number.isNaN(scene.x[i])) continue;
        xs.push(scene.x[i] as number);
        ys.push(scene.y[i] as number);
        radii.push(radius(scene.weight[i] as number));
      }
      if (xs.length === 0) continue;
      const look = looks[role];
      const style = look === undefined ? pendingStyle(theme) : pointStyle(theme, look, n > CROWD);
      symbols(pen, frame, xs, ys, radii, look?.shape ?? "circle", style);
    }
    drawPair(pen, theme, scene, frame);
  });
}

/** The two points whose multipliers the iteration on show changed. */
export function drawPair(pen: Pen, theme: Theme, scene: PointScene, frame: Frame): void {
  scene.pair?.forEach((i, k) => {
    if (i < 0) return;
    const [px, py] = [frame.x(scene.x[i] as number), frame.y(scene.y[i] as number)];
    symbol(pen, "circle", px, py, 11, { stroke: theme.surface, width: 5 });
    symbol(pen, "circle", px, py, 11, { stroke: theme.pair, width: 3 });
    // The paper writes a pair as (i, j).
    const font = `italic 700 14px ${theme.sans}`;
    label(pen, k === 0 ? "i" : "j", px + 15, py - 13, { font, fill: theme.ink, halo: theme.surface });
  });
}

export interface Cursor {
  /** Point under the pointer or the keyboard's, -1 for none. */
  readonly point: number;
  /** The picked point, where it is marked; -1 for none. */
  readonly selected: number;
  /** The point that the next press places, -1 for none. */
  readonly placed: number;
  /** Place of the keyboard's cross, plane units; null while a point has the focus. */
  readonly cross: { readonly x: number; readonly y: number } | null;
}

/** Rings and the keyboard's cross: what the pointer changes. */
export function drawCursor(pen: Pen, theme: Theme, frame: Frame, scene: PointScene, cursor: Cursor): void {
  const radius = radiusOf(frame, scene.x.length);
  const ring = (i: number, stroke: string, width: number, extra: number) => {
    const [x, y] = [scene.x[i], scene.y[i]];
    if (x === undefined || y === undefined || Number.isNaN(x)) return;
    const r = radius(scene.weight[i] as number) + extra;
    symbol(pen, "circle", frame.x(x), frame.y(y), r, { stroke: theme.surface, width: width + 2 });
    symbol(pen, "circle", frame.x(x), frame.y(y), r, { stroke, width });
  };
  inFrame(pen, frame, () => {
    if (cursor.selected >= 0) ring(cursor.selected, theme.accent, 2.5, 5);
    if (cursor.placed >= 0) ring(cursor.placed, theme.accent, 2, 10);
    if (cursor.point >= 0 && cursor.point !== cursor.selected) ring(cursor.point, theme.ink, 1.5, 4);
    if (cursor.cross !== null) {
      symbol(pen, "plus", frame.x(cursor.cross.x), frame.y(cursor.cross.y), 9, { stroke: theme.surface, width: 4 });
      symbol(pen, "plus", frame.x(cursor.cross.x), frame.y(cursor.cross.y), 9, { stroke: theme.accent, width: 2 });
    }
  });
}

/** The text of an empty plot: a title and what to do. */
export function drawPrompt(pen: Pen, theme: Theme, frame: Frame, lines: readonly string[]): void {
  const x = (frame.left + frame.right) / 2;
  const y = (frame.top + frame.bottom) / 2;
  lines.forEach((text, k) => {
    const font = fontOf(theme, k === 0 ? 17 : 14, k === 0 ? 600 : 400);
    label(pen, text, x, y + (k - (lines.length - 1) / 2) * 26, {
      font,
      fill: k === 0 ? theme.ink : theme.muted,
      align: "center",
    });
  });
}
