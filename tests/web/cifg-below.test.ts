// What stands under the tape of the stage "Cell", without a browser: which numbers of the answer stand where, the way of an entry, the
// sentence about the horizon. The answers are made so that each number says where it was read.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CifgBackward, CifgParams, CifgTape } from "../../wasm/lib/types.ts";
import { fromFields, toFields } from "../../web/host/url.ts";
import model from "../../web/labs/cifg/model.ts";
import { PARAMS, type ParamName, shapeOf } from "../../web/labs/cifg/problem.ts";
import {
  addedFrom,
  type BelowScene,
  belowScene,
  largest,
  nth,
  unitOf,
} from "../../web/labs/cifg/stages/cell/below/below-scene.ts";
import { tint } from "../../web/labs/cifg/stages/cell/below/heat-map.ts";
import { sentenceOf, verdictOf } from "../../web/labs/cifg/stages/cell/below/horizon.ts";
import { captionOf, ledgerTable, pathOf } from "../../web/labs/cifg/stages/cell/below/ledger.ts";
import { perRow } from "../../web/labs/cifg/stages/cell/below/step-rows.ts";
import { deltasOf, inputsOf, wrongEntries } from "../../web/labs/cifg/stages/cell/below/sums.ts";
import { edgesOf, wayOf } from "../../web/labs/cifg/stages/cell/below/way.ts";
import type { CifgState } from "../../web/labs/cifg/state.ts";

const SIZES = { dx: 2, dh: 3, T: 4 };
const state = (change: Partial<CifgState> = {}): CifgState => ({ ...model.initial(), ...SIZES, ...change });

/** A list whose entries are their own index, from `offset` on. */
const counted = (count: number, offset: number) => Float64Array.from({ length: count }, (_, k) => offset + k);

/** Lists of numbers that say where they were read: no two are equal. */
function numbered({ dx, dh, T } = SIZES): CifgTape {
  let offset = 1;
  const list = (count: number) => {
    const values = counted(count, offset);
    offset += count;
    return values;
  };
  const size = (name: ParamName) => {
    const { rows, columns } = shapeOf(name, { dx, dh });
    return rows * columns;
  };
  const params = (times: number) =>
    Object.fromEntries(PARAMS.map((name) => [name, list(times * size(name))])) as unknown as CifgParams<Float64Array>;
  const parts = (toH: number, toC: number, of: number) => ({
    dh: list(toH * T * dh),
    dc: list(toC * T * dh),
    params: params(of),
  });
  const each = <Name extends string>(names: readonly Name[]) =>
    Object.fromEntries(names.map((name) => [name, list(T * dh)])) as Record<Name, Float64Array>;
  return {
    states: each(["zF", "zO", "zC", "f", "oneMinusF", "o", "cTilde", "c", "tanhC", "h"]),
    backward: {
      loss: 1,
      grads: { ...params(1), x: list(T * dx), h0: list(dh), c0: list(dh) },
      deltas: each(["dh", "dc", "df", "do", "dcTilde", "dzF", "dzO", "dzC"]),
    },
    ledger: parts(4 * T, 5 * T, 5 * T),
    sums: { bySource: parts(T, T, T), byPath: parts(4, 5, 5), total: parts(1, 1, 1) },
    updates: { step: params(T), soFar: params(T) },
    horizon: {
      product: list(T * dh),
      jacobian: list(T * dh * dh),
      ...{ norm: list(T), throughH: list(T), productNorm: list(T), share: list(T) },
    },
  };
}

function sceneWith(change: Partial<CifgState> = {}, tape = numbered(), wrong: CifgBackward | null = null): BelowScene {
  const scene = belowScene(state(change), tape, wrong);
  if (scene === null) throw new Error("expected a scene");
  return scene;
}

