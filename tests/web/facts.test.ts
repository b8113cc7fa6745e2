// What stands beside a picture in a file or on paper.
import { describe, expect, it } from "vitest";
import type { ControlGroup } from "../../web/host/controls.ts";
import { dataLine, parameterLine, parametersOf } from "../../web/host/facts.ts";
import type { Table } from "../../web/host/lab.ts";
import { wrapped } from "../../web/host/picture-file.ts";

const table: Table = {
  C: { kind: "number", default: 1, min: 0, max: 1e6 },
  b: { kind: "maybe-number", default: null, min: -1, max: 1 },
  kernel: { kind: "choice", default: "rbf", options: ["linear", "rbf"] },
  gamma: { kind: "number", default: 1, min: 0, max: 9 },
  standardise: { kind: "flag", default: false },
  data: { kind: "numbers", default: [], maxCount: 9 },
};
const groups: readonly ControlGroup<Record<string, unknown>>[] = [
  {
    title: "",
    controls: [
      { field: "C", label: "penalty", symbol: "C", unit: "units" },
      { field: "b", label: "offset" },
      { field: "kernel", label: "Kernel", options: { linear: "linear", rbf: "Gaussian" } },
      { field: "gamma", label: "inverse width", symbol: "γ", hidden: ({ kernel }) => kernel === "linear" },
    ],
  },
  {
    title: "folded",
    open: false,
    controls: [
      { field: "standardise", label: "Standardise" },
      { field: "data", label: "not a parameter" },
    ],
  },
];
const of = (state: Record<string, unknown>) => parametersOf({ groups, table, state });
const state = { C: 1 / 3, b: null, kernel: "rbf", gamma: 2e-9, standardise: true, data: [1, 2] };

describe("parameters as text", () => {
  it("are those that the form shows, in its words, folded groups too, lists of data not", () => {
    expect(of(state)).toEqual([
      { symbol: "C", label: "penalty", value: "0.333333 units" },
      { symbol: "", label: "offset", value: "auto" },
      { symbol: "", label: "Kernel", value: "Gaussian" },
      { symbol: "γ", label: "inverse width", value: "2×10⁻⁹" },
      { symbol: "", label: "Standardise", value: "on" },
    ]);
  });

  it("leave out what means nothing now", () => {
    expect(of({ ...state, kernel: "linear" }).map(({ label }) => label)).not.toContain("inverse width");
  });

  it("fit on one line", () => {
    expect(parameterLine(of(state).slice(0, 3))).toBe("C (penalty) = 0.333333 units · offset: auto · Kernel: Gaussian");
  });
});

describe("the line of the data", () => {
  it("says the step that is shown, where there are steps", () => {
    expect(dataLine({ data: "Two moons", step: "t = 60 of 200" })).toBe("Data: Two moons · t = 60 of 200");
    expect(dataLine({ data: "Iris", step: "" })).toBe("Data: Iris");
  });
});

describe("text in lines", () => {
  // Every letter is one wide.
  const pen = { measureText: (text: string) => ({ width: text.length }) };
  const all = Number.POSITIVE_INFINITY;

  it("breaks between words, and keeps them all", () => {
    expect(wrapped(pen, "one two  three four", 9, all)).toEqual(["one two", "three", "four"]);
    expect(wrapped(pen, "", 9, all)).toEqual([]);
  });

  it("breaks a word that is longer than a line, such as a link", () => {
    expect(wrapped(pen, "Link: abcdefghijklmno", 6, all)).toEqual(["Link:", "abcdef", "ghijkl", "mno"]);
  });

  it("measures a very long word, the link of a large data set, only a few times", () => {
    let letters = 0;
    const counting = {
      measureText(text: string) {
        letters += text.length;
        return pen.measureText(text);
      },
    };
    const lines = wrapped(counting, "x".repeat(100_000), 100, 3);
    expect(lines.map(({ length }) => length)).toEqual([100, 100, 100]);
    expect(letters).toBeLessThan(1_000_000);
  });

  it("ends where there is no more room, and says so", () => {
    expect(wrapped(pen, "Link: abcdefghijklmno", 6, 2)).toEqual(["Link:", "abcde…"]);
    expect(wrapped(pen, "one two three", 5, 2)).toEqual(["one", "two…"]);
  });

  it("ends, however narrow it is", () => {
    expect(wrapped(pen, "ab c", 0, 3).length).toBe(3);
  });
});
