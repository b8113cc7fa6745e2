// What a lab gives for its worked example (labs/<id>/worked.ts, worked.md): a small problem done by hand, in whose text every number is
// computed from what the reader sets.
import type { Proofground } from "../../../wasm/lib/types.ts";
import type { StateOf, Table } from "../lab.ts";

/** A number or several, a statement that holds or does not; null: it has no value here. */
export type WorkedValue = number | readonly number[] | boolean | null;

export interface WorkedExample<T extends Table = Table> {
  /** What the reader sets. */
  readonly table: T;
  /**
   * Runs in the worker. The numbers of the text, each by the name that stands there as @name@: those that a hand computes, by the hand's
   * way, and beside them the solver's own.
   * @throws ProofgroundError where the solver refuses what was set
   */
  compute(pg: Proofground, set: Readonly<StateOf<T>>): Readonly<Record<string, WorkedValue>>;
}

/** Checks that it fits its table, then forgets the table's type: all are taken alike. */
export function worked<T extends Table>(example: WorkedExample<T>): WorkedExample {
  return example as unknown as WorkedExample;
}

/** Rounding leaves this share of the terms of a sum. */
const ROUNDING = 1e-12;

/** A number for the eye: 0 where it is nothing but rounding. @param size of what it was computed from */
export const unrounded = (value: number, size: number): number => (Math.abs(value) <= ROUNDING * size ? 0 : value);
