// A run: advanced in steps, asked for its path, its map, its shadow and its claims, and deleted.
import { beforeAll, describe, expect, test } from "vitest";
import type { Kernel, Proofground, SvddClaim, SvddClaimId, SvddProblem, SvddRun } from "../../wasm/lib/types.ts";
import { loadWatched, refusal } from "./support/load.ts";
import { difference, largest, sum } from "./support/numbers.ts";
import { CLAIMS, cloud, KERNELS } from "./support/problems.ts";

let pg: Proofground;
beforeAll(async () => {
  pg = (await loadWatched()).pg;
});

const LINEAR: Kernel = { type: "linear" };
const finished = (run: SvddRun): SvddRun => {
  while (!run.advance(1000));
  return run;
};
const solved = (problem: SvddProblem, standardise = false) => finished(pg.svdd.start(problem, { standardise }));

describe("advance", () => {
  test("stops where it is told, and says when it is finished", () => {
    const problem = cloud(80, 2);
    const run = pg.svdd.start(problem);
    expect(run.advance(0)).toBe(false);
    expect(run.advance(5)).toBe(false);
    expect(run.report()).toMatchObject({ iterations: 5, converged: false });
    // A ball already, if not yet the smallest.
    expect(sum(run.solution().alpha)).toBeCloseTo(1, 12);
    finished(run);
    expect(run.report().converged).toBe(true);
    expect(run.advance(5)).toBe(true);
    expect(run.solution()).toEqual(pg.svdd.fit(problem));
    run.delete();
  });

  test.each([-1, 1.5, Number.NaN, 2 ** 31, "3", null])("refuses %s", (iterations) => {
    const run = pg.svdd.start(cloud(10, 1));
    expect(refusal(() => run.advance(iterations as number)).message).toMatch(
      /^svdd\.run\.advance: iterations: expected a whole/,
    );
    run.delete();
  });
});

describe("trace", () => {
  const problem = cloud(60, 2);

  test("the dual rises to the solution's, the primal stays above it, the gap closes", () => {
    const run = finished(pg.svdd.start(problem, { maxTrace: 100_000 }));
    const { i, j, dual, primal, kktGap } = run.trace();
    const { report, ...solution } = run.solution();
    for (const array of [i, j, dual, primal, kktGap]) expect(array).toHaveLength(report.iterations);
    const scale = Math.abs(solution.dual);
    for (let k = 0; k < dual.length; k++) {
      const [now = Number.NaN, before = Number.NEGATIVE_INFINITY] = [dual[k], dual[k - 1]];
      expect(now).toBeGreaterThanOrEqual(before - 1e-12 * scale);
      expect(primal[k]).toBeGreaterThanOrEqual(solution.dual - 1e-12 * scale);
      expect(i[k]).not.toBe(j[k]);
    }
    expect(dual.at(-1)).toBeCloseTo(solution.dual, 10);
    expect(kktGap.at(-1)).toBeCloseTo(report.kktGap, 10);
    expect(Math.abs((primal.at(-1) ?? Number.NaN) - solution.primal)).toBeLessThanOrEqual(1e-5 * scale);
    run.delete();
  });

  test("is cut at maxTrace, and tracing changes nothing", () => {
    const run = finished(pg.svdd.start(problem, { maxTrace: 7 }));
    expect(run.trace().primal).toHaveLength(7);
    expect(run.solution()).toEqual(pg.svdd.fit(problem));
    run.delete();
    const plain = solved(problem);
    expect(plain.trace().dual).toHaveLength(0);
    plain.delete();
  });
});

describe("map", () => {
  const window = { columnX: 2, columnY: 0, x0: -3, x1: 2, y0: 1, y1: 4, width: 13, height: 6 };

  test.each(KERNELS.flatMap((kernel) => [false, true].map((standardise) => ({ ...kernel, standardise }))))(
    "$type, standardise $standardise: what distance2 says at each cell, other columns at their means",
    ({ standardise, ...kernel }) => {
      const base = cloud(50, 4, { kernel: kernel as Kernel });
      const x = Array.from(base.x, (value, k) => value * (1 + (k % 4)) + (k % 4));
      const run = solved({ ...base, x }, standardise);
      const mean = [0, 1, 2, 3].map((k) => sum(x.filter((_, i) => i % 4 === k)) / 50);
      const cells: number[] = [];
      for (let r = 0; r < 6; r++)
        for (let c = 0; c < 13; c++)
          cells.push(1 + (3 * r) / 5, mean[1] ?? Number.NaN, -3 + (5 * c) / 12, mean[3] ?? Number.NaN);
      const expected = run.distance2(cells);
      const map = run.map(window);
      expect(map).toHaveLength(6 * 13);
      expect(difference(map, expected)).toBeLessThanOrEqual(1e-11 * Math.max(1, largest(expected)));
      run.delete();
    },
  );

  test.each<[field: string, change: Record<string, unknown>]>([
    ["columnX", { columnX: 4 }],
    ["columnX", { columnX: undefined }],
    ["columnY", { columnY: -1 }],
    ["columnY", { columnY: 2 }],
    ["x1", { x1: -3 }],
    ["x0", { x0: Number.NaN }],
    ["y1", { y1: Number.POSITIVE_INFINITY }],
    ["y0", { y0: "1" }],
    ["width", { width: 1 }],
    ["height", { height: 1e9 }],
    ["height", { height: 2.5 }],
  ])("refuses by name: %s %j", (field, change) => {
    const run = solved(cloud(10, 4));
    expect(refusal(() => run.map({ ...window, ...change } as typeof window)).message).toMatch(
      new RegExp(`^svdd\\.run\\.map: ${field}: expected .*, got .*`),
    );
    run.delete();
  });
});

