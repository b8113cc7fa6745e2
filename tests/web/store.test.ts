import { describe, expect, it, vi } from "vitest";
import { createStore, newGesture } from "../../web/host/store.ts";

interface State {
  C: number;
  kernel: string;
  x: readonly number[];
  zoom: number;
}
const initial = (): State => ({ C: 1, kernel: "rbf", x: [1, 2], zoom: 1 });

describe("createStore", () => {
  it("patches, tells listeners once, and stays silent when nothing changed", () => {
    const store = createStore(initial());
    const listener = vi.fn();
    const stop = store.subscribe(listener);
    store.patch({ C: 2 });
    store.patch({ C: 2 });
    store.patch({ x: [1, 2] });
    store.patch({});
    expect(listener).toHaveBeenCalledTimes(1);
    expect(listener).toHaveBeenLastCalledWith(store.state);
    expect(store.state).toEqual({ ...initial(), C: 2 });
    stop();
    store.patch({ C: 3 });
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it("ignores keys that are not fields", () => {
    const store = createStore(initial());
    store.patch(JSON.parse('{"unknown": 1, "__proto__": {"C": 9}}') as Partial<State>);
    expect(store.canUndo).toBe(false);
    expect(Object.keys(store.state)).toEqual(Object.keys(initial()));
  });

  it("undoes and redoes in order", () => {
    const store = createStore(initial());
    store.patch({ C: 2 });
    store.patch({ kernel: "linear" });
    store.undo();
    expect(store.state).toMatchObject({ C: 2, kernel: "rbf" });
    store.undo();
    expect(store.state).toEqual(initial());
    expect(store.canUndo).toBe(false);
    store.undo();
    store.redo();
    store.redo();
    expect(store.state).toMatchObject({ C: 2, kernel: "linear" });
    expect(store.canRedo).toBe(false);
  });

  it("forgets the undone future when something new happens", () => {
    const store = createStore(initial());
    store.patch({ C: 2 });
    store.undo();
    store.patch({ C: 3 });
    expect(store.canRedo).toBe(false);
  });

  it("makes one undo entry of one gesture, and two of two", () => {
    const store = createStore(initial());
    const first = newGesture();
    for (const C of [2, 3, 4]) store.patch({ C }, { gesture: first });
    const second = newGesture();
    store.patch({ C: 5 }, { gesture: second });
    store.undo();
    expect(store.state.C).toBe(4);
    store.undo();
    expect(store.state.C).toBe(1);
    store.redo();
    expect(store.state.C).toBe(4);
  });

  it("leaves no entry behind a gesture that returns to where it began", () => {
    const store = createStore(initial());
    const gesture = newGesture();
    store.patch({ x: [1, 5] }, { gesture });
    store.patch({ x: [1, 2] }, { gesture });
    expect(store.canUndo).toBe(false);
  });

  it("does not let a redone gesture swallow later patches", () => {
    const store = createStore(initial());
    const gesture = newGesture();
    store.patch({ C: 2 }, { gesture });
    store.undo();
    store.redo();
    store.patch({ C: 3 }, { gesture });
    store.undo();
    expect(store.state.C).toBe(2);
  });

  it("keeps view changes out of the history and through an undo", () => {
    const store = createStore(initial());
    store.patch({ C: 2 });
    store.patch({ zoom: 7 }, { undoable: false });
    store.undo();
    expect(store.state).toMatchObject({ C: 1, zoom: 7 });
    expect(store.canUndo).toBe(false);
  });

  it("bounds the history by entries and by weight, but always keeps one step", () => {
    const few = createStore(initial(), { entries: 3, weight: 1e6 });
    for (let C = 2; C < 10; C++) few.patch({ C });
    let steps = 0;
    while (few.canUndo) {
      few.undo();
      steps++;
    }
    expect(steps).toBe(3);
    const light = createStore({ x: new Array<number>(100).fill(0) }, { entries: 100, weight: 50 });
    light.patch({ x: [1] });
    expect(light.canUndo).toBe(true);
  });

  it("replaces the state in one undoable step", () => {
    const store = createStore(initial());
    store.replace({ C: 9, kernel: "poly", x: [], zoom: 2 });
    store.undo();
    expect(store.state).toEqual(initial());
  });

  it("gives a listener that patches one more round, not a nested call", () => {
    const store = createStore(initial());
    const seen: number[] = [];
    store.subscribe((state) => {
      if (state.C < 4) store.patch({ C: state.C + 1 });
    });
    store.subscribe((state) => seen.push(state.C));
    store.patch({ C: 2 });
    expect(store.state.C).toBe(4);
    expect(seen).toEqual([3, 4, 4].slice(0, seen.length));
    expect(seen.at(-1)).toBe(4);
  });

  it("reports listeners that never settle, and survives them", () => {
    const store = createStore(initial());
    const stop = store.subscribe((state) => store.patch({ C: state.C + 1 }));
    expect(() => store.patch({ C: 2 })).toThrow(/keep changing/);
    stop();
    expect(() => store.patch({ C: 1 })).not.toThrow();
  });

  it("runs every listener even when one throws, then throws", () => {
    const store = createStore(initial());
    const second = vi.fn();
    store.subscribe(() => {
      throw new Error("broken view");
    });
    store.subscribe(second);
    expect(() => store.patch({ C: 2 })).toThrow("broken view");
    expect(second).toHaveBeenCalledOnce();
    expect(() => store.patch({ C: 3 })).toThrow("broken view");
  });
});

describe("a locked field", () => {
  it("is changed by no edit, undo or redo, and each of them is refused whole; what a listener corrects is no edit", () => {
    const locked = new Set<string>();
    const refused: string[] = [];
    const store = createStore(initial(), undefined, (field) => {
      if (!locked.has(field)) return false;
      refused.push(field);
      return true;
    });
    store.patch({ C: 2 });
    store.patch({ C: 3 });
    store.undo();
    locked.add("C");
    const before = store.state;
    const listener = vi.fn();
    const stop = store.subscribe(listener);
    store.patch({ C: 5 });
    store.patch({ kernel: "linear", C: 5 }, { undoable: false });
    store.replace({ ...initial(), C: 9 });
    store.undo();
    store.redo();
    expect(store.state).toBe(before);
    expect(listener).not.toHaveBeenCalled();
    expect(refused).toEqual(["C", "C", "C", "C", "C"]);
    // The same value is no change.
    store.patch({ C: 2, kernel: "linear" });
    expect(store.state).toMatchObject({ C: 2, kernel: "linear" });
    stop();
    store.subscribe(({ kernel }) => kernel === "poly" && store.patch({ C: 7 }, { undoable: false }));
    store.patch({ kernel: "poly" });
    expect(store.state.C).toBe(7);
    // Free again, the history is where it was.
    locked.clear();
    store.undo();
    store.undo();
    store.undo();
    expect(store.state.C).toBe(1);
  });
});
