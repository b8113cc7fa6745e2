// Samplers, eps and the distances of samples through the border.
import { beforeAll, describe, expect, test } from "vitest";
import type { EpsSource, Proofground, SampleRequest, Sampler } from "../../wasm/lib/types.ts";
import { CLUSTERS, LINEAR, sampling, training } from "./support/diffusion.ts";
import { loadWatched, refusal, type Watched } from "./support/load.ts";
import { difference, sum } from "./support/numbers.ts";

let one: Watched;
let other: Watched;
let pg: Proofground;
let network: Uint8Array;
let sources: EpsSource[];
beforeAll(async () => {
  [one, other] = [await loadWatched(), await loadWatched()];
  pg = one.pg;
  const trainer = pg.diffusion.train(training());
  trainer.advance(300);
  network = trainer.network();
  trainer.delete();
  sources = [
    { kind: "oracle", data: CLUSTERS },
    { kind: "network", network },
  ];
});

const METHODS: SampleRequest["method"][] = [
  { kind: "ancestral", variance: "posterior" },
  { kind: "ancestral", variance: "forward" },
  { kind: "ancestral", variance: "optimal" },
  { kind: "ddim", eta: 0, steps: 10 },
  { kind: "ddim", eta: 1, steps: 10 },
  { kind: "flow", steps: 7 },
];

/** What body makes of a sampler, which is let go. */
function withSampler<T>(request: SampleRequest, body: (sampler: Sampler) => T, from: Proofground = pg): T {
  const sampler = from.diffusion.sample(request);
  try {
    return body(sampler);
  } finally {
    sampler.delete();
  }
}
const finished = (sampler: Sampler): Float64Array => {
  while (!sampler.advance(3));
  return sampler.x();
};

describe.each(METHODS)("%j", (method) => {
  test("goes from T to 0, from the start that all share, to the data, the same however it is cut", () => {
    for (const eps of sources) {
      const start = withSampler(sampling({ eps }), (sampler) => sampler.x());
      const request = sampling({ eps, method, count: 60 });
      const whole = withSampler(request, (sampler) => {
        expect(sampler.x()).toEqual(start);
        expect(sampler.x()).toHaveLength(120);
        expect([sampler.t(), sampler.taken()]).toEqual([40, 0]);
        expect(sampler.total()).toBe(method.kind === "ancestral" ? 40 : method.steps);
        expect(sampler.advance(1000)).toBe(true);
        expect([sampler.t(), sampler.taken()]).toEqual([0, sampler.total()]);
        expect(sampler.advance(1)).toBe(true);
        return sampler.x();
      });
      expect(withSampler(request, finished, other.pg)).toEqual(whole);
      expect(withSampler({ ...request, seed: 4 }, finished)).not.toEqual(whole);
      // Mean (1/3, -1/6), and not far out, half-trained as the network is.
      expect(sum(whole.filter((_, i) => i % 2 === 0)) / 60).toBeCloseTo(1 / 3, 0);
      for (const value of whole) expect(Math.abs(value)).toBeLessThan(6);
    }
  });
});

test("eps is the oracle's, and the trainer's", () => {
  const x = [0.5, -0.25, 1, 2];
  const of = (eps: EpsSource) => pg.diffusion.eps({ eps, schedule: LINEAR, x, d: 2, t: 11 });
  const exact = pg.diffusion.oracle({ data: CLUSTERS, schedule: LINEAR, t: 11, x }).eps;
  expect(of({ kind: "oracle", data: CLUSTERS })).toEqual(exact);
  const trainer = pg.diffusion.train(training());
  trainer.advance(300);
  expect(of({ kind: "network", network })).toEqual(trainer.eps(x, 11));
  trainer.delete();
  expect(difference(of({ kind: "network", network }), exact)).toBeLessThan(1);
});

