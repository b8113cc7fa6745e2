// What mouse, fingers and keys do to the main picture, in terms of the picture: one set of gestures for all three, so that they
// cannot differ. Holds what is under the hand (hover, selection, a point in the air, the keyboard's cross).

import { formatNumber } from "../../host/format-number.ts";
import type { Store } from "../../host/lab.ts";
import { format } from "../../host/messages/format.ts";
import { newGesture } from "../../host/store.ts";
import type { Frame } from "../../plot/frame.ts";
import type { Cursor } from "../main-plot/looks.ts";
import { nearest, type Places } from "../main-plot/scene.ts";
import { FOLLOW, isPinned, panned, pinned, shownWindow, type Window, zoomed } from "../main-plot/window.ts";
import { en } from "../messages/en.ts";
import type { Plane } from "../points/edits.ts";
import { countOf, type PointsState } from "../points/state.ts";

export interface HandOptions {
  readonly store: Store<PointsState>;
  readonly plane: Plane;
  /** The frame and scene on show. */
  frame(): Frame;
  scene(): Places;
  /** A point in one sentence. */
  announce(i: number): string;
  /** The cursor has changed: draw it. */
  moved(): void;
  /** For those who hear the picture. */
  say(text: string): void;
  /** For everybody. */
  notify(text: string): void;
}

interface Lift {
  readonly point: number;
  readonly gesture: string;
  /** What a patch of its move changes, as it was. */
  readonly before: Partial<PointsState>;
}

const words = en.picture;

const inside = (value: number, [low, high]: readonly [number, number]) => Math.max(low, Math.min(high, value));

export class Hand implements Cursor {
  point = -1;
  selected = -1;
  cross: { x: number; y: number } | null = null;
  private lift: Lift | null = null;
  /** Weighing one point again and again is one gesture. */
  private scales: { readonly point: number; readonly gesture: string } | null = null;
  private readonly options: HandOptions;

  constructor(options: HandOptions) {
    this.options = options;
  }

  get lifted(): number {
    return this.lift?.point ?? -1;
  }

  /** Whether points have weights that the hand can change. */
  get weighs(): boolean {
    return this.options.plane.weight !== undefined;
  }

  /** Whether points stay where they are in this view. */
  get fixed(): boolean {
    return this.options.plane.fixed?.(this.state) ?? false;
  }

  private get state(): Readonly<PointsState> {
    return this.options.store.state;
  }

  private get window(): Window {
    return shownWindow(this.state, () => this.options.plane.whole(this.state));
  }

  /** All of the plane that is seen: more than the window where a unit is as long in x as in y. */
  private get seen(): Window {
    const { x, y } = this.options.frame();
    return { x: x.domain, y: y.domain };
  }

  /** The data has changed: let go of what is gone. */
  follow(): void {
    const n = countOf(this.state);
    if (this.point >= n) this.point = -1;
    if (this.selected >= n) this.selected = -1;
    if (this.lift !== null && this.lift.point >= n) this.lift = null;
  }

  /** The point was picked elsewhere (the table, the proof panel). */
  adopt(i: number): void {
    if (i === this.selected || this.lift !== null || i >= countOf(this.state)) return;
    this.selected = i;
    this.options.moved();
  }

  /** Nothing is held or pointed at (other data). */
  clear(): void {
    this.lift = null;
    this.point = -1;
    this.selected = -1;
    this.cross = null;
    this.options.moved();
  }

  /** The point at a pixel. @param reach px */
  pointAt(px: number, py: number, reach: number): number {
    const frame = this.options.frame();
    return nearest(this.options.scene(), frame.x, frame.y, px, py, reach);
  }

  hover(i: number): void {
    if (i === this.point) return;
    this.point = i;
    this.options.moved();
  }

  select(i: number, spoken = false): void {
    this.selected = i;
    this.point = i;
    this.cross = null;
    // The proof panel and the table speak of the same point.
    if (i >= 0 && i !== this.state.point) {
      this.options.store.patch(this.options.plane.picked(i), { undoable: false });
    }
    if (spoken && i >= 0) this.options.say(this.options.announce(i));
    this.options.moved();
  }

  /** An edit fixes the window: axes that follow the data would run away under the hand. */
  private hold(): void {
    if (!isPinned(this.state)) this.look(this.window);
  }

  private look(window: Window): void {
    this.options.store.patch(pinned(window), { undoable: false });
  }

