// The claims of problem 3 across the border: they pass, every mistake breaks them or changes nothing, and where they say nothing they say
// so; pictures and broken certificates are what their types promise.
import { beforeAll, describe, expect, test } from "vitest";
import type { Cifg, CifgBackward, CifgClaim, CifgClaimId, CifgProblem } from "../../wasm/lib/types.ts";
import { claimsRequest } from "../../web/labs/cifg/claims.ts";
import { MISTAKES } from "../../web/labs/cifg/mistakes.ts";
import model from "../../web/labs/cifg/model.ts";
import { cell, SMALL } from "./support/cells.ts";
import { golden, problemOf } from "./support/golden-cifg.ts";
import { loadWatched, refusal } from "./support/load.ts";

const CLAIMS = ["3a", "3b", "3c", "3ledger", "3horizon"] as const satisfies readonly CifgClaimId[];

let cifg: Cifg;
beforeAll(async () => {
  cifg = (await loadWatched()).pg.cifg;
});

const good = cell(SMALL);
const page = cell({ dx: 4, dh: 4, T: 12, batch: 1 }, 0.8, 5);
const claim = (id: CifgClaimId, problem: CifgProblem = good, broken: boolean | string = false) =>
  cifg.claim({ id, problem, broken });
const failing = (result: CifgClaim) => result.checks.filter(({ verdict }) => verdict === "fail").map(({ id }) => id);
const passes = (result: CifgClaim) => expect(result, JSON.stringify(result.checks)).toMatchObject({ verdict: "pass" });

/** All numbers below a value, in order. */
function numbersIn(value: unknown): number[] {
  if (typeof value === "number") return [value];
  if (value instanceof Float64Array) return [...value];
  return Object.values(value as object).flatMap(numbersIn);
}

describe.each(CLAIMS)("%s", (id) => {
  test("passes, and every check says how", () => {
    for (const problem of [good, page]) {
      const result = claim(id, problem);
      passes(result);
      expect(result).toMatchObject({ id, reason: "", broken: false, mistake: "", certificate: null });
      expect(result.mistakes).toEqual(["plain", ...MISTAKES[id]]);
      expect(result.checks.length).toBeGreaterThan(3);
      for (const check of result.checks) expect(check.value).toBeLessThanOrEqual(check.bound / 20);
      for (const value of numbersIn(result.picture)) expect(value).not.toBeUndefined();
    }
  });

  test("fails in each of its mistakes, or nothing changes", () => {
    for (const mistake of ["plain", ...MISTAKES[id]]) {
      const result = claim(id, page, mistake === "plain" ? true : mistake);
      expect(result).toMatchObject({ broken: true, mistake });
      // On these data only the digits of 1 - f do not matter.
      if (mistake === "from-difference") expect(result).toMatchObject({ verdict: "vacuous", reason: "no-difference" });
      else expect(failing(result).length, mistake).toBeGreaterThan(0);
    }
  });

  test("passes where its link leads, and fails there in each of its mistakes", () => {
    const spec = claimsRequest(model.forClaim(id), [id])?.claims[0];
    if (spec === undefined) throw new Error("no request");
    passes(claim(id, spec.problem));
    for (const mistake of MISTAKES[id])
      expect(failing(claim(id, spec.problem, mistake)).length, mistake).toBeGreaterThan(0);
  });

  test("of extreme numbers it is never wrong", () => {
    const gains = [0, 1e-60, 1e-3, 30, 1000, 1e60, 1e100];
    for (const [k, gain] of gains.entries()) {
      for (const scale of [1, 1e90, 1e-90]) {
        const problem = cell(SMALL, gain, 20 + k);
        problem.g = Float64Array.from(problem.g, (g) => g * scale);
        const result = claim(id, problem);
        expect(failing(result), `${gain} ${scale}`).toEqual([]);
        const broken = claim(id, problem, true);
        expect(broken.verdict, `${gain} ${scale}`).toBe(result.verdict === "pass" ? "fail" : "vacuous");
        expect(broken.reason).toBe(result.reason);
      }
    }
  });

  test("takes milliseconds at the page's largest size", () => {
    claim(id, page);
    const start = performance.now();
    claim(id, page);
    // Some tens on an idle machine.
    expect(performance.now() - start).toBeLessThan(2000);
  });

  test("of one step", () => {
    const result = claim(id, cell({ ...SMALL, T: 1 }));
    if (id === "3horizon") expect(result).toMatchObject({ verdict: "vacuous", reason: "one-step", checks: [] });
    else passes(result);
  });

  test("without a loss", () => {
    const result = claim(id, { ...good, g: new Float64Array(12) });
    if (id === "3a" || id === "3horizon") passes(result);
    else expect(result).toMatchObject({ verdict: "vacuous", reason: "no-loss", certificate: null });
    expect(claim(id, { ...good, g: new Float64Array(12) }, true).reason).toBe(result.reason);
  });

  test("of gradients that overflow", () => {
    const zeros = (count: number) => new Float64Array(count);
    const U_c = new Float64Array(9).fill(1e90);
    const params = { ...cell(SMALL, 0).params, U_c };
    const problem = { ...good, params, x: zeros(8), h0: zeros(3), c0: zeros(3) };
    expect(claim(id, problem)).toMatchObject({ verdict: "vacuous", reason: "overflow" });
  });
});

