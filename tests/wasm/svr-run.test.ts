// A run: advanced in steps, asked for its path, its picture and its claims, and deleted.
import { beforeAll, describe, expect, test } from "vitest";
import type { Proofground, SvrClaim, SvrClaimId, SvrProblem, SvrRun } from "../../wasm/lib/types.ts";
import { nextLimit } from "../../web/kit/main-plot/unconverged.ts";
import { MISTAKES } from "../../web/labs/svr/mistakes.ts";
import model from "../../web/labs/svr/model.ts";
import { DATA_PRESETS } from "../../web/labs/svr/preset-ids.ts";
import { bringData, presetData } from "../../web/labs/svr/presets.ts";
import type { SvrFrame } from "../../web/labs/svr/request.ts";
import solver from "../../web/labs/svr/solver.ts";
import { CLAIMS, type SvrState } from "../../web/labs/svr/state.ts";
import { loadWatched, refusal } from "./support/load.ts";
import { wave } from "./support/problems.ts";

let pg: Proofground;
beforeAll(async () => {
  pg = (await loadWatched()).pg;
  for (const id of DATA_PRESETS) await bringData(id);
});

const finished = (run: SvrRun): SvrRun => {
  while (!run.advance(1000));
  return run;
};
const solved = (problem: SvrProblem, standardise = false) => finished(pg.svr.start(problem, { standardise }));
const stateOf = (preset: SvrState["preset"]): SvrState => ({ ...model.initial(), ...presetData(preset) });

describe("advance", () => {
  test("stops where it is told, and says when it is finished", () => {
    const run = pg.svr.start(wave(80, 2));
    expect(run.advance(0)).toBe(false);
    expect(run.advance(5)).toBe(false);
    expect(run.report()).toMatchObject({ iterations: 5, converged: false });
    expect(run.solution().report.iterations).toBe(5);
    finished(run);
    expect(run.report().converged).toBe(true);
    expect(run.advance(0)).toBe(true);
    expect(run.advance(5)).toBe(true);
    expect(run.solution()).toEqual(pg.svr.fit(wave(80, 2)));
    run.delete();
  });

  test("maxIterations 0 answers with the starting point", () => {
    const { report, alpha } = pg.svr.fit(wave(10, 1, { maxIterations: 0 }));
    expect(report).toMatchObject({ iterations: 0, converged: false });
    expect(alpha.every((value) => value === 0)).toBe(true);
  });

  test.each([-1, 1.5, Number.NaN, 2 ** 31, "3", null])("refuses %s", (iterations) => {
    const run = pg.svr.start(wave(10, 1));
    expect(refusal(() => run.advance(iterations as number)).message).toMatch(
      /^svr\.run\.advance: iterations: expected a whole/,
    );
    run.delete();
  });
});

describe("trace", () => {
  const problem = wave(60, 2, { C: 10 });

  test("the dual rises to the solution's, the primal stays above it, the gap closes", () => {
    const run = finished(pg.svr.start(problem, { maxTrace: 100_000 }));
    const { i, j, dual, primal, kktGap } = run.trace();
    const { report, ...solution } = run.solution();
    for (const array of [i, j, dual, primal, kktGap]) expect(array).toHaveLength(report.iterations);
    const scale = Math.abs(solution.dual);
    for (let k = 0; k < dual.length; k++) {
      const [now = Number.NaN, before = 0] = [dual[k], dual[k - 1]];
      expect(now).toBeGreaterThanOrEqual(before - 1e-12 * scale);
      expect(primal[k]).toBeGreaterThanOrEqual(solution.dual - 1e-12 * scale);
      expect(i[k]).not.toBe(j[k]);
    }
    expect(dual.at(-1)).toBeCloseTo(solution.dual, 10);
    expect(kktGap.at(-1)).toBeCloseTo(report.kktGap, 10);
    expect((primal.at(-1) ?? 0) - solution.primal).toBeLessThanOrEqual(1e-12 * scale);
    run.delete();
  });

  test("is cut at maxTrace, and tracing changes nothing", () => {
    const run = finished(pg.svr.start(problem, { maxTrace: 7 }));
    expect(run.trace().dual).toHaveLength(7);
    expect(run.solution()).toEqual(pg.svr.fit(problem));
    run.delete();
    const plain = solved(problem);
    expect(plain.trace().dual).toHaveLength(0);
    plain.delete();
  });
});

