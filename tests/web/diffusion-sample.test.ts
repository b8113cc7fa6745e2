// Sampling as the page keeps it: what is asked, the store of frames, playing, trails.
import { describe, expect, test } from "vitest";
import model from "../../web/labs/diffusion/model.ts";
import { createFrames, playedTo, trailBands } from "../../web/labs/diffusion/stages/sample/frames.ts";
import { methodOf, qualityQuestion, runNames, sampleQuestion } from "../../web/labs/diffusion/stages/sample/request.ts";

const state = model.initial();
const bytes = Uint8Array.of(1);

describe("the question", () => {
  test("without a network asks for the exact runs alone, with one for all", () => {
    expect(runNames(state)).toEqual(["exact-ancestral", "exact-ddim", "network-ddim"]);
    expect(sampleQuestion(state, null)?.runs.map(({ name }) => name)).toEqual(["exact-ancestral", "exact-ddim"]);
    const runs = sampleQuestion(state, bytes)?.runs ?? [];
    expect(runs.map(({ network }) => network)).toEqual([null, null, bytes]);
    expect(sampleQuestion({ ...state, runA: "network-flow", runB: "none", runC: "none" }, null)).toBeNull();
    expect(sampleQuestion({ ...state, dataset: "own", points: [] }, bytes)).toBeNull();
  });

  test("no run takes more steps than the chain has", () => {
    const short = { ...state, T: 20, ddimSteps: 50, flowSteps: 10, eta: 0.5 };
    expect(methodOf("exact-ddim", short)).toEqual({ kind: "ddim", eta: 0.5, steps: 20 });
    expect(methodOf("network-flow", short)).toEqual({ kind: "flow", steps: 10 });
    expect(methodOf("exact-ancestral", short)).toEqual({ kind: "ancestral", variance: "posterior" });
  });

  test("quality is asked at fewer and fewer of the steps, and at all", () => {
    expect(qualityQuestion(state, null)?.steps).toEqual([5, 10, 20, 50, 100, 200]);
    expect(qualityQuestion({ ...state, T: 5 }, null)?.steps).toEqual([5]);
    expect(qualityQuestion({ ...state, T: 1 }, null)?.steps).toEqual([1]);
  });
});

const at = (t: number) => Float32Array.of(t, -t);

describe("frames", () => {
  test("a run stands still between its steps", () => {
    const frames = createFrames(4, 2, 200);
    for (const t of [4, 3, 2, 1, 0]) frames.add({ run: 0, t, x: at(t) });
    for (const t of [4, 2, 0]) frames.add({ run: 1, t, x: at(t) });
    const firsts = (run: number) => Array.from({ length: 5 }, (_, k) => frames.at(run, k)?.[0]);
    expect(firsts(0)).toEqual([4, 3, 2, 1, 0]);
    expect(firsts(1)).toEqual([4, 4, 2, 2, 0]);
    expect([frames.count, frames.reached, frames.size]).toEqual([4, 4, 8]);
  });

  test("the time line ends where the slowest run is", () => {
    const frames = createFrames(10, 2, 200);
    for (const t of [10, 9, 8, 7]) frames.add({ run: 0, t, x: at(t) });
    expect(frames.reached).toBe(0);
    frames.add({ run: 1, t: 10, x: at(10) });
    frames.add({ run: 1, t: 5, x: at(5) });
    expect(frames.reached).toBe(3);
  });

  test("a long chain has no more pictures than are asked for, from T to 0", () => {
    const frames = createFrames(1000, 1, 200);
    expect([frames.count, frames.t(0), frames.t(100), frames.t(200)]).toEqual([200, 1000, 500, 0]);
    for (let t = 1000; t >= 0; t -= 5) frames.add({ run: 0, t, x: at(t) });
    for (const position of [0, 1, 77, 200]) expect(frames.at(0, position)?.[0]).toBe(frames.t(position));
  });

  test("a run that is begun again goes over what there was", () => {
    const frames = createFrames(4, 1, 200);
    for (const t of [4, 3, 2]) frames.add({ run: 0, t, x: at(t) });
    frames.add({ run: 0, t: 4, x: at(4) });
    expect([frames.size, frames.reached]).toEqual([1, 0]);
    expect(createFrames(4, 1, 200).at(0, 2)).toBeNull();
  });

  test("trails go back so many states and no further", () => {
    const frames = createFrames(9, 1, 200);
    for (let t = 9; t >= 0; --t) frames.add({ run: 0, t, x: at(t) });
    expect(frames.before(0, 5, 3).map((x) => x[0])).toEqual([6, 5, 4]);
    expect(frames.before(0, 0, 3).map((x) => x[0])).toEqual([9]);
  });
});

test("playing goes forwards and backwards, and stops at either end", () => {
  expect(playedTo(10, 500, 60, 200)).toBe(40);
  expect(playedTo(10, 100, -60, 200)).toBe(4);
  expect(playedTo(10, 5000, -60, 200)).toBe(0);
  expect(playedTo(10, 5000, 60, 200)).toBe(200);
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
