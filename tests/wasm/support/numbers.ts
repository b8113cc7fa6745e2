// Comparing lists of numbers.
import { expect } from "vitest";

export const largest = (values: Iterable<number>): number => Math.max(0, ...Array.from(values, Math.abs));

export const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);

/** The largest difference of two lists of one length; NaN where one has it. */
export function difference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  expect(a.length).toBe(b.length);
  return largest(Array.from(a, (value, i) => value - (b[i] ?? Number.NaN)));
}

/** Every bit of an answer: -0 and NaN are told apart. */
export function bits(value: unknown): unknown {
  if (typeof value === "number") return Array.from(new Uint32Array(Float64Array.of(value).buffer));
  if (value instanceof Float64Array) return Array.from(new Uint32Array(value.slice().buffer));
  if (Array.isArray(value)) return value.map(bits);
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, bits(entry)]));
  }
  return value;
}

/** Writes into answers, each of which must have a buffer of its own. */
export function overwrite(answers: Iterable<Float64Array | Int32Array | Uint8Array>): void {
  for (const answer of answers) {
    expect(answer.byteOffset).toBe(0);
    expect(answer.byteLength).toBe(answer.buffer.byteLength);
    answer.fill(Number.NaN);
  }
}
