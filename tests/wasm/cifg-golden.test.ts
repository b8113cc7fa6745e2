// Answers of independent software on problem 3, through the public API, to the golden file's tolerances.
import { beforeAll, expect, test } from "vitest";
import type { Proofground } from "../../wasm/lib/types.ts";
import { flat, type GoldenCell, golden, problemOf } from "./support/golden-cifg.ts";
import { loadWatched } from "./support/load.ts";
import { difference, largest } from "./support/numbers.ts";

const { numeric } = golden.tolerance;
/** Names of the file and of the API. */
const STATES = { f: "f", o: "o", c_tilde: "cTilde", c: "c", h: "h" } as const;
const DELTAS = {
  dh: "dh",
  dc: "dc",
  df: "df",
  do: "do",
  dc_tilde: "dcTilde",
  dz_f: "dzF",
  dz_o: "dzO",
  dz_c: "dzC",
} as const;

let cifg: Proofground["cifg"];
beforeAll(async () => {
  cifg = (await loadWatched()).pg.cifg;
});

function expectArray(value: ArrayLike<number> | undefined, expected: GoldenCell["x"] | undefined, what: string): void {
  const numbers = flat(expected);
  expect(difference(value ?? [], numbers), what).toBeLessThanOrEqual(
    numeric.array_maxnorm * Math.max(1, largest(numbers)),
  );
}

/** Numbers that vanish: each relative to itself. */
function expectEach(value: Float64Array, expected: GoldenCell["x"] | undefined, what: string): void {
  const numbers = flat(expected);
  expect(value, what).toHaveLength(numbers.length);
  for (const [i, number] of numbers.entries()) {
    const error = Math.abs((value[i] ?? Number.NaN) - number);
    expect(error, `${what}[${i}]`).toBeLessThanOrEqual(numeric.long_dc1_rel * Math.abs(number));
  }
}

test("every case has a test", () => {
  expect(golden.cases).toHaveLength(9);
  expect(golden.cases.filter((c) => !("f" in c.forward)).map((c) => c.id)).toEqual(["long-T100"]);
});

test.each(golden.cases)("$id", (c) => {
  const problem = problemOf(c);
  const states = cifg.forward(problem);
  const { loss, grads, deltas } = cifg.backward(problem);
  expectArray([loss], c.loss, "loss");
  for (const [name, values] of Object.entries(c.grad)) expectArray(grads[name as keyof typeof grads], values, name);
  expect(Object.keys(c.grad).sort()).toEqual(Object.keys(grads).sort());
  if ("f" in c.forward) {
    for (const [theirs, ours] of Object.entries(STATES)) expectArray(states[ours], c.forward[theirs], ours);
    for (const [theirs, ours] of Object.entries(DELTAS)) expectArray(deltas[ours], c.grad_t[theirs], ours);
  } else {
    const row = c.batch * c.d_h;
    expectArray(states.h.subarray(-row), c.forward.h_T, "h_T");
    expectArray(states.c.subarray(-row), c.forward.c_T, "c_T");
    expectEach(deltas.dc.subarray(0, row), c.grad_t.dc_1, "dc_1");
    expectEach(deltas.dzF.subarray(0, row), c.grad_t.dz_f_1, "dz_f_1");
  }
});

test.each(golden.cases.filter((c) => c.batch === 1))("$id: the ledger adds up to the golden gradients", (c) => {
  const { ledger, backward } = cifg.tape(problemOf(c));
  const summed = (parts: Float64Array, size: number) => {
    const sums = new Float64Array(size);
    for (const [i, part] of parts.entries()) sums[i % size] = (sums[i % size] ?? 0) + part;
    return sums;
  };
  for (const [name, parts] of Object.entries(ledger.params)) {
    const expected = c.grad[name];
    expect(parts).toHaveLength(5 * c.T * flat(expected).length);
    expectArray(summed(parts, flat(expected).length), expected, name);
  }
  expectArray(summed(ledger.dh, c.T * c.d_h), Array.from(backward.deltas.dh), "dh");
  expectArray(summed(ledger.dc, c.T * c.d_h), Array.from(backward.deltas.dc), "dc");
  if ("dh" in c.grad_t) expectArray(summed(ledger.dh, c.T * c.d_h), c.grad_t.dh, "golden dh");
});
