// Refused input of problem 3: an error that names call, field, what was expected and what came.
import { beforeAll, describe, expect, test } from "vitest";
import type { Cifg } from "../../wasm/lib/types.ts";
import { cell, PARAMS, SMALL } from "./support/cells.ts";
import { BAD_NUMBERS } from "./support/hostile.ts";
import { loadWatched, refusal } from "./support/load.ts";

let cifg: Cifg;
beforeAll(async () => {
  cifg = (await loadWatched()).pg.cifg;
});

const CALLS = ["forward", "backward", "tape"] as const;
type Call = (typeof CALLS)[number];
const ask = (call: Call, request: unknown) => (cifg[call] as (request: unknown) => unknown)(request);
const good = cell(SMALL);
const params = (change: object) => ({ params: { ...good.params, ...change } });

function expectRefusal(call: Call, request: unknown, message: RegExp): void {
  const error = refusal(() => ask(call, request));
  expect(error.message).toMatch(new RegExp(`^cifg\\.${call}: ${message.source}`));
  expect(error.code).toBe("invalid-argument");
  expect(ask(call, good)).toBeDefined();
}

describe.each(CALLS)("%s", (call) => {
  test("what is tried here is accepted, what is no object is not", () => {
    expect(ask(call, good)).toBeDefined();
    for (const nothing of [undefined, null, 7, "cell"]) {
      expectRefusal(call, nothing, /the argument: expected an object, got /);
    }
  });

  test.each<[string, object, RegExp]>([
    ["no dx", { dx: undefined }, /dx: expected a whole number from 1 to 1048576, got nothing$/],
    ["dx = 0", { dx: 0 }, /dx: expected .*, got 0$/],
    ["dh = -1", { dh: -1 }, /dh: expected .*, got -1$/],
    ["T = 1.5", { T: 1.5 }, /T: expected .*, got 1\.5$/],
    ["T as text", { T: "4" }, /T: expected .*, got "4"$/],
    ["batch NaN", { batch: Number.NaN }, /batch: expected .*, got NaN$/],
    ["batch = 1e9", { batch: 1e9 }, /batch: expected .*, got 1000000000$/],
    ["sizes without arrays for them", { dx: 2 ** 20, dh: 2 ** 20 }, /dx: expected arrays of at most 1048576 numbers, /],
    ["too long a sequence", { T: 2 ** 20 }, /T: expected arrays of at most 1048576 numbers, got 2097152$/],
    ["a size that the lists do not have", { dh: 4 }, /params\.W_f: expected 8 numbers, got 6$/],
    ["another number of steps", { T: 3 }, /x: expected 6 numbers, got 8$/],
    ["no params", { params: undefined }, /params: expected an object, got nothing$/],
    ["an array of params", { params: [1] }, /params\.W_f: expected .*, got nothing$/],
    ["a bias too many", params({ b_o: [1, 2, 3, 4] }), /params\.b_o: expected 3 numbers, got 4$/],
    [
      "a weight that is NaN",
      params({ U_c: new Float64Array(9).fill(Number.NaN) }),
      /params\.U_c\[0\]: expected .*NaN$/,
    ],
    ["a weight of 1e308", params({ W_o: [0, 0, 1e308, 0, 0, 0] }), /params\.W_o\[2\]: expected .*, got 1e\+308$/],
    ["an infinite h0", { h0: [0, 0, Infinity] }, /h0\[2\]: expected .*, got Infinity$/],
    ["no c0", { c0: undefined }, /c0: expected a Float64Array or an array of numbers, got nothing$/],
    ["two of c0", { c0: [1, 2] }, /c0: expected 3 numbers, got 2$/],
  ])("%s", (_, change, message) => expectRefusal(call, { ...good, ...change }, message));

  test.each(PARAMS)("without %s", (name) => {
    const message = new RegExp(`params\\.${name}: expected a Float64Array or an array of numbers, got nothing$`);
    expectRefusal(call, { ...good, ...params({ [name]: undefined }) }, message);
  });

  // Denormal numbers are numbers: a gradient may well be weighed with them.
  test.each(BAD_NUMBERS.filter(([what]) => what !== "a denormal number"))("x: %s", (_, bad, message) => {
    const four = cell({ dx: 1, dh: 2, T: 4, batch: 1 });
    expectRefusal(call, { ...four, x: bad }, new RegExp(`x${message.source}`));
  });
});

test("g is asked for where there is a loss, and not elsewhere", () => {
  const { g: _, ...inputs } = good;
  expect(ask("forward", inputs)).toBeDefined();
  for (const call of ["backward", "tape"] as const) {
    expectRefusal(call, inputs, /g: expected a Float64Array or an array of numbers, got nothing$/);
    expectRefusal(call, { ...good, g: [1] }, /g: expected 12 numbers, got 1$/);
    expectRefusal(call, { ...good, g: new Float64Array(12).fill(1e101) }, /g\[0\]: expected .*, got 1e\+101$/);
  }
});

test("a tape is of one sequence, and of a size that a page can wait for", () => {
  expectRefusal("tape", cell({ ...SMALL, batch: 2 }), /batch: expected 1, got 2$/);
  expectRefusal("tape", cell({ dx: 1, dh: 1, T: 500, batch: 1 }), /T: expected a ledger .*, got 1250000$/);
  expectRefusal(
    "tape",
    cell({ dx: 1, dh: 200, T: 2, batch: 1 }),
    /dh: expected a ledger of the parameters .*, got 1212000$/,
  );
});

// z = 0 at each step, where every slope is largest, and U far larger than any number that saturates.
test("weights whose gradients overflow are refused in words, and those behind a shut gate are not", () => {
  const zeros = (change: object) => {
    const problem = cell({ dx: 1, dh: 1, T: 8, batch: 1 }, 0);
    return { ...problem, h0: [0], c0: [0], params: { ...problem.params, ...change } };
  };
  expectRefusal(
    "backward",
    zeros({ U_c: [1e100] }),
    /params: expected weights whose gradients are finite numbers, got /,
  );
  expectRefusal("tape", zeros({ U_c: [1e100] }), /params: expected weights whose gradients are finite numbers, got /);
  const quiet = { ...zeros({ U_c: [1e100] }), g: new Float64Array(8) };
  expect(ask("backward", quiet)).toBeDefined();
  expectRefusal("tape", quiet, /params: expected weights with which dc_T\/dc_t is a finite number, got /);
  for (const call of CALLS) {
    expect(ask(call, zeros({ U_c: [1e100], b_f: [1e100], b_c: [-1e100] }))).toBeDefined();
    expect(ask(call, cell({ ...SMALL, T: 12 }, 1000))).toBeDefined();
  }
});
