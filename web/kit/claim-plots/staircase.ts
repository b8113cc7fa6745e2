// Every point by its distance from an edge and by its multiplier: an optimal point is on the staircase. A point is picked by a
// tap, or with the arrow keys along the stairs.
import { drawFrame, type Frame, inFrame, layFrame } from "../../plot/frame.ts";
import { polyline, type Style, symbol, symbols } from "../../plot/marks.ts";
import { box, segments } from "../../plot/more-marks.ts";
import type { Theme } from "../../plot/palette.ts";
import type { Pen, Size } from "../../plot/pen.ts";
import { extent, padded } from "../../plot/scale.ts";
import type { Surface } from "../../plot/surface.ts";
import { surfaceIn } from "../claims/claim-plot.ts";
import { type Look, pointStyle } from "../main-plot/looks.ts";
import { nearest } from "../main-plot/scene.ts";

/** A tap up to this far from a point picks it, px. */
const REACH = 28;

interface Moved {
  readonly point: number;
  readonly from: readonly [x: number, y: number];
}

export interface Staircase {
  /** (n) from the edge, and multiplier */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** (n) */
  readonly kktCase: Uint8Array;
  /** Corners of the stairs from left to right; before the first and after the last they go on to the ends of the axis. */
  readonly stairs: { readonly x: readonly number[]; readonly y: readonly number[] };
  readonly edges: readonly number[];
  /** Half width of the band around an edge inside which a point counts as on it. */
  readonly band: number;
  /** Stairs that a mistake takes for the right ones. */
  readonly wrong?: Staircase["stairs"] | null;
  /** The points of a broken certificate that have left the staircase, and where they were. */
  readonly moved?: Moved | readonly Moved[] | null;
  /** Values that the horizontal axis shows in any case. */
  readonly show: readonly number[];
  readonly axes: readonly [x: string, y: string];
}

export interface StaircaseOptions {
  readonly name: string;
  /** By KKT case. */
  readonly looks: readonly Look[];
  readonly staircase: () => Staircase | null;
  readonly picked: () => number;
  readonly pick: (point: number) => void;
}

/** In the element `.claim-staircase`, which has tabindex 0. */
export function staircaseSurface(
  root: HTMLElement,
  { name, looks, staircase, picked, pick }: StaircaseOptions,
): Surface {
  let frame: Frame | null = null;
  const surface = surfaceIn(
    root,
    "claim-staircase",
    (pen, size, theme) => {
      const now = staircase();
      frame = now === null ? null : draw(pen, size, theme, now, looks, picked());
    },
    name,
    "application",
  );
  surface.host.addEventListener("pointerdown", (event) => {
    const now = staircase();
    if (frame === null || now === null || event.button !== 0) return;
    const { x, y } = surface.position(event);
    const point = nearest(now, frame.x, frame.y, x, y, REACH);
    if (point >= 0) pick(point);
  });
  surface.host.addEventListener("keydown", (event) => {
    const now = staircase();
    if (now === null) return;
    // Along the staircase, not along the data: the next point is the next one from left to right.
    const order = Array.from(now.x.keys()).sort((i, j) => (now.x[i] ?? 0) - (now.x[j] ?? 0));
    const place = order.indexOf(picked());
    const target: Record<string, number> = {
      ArrowLeft: place - 1,
      ArrowDown: place - 1,
      ArrowRight: place + 1,
      ArrowUp: place + 1,
      Home: 0,
      End: order.length - 1,
    };
    const next = target[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const point = order[next];
    if (point !== undefined) pick(point);
  });
  return surface;
}

/** A ghost where the point was, and the way it went. */
function drawMoved(
  pen: Pen,
  theme: Theme,
  frame: Frame,
  { x, y, kktCase }: Staircase,
  { point, from }: Moved,
  looks: readonly Look[],
): void {
  const look = looks[kktCase[point] ?? 0];
  const to = [x[point] ?? 0, y[point] ?? 0] as const;
  if (look === undefined) return;
  segments(pen, frame, [from[0]], [from[1]], [to[0]], [to[1]], { stroke: theme.fail, width: 2, dash: [5, 4] });
  const ghost = { ...pointStyle(theme, { ...look, open: true }), alpha: 0.6 };
  symbols(pen, frame, [from[0]], [from[1]], 5, look.shape, ghost);
  symbols(pen, frame, [to[0]], [to[1]], 6, look.shape, { fill: theme.fail, stroke: theme.surface, width: 1 });
}

function draw(pen: Pen, size: Size, theme: Theme, now: Staircase, looks: readonly Look[], picked: number): Frame {
  const { x, y, kktCase, stairs, wrong, edges, band, show, axes } = now;
  const moved = [now.moved ?? []].flat();
  const domain = padded(extent([...x, ...show, ...moved.map(({ from }) => from[0])]), 0.06);
  const [low, high] = padded(
    extent([...y, ...stairs.y, ...(wrong?.y ?? []), ...moved.map(({ from }) => from[1])]),
    0.1,
  );
  const frame = layFrame(pen, size, theme, {
    x: { domain, label: axes[0] },
    y: { domain: [low, high], label: axes[1] },
  });
  drawFrame(pen, frame, theme);
  inFrame(pen, frame, () => {
    for (const edge of edges) {
      // The band may be thinner than a pixel: a thin line marks it then.
      const half = Math.max(band, (frame.x.invert(1) - frame.x.invert(0)) * 0.75);
      box(pen, frame, edge - half, low, edge + half, high, { fill: theme.pair, alpha: 0.25 });
    }
    const climb = (at: Staircase["stairs"], style: Style) => {
      const [first, last] = [at.y[0] ?? 0, at.y.at(-1) ?? 0];
      polyline(pen, frame, [domain[0], ...at.x, domain[1]], [first, ...at.y, last], style);
    };
    climb(stairs, { stroke: theme.accent, width: 2.5, alpha: 0.8 });
    if (wrong) climb(wrong, { stroke: theme.fail, width: 2.25, dash: [7, 4] });
    looks.forEach((look, kase) => {
      const rows = Array.from(kktCase.keys()).filter((i) => kktCase[i] === kase);
      const [xs, ys] = [rows.map((i) => x[i] ?? 0), rows.map((i) => y[i] ?? 0)];
      symbols(pen, frame, xs, ys, 5, look.shape, pointStyle(theme, look));
    });
    for (const each of moved) drawMoved(pen, theme, frame, now, each, looks);
  });
  const [px, py] = [x[picked], y[picked]];
  if (px !== undefined && py !== undefined)
    symbol(pen, "ring", frame.x(px), frame.y(py), 10, { stroke: theme.ink, width: 2 });
  return frame;
}
