// A walk along a curve by keys, and what the main plots say of their numbers.
import { describe, expect, it } from "vitest";
import { valueAt, Walk } from "../../web/kit/interaction/walk.ts";
import { extremes } from "../../web/kit/points/extremes.ts";

function walking(curve: { x: number[]; y: number[] } | null = { x: [0, 1, 2, 4], y: [0, 10, 20, 0] }) {
  const said: (readonly [number, number] | "none")[] = [];
  let drawn = 0;
  let now = curve;
  const walk = new Walk({
    curve: () => now,
    range: () => [0.5, 10],
    say: (x, y) => void said.push([x, y]),
    none: () => void said.push("none"),
    moved: () => {
      ++drawn;
    },
  });
  const press = (key: string, more: Partial<KeyboardEvent> = {}) =>
    walk.key({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more } as KeyboardEvent);
  return {
    walk,
    press,
    said,
    drawn: () => drawn,
    lose: () => {
      now = null;
    },
  };
}

describe("a walk", () => {
  it("begins in the middle of what is seen of the curve, and says the value of each step", () => {
    const { press, said } = walking();
    expect(press("ArrowRight")).toBe(false);
    expect(press("c")).toBe(true);
    expect(said).toEqual([[2.25, 17.5]]);
    expect(press("ArrowRight")).toBe(true);
    expect(said[1]?.[0]).toBeCloseTo(2.285, 12);
    expect(said[1]?.[1]).toBeCloseTo(17.15, 12);
    press("Home");
    expect(said.at(-1)).toEqual([0.5, 5]);
    press("ArrowLeft");
    expect(said.at(-1)).toEqual([0.5, 5]);
    press("End");
    expect(said.at(-1)).toEqual([4, 0]);
  });

  it("keeps the keys that edit to itself, and gives them back at its end", () => {
    const { press } = walking();
    expect(press("Delete")).toBe(false);
    press("c");
    expect(press("Delete")).toBe(true);
    expect(press("+")).toBe(false);
    expect(press("z", { ctrlKey: true })).toBe(false);
    press("Escape");
    expect(press("Delete")).toBe(false);
    expect(press("Escape")).toBe(false);
  });

  it("says where there is no curve, and ends where it is gone", () => {
    const without = walking(null);
    expect(without.press("c")).toBe(true);
    expect(without.said).toEqual(["none"]);
    expect(without.press("ArrowRight")).toBe(false);
    const { walk, press, lose } = walking();
    press("c");
    lose();
    walk.follow();
    expect(press("ArrowRight")).toBe(false);
  });
});

it("a curve is linear between its places", () => {
  expect(valueAt([0, 1, 3], [0, 2, 6], 2)).toBe(4);
  expect(valueAt([0, 1, 3], [0, 2, 6], 0)).toBe(0);
  expect(valueAt([0, 1, 3], [0, 2, 6], 3)).toBe(6);
});

it("extremes pass over what is not known", () => {
  expect(extremes([Number.NaN, 3, -1, 3])).toEqual({ low: -1, high: 3, lowAt: 2, highAt: 1 });
  expect(extremes([])).toBeNull();
  expect(extremes([Number.NaN])).toBeNull();
});
