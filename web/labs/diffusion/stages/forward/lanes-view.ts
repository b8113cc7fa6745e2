// The lanes on the page: a press or a drag in one goes to a step, and the schedule has knots that can be dragged.

import { html, nothing, render } from "lit";
import { formatNumber } from "../../../../host/format-number.ts";
import type { Store } from "../../../../host/lab.ts";
import { format } from "../../../../host/messages/format.ts";
import { lockOf } from "../../../../host/restraints.ts";
import { newGesture } from "../../../../host/store.ts";
import { type Handle, mountHandles } from "../../../../kit/interaction/drag-handles.ts";
import { listenButton } from "../../../../kit/sound/button.ts";
import type { Curve } from "../../../../kit/sound/curve.ts";
import type { Frame } from "../../../../plot/frame.ts";
import { Surface } from "../../../../plot/surface.ts";
import { forward as words } from "../../messages/forward.en.ts";
import type { DiffusionState } from "../../state.ts";
import { drawGhost, mountGhost } from "./ghost.ts";
import { knotFields } from "./knots.ts";
import { laneOf } from "./lane-content.ts";
import { drawLane, heardOf, type Knot, LANES, type Lane, type LaneId, layLane, planeOf } from "./lanes.ts";
import { knotSteps, knotsOf, type Scene, withKnot } from "./scene.ts";

export interface LanesView {
  /** All of them, and where a value of one is: px from their upper left corner; null where it is out of sight. */
  readonly host: HTMLElement;
  placeOf(id: LaneId, t: number, y: number): { x: number; y: number } | null;
  update(scene: Scene): void;
  dispose(): void;
}

/** A finger that has moved less than this sideways may be scrolling the page, px. */
const SLIP = 6;

