// A run that ended before its tolerance: what ended it, how it is continued, and what ends that.
import { describe, expect, it } from "vitest";
import { packState, readState } from "../../web/host/url.ts";
import { endOf, nextLimit } from "../../web/kit/main-plot/unconverged.ts";
import { restartPath } from "../../web/kit/points/controls.ts";
import type { Answer } from "../../web/kit/points/request.ts";
import { SOLVER } from "../../web/kit/points/state.ts";
import { movePoint as moveSvdd, weighPoint } from "../../web/labs/svdd/edits.ts";
import svdd from "../../web/labs/svdd/model.ts";
import { presetData as svddData } from "../../web/labs/svdd/presets.ts";
import { addPoint, movePoint, removePoint } from "../../web/labs/svr/edits.ts";
import svr from "../../web/labs/svr/model.ts";
import { bringData, presetData } from "../../web/labs/svr/presets.ts";

await bringData("sinc");

const { default: LIMIT, max: MOST } = SOLVER.maxIterations;

function answer(
  iterations: number,
  converged: boolean,
  maxIterations: number = LIMIT,
  stopAt: number | null = null,
): Answer {
  const report = { iterations, activeSetSteps: 0, converged, kktGap: converged ? 1e-4 : 0.1 };
  return {
    request: {
      problem: { x: [0], d: 1, maxIterations },
      standardise: true,
      stopAt,
      trace: false,
      claims: [],
      drawBroken: null,
    },
    frame: { phase: "done", solution: { report }, kktCase: new Uint8Array(1), trace: null, claims: [], broken: null },
  };
}

describe("what ended a run", () => {
  it("is nothing to speak of at an optimum, also at the very last iteration", () => {
    expect(endOf(answer(31, true))).toBeNull();
    expect(endOf(answer(LIMIT, true))).toBeNull();
  });

  it("is the limit, the largest one, the stepper or rounding", () => {
    expect(endOf(answer(LIMIT, false))).toBe("limit");
    expect(endOf(answer(50, false, 50))).toBe("limit");
    expect(endOf(answer(MOST, false, MOST))).toBe("most");
    expect(endOf(answer(6, false, LIMIT, 6))).toBe("step");
    expect(endOf(answer(0, false, LIMIT, 0))).toBe("step");
    expect(endOf(answer(734, false))).toBe("rounding");
    expect(endOf(answer(734, false, LIMIT, 1000))).toBe("rounding");
  });
});

describe("what keeps an iterate from its tolerance", () => {
  const done = answer(734, false);
  const iterate: Answer = { ...done, frame: { ...done.frame, phase: "iterate" } };

  it("is that the run goes on, or was stopped; never its limit or rounding", () => {
    expect([endOf(iterate, true), endOf(iterate, false)]).toEqual(["running", "stopped"]);
    const last = answer(LIMIT, false);
    expect(endOf({ ...last, frame: { ...last.frame, phase: "iterate" } })).toBe("stopped");
    expect(endOf(done, true)).toBe("rounding");
  });
});

describe("going on", () => {
  it("doubles the limit up to what C++ counts to", () => {
    expect(nextLimit(LIMIT)).toBe(2 * LIMIT);
    expect(nextLimit(MOST - 1)).toBe(MOST);
    expect(nextLimit(MOST)).toBe(MOST);
    expect(MOST).toBeLessThan(2 ** 31);
  });

  it("is part of the problem that the solver and the claims are sent, and of the link", async () => {
    const state = { ...svr.initial(), maxIterations: 2 * LIMIT };
    expect(svr.request(state).problem.maxIterations).toBe(2 * LIMIT);
    expect(svdd.request({ ...svdd.initial(), maxIterations: 3 }).problem.maxIterations).toBe(3);
    const packed = await packState(svr, state);
    expect((await readState(svr, { lab: "svr", claim: null, packed, widget: false })).state.maxIterations).toBe(
      2 * LIMIT,
    );
  });

  it("ends with the problem: another parameter, an edit or a data set starts with the usual limit", () => {
    const state = { ...svr.initial(), maxIterations: 8 * LIMIT };
    const sphere = { ...svdd.initial(), maxIterations: 8 * LIMIT };
    const changes = [
      restartPath(),
      addPoint(state, 1, 1),
      movePoint(state, 0, 1, 1),
      removePoint(state, 0),
      presetData("sinc"),
      weighPoint(sphere, 0, 2),
      moveSvdd(sphere, 0, 1, 1),
      svddData("ring"),
    ];
    expect(changes.map((change) => change?.maxIterations)).toEqual(changes.map(() => LIMIT));
  });
});