describe("what is looked at", () => {
  test("a step is added once its delta z is computed: the way back goes from T to 1", () => {
    const from = (at: number, gate: "f" | "o" | "c") => addedFrom({ pass: "backward", at, T: 3 }, gate);
    // dz_f is the sixth of the eight equations of a step, dz_o the seventh, dz_c the last.
    expect([0, 5, 6, 13, 14, 22, 24, 96].map((at) => from(at, "f"))).toEqual([4, 4, 3, 3, 2, 1, 1, 1]);
    expect([6, 7, 14, 15, 23].map((at) => from(at, "o"))).toEqual([4, 3, 3, 2, 1]);
    expect([7, 8, 15, 16, 23, 24].map((at) => from(at, "c"))).toEqual([4, 3, 3, 2, 2, 1]);
  });

  test("on the way forward all of them are shown", () => {
    for (const at of [0, 7, 96]) expect(addedFrom({ pass: "forward", at, T: 3 }, "f")).toBe(1);
  });

  test("picked entries beyond the sizes are the last there are", () => {
    const scene = sceneWith({ unit: 3, sumColumn: 3, ledgerT: 12, sumOf: "W_o" });
    expect(scene).toMatchObject({ row: 2, column: 1, rows: 3, columns: 2, ledgerT: 4 });
    expect(sceneWith({ sumColumn: 3, sumOf: "b_c" })).toMatchObject({ column: 0, columns: 1 });
  });

  test("an answer to other sizes is not shown", () => {
    const tape = numbered();
    for (const size of ["dx", "dh", "T"] as const)
      expect(belowScene(state({ [size]: SIZES[size] - 1 }), tape, null)).toBeNull();
    expect(belowScene(state(), null, null)).toBeNull();
  });

  test("it is part of a link", () => {
    const seen = { sumOf: "U_c", sumColumn: 2, ledgerOf: "parameter", ledgerT: 3 } as const;
    expect(fromFields(model, toFields(model, { ...model.initial(), ...seen }))).toMatchObject({ state: seen });
  });
});

describe("sums of steps", () => {
  const given = { x: [1, 2, 3, 4, 5, 6, 7, 8], h0: [0.1, 0.2, 0.3] };
  test("W is multiplied with x_t, U with h_{t-1}, b with 1; each with the delta of its gate", () => {
    const tape = numbered();
    const of = (sumOf: ParamName) => inputsOf(sceneWith({ sumOf }, tape), given);
    expect(of("W_f")).toEqual(given.x);
    expect(Array.from(of("U_c"))).toEqual([...given.h0, ...tape.states.h.subarray(0, 9)]);
    expect(Array.from(of("b_o"))).toEqual([1, 1, 1, 1]);
    const { dzF, dzO, dzC } = tape.backward.deltas;
    expect((["W_f", "U_o", "b_c"] as const).map((sumOf) => deltasOf(sceneWith({ sumOf }, tape)))).toEqual([
      dzF,
      dzO,
      dzC,
    ]);
  });

  test("entries that a broken claim has wrong are found, rounding is not", () => {
    const tape = numbered();
    const { grads } = tape.backward;
    const wrong = {
      ...tape.backward,
      grads: { ...grads, W_f: grads.W_f.map((value, k) => (k === 4 ? value + 1 : value * (1 + 1e-15))) },
    };
    expect(wrongEntries(sceneWith({ sumOf: "W_f" }, tape, wrong))).toEqual([false, false, false, false, true, false]);
    expect(wrongEntries(sceneWith({ sumOf: "W_o" }, tape, wrong))).toBeNull();
    expect(wrongEntries(sceneWith({ sumOf: "W_f" }, tape))).toBeNull();
  });

  test("one of a list of matrices", () => {
    expect(Array.from(nth(counted(12, 0), 2, 4))).toEqual([8, 9, 10, 11]);
    expect(largest([[1, -7], counted(3, 2)])).toBe(7);
    expect(largest([[0, 0]])).toBe(1);
  });

  test("the tint says the sign, at most a full one; what is no number has none", () => {
    expect(tint(2, 2)).toContain("var(--primal) 55.0%");
    expect(tint(-1, 2)).toContain("var(--dual) 27.5%");
    expect(tint(-9, 2)).toContain("var(--dual) 55.0%");
    for (const value of [0, Number.NaN, Number.POSITIVE_INFINITY]) expect(tint(value, 2)).toContain(" 0.0%");
  });
});