export function mountLanes(root: HTMLElement, store: Store<DiffusionState>): LanesView {
  const host = document.createElement("div");
  host.className = "lanes";
  host.setAttribute("role", "group");
  host.setAttribute("aria-label", words.lanes.label);
  root.append(host);

  let scene: Scene | null = null;
  /** The domain of the beta lane when a knot was taken: the axis must not move while the knot is dragged. */
  let frozen: readonly [number, number] | null = null;

  function content(id: LaneId): Lane | null {
    if (scene?.frame == null || scene.request === null || scene.empty) return null;
    const lane = laneOf(id, scene.frame, scene.request.t);
    return id === "beta" && frozen !== null ? { ...lane, domain: frozen } : lane;
  }

  const heights = () => knotsOf(store.state, scene?.frame?.schedule.beta ?? null);
  function knots(): readonly Knot[] {
    const { T } = store.state;
    const values = heights();
    if (values === null || lockOf("schedule", "knots") !== null) return [];
    return knotSteps(T).map((step, k) => ({ step, height: values[k] as number }));
  }

  let removeGhost: () => void = () => undefined;
  const lanes = LANES.map((id) => {
    const figure = document.createElement("div");
    figure.className = "lane";
    figure.dataset.lane = id;
    host.append(figure);
    const frame = (surface: Surface<"all">, lane: Lane): Frame =>
      layLane(surface.ruler, surface.size, surface.theme, lane, store.state.T, words.axes.t);
    const surface: Surface<"all"> = new Surface(
      figure,
      {
        all(pen, size, theme) {
          const lane = content(id);
          if (lane === null || scene === null) return;
          const at = layLane(pen, size, theme, lane, scene.T, words.axes.t);
          drawLane(pen, theme, at, lane, scene.t, id === "beta" ? knots() : []);
          if (id === "alphaBar") drawGhost(pen, theme, at);
        },
      },
      {
        label: format(words.lanes.atZero, { title: words.lanes[id], T: store.state.T }),
        role: id === "beta" ? "group" : "img",
        oncommit: () => handles?.place(),
      },
    );

    const handles =
      id !== "beta"
        ? null
        : mountHandles(surface, {
            frame() {
              const lane = content(id);
              return lane === null || surface.width === 0 ? null : frame(surface, lane);
            },
            handles: (): readonly Handle[] =>
              knots().map(({ step, height }, k) => ({
                id: `knot-${k}`,
                label: format(words.lanes.knot, { t: formatNumber(step, 4) }),
                text: formatNumber(10 ** height, 3),
                x: step,
                y: height,
                level: false,
                upright: true,
              })),
            move(handle, _x, y, gesture) {
              const values = heights();
              if (values !== null) store.patch(withKnot(values, Number(handle.slice(5)), y), { gesture });
            },
            hold(taken) {
              frozen = taken ? (content(id)?.domain ?? null) : null;
              surface.invalidate();
            },
          });

    if (id === "alphaBar") {
      const now = () => {
        const lane = content(id);
        return lane === null || surface.width === 0 ? null : frame(surface, lane);
      };
      removeGhost = mountGhost(figure, now, () => surface.invalidate());
    }

    // A mouse moves t at once; a finger that moves up or down scrolls the page.
    let drag: { pointer: number; x: number; y: number; gesture: string } | null = null;
    const seek = (event: PointerEvent, gesture: string) => {
      const lane = content(id);
      if (lane === null) return;
      const { T } = store.state;
      const t = Math.max(0, Math.min(T, Math.round(frame(surface, lane).x.invert(surface.position(event).x))));
      store.patch({ t }, { gesture });
    };
    figure.addEventListener("pointerdown", (event) => {
      if (lockOf("t") !== null) return;
      if (event.target !== figure && (event.target as Element).closest(".handle")) return;
      if (event.pointerType === "mouse" && event.button !== 0) return;
      drag = { pointer: event.pointerId, x: event.clientX, y: event.clientY, gesture: newGesture() };
      if (event.pointerType !== "mouse") return;
      figure.setPointerCapture(event.pointerId);
      seek(event, drag.gesture);
    });
    figure.addEventListener("pointermove", (event) => {
      if (drag?.pointer !== event.pointerId) return;
      if (event.pointerType !== "mouse" && Math.abs(event.clientX - drag.x) < SLIP) return;
      seek(event, drag.gesture);
    });
    figure.addEventListener("pointerup", (event) => {
      if (drag?.pointer !== event.pointerId) return;
      seek(event, drag.gesture);
      drag = null;
    });
    figure.addEventListener("pointercancel", () => {
      drag = null;
    });
    return { id, surface, handles };
  });

  const sounds = document.createElement("div");
  sounds.className = "lane-sounds";
  sounds.setAttribute("role", "group");
  sounds.setAttribute("aria-label", words.lanes.listen);
  const heard = (id: LaneId): Curve | null => {
    const lane = content(id);
    return lane === null ? null : heardOf(lane, store.state.T);
  };
  render(
    html`<span>${words.lanes.listen}</span>
      ${LANES.map(
        (id) =>
          html`<span>
            ${listenButton(() => heard(id), format(words.lanes.listenTo, { title: words.lanes[id] }))}
            ${words.lanes.short[id].replace("_t", "ₜ")}
          </span>`,
      )}`,
    sounds,
  );
  root.append(sounds);

  const hint = document.createElement("p");
  hint.className = "lane-hint";
  hint.textContent = words.lanes.hint;
  const typed = document.createElement("div");
  root.append(hint, typed);
  const drawKnots = () =>
    render(
      scene === null || scene.empty || knots().length === 0
        ? nothing
        : knotFields(knots(), (k, height, gesture) => {
            const values = heights();
            if (values !== null) store.patch(withKnot(values, k, height), { gesture });
          }),
      typed,
    );

  function placeOf(id: LaneId, t: number, value: number) {
    const [lane, surface] = [content(id), lanes.find((each) => each.id === id)?.surface];
    if (lane === null || surface === undefined || surface.width === 0) return null;
    const frame = layLane(surface.ruler, surface.size, surface.theme, lane, store.state.T, words.axes.t);
    const plane = planeOf(frame, lane);
    const [px, py] = [plane.x(t), plane.y(value)];
    if (!(py >= frame.top - 1 && py <= frame.bottom + 1)) return null;
    const [all, own] = [host.getBoundingClientRect(), surface.host.getBoundingClientRect()];
    return { x: own.left - all.left + px, y: own.top - all.top + py };
  }

  return {
    host,
    placeOf,
    update(next) {
      scene = next;
      host.hidden = next.empty;
      sounds.hidden = next.empty;
      hint.hidden = next.empty;
      drawKnots();
      for (const { id, surface, handles } of lanes) {
        const lane = content(id);
        if (lane !== null) {
          const line = lane.lines[0];
          const [first, last] = [line?.y[0] as number, line?.y[line.y.length - 1] as number];
          surface.describe(
            format(words.lanes.describe, {
              title: lane.title,
              value: lane.value,
              t: next.t,
              first: formatNumber(first),
              last: formatNumber(last),
            }),
          );
        }
        surface.invalidate();
        handles?.place();
      }
    },
    dispose() {
      removeGhost();
      for (const { surface, handles } of lanes) {
        handles?.dispose();
        surface.dispose();
      }
      host.remove();
      sounds.remove();
      hint.remove();
      typed.remove();
    },
  };
}