  add(x: number, y: number): boolean {
    const { plane, store, notify, say } = this.options;
    const patch = plane.add(this.state, x, y);
    if (patch === null) {
      const full = countOf(this.state) >= plane.maxPoints;
      notify(full ? format(words.full, { count: plane.maxPoints }) : plane.cannotAdd);
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
    this.hold();
    this.options.store.patch(this.options.plane.remove(this.state, i));
    this.options.say(format(words.announce.removed, { i: i + 1, n: countOf(this.state) }));
    this.point = -1;
    this.select(-1);
  }

  /** Make a point this many times as heavy. */
  weigh(i: number, factor: number): void {
    const { plane, store, say } = this.options;
    if (plane.weight === undefined || i < 0 || i >= countOf(this.state)) return;
    if (this.scales?.point !== i) this.scales = { point: i, gesture: newGesture() };
    this.hold();
    const weight = plane.weight.of(this.state, i) * factor;
    store.patch(plane.weight.set(this.state, i, weight), { gesture: this.scales.gesture });
    say(format(words.announce.weighed, { i: i + 1, weight: formatNumber(plane.weight.of(this.state, i), 4) }));
  }

  /** Take a point for moving. */
  pick(i: number, spoken = false): void {
    if (this.fixed) {
      this.options.notify(this.options.plane.cannotAdd);
      return;
    }
    this.hold();
    const { state } = this;
    const { x, y } = this.options.scene();
    const changes = this.options.plane.move(state, i, x[i] as number, y[i] as number);
    const before = Object.fromEntries(Object.keys(changes).map((field) => [field, state[field as keyof PointsState]]));
    this.lift = { point: i, gesture: newGesture(), before };
    this.select(i);
    if (spoken) this.options.say(words.announce.picked);
  }

  /** Move the taken point, kept inside what is seen: one that left it would be out of reach. */
  carry(x: number, y: number): void {
    if (this.lift === null) return;
    const { seen } = this;
    const patch = this.options.plane.move(this.state, this.lift.point, inside(x, seen.x), inside(y, seen.y));
    this.options.store.patch(patch, { gesture: this.lift.gesture });
  }

  carryTo(px: number, py: number): void {
    const frame = this.options.frame();
    this.carry(frame.x.invert(px), frame.y.invert(py));
  }

  /** Carry by a share of what is seen. */
  carryBy(dx: number, dy: number): void {
    if (this.lift === null) return;
    const scene = this.options.scene();
    const i = this.lift.point;
    const { x, y } = this.seen;
    this.carry((scene.x[i] as number) + dx * (x[1] - x[0]), (scene.y[i] as number) + dy * (y[1] - y[0]));
  }

  drop(spoken = false): void {
    if (this.lift === null) return;
    const i = this.lift.point;
    this.lift = null;
    const scene = this.options.scene();
    if (spoken)
      this.options.say(format(words.announce.dropped, this.place(scene.x[i] as number, scene.y[i] as number)));
    this.options.moved();
  }

  /** Put the taken point back; nothing remains of the move, not even an undo entry. */
  putBack(): void {
    if (this.lift === null) return;
    const { before, gesture } = this.lift;
    this.options.store.patch(before, { gesture });
    this.lift = null;
    this.options.say(words.announce.returned);
    this.options.moved();
  }

  /** Put the keyboard's cross into the picture, or move it by a share of what is seen. */
  crossBy(dx: number, dy: number): void {
    if (this.fixed) {
      this.options.notify(this.options.plane.cannotAdd);
      return;
    }
    const { x, y } = this.seen;
    const from = this.cross ?? { x: (x[0] + x[1]) / 2, y: (y[0] + y[1]) / 2 };
    this.select(-1);
    this.cross = { x: inside(from.x + dx * (x[1] - x[0]), x), y: inside(from.y + dy * (y[1] - y[0]), y) };
    this.options.say(format(words.announce.cross, this.place(this.cross.x, this.cross.y)));
    this.options.moved();
  }

  /** @param factor < 1 shows less; about a pixel, or the middle */
  zoom(factor: number, at?: { x: number; y: number }): void {
    const frame = this.options.frame();
    const pixel = at ?? { x: (frame.left + frame.right) / 2, y: (frame.top + frame.bottom) / 2 };
    this.look(zoomed(this.window, factor, { x: frame.x.invert(pixel.x), y: frame.y.invert(pixel.y) }));
  }

  /** Move or turn the view so that it follows the hand by these pixels. */
  pan(dx: number, dy: number): void {
    const turned = this.options.plane.turn?.(this.state, dx, dy) ?? null;
    if (turned !== null) {
      this.options.store.patch(turned, { undoable: false });
      return;
    }
    const { x, y } = this.options.frame();
    this.look(panned(this.window, x.invert(0) - x.invert(dx), y.invert(0) - y.invert(dy)));
  }

  showAll(): void {
    this.options.store.patch(FOLLOW, { undoable: false });
  }

  private place(x: number, y: number): { x: string; y: string } {
    return { x: formatNumber(x, 4), y: formatNumber(y, 4) };
  }
}