describe("the ledger", () => {
  const { dh, T } = SIZES;
  test.each([
    ["c", "dc", 5],
    ["h", "dh", 4],
  ] as const)("of delta %s: each entry, both kinds of sums, the total", (ledgerOf, key, paths) => {
    const tape = numbered();
    for (let t = 1; t <= T; ++t)
      for (let unit = 0; unit < dh; ++unit) {
        const table = ledgerTable(sceneWith({ ledgerOf, ledgerT: t, unit }, tape));
        expect(table.sources).toEqual([1, 2, 3, 4].filter((source) => source >= t));
        expect(table.paths).toBe(paths);
        const place = (block: number) => (block * T + (t - 1)) * dh + unit;
        for (let path = 0; path < paths; ++path) {
          for (let source = 1; source <= T; ++source) {
            // The loss comes from its own step; everything else from a later one.
            const there = path === 0 ? source === t : source > t;
            const expected = there ? tape.ledger[key][place((source - 1) * paths + path)] : null;
            expect(table.entry(source, path), `${source} ${path}`).toBe(expected);
          }
          expect(table.byPath(path)).toBe(tape.sums.byPath[key][place(path)]);
        }
        for (const source of table.sources)
          expect(table.bySource(source)).toBe(tape.sums.bySource[key][place(source - 1)]);
        expect(table.total).toBe(tape.sums.total[key][place(0)]);
        expect(table.delta).toBe(tape.backward.deltas[key][place(0)]);
        expect(table.wrong).toBeNull();
      }
  });

  test("of an entry of a parameter: of the output gate without the cell", () => {
    const tape = numbered();
    const scene = sceneWith({ ledgerOf: "parameter", sumOf: "U_o", unit: 1, sumColumn: 2 }, tape);
    const table = ledgerTable(scene);
    const [size, entry] = [9, 5];
    expect([table.sources.length, table.paths]).toEqual([4, 4]);
    expect(ledgerTable({ ...scene, parameter: "U_c" }).paths).toBe(5);
    for (let source = 1; source <= T; ++source) {
      for (let path = 0; path < 4; ++path)
        expect(table.entry(source, path)).toBe(tape.ledger.params.U_o[((source - 1) * 5 + path) * size + entry]);
      expect(table.bySource(source)).toBe(tape.sums.bySource.params.U_o[(source - 1) * size + entry]);
    }
    expect(table.byPath(3)).toBe(tape.sums.byPath.params.U_o[3 * size + entry]);
    expect([table.total, table.delta]).toEqual([tape.sums.total.params.U_o[entry], tape.backward.grads.U_o[entry]]);
    expect(captionOf(scene)).toBe("Gradient of U_o, row 2, column 3");
  });

  test("what the broken claim has instead is told where it differs", () => {
    const tape = numbered();
    const { deltas } = tape.backward;
    const wrong = {
      ...tape.backward,
      deltas: { ...deltas, dc: deltas.dc.map((value, k) => (k === 0 ? -value : value)) },
    };
    expect(ledgerTable(sceneWith({ ledgerOf: "c", ledgerT: 1, unit: 0 }, tape, wrong)).wrong).toBe(
      -(deltas.dc[0] ?? 0),
    );
    expect(ledgerTable(sceneWith({ ledgerOf: "c", ledgerT: 1, unit: 1 }, tape, wrong)).wrong).toBeNull();
    expect(ledgerTable(sceneWith({ ledgerOf: "h", ledgerT: 1, unit: 0 }, tape, wrong)).wrong).toBeNull();
  });

  test("an entry has a path on the tape; of a parameter it is all steps' together", () => {
    expect(pathOf(sceneWith({ ledgerOf: "c", ledgerT: 2 }), 4, 3)).toEqual({ to: "c", source: 4, path: 3, t: 2 });
    expect(pathOf(sceneWith({ ledgerOf: "parameter" }), 4, 3)).toBeNull();
  });
});

describe("the way of an entry", () => {
  const key = (edge: ReturnType<typeof edgesOf>[number]) => `${edge.from.join("")}>${edge.to.join("")}`;
  const paths = fc
    .record({
      to: fc.constantFrom("c" as const, "h" as const),
      t: fc.integer({ min: 1, max: 12 }),
      path: fc.integer({ min: 0, max: 4 }),
      later: fc.integer({ min: 1, max: 6 }),
    })
    .filter(({ to, path }) => to === "c" || path < 4)
    .map(({ to, t, path, later }) => ({ to, t, path, source: path === 0 ? t : t + later }));

  /** Nodes that can be reached along lit edges. */
  function reached(start: string, lit: ReadonlySet<string>, back = false): Set<string> {
    const nodes = new Set([start]);
    for (let grown = true; grown; ) {
      grown = false;
      for (const edge of lit) {
        const [from = "", to = ""] = back ? edge.split(">").reverse() : edge.split(">");
        if (!nodes.has(from) || nodes.has(to)) continue;
        nodes.add(to);
        grown = true;
      }
    }
    return nodes;
  }

  test("it leads from the loss to the delta along edges that exist, and nothing beside it is lit", () => {
    fc.assert(
      fc.property(paths, (path) => {
        const { last, before } = wayOf(path);
        const lit = new Set([...last, ...before]);
        const all = new Set(edgesOf(path.source).map(key));
        expect([...lit].filter((edge) => !all.has(edge))).toEqual([]);
        const [start, end] = [`g${path.source}`, `${path.to}${path.t}`];
        const [ahead, behind] = [reached(start, lit), reached(end, lit, true)];
        expect(ahead).toContain(end);
        const astray = [...lit].filter((edge) => {
          const [from = "", to = ""] = edge.split(">");
          return !ahead.has(from) || !behind.has(to);
        });
        expect(astray).toEqual([]);
        // Without the last edge there is no way.
        const [edge = ""] = last;
        expect(reached(start, new Set([...lit].filter((each) => each !== edge)))).not.toContain(end);
      }),
    );
  });

  test("the last edge is the path's", () => {
    const last = (to: "c" | "h", path: number, source: number) => [...wayOf({ to, source, path, t: 2 }).last];
    expect(last("h", 0, 2)).toEqual(["g2>h2"]);
    expect(last("h", 1, 4)).toEqual(["c3>h2"]);
    expect(last("h", 2, 4)).toEqual(["h3>h2"]);
    expect(last("c", 3, 4)).toEqual(["c3>h2", "h2>c2"]);
    expect(last("c", 4, 4)).toEqual(["c3>c2"]);
  });
});

