// What the table's cells take; the table itself is tested in a browser.
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellSentence } from "../../web/host/cell-sentence.ts";
import { looksNumeric, readNumber, readTyped, SMALLEST } from "../../web/host/number.ts";
import { problemSentence } from "../../web/host/problem.ts";

describe("typed numbers", () => {
  it.each([
    ["1", 1],
    [" -2.5 ", -2.5],
    ["2,5", 2.5],
    ["\u22123", -3],
    [".5", 0.5],
    ["5.", 5],
    ["+1e-3", 0.001],
    ["1,5e3", 1500],
    ["0", 0],
    ["0e999", 0],
    ["1,234.5", 1234.5],
    ["1.234,5", 1234.5],
    ["-21.419,06", -21419.06],
    ["1,234,567", 1234567],
    ["1.234", 1.234],
    ["0,234", 0.234],
    ["1'250.75", 1250.75],
    ["1\u202f250,75", 1250.75],
    ["\u200e1\u00a0250", 1250],
  ])("%s", (text, value) => {
    expect(readTyped(text)).toEqual({ ok: true, value });
  });

  it.each([
    ["", "missing"],
    ["  ", "missing"],
    ["two", "not-number"],
    ["1.2.3", "not-number"],
    ["1,234", "ambiguous"],
    ["1,234.5.6", "not-number"],
    ["1,23.5", "not-number"],
    ["12 34", "not-number"],
    ["0x10", "not-number"],
    ["1 2", "not-number"],
    ["--1", "not-number"],
    ["NaN", "not-finite"],
    ["Infinity", "not-finite"],
    ["-inf", "not-finite"],
    ["1e308", "too-large"],
    ["-1e999", "too-large"],
    ["1.1e100", "too-large"],
    ["5e-324", "too-small"],
    ["1e-999", "too-small"],
  ] as const)("%s is refused", (text, code) => {
    expect(readTyped(text)).toEqual({ ok: false, code });
    expect(cellSentence(code, "speed", text.trim())).toContain("speed");
  });

  it("every double in range comes back from its shortest text, with either mark", () => {
    const value = fc.double({ noNaN: true, min: -1e100, max: 1e100 }).filter((v) => v === 0 || Math.abs(v) >= SMALLEST);
    fc.assert(
      fc.property(value, (v) => {
        expect(readNumber(String(v), ".")).toEqual({ ok: true, value: v + 0 });
        expect(readNumber(String(v).replace(".", ","), ",")).toEqual({ ok: true, value: v + 0 });
      }),
    );
  });

  it("any text is answered, and only what looks like a number is one", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        if (readNumber(text, ".").ok) expect(looksNumeric(text, ".")).toBe(true);
      }),
    );
  });
});

describe("sentences", () => {
  it("name place, text and limit, and leave no slot open", () => {
    expect(problemSentence({ code: "not-number", line: 7, column: 2, text: "four" })).toBe(
      "Line 7, column 2: “four” is not a number.",
    );
    expect(problemSentence({ code: "ragged", line: 3, expected: 2, found: 1 })).toBe(
      "Line 3 has 1 value where the first line has 2.",
    );
    expect(problemSentence({ code: "too-big", found: 12_345_678, limit: 10_000_000 })).toContain(
      "12.3 MB; at most 10 MB",
    );
    expect(problemSentence({ code: "too-many-rows", limit: 5000 })).toContain("5000");
  });
});
