// Rows with ids: what was picked stays picked, and an answer finds its points, whatever is edited.
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createStore, newGesture } from "../../web/host/store.ts";
import { idsOf, matchRows, type Rows, withCell, withCopy, withoutPoint, withPoint } from "../../web/kit/points/rows.ts";
import { Selection } from "../../web/kit/points/selection.ts";
import { countOf, pickedPoint } from "../../web/kit/points/state.ts";
import * as svdd from "../../web/labs/svdd/edits.ts";
import { presetData as svddPreset } from "../../web/labs/svdd/presets.ts";
import * as svr from "../../web/labs/svr/edits.ts";
import type { SvrState } from "../../web/labs/svr/state.ts";
import { stateOf as svddStateOf } from "./svdd-support.ts";
import { stateOf } from "./svr-support.ts";

type Step = { readonly kind: number; readonly i: number; readonly value: number };
const steps = (kinds: number) =>
  fc.array(fc.record({ kind: fc.nat(kinds - 1), i: fc.nat(99), value: fc.integer({ min: -3, max: 3 }) }), {
    maxLength: 40,
  });

/** Few different values, so that points often coincide: only ids tell them apart. */
const start = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 8 });

describe("rows", () => {
  /** Rows beside a list of names, which says by itself which row is which point. */
  interface Named {
    readonly rows: Rows;
    readonly names: readonly number[];
  }
  function edited({ rows, names }: Named, { kind, i, value }: Step, name: number): Named {
    const n = names.length;
    if (n === 0 || kind === 0) return { rows: withPoint(rows, { 0: value }, value), names: [...names, name] };
    const k = i % n;
    if (kind === 1) return { rows: withCopy(rows, k), names: [...names, name] };
    if (kind === 2) return { rows: withCell(rows, k, value > 0 ? 1 : 0, value), names };
    return { rows: withoutPoint(rows, k), names: names.filter((_, at) => at !== k) };
  }

  it("keep their ids through any edits, and no two have the same", () => {
    fc.assert(
      fc.property(start, steps(4), (values, list) => {
        let now: Named = { rows: { d: 1, x: values, last: values }, names: values.map((_, k) => k) };
        const idOf = new Map<number, number>();
        list.forEach((step, k) => {
          now = edited(now, step, 100 + k);
          const ids = idsOf(now.rows);
          expect(ids).toHaveLength(now.names.length);
          expect(new Set(ids).size).toBe(ids.length);
          now.names.forEach((name, row) => {
            expect(ids[row]).toBe(idOf.get(name) ?? ids[row]);
            idOf.set(name, ids[row] as number);
          });
        });
      }),
    );
  });

  it("are found in an answer that is any number of edits older", () => {
    fc.assert(
      fc.property(start, steps(4), fc.nat(30), (values, list, when) => {
        let now: Named = { rows: { d: 1, x: values, last: values }, names: values.map((_, k) => k) };
        let solved = now;
        list.forEach((step, k) => {
          if (k === when) solved = now;
          now = edited(now, step, 100 + k);
        });
        const expected = now.names.map((name) => solved.names.indexOf(name));
        const rows = matchRows(solved.rows, now.rows);
        if (expected.some((row) => row >= 0)) expect(Array.from(rows ?? [])).toEqual(expected);
        else expect(rows).toBeNull();
      }),
    );
  });

  it("of other data are other points, even where all numbers agree", () => {
    const rows = { d: 1, x: [1, 2], last: [1, 2] };
    expect(matchRows(rows, { ...rows, x: [1, 2] })).toBeNull();
    expect(matchRows(rows, { d: 2, x: [1, 2] })).toBeNull();
    expect(svddPreset("ring").x).not.toBe(svddPreset("ring").x);
  });
});