describe("projection", () => {
  test("of few columns is the points themselves, filled up with 0", () => {
    const problem = cloud(20, 2, { kernel: LINEAR });
    const run = solved(problem);
    const { center } = run.solution();
    const { dims, points, ...two } = run.projection(2);
    expect(dims).toBe(2);
    expect(points).toEqual(problem.x);
    expect(two.center).toEqual(center);
    expect(sum(two.explained)).toBeCloseTo(1, 12);
    const three = run.projection(3);
    expect(Array.from(three.points.slice(0, 6))).toEqual([
      problem.x[0],
      problem.x[1],
      0,
      problem.x[2],
      problem.x[3],
      0,
    ]);
    expect(three.explained[2]).toBe(0);
    run.delete();
  });

  test("keeps the widest directions: squared distances shrink by what is left out, and are the ball's own", () => {
    // Wide along two tilted directions, thin along the rest.
    const flat = cloud(60, 2, { kernel: LINEAR });
    const thin = cloud(60, 5, {}, 3).x;
    const tilt = [
      [1, 1, 0, 0, 2],
      [0, 1, -2, 1, 0],
    ];
    const x = Float64Array.from(thin, (value, k) => {
      const [i, column] = [Math.floor(k / 5), k % 5];
      const at = (axis: number) => (flat.x[2 * i + axis] ?? 0) * (tilt[axis]?.[column] ?? 0);
      return 1e-3 * value + at(0) + at(1);
    });
    const run = solved({ ...flat, x, d: 5 });
    const { points, center, explained } = run.projection(2);
    const { distance2 } = run.solution();
    expect(explained[0]).toBeGreaterThanOrEqual(explained[1] ?? Number.NaN);
    expect(sum(explained)).toBeGreaterThan(0.9999);
    expect(sum(explained)).toBeLessThanOrEqual(1);
    for (const [i, d2] of distance2.entries()) {
      const seen = [0, 1].map((k) => (points[2 * i + k] ?? Number.NaN) - (center?.[k] ?? Number.NaN));
      const short = sum(seen.map((value) => value ** 2));
      expect(short).toBeLessThanOrEqual(d2 * (1 + 1e-12));
      expect(short).toBeCloseTo(d2, 3);
    }
    run.delete();
  });

  test("has no place for the centre of another kernel, and refuses other dimensions", () => {
    const run = solved(cloud(20, 5));
    expect(run.projection(3)).toMatchObject({ dims: 3, center: null });
    for (const dims of [1, 4, 2.5, "2", undefined]) {
      expect(refusal(() => run.projection(dims as 2)).message).toMatch(
        /^svdd\.run\.projection: dims: expected a whole/,
      );
    }
    run.delete();
  });
});

describe("units", () => {
  // Far from the origin and stretched: standardising must matter.
  const base = cloud(50, 2, { kernel: LINEAR });
  const x = Array.from(base.x, (value, k) => (k % 2 === 0 ? 1000 + 10 * value : value / 100));
  const problem = { ...base, x };

  test("a standardised run solves in solved units and measures points given in the user's", () => {
    const run = solved(problem, true);
    const { xMean, xScale } = run.scaling();
    const standardised = { ...problem, x: x.map((value, k) => (value - (xMean[k % 2] ?? 0)) / (xScale[k % 2] ?? 0)) };
    const direct = pg.svdd.fit(standardised);
    expect(run.solution().rho).toBeCloseTo(direct.rho, 9);
    expect(difference(run.distance2(x), direct.distance2)).toBeLessThanOrEqual(1e-9 * largest(direct.distance2));
    expect(difference(run.distance2(x), run.solution().distance2)).toBeLessThanOrEqual(
      1e-9 * largest(direct.distance2),
    );
    run.delete();
  });

  test("without standardising the scaling is the identity", () => {
    const run = solved(problem);
    expect(run.scaling()).toEqual({ xMean: Float64Array.of(0, 0), xScale: Float64Array.of(1, 1) });
    run.delete();
  });
});

