import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { textTyped } from "../../web/host/text-control.ts";
import { drawn, ERASER, erased, type Place, SPACING, type Stroke } from "../../web/kit/interaction/brush.ts";
import { SHARED_GROUPS } from "../../web/labs/diffusion/controls.ts";
import { dataCsv, outOfRange, own, withCell, withCopy, without } from "../../web/labs/diffusion/data-table.ts";
import { KNOTS, MAX_COORDINATE, MAX_POINTS } from "../../web/labs/diffusion/fields.ts";
import model from "../../web/labs/diffusion/model.ts";
import { forwardExtent, forwardRequest } from "../../web/labs/diffusion/stages/forward/request.ts";
import { measuredSteps } from "../../web/labs/diffusion/stages/forward/worker.ts";
import { TABLE } from "../../web/labs/diffusion/state.ts";

const nothing: Stroke = { points: [], last: null, full: false };
const place = fc.record({
  x: fc.double({ min: -3, max: 3, noNaN: true }),
  y: fc.double({ min: -3, max: 3, noNaN: true }),
});
const limits = { points: MAX_POINTS, coordinate: MAX_COORDINATE };
const draw = (path: readonly Place[], from = nothing) => path.reduce((stroke, to) => drawn(stroke, to, limits), from);

describe("the brush", () => {
  it("puts a point where it is set down, and then one each so many units of the way", () => {
    const { points } = draw([
      { x: 0, y: 0 },
      { x: 1, y: 0 },
    ]);
    expect(points).toHaveLength(2 * (1 + Math.floor(1 / SPACING)));
    for (let i = 2; i < points.length; i += 2)
      expect((points[i] as number) - (points[i - 2] as number)).toBeCloseTo(SPACING, 2);
  });

  it("draws a straight way the same in one move and in many", () => {
    const many = Array.from({ length: 201 }, (_, k) => ({ x: -1 + k / 100, y: 0.5 }));
    expect(draw(many).points).toEqual(draw([many[0] as Place, many[200] as Place]).points);
  });

  it("never puts neighbours of a stroke nearer than that, however it wanders in one direction at a time", () => {
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 20 }), (path) => {
        const { points } = draw(path);
        for (let i = 2; i < points.length; i += 2) {
          const [dx, dy] = [0, 1].map((c) => (points[i + c] as number) - (points[i - 2 + c] as number));
          expect(Math.hypot(dx as number, dy as number)).toBeGreaterThan(SPACING - 0.002);
        }
      }),
    );
  });

  it("stops at as many points as the lab takes, and says so", () => {
    const almost = Array.from({ length: 2 * (MAX_POINTS - 2) }, () => 0);
    const { points, full } = draw(
      [
        { x: 0, y: 0 },
        { x: 3, y: 3 },
      ],
      { ...nothing, points: almost },
    );
    expect([points.length, full]).toEqual([2 * MAX_POINTS, true]);
    expect(draw([{ x: 0, y: 0 }]).full).toBe(false);
  });
});

describe("the eraser", () => {
  it("takes what it passes over, between two moves too, and leaves the rest in order", () => {
    const points = [0, 0, 1, 0.1, 1, 1, 2, -0.1, 3, 0];
    expect(erased(points, { x: 0.5, y: 0 }, { x: 2.5, y: 0 })).toEqual([0, 0, 1, 1, 3, 0]);
    expect(erased(points, { x: 3, y: 0 }, { x: 3, y: 0 })).toEqual([0, 0, 1, 0.1, 1, 1, 2, -0.1]);
  });

  it("gives the same array back where there is nothing near", () => {
    const points = [0, 0];
    expect(erased(points, { x: 0, y: ERASER * 1.01 }, { x: 5, y: 5 })).toBe(points);
  });
});

describe("rows of the table", () => {
  it("are changed, copied and removed one at a time, and are then the user's own", () => {
    const points = Float64Array.from([1, 2, 3, 4]);
    expect(withCell(points, 1, 0, 9)).toEqual([1, 2, 9, 4]);
    expect(withCopy(points, 0)).toEqual([1, 2, 3, 4, 1, 2]);
    expect(withCopy([], 0)).toEqual([0, 0]);
    expect(withCopy(new Float64Array(2 * MAX_POINTS), 0)).toBeNull();
    expect(without(points, 0)).toEqual([3, 4]);
    expect(own([0.12345678, -0])).toEqual({ preset: "own", dataset: "own", points: [0.123457, 0] });
    expect(dataCsv([1, 2, 3, 4])).toBe("x1,x2\r\n1,2\r\n3,4\r\n");
  });

  it("that lie beyond the lab's reach are found", () => {
    expect(outOfRange([0, 1, 2, -21])).toEqual({ row: 1, value: -21 });
    expect(outOfRange([20, -20])).toBeNull();
  });
});

describe("the shared controls", () => {
  const specs = SHARED_GROUPS.flatMap(({ controls }) => controls);
  const spec = (field: string) => specs.find((each) => each.field === field);

  it("read letters: capitals, one to four of them", () => {
    const text = spec("text");
    const field = TABLE.text;
    const typed = (value: string) => textTyped(field, value, text?.read);
    expect(typed(" ab ")).toEqual({ value: "AB" });
    for (const wrong of ["", "A1", "ABCDE", "É"]) expect(typed(wrong)).toHaveProperty("refusal");
    expect(textTyped({ ...field, maxLength: 2 }, "abc")).toEqual({ value: "ab" });
    expect(text?.hidden?.({ ...model.initial(), dataset: "moons" })).toBe(true);
    expect(text?.hidden?.({ ...model.initial(), dataset: "letters" })).toBe(false);
  });

  it("give a schedule that is to be drawn its knots, once", () => {
    const also = spec("schedule")?.also;
    const fresh = also?.("drawn", model.initial());
    expect(fresh?.knots).toHaveLength(KNOTS);
    expect(model.inconsistency({ ...model.initial(), schedule: "drawn", ...fresh })).toBeNull();
    expect(also?.("drawn", { ...model.initial(), knots: Array(KNOTS).fill(-2) })).toEqual({});
    expect(also?.("linear", model.initial())).toEqual({});
  });
});

describe("the forward request", () => {
  it("sees all of the data, and holds still while a point is drawn near the middle", () => {
    const extent = (...points: number[]) => forwardExtent({ dataset: "own", points });
    expect([extent(), extent(3, -3), extent(0, -3.45)]).toEqual([3.5, 3.5, 4]);
    expect(extent(20, 0)).toBeGreaterThan(20);
    expect(forwardExtent({ dataset: "moons", points: [19, 0] })).toBe(3.5);
  });

  it("has a step of the chain, the data themselves at 0, and nothing without data", () => {
    const state = { ...model.initial(), T: 10, t: 60 };
    expect(forwardRequest(state)?.t).toBe(10);
    expect(forwardRequest({ ...state, t: 0 })?.t).toBe(0);
    expect(forwardRequest({ ...state, dataset: "own", points: [] })).toBeNull();
  });

  it("measures moments at whole steps, both ends among them, each once", () => {
    for (const T of [1, 2, 59, 60, 61, 1000]) {
      const at = measuredSteps(T);
      expect([at[0], at.at(-1), new Set(at).size]).toEqual([0, T, at.length]);
    }
  });
});
