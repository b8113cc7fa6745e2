// What pictures of stages say to those who do not see them, and how their curves are walked.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { stageReader as words } from "../../web/kit/messages/stage-reader.en.ts";
import { onRest } from "../../web/kit/stages/rest.ts";
import { curvesOf, nowOf, numbersOf, rangesOf, type Series } from "../../web/kit/stages/series.ts";
import { walked } from "../../web/kit/stages/walk.ts";

const series: Series = {
  across: "t",
  x: [1, 2, 3],
  lines: [
    { name: "w", y: [Number.POSITIVE_INFINITY, 0.5, 0.25] },
    { name: "level", y: [2, 2, 2] },
    { name: "gap", y: [Number.NaN, 1, Number.NaN] },
  ],
  on: 1,
};

test("the values on show, and the least and largest of every curve", () => {
  expect(nowOf(series)).toBe("At t = 2: w 0.5; level 2; gap 1.");
  expect(nowOf({ ...series, on: 7 })).toBe("");
  expect(rangesOf(series)).toBe("w: least 0.25 at t = 3, largest ∞ at t = 1. level: 2 throughout. gap: 1 throughout.");
  expect(rangesOf({ ...series, lines: [{ name: "none", y: [] }] })).toBe("");
});

test("a row for each place, and none without places", () => {
  expect(numbersOf(series)?.columns).toEqual(["t", "w", "level", "gap"]);
  expect(numbersOf(series)?.rows()).toEqual([
    ["1", "∞", "2", words.noValue],
    ["2", "0.5", "2", "1"],
    ["3", "0.25", "2", words.noValue],
  ]);
  expect(numbersOf({ ...series, x: [] })).toBeNull();
});

test("a walk begins at the place on show, and says each place", () => {
  const [first] = curvesOf(series, (_, x, y) => ({ x, y }));
  expect([first?.start, first?.length, first?.at(2), first?.place(2)]).toEqual([
    1,
    3,
    "t = 3: w 0.25",
    { x: 3, y: 0.25 },
  ]);
  // Two places make a line, one does not.
  expect(curvesOf({ ...series, x: [1] }, () => null)).toEqual([]);
});

test("keys go along a curve and stop at its ends", () => {
  expect(walked("ArrowRight", false, 3, 100)).toBe(4);
  expect(walked("ArrowDown", false, 3, 100)).toBe(2);
  expect(walked("ArrowRight", true, 3, 100)).toBe(13);
  expect(walked("PageDown", false, 3, 100)).toBe(0);
  expect(walked("PageUp", false, 3, 4)).toBe(3);
  expect([walked("Home", false, 3, 9), walked("End", false, 3, 9)]).toEqual([0, 8]);
  expect(walked("c", false, 3, 9)).toBeNull();
});

test.each([false, true])(
  "what changes is told once it rests, and what never rests now and then (disposed: %s)",
  (disposed) => {
    vi.useFakeTimers();
    const told = vi.fn();
    const rest = onRest(told);
    for (let k = 0; k < 10; ++k) {
      rest.changed();
      vi.advanceTimersByTime(100);
    }
    expect(told).not.toHaveBeenCalled();
    if (disposed) rest.dispose();
    vi.advanceTimersByTime(400);
    expect(told).toHaveBeenCalledTimes(disposed ? 0 : 1);
    for (let k = 0; k < 100; ++k) {
      rest.changed();
      vi.advanceTimersByTime(100);
    }
    expect(told).toHaveBeenCalledTimes(disposed ? 0 : 3);
  },
);

beforeEach(() => vi.useRealTimers());
afterEach(() => vi.useRealTimers());