describe("units", () => {
  // Far from the origin and stretched: standardising must matter.
  const base = wave(50, 2);
  const x = Array.from(base.x, (value, k) => (k % 2 === 0 ? 1000 + 10 * value : value / 100));
  const y = Array.from(base.y, (value) => 5e4 + 200 * value);
  const problem = { ...base, x, y, C: 10 };

  test("a standardised run predicts, draws and measures in the user's units", () => {
    const run = solved(problem, true);
    const { xMean, xScale, yMean, yScale } = run.scaling();
    const standardised = {
      ...problem,
      x: x.map((value, k) => (value - (xMean[k % 2] ?? 0)) / (xScale[k % 2] ?? 0)),
      y: y.map((value) => (value - yMean) / yScale),
    };
    const direct = pg.svr.predict(standardised, run.solution(), standardised.x);
    const fitted = run.predict(x);
    for (const [k, value] of fitted.entries()) expect(value).toBeCloseTo((direct[k] ?? 0) * yScale + yMean, 6);
    expect(run.tube()).toBeCloseTo(problem.epsilon * yScale, 12);

    const { x: along, f } = run.curve(1, -0.03, 0.03, 5);
    expect([along[0], along.at(-1), along.length]).toEqual([-0.03, 0.03, 5]);
    expect(Array.from(f)).toEqual(
      Array.from(run.predict(Array.from(along).flatMap((value) => [xMean[0] ?? 0, value]))),
    );
    run.delete();
  });

  test("without standardising the scaling is the identity and a curve holds the other columns at their means", () => {
    const run = solved(base);
    const identity = { xMean: Float64Array.of(0, 0), xScale: Float64Array.of(1, 1), yMean: 0, yScale: 1 };
    expect(run.scaling()).toEqual(identity);
    expect(run.tube()).toBe(base.epsilon);
    const mean = Array.from(base.x).reduce((sum, value, k) => sum + (k % 2 === 1 ? value : 0), 0) / 50;
    const { f } = run.curve(0, 0, 1, 2);
    const expected = run.predict([0, mean, 1, mean]);
    for (const k of [0, 1]) expect(f[k]).toBeCloseTo(expected[k] ?? Number.NaN, 12);
    run.delete();
  });

  test.each<[column: number, from: number, to: number, samples: number, field: string]>([
    [2, 0, 1, 10, "column"],
    [-1, 0, 1, 10, "column"],
    [0, 1, 1, 10, "to"],
    [0, Number.NaN, 1, 10, "from"],
    [0, 0, Number.POSITIVE_INFINITY, 10, "to"],
    [0, 0, 1, 1, "samples"],
    [0, 0, 1, 1e9, "samples"],
  ])("curve(%s, %s, %s, %s) is refused", (column, from, to, samples, field) => {
    const run = solved(base);
    expect(refusal(() => run.curve(column, from, to, samples)).message).toMatch(`svr.run.curve: ${field}`);
    run.delete();
  });
});

describe("delete", () => {
  test("twice is harmless; any other use afterwards is refused", () => {
    const run = solved(wave(10, 1));
    run.delete();
    run.delete();
    const uses = [() => run.advance(1), () => run.report(), () => run.solution(), () => run.claim("1a", false)];
    for (const use of uses)
      expect(refusal(use).message).toMatch(/^svr\.run\.\w+: expected a run, got one that was deleted$/);
  });

  test("from inside a call, by an argument's getter, is refused and does no harm", () => {
    const run = solved(wave(10, 1));
    let inner: unknown;
    const x = Object.defineProperty([0, 1], 1, {
      get() {
        inner = refusal(() => run.delete()).message;
        return 1;
      },
    });
    expect(run.predict(x)).toHaveLength(2);
    expect(inner).toMatch(/in the middle of a call$/);
    run.delete();
  });
});

