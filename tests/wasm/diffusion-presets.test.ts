// The diffusion lab's starting states on the built library: each is answered in the forward stage, and every claim's deep link
// opens on a state that passes.
import { beforeAll, describe, expect, test } from "vitest";
import type { Proofground } from "../../wasm/lib/types.ts";
import { claimsRequest } from "../../web/labs/diffusion/claims.ts";
import { CLAIMS, stepOf } from "../../web/labs/diffusion/fields.ts";
import model from "../../web/labs/diffusion/model.ts";
import { PRESET_IDS } from "../../web/labs/diffusion/presets.ts";
import type { DiffusionFrame, DiffusionRequest } from "../../web/labs/diffusion/requests.ts";
import solver from "../../web/labs/diffusion/solver.ts";
import { type ForwardFrame, forwardRequest } from "../../web/labs/diffusion/stages/forward/request.ts";
import { loadWatched, refusal } from "./support/load.ts";

let pg: Proofground;
beforeAll(async () => {
  pg = (await loadWatched()).pg;
});

const answer = (request: DiffusionRequest): DiffusionFrame => {
  const frames = solver(pg, request);
  const pull = () => frames.next({ view: undefined, advance: true });
  const [first, second] = [pull(), pull()];
  expect([first.done, second.done]).toEqual([false, true]);
  return first.value as DiffusionFrame;
};
const stateOf = (id: string) => (model.base as NonNullable<typeof model.base>).state(id);

describe.each(PRESET_IDS.filter((id) => id !== "own"))("%s", (id) => {
  test("is answered at its step: moments that agree, a density, curves that begin with the data", () => {
    // A data set opens at t = 0, before there is anything to compare.
    const state = stateOf(id);
    const request = forwardRequest({ ...state, t: stepOf(state, 1) });
    if (request === null) throw new Error("no request");
    const frame = answer(request) as ForwardFrame;
    const { schedule, lanes, covariance, closedCovariance } = frame;
    const [beta, alphaBar, noise] = [schedule.beta, schedule.alphaBar, schedule.noise].map(
      (each) => each[request.t - 1],
    );
    expect(frame.closed).toHaveLength(2 * request.count);
    expect(frame.walked).toHaveLength(2 * request.count);
    // v_t = 1 - alpha_bar_t + alpha_bar_t v_0, of the exact moments at 0 and t.
    const v0 = lanes.exact[0][0] as number;
    expect(covariance[0]).toBeCloseTo((noise as number) + (alphaBar as number) * v0, 9);
    // Four standard errors of a sample variance, as if normal; heavier tails than that no data set here has.
    const error = 4 * Math.sqrt(2 / request.count);
    for (const measured of [closedCovariance, frame.walkedCovariance as Float64Array])
      expect(Math.abs((measured[0] as number) / (covariance[0] as number) - 1)).toBeLessThan(error);
    expect(beta).toBeGreaterThan(0);
    expect(lanes.priorKl[0]).toBe(Number.POSITIVE_INFINITY);
    expect(lanes.t.at(-1)).toBe(schedule.beta.length);
    expect(frame.map).not.toBeNull();
    expect(Math.max(...(frame.map as Float64Array))).toBeGreaterThanOrEqual(0);
  });
});

test("at t = 0 points have no density, and blurred ones have", () => {
  const points = forwardRequest({ ...stateOf("one-point"), t: 0 });
  const blurred = forwardRequest({ ...stateOf("moons"), t: 0 });
  if (points === null || blurred === null) throw new Error("no request");
  expect((answer(points) as ForwardFrame).map).toBeNull();
  const { map, x0, closed } = answer(blurred) as ForwardFrame;
  expect(Math.max(...(map as Float64Array))).toBeGreaterThan(0.2);
  expect(closed).toEqual(x0);
});

test("a schedule that is drawn passes through its knots", () => {
  const state = stateOf("uneven");
  const { beta } = pg.diffusion.schedule({ kind: "drawn", T: state.T, knots: state.knots });
  expect(Math.log10(beta[0] as number)).toBeCloseTo(state.knots[0] as number, 12);
  expect(Math.log10(beta.at(-1) as number)).toBeCloseTo(state.knots.at(-1) as number, 12);
  expect(refusal(() => pg.diffusion.schedule({ kind: "drawn", T: 10, knots: [-2, 0.1] })).message).toContain("knots");
});

test("points in any units come back standardised; those without a width are refused", () => {
  const frame = answer({ task: "standardise", points: [1e6, 3, 3e6, 3, 2e6, 3] });
  if (frame.task !== "standardise") throw new Error("another answer");
  const half = Math.sqrt(3);
  expect(Array.from(frame.points)).toEqual([-half, 0, half, 0, 0, 0].map((value) => expect.closeTo(value, 12)));
  expect(refusal(() => pg.diffusion.standardised({ points: [1, 2, 1, 2], d: 2 })).message).toContain("points");
});

test.each(CLAIMS)("the link of claim %s opens on a state that passes, and breaks when told to", (id) => {
  const state = model.forClaim(id);
  const verdict = (broken: readonly string[]) => {
    const request = claimsRequest({ ...state, broken }, [id]);
    if (request === null) throw new Error("no request");
    const frame = answer(request);
    if (frame.task !== "claims") throw new Error("another answer");
    return frame.claims[0]?.verdict;
  };
  expect(verdict([])).toBe("pass");
  expect(verdict([id])).toBe("fail");
});
