// The CIFG lab's state: starting states, sizes, files of weights, rows of data. Bad files are refused and change nothing.
import { describe, expect, it, test } from "vitest";
import { checkField } from "../../web/host/fields.ts";
import { dataCsv, dataRows, isDrawn, objection, withSequence } from "../../web/labs/cifg/data-table.ts";
import { CLAIMS, MAX_NUMBER, MAX_T, STAGES } from "../../web/labs/cifg/fields.ts";
import { presetGroups, presets as words } from "../../web/labs/cifg/messages/presets.en.ts";
import model, { chosen, shownPreset } from "../../web/labs/cifg/model.ts";
import { PRESET_GROUPS, PRESET_IDS, presetFields, presetGroup } from "../../web/labs/cifg/presets.ts";
import { fits, offsetOf, PARAMS, problemOf, resized, shapeOf } from "../../web/labs/cifg/problem.ts";
import { saysWhen, seriesColumn } from "../../web/labs/cifg/series-column.ts";
import { TABLE } from "../../web/labs/cifg/state.ts";
import { readWeights, weightsJson } from "../../web/labs/cifg/weights-file.ts";

const { base } = model;
const stateOf = (id: string) => {
  if (base === undefined) throw new Error("the lab has named states");
  return base.state(id);
};

describe.each(PRESET_IDS)("%s", (id) => {
  const state = stateOf(id);
  it("is a state of the lab with words of its own", () => {
    for (const [name, field] of Object.entries(TABLE))
      expect(checkField(name, field, state[name as keyof typeof state])).toBeNull();
    expect(model.inconsistency(state)).toBeNull();
    expect(fits(state)).toBe(true);
    expect(state.stage).toBe(presetGroup(id));
    expect(words[id].about).toMatch(/[.]$/);
    expect(shownPreset(state)).toEqual({ id, edited: false });
    expect(shownPreset({ ...state, at: 3, unit: 1, claim: "3b", sequence: 2 })).toEqual({ id, edited: false });
    const changed = {
      cell: { weights: state.weights.map((w, i) => (i === 0 ? w + 1 : w)) },
      flow: { gain: state.gain + 0.5 },
      train: { batch: state.batch + 1 },
    };
    for (const stage of STAGES) {
      const edited = shownPreset({ ...state, ...changed[stage] });
      expect(edited, stage).toEqual({ id, edited: stage === state.stage });
    }
  });

  it("leaves the other stages with a name and words of their own", () => {
    for (const stage of STAGES) {
      const { id: here, edited } = shownPreset({ ...state, stage });
      expect(presetGroup(here), stage).toBe(stage);
      expect(edited).toBe(false);
      // What the menu says then is what choosing it would make of that stage.
      const again = { ...stateOf(here), preset: id };
      expect(shownPreset(again)).toMatchObject({ id: here, edited: false });
      expect(shownPreset({ ...state, stage, batch: 7, gain: 3, T: 11 })).toEqual({ id: here, edited: true });
    }
  });
});

it("has starting states for every stage, with titles of their own", () => {
  expect(PRESET_IDS.length).toBeGreaterThanOrEqual(10);
  expect(Object.keys(words)).toEqual(PRESET_IDS);
  expect(Object.keys(presetGroups)).toEqual([...PRESET_GROUPS]);
  expect(PRESET_GROUPS).toEqual(STAGES);
  expect(new Set(PRESET_IDS.map((id) => words[id].title)).size).toBe(PRESET_IDS.length);
  for (const stage of STAGES) expect(PRESET_IDS.some((id) => presetFields(id).stage === stage)).toBe(true);
});

it("opens each claim on an example, and keeps an open claim when another state is chosen", () => {
  for (const claim of CLAIMS) {
    const state = model.forClaim(claim);
    expect(state.claim).toBe(claim);
    expect(model.inconsistency(state)).toBeNull();
    // 3a has a gate of its own in the small cell: every mistake shows there.
    expect(shownPreset(state)).toEqual({ id: state.preset, edited: claim === "3a" });
    const weights = presetFields(state.preset).weights ?? [];
    expect(shownPreset({ ...state, weights })).toEqual({ id: state.preset, edited: false });
    expect(chosen({ ...state, broken: [claim] }, "open")).toMatchObject({ claim, broken: [claim], preset: "open" });
  }
});

