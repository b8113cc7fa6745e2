import { describe, expect, it } from "vitest";
import { columnsFor, withColumn } from "../../web/labs/svdd/main-plot/mount.ts";
import { windowOf } from "../../web/labs/svdd/main-plot/window.ts";
import model from "../../web/labs/svdd/model.ts";
import { presetData } from "../../web/labs/svdd/presets.ts";
import { mapRequest } from "../../web/labs/svdd/solver.ts";
import { columnsOf, nuOf, type SvddState, weightOf, weightSum } from "../../web/labs/svdd/state.ts";

const stateOf = (change: Partial<SvddState>): SvddState => ({
  ...model.initial(),
  ...presetData("three-ball"),
  ...change,
});

describe("weights and nu", () => {
  it("empty weights are all 1/n; nu is a share of whatever they add up to", () => {
    const even = stateOf({ nuShare: 0.4 });
    expect([weightOf(even, 2), weightSum(even), nuOf(even)]).toEqual([1 / 3, 1, 0.4]);
    const heavy = stateOf({ weights: [1, 2, 5], nuShare: 0.25 });
    expect([weightOf(heavy, 2), weightSum(heavy), nuOf(heavy)]).toEqual([5, 8, 2]);
    expect(model.request(heavy).problem).toMatchObject({ weights: [1, 2, 5], nu: 2 });
    expect(model.request(even).problem.weights).toBeNull();
  });
});

describe("inconsistency", () => {
  it.each([
    ["sizes", { x: [1, 2, 3] }],
    ["names", { xNames: ["a"] }],
    ["weights", { weights: [1, 2] }],
    ["labels", { labels: ["a"] }],
    ["images", { imageSide: 2 }],
    ["view", { view: "sphere" }],
    ["column", { columnX: 1, columnY: 1 }],
    ["column", { columnY: 2 }],
    ["view", { viewX0: 1 }],
    ["view", { viewX0: 1, viewX1: 0, viewY0: 0, viewY1: 1 }],
  ] as const)("%s", (code, change) => {
    expect(model.inconsistency(stateOf(change as Partial<SvddState>))).toBe(code);
  });

  it("asks nothing of columns that are not shown", () => {
    expect(model.inconsistency(stateOf({ view: "strip", columnX: 60, columnY: 60 }))).toBeNull();
    expect(model.inconsistency(stateOf({ columnZ: 60 }))).toBeNull();
    expect(model.inconsistency(stateOf({ x: [] }))).toBeNull();
  });
});

describe("request", () => {
  it("asks for a map in the plane, for a projection beside the strip, for neither in space", () => {
    const solid = stateOf({ ...presetData("shell") });
    const asked = (view: SvddState["view"]) => model.request({ ...solid, view });
    expect([asked("plane").map === null, asked("plane").projection]).toEqual([false, null]);
    expect([asked("strip").map, asked("strip").projection]).toEqual([null, 2]);
    expect([asked("sphere").map, asked("sphere").projection]).toEqual([null, null]);
  });

  it("asks the open claim with the trial values, broken or not", () => {
    const state = stateOf({ claim: "2.5b", broken: ["2.5b"], rho: 0.3, gammaMult: 0.1, point: 99 });
    const [question] = model.request(state).claims;
    expect(question).toEqual({
      id: "2.5b",
      broken: true,
      options: { point: 2, alpha: null, beta: null, gamma: 0.1, rho: 0.3, seed: 1 },
    });
  });

  it("spends fewer samples on more points", () => {
    const many = stateOf({ x: Array.from({ length: 4000 }, (_, k) => k % 7) });
    expect(model.request(many).map?.samples).toBeLessThan(model.request(stateOf({})).map?.samples ?? 0);
  });
});

describe("the window and its map", () => {
  it("shows the whole circle around points in a row", () => {
    const { x, y } = windowOf(stateOf({}));
    for (const [low, high] of [x, y]) {
      expect(low).toBeLessThan(-1);
      expect(high).toBeGreaterThan(1);
    }
  });

  it("the map covers the window in any shape of picture, equally dense both ways in solved units", () => {
    const spec = { columnX: 0, columnY: 1, x: [-1, 1], y: [0, 100], samples: 20_000 } as const;
    const scaling = { xMean: Float64Array.of(0, 50), xScale: Float64Array.of(1, 25) };
    const map = mapRequest(spec, scaling);
    const [wide, high] = [map.x1 - map.x0, (map.y1 - map.y0) / 25];
    // A picture twice as wide as high, and one higher than wide, both showing the 2 by 4 window.
    expect(wide).toBeGreaterThanOrEqual(2 * 4 - 1e-9);
    expect(high).toBeGreaterThanOrEqual(4);
    expect((map.x0 + map.x1) / 2).toBeCloseTo(0, 12);
    expect((map.y0 + map.y1) / 2).toBeCloseTo(50, 12);
    expect(map.width * map.height).toBeLessThanOrEqual(20_600);
    expect(wide / map.width / (high / map.height)).toBeCloseTo(1, 1);
  });
});

describe("columns of a view", () => {
  it("are distinct and there, whatever they were", () => {
    const state = stateOf({ d: 4, x: Array<number>(8).fill(1), columnX: 9, columnY: 0, columnZ: 0 });
    for (const view of ["plane", "sphere", "strip"] as const) {
      const next = { ...state, view, xNames: [], ...columnsFor(state, view) };
      expect(model.inconsistency(next)).toBeNull();
      expect(columnsOf(next)).toHaveLength(view === "plane" ? 2 : view === "sphere" ? 3 : 0);
    }
  });

  it("swap where one is taken", () => {
    expect(withColumn(stateOf({}), "columnX", 1)).toEqual({ columnX: 1, columnY: 0 });
    expect(withColumn(stateOf({}), "columnX", 3)).toEqual({ columnX: 3 });
  });
});