test("golden problems pass", () => {
  let checked = 0;
  for (const problem of golden.cases.map(problemOf)) {
    if (problem.T * problem.batch * problem.dh > 150) continue;
    for (const id of CLAIMS) {
      if (problem.batch > 1 && (id === "3ledger" || id === "3horizon")) continue;
      const result = claim(id, problem);
      if (result.verdict === "vacuous") expect(result.reason).toBe(problem.T === 1 ? "one-step" : "");
      else passes(result);
      checked += 1;
    }
  }
  expect(checked).toBeGreaterThan(15);
});

test("the failing checks name what turned wrong", () => {
  expect(failing(claim("3a", page, "f-for-complement"))).toContain("by-c-tilde");
  expect(failing(claim("3a", page, "f-for-complement"))).not.toContain("by-f");
  expect(failing(claim("3c", page, "one-bias"))).toEqual(["b-f", "b-o", "sums", "central"]);
  expect(failing(claim("3c", page, "h-t"))).toEqual(["u-f", "u-o", "u-c", "sums", "central"]);
  expect(failing(claim("3ledger", page, "source"))).toEqual(["into-h", "into-c", "parameters"]);
  expect(failing(claim("3horizon", page, "product"))).toEqual([
    "jacobian",
    "through-h",
    "norm",
    "norm-through-h",
    "share",
  ]);
});

describe("a broken certificate", () => {
  test("is the whole wrong gradient, of the fields of backward()", () => {
    const right = cifg.backward(page);
    const shape = (value: CifgBackward) => ({
      grads: Object.entries(value.grads).map(([name, list]) => [name, list.length]),
      deltas: Object.entries(value.deltas).map(([name, list]) => [name, list.length]),
    });
    for (const id of ["3a", "3b", "3c"] as const) {
      for (const mistake of MISTAKES[id]) {
        const { certificate, verdict } = claim(id, page, mistake);
        if (verdict === "vacuous") continue;
        if (certificate === null) throw new Error(`no certificate of ${id} ${mistake}`);
        expect(shape(certificate)).toEqual(shape(right));
        expect(certificate).not.toEqual(right);
        expect(certificate.loss).toBeCloseTo(right.loss, 12);
      }
    }
  });

  test("is consistent with itself: what comes after a wrong line is made from it", () => {
    const { certificate } = claim("3b", page, "no-recurrent");
    expect(certificate?.deltas.dh).toEqual(page.g);
    const tape = cifg.tape(page);
    const at = 11 * 4;
    const { dh, do: dO } = { ...certificate?.deltas };
    for (let i = 0; i < at; i += 1)
      expect(dO?.[i]).toBeCloseTo((dh?.[i] ?? Number.NaN) * (tape.states.tanhC[i] ?? Number.NaN), 12);
  });

  test("is none where the books or the horizon are wrong, and the gradients are right", () => {
    for (const [id, mistake] of [
      ["3ledger", "source"],
      ["3ledger", "no-cell"],
      ["3horizon", "product"],
    ] as const)
      expect(claim(id, page, mistake)).toMatchObject({ verdict: "fail", certificate: null });
  });
});