describe("the problem", () => {
  const small = stateOf("small");

  it("cuts the list of weights where each parameter lies", () => {
    const { params } = problemOf(small);
    expect(params.W_f).toEqual(small.weights.slice(0, 6));
    expect(params.b_c).toEqual(small.weights.slice(-3));
    const counted = PARAMS.map((name) => shapeOf(name, small)).reduce(
      (sum, { rows, columns }) => sum + rows * columns,
      0,
    );
    expect(counted).toBe(small.weights.length);
    expect(offsetOf("U_f", small)).toBe(6);
  });

  it("keeps what both sizes have when it grows and shrinks again", () => {
    const larger = resized(small, { dx: 4, dh: 4, T: 12 });
    expect(fits(larger)).toBe(true);
    expect(resized(larger, small)).toEqual(
      Object.fromEntries(["dx", "dh", "T", "weights", "x", "h0", "c0", "g"].map((name) => [name, small[name as "x"]])),
    );
    expect(larger.weights.filter((w) => w !== 0)).toEqual(small.weights.filter((w) => w !== 0));
    expect(model.inconsistency({ ...small, T: 7 })).toBe("sizes");
  });
});

describe("a file of weights", () => {
  const small = stateOf("small");

  it("is read back as it was written, also into a cell of other sizes", () => {
    const text = weightsJson(small);
    expect(readWeights(text, "w.json", small)).toEqual({ problem: resized(small, small) });
    const other = readWeights(text, "w.json", stateOf("memory"));
    if ("refusal" in other) throw new Error(other.refusal);
    expect(other.problem.weights).toEqual(small.weights);
    expect(other.problem).toMatchObject({ dx: 2, dh: 3, T: 12 });
    expect(fits(other.problem)).toBe(true);
  });

  const good = JSON.parse(weightsJson(small)) as { params: Record<string, unknown> };
  test.each<[string, string, RegExp]>([
    ["no JSON", "{", /not JSON/],
    ["a list", "[]", /dx is missing/],
    ["no sizes", JSON.stringify({ params: good.params }), /dx is missing/],
    ["a size that is a word", JSON.stringify({ ...good, dh: "3" }), /dh is missing/],
    ["a standard LSTM", JSON.stringify({ ...good, cell: "lstm" }), /standard LSTM/],
    ["too many units", JSON.stringify({ ...good, dh: 64 }), /2 inputs and 64 units/],
    ["a parameter left out", JSON.stringify({ ...good, params: { ...good.params, U_o: undefined } }), /U_o is missing/],
    ["too few numbers", JSON.stringify({ ...good, params: { ...good.params, b_c: [1] } }), /b_c is missing/],
    ["a word", JSON.stringify({ ...good, params: { ...good.params, b_c: [1, "2", 3] } }), /weight beyond/],
    ["1e308", JSON.stringify({ ...good, params: { ...good.params, b_c: [1, 1e308, 3] } }), /weight beyond/],
    [
      "NaN, which JSON writes as null",
      JSON.stringify({ ...good, params: { ...good.params, b_c: [1, Number.NaN, 3] } }),
      /weight beyond/,
    ],
    ["a name of the prototype", '{"dx":2,"dh":3,"__proto__":{"params":{}}}', /params is missing/],
  ])("with %s is refused", (_, text, sentence) => {
    const read = readWeights(text, "w.json", small);
    expect("refusal" in read && read.refusal).toMatch(sentence);
  });
});

