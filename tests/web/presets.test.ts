import { describe, expect, it } from "vitest";
import type { Abouts } from "../../web/kit/points/presets.ts";
import { MAX_COLUMNS, MAX_POINTS } from "../../web/kit/points/state.ts";
import { abouts } from "../../web/labs/svr/messages/presets-about.en.ts";
import model from "../../web/labs/svr/model.ts";
import { DATA_PRESETS, firstPreset, PRESET_IDS } from "../../web/labs/svr/preset-ids.ts";
import { bringData, claimPreset, PRESET_INFO, presetData } from "../../web/labs/svr/presets.ts";
import { CLAIMS, type SvrState, TABLE } from "../../web/labs/svr/state.ts";

for (const id of DATA_PRESETS) await bringData(id);

const stateOf = (id: (typeof PRESET_IDS)[number]): SvrState => ({ ...model.initial(), ...presetData(id) });
const sum = (values: readonly number[] = []) => values.reduce((a, b) => a + b, 0);

describe.each(PRESET_IDS)("%s", (id) => {
  const state = stateOf(id);

  it("is a state of the lab: sizes agree, values within the table", () => {
    expect(model.inconsistency(state)).toBeNull();
    expect(state.preset).toBe(id);
    expect(state.y.length).toBeGreaterThan(0);
    expect(state.y.length).toBeLessThanOrEqual(MAX_POINTS);
    expect(state.d).toBeLessThanOrEqual(MAX_COLUMNS);
    expect(state.xNames).toHaveLength(state.d);
    expect([...state.x, ...state.y].every((value) => Number.isFinite(value) && !Object.is(value, -0))).toBe(true);
    for (const name of [...state.xNames, state.yName]) {
      expect(name.trim()).not.toBe("");
      expect(name.length).toBeLessThanOrEqual(TABLE.yName.maxLength);
    }
    for (const key of ["gamma", "coef0", "degree", "C", "epsilon", "tolerance"] as const) {
      expect(state[key], key).toBeGreaterThanOrEqual(TABLE[key].min);
      expect(state[key], key).toBeLessThanOrEqual(TABLE[key].max);
    }
  });
});

it("switching from any set to any other leaves nothing of the first", () => {
  for (const from of DATA_PRESETS) {
    const before: SvrState = {
      ...stateOf(from),
      viewX0: 1,
      viewX1: 2,
      viewY0: 1,
      viewY1: 2,
      point: 3,
      b: 1,
      at: [1],
      iteration: 2,
    };
    for (const to of DATA_PRESETS) expect({ ...before, ...presetData(to) }).toEqual(stateOf(to));
  }
});

it("every set has a title, what it shows and a source, and both groups are filled", () => {
  expect(PRESET_INFO.map((info) => info.id)).toEqual(DATA_PRESETS);
  for (const info of PRESET_INFO) {
    const { title, about, source } = { ...(abouts as Abouts)[info.id], ...info };
    expect(title.length).toBeGreaterThan(3);
    expect(about).toMatch(/[.]$/);
    expect(source).toMatch(/[.]$/);
  }
  expect(new Set(PRESET_INFO.map((info) => info.title)).size).toBe(DATA_PRESETS.length);
  expect(PRESET_INFO.filter((info) => info.group === "real").length).toBeGreaterThanOrEqual(4);
  expect(DATA_PRESETS.length).toBeGreaterThanOrEqual(12);
  expect(DATA_PRESETS).toContain(firstPreset);
});

