// The SVDD lab's solver on the built library: every data set solves, every claim holds and breaks, what it holds is freed.
import { beforeAll, describe, expect, test } from "vitest";
import model from "../../web/labs/svdd/model.ts";
import { DATA_PRESETS, type PresetId } from "../../web/labs/svdd/preset-ids.ts";
import { presetData } from "../../web/labs/svdd/presets.ts";
import type { SvddFit, SvddFrame } from "../../web/labs/svdd/request.ts";
import solver from "../../web/labs/svdd/solver.ts";
import { CLAIMS, type SvddState } from "../../web/labs/svdd/state.ts";
import { loadWatched, refusal, type Watched } from "./support/load.ts";

let watched: Watched;
beforeAll(async () => {
  watched = await loadWatched();
});

const stateOf = (preset: PresetId, change: Partial<SvddState> = {}): SvddState => ({
  ...model.initial(),
  ...presetData(preset),
  ...change,
});
const framesOf = (state: SvddState): SvddFrame[] => [...solver(watched.pg, model.request(state))];
const solved = (state: SvddState): SvddFit => {
  const frame = framesOf(state).at(-1);
  if (frame?.phase !== "done") throw new Error("it did not end");
  return frame;
};
/** All claims at once. */
const claimsOf = (state: SvddState) => {
  const claims = CLAIMS.flatMap((claim) => model.request({ ...state, claim }).claims);
  const frame = [...solver(watched.pg, { ...model.request(state), claims })].at(-1);
  return frame?.phase === "done" ? frame.claims : [];
};

describe.each(DATA_PRESETS)("%s", (preset) => {
  test("solves, with everything the picture asks for", () => {
    const state = stateOf(preset);
    const { solution, kktCase, map, projection } = solved(state);
    const n = state.x.length / state.d;
    expect(solution.report.converged).toBe(true);
    expect(kktCase).toHaveLength(n);
    expect(solution.alpha.reduce((sum, alpha) => sum + alpha, 0)).toBeCloseTo(1, 9);
    expect(map === null).toBe(state.view !== "plane");
    if (map !== null) expect(map.values).toHaveLength(map.window.width * map.window.height);
    expect(projection === null).toBe(state.view !== "strip");
  });

  test("every claim holds, or says why it says nothing", () => {
    for (const { id, verdict, reason, checks } of claimsOf(stateOf(preset))) {
      expect(verdict, `${id} ${reason} ${JSON.stringify(checks)}`).not.toBe("fail");
      if (verdict === "vacuous") expect(reason).not.toBe("");
    }
  });

  test("every claim that holds breaks", () => {
    const honest = claimsOf(stateOf(preset));
    const broken = claimsOf(stateOf(preset, { broken: [...CLAIMS] }));
    honest.forEach(({ id, verdict }, k) => {
      expect(broken[k]?.verdict, id).toBe(verdict === "pass" ? "fail" : "vacuous");
    });
  });
});

describe("what the data sets show", () => {
  const rhoOf = (preset: PresetId) => solved(stateOf(preset)).solution;

  test("three in a row: a ball, a band from 0 to 1, a point", () => {
    expect(rhoOf("three-ball").rhoInterval.map((rho) => Number(rho.toFixed(9)))).toEqual([1, 1]);
    expect(rhoOf("three-band").rhoInterval.map((rho) => Number(rho.toFixed(9)))).toEqual([0, 1]);
    const point = rhoOf("three-point");
    expect(point.rho).toBe(0);
    expect(point.primal).toBeCloseTo(0.8333, 4);
    expect(point.alphaSumLo).toBeCloseTo(0.8333, 4);
  });

  test("heavy centre: any sum of multipliers from 2/3", () => {
    expect(rhoOf("heavy-centre").alphaSumLo).toBeCloseTo(2 / 3, 9);
  });

  test("no free support vector: rho from 1.25 to 9", () => {
    expect(rhoOf("two-outside").rhoInterval.map((rho) => Number(rho.toFixed(9)))).toEqual([1.25, 9]);
  });

  test("weights are repeated points", () => {
    expect(rhoOf("weighted").rho).toBeCloseTo(rhoOf("repeated").rho, 5);
    expect(Array.from(rhoOf("weighted").center ?? [])[0]).toBeCloseTo(rhoOf("repeated").center?.[0] ?? 0, 5);
  });

  test("twelve on a circle: the circle", () => {
    expect(rhoOf("circle").rho).toBeCloseTo(25, 5);
  });

  test("digits: the five farthest images are the five that are no zeros", () => {
    const state = stateOf("digits");
    const { distance2 } = solved(state).solution;
    const order = Array.from(distance2.keys()).sort((i, j) => distance2[j]! - distance2[i]!);
    expect(order.slice(0, 5).every((i) => state.labels[i] !== "0")).toBe(true);
  });

  test("iris: the strangers are the farthest", () => {
    const state = stateOf("iris-strangers");
    const { distance2 } = solved(state).solution;
    const order = Array.from(distance2.keys()).sort((i, j) => distance2[j]! - distance2[i]!);
    expect(new Set(order.slice(0, 4))).toEqual(new Set([50, 51, 52, 53]));
  });

  test("vacuous where the statement has nothing to stand on", () => {
    const reason = (preset: PresetId, claim: string) =>
      claimsOf(stateOf(preset)).find(({ id }) => id === claim)?.reason;
    expect(reason("identical", "2.5a")).toBe("coincident");
    expect(reason("weighted", "2.6")).toBe("weights-differ");
    expect(reason("indefinite", "2.2")).toBe("kernel-not-psd");
  });
});

describe("the generator", () => {
  test("stops where the stepper stands, with the path when asked", () => {
    const state = stateOf("cloud", { stepper: true, iteration: 2 });
    const { solution, trace } = solved(state);
    expect(solution.report.iterations).toBe(2);
    expect(trace?.i).toHaveLength(2);
    expect(solved(stateOf("cloud")).trace).toBeNull();
  });

  test("a run that reached its limit goes on with a higher one to the same answer, bit for bit", () => {
    const whole = solved(stateOf("cloud"));
    const early = solved(stateOf("cloud", { maxIterations: 2 }));
    expect(early.solution.report).toMatchObject({ iterations: 2, converged: false });
    expect(early.solution.alpha).toEqual(solved(stateOf("cloud", { stepper: true, iteration: 2 })).solution.alpha);
    expect(solved(stateOf("cloud", { maxIterations: whole.solution.report.iterations + 1 }))).toEqual(whole);
  });

  test("frees its memory, also when it is left half-way or refused", () => {
    const state = stateOf("cloud");
    const use = (times: number) => {
      for (let k = 0; k < times; ++k) {
        solved(state);
        const run = solver(watched.pg, model.request(state));
        run.next();
        run.return();
        refusal(() => [
          ...solver(watched.pg, { ...model.request(state), map: { ...model.request(state).map!, columnX: 77 } }),
        ]);
      }
    };
    use(20);
    const before = watched.heapBytes();
    use(100);
    expect(watched.heapBytes()).toBe(before);
  });

  test("names what it refuses", () => {
    const request = model.request(stateOf("cloud"));
    const told = (problem: object) =>
      refusal(() => [...solver(watched.pg, { ...request, problem: { ...request.problem, ...problem } })]).message;
    expect(told({ nu: 1.5 })).toMatch(/nu/);
    expect(told({ nu: 0 })).toMatch(/nu/);
    expect(told({ weights: Array(20).fill(0) })).toMatch(/weights/);
    expect(told({ x: [1, 2, 3] })).toMatch(/x/);
  });
});
