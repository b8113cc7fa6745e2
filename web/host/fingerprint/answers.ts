// The answers of a lab to its fixed requests (labs/*/fingerprint.ts): numbers that are the same bits on every machine, and numbers that
// agree to a tolerance. The requests are made natively as well (tests/native/fingerprint_test.cpp).
import type { Numbers } from "../../../wasm/lib/types-shared.ts";
import type { LabSolver } from "../lab.ts";

export interface Answer {
  /** Of the request. */
  readonly name: string;
  readonly numbers: Float64Array;
  /**
   * Largest difference from the stored numbers, in units of the largest of them; 0: the same bits everywhere. WebAssembly gives the
   * same bits in every engine; what has a tolerance is only native code's, which takes exp, log and tanh from another library.
   */
  readonly tolerance: number;
}

/** Runs in the worker: one frame with all answers, and it makes no use of the request. */
export type FingerprintSolver = LabSolver<unknown, readonly Answer[]>;

/** @param lists one after another */
const joined = (lists: readonly (Numbers | Uint8Array | number)[]): Float64Array =>
  Float64Array.from(lists.flatMap((list) => (typeof list === "number" ? [list] : [...list])));

export const bits = (name: string, ...lists: (Numbers | Uint8Array | number)[]): Answer => ({
  name,
  numbers: joined(lists),
  tolerance: 0,
});
export const near = (name: string, tolerance: number, ...lists: (Numbers | number)[]): Answer => ({
  name,
  numbers: joined(lists),
  tolerance,
});

/** count numbers in [-1, 1), multiples of 1/64, which binary holds exactly: data that need no file. @param k which ones */
export const spread = (count: number, k: number): number[] =>
  Array.from({ length: count }, (_, i) => (((i * 37 + k * 61) % 127) - 63) / 64);

/** What is kept of some answers. */
export interface Fingerprint {
  /** FNV-1a, 64 bits, of the little-endian bytes of all numbers that are the same bits; 16 hex digits. */
  readonly hash: string;
  /** The other ones. */
  readonly near: readonly { readonly name: string; readonly tolerance: number; readonly numbers: readonly number[] }[];
}

export function fingerprintOf(answers: readonly Answer[]): Fingerprint {
  return {
    hash: hashOf(answers.filter(({ tolerance }) => tolerance === 0).map(({ numbers }) => numbers)),
    near: answers
      .filter(({ tolerance }) => tolerance > 0)
      .map(({ name, tolerance, numbers }) => ({ name, tolerance, numbers: [...numbers] })),
  };
}

/** FNV-1a (Fowler, Noll and Vo) of numbers or of texts' characters. */
export function hashOf(lists: readonly (Float64Array | string)[]): string {
  let hash = 0xcbf29ce484222325n;
  const take = (byte: number) => {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  };
  for (const list of lists) {
    if (typeof list === "string") for (const letter of list) take(letter.charCodeAt(0));
    else for (const byte of new Uint8Array(list.buffer, list.byteOffset, list.byteLength)) take(byte);
  }
  return hash.toString(16).padStart(16, "0");
}

/** The first request whose numbers are not those stored, within the tolerance; null where all are. */
export function differs(found: Fingerprint, stored: Fingerprint): string | null {
  if (found.hash !== stored.hash) return "bits";
  if (found.near.length !== stored.near.length) return "requests";
  for (const [k, { name, numbers }] of found.near.entries()) {
    const wanted = stored.near[k];
    if (wanted?.name !== name || wanted.numbers.length !== numbers.length) return name;
    const unit = Math.max(...wanted.numbers.map(Math.abs));
    const apart = Math.max(...numbers.map((value, i) => Math.abs(value - (wanted.numbers[i] ?? Number.NaN))));
    if (!(apart <= wanted.tolerance * unit)) return name;
  }
  return null;
}