// Row counts, first and last rows and sums of the published tables: a slip in copying shows in one of them.
describe("real data", () => {
  it.each([
    ["motorcycle", 133, 1, [2.4, 0], [57.6, 10.7], 3348.8, -3397.6],
    ["faithful", 272, 1, [3.6, 79], [4.467, 74], 948.677, 19284],
    ["cars", 50, 1, [4, 2], [25, 85], 770, 2149],
    ["co2", 468, 1, [1959, 315.42], [1997.9167, 364.34], 925918.5, 157741.05],
    ["lynx", 114, 1, [1821, 269], [1934, 3396], 214035, 175334],
    ["air-passengers", 144, 1, [1949, 112], [1960.9167, 432], 281514, 40363],
    ["iris", 150, 3, [5.1, 3.5, 1.4, 0.2], [5.9, 3, 5.1, 1.8], 876.5 + 458.6 + 563.7, 179.9],
  ] as const)("%s", (id, n, d, first, last, sumX, sumY) => {
    const { x, y } = stateOf(id);
    expect([y.length, stateOf(id).d]).toEqual([n, d]);
    expect([...x.slice(0, d), y[0]]).toEqual(first);
    expect([...x.slice(-d), y.at(-1)]).toEqual(last);
    expect(sum(x)).toBeCloseTo(sumX, 1);
    expect(sum(y)).toBeCloseTo(sumY, 1);
  });

  it("digits: inks from 0 to 16, and the first image as published", () => {
    const { x, y, d } = stateOf("digits");
    expect([y.length, d]).toEqual([150, 63]);
    expect([...x, ...y].every((ink) => Number.isInteger(ink) && ink >= 0 && ink <= 16)).toBe(true);
    // Row 4 of the first image (a zero) is 0 4 12 0 0 8 8 0: its fifth pixel is the one to be guessed.
    expect(x.slice(24, 31)).toEqual([0, 4, 12, 0, 8, 8, 0]);
    expect(y[0]).toBe(0);
    expect(new Set(y).size).toBeGreaterThan(10);
  });

  it("the season lies on the unit circle and repeats after a year", () => {
    const { x } = stateOf("co2-season");
    for (let i = 0; i < 468; i++) {
      expect(Math.hypot(x[3 * i + 1]!, x[3 * i + 2]!)).toBeCloseTo(1, 3);
      if (i >= 12) expect(x[3 * i + 1]).toBeCloseTo(x[3 * (i - 12) + 1]!, 3);
    }
    expect(stateOf("co2-season").y).toEqual(stateOf("co2").y);
  });
});

describe("teaching data", () => {
  it("the ties are those of the claims: four corners, linear, C = 1, epsilon .2 and .6, as they are", () => {
    for (const [id, epsilon] of [
      ["tie-wide", 0.2],
      ["tie-slack", 0.6],
    ] as const) {
      const { x, y, kernel, C, standardise, ...rest } = stateOf(id);
      expect({ x, y, kernel, C, standardise }).toEqual({
        x: [-1, 1, -1, 1],
        y: [0, 0, 1, 1],
        kernel: "linear",
        C: 1,
        standardise: false,
      });
      expect(rest.epsilon).toBe(epsilon);
    }
  });

  it("inside the tube: the targets span less than two epsilon", () => {
    const { y, epsilon } = stateOf("inside-tube");
    expect(Math.max(...y) - Math.min(...y)).toBeLessThan(2 * epsilon);
  });

  it("the sizes that test the edges are there", () => {
    expect([stateOf("one-point").y.length, stateOf("two-points").y.length]).toEqual([1, 2]);
    const { x, y } = stateOf("duplicates");
    const pairs = x.map((value, i) => `${value},${y[i]}`);
    expect(new Set(pairs).size).toBeLessThan(pairs.length);
    expect(new Set(x).size).toBeLessThan(new Set(pairs).size);
  });

  it("collinear inputs lie on t (1, 2, -1) exactly", () => {
    const { x } = stateOf("collinear");
    for (let i = 0; i < x.length; i += 3) {
      expect(x[i + 1]).toBe(2 * x[i]!);
      expect(x[i + 2]! + x[i]!).toBe(0);
    }
  });
});

it("every claim has a set that shows it, small enough for its picture", () => {
  for (const claim of CLAIMS) expect(stateOf(claimPreset(claim)).y.length).toBeLessThanOrEqual(100);
  expect(claimPreset("no such claim")).toBe(firstPreset);
});