describe("sample refuses by name", () => {
  const bytes = () => ({ kind: "network", network });
  test.each<[field: string, change: () => Record<string, unknown>]>([
    ["schedule.kind", () => ({ schedule: { kind: "square" } })],
    ["eps", () => ({ eps: undefined })],
    ["eps.kind", () => ({ eps: { kind: "guess" } })],
    ["eps.data.weights", () => ({ eps: { kind: "oracle", data: { ...CLUSTERS, weights: [1, -2] } } })],
    ["eps.data.d", () => ({ d: 3 })],
    ["eps.network", () => ({ eps: bytes(), d: 3 })],
    ["eps.network", () => ({ eps: { kind: "network", network: network.slice(1) } })],
    ["eps.network", () => ({ eps: { kind: "network", network: [...network] } })],
    ["eps.network", () => ({ eps: { kind: "network" } })],
    ["method.kind", () => ({ method: { kind: "euler", steps: 3 } })],
    ["method.variance", () => ({ method: { kind: "ancestral", variance: "none" } })],
    ["method.steps", () => ({ method: { kind: "flow", steps: 41 } })],
    ["method.steps", () => ({ method: { kind: "ddim", eta: 0, steps: 0 } })],
    ["method.eta", () => ({ method: { kind: "ddim", steps: 4 } })],
    ["eta", () => ({ method: { kind: "ddim", eta: 2, steps: 4 } })],
    ["count", () => ({ count: 0 })],
    ["count", () => ({ count: 1e8 })],
    ["d", () => ({ d: 0 })],
    ["seed", () => ({ seed: 0.5 })],
  ])("%s (%#)", (field, change) => {
    const error = refusal(() => pg.diffusion.sample({ ...sampling(), ...change() } as SampleRequest));
    expect(error.message).toMatch(
      new RegExp(`^diffusion\\.sample: ${field.replaceAll(".", "\\.")}: expected .*, got .*`),
    );
  });

  test("and eps, steps, a sampler that was deleted", () => {
    const eps = (change: Record<string, unknown>) =>
      refusal(() =>
        pg.diffusion.eps({ eps: sources[0] as EpsSource, schedule: LINEAR, x: [1, 2], d: 2, t: 1, ...change }),
      ).message;
    expect(eps({ t: 0 })).toMatch(/^diffusion\.eps: t: /);
    expect(eps({ x: [1, 2, 3] })).toMatch(/^diffusion\.eps: x: /);
    expect(eps({ d: 1 })).toMatch(/^diffusion\.eps: eps\.data\.d: /);
    const sampler = pg.diffusion.sample(sampling());
    expect(refusal(() => sampler.advance(0)).message).toMatch(/^diffusion\.sampler\.advance: steps: expected a whole/);
    sampler.delete();
    expect(refusal(() => sampler.x()).message).toBe(
      "diffusion.sampler.x: expected a sampler, got one that was deleted",
    );
  });
});

describe("quality", () => {
  const ask = (x: number[], y: number[], d = 1) => pg.diffusion.quality({ x, y, d, projections: 50, seed: 1 });

  test("by hand", () => {
    expect(ask([0, 1], [3, 4]).slicedWasserstein).toBe(3);
    expect(ask([0, 1], [3, 4]).energy).toBe(2 * 3 - 1 - 1);
    expect(ask([0, 1], [3, 4]).energyOfAll).toBe(2 * 3 - 0.5 - 0.5);
    expect(ask([0, 1], [0, 1, 0, 1]).slicedWasserstein).toBe(0);
  });

  test("of the oracle's samples is that of fresh data, of what is elsewhere it is not", () => {
    const draw = (seed: number) => pg.diffusion.draw({ data: CLUSTERS, count: 1500, seed });
    const fresh = pg.diffusion.quality({ x: draw(1), y: draw(2), d: 2, projections: 60, seed: 1 });
    const oracle = withSampler(sampling({ count: 1500, method: { kind: "flow", steps: 20 } }), finished);
    const made = pg.diffusion.quality({ x: oracle, y: draw(2), d: 2, projections: 60, seed: 1 });
    expect(made.slicedWasserstein).toBeLessThan(fresh.slicedWasserstein + 0.05);
    expect(made.energy).toBeLessThan(fresh.energy + 0.01);
    const moved = pg.diffusion.quality({ x: oracle.map((v) => v + 1), y: draw(2), d: 2, projections: 60, seed: 1 });
    expect(moved.slicedWasserstein).toBeGreaterThan(0.7);
    expect(moved.energy).toBeGreaterThan(0.3);
  });

  test.each<[field: string, change: Record<string, unknown>]>([
    ["x", { x: [1] }],
    ["x", { x: [1, 2, 3], d: 2 }],
    ["y", { y: null }],
    ["y[1]", { y: [1, Number.NaN] }],
    ["d", { d: 0 }],
    ["projections", { projections: 0 }],
    ["seed", { seed: "1" }],
  ])("refuses %s %j", (field, change) => {
    const request = { x: [1, 2], y: [1, 2], d: 1, projections: 1, seed: 1, ...change };
    const { message } = refusal(() => pg.diffusion.quality(request as Parameters<typeof pg.diffusion.quality>[0]));
    expect(message.startsWith(`diffusion.quality: ${field}: expected `)).toBe(true);
  });
});

test("nothing leaks: samplers made, advanced and let go leave the heap as it was", async () => {
  const { pg: fresh, heapBytes } = await loadWatched();
  const once = (): void => {
    for (const eps of sources)
      for (const method of METHODS) {
        const sampler = fresh.diffusion.sample(sampling({ eps, method }));
        sampler.advance(2);
        sampler.x();
        sampler.delete();
        refusal(() => fresh.diffusion.sample(sampling({ eps, method, count: -1 })));
      }
  };
  once();
  const before = heapBytes();
  for (let k = 0; k < 60; k++) once();
  expect(heapBytes()).toBe(before);
});
