import { describe, expect, it } from "vitest";
import { countOf, MAX_COLUMNS, MAX_POINTS } from "../../web/kit/points/state.ts";
import model from "../../web/labs/svdd/model.ts";
import { DATA_PRESETS, firstPreset, PRESET_IDS } from "../../web/labs/svdd/preset-ids.ts";
import { claimStart, PRESET_INFO, presetData } from "../../web/labs/svdd/presets.ts";
import { CLAIMS, nuOf, type SvddState, TABLE, weightSum } from "../../web/labs/svdd/state.ts";

const stateOf = (id: (typeof PRESET_IDS)[number]): SvddState => ({ ...model.initial(), ...presetData(id) });
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

describe.each(PRESET_IDS)("%s", (id) => {
  const state = stateOf(id);

  it("is a state of the lab: sizes agree, values within the table, nu legal", () => {
    expect(model.inconsistency(state)).toBeNull();
    expect(state.preset).toBe(id);
    expect(countOf(state)).toBeGreaterThan(0);
    expect(countOf(state)).toBeLessThanOrEqual(MAX_POINTS);
    expect(state.d).toBeLessThanOrEqual(MAX_COLUMNS);
    expect(state.xNames).toHaveLength(state.d);
    expect(state.x.every((value) => Number.isFinite(value) && !Object.is(value, -0))).toBe(true);
    for (const name of state.xNames) expect(name.trim().length).toBeGreaterThan(0);
    for (const key of ["nuShare", "gamma", "coef0", "degree", "tolerance"] as const) {
      expect(state[key], key).toBeGreaterThanOrEqual(TABLE[key].min);
      expect(state[key], key).toBeLessThanOrEqual(TABLE[key].max);
    }
    for (const label of state.labels) expect(label.length).toBeLessThanOrEqual(TABLE.labels.maxLength);
    expect(nuOf(state)).toBeGreaterThan(0);
    expect(nuOf(state)).toBeLessThan(weightSum(state));
  });
});

it("switching from any set to any other leaves nothing of the first", () => {
  for (const from of DATA_PRESETS) {
    const before = {
      ...stateOf(from),
      viewX0: 1,
      viewX1: 2,
      viewY0: 1,
      viewY1: 2,
      point: 3,
      rho: 1,
      alpha: 1,
      iteration: 2,
    };
    for (const to of DATA_PRESETS) expect({ ...before, ...presetData(to) }).toEqual(stateOf(to));
  }
});

it("every set has a title, what it shows and a source", () => {
  expect(PRESET_INFO.map((info) => info.id)).toEqual(DATA_PRESETS);
  for (const { title, about, source } of PRESET_INFO) {
    expect(title.length).toBeGreaterThan(3);
    expect(about).toMatch(/[.]$/);
    expect(source).toMatch(/[.]$/);
  }
  expect(new Set(PRESET_INFO.map((info) => info.title)).size).toBe(DATA_PRESETS.length);
  expect(DATA_PRESETS.length).toBeGreaterThanOrEqual(12);
  expect(DATA_PRESETS).toContain(firstPreset);
});

describe("the sets", () => {
  it("three in a row is the example of claim 2.5c, below, at and above its tie", () => {
    for (const [id, nu] of [
      ["three-ball", 0.5],
      ["three-band", 2 / 3],
      ["three-point", 0.8],
    ] as const) {
      const { x, d, weights, nuShare, kernel, standardise } = stateOf(id);
      expect({ x, d, weights, kernel, standardise }).toEqual({
        x: [-1, 0, 0, 0, 1, 0],
        d: 2,
        weights: [],
        kernel: "linear",
        standardise: false,
      });
      expect(nuShare).toBe(nu);
    }
  });

  it("repeated points are the weighted ones, each as often as it weighs", () => {
    const [weighted, repeated] = [stateOf("weighted"), stateOf("repeated")];
    const rows = weighted.weights.flatMap((weight, i) =>
      Array<string>(weight).fill(`${weighted.x[2 * i]},${weighted.x[2 * i + 1]}`),
    );
    const written = Array.from(
      { length: countOf(repeated) },
      (_, i) => `${repeated.x[2 * i]},${repeated.x[2 * i + 1]}`,
    );
    expect(written).toEqual(rows);
    expect(repeated.nuShare).toBe(weighted.nuShare);
  });

  it("twelve points are exactly 5 from the origin, the others nearer", () => {
    const { x } = stateOf("circle");
    const squares = Array.from({ length: x.length / 2 }, (_, i) => x[2 * i]! ** 2 + x[2 * i + 1]! ** 2);
    expect(squares.slice(0, 12)).toEqual(Array(12).fill(25));
    expect(Math.max(...squares.slice(12))).toBeLessThan(25);
  });

  it("far from the origin is far, and all in one place is one place", () => {
    expect(Math.min(...stateOf("far").x.map(Math.abs))).toBeGreaterThan(9e5);
    const { x } = stateOf("identical");
    expect(new Set(Array.from({ length: 4 }, (_, i) => `${x[2 * i]},${x[2 * i + 1]}`)).size).toBe(1);
    expect([countOf(stateOf("one-point")), countOf(stateOf("two-points"))]).toEqual([1, 2]);
  });

  it("digits: fifteen zeros and five others, as published", () => {
    const { x, labels, imageSide } = stateOf("digits");
    expect(imageSide).toBe(8);
    expect(labels.filter((label) => label === "0")).toHaveLength(15);
    expect(labels).toHaveLength(20);
    expect(x.every((ink) => Number.isInteger(ink) && ink >= 0 && ink <= 16)).toBe(true);
    // The first image is the zero 0 0 5 13 9 1 0 0 / ...; zeros have a hole in the middle, the others do not all.
    expect(x.slice(0, 8)).toEqual([0, 0, 5, 13, 9, 1, 0, 0]);
    const hole = (i: number) => x[64 * i + 27]! + x[64 * i + 28]!;
    for (let i = 0; i < 15; ++i) expect(hole(i), `image ${i}`).toBeLessThanOrEqual(16);
  });

  it("iris: the flowers and columns named", () => {
    const strangers = stateOf("iris-strangers");
    expect([countOf(strangers), strangers.d]).toEqual([54, 4]);
    expect(strangers.x.slice(0, 4)).toEqual([5.1, 3.5, 1.4, 0.2]);
    expect(new Set(strangers.labels)).toEqual(new Set(["setosa", "versicolor", "virginica"]));
    const three = stateOf("iris");
    expect([countOf(three), three.d, three.view]).toEqual([50, 3, "sphere"]);
    // Means of the 50 versicolor flowers, as in every textbook.
    const mean = (k: number) => sum(Array.from({ length: 50 }, (_, i) => three.x[3 * i + k]!)) / 50;
    expect([mean(0), mean(1), mean(2)].map((value) => Number(value.toFixed(3)))).toEqual([5.936, 4.26, 1.326]);
  });

  it("faithful is solved in standardised units", () => {
    const { x, d, standardise } = stateOf("faithful");
    expect([x.length / d, d, standardise]).toEqual([272, 2, true]);
    expect(sum(x)).toBeCloseTo(948.677 + 19284, 1);
  });
});

it("every claim has a set that shows it, and a point in it", () => {
  for (const claim of CLAIMS) {
    const { preset, point } = claimStart(claim);
    expect(point).toBeLessThan(countOf(stateOf(preset)));
    expect(model.forClaim(claim)).toMatchObject({ claim, preset, point });
  }
  expect(model.forClaim("9.9")).toEqual(model.initial());
});
