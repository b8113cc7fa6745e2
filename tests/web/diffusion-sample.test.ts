// Sampling as the page keeps it: what is sampled, and trails.
import { describe, expect, test } from "vitest";
import model from "../../web/labs/diffusion/model.ts";
import { atTheEdge } from "../../web/labs/diffusion/stages/sample/outside.ts";
import { methodOf, qualityRequest, runNames, sampleRequest } from "../../web/labs/diffusion/stages/sample/request.ts";
import { trailBands } from "../../web/labs/diffusion/stages/sample/trails.ts";
import { sampleExtent } from "../../web/labs/diffusion/view-extent.ts";

const state = model.initial();
const bytes = Uint8Array.of(1);

describe("the request", () => {
  test("without a network is of the exact runs alone, with one of all", () => {
    expect(runNames(state)).toEqual(["exact-ancestral", "exact-ddim", "network-ddim"]);
    expect(sampleRequest(state, null)?.runs.map(({ name }) => name)).toEqual(["exact-ancestral", "exact-ddim"]);
    const runs = sampleRequest(state, bytes)?.runs ?? [];
    expect(runs.map(({ network }) => network)).toEqual([null, null, bytes]);
    expect(sampleRequest({ ...state, runA: "network-flow", runB: "none", runC: "none" }, null)).toBeNull();
    expect(sampleRequest({ ...state, dataset: "own", points: [] }, bytes)).toBeNull();
  });

  test("no run takes more steps than the chain has", () => {
    const short = { ...state, T: 20, ddimSteps: 50, flowSteps: 10, eta: 0.5 };
    expect(methodOf("exact-ddim", short)).toEqual({ kind: "ddim", eta: 0.5, steps: 20 });
    expect(methodOf("network-flow", short)).toEqual({ kind: "flow", steps: 10 });
    expect(methodOf("exact-ancestral", short)).toEqual({ kind: "ancestral", variance: "posterior" });
  });

  test("quality is found at fewer and fewer of the steps, and at all", () => {
    expect(qualityRequest(state, null)?.steps).toEqual([5, 10, 20, 50, 100, 200]);
    expect(qualityRequest({ ...state, T: 5 }, null)?.steps).toEqual([5]);
    expect(qualityRequest({ ...state, T: 1 }, null)?.steps).toEqual([1]);
  });
});

test("the view holds the data and next to all of the noise, not what is far away", () => {
  expect(sampleExtent([1.5, -0.3, -0.2, 1], 0.05)).toBe(2.4);
  expect(sampleExtent([0, -8, 1, 1], 0.1)).toBeCloseTo(1.05 * 8.2, 12);
  expect(sampleExtent([], 0)).toBe(2.4);
});

test("particles outside of the view are shown at its edge, and those inside are not", () => {
  const view = { x: { domain: [-2, 2] }, y: { domain: [-3, 3] } } as const;
  expect(atTheEdge([0, 0, 2, 3, -5, 1, 1, 7, 9, -9], view)).toEqual([-2, 1, 1, 3, 2, -3]);
  expect(atTheEdge([Number.NaN, 0, Number.POSITIVE_INFINITY, 0], view)).toEqual([2, 0]);
});

test("trails fade from the oldest to the newest leg, of the chosen particles", () => {
  const states = [0, 1, 2, 3, 4].map((k) => Float32Array.of(k, 0, k, 1, k, 2));
  const bands = trailBands(states, 2, 2);
  expect(bands.map(({ alpha, pieces }) => [alpha, pieces.length / 4])).toEqual([
    [0.5, 4],
    [1, 4],
  ]);
  expect(bands[1]?.pieces.slice(-4)).toEqual([3, 1, 4, 1]);
  expect(trailBands(states.slice(0, 1), 2, 2)).toEqual([]);
});