describe("claims", () => {
  test.each(CLAIMS)("%s holds on its preset, and fails when broken", (id) => {
    const state = model.forClaim(id);
    const run = solved(model.request(state).problem, state.standardise);
    const honest = run.claim(id, false);
    expect(honest).toMatchObject({ id, verdict: "pass", broken: false, reason: "" });
    expect(honest.checks.length).toBeGreaterThan(0);
    for (const { value, bound, verdict } of honest.checks) {
      expect(verdict).toBe("pass");
      expect(value).toBeLessThanOrEqual(bound);
    }
    const broken = run.claim(id, true);
    expect(broken).toMatchObject({ id, verdict: "fail", broken: true });
    expect(broken.checks.some((check) => check.verdict === "fail" && !(check.value <= check.bound))).toBe(true);
    run.delete();
  });

  test.each(CLAIMS)("%s notices each of its mistakes on its preset, or says that it changes nothing", (id) => {
    const state = model.forClaim(id);
    const run = solved(model.request(state).problem, state.standardise);
    const { mistakes } = run.claim(id, false);
    expect(mistakes).toEqual(["plain", ...MISTAKES[id]]);
    const noticed = mistakes.filter((code) => {
      const claim = run.claim(id, code);
      expect(claim).toMatchObject({ mistake: code, broken: true });
      if (claim.verdict !== "fail") expect(claim, code).toMatchObject({ verdict: "vacuous", reason: "no-difference" });
      return claim.verdict === "fail";
    });
    expect(noticed.length, noticed.join()).toBeGreaterThanOrEqual(3);
    run.delete();
  });

  test("says whether the fit was solved anew, and how far that is from the one on screen", () => {
    const coarse = solved(wave(40, 1, { tolerance: 0.1 }));
    const { anew, apart } = coarse.claim("1b", false).judged;
    expect(anew).toBe(true);
    expect(apart).toBeGreaterThan(1e-4);
    expect(apart).toBeLessThan(0.2);
    coarse.delete();
    const fine = solved(wave(40, 1, { tolerance: 1e-10 }));
    expect(fine.claim("1b", false).judged).toEqual({ anew: false, apart: 0 });
    fine.delete();
    const many = solved(wave(1100, 1));
    expect(many.claim("1c1", false).judged).toEqual({ anew: false, apart: 0 });
    many.delete();
  });

  test("says how many points were solved again", () => {
    const solvedPoints = (n: number) => {
      const run = solved(wave(n, 1));
      const { picture } = run.claim("1d1", false) as Extract<SvrClaim, { id: "1d1" }>;
      run.delete();
      return picture.solved;
    };
    expect([30, 500].map(solvedPoints)).toEqual([30, 400]);
  });

  test("hands out the certificate that a break replaces, and what it gives can be sampled", () => {
    const problem = wave(30, 2, { tolerance: 1e-9 });
    const run = solved(problem, true);
    const solution = run.solution();
    for (const id of CLAIMS) {
      expect(run.claim(id, false).certificate, id).toBeNull();
      expect(run.claim(id, true).certificate === null, id).toBe(id === "1a" || id === "1d1");
    }
    const { certificate } = run.claim("1b", true, { point: 3 });
    if (certificate === null) throw new Error("no certificate");
    expect((certificate.alpha[3] ?? 0) - (solution.alpha[3] ?? 0)).toBeCloseTo(problem.C / 2, 6);
    const at = [0.3, -0.2];
    // f is linear in the multipliers: the broken one adds C/2 k(x_3, x), in the units of y.
    const { xMean, xScale, yScale } = run.scaling();
    const gamma = problem.kernel.type === "rbf" ? problem.kernel.gamma : Number.NaN;
    const distance2 = [0, 1].reduce((sum, k) => {
      const difference = ((at[k] ?? 0) - (problem.x[2 * 3 + k] ?? 0)) / (xScale[k] ?? 1);
      return sum + difference * difference;
    }, 0);
    const change = (run.predict(at, certificate)[0] ?? 0) - (run.predict(at, solution)[0] ?? 0);
    const delta = (certificate.alpha[3] ?? 0) - (solution.alpha[3] ?? 0);
    expect(change).toBeCloseTo(delta * Math.exp(-gamma * distance2) * yScale, 6);
    // Its own solution is what is predicted without one.
    expect(run.predict(at, solution)).toEqual(run.predict(at));
    const [x0 = 0, mean = 0] = [0.7, xMean[1]];
    const { x, f } = run.curve(0, x0, 2, 9, certificate);
    expect(f[0]).toBeCloseTo(run.predict([x[0] ?? 0, mean], certificate)[0] ?? 0, 12);
    expect(run.curve(0, x0, 2, 9, certificate).f).not.toEqual(run.curve(0, x0, 2, 9).f);
    run.delete();
  });

  test("no claim fails on any preset", () => {
    const failed: string[] = [];
    for (const preset of DATA_PRESETS) {
      const state = stateOf(preset);
      const run = solved(model.request(state).problem, state.standardise);
      for (const id of CLAIMS) {
        const claim = run.claim(id, false);
        if (claim.verdict === "fail") failed.push(`${preset} ${id}`);
        if (claim.verdict === "vacuous") expect(claim.checks).toHaveLength(0);
        expect(claim.reason !== "").toBe(claim.verdict === "vacuous");
      }
      run.delete();
    }
    expect(failed).toEqual([]);
  });

  test("a fit that was stopped early proves nothing", () => {
    const run = pg.svr.start(wave(40, 1, { C: 10 }));
    run.advance(3);
    expect(run.claim("1b", false)).toMatchObject({ verdict: "vacuous", reason: "not-converged", checks: [] });
    run.delete();
  });

  test("options reach the claim, in the units that the types say", () => {
    const problem = wave(30, 2);
    const run = solved(problem, true);
    const { xMean, xScale } = run.scaling();
    const at = [1, -2];
    const bars = run.claim("1d2", false, { at }) as Extract<SvrClaim, { id: "1d2" }>;
    for (const k of [0, 1]) {
      expect(bars.picture.at[k]).toBeCloseTo(((at[k] ?? 0) - (xMean[k] ?? 0)) / (xScale[k] ?? 0), 12);
    }
    const offset = run.claim("1c1", false, { b: 3 }) as Extract<SvrClaim, { id: "1c1" }>;
    expect(offset.picture.pick).toBe(3);
    const ledger = run.claim("1a", false, { point: 4, alpha: 0.25, seed: 7 }) as Extract<SvrClaim, { id: "1a" }>;
    expect(ledger.picture).toMatchObject({ point: 4, alpha: 0.25 });
    run.delete();
  });

  test.each<[what: string, id: string, options: Record<string, unknown>, message: RegExp]>([
    ["an id of no claim", "1c3", {}, /^svr\.run\.claim: id: expected one of 1a, .*, got 1c3$/],
    [
      "a point outside",
      "1a",
      { point: 30 },
      /^svr\.run\.claim: options\.point: expected a whole number from 0 to 29, got 30$/,
    ],
    ["an alpha below 0", "1a", { alpha: -1 }, /^svr\.run\.claim: options\.alpha: expected .*, got -1$/],
    ["a b that is no number", "1c1", { b: "x" }, /^svr\.run\.claim: options\.b: expected a number or null, got "x"$/],
    ["an at of another size", "1d2", { at: [1] }, /^svr\.run\.claim: options\.at: expected 2 numbers, got 1$/],
    ["a NaN in at", "1d2", { at: [0, Number.NaN] }, /^svr\.run\.claim: options\.at\[1\]: expected .*, got NaN$/],
  ])("refuses %s", (_, id, options, message) => {
    const run = solved(wave(30, 2));
    expect(refusal(() => run.claim(id as SvrClaimId, false, options)).message).toMatch(message);
    run.delete();
  });
});

