// Handles of a plot: places that are dragged by mouse, pen and finger, or picked by one press and placed by the next, and moved by arrow
// keys. Each is an element of its own over
// the canvas: Tab goes from one to the next, a finger finds it, and the page scrolls everywhere else. What is seen of them is drawn
// on the canvas, so that an exported image has it too.
import "./drag-handles.css";
import { newGesture } from "../../host/store.ts";
import type { Frame } from "../../plot/frame.ts";
import type { Surface } from "../../plot/surface.ts";
import { mountPlacing, SLIP } from "./placing.ts";

export interface Handle {
  readonly id: string;
  /** What it is and where it is, for screen readers. */
  readonly label: string;
  readonly text: string;
  /** In units of the frame. */
  readonly x: number;
  readonly y: number;
  /** Whether it moves in x alone. */
  readonly level: boolean;
  /** Whether it moves in y alone, and y is its value. Default: it does not. */
  readonly upright?: boolean;
  /** Whether it stands on whole numbers of x only: a key moves it by one at least, with Alt by one. */
  readonly whole?: boolean;
  /** Why it cannot be moved now, a sentence: it stays where it is, and says so. */
  readonly lock?: string | null;
}

export interface HandlesOptions {
  /** The frame on show; null while there is none. */
  frame(): Frame | null;
  /** Those of the present state, in the order of Tab. One outside the frame is hidden. */
  handles(): readonly Handle[];
  /** Move one there. @param gesture the same for all moves of one drag or one held key */
  move(id: string, x: number, y: number, gesture: string): void;
  /** A handle is grabbed (true) or released: axes must not move while it is dragged. */
  hold(grabbed: boolean): void;
}

export interface Handles {
  /** After a change of state or frame. */
  place(): void;
  dispose(): void;
}

/** One press of an arrow, as a share of what is seen; with Alt. */
const STEP = { plain: 0.01, fine: 0.001 } as const;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

const inside = (value: number, [low, high]: readonly [number, number]) => Math.max(low, Math.min(high, value));

/** Rounded to a thousandth of the span or finer, about a pixel: a dragged value stays a number that can be read and typed. */
export function readable(value: number, span: number): number {
  const digits = Math.max(0, Math.ceil(3 - Math.log10(span)));
  return Number(value.toFixed(Math.min(12, digits)));
}

/** Where an arrow key takes a handle: by pixels, so that it is the same on any scale. */
export function keyed(
  { x, y, whole }: Pick<Handle, "x" | "y" | "whole">,
  frame: Pick<Frame, "x" | "y">,
  [right, up]: readonly [number, number],
  fine: boolean,
): [x: number, y: number] {
  const share = fine ? STEP.fine : STEP.plain;
  const along = (scale: Frame["x"], value: number, steps: number) =>
    steps === 0 ? value : scale.invert(scale(value) + steps * share * (scale.range[1] - scale.range[0]));
  if (whole !== true) return [along(frame.x, x, right), along(frame.y, y, up)];
  const to = Math.round(along(frame.x, x, right));
  return [fine || to === x ? x + right : to, y];
}

