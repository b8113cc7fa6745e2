// Draws what is expected into the main plot, with its entry of the legend: rings around points, or a diamond at a place.
import { inFrame } from "../../plot/frame.ts";
import { label, symbol } from "../../plot/marks.ts";
import { en as words } from "../messages/predict.en.ts";
import { ghost } from "./ghost.ts";

export type Mark =
  | { readonly kind: "set"; readonly points: readonly boolean[] }
  | { readonly kind: "place"; readonly x: number; readonly y: number };

const RING = 10;
const DIAMOND = 8;
/** From the corner of the plot to the entry of the legend, px. */
const CORNER = 14;

/** A plot lower than this has no room for the entry, px. */
const LEAST = 120;

/** @param mark null: nothing */
export function showMark(mark: Mark | null): void {
  const drew = ghost.draw !== null;
  ghost.draw =
    mark === null
      ? null
      : (pen, theme, frame, { x, y }) => {
          const wide = { stroke: theme.surface, width: 5 };
          const thin = { stroke: theme.accent, width: 2.5 };
          const shape = mark.kind === "set" ? "circle" : "diamond";
          const at = (px: number, py: number, r: number) => {
            if (!Number.isFinite(px + py)) return;
            symbol(pen, shape, px, py, r, wide);
            symbol(pen, shape, px, py, r, thin);
          };
          inFrame(pen, frame, () => {
            if (mark.kind === "place") at(frame.x(mark.x), frame.y(mark.y), DIAMOND);
            else {
              mark.points.forEach((on, i) => {
                if (on) at(frame.x(x[i] ?? Number.NaN), frame.y(y[i] ?? Number.NaN), RING);
              });
            }
            if (frame.bottom - frame.top < LEAST) return;
            const [px, py] = [frame.left + CORNER, frame.bottom - CORNER];
            at(px, py, 6);
            const font = `600 13px ${theme.sans}`;
            label(pen, words.key.expected, px + CORNER, py, { font, fill: theme.ink, halo: theme.surface });
          });
        };
  if (drew || mark !== null) ghost.plot?.redraw();
}

/** How near a press must be to a point, px. */
const REACH = 24;

/** The point nearest to a press; -1: none is near, or no plot is there. @param at px of the plot */
export function pointAt(at: { readonly x: number; readonly y: number }): number {
  const where = ghost.plot?.where();
  if (!where) return -1;
  const { frame, points } = where;
  let [best, least] = [-1, REACH];
  for (let i = 0; i < points.x.length; i++) {
    const away = Math.hypot(frame.x(points.x[i] as number) - at.x, frame.y(points.y[i] as number) - at.y);
    if (away < least) [best, least] = [i, away];
  }
  return best;
}

/** The y of the plot at a press; null: outside of it, or no plot is there. */
export function placeAt(at: { readonly x: number; readonly y: number }): number | null {
  const frame = ghost.plot?.where()?.frame;
  if (!frame || at.x < frame.left || at.x > frame.right || at.y < frame.top || at.y > frame.bottom) return null;
  return frame.y.invert(at.y);
}