describe("cases", () => {
  const three = (nu: number): SvddProblem => ({ x: [-1, 0, 1], d: 1, nu, kernel: LINEAR, tolerance: 1e-9 });
  const casesOf = (problem: SvddProblem) => {
    const run = solved(problem);
    const cases = Array.from(run.cases());
    run.delete();
    return cases;
  };

  test("ties are on the boundary, whether the radius is a point, an interval or 0", () => {
    expect(casesOf(three(0.5))).toEqual([1, 0, 1]);
    expect(casesOf(three(2 / 3))).toEqual([2, 0, 2]); // rho = 1/2, the middle of [0, 1]
    expect(casesOf(three(0.8))).toEqual([2, 1, 2]); // rho = 0
  });

  test("a tolerance as large as the data does not make everything boundary", () => {
    // Stopped at the start: the centre is -1/2, and rho 1/4.
    expect(casesOf({ ...three(2 / 3), tolerance: 1e9 })).toEqual([1, 1, 2]);
  });
});

describe("delete", () => {
  test("twice is harmless; any other use afterwards is refused", () => {
    const run = solved(cloud(10, 2));
    run.delete();
    run.delete();
    const window = { columnX: 0, columnY: 1, x0: 0, x1: 1, y0: 0, y1: 1, width: 2, height: 2 };
    const uses = [() => run.advance(1), () => run.report(), () => run.map(window), () => run.claim("2.1", false)];
    for (const use of uses)
      expect(refusal(use).message).toMatch(/^svdd\.run\.\w+: expected a run, got one that was deleted$/);
  });

  test("from inside a call, by an argument's getter, is refused and does no harm", () => {
    const run = solved(cloud(10, 2));
    let inner: unknown;
    const x = Object.defineProperty([0, 1], 1, {
      get() {
        inner = refusal(() => run.delete()).message;
        return 1;
      },
    });
    expect(run.distance2(x)).toHaveLength(1);
    expect(inner).toMatch(/^svdd\.run\.delete: .*in the middle of a call$/);
    run.delete();
  });
});

