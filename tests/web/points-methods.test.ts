// The methods that a solution was made with, in words and along the solver's path.
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { path as words } from "../../web/kit/messages/path.en.ts";
import { pairOf } from "../../web/kit/points/iteration.ts";
import { LABELS, labelsOf, stepsByMethod, turnsOf } from "../../web/kit/points/methods.ts";
import { drawObjectives, layObjectives } from "../../web/kit/points/objectives.ts";
import type { PageContext, Path } from "../../web/kit/points/page-context.ts";
import { stepsOf } from "../../web/kit/points/steps.ts";
import { PLAIN } from "../../web/plot/palette.ts";
import { linear } from "../../web/plot/scale.ts";
import { SvgPen } from "../../web/plot/svg.ts";
import { stateOf } from "./svr-support.ts";

const [SMO, INTERIOR, ACTIVE] = [0, 1, 2] as const;
const repeated = (...runs: readonly (readonly [method: number, count: number])[]) =>
  Uint8Array.from(runs.flatMap(([method, count]) => Array<number>(count).fill(method)));

function pathOf(method: Uint8Array): Path {
  const n = method.length;
  const at = (of: (k: number) => number) => Float64Array.from({ length: n }, (_, k) => of(k));
  const pair = (k: number) => Int32Array.from(method, (each) => (each === SMO ? k : -1));
  const [dual, primal] = [at((k) => 1 - 1 / (k + 1)), at((k) => 1 + 9 / (k + 1))];
  return { trace: { method, i: pair(0), j: pair(1), dual, primal, kktGap: primal }, count: n };
}

describe("the steps of a solution, in words", () => {
  const of = (smo: number, interiorPointSteps: number, activeSetSteps: number) =>
    stepsOf({ iterations: smo + interiorPointSteps + activeSetSteps, interiorPointSteps, activeSetSteps });

  it("are iterations where SMO made them all, and else counted by method", () => {
    expect([of(0, 0, 0), of(1, 0, 0), of(1234, 0, 0)]).toEqual([
      "0 iterations",
      "1 iteration",
      "1\u202f234 iterations",
    ]);
    expect(of(590, 20, 2)).toBe("612 steps: 590 SMO, 20 interior point, 2 active set");
    expect(of(590, 20, 0)).toBe("610 steps: 590 SMO, 20 interior point");
    expect(of(0, 1, 0)).toBe("1 step: 1 interior point");
  });

  it("have a name and an explanation for each method", () => {
    expect(words.changed).toHaveLength(3);
    expect(words.about).toHaveLength(3);
    expect(stepsByMethod(repeated([SMO, 5], [INTERIOR, 3], [SMO, 1], [ACTIVE, 2]))).toEqual([6, 3, 2]);
  });
});

describe("the pair of points on show", () => {
  const page = (method: Uint8Array, iteration: number) =>
    ({
      context: { store: { state: { ...stateOf([0, 1], [0, 1]), stepper: true, iteration } } },
      path: pathOf(method),
    }) as unknown as PageContext;

  it("is that of the step, and none where the step changed more", () => {
    const method = repeated([SMO, 2], [INTERIOR, 1], [SMO, 1]);
    expect([1, 2, 3, 4].map((k) => pairOf(page(method, k)))).toEqual([[0, 1], [0, 1], null, [0, 1]]);
  });
});

describe("turns of the methods", () => {
  it("begin where the method changes; there are none of one method alone", () => {
    expect(turnsOf(repeated([SMO, 100]))).toEqual([]);
    expect(turnsOf(new Uint8Array(0))).toEqual([]);
    expect(turnsOf(repeated([SMO, 590], [INTERIOR, 20], [SMO, 1]))).toEqual([
      { from: 0, method: SMO },
      { from: 590, method: INTERIOR },
      { from: 610, method: SMO },
    ]);
  });

  it("have labels that touch neither each other nor the edge, and every method has its name in one", () => {
    const run = fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 1, max: 400 }));
    fc.assert(
      fc.property(fc.array(run, { minLength: 2, maxLength: 12 }), fc.constantFrom(330, 700, 1000), (runs, width) => {
        const method = repeated(...runs);
        const turns = turnsOf(method);
        const labels = labelsOf(new SvgPen(), PLAIN, linear([0, method.length], [40, width - 8]), turns, width);
        for (const [k, { left, right }] of labels.entries()) {
          expect(left).toBeGreaterThanOrEqual(labels[k - 1] === undefined ? 0 : labels[k - 1]!.right + 6);
          expect(right).toBeLessThanOrEqual(width);
        }
        const text = labels.map((each) => each.text).join(", ");
        const names = ["SMO", "interior point", "active set"];
        for (const { method: each } of turns) expect(text).toContain(names[each]);
      }),
      { seed: 13 },
    );
  });

  it("are drawn above the data and below the legend; a path of SMO alone keeps its room", () => {
    const size = { width: 700, height: 190 };
    const drawn = (method: Uint8Array) => {
      const [pen, path] = [new SvgPen(), pathOf(method)];
      const layout = layObjectives(pen, size, PLAIN, path);
      drawObjectives(pen, PLAIN, layout, path, 1);
      return { layout, svg: pen.finish(size, "", null) };
    };
    const alone = drawn(repeated([SMO, 612]));
    const several = drawn(repeated([SMO, 300], [INTERIOR, 200], [ACTIVE, 112]));
    expect(several.layout.frame.top).toBe(alone.layout.frame.top + LABELS);
    expect(alone.svg).not.toContain("SMO");
    const labels = [...several.svg.matchAll(/<text[^>]* y="([\d.]+)"[^>]*>(SMO|interior point|active set)</g)];
    expect(labels.map(([, , name]) => name)).toEqual(["SMO", "interior point", "active set"]);
    for (const [, y] of labels) {
      expect(Number(y)).toBeGreaterThan(several.layout.legend.height);
      expect(Number(y)).toBeLessThan(several.layout.frame.top);
    }
  });
});