describe("the lab's solver", () => {
  const frames = (state: SvrState, change: Partial<ReturnType<typeof model.request>> = {}): SvrFrame[] => [
    ...solver(pg, { ...model.request(state), ...change }),
  ];

  test("sends what the open claim's broken certificate gives, and nothing of other claims", () => {
    const broken = (id: SvrClaimId, others: readonly SvrClaimId[], wanted: readonly SvrClaimId[] = [id]) => {
      const state = { ...model.forClaim(id), broken: others } as SvrState;
      const claims = wanted.flatMap((claim) => model.request({ ...state, claim }).claims);
      const frame = frames(state, { claims }).at(-1);
      if (frame?.phase !== "done") throw new Error("it did not end");
      return { frame, state };
    };
    for (const id of ["1b", "1c1", "1c2", "1d2"] as const) {
      const { frame, state } = broken(id, [id], CLAIMS);
      expect(frame.broken?.claim).toBe(id);
      expect(frame.broken?.fitted).toHaveLength(state.y.length);
      expect(frame.broken?.curve?.x).toEqual(frame.curve?.x);
      expect(frame.broken?.curve?.f, id).not.toEqual(frame.curve?.f);
    }
    expect(broken("1b", ["1c1"], CLAIMS).frame.broken).toBeNull();
    expect(broken("1a", ["1a"]).frame.broken).toBeNull();
    // The fit of a broken b is the fit, moved.
    const { frame } = broken("1c1", ["1c1"]);
    const moved = Array.from(frame.broken?.curve?.f ?? [], (value, k) => value - (frame.curve?.f[k] ?? 0));
    expect(Math.min(...moved)).toBeGreaterThan(0);
    expect(Math.max(...moved) - Math.min(...moved)).toBeLessThan(1e-12);
  });

  test.each(DATA_PRESETS)(
    "%s: everything in its last frame; for up to 500 points at most its picture comes before",
    (preset) => {
      const state = { ...stateOf(preset), claim: "1c2" } as SvrState;
      const all = frames(state);
      const done = all.at(-1);
      if (done?.phase !== "done") throw new Error("the last frame is not the answer");
      const n = state.y.length;
      if (n <= 500) {
        const before = all.slice(0, -1).map((frame) => frame.phase === "iterate" && frame.solution);
        expect([[], [done.solution]]).toContainEqual(before);
      }
      expect(done.solution.report.converged).toBe(true);
      expect(done.fitted).toHaveLength(n);
      expect(done.claims.map((claim) => claim.id)).toEqual(["1c2"]);
      expect(done.trace).toBeNull();
      expect(done.curve === null).toBe(state.plot !== "column");
    },
  );

  test("the stepper's frame stops where it is told and has the path", () => {
    const state = { ...stateOf("sinc"), stepper: true, iteration: 5 };
    const [frame] = frames(state);
    if (frame?.phase !== "done") throw new Error("expected one frame");
    expect(frame.solution.report).toMatchObject({ iterations: 5, converged: false });
    expect(frame.trace?.dual).toHaveLength(5);
    const [start] = frames({ ...state, iteration: 0 });
    expect(start?.phase === "done" && start.solution.report.iterations).toBe(0);
  });

  test("a run that reached its limit goes on with a higher one through the same points, bit for bit, to the same answer", () => {
    const state: SvrState = { ...stateOf("sinc"), claim: "1b" };
    const at = (change: Partial<SvrState>) => {
      const done = frames({ ...state, ...change }).at(-1);
      if (done?.phase !== "done") throw new Error("the last frame is not the answer");
      return done;
    };
    const whole = at({});
    expect(whole.claims[0]?.verdict).toBe("pass");
    let maxIterations = 4;
    for (let goes = 0; maxIterations < whole.solution.report.iterations; ++goes) {
      expect(goes).toBeLessThan(30);
      const { solution, claims } = at({ maxIterations });
      expect(solution.report).toMatchObject({ iterations: maxIterations, converged: false });
      expect(claims[0]).toMatchObject({ verdict: "vacuous", reason: "not-converged" });
      // The stepper of the whole run is at the same point.
      expect(at({ stepper: true, iteration: maxIterations }).solution.alpha).toEqual(solution.alpha);
      maxIterations = nextLimit(maxIterations);
    }
    expect(maxIterations).toBeGreaterThan(4);
    expect(at({ maxIterations })).toEqual(whole);
  });

  test("progress comes between, and leaving half-way frees the run", async () => {
    const watched = await loadWatched();
    const hard = wave(1000, 8, { kernel: { type: "rbf", gamma: 0.05 }, C: 1e4, epsilon: 0.01, tolerance: 1e-9 });
    const request = { ...model.request(model.initial()), problem: hard, curve: null };
    const half = () => {
      const run = solver(watched.pg, request);
      expect(run.next().value).toMatchObject({ phase: "progress", report: { converged: false } });
      run.return();
    };
    half();
    const before = watched.heapBytes();
    for (let k = 0; k < 5; k++) half();
    expect(watched.heapBytes()).toBe(before);
  });
});

// Rounding of a tube that is far wider than the data is allowed for in the check of 1c1; a wrong offset is not.
test("1c1 holds however wide the tube is, and its broken certificate never does", () => {
  let seed = 1;
  const draw = () => {
    seed = (seed * 16807) % 2147483647;
    return seed / 2147483647;
  };
  for (let k = 0; k < 200; k++) {
    const n = 2 + Math.floor(9 * draw());
    const x = Array.from({ length: n }, draw);
    const y = Array.from({ length: n }, () => (Math.round(4 * draw()) / 4) * 10 ** (-2 * draw()));
    const [epsilon, C] = [10 ** (5 * draw() - 1), 10 ** (8 * draw() - 3)];
    const run = pg.svr.start({ x, d: 1, y, kernel: { type: "linear" }, C, epsilon, tolerance: 1e-9 });
    finished(run);
    expect(run.claim("1c1", false).verdict, `epsilon ${epsilon}, C ${C}, y ${y}`).toBe("pass");
    expect(run.claim("1c1", true).verdict, `broken; epsilon ${epsilon}, C ${C}, y ${y}`).toBe("fail");
    run.delete();
  }
});
