// Values that a border must survive: whatever comes in, a result or a refusal comes out.
import fc from "fast-check";
import { expect } from "vitest";
import { ProofgroundError } from "./load.ts";

/** Seeded: the same values on every run. */
export const options = { seed: 20251, numRuns: 2000 };

const extremes = [0, -0, 1, -1, 0.5, 1e-320, 1e-100, 1e-8, 1e8, 1e99, 1e100, 1e101, 1e308, 2 ** 31, 2 ** 53];
export const number = fc.oneof(
  fc.constantFrom(...extremes, ...extremes.map((value) => -value), Number.NaN, Number.POSITIVE_INFINITY),
  fc.double(),
  fc.integer({ min: -5, max: 40 }),
);
/** Everything that JavaScript has, proxies and throwing getters among it. */
export const anything = fc.oneof(
  fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withTypedArray: true,
    withSparseArray: true,
    maxDepth: 2,
  }),
  fc.constantFrom<unknown>(
    Symbol("s"),
    () => 1,
    new Proxy([1, 2], { get: () => ({}) }),
    new Proxy([1, 2], { get: () => 7 }),
    Proxy.revocable([], {}).proxy,
    Object.defineProperty([1, 2, 3], 1, {
      get() {
        throw new Error("mine");
      },
    }),
    { valueOf: () => 3, toString: () => "3", length: 2 },
    new Float64Array(new SharedArrayBuffer(64)),
    new Uint8Array(Reflect.construct(ArrayBuffer, [0, { maxByteLength: 8 }])),
  ),
  number,
);
export const numbers = (length: number) =>
  fc.oneof(
    fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: length, maxLength: length }),
    fc.array(number, { minLength: length, maxLength: length }),
    fc.array(number, { maxLength: 15 }),
    fc.float64Array({ maxLength: 15 }),
    fc.int8Array({ minLength: length, maxLength: length }),
    anything,
  );
export const kernel = fc.oneof(
  fc.record({
    type: fc.constantFrom("linear", "rbf", "poly", "sigmoid", "RBF", ""),
    gamma: number,
    coef0: number,
    degree: number,
  }),
  fc.record({ type: fc.constantFrom("rbf", "poly", "sigmoid"), gamma: anything }),
  anything,
);
/** Mostly sensible, so that much of it gets past the first check. */
export const rarely = <T, U>(usual: T, odd: fc.Arbitrary<U>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: odd });

/** What a solver is told beside its problem: iterations bounded, so that each run is short. */
export const effort = {
  tolerance: rarely<unknown, unknown>(undefined, anything),
  maxIterations: rarely<unknown, unknown>(
    2000,
    fc.oneof(fc.integer({ min: -2, max: 2000 }), fc.constantFrom("9", null, Number.NaN)),
  ),
};

/** What a run is started with. */
export const runOptions = fc.oneof(
  fc.record({ standardise: fc.boolean(), maxTrace: fc.integer({ min: 0, max: 50 }) }),
  anything,
);

/** The result, or undefined for a refusal that names call, field, what was expected and what came. */
export function attempt<T>(lab: string, body: () => T): T | undefined {
  try {
    return body();
  } catch (error) {
    expect(error).toBeInstanceOf(ProofgroundError);
    const { code, message } = error as ProofgroundError;
    expect(code).toBe("invalid-argument");
    expect(message).toMatch(new RegExp(`^${lab}\\.(\\w+|run\\.\\w+): .+: expected .+, got .+`, "s"));
    return undefined;
  }
}

export const finite = (values: Iterable<number>): boolean => [...values].every(Number.isFinite);

export const detached = () => {
  const x = new Float64Array([0, 1, 2, 3]);
  structuredClone(x.buffer, { transfer: [x.buffer] });
  return x;
};

const holes = () => {
  const x = [0, 1, 2, 3];
  delete x[2];
  return x;
};

/** Kernels that are none: what is wrong, the kernel, and the message from the field on. */
export const BAD_KERNELS: readonly (readonly [what: string, kernel: unknown, message: RegExp])[] = [
  ["no kernel", undefined, /kernel: expected an object, got nothing$/],
  ["an unknown kernel", { type: "rbff", gamma: 1 }, /kernel\.type: expected linear, rbf, poly or sigmoid, got "rbff"$/],
  ["a kernel without type", { gamma: 1 }, /kernel\.type: expected a string, got nothing$/],
  ["rbf without gamma", { type: "rbf" }, /kernel\.gamma: expected a number, got nothing$/],
  ["gamma = 0", { type: "rbf", gamma: 0 }, /kernel\.gamma: expected .*, got 0$/],
  ["gamma < 0", { type: "sigmoid", gamma: -1, coef0: 0 }, /kernel\.gamma: expected .*, got -1$/],
  ["poly without coef0", { type: "poly", gamma: 1, degree: 2 }, /kernel\.coef0: expected a number, got nothing$/],
  ["degree 40", { type: "poly", gamma: 1, coef0: 0, degree: 40 }, /kernel\.degree: expected .*, got 40$/],
  ["degree 2.5", { type: "poly", gamma: 1, coef0: 0, degree: 2.5 }, /kernel\.degree: expected .*, got 2\.5$/],
  ["coef0 NaN", { type: "sigmoid", gamma: 1, coef0: Number.NaN }, /kernel\.coef0: expected .*, got NaN$/],
];

/** Four numbers that are not: likewise, the message from behind the field's name. */
export const BAD_NUMBERS: readonly (readonly [what: string, numbers: unknown, message: RegExp])[] = [
  ["nothing", undefined, /: expected a Float64Array or an array of numbers, got nothing$/],
  ["NaN", [0, 1, Number.NaN, 3], /\[2\]: expected .*, got NaN$/],
  ["Infinity", Float64Array.of(0, 1, 2, -Infinity), /\[3\]: expected .*, got -Infinity$/],
  ["a denormal number", [0, 1, 5e-324, 3], /\[2\]: expected .*, got 5e-324$/],
  ["1e308", [0, 1e308, 2, 3], /\[1\]: expected .*, got 1e\+308$/],
  ["a string among them", [0, "1", 2, 3], /\[1\]: expected a number, got "1"$/],
  ["a hole", holes(), /\[2\]: expected a number, got nothing$/],
  ["null among them", [0, 1, null, 3], /\[2\]: expected a number, got null$/],
  ["a string", "0123", /: expected a Float64Array or an array of numbers, got "0123"$/],
  ["something array-like only", { length: 4 }, /: expected .*, got an object$/],
  ["nested arrays", [[0], [1], [2], [3]], /\[0\]: expected a number, got an array$/],
  ["bigints", new BigInt64Array(4), /: expected .*, got a typed array$/],
  ["a DataView", new DataView(new ArrayBuffer(32)), /: expected .*, got a typed array$/],
  ["a detached array", detached(), /: expected numbers, got an array whose buffer was detached$/],
];
