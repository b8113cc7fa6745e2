// The main picture: three layers of marks over one frame. Pure: (pen, size, theme, scene) -> strokes; the same functions draw
// the canvas, the PNG and the SVG.
import { drawFrame, type Frame, fontOf, inFrame, layFrame } from "../../plot/frame.ts";
import { band, label, polyline, symbol, symbols, whiskers } from "../../plot/marks.ts";
import type { Theme } from "../../plot/palette.ts";
import type { Pen, Size } from "../../plot/pen.ts";
import { drawLegend, type Legend, LOOKS, layLegend, pendingStyle, pointStyle, TUBE_ALPHA } from "./legend.ts";
import { PENDING, type Scene } from "./scene.ts";

export interface AxisNames {
  readonly x: string;
  readonly y: string;
}

export interface Layout {
  readonly frame: Frame;
  readonly legend: Legend;
}

/** Where everything goes in `size`. */
export function layPicture(pen: Pen, size: Size, theme: Theme, scene: Scene, names: AxisNames): Layout {
  const legend = layLegend(pen, size.width - 8, theme, scene);
  const frame = layFrame(pen, size, theme, {
    x: { domain: scene.window.x, label: names.x },
    y: { domain: scene.window.y, label: names.y },
    top: legend.height,
  });
  return { frame, legend };
}

/** Largest and smallest radius of a point without weight, px, and its share of the mean distance between points. */
const RADIUS = { largest: 4.4, smallest: 1.8, share: 0.115 } as const;

/**
 * Radius of a point by its weight |alpha - alphaStar| / C, px: from "no support vector" to "at the bound". Smaller where many
 * points share little room.
 */
export function radiusOf(frame: Frame, n: number): (weight: number) => number {
  const room = Math.sqrt(((frame.right - frame.left) * (frame.bottom - frame.top)) / Math.max(1, n));
  const base = Math.max(RADIUS.smallest, Math.min(RADIUS.largest, RADIUS.share * room));
  return (weight) => base * (0.8 + 0.75 * weight);
}

/** Above this many points they are drawn without outlines, which cost as much as the points. */
const CROWD = 1500;
/** Most whiskers drawn dashed and with a foot: 3000 of those take 200 ms where plain ones take half of one. */
const FINE = 400;

function shifted(values: ArrayLike<number>, by: number): Float64Array {
  return Float64Array.from(values, (value) => value + by);
}

/** Axes, tube, fit and slack: what a new answer changes. */
export function drawBack(pen: Pen, theme: Theme, scene: Scene, { frame, legend }: Layout): void {
  drawFrame(pen, frame, theme);
  drawLegend(pen, legend, 4, theme);
  const { curve, tube, lift } = scene;
  inFrame(pen, frame, () => {
    if (curve === null) return;
    const [low, high] = [shifted(curve.f, -tube), shifted(curve.f, tube)];
    band(pen, frame, curve.x, low, high, { fill: theme.tube, alpha: TUBE_ALPHA });
    for (const edge of [low, high]) polyline(pen, frame, curve.x, edge, { stroke: theme.tube, width: 1, alpha: 0.6 });
    const slack = scene.whiskers;
    const stroke = theme.muted;
    if (slack.x.length <= FINE)
      whiskers(pen, frame, slack.x, slack.from, slack.to, { stroke, width: 1.25, dash: [3, 2] }, 3);
    else whiskers(pen, frame, slack.x, slack.from, slack.to, { stroke, width: 1, alpha: 0.5 });
    polyline(pen, frame, curve.x, curve.f, { stroke: theme.fit, width: 2.25 });
    if (lift === null) return;
    const trial = shifted(curve.f, lift);
    for (const edge of [shifted(trial, -tube), shifted(trial, tube)]) {
      polyline(pen, frame, curve.x, edge, { stroke: theme.accent, width: 1, dash: [2, 4] });
    }
    polyline(pen, frame, curve.x, trial, { stroke: theme.accent, width: 2.25, dash: [7, 5] });
  });
}

/** The points: what the state changes. One path per KKT case however many points there are. */
export function drawPoints(pen: Pen, theme: Theme, scene: Scene, { frame }: Layout): void {
  const n = scene.x.length;
  const radius = radiusOf(frame, n);
  inFrame(pen, frame, () => {
    // Inside first: support vectors lie on top of what is not one.
    for (const role of [PENDING, 2, 0, 4, 1, 3]) {
      const [xs, ys, radii]: [number[], number[], number[]] = [[], [], []];
      for (let i = 0; i < n; ++i) {
        if (scene.role[i] !== role || Number.isNaN(scene.x[i])) continue;
        xs.push(scene.x[i] as number);
        ys.push(scene.y[i] as number);
        radii.push(radius(scene.weight[i] as number));
      }
      if (xs.length === 0) continue;
      const shape = LOOKS[role]?.shape ?? "circle";
      symbols(
        pen,
        frame,
        xs,
        ys,
        radii,
        shape,
        role === PENDING ? pendingStyle(theme) : pointStyle(theme, role, n > CROWD),
      );
    }
    if (scene.pair !== null) drawPair(pen, theme, scene, frame, scene.pair);
  });
}

/** The two points whose multipliers the iteration on show changed. */
function drawPair(pen: Pen, theme: Theme, scene: Scene, frame: Frame, pair: readonly [number, number]): void {
  pair.forEach((i, k) => {
    if (i < 0) return;
    const [px, py] = [frame.x(scene.x[i] as number), frame.y(scene.y[i] as number)];
    symbol(pen, "circle", px, py, 11, { stroke: theme.surface, width: 5 });
    symbol(pen, "circle", px, py, 11, { stroke: theme.pair, width: 3 });
    // A pair in the paper is (i, j): the letters tell which is which.
    const font = `italic 700 14px ${theme.sans}`;
    label(pen, k === 0 ? "i" : "j", px + 15, py - 13, { font, fill: theme.ink, halo: theme.surface });
  });
}

export interface Cursor {
  /** Point under the pointer or the keyboard's, -1 for none. */
  readonly point: number;
  /** Point taken for moving or removing, -1 for none. */
  readonly selected: number;
  /** Place of the keyboard's cross, plane units; null while a point has the focus. */
  readonly cross: { readonly x: number; readonly y: number } | null;
}

/** Rings and the keyboard's cross: what the pointer changes. */
export function drawCursor(pen: Pen, theme: Theme, scene: Scene, { frame }: Layout, cursor: Cursor): void {
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
    if (cursor.point >= 0 && cursor.point !== cursor.selected) ring(cursor.point, theme.ink, 1.5, 4);
    if (cursor.cross !== null) {
      symbol(pen, "plus", frame.x(cursor.cross.x), frame.y(cursor.cross.y), 9, { stroke: theme.surface, width: 4 });
      symbol(pen, "plus", frame.x(cursor.cross.x), frame.y(cursor.cross.y), 9, { stroke: theme.accent, width: 2 });
    }
  });
}

/** What stands in an empty picture. */
export function drawPrompt(pen: Pen, theme: Theme, { frame }: Layout, lines: readonly string[]): void {
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
