// Mouse, touch and keys on the plot: the place under the pointer, strokes of the brush and the eraser, the keyboard's cross.
import type { Store } from "../../../../host/lab.ts";
import { newGesture } from "../../../../host/store.ts";
import { type BrushLimits, drawn, erased, type Place, type Stroke } from "../../../../kit/interaction/brush.ts";
import type { Surface } from "../../../../plot/surface.ts";
import { MAX_COORDINATE, MAX_POINTS } from "../../fields.ts";
import type { DiffusionState } from "../../state.ts";
import { type Layout, placeAt } from "./draw.ts";
import type { Tool } from "./scene.ts";

export interface DrawingToolOptions {
  readonly store: Store<DiffusionState>;
  readonly surface: Surface<"back" | "particles" | "tool">;
  layout(): Layout | null;
  tool(): Tool;
  /** (n*2) the data as they are; null while a named set has not been computed yet. */
  points(): readonly number[] | null;
  /** Half the width of the view. */
  viewExtent(): number;
  /** The place under the pointer has changed, or a stroke begins or ends. */
  changed(): void;
  /** After a stroke: how many points there are, and whether some found no room. */
  done(tool: Tool, full: boolean): void;
}

export interface DrawingTools {
  /** Under the pointer, or the keyboard's cross. */
  readonly place: Place | null;
  readonly cross: boolean;
  /** Whether a stroke is being drawn. */
  readonly busy: boolean;
  dispose(): void;
}

const LIMITS: BrushLimits = { points: MAX_POINTS, coordinate: MAX_COORDINATE };
/** One press of an arrow key, as a share of the view; `fine`: with Alt. */
const STEP = { plain: 0.025, fine: 0.005 } as const;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

export function mountDrawingTools(options: DrawingToolOptions): DrawingTools {
  const { store, surface, changed } = options;
  const { host } = surface;
  let place: Place | null = null;
  let cross = false;
  let stroke: (Stroke & { readonly pointer: number; readonly gesture: string }) | null = null;

  function at(event: { clientX: number; clientY: number }): Place | null {
    const layout = options.layout();
    const { x, y } = surface.position(event);
    return layout === null ? null : (placeAt(layout, x, y)?.place ?? null);
  }

  /** Continue the stroke, and put its points into the state. */
  function extend(to: Place): void {
    if (stroke === null) return;
    const { points, last, full, ...rest } = stroke;
    const next: Stroke =
      options.tool() === "draw"
        ? drawn({ points, last, full }, to, LIMITS)
        : { points: erased(points, last ?? to, to), last: to, full };
    stroke = { ...rest, ...next };
    if (next.points !== points)
      store.patch({ preset: "own", dataset: "own", points: next.points }, { gesture: rest.gesture });
  }

  function begin(pointer: number, to: Place): boolean {
    const points = options.points();
    if (points === null) return false;
    stroke = { points, last: null, full: false, pointer, gesture: newGesture() };
    extend(to);
    return true;
  }

  function end(): void {
    if (stroke === null) return;
    const { full } = stroke;
    stroke = null;
    options.done(options.tool(), full);
    changed();
  }

  function down(event: PointerEvent): void {
    if (event.pointerType === "mouse" && event.button !== 0) return;
    const to = at(event);
    cross = false;
    place = to;
    if (options.tool() !== "look" && to !== null && stroke === null) {
      event.preventDefault();
      host.focus({ preventScroll: true });
      if (begin(event.pointerId, to)) host.setPointerCapture(event.pointerId);
    }
    changed();
  }

  function move(event: PointerEvent): void {
    if (stroke !== null && stroke.pointer !== event.pointerId) return;
    // A finger may be scrolling the page.
    if (stroke === null && event.pointerType === "touch") return;
    cross = false;
    place = at(event);
    if (stroke !== null) {
      // A browser may combine several moves into one event; the stroke follows each of them.
      const all = event.getCoalescedEvents?.() ?? [];
      for (const each of all.length > 0 ? all : [event]) {
        const to = at(each);
        if (to !== null) extend(to);
      }
    }
    changed();
  }

  const up = (event: PointerEvent) => {
    if (stroke?.pointer === event.pointerId) end();
  };
  const leave = (event: PointerEvent) => {
    if (stroke !== null || cross || event.pointerType === "touch") return;
    place = null;
    changed();
  };

  function key(event: KeyboardEvent): void {
    if (event.target !== host || event.ctrlKey || event.metaKey) return;
    const arrow = ARROWS[event.key];
    if (arrow !== undefined) {
      const viewExtent = options.viewExtent();
      const step = 2 * viewExtent * (event.altKey ? STEP.fine : STEP.plain);
      const inside = (value: number) => Math.max(-viewExtent, Math.min(viewExtent, value));
      const from = place ?? { x: 0, y: 0 };
      place =
        cross || place !== null ? { x: inside(from.x + arrow[0] * step), y: inside(from.y + arrow[1] * step) } : from;
      cross = true;
    } else if ((event.key === "Enter" || event.key === " ") && place !== null && options.tool() !== "look") {
      if (begin(-1, place)) end();
    } else if (event.key === "Escape" && place !== null) {
      place = null;
      cross = false;
    } else return;
    event.preventDefault();
    event.stopPropagation();
    changed();
  }
  const blur = () => {
    if (!cross) return;
    cross = false;
    place = null;
    changed();
  };

  const abort = new AbortController();
  host.addEventListener("pointerdown", down, abort);
  host.addEventListener("pointermove", move, abort);
  host.addEventListener("pointerup", up, abort);
  host.addEventListener("pointercancel", up, abort);
  host.addEventListener("pointerleave", leave, abort);
  host.addEventListener("keydown", key, abort);
  host.addEventListener("blur", blur, abort);
  return {
    get place() {
      return place;
    },
    get cross() {
      return cross;
    },
    get busy() {
      return stroke !== null;
    },
    dispose: () => abort.abort(),
  };
}
