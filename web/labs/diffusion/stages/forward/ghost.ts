// What is expected of the signal that is left, in percent, in the lane of alpha-bar: its square root is what the lane has.
import { ghost } from "../../../../host/predict/ghost.ts";
import type { Frame } from "../../../../plot/frame.ts";
import type { Theme } from "../../../../plot/palette.ts";
import type { Pen } from "../../../../plot/pen.ts";

/** The frame with percents of the root for heights. */
export function percentFrame(frame: Frame): Frame {
  const y = (percent: number) => frame.y((percent / 100) ** 2);
  const invert = (pixel: number) => 100 * Math.sqrt(Math.max(0, frame.y.invert(pixel)));
  const { range, kind, ticks, format } = frame.y;
  return { ...frame, y: Object.assign(y, { invert, domain: [0, 100] as const, range, kind, ticks, format }) };
}

export function drawGhost(pen: Pen, theme: Theme, frame: Frame): void {
  ghost.draw?.(pen, theme, percentFrame(frame), { x: [], y: [] });
}

/**
 * The lane takes presses for what is expected.
 * @param frame of the lane; null while there is none  @returns the undoing
 */
export function mountGhost(lane: HTMLElement, frame: () => Frame | null, redraw: () => void): () => void {
  const plot = {
    redraw,
    where() {
      const now = frame();
      return now === null ? null : { frame: percentFrame(now), points: { x: [], y: [] } };
    },
  };
  ghost.plot = plot;
  lane.dataset.ghost = "";
  return () => {
    if (ghost.plot === plot) ghost.plot = null;
    delete lane.dataset.ghost;
  };
}
