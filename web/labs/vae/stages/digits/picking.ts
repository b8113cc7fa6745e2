// Choosing a sample in the grids: by mouse and finger, and by keys on the picture.
import { announce } from "../../../../host/announce.ts";
import type { Store } from "../../../../host/lab.ts";
import { format } from "../../../../host/messages/format.ts";
import { newGesture } from "../../../../host/store.ts";
import type { Surface } from "../../../../plot/surface.ts";
import { digits as words } from "../../messages/digits.en.ts";
import type { VaeState } from "../../state.ts";
import { type Arrangement, sampleOf } from "./arrange.ts";
import { type Layout, sampleAt } from "./draw.ts";

export interface PickingOptions {
  readonly store: Store<VaeState>;
  layout(): Layout;
  arrangement(): Arrangement;
  /** The sample under the pointer has changed. */
  changed(): void;
}

export interface Picking {
  /** Under the pointer; -1 for none. */
  readonly cursor: number;
  dispose(): void;
}

/** The class that was asked for, in words. */
export function labelText(label: number): string {
  return label < 0 ? words.picked.none : format(words.picked.class, { label });
}

export function mountPicking(
  surface: Surface<"back" | "samples">,
  { store, layout, arrangement, changed }: PickingOptions,
): Picking {
  const { host } = surface;
  let cursor = -1;
  let keys = newGesture();

  function pick(k: number, gesture?: string): void {
    store.patch({ digitsPicked: k }, gesture === undefined ? {} : { gesture });
    const sample = sampleOf(arrangement(), k);
    if (sample !== null) announce("sample", format(words.pickedSay, { number: k + 1, label: labelText(sample.label) }));
  }

  function at(event: MouseEvent): number {
    const { x, y } = surface.position(event);
    return sampleAt(layout(), x, y);
  }
  function click(event: MouseEvent): void {
    const k = at(event);
    if (k >= 0) pick(k === store.state.digitsPicked ? -1 : k);
  }
  function point(k: number): void {
    if (k === cursor) return;
    cursor = k;
    changed();
  }
  const move = (event: PointerEvent) => {
    if (event.pointerType !== "touch") point(at(event));
  };
  const leave = () => point(-1);

  function key(event: KeyboardEvent): void {
    if (event.target !== host || event.ctrlKey || event.metaKey || event.altKey) return;
    const now = store.state.digitsPicked;
    const { count } = arrangement();
    const columns = layout().panels[0]?.grid.columns ?? 1;
    const by = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns }[event.key];
    if (event.key === "Escape" && now >= 0) pick(-1);
    else if (by !== undefined) {
      const to = now < 0 || now >= count ? 0 : now + by;
      if (!event.repeat) keys = newGesture();
      if (to >= 0 && to < count && to !== now) pick(to, keys);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const abort = new AbortController();
  host.addEventListener("click", click, abort);
  host.addEventListener("pointermove", move, abort);
  host.addEventListener("pointerleave", leave, abort);
  host.addEventListener("keydown", key, abort);
  return {
    get cursor() {
      return cursor;
    },
    dispose: () => abort.abort(),
  };
}