describe("claims", () => {
  const equal = { weights: null, tolerance: 1e-9 };
  const problems: Record<string, SvddProblem> = {
    linear: cloud(40, 2, { kernel: LINEAR, ...equal }),
    rbf: cloud(40, 3, equal),
    poly: cloud(30, 2, { kernel: { type: "poly", gamma: 0.5, coef0: 1, degree: 3 }, ...equal }),
    "an interval": { x: [-1, 0, 1], d: 1, nu: 2 / 3, kernel: LINEAR },
    "rho = 0": { x: [-1, 0, 1], d: 1, nu: 0.8, kernel: LINEAR },
  };

  test.each(Object.keys(problems).flatMap((name) => CLAIMS.map((id) => [name, id] as const)))(
    "%s: %s holds, and fails when broken",
    (name, id) => {
      const problem = problems[name];
      if (problem === undefined) throw new Error(name);
      const run = solved(problem, name === "rbf");
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
    },
  );

  test.each<[reason: string, id: SvddClaimId, problem: SvddProblem]>([
    ["weights-differ", "2.6", cloud(20, 2)],
    ["coincident", "2.5a", { x: [2, 5, 2, 5], d: 2, nu: 0.5, kernel: LINEAR }],
    ["kernel-not-psd", "2.2", cloud(30, 2, { kernel: { type: "sigmoid", gamma: 0.5, coef0: -1 } })],
    ["not-converged", "2.5e", cloud(40, 2, { maxIterations: 3 })],
  ])("%s: %s says nothing, and says why", (reason, id, problem) => {
    const run = solved(problem);
    expect(run.claim(id, false)).toMatchObject({ verdict: "vacuous", reason, checks: [] });
    run.delete();
  });

  test("a broken ball comes with its claim, and is measured by its own weights", () => {
    const problem = problems.linear ?? cloud(1, 1);
    const run = solved(problem);
    const { rho, distance2, center } = run.solution();
    const window = { columnX: 0, columnY: 1, x0: -2, x1: 2, y0: -1, y1: 3, width: 5, height: 5 };
    for (const id of CLAIMS) {
      expect(run.claim(id, false).certificate, id).toBeNull();
      const { certificate } = run.claim(id, true);
      expect(certificate !== null, id).toBe(["2.2", "2.5a", "2.5b", "2.5c", "2.6"].includes(id));
      if (certificate === null) continue;
      expect(certificate.distance2).toHaveLength(40);
      if (id === "2.5a") {
        expect(certificate.rho).toBeCloseTo(rho, 9);
        expect(certificate.center).not.toEqual(center);
        const [mx = Number.NaN, my = Number.NaN] = certificate.center ?? [];
        run.map(window, certificate).forEach((value, cell) => {
          const [x, y] = [-2 + (cell % 5), -1 + Math.floor(cell / 5)];
          expect(value).toBeCloseTo((x - mx) ** 2 + (y - my) ** 2, 9);
        });
      } else {
        expect(certificate.rho).toBeGreaterThan(1.4 * largest(distance2));
        expect(difference(run.map(window, certificate), run.map(window))).toBeLessThan(1e-6);
      }
    }
    expect(refusal(() => run.map(window, { alpha: Float64Array.of(1) })).message).toMatch(
      /^svdd\.run\.map: solution\.alpha: expected 40 numbers, got 1$/,
    );
    run.delete();
  });

  test("a claim says whether the fit that it judges was solved anew, and how far that is from the one on screen", () => {
    const problem = cloud(60, 2, { tolerance: 0.1 });
    const coarse = solved(problem);
    const { judged } = coarse.claim("2.5e", false);
    const fine = solved({ ...problem, tolerance: 1e-12 });
    const [a, b] = [coarse.solution().distance2, fine.solution().distance2];
    expect(judged.anew).toBe(true);
    expect(judged.apart).toBeGreaterThan(1e-6);
    expect(judged.apart).toBeCloseTo(difference(a, b) / largest(a), 6);
    expect(fine.claim("2.5e", false).judged).toEqual({ anew: false, apart: 0 });
    for (const run of [coarse, fine]) run.delete();
    // Above 1000 points the fit on screen is judged, with its own tolerance.
    const many = solved(cloud(1200, 2));
    expect(many.claim("2.5a", false)).toMatchObject({ verdict: "pass", judged: { anew: false, apart: 0 } });
    expect(many.claim("2.5e", false).verdict).toBe("pass");
    many.delete();
  });

  test("options reach the claim, in solved units", () => {
    const run = solved(cloud(30, 2));
    const radius = run.claim("2.5b", false, { rho: 3 }) as Extract<SvddClaim, { id: "2.5b" }>;
    expect(radius.picture.pick).toBe(3);
    const ledger = run.claim("2.1", false, { point: 4, alpha: 0.25, gamma: 2, seed: 7 });
    expect((ledger as Extract<SvddClaim, { id: "2.1" }>).picture).toMatchObject({ point: 4, alpha: 0.25, gamma: 2 });
    run.delete();
  });

  test("every picture has what its type says", () => {
    const run = solved(problems.linear ?? cloud(1, 1));
    const lengths = (id: SvddClaimId) =>
      Object.entries(run.claim(id, false).picture).map(([name, value]) => {
        const known = ["number", "boolean"].includes(typeof value) || ArrayBuffer.isView(value);
        expect(known, `${id} ${name}`).toBe(true);
        return name;
      });
    expect(lengths("2.1")).toHaveLength(15);
    expect(lengths("2.2")).toHaveLength(20);
    expect(lengths("2.3")).toHaveLength(14);
    expect(lengths("2.4")).toHaveLength(8);
    expect(lengths("2.5a")).toHaveLength(7);
    expect(lengths("2.5b")).toEqual(lengths("2.5c"));
    expect(lengths("2.5b")).toHaveLength(17);
    expect(lengths("2.5d")).toHaveLength(4);
    expect(lengths("2.5e")).toHaveLength(8);
    expect(lengths("2.6")).toHaveLength(14);
    run.delete();
  });

  test.each<[what: string, id: string, options: Record<string, unknown>, message: RegExp]>([
    ["an id of no claim", "2.7", {}, /^svdd\.run\.claim: id: expected one of 2\.1, .*2\.6, got 2\.7$/],
    ["a point outside", "2.1", { point: 30 }, /^svdd\.run\.claim: options\.point: expected .*from 0 to 29, got 30$/],
    ["a gamma below 0", "2.1", { gamma: -1 }, /^svdd\.run\.claim: gamma: expected .*, got -1$/],
    ["a rho that is no number", "2.5c", { rho: "x" }, /^svdd\.run\.claim: options\.rho: .*number or null, got "x"$/],
  ])("refuses %s", (_, id, options, message) => {
    const run = solved(cloud(30, 2));
    expect(refusal(() => run.claim(id as SvddClaimId, false, options)).message).toMatch(message);
    run.delete();
  });
});
