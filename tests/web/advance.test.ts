// How a long fit is advanced: which frames come when, by work and by nothing else.
import { describe, expect, it } from "vitest";
import { advance, judge, NOTHING_JUDGED } from "../../web/kit/points/advance.ts";
import type { Fit } from "../../web/kit/points/request.ts";

/** A run of as many iterations; it notes the sizes of its calls. */
function runOf(iterations: number) {
  const calls: number[] = [];
  let done = 0;
  const report = () => ({
    iterations: done,

    activeSetSteps: 0,
    converged: done === iterations,
    kktGap: iterations - done,
  });
  return {
    calls,
    report,
    advance(more: number) {
      calls.push(more);
      done = Math.min(iterations, done + more);
      return done === iterations;
    },
  };
}

/** Work, in iterations times points, at which each kind of frame came; and the run. */
function framesOf(iterations: number, n: number, { terms = 0, stopAt = null as number | null, traced = 0 } = {}) {
  const run = runOf(iterations);
  const make = (): Fit => ({
    phase: "iterate",
    solution: { report: run.report() },
    kktCase: new Uint8Array(n),
    ...NOTHING_JUDGED,
  });
  const progress: number[] = [];
  const pictures: number[] = [];
  for (const frame of advance(run, n, stopAt, traced, { terms, make })) {
    if (frame.phase === "progress") progress.push(frame.report.iterations * n);
    else pictures.push(frame.solution.report.iterations * n);
  }
  return { run, progress, pictures };
}

describe("a fit", () => {
  it("that is short gives no frame before its answer, whatever it has to draw", () => {
    for (const n of [1, 30, 200, 1000, 5000]) {
      const { run, progress, pictures } = framesOf(Math.floor(49e6 / n), n);
      expect([progress, pictures]).toEqual([[], []]);
      expect(run.report().converged).toBe(true);
    }
  });

  it("that is long gives pictures: soon the first, then one when the work has doubled, then one after each second or so", () => {
    for (const n of [200, 1000, 5000]) {
      const { pictures, progress } = framesOf(2e9 / n, n);
      const rounded = pictures.map((work) => Math.round(work / 5e7));
      expect(rounded.slice(0, 5)).toEqual([2, 4, 8, 12, 16]);
      expect(Math.max(...pictures.map((work, k) => work - (pictures[k - 1] ?? 0)))).toBeLessThan(2.1e8);
      // In between only the numbers, so that it can be stopped at any time.
      const all = [...pictures, ...progress].sort((a, b) => a - b);
      expect(Math.max(...all.map((work, k) => work - (all[k - 1] ?? 0)))).toBeLessThan(5.2e7);
    }
  });

  it("comes to its first picture as soon with the stepper open, whose iterations cost more", () => {
    const n = 1000;
    const iterations = (options: { traced?: number }) => (framesOf(2e9 / n, n, options).pictures[0] ?? 0) / n;
    expect(iterations({ traced: 20_000 })).toBeLessThan(iterations({}) / 20);
    // Once the path is cut, iterations cost what they do without it.
    const { pictures } = framesOf(2e9 / n, n, { traced: 4000 });
    expect(pictures.length).toBeGreaterThan(9);
    expect(pictures.at(-1)! - pictures.at(-2)!).toBeLessThan(2.1e8);
    expect(framesOf(1e6, n, { traced: 20_000, stopAt: 30_001 }).run.report().iterations).toBe(30_001);
  });

  it("spends more on iterations than on pictures that cost much", () => {
    const { pictures } = framesOf(1e10 / 5000, 5000, { terms: 1.6e9 });
    expect(pictures.length).toBeGreaterThan(3);
    for (const [k, work] of pictures.entries()) expect(work - (pictures[k - 1] ?? 0)).toBeGreaterThanOrEqual(1.6e9);
  });

  it("gives the same frames each time, and goes exactly to where it is to stop", () => {
    expect(framesOf(1e7, 100)).toMatchObject({ pictures: framesOf(1e7, 100).pictures });
    const { run } = framesOf(1e7, 100, { stopAt: 1_234_567 });
    expect(run.report().iterations).toBe(1_234_567);
    expect(run.calls.reduce((sum, call) => sum + call, 0)).toBe(1_234_567);
    expect(framesOf(1e7, 100, { stopAt: 0 }).run.calls).toEqual([]);
  });

  it("has no word about its claims in a picture, and no path", () => {
    expect(NOTHING_JUDGED).toEqual({ trace: null, claims: [], broken: null });
  });
});

describe("the claims of a fit", () => {
  /** Kinds of frames before each claim, and the claims. */
  function judged(n: number, iterations: number, names: readonly string[]) {
    const run = runOf(iterations);
    run.advance(iterations);
    const told: string[] = [];
    const make = (): Fit => ({
      phase: "iterate",
      solution: { report: run.report() },
      kktCase: new Uint8Array(n),
      ...NOTHING_JUDGED,
    });
    const claims = names.map((name) => () => {
      told.push(name);
      return name;
    });
    const frames = judge(run, n, claims, { make });
    for (;;) {
      const { done, value } = frames.next();
      if (done === true) return { told, results: value };
      told.push(value.phase);
      if (value.phase === "iterate") expect(value.solution.report.converged).toBe(true);
    }
  }

  it("of few points that were solved quickly come with the answer", () => {
    const names = ["1a", "1b"];
    expect(judged(200, 2000, names)).toEqual({ told: names, results: names });
  });

  it("that may take long come after the picture, with a sign of life between two", () => {
    for (const [n, iterations] of [
      [1000, 1000],
      [200, 20_000],
    ] as const) {
      const { told, results } = judged(n, iterations, ["1a", "1b", "1d1"]);
      expect(told).toEqual(["iterate", "1a", "progress", "1b", "progress", "1d1"]);
      expect(results).toEqual(["1a", "1b", "1d1"]);
    }
    expect(judged(1000, 10, [])).toEqual({ told: [], results: [] });
  });
});