describe("the picked point", () => {
  /**
   * A lab with two columns: edits change the first, the second holds a name for each point.
   * `rename` gives the newest point its name as part of the same gesture.
   */
  function labOn(values: readonly number[]) {
    const x = values.flatMap((value, k) => [value, k]);
    const store = createStore<SvrState>({ ...stateOf(x, values, 2), column: 0 });
    const selection = new Selection(store, svr.pickPoint);
    const nameAt = (row: number) => store.state.x[2 * row + 1];
    const names = () => Array.from({ length: countOf(store.state) }, (_, row) => nameAt(row));
    let unused = 100;
    function add(patch: Partial<SvrState>): void {
      const gesture = newGesture();
      store.patch(patch, { gesture });
      const last = countOf(store.state) - 1;
      store.patch(svr.edited(withCell(svr.rowsOf(store.state), last, 1, unused++), store.state), { gesture });
    }
    function step({ kind, i, value }: Step): void {
      const { state } = store;
      const n = countOf(state);
      const k = n === 0 ? 0 : i % n;
      if (kind === 0) add(svr.addPoint(state, value, value) ?? {});
      else if (kind === 1 && n > 0) add(svr.edited(withCopy(svr.rowsOf(state), k), state));
      else if (kind === 2 && n > 0) store.patch(svr.movePoint(state, k, value, value));
      else if (kind === 3 && n > 0) store.patch(svr.removePoint(state, k));
      else if (kind === 4) store.undo();
      else if (kind === 5) store.redo();
      else if (kind === 6) store.patch({ C: 1 + i });
    }
    return { store, selection, step, names, picked: () => nameAt(pickedPoint(store.state)) };
  }

  it("stays the same point through edits, undo and redo, as long as it is there", () => {
    fc.assert(
      fc.property(start, steps(7), fc.nat(99), (values, list, first) => {
        const { store, selection, step, names, picked } = labOn(values);
        selection.pick(first % values.length);
        const wanted = picked();
        for (const each of list) {
          step(each);
          if (names().includes(wanted)) {
            expect(picked()).toBe(wanted);
            expect(store.state.point).toBe(names().indexOf(wanted));
          } else expect(selection.marked).toBe(false);
          expect(store.state.point).toBeLessThan(Math.max(1, countOf(store.state)));
        }
      }),
    );
  });

  it("can be picked between the edits, in any part of the page", () => {
    fc.assert(
      fc.property(start, steps(9), (values, list) => {
        const { store, selection, step, names, picked } = labOn(values);
        let wanted = picked();
        for (const each of list) {
          const n = countOf(store.state);
          if (each.kind < 7) step(each);
          else if (n > 0) {
            const [row, before] = [each.i % n, picked()];
            const target = names()[row];
            if (each.kind === 7) selection.pick(row);
            else store.patch(svr.pickPoint(row), { undoable: false });
            expect(picked()).toBe(target);
            // Without the selection's knowledge, a patch of the row that is picked anyway picks nothing.
            if (each.kind === 7 || target !== before) wanted = target;
          }
          if (names().includes(wanted)) expect(picked()).toBe(wanted);
        }
      }),
    );
  });

  it("is the next one once it is removed, without its trial values, and itself again when that is undone", () => {
    const { store, selection, step, picked } = labOn([5, 6, 7, 8]);
    selection.pick(2);
    store.patch({ alpha: 3 }, { undoable: false });
    expect(selection.marked).toBe(true);
    step({ kind: 3, i: 0, value: 0 });
    expect([picked(), store.state.point, store.state.alpha]).toEqual([2, 1, 3]);
    step({ kind: 3, i: 1, value: 0 });
    expect([picked(), store.state.alpha, selection.marked]).toEqual([3, null, false]);
    step({ kind: 3, i: 0, value: 0 });
    expect([picked(), store.state.point]).toEqual([3, 0]);
    store.undo();
    store.undo();
    expect([picked(), store.state.point]).toEqual([2, 1]);
    store.undo();
    expect([picked(), store.state.point]).toEqual([2, 2]);
  });

  it("is the last one once the last row is removed, and row 0 without points", () => {
    const { store, selection, step, picked } = labOn([5, 6]);
    selection.pick(1);
    step({ kind: 3, i: 1, value: 0 });
    expect([picked(), store.state.point]).toEqual([0, 0]);
    step({ kind: 3, i: 0, value: 0 });
    expect(store.state.point).toBe(0);
  });

  it("is the one that other data names", () => {
    const { store, selection } = labOn([5, 6, 7]);
    selection.pick(2);
    store.replace({ ...stateOf([1, 2, 3], [1, 2, 3]), point: 1 });
    expect([store.state.point, selection.marked]).toEqual([1, false]);
    selection.dispose();
    store.patch(svr.removePoint(store.state, 0));
    expect(store.state.point).toBe(1);
  });

  it("keeps its row where only weights change", () => {
    const store = createStore(svddStateOf([0, 0, 1, 1, 2, 2], { point: 2 }));
    const selection = new Selection(store, svdd.pickPoint);
    store.patch(svdd.weighPoint(store.state, 0, 5));
    store.patch(svdd.removePoint(store.state, 0));
    expect(store.state.point).toBe(1);
    selection.dispose();
  });
});
