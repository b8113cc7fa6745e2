import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  fromPosition,
  type NumberField,
  pageOf,
  positions,
  shortOf,
  textOf,
  toPosition,
  typedValue,
} from "../../web/host/slider.ts";

const C: NumberField = { kind: "number", default: 10, min: 1e-3, max: 1e6, scale: "log" };
const coef0: NumberField = { kind: "number", default: 1, min: -10, max: 10, step: 0.1 };
const degree: NumberField = { kind: "number", default: 3, min: 1, max: 8, integer: true };
const plain: NumberField = { kind: "number", default: 0, min: 0, max: 1 };

describe("slider positions", () => {
  it.each([C, coef0, degree, plain])("begin and end at the range's ends and come back to where they were", (field) => {
    expect(fromPosition(field, 0)).toBe(field.min);
    expect(fromPosition(field, positions(field))).toBe(field.max);
    for (let at = 0; at <= positions(field); at++) expect(toPosition(field, fromPosition(field, at))).toBe(at);
  });

  it("rise with the value", () => {
    for (let at = 1; at <= positions(C); at++) expect(fromPosition(C, at)).toBeGreaterThan(fromPosition(C, at - 1));
  });

  it("hit every power of ten on a log slider and every step on a linear one", () => {
    expect(pageOf(C)).toBe(50);
    for (let power = -3; power <= 6; power++) expect(fromPosition(C, (power + 3) * 50)).toBe(Number(`1e${power}`));
    expect(fromPosition(coef0, 101)).toBe(0.1);
    expect([0, 1, 7].map((at) => fromPosition(degree, at))).toEqual([1, 2, 8]);
  });
});

describe("typed values", () => {
  it.each([
    ["1e-3", 0.001],
    ["0,5", 0.5],
    [" 2.50 ", 2.5],
    ["\u22122", null],
    ["1,5e2", 150],
    ["1.000,5", 1000.5],
    ["1,000,000", 1e6],
  ])("reads %s", (text, value) => {
    const typed = typedValue(C, text);
    if (value === null) expect(typed).toEqual({ ok: true, value: C.min, note: "raised" });
    else expect(typed).toEqual({ ok: true, value, note: null });
  });

  it("brings numbers into range and says so", () => {
    expect(typedValue(C, "0")).toEqual({ ok: true, value: 1e-3, note: "raised" });
    expect(typedValue(C, "1e9")).toEqual({ ok: true, value: 1e6, note: "lowered" });
    expect(typedValue(degree, "40")).toEqual({ ok: true, value: 8, note: "lowered" });
    expect(typedValue(degree, "2.6")).toEqual({ ok: true, value: 3, note: "rounded" });
  });

  it.each([
    ["", "missing"],
    ["abc", "not-number"],
    ["0x10", "not-number"],
    ["1e", "not-number"],
    ["NaN", "not-finite"],
    ["Infinity", "not-finite"],
    ["1e999", "too-large"],
    ["1e-320", "too-small"],
    ["1,000", "ambiguous"],
    ["1.000,5.5", "not-number"],
  ])("refuses %j: %s", (text, problem) => {
    expect(typedValue(C, text)).toEqual({ ok: false, problem });
  });

  it("never leaves the range, whatever is typed", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double().map(String)), fc.constantFrom(C, coef0, degree), (text, field) => {
        const typed = typedValue(field, text);
        if (!typed.ok) return;
        expect(typed.value).toBeGreaterThanOrEqual(field.min);
        expect(typed.value).toBeLessThanOrEqual(field.max);
        if (field.integer) expect(Number.isInteger(typed.value)).toBe(true);
      }),
    );
  });

  it("shows a value so that typing it back gives it", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e6, noNaN: true }), (value) => {
        expect(typedValue(C, textOf(value))).toEqual({ ok: true, value, note: null });
      }),
    );
    expect(textOf(1e6)).toBe("1000000");
    expect(textOf(1e-10)).toBe("1e-10");
    expect(textOf(0.1)).toBe("0.1");
  });

  it("shows computed values in short, and never longer than they are", () => {
    expect(shortOf(2 / 3)).toBe("0.666667");
    expect(shortOf(1234567.891)).toBe("1234570");
    expect(shortOf(-1 / 3)).toBe("-0.333333");
    expect(shortOf(1e-10 / 3)).toBe("3.33333e-11");
    expect(shortOf(1 - 1e-12)).toBe("1");
    for (const exact of [0, 0.25, 1e6, 1e-10, 123456, 1234567, -0.001]) expect(shortOf(exact)).toBe(textOf(exact));
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e100, max: 1e100 }), (value) => {
        expect(shortOf(value).length).toBeLessThanOrEqual(textOf(value).length);
        expect(Math.abs(Number(shortOf(value)) - value)).toBeLessThanOrEqual(5.1e-6 * Math.abs(value));
      }),
    );
  });
});