describe("the horizon", () => {
  const horizonOf = (norm: number, productNorm: number, throughH: number, T = SIZES.T) => {
    const sizes = { ...SIZES, T };
    const tape = numbered(sizes);
    const list = (value: number) => new Float64Array(T).fill(value);
    const share = productNorm + throughH === 0 ? 0 : throughH / (productNorm + throughH);
    const horizon = {
      ...tape.horizon,
      norm: list(norm),
      productNorm: list(productNorm),
      throughH: list(throughH),
      share: list(share),
    };
    return sceneWith({ T }, { ...tape, horizon });
  };

  test("the sentence is that of the numbers", () => {
    expect(verdictOf(horizonOf(1, 1, 0, 1))).toBe("oneStep");
    expect(verdictOf(horizonOf(0, 0, 0))).toBe("nothing");
    expect(verdictOf(horizonOf(0.3, 0.3, 0))).toBe("cellOnly");
    expect(verdictOf(horizonOf(0.31, 0.3, 0.01))).toBe("nearly");
    expect(verdictOf(horizonOf(0.9, 0.3, 0.7))).toBe("more");
    expect(verdictOf(horizonOf(0.1, 0.3, 0.25))).toBe("less");
    expect(verdictOf(horizonOf(0.3, 0.3, 0.25))).toBe("turned");
    expect(verdictOf(horizonOf(0.2, 0, 0.2))).toBe("more");
    const text = sentenceOf(horizonOf(0.9, 0.3, 0.7));
    for (const number of ["0.9", "0.3", "0.7", "70 %"]) expect(text).toContain(number);
    for (const scene of [horizonOf(0.3, 0.3, 0), horizonOf(0, 0, 0), horizonOf(0.1, 0.3, 0.25), horizonOf(1, 1, 0, 1)])
      expect(sentenceOf(scene)).not.toMatch(/[{}]/);
  });

  test("of the unit on show: its product, and its place on the diagonal", () => {
    const tape = numbered();
    const { product, diagonal } = unitOf(sceneWith({ unit: 2 }, tape));
    expect(product).toEqual([2, 5, 8, 11].map((k) => tape.horizon.product[k]));
    expect(diagonal).toEqual([8, 17, 26, 35].map((k) => tape.horizon.jacobian[k]));
  });
});

test("the maps of the steps stand in rows of equal length, as few as there is room for", () => {
  const rows = (count: number, width: number) => perRow(count, width, 170, 16);
  // Five fit: six would leave one alone.
  expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((count) => rows(count, 950))).toEqual([
    1, 2, 3, 4, 5, 3, 4, 4, 5, 5, 4, 4,
  ]);
  expect([rows(6, 6 * 170 + 5 * 16), rows(6, 6 * 170 + 5 * 16 - 1)]).toEqual([6, 3]);
  expect([rows(6, 100), rows(6, 0), rows(1, 0)]).toEqual([1, 1, 1]);
  for (let count = 1; count <= 12; ++count)
    for (let width = 100; width < 2400; width += 37) {
      const each = rows(count, width);
      const fit = Math.max(1, Math.floor((width + 16) / 186));
      expect(each).toBeLessThanOrEqual(fit);
      const lines = Math.ceil(count / each);
      expect(lines).toBe(Math.ceil(count / fit));
      // Less than one place of each row is empty, all of them in the last.
      expect(lines * each - count).toBeLessThan(lines);
    }
});
