// What mouse, fingers and keys do to the main plot: one set of gestures for all three, so that they cannot differ. It knows the
// point under the pointer, the point that is being moved, and the keyboard's cross. Points are kept by their ids, so that they
// stay the same points whatever happens to the rows.

import { formatNumber } from "../../host/format-number.ts";
import type { Store } from "../../host/lab.ts";
import { format } from "../../host/messages/format.ts";
import { lockOf } from "../../host/restraints.ts";
import { newGesture } from "../../host/store.ts";
import type { Frame } from "../../plot/frame.ts";
import type { Cursor } from "../main-plot/looks.ts";
import { nearest, type Places } from "../main-plot/scene.ts";
import { FOLLOW, isPinned, panned, pinned, shownWindow, type Window, zoomed } from "../main-plot/window.ts";
import { en } from "../messages/en.ts";
import type { Edits } from "../points/edits.ts";
import { idsOf, sharesRows } from "../points/rows.ts";
import type { Selection } from "../points/selection.ts";
import { countOf, type PointsState, pickedPoint } from "../points/state.ts";

export interface ControllerOptions {
  readonly store: Store<PointsState>;
  readonly edits: Edits;
  readonly selection: Selection;
  /** The frame and the scene on show. */
  frame(): Frame;
  scene(): Places;
  /** A point in one sentence. */
  announce(i: number): string;
  /** The cursor has changed: draw it. */
  moved(): void;
  /** For users of screen readers. */
  say(text: string): void;
  /** For everybody. */
  notify(text: string): void;
}

interface Lift {
  readonly id: number;
  readonly gesture: string;
  /** The fields that its move changes, as they were. */
  readonly before: Partial<PointsState>;
}

const words = en.picture;
/** A point is made a quarter heavier by one press; four fifths undo it. */
export const HEAVIER = 1.25;

let used = false;

export const inside = (value: number, [low, high]: readonly [number, number]) => Math.max(low, Math.min(high, value));

export class Controller implements Cursor {
  cross: { x: number; y: number } | null = null;
  /** Id of the point under the pointer, or of the one that the keyboard is at. */
  private hovered: number | null = null;
  private lift: Lift | null = null;
  /** Id of the point that the next press places: for those who cannot drag. */
  private waits: number | null = null;
  /** Weighing one point again and again is one gesture. */
  private scales: { readonly id: number; readonly gesture: string } | null = null;
  /** Of the data at the last change. */
  private ids: readonly number[];
  readonly options: ControllerOptions;

  constructor(options: ControllerOptions) {
    this.options = options;
    this.ids = idsOf(this.state);
  }

  get point(): number {
    return this.rowOf(this.hovered);
  }

  get selected(): number {
    return this.options.selection.marked && countOf(this.state) > 0 ? pickedPoint(this.state) : -1;
  }

  get lifted(): number {
    return this.rowOf(this.lift?.id ?? null);
  }

  get placed(): number {
    return this.rowOf(this.waits);
  }

  /** Row of a point, -1 when it is gone. */
  private rowOf(id: number | null): number {
    return id === null ? -1 : idsOf(this.state).indexOf(id);
  }

  private idOf(i: number): number | null {
    return idsOf(this.state)[i] ?? null;
  }

  /** Whether points have weights that can be changed. */
  get weighs(): boolean {
    return this.options.edits.weight !== undefined;
  }

  /** Whether points stay where they are in this view. */
  get fixed(): boolean {
    return lockOf("x", "y") !== null || (this.options.edits.fixed?.(this.state) ?? false);
  }

  private get state(): Readonly<PointsState> {
    return this.options.store.state;
  }

  private get window(): Window {
    return shownWindow(this.state, () => this.options.edits.whole(this.state));
  }

  /** All that is seen of the plot's plane: more than the window where a unit is as long in x as in y. */
  get seen(): Window {
    const { x, y } = this.options.frame();
    return { x: x.domain, y: y.domain };
  }

  /** The state has changed: let go of points that are gone, and of everything where the data has been replaced. */
  follow(): void {
    const old = this.ids;
    this.ids = idsOf(this.state);
    if (this.lifted < 0) this.lift = null;
    if (!sharesRows(old, this.ids)) this.clear();
  }

  /** Let go of everything. */
  clear(): void {
    this.lift = null;
    this.waits = null;
    this.hovered = null;
    this.cross = null;
    this.options.selection.marked = false;
    this.options.moved();
  }

  /** The point at a pixel. @param reach px */
  pointAt(px: number, py: number, reach: number): number {
    const frame = this.options.frame();
    return nearest(this.options.scene(), frame.x, frame.y, px, py, reach);
  }

  hover(i: number): void {
    if (i === this.point) return;
    this.hovered = this.idOf(i);
    this.options.moved();
  }

  select(i: number, spoken = false): void {
    const { selection } = this.options;
    this.hovered = this.idOf(i);
    this.cross = null;
    this.waits = null;
    selection.marked = i >= 0;
    if (i >= 0) selection.pick(i);
    if (spoken && i >= 0) this.options.say(this.options.announce(i));
    this.options.moved();
  }

  /**
   * A press that was no drag. On a point it picks that one, to be placed by the next press; there, where it is, it lets go. While one is
   * to be placed, other points are no targets: among many there would be no room for it. Elsewhere a press adds a point.
   * @param reach px
   */
  press(px: number, py: number, reach: number): void {
    const { placed } = this;
    if (placed >= 0) {
      const [frame, { x, y }] = [this.options.frame(), this.options.scene()];
      if (Math.hypot(frame.x(x[placed] as number) - px, frame.y(y[placed] as number) - py) > reach) {
        this.pick(placed);
        this.carryTo(px, py);
        this.drop(true);
      } else this.letGo();
      return;
    }
    const i = this.pointAt(px, py, reach);
    if (i < 0) {
      this.addAt(px, py);
      return;
    }
    this.select(i);
    if (this.fixed) return;
    this.waits = this.idOf(i);
    this.options.say(format(words.place, { i: i + 1 }));
    this.options.moved();
  }