describe("pictures", () => {
  test("have the sizes that their types promise, and the library's own numbers", () => {
    const [T, dh] = [12, 4];
    const tape = cifg.tape(page);
    for (const id of CLAIMS) {
      const result = claim(id, page);
      switch (result.id) {
        case "3a":
          for (const part of [result.picture.byF, result.picture.flowCBefore])
            for (const list of [part.claimed, part.measured, part.error]) expect(list).toHaveLength(T * dh);
          expect(result.picture.byCTilde.claimed).toEqual(tape.states.oneMinusF);
          expect(result.picture.flowF.claimed).toEqual(tape.backward.deltas.df);
          expect(result.picture.bound).toHaveLength(dh);
          expect(result.picture.offDiagonal).toBe(0);
          break;
        case "3b":
          expect(result.picture.claimed).toEqual(tape.backward.deltas);
          expect(Object.keys(result.picture.error)).toEqual(Object.keys(tape.backward.deltas));
          break;
        case "3c":
          expect(result.picture.claimed).toEqual(tape.backward.grads);
          expect(result.picture.terms).toEqual(tape.updates.step);
          expect(result.picture.central.U_o).toHaveLength(16);
          expect(result.picture.parameters * 4).toBe(result.picture.lstmParameters * 3);
          expect(Math.max(...numbersIn(result.picture.centralError))).toBeLessThan(1e-8);
          break;
        case "3ledger":
          expect(result.picture.claimed).toEqual(tape.ledger);
          expect(result.picture.error.dc).toHaveLength(T * 5 * T * dh);
          expect(result.picture.measured.params.W_f).toHaveLength(T * 5 * 16);
          break;
        case "3horizon":
          expect(result.picture.norm).toEqual(tape.horizon.norm);
          expect(result.picture.through).toHaveLength(T * dh * dh);
          break;
      }
      if ("tolerance" in result.picture) expect(result.picture.tolerance).toBe(1e-12);
    }
  });

  test("mark the entries that a mistake turns wrong", () => {
    const result = claim("3b", page, "lost-minus");
    if (result.id !== "3b") throw new Error("another claim");
    const { error, tolerance } = result.picture;
    // The last step's delta c comes from the loss alone; its delta f is where the mistake is.
    expect(Math.max(...error.dc.slice(44))).toBeLessThan(tolerance);
    expect(Math.min(...error.df.slice(44))).toBeGreaterThan(tolerance);
  });
});

describe("refuses", () => {
  const message = (request: unknown) => refusal(() => cifg.claim(request as never)).message;

  test.each<[string, object, RegExp]>([
    ["another id", { id: "3d" }, /id: expected one of 3a, 3b, 3c, 3ledger, 3horizon, got 3d$/],
    ["no id", { id: undefined }, /id: expected .*, got nothing$/],
    [
      "another claim's mistake",
      { broken: "one-bias" },
      /broken: expected true, false, or one of plain, .*, got one-bias$/,
    ],
    ["no problem", { problem: undefined }, /problem: expected an object, got nothing$/],
    ["a problem without g", { problem: { ...good, g: undefined } }, /problem\.g: expected .*, got nothing$/],
    ["a list too short", { problem: { ...good, x: [1] } }, /problem\.x: expected 8 numbers, got 1$/],
    [
      "a batch in a ledger",
      { id: "3ledger", problem: cell({ ...SMALL, batch: 2 }) },
      /problem\.batch: expected 1, got 2$/,
    ],
    [
      "a batch in the horizon",
      { id: "3horizon", problem: cell({ ...SMALL, batch: 2 }) },
      /problem\.batch: expected 1, /,
    ],
    [
      "a problem that would take minutes",
      { problem: cell({ dx: 8, dh: 32, T: 50, batch: 8 }) },
      /problem\.T: expected T, dx, dh and batch small enough to check every number \(7e7 operations\), got /,
    ],
  ])("%s", (_, change, expected) => {
    expect(message({ id: "3b", problem: good, broken: false, ...change })).toMatch(
      new RegExp(`^cifg\\.claim: ${expected.source}`),
    );
  });
});

test("3c: the terms of a broken gradient are made with the deltas that are judged, and add up to it", () => {
  const broken = claim("3c", page, "sigma-z");
  if (broken.id !== "3c" || broken.certificate === null) throw new Error("not broken");
  const { terms } = broken.picture;
  const total = broken.certificate.grads.U_f;
  const size = total.length;
  const sum = Array.from(total, (_, i) => terms.U_f.reduce((all, value, k) => (k % size === i ? all + value : all), 0));
  for (const [i, value] of sum.entries()) expect(value).toBeCloseTo(total[i] ?? Number.NaN, 10);
  expect(terms.U_f).not.toEqual(cifg.tape(page).updates.step.U_f);
});