export function mountHandles<Name extends string>(surface: Surface<Name>, options: HandlesOptions): Handles {
  const elements = new Map<string, HTMLElement>();
  let drag: {
    id: string;
    pointer: number;
    gesture: string;
    /** From the pointer to the handle, and where the press began, px. */
    dx: number;
    dy: number;
    x: number;
    y: number;
    /** Whether it has gone further than a press slips. */
    moved: boolean;
  } | null = null;
  let keys: { id: string; gesture: string } | null = null;
  const known = (id: string) => options.handles().find((handle) => handle.id === id);

  const placing = mountPlacing(surface.host, (element, event) => {
    const [handle, frame] = [known(element.dataset.handle as string), options.frame()];
    if (handle === undefined || frame === null) return;
    const at = surface.position(event);
    options.hold(true);
    moveTo(handle, frame.x.invert(at.x), frame.y.invert(at.y), newGesture());
    options.hold(false);
  });

  function moveTo(handle: Handle, x: number, y: number, gesture: string): void {
    const frame = options.frame();
    if (frame === null) return;
    const spanX = frame.x.domain[1] - frame.x.domain[0];
    const spanY = frame.y.domain[1] - frame.y.domain[0];
    const to = readable(inside(x, frame.x.domain), spanX);
    options.move(
      handle.id,
      handle.upright ? handle.x : to,
      handle.level ? handle.y : readable(inside(y, frame.y.domain), spanY),
      gesture,
    );
  }

  function down(event: PointerEvent): void {
    const id = (event.currentTarget as HTMLElement).dataset.handle as string;
    const [handle, frame] = [known(id), options.frame()];
    if (handle === undefined || frame === null || drag !== null) return;
    if (event.pointerType === "mouse" && event.button !== 0) return;
    const element = event.currentTarget as HTMLElement;
    element.focus({ preventScroll: true });
    event.preventDefault();
    if (handle.lock) {
      placing.tell(handle.lock);
      return;
    }
    element.setPointerCapture(event.pointerId);
    const at = surface.position(event);
    // The handle keeps its distance from the pointer: a finger beside it does not make it jump.
    const [dx, dy] = [frame.x(handle.x) - at.x, frame.y(handle.y) - at.y];
    drag = { id, pointer: event.pointerId, gesture: newGesture(), dx, dy, ...at, moved: false };
    options.hold(true);
  }

  function move(event: PointerEvent): void {
    if (drag?.pointer !== event.pointerId) return;
    const [handle, frame] = [known(drag.id), options.frame()];
    if (handle === undefined || frame === null) return;
    const at = surface.position(event);
    if (!drag.moved) {
      if (Math.hypot(at.x - drag.x, at.y - drag.y) < SLIP) return;
      drag.moved = true;
      placing.letGo();
      (event.currentTarget as HTMLElement).dataset.gesture = "carry";
    }
    moveTo(handle, frame.x.invert(at.x + drag.dx), frame.y.invert(at.y + drag.dy), drag.gesture);
  }

  function up(event: PointerEvent): void {
    if (drag?.pointer !== event.pointerId) return;
    const [element, { moved }] = [elements.get(drag.id), drag];
    if (moved) delete element?.dataset.gesture;
    drag = null;
    options.hold(false);
    if (!moved && element !== undefined && event.type === "pointerup") placing.press(element);
  }

  function key(event: KeyboardEvent): void {
    const arrow = ARROWS[event.key];
    const id = (event.currentTarget as HTMLElement).dataset.handle as string;
    const [handle, frame] = [known(id), options.frame()];
    if (arrow === undefined || event.ctrlKey || event.metaKey || handle === undefined || frame === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (handle.lock) {
      placing.tell(handle.lock);
      return;
    }
    if (!event.repeat || keys?.id !== id) keys = { id, gesture: newGesture() };
    moveTo(handle, ...keyed(handle, frame, arrow, event.altKey), keys.gesture);
  }

  function elementOf(id: string): HTMLElement {
    const found = elements.get(id);
    if (found) return found;
    const element = document.createElement("div");
    element.className = "handle";
    element.dataset.handle = id;
    element.tabIndex = 0;
    element.setAttribute("role", "slider");
    element.addEventListener("pointerdown", down);
    element.addEventListener("pointermove", move);
    element.addEventListener("pointerup", up);
    element.addEventListener("pointercancel", up);
    element.addEventListener("keydown", key);
    surface.host.append(element);
    elements.set(id, element);
    return element;
  }

  function place(): void {
    const frame = options.frame();
    const handles = frame === null ? [] : options.handles();
    const ids = new Set(handles.map(({ id }) => id));
    for (const [id, element] of elements) {
      if (ids.has(id)) continue;
      if (element.dataset.gesture === "place") placing.letGo();
      element.remove();
      elements.delete(id);
    }
    for (const handle of handles) {
      const { x, y } = frame as Frame;
      const element = elementOf(handle.id);
      const [px, py] = [x(handle.x), y(handle.y)];
      element.hidden =
        handle.x < x.domain[0] || handle.x > x.domain[1] || handle.y < y.domain[0] || handle.y > y.domain[1];
      element.style.left = `${px}px`;
      element.style.top = `${py}px`;
      const scale = handle.upright ? y : x;
      const said = {
        "aria-label": handle.label,
        ...(handle.upright ? { "aria-orientation": "vertical" } : {}),
        "aria-valuemin": String(scale.domain[0]),
        "aria-valuemax": String(scale.domain[1]),
        "aria-valuenow": String(handle.upright ? handle.y : handle.x),
        "aria-valuetext": handle.text,
        "aria-disabled": String(!!handle.lock),
        title: handle.lock ?? "",
      };
      // An attribute that is written is one that has changed, to the browser: it would be told each frame of every drag.
      for (const [name, value] of Object.entries(said))
        if (element.getAttribute(name) !== value) element.setAttribute(name, value);
    }
  }

  return {
    place,
    dispose() {
      placing.dispose();
      for (const element of elements.values()) element.remove();
      elements.clear();
    },
  };
}
