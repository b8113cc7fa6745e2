// What is taken hold of in the plot: the place, x and x' as handles of the map, and what a click picks.
import { formatNumber } from "../../../../host/format-number.ts";
import type { Store } from "../../../../host/lab.ts";
import { format } from "../../../../host/messages/format.ts";
import { type Handle, type Handles, mountHandles } from "../../../../kit/interaction/drag-handles.ts";
import { type Frame, within } from "../../../../plot/frame.ts";
import type { Surface } from "../../../../plot/surface.ts";
import { train as words } from "../../messages/train.en.ts";
import type { VaeState } from "../../state.ts";
import { frameIn, type Layout } from "./draw.ts";
import { classText } from "./looks.ts";
import { nearestCode, type Scene } from "./scene.ts";

const { handles: said } = words;

/** One of the data, by its number and its class. */
export function imageName({ points }: Scene, index: number): string {
  const label = points?.labels[index];
  const number = index + 1;
  return label === undefined || label < 0
    ? format(said.imagePlain, { number })
    : format(said.image, { number, label: classText(label) });
}

export function handlesOf(scene: Scene): readonly Handle[] {
  const { shown, codes, place, looked, to } = scene;
  if (shown === null || codes === null) return [];
  const [x, y] = place;
  const level = shown.dz === 1;
  const text = format(said.at, { x: formatNumber(x), y: formatNumber(level ? 0 : y) });
  const image = (id: string, label: string, i: number): Handle[] => {
    const [cx, cy] = [codes.x[i], codes.y[i]];
    return cx === undefined || cy === undefined
      ? []
      : [{ id, label, text: imageName(scene, i), x: cx, y: cy, level: false }];
  };
  const index = looked?.index ?? null;
  return [
    { id: "place", label: said.place, text, x, y: level ? 0 : y, level },
    ...(index === null ? [] : image("x", said.x, index)),
    ...image("to", said.to, to),
  ];
}

/** @param layout of what is on screen; null while it has no size */
export function mountPicking(
  surface: Surface<"back" | "front">,
  store: Store<VaeState>,
  scene: () => Scene,
  layout: () => Layout | null,
): Handles {
  let dragging = false;
  const field = (id: string) => (id === "x" ? "vaeImage" : "vaeTo");
  const handles = mountHandles(surface, {
    frame() {
      const now = layout();
      return now && frameIn(now.map);
    },
    handles: () => handlesOf(scene()),
    move(id, x, y, gesture) {
      const { codes, looked, to } = scene();
      if (id === "place") store.patch({ vaeZx: x, vaeZy: y }, { gesture });
      else if (codes !== null) {
        // A key goes to the next code in its direction: the nearest one may be where it is.
        const from = dragging ? null : id === "x" ? (looked?.index ?? null) : to;
        store.patch({ [field(id)]: nearestCode(codes, [x, y], from) }, { gesture });
      }
    },
    hold(grabbed) {
      dragging = grabbed;
    },
  });

  function nearestPoint({ points }: Scene, x: number, y: number): number {
    const at = (c: 0 | 1) => Float64Array.from({ length: points?.n ?? 0 }, (_, i) => points?.x[2 * i + c] ?? 0);
    return nearestCode({ x: at(0), y: at(1) }, [x, y]);
  }
  function click(event: MouseEvent): void {
    const now = layout();
    if (now === null || (event.target as HTMLElement).closest(".handle, .vae-pad") !== null) return;
    const { x: px, y: py } = surface.position(event);
    const place = (frame: Frame): [number, number] => [frame.x.invert(px), frame.y.invert(py)];
    const [map, beside] = [frameIn(now.map), frameIn(now.beside)];
    const { codes, draws, toy } = scene();
    if (codes === null) return;
    if (within(map, px, py)) {
      // Where x is drawn, the data are only where the walk may go.
      store.patch({ [draws ? "vaeTo" : "vaeImage"]: nearestCode(codes, place(map)) });
    } else if (!draws && within(beside, px, py)) {
      const [x, y] = place(beside);
      store.patch(toy ? { vaeImage: nearestPoint(scene(), x, y) } : { vaeZx: x, vaeZy: y });
    }
  }
  surface.host.addEventListener("click", click);
  return {
    place: handles.place,
    dispose() {
      surface.host.removeEventListener("click", click);
      handles.dispose();
    },
  };
}