  /** No point is to be placed any more; it stays selected. */
  letGo(): void {
    this.waits = null;
    this.options.moved();
  }

  /** Whether the user has edited a plot in this session: then no hint is needed any more, in any lab of points. */
  get used(): boolean {
    return used;
  }

  /** An edit fixes the window: axes that follow the data would move under the pointer. */
  private hold(): void {
    used = true;
    if (!isPinned(this.state)) this.show(this.window);
  }

  private show(window: Window): void {
    this.options.store.patch(pinned(window), { undoable: false });
  }

  add(x: number, y: number): boolean {
    const { edits, store, notify, say } = this.options;
    const patch = edits.add(this.state, x, y);
    if (patch === null) {
      const full = countOf(this.state) >= edits.maxPoints;
      notify(full ? format(words.full, { count: edits.maxPoints }) : edits.cannotAdd);
      return false;
    }
    this.hold();
    store.patch(patch);
    say(format(words.announce.added, this.place(x, y)));
    this.select(countOf(this.state) - 1);
    return true;
  }

  addAt(px: number, py: number): boolean {
    const frame = this.options.frame();
    return this.add(frame.x.invert(px), frame.y.invert(py));
  }

  remove(i: number): void {
    if (i < 0 || i >= countOf(this.state)) return;
    this.lift = null;
    this.waits = null;
    this.hold();
    this.options.store.patch(this.options.edits.remove(this.state, i));
    this.options.say(format(words.announce.removed, { i: i + 1, n: countOf(this.state) }));
    this.select(-1);
  }

  /** Make a point this many times as heavy. */
  weigh(i: number, factor: number): void {
    const { edits, store, say } = this.options;
    if (edits.weight === undefined || i < 0 || i >= countOf(this.state)) return;
    const id = idsOf(this.state)[i] as number;
    if (this.scales?.id !== id) this.scales = { id, gesture: newGesture() };
    this.hold();
    const weight = edits.weight.of(this.state, i) * factor;
    store.patch(edits.weight.set(this.state, i, weight), { gesture: this.scales.gesture });
    say(format(words.announce.weighed, { i: i + 1, weight: formatNumber(edits.weight.of(this.state, i), 4) }));
  }

  /** Start to move a point. */
  pick(i: number): void {
    if (this.fixed) {
      this.options.notify(lockOf("x", "y") ?? this.options.edits.cannotAdd);
      return;
    }
    this.hold();
    const { state } = this;
    const { x, y } = this.options.scene();
    const changes = this.options.edits.move(state, i, x[i] as number, y[i] as number);
    const before = Object.fromEntries(Object.keys(changes).map((field) => [field, state[field as keyof PointsState]]));
    this.lift = { id: idsOf(state)[i] as number, gesture: newGesture(), before };
    this.select(i);
  }

  /** Move the lifted point, but not out of view: there it could not be reached any more. */
  carry(x: number, y: number): void {
    const { lift, lifted, seen } = this;
    if (lift === null || lifted < 0) return;
    const patch = this.options.edits.move(this.state, lifted, inside(x, seen.x), inside(y, seen.y));
    this.options.store.patch(patch, { gesture: lift.gesture });
  }

  carryTo(px: number, py: number): void {
    const frame = this.options.frame();
    this.carry(frame.x.invert(px), frame.y.invert(py));
  }

  drop(spoken = false): void {
    const i = this.lifted;
    this.lift = null;
    if (i < 0) return;
    const scene = this.options.scene();
    if (spoken)
      this.options.say(format(words.announce.dropped, this.place(scene.x[i] as number, scene.y[i] as number)));
    this.options.moved();
  }

  /** Put the lifted point back; nothing remains of the move, not even an undo entry. */
  putBack(): void {
    if (this.lift === null) return;
    const { before, gesture } = this.lift;
    this.options.store.patch(before, { gesture });
    this.lift = null;
    this.options.say(words.announce.returned);
    this.options.moved();
  }

  /** Put the keyboard's cross there. */
  put(x: number, y: number): void {
    this.select(-1);
    this.cross = { x, y };
    this.options.moved();
  }

  /** @param factor < 1 shows less; about a pixel, or the middle */
  zoom(factor: number, at?: { x: number; y: number }): void {
    const frame = this.options.frame();
    const pixel = at ?? { x: (frame.left + frame.right) / 2, y: (frame.top + frame.bottom) / 2 };
    this.show(zoomed(this.window, factor, { x: frame.x.invert(pixel.x), y: frame.y.invert(pixel.y) }));
  }

  /** Move or turn the view by so many pixels. */
  pan(dx: number, dy: number): void {
    const turned = this.options.edits.turn?.(this.state, dx, dy) ?? null;
    if (turned !== null) {
      this.options.store.patch(turned, { undoable: false });
      return;
    }
    const { x, y } = this.options.frame();
    this.show(panned(this.window, x.invert(0) - x.invert(dx), y.invert(0) - y.invert(dy)));
  }

  showAll(): void {
    this.options.store.patch(FOLLOW, { undoable: false });
  }

  place(x: number, y: number): { x: string; y: string } {
    return { x: formatNumber(x, 4), y: formatNumber(y, 4) };
  }
}