describe("rows of data", () => {
  const small = stateOf("small");

  it("are the inputs and the weights of the loss, and an edit changes one of them", () => {
    const rows = dataRows(small);
    expect(rows.columns).toHaveLength(5);
    expect(rows.cell(2, 1)).toBe(small.x[5]);
    expect(rows.cell(2, 2)).toBe(small.g[6]);
    expect(rows.withCell(2, 1, 9)).toEqual({ x: small.x.map((old, i) => (i === 5 ? 9 : old)) });
    expect(rows.withCell(5, 4, 9)).toEqual({ g: small.g.map((old, i) => (i === 17 ? 9 : old)) });
    const more = { ...small, ...rows.added() };
    expect(model.inconsistency(more)).toBeNull();
    expect(more.x.slice(-2)).toEqual(small.x.slice(-2));
    expect(model.inconsistency({ ...small, ...rows.without(0) })).toBeNull();
    expect(dataRows(stateOf("one")).without(0)).toBeNull();
    expect(dataCsv(rows).split("\n")[0]?.trim()).toBe("x1,x2,g1,g2,g3");
  });

  it("are the series where one is learnt, and an edit makes it the user's own", () => {
    const state = { ...small, stage: "train", series: "lynx" } as const;
    const rows = dataRows(state);
    expect(rows.rows).toBe(114);
    expect(rows.cell(0, 0)).toBe(269);
    const edited = rows.withCell(0, 0, 270);
    expect(edited.series).toBe("own");
    expect(edited.ownSeries?.slice(0, 2)).toEqual([270, 321]);
    expect(rows.without(113)?.ownSeries).toHaveLength(113);
  });

  it("are none where a seed draws them", () => {
    expect(isDrawn(small)).toBe(false);
    expect(isDrawn(stateOf("co2"))).toBe(false);
    expect(isDrawn(stateOf("adding"))).toBe(true);
    expect(isDrawn(stateOf("vanishing"))).toBe(true);
  });

  it("come from a file's columns, or are refused with the row", () => {
    const next = { ...small, ...withSequence(small, [1, 2, 3, 4, 5, 6, 7, 8], 4) };
    expect(next).toMatchObject({ dx: 4, T: 2, x: [1, 2, 3, 4, 5, 6, 7, 8] });
    expect(model.inconsistency(next)).toBeNull();
    const long = { ...small, ...withSequence(small, new Array<number>(40).fill(1), 1) };
    expect(long.T).toBe(MAX_T);
    expect(model.inconsistency(long)).toBeNull();
    expect(objection([1, 2, 3, 2 * MAX_NUMBER], 2, MAX_NUMBER)).toMatch(/^Row 2 has 2000/);
    expect(objection([1, Number.NaN], 1, MAX_NUMBER)).toMatch(/^Row 2/);
    expect(objection([1, 2], 2, MAX_NUMBER)).toBe("");
  });
});

describe("which column of a file is the series", () => {
  const months = Array.from({ length: 30 }, (_, k) => (k % 12) + 1);
  const wave = [112, 118, 132, 129, 121, 135, 148, 148, 136, 119, 104, 118, 115, 126, 141, 135, 125, 149, 170, 170, 158, 133, 114, 140, 145, 150, 178, 163, 172, 178]; // biome-ignore format: a list
  const of = (...columns: readonly (readonly number[])[]) =>
    seriesColumn(columns.map((values, index) => ({ index, values })));

  it.each([
    ["an index", months.map((_, k) => k + 1)],
    ["an index from 0 that goes down", months.map((_, k) => 29 - k)],
    ["tenths", months.map((_, k) => (k + 1) / 10)],
    ["months", months],
    ["days, from the middle of a month", months.map((_, k) => (k < 17 ? k + 15 : k - 16))],
    ["years", months.map((_, k) => 1949 + k)],
    ["the year of each month", months.map((_, k) => 1949 + Math.floor(k / 12))],
    ["parts of years, rounded", months.map((_, k) => Number((1958 + (k + 0.5) / 12).toFixed(2)))],
    ["years and months as one number", months.map((month, k) => 100 * (1949 + Math.floor(k / 12)) + month)],
    ["dates as one number", months.map((month, k) => 10_000 * (1949 + Math.floor(k / 12)) + 100 * month + 28)],
    ["the same number throughout", months.map(() => 7)],
  ])("%s: it is the other one, on either side of it", (_, when) => {
    expect(saysWhen(when)).toBe(true);
    expect(of(when, wave)).toEqual([1]);
    expect(of(wave, when)).toEqual([0]);
  });

  it.each([
    ["counts", wave],
    ["pulses", months.map((_, k) => (k % 5 === 0 || k % 7 === 0 ? 1 : 0))],
    ["a pressure near the year 1013", months.map((_, k) => 1013 + 0.9 * Math.sin(k))],
    ["a trend with a season", months.map((_, k) => 315 + 0.1 * k + Math.sin(k / 2))],
    ["two numbers", [1, 2]],
  ])("%s are a series", (_, values) => expect(saysWhen(values)).toBe(false));

  it("takes the last of several, one that is alone, and the last where all of them count", () => {
    expect(of(months, wave, wave)).toEqual([2]);
    expect(of(months)).toEqual([0]);
    expect(of(months, months)).toEqual([1]);
    expect(of()).toEqual([]);
    // Columns of words are left out before: the place in the file stays.
    expect(
      seriesColumn([
        { index: 2, values: months },
        { index: 3, values: wave },
      ]),
    ).toEqual([3]);
  });
});
