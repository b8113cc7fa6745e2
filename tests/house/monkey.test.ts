// The monkey's own parts: a seed gives the same actions, and a failure is made as short as it can be within a bound.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { draw } from "../monkey/actions.mjs";
import { reduce } from "../monkey/reduce.mjs";

describe("the monkey", () => {
  test("draws the same actions from the same seed, messages only for a frame", () => {
    expect(draw(7, 60, false)).toEqual(draw(7, 60, false));
    expect(draw(7, 60, false)).not.toEqual(draw(8, 60, false));
    expect(draw(7, 300, false).some((action) => action.do === "message")).toBe(false);
    expect(draw(7, 300, true).some((action) => action.do === "message")).toBe(true);
  });

  test("keeps of a list what its failure needs", async () => {
    const needed = fc.uniqueArray(fc.nat({ max: 63 }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(needed, async (wanted) => {
        const all = Array.from({ length: 64 }, (_, k) => k);
        const fails = async (list: readonly number[]) => wanted.every((one) => list.includes(one));
        expect(await reduce(all, fails, 1000)).toEqual([...wanted].sort((a, b) => a - b));
      }),
    );
  });

  test("stops after so many tries, with a list that fails", async () => {
    let tries = 0;
    const fails = async (list: readonly number[]) => {
      tries += 1;
      return list.includes(3) && list.includes(60);
    };
    const left = await reduce(
      Array.from({ length: 64 }, (_, k) => k),
      fails,
      5,
    );
    expect(tries).toBe(5);
    expect(left).toEqual(expect.arrayContaining([3, 60]));
  });
});
