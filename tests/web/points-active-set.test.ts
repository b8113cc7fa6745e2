// Active-set steps: in the words about a solution, and along the solver's path.
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { path as words } from "../../web/kit/messages/path.en.ts";
import { ACTIVE_SET, activeSetSteps, stepAfter, stepBefore } from "../../web/kit/points/active-set.ts";
import { pairOf } from "../../web/kit/points/iteration.ts";
import { below, drawObjectives, layObjectives, thinned } from "../../web/kit/points/objectives.ts";
import type { PageContext, Path } from "../../web/kit/points/page-context.ts";
import { stepsOf } from "../../web/kit/points/steps.ts";
import { PLAIN } from "../../web/plot/palette.ts";
import { SvgPen } from "../../web/plot/svg.ts";
import { stateOf } from "./svr-support.ts";

/** A path of as many iterations, with active-set steps at some. */
function pathOf(count: number, steps: readonly number[]): Path {
  const method = new Uint8Array(count);
  for (const k of steps) method[k - 1] = ACTIVE_SET;
  const at = (of: (k: number) => number) => Float64Array.from({ length: count }, (_, k) => of(k));
  const pair = (k: number) => Int32Array.from(method, (each) => (each === ACTIVE_SET ? -1 : k));
  const [dual, primal] = [at((k) => 1 - 1 / (k + 1)), at((k) => 1 + 9 / (k + 1))];
  return { trace: { method, i: pair(0), j: pair(1), dual, primal, kktGap: primal }, count };
}

describe("the iterations of a solution, in words", () => {
  it("say how many were active-set steps, where there are any", () => {
    const of = (iterations: number, activeSetSteps: number) => stepsOf({ iterations, activeSetSteps });
    expect([of(0, 0), of(1, 0), of(1234, 0)]).toEqual(["0 iterations", "1 iteration", "1\u202f234 iterations"]);
    expect(of(11753, 79)).toBe("11\u202f753 iterations (79 active-set steps)");
    expect(of(2001, 1)).toBe("2\u202f001 iterations (1 active-set step)");
  });

  it("have words for each method", () => {
    expect(words.changed[ACTIVE_SET]).toContain("Active-set");
    expect(words.changed).toHaveLength(2);
  });
});

describe("the pair of points on show", () => {
  it("is that of the iteration, and none where it changed more", () => {
    const page = (iteration: number) =>
      ({
        context: { store: { state: { ...stateOf([0, 1], [0, 1]), stepper: true, iteration } } },
        path: pathOf(4, [3]),
      }) as unknown as PageContext;
    expect([1, 2, 3, 4].map((k) => pairOf(page(k)))).toEqual([[0, 1], [0, 1], null, [0, 1]]);
  });
});

describe("the way from one active-set step to the next", () => {
  it("goes round: from the end, where the stepper opens, to the first", () => {
    const steps = activeSetSteps(pathOf(100, [7, 40, 41, 100]).trace.method);
    expect(steps).toEqual([7, 40, 41, 100]);
    expect([0, 7, 39, 40, 99, 100].map((k) => stepAfter(steps, k))).toEqual([7, 40, 40, 41, 100, 7]);
    expect([0, 7, 8, 40, 100].map((k) => stepBefore(steps, k))).toEqual([100, 100, 7, 7, 41]);
    expect([stepAfter([], 5), stepBefore([], 5)]).toEqual([null, null]);
  });
});

describe("a drawn path", () => {
  it("keeps the iterations between which the dual jumps, however long it is", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 20_000 }), { maxLength: 100 }), (steps) => {
        const shown = thinned(20_000, 1500, steps);
        const jumps = steps.flatMap((k) => (k > 1 ? [k - 1, k] : [k]));
        expect(jumps.filter((k) => !shown.includes(k))).toEqual([]);
        expect(shown.every((at, k) => k === 0 || at > shown[k - 1]!)).toBe(true);
        expect([shown[0], shown.at(-1)]).toEqual([1, 20_000]);
      }),
      { seed: 13, numRuns: 20 },
    );
  });

  it("has nothing of a primal that is far above the axis, and keeps what is below to where it crosses", () => {
    const ys = [1e12, 4, 2, 1e12, 1e12, 8, 3, 5];
    const { xs, ys: cut } = below(5, [1, 2, 3, 4, 5, 6, 7, 8], ys);
    expect(Math.max(...cut.filter(Number.isFinite))).toBe(5);
    const pieces = cut.map((y, k) => (Number.isNaN(y) ? "gap" : `${xs[k]!.toFixed(1)}:${y}`));
    expect(pieces).toEqual(["gap", "2.0:5", "2.0:4", "3.0:2", "3.0:5", "gap", "6.6:5", "7.0:3", "8.0:5"]);
    expect(below(5, [1, 2], [1, 2])).toEqual({ xs: [1, 2], ys: [1, 2] });
  });

  function drawn(path: Path) {
    const [pen, size] = [new SvgPen(), { width: 700, height: 190 }];
    const layout = layObjectives(pen, size, PLAIN, path);
    drawObjectives(pen, PLAIN, layout, path, 1);
    const svg = pen.finish(size, "", null);
    // Diamonds, in their colour: the first corner is the upper one.
    const marks = [...svg.matchAll(/<path d="M([\d.]+) ([\d.]+)[^"]*"[^>]*fill="(#[0-9a-f]+)"/g)]
      .filter(([, , , fill]) => fill === PLAIN.tube)
      .map(([, x, y]) => [Number(x), Number(y)] as const);
    return { layout, svg, marks };
  }

  it("has a mark on the dual for each active-set step, and one in the legend; without them neither", () => {
    const { layout, svg, marks } = drawn(pathOf(4000, [2001, 2500, 3000]));
    const { x, y, top } = layout.frame;
    const [inLegend, ...onCurve] = [...marks].sort((a, b) => a[1] - b[1] || a[0] - b[0]);
    expect(inLegend![1]).toBeLessThan(top);
    expect(svg).toContain(words.activeSet.name);
    const at = [...onCurve].sort((a, b) => a[0] - b[0]);
    expect(at.map(([px]) => Math.round(px))).toEqual([2001, 2500, 3000].map((k) => Math.round(x(k))));
    for (const [k, [, py]] of at.entries()) expect(Math.abs(py - y(1 - 1 / [2001, 2500, 3000][k]!))).toBeLessThan(6);
    const alone = drawn(pathOf(4000, []));
    expect([alone.marks, alone.svg.includes(words.activeSet.name)]).toEqual([[], false]);
  });

  it("has one mark for many in a place", () => {
    const { marks } = drawn(
      pathOf(
        20_000,
        Array.from({ length: 90 }, (_, k) => 2001 + k),
      ),
    );
    expect(marks).toHaveLength(1 + 1);
  });
});
