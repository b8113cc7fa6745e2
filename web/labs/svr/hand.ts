// What mouse, fingers and keys do to the main picture, in terms of the picture: one set of deeds for all three, so that they
// cannot differ. Holds what is under the hand (hover, selection, a point in the air, the keyboard's cross).

import type { Store } from "../../host/lab.ts";
import { format } from "../../host/messages/format.ts";
import { numeral } from "../../host/numeral.ts";
import { newGesture } from "../../host/store.ts";
import type { Frame } from "../../plot/frame.ts";
import { addPoint, editsColumn, movePoint, removePoint } from "./edit.ts";
import { en } from "./messages/en.ts";
import { MAX_POINTS, type SvrState } from "./model.ts";
import type { Cursor } from "./picture.ts";
import { nearest, type Scene } from "./scene.ts";
import { FOLLOW, isPinned, panned, pinned, type Window, windowOf, zoomed } from "./window.ts";
import { announcePoint } from "./words.ts";

export interface HandOptions {
  readonly store: Store<SvrState>;
  /** The frame and scene on show. */
  frame(): Frame;
  scene(): Scene;
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
  readonly before: Pick<SvrState, "x" | "y" | "preset" | "iteration">;
}

const words = en.picture;

export class Hand implements Cursor {
  point = -1;
  selected = -1;
  cross: { x: number; y: number } | null = null;
  private lift: Lift | null = null;
  private readonly options: HandOptions;

  constructor(options: HandOptions) {
    this.options = options;
  }

  get lifted(): number {
    return this.lift?.point ?? -1;
  }

  private get state(): Readonly<SvrState> {
    return this.options.store.state;
  }

  /** The data has changed: let go of what is gone. */
  follow(): void {
    const n = this.state.y.length;
    if (this.point >= n) this.point = -1;
    if (this.selected >= n) this.selected = -1;
    if (this.lift !== null && this.lift.point >= n) this.lift = null;
  }

  /** The point was picked elsewhere (the table, the proof panel). */
  adopt(i: number): void {
    if (i === this.selected || this.lift !== null || i >= this.state.y.length) return;
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
    // The proof panel and the table speak of the same point; trial multipliers were another one's.
    if (i >= 0 && i !== this.state.point) {
      this.options.store.patch({ point: i, alpha: null, alphaStar: null, beta: null }, { undoable: false });
    }
    if (spoken && i >= 0) this.options.say(announcePoint(this.state, this.options.scene(), i));
    this.options.moved();
  }

  /** An edit fixes the window: axes that follow the data would run away under the hand. */
  private hold(): void {
    if (!isPinned(this.state)) this.look(windowOf(this.state));
  }

  private look(window: Window): void {
    this.options.store.patch(pinned(window), { undoable: false });
  }

  add(x: number, y: number): boolean {
    const patch = addPoint(this.state, x, y);
    if (patch === null) {
      this.options.notify(editsColumn(this.state) ? format(words.full, { count: MAX_POINTS }) : words.cannotAdd);
      return false;
    }
    this.hold();
    this.options.store.patch(patch);
    this.options.say(format(words.announce.added, this.place(x, y)));
    this.select(this.state.y.length - 1);
    return true;
  }

  addAt(px: number, py: number): boolean {
    const frame = this.options.frame();
    return this.add(frame.x.invert(px), frame.y.invert(py));
  }

  remove(i: number): void {
    if (i < 0 || i >= this.state.y.length) return;
    this.lift = null;
    this.hold();
    this.options.store.patch(removePoint(this.state, i));
    this.options.say(format(words.announce.removed, { i: i + 1, n: this.state.y.length }));
    this.point = -1;
    this.select(-1);
  }

  /** Take a point for moving. */
  pick(i: number, spoken = false): void {
    this.hold();
    const { x, y, preset, iteration } = this.state;
    this.lift = { point: i, gesture: newGesture(), before: { x, y, preset, iteration } };
    this.select(i);
    if (spoken) this.options.say(words.announce.picked);
  }

  /** Move the taken point, kept inside the window: one that left it would be out of reach. */
  carry(x: number, y: number): void {
    if (this.lift === null) return;
    const window = windowOf(this.state);
    const inside = (value: number, [low, high]: readonly [number, number]) => Math.max(low, Math.min(high, value));
    const patch = movePoint(this.state, this.lift.point, inside(x, window.x), inside(y, window.y));
    this.options.store.patch(patch, { gesture: this.lift.gesture });
  }

  carryTo(px: number, py: number): void {
    const frame = this.options.frame();
    this.carry(frame.x.invert(px), frame.y.invert(py));
  }

  /** Carry by a share of the window. */
  carryBy(dx: number, dy: number): void {
    if (this.lift === null) return;
    const scene = this.options.scene();
    const i = this.lift.point;
    const { x, y } = windowOf(this.state);
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

  /** Put the keyboard's cross into the window, or move it by a share of the window. */
  crossBy(dx: number, dy: number): void {
    const { x, y } = windowOf(this.state);
    const from = this.cross ?? { x: (x[0] + x[1]) / 2, y: (y[0] + y[1]) / 2 };
    const inside = (value: number, [low, high]: readonly [number, number]) => Math.max(low, Math.min(high, value));
    this.select(-1);
    this.cross = { x: inside(from.x + dx * (x[1] - x[0]), x), y: inside(from.y + dy * (y[1] - y[0]), y) };
    this.options.say(format(words.announce.cross, this.place(this.cross.x, this.cross.y)));
    this.options.moved();
  }

  /** @param factor < 1 shows less; about a pixel, or the middle */
  zoom(factor: number, at?: { x: number; y: number }): void {
    const frame = this.options.frame();
    const pixel = at ?? { x: (frame.left + frame.right) / 2, y: (frame.top + frame.bottom) / 2 };
    this.look(zoomed(windowOf(this.state), factor, { x: frame.x.invert(pixel.x), y: frame.y.invert(pixel.y) }));
  }

  /** Move the view so that the plane follows the hand by these pixels. */
  pan(dx: number, dy: number): void {
    const { x, y } = this.options.frame();
    this.look(panned(windowOf(this.state), x.invert(0) - x.invert(dx), y.invert(0) - y.invert(dy)));
  }

  showAll(): void {
    this.options.store.patch(FOLLOW, { undoable: false });
  }

  private place(x: number, y: number): { x: string; y: string } {
    return { x: numeral(x, 4), y: numeral(y, 4) };
  }
}
