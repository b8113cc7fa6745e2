// The picked point: one for the whole page. The claims speak of it, the table highlights its row, and the main plot draws a
// ring around it while it is marked. The state holds its row (and so does a link); its id is kept here, so that the same point
// stays picked when an edit, or its undoing, changes the rows.
import type { Store } from "../../host/lab.ts";
import { idsOf, sharesRows } from "./rows.ts";
import { type PointsState, pickedPoint } from "./state.ts";

export class Selection {
  /** Whether the main plot draws a ring: from a pick until the point is let go or removed. */
  marked = false;
  private ids: readonly number[];
  /** The row in the state before the present change, to see whether a change names another. */
  private row: number;
  private id: number | undefined;
  /** The point that was picked and has been removed, until another is picked: it is picked again when undo brings it back. */
  private removed: number | undefined;
  private readonly store: Store<PointsState>;
  private readonly pickPoint: (i: number) => Partial<PointsState>;
  private readonly unsubscribe: () => void;

  /**
   * Create it before anything else reads the store: then all others see the right row from the start.
   * @param pickPoint the change of the state that picks point i (edits.ts)
   */
  constructor(store: Store<PointsState>, pickPoint: (i: number) => Partial<PointsState>) {
    this.store = store;
    this.pickPoint = pickPoint;
    this.ids = idsOf(store.state);
    this.row = store.state.point;
    this.id = this.ids[pickedPoint(store.state)];
    this.unsubscribe = store.subscribe((state) => this.follow(state));
  }

  pick(i: number): void {
    this.id = this.ids[i];
    this.removed = undefined;
    if (i !== this.store.state.point) this.store.patch(this.pickPoint(i), { undoable: false });
  }

  private follow(state: Readonly<PointsState>): void {
    const [old, ids] = [this.ids, idsOf(state)];
    const named = state.point !== this.row;
    if (!named && ids === old) return;
    this.ids = ids;
    this.row = state.point;
    if (named) {
      this.id = ids[pickedPoint(state)];
      this.removed = undefined;
      this.marked = ids === old;
      return;
    }
    const rowOf = (id: number | undefined) => (id === undefined ? -1 : ids.indexOf(id));
    const [row, back] = [rowOf(this.id), rowOf(this.removed)];
    if (back < 0 && row >= 0) {
      this.moveTo(row, { point: row });
      return;
    }
    // Another point from here on: the one that was removed before and is back; or, when the picked one is gone, the one that has
    // its row now.
    const next = back < 0 ? pickedPoint(state) : back;
    this.removed = back < 0 ? (this.removed ?? this.id) : undefined;
    this.id = ids[next];
    this.marked = false;
    // Other data brings its own trial values.
    if (sharesRows(old, ids)) this.moveTo(next, this.pickPoint(next));
    else if (back >= 0) this.moveTo(next, { point: next });
  }

  /** Change the state without taking that for a pick. */
  private moveTo(row: number, change: Partial<PointsState>): void {
    this.row = row;
    this.store.patch(change, { undoable: false });
  }

  dispose(): void {
    this.unsubscribe();
  }
}
