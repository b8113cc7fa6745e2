// Fits that pair steps alone do not end soon: in the built library, too, active-set steps take turns with them. They are told
// apart in report and trace, and are part of the one path that every split into calls goes along.
import { beforeAll, describe, expect, test } from "vitest";
import type { Proofground, Report, Trace } from "../../wasm/lib/types.ts";
import { loadWatched } from "./support/load.ts";
import { bits } from "./support/numbers.ts";
import { cloud, wave } from "./support/problems.ts";

let pg: Proofground;
beforeAll(async () => {
  pg = (await loadWatched()).pg;
});

const SMO = 0;
const ACTIVE_SET = 1;

interface Run {
  advance(iterations: number): boolean;
  report(): Report;
  trace(): Trace;
  solution(): object;
  delete(): void;
}

const onALine = wave(60, 1, { C: 1e6, epsilon: 0.02 });
const round = cloud(600, 2, { kernel: { type: "rbf", gamma: 3 }, nu: 0.01, tolerance: 1e-9 });

const machines: [string, (maxTrace: number) => Run, () => object][] = [
  ["svr", (maxTrace) => pg.svr.start(onALine, { maxTrace }), () => pg.svr.fit(onALine)],
  ["svdd", (maxTrace) => pg.svdd.start(round, { maxTrace }), () => pg.svdd.fit(round)],
];

describe.each(machines)("%s", (_, start, atOnce) => {
  const walked = (maxTrace: number, iterations: number) => {
    const run = start(maxTrace);
    while (!run.advance(iterations));
    const answer = { solution: run.solution(), report: run.report(), trace: run.trace() };
    run.delete();
    return answer;
  };

  test("the report counts what the trace tells apart; an active-set step names no pair", () => {
    const { report, trace } = walked(1_000_000, 5000);
    expect(report.converged).toBe(true);
    expect(report.activeSetSteps).toBeGreaterThan(0);
    expect(report.activeSetSteps).toBeLessThan(report.iterations / 50);
    expect(trace.method).toBeInstanceOf(Uint8Array);
    const { method, i, j, dual, primal, kktGap } = trace;
    for (const array of [method, i, j, dual, primal, kktGap]) expect(array).toHaveLength(report.iterations);
    const places = Array.from(method, (made, k) => ({ made, pair: [i[k], j[k]] }));
    const active = places.filter(({ made }) => made === ACTIVE_SET);
    expect(active).toHaveLength(report.activeSetSteps);
    for (const { pair } of active) expect(pair).toEqual([-1, -1]);
    const pairs = places.filter(({ made }) => made !== ACTIVE_SET);
    expect(pairs.every(({ made, pair: [a = -1, b = -1] }) => made === SMO && a >= 0 && b >= 0 && a !== b)).toBe(true);
    // Of any method: the dual rises.
    const scale = Math.abs(dual.at(-1) ?? Number.NaN);
    const falls = Array.from(dual).filter((value, k) => k > 0 && !(value >= (dual[k - 1] ?? 0) - 1e-10 * scale));
    expect(falls).toEqual([]);
  });

  test("the same bits however the run is cut into calls and traced", () => {
    const whole = atOnce();
    const path = walked(1_000_000, 1_000_000).trace;
    const first = path.method.indexOf(ACTIVE_SET);
    expect(first).toBeGreaterThanOrEqual(2000);
    // Cut just before, at and just after the first active-set step.
    for (const [maxTrace, iterations] of [
      [0, 1],
      [5, 7],
      [first, first + 1],
      [first + 1, 1000],
      [first + 2, first],
    ] as const) {
      const { solution, trace } = walked(maxTrace, iterations);
      expect(bits(solution), `${maxTrace} ${iterations}`).toEqual(bits(whole));
      for (const key of ["method", "i", "j", "dual", "kktGap"] as const)
        expect(trace[key], `${key} ${maxTrace} ${iterations}`).toEqual(path[key].slice(0, maxTrace));
    }
  });

  test("a run can be stopped at an active-set step, and stands where that led", () => {
    const { trace } = walked(1_000_000, 1_000_000);
    const at = trace.method.indexOf(ACTIVE_SET) + 1;
    const run = start(0);
    run.advance(at - 1);
    expect(run.report()).toMatchObject({ iterations: at - 1, activeSetSteps: 0, converged: false });
    run.advance(1);
    expect(run.report()).toMatchObject({ iterations: at, activeSetSteps: 1 });
    const { dual } = run.solution() as { dual: number };
    const traced = trace.dual[at - 1] ?? Number.NaN;
    expect(Math.abs(dual - traced)).toBeLessThanOrEqual(1e-9 * Math.abs(traced));
    run.delete();
  });
});
