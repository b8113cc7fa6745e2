// The cursor by pointer: a press or a drag anywhere on the charts and heat maps takes it there. Its handle, for keys
// and for who sees it, stands on the axis of the first chart.
import { newGesture } from "../../../../host/store.ts";
import type { Frame } from "../../../../plot/frame.ts";
import { linear } from "../../../../plot/scale.ts";
import type { Surface } from "../../../../plot/surface.ts";
import { type Block, type Layout, stepAt, stepBeside } from "./layout.ts";

export interface CursorOptions {
  layout(): Layout | null;
  T(): number;
  seek(t: number, gesture: string): void;
}

/** A finger that has moved less sideways has not begun to drag, px. */
const SLACK = 8;

export function mountCursor(surface: Surface, { layout, T, seek }: CursorOptions) {
  /** `waits`: a finger is down, and may yet scroll the page or only tap. */
  let drag: { pointer: number; gesture: string; block: Block; x: number; waits: boolean } | null = null;
  const { host } = surface;

  function blockAt({ blocks }: Layout, x: number, y: number): Block {
    const [first, second] = blocks;
    return second.left > 0 ? (x < second.left ? first : second) : y < second.top ? first : second;
  }

  function down(event: PointerEvent): void {
    const now = layout();
    if (now === null || drag !== null || event.button !== 0) return;
    const { x, y } = surface.position(event);
    const t = stepAt(now, T(), x, y);
    if (t === null) return;
    const waits = event.pointerType === "touch";
    drag = { pointer: event.pointerId, gesture: newGesture(), block: blockAt(now, x, y), x, waits };
    host.setPointerCapture(event.pointerId);
    if (!waits) seek(t, drag.gesture);
  }
  function move(event: PointerEvent): void {
    if (drag?.pointer !== event.pointerId) return;
    const { x } = surface.position(event);
    if (drag.waits && Math.abs(x - drag.x) < SLACK) return;
    drag.waits = false;
    seek(stepBeside(drag.block, T(), x), drag.gesture);
  }
  function up(event: PointerEvent): void {
    if (drag?.pointer !== event.pointerId) return;
    if (drag.waits && event.type === "pointerup") seek(stepBeside(drag.block, T(), drag.x), drag.gesture);
    drag = null;
  }
  const listeners = [
    ["pointerdown", down],
    ["pointermove", move],
    ["pointerup", up],
    ["pointercancel", up],
  ] as const;
  for (const [name, listener] of listeners) host.addEventListener(name, listener);

  return {
    /** The first chart, in pixels of the whole drawing. */
    frame(): Frame | null {
      const block = layout()?.blocks[0];
      if (block === undefined) return null;
      const { frame, left, top } = block;
      const moved = (scale: Frame["x"], by: number) => linear(scale.domain, [scale.range[0] + by, scale.range[1] + by]);
      return { ...frame, x: moved(frame.x, left), y: moved(frame.y, top) };
    },
    dispose(): void {
      for (const [name, listener] of listeners) host.removeEventListener(name, listener);
    },
  };
}
