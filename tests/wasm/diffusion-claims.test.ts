// The claims of problem 4 across the border: they pass, "break it" breaks them, and where they say nothing they say so.
import { beforeAll, describe, expect, test } from "vitest";
import type { DiffusionClaimOptions, DiffusionClaimRequest, Proofground, ScheduleSpec } from "../../wasm/lib/types.ts";
import { loadWatched } from "./support/load.ts";
import { CLAIMS, MODES, PLANE, points, SCHEDULE } from "./support/mixtures.ts";

let diffusion: Proofground["diffusion"];
beforeAll(async () => {
  diffusion = (await loadWatched()).pg.diffusion;
});

const request = (id: (typeof CLAIMS)[number], change: Partial<DiffusionClaimRequest> = {}): DiffusionClaimRequest => ({
  id,
  data: MODES,
  schedule: SCHEDULE,
  broken: false,
  options: { t: 20 },
  ...change,
});

describe.each(CLAIMS)("%s", (id) => {
  test("passes, and every check says how", () => {
    const claim = diffusion.claim(request(id));
    expect(claim).toMatchObject({ id, verdict: "pass", reason: "", broken: false });
    expect(claim.checks.length).toBeGreaterThan(0);
    for (const check of claim.checks) {
      expect(check.verdict).toBe("pass");
      expect(check.value).toBeLessThanOrEqual(check.bound);
    }
  });

  test("broken, it fails", () => {
    const claim = diffusion.claim(request(id, { broken: true }));
    expect(claim).toMatchObject({ id, verdict: "fail", broken: true });
    expect(claim.checks.some((check) => check.verdict === "fail" && check.value > check.bound)).toBe(true);
  });

  test("without noise it is vacuous", () => {
    const schedule: ScheduleSpec = { kind: "constant", T: 30, beta: 1e-9 };
    const claim = diffusion.claim(request(id, { schedule }));
    expect(claim).toMatchObject({ verdict: "vacuous", reason: "no-noise", checks: [] });
  });

  test("of a cloud in the plane it is never wrong, and its picture is filled", () => {
    const claim = diffusion.claim(request(id, { data: points(40, 2, 0.1) }));
    if (claim.verdict === "vacuous") expect(claim).toMatchObject({ id: "4bridge", reason: "extent" });
    else expect(claim.verdict).toBe("pass");
    for (const value of Object.values(claim.picture)) expect(value).not.toBeUndefined();
  });
});

test("pictures have the fields and sizes that their types promise", () => {
  const at = (id: (typeof CLAIMS)[number]) => diffusion.claim(request(id, { data: id === "4bridge" ? MODES : PLANE }));
  const T = 50;
  for (const id of CLAIMS) {
    const claim = at(id);
    switch (claim.id) {
      case "4a":
        expect(claim.picture.signal).toHaveLength(T);
        expect(claim.picture.noiseByRecursion).toHaveLength(T);
        expect(claim.picture.x0).toHaveLength(2);
        expect(claim.picture.bySteps.length).toBe(claim.picture.closed.length);
        expect(claim.picture.priorKl).toBeGreaterThan(0);
        break;
      case "4b":
        expect(claim.picture.t).toBe(20);
        expect(claim.picture.point).toBe(false);
        expect(claim.picture.product).toHaveLength(claim.picture.u.length);
        expect(claim.picture.u.length).toBeGreaterThan(100);
        break;
      case "4c":
        expect(claim.picture.best).toHaveLength(2);
        expect(claim.picture.difference).toHaveLength(T);
        expect(claim.picture.bayesError).toBeGreaterThan(claim.picture.bayesErrorSe);
        break;
      case "4d":
        expect(claim.picture.weight[0]).toBe(Number.POSITIVE_INFINITY);
        expect(claim.picture.kl).toHaveLength(T);
        expect(claim.picture.mse).toHaveLength(T);
        break;
      case "4r1":
        expect(claim.picture.printed).toHaveLength(T);
        expect(claim.picture.used).toHaveLength(T);
        expect(claim.picture.varianceAtT).toBeGreaterThan(1);
        break;
      case "4r2":
        expect(claim.picture.tweedie.length).toBe(claim.picture.x.length);
        break;
      case "4r3":
        expect(claim.picture.steps[0]).toBe(T);
        expect(claim.picture.intactFlowSd).toEqual(claim.picture.flowSd);
        expect(claim.picture.ancestralLimit).toBeCloseTo(claim.picture.sd, 3);
        expect(claim.picture.gap).toHaveLength(claim.picture.steps.length);
        break;
      case "4bridge":
        expect(claim.picture.terms).toHaveLength(T);
        expect(claim.picture.best).toBeLessThanOrEqual(claim.picture.posterior);
        break;
    }
  }
});

test("what is asked with is what is shown", () => {
  const options: DiffusionClaimOptions = { t: 7, x0: [0.25], xt: [-0.5], eps: null, seed: 4 };
  const claim = diffusion.claim(request("4b", { options }));
  if (claim.id !== "4b") throw new Error("another claim");
  expect(claim.picture).toMatchObject({ t: 7, x0: Float64Array.of(0.25), xt: Float64Array.of(-0.5) });
  const back = diffusion.reverse({ schedule: SCHEDULE, t: 7, x0: [0.25], xt: [-0.5], guess: null, curve: null });
  expect(back.mean).toEqual(claim.picture.mean);
});

test("the bridge's gaps are those of nelbo", () => {
  const claim = diffusion.claim(request("4bridge"));
  if (claim.id !== "4bridge") throw new Error("another claim");
  const bound = diffusion.nelbo({ data: MODES, schedule: SCHEDULE, draws: 2, seed: 1 });
  expect(bound.by).toBe("quadrature");
  expect(bound.entropy).toBe(claim.picture.entropy);
  expect(bound.posteriorTotal - bound.entropy).toBeCloseTo(claim.picture.posterior, 12);
  expect(bound.forwardTotal - bound.entropy).toBeCloseTo(claim.picture.forward, 12);
  expect(bound.bestTotal - bound.entropy).toBeCloseTo(claim.picture.best, 12);
  expect(bound.prior).toBe(claim.picture.prior);
  expect(bound.forward).toEqual(claim.picture.terms);
});
