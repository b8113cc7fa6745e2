// What stands on the tape: the quantities of a step, with their place in the answers and their letters.
import type { CifgBackward, CifgDeltas, CifgProblem, CifgStates } from "../../../../../wasm/lib/types.ts";

/** What the cell computes, and what it is given. */
export const COMPUTED = ["z_f", "f", "z_o", "o", "z_c", "c~", "c", "h"] as const;
export type Computed = (typeof COMPUTED)[number];
export type BlockId = Computed | "x" | "g";

interface Quantity {
  readonly state: keyof CifgStates;
  readonly delta: keyof CifgDeltas;
  /** As plot/formula.ts writes them. */
  readonly letter: string;
}

export const QUANTITIES: Readonly<Record<Computed, Quantity>> = {
  z_f: { state: "zF", delta: "dzF", letter: "z_f" },
  f: { state: "f", delta: "df", letter: "f" },
  z_o: { state: "zO", delta: "dzO", letter: "z_o" },
  o: { state: "o", delta: "do", letter: "o" },
  z_c: { state: "zC", delta: "dzC", letter: "z_c" },
  "c~": { state: "cTilde", delta: "dcTilde", letter: "c\u0303" },
  c: { state: "c", delta: "dc", letter: "c" },
  h: { state: "h", delta: "dh", letter: "h" },
};

export const isComputed = (id: BlockId): id is Computed => id !== "x" && id !== "g";

/** Numbers of a block. */
export const unitsOf = (id: BlockId, { dx, dh }: Pick<CifgProblem, "dx" | "dh">) => (id === "x" ? dx : dh);

/** The value of a unit at step t; of c and h also at t = 0. Steps are counted from 1, units from 0. NaN where there is none. */
export function stateOf(states: CifgStates, problem: CifgProblem, id: BlockId, t: number, unit: number): number {
  const { dx, dh } = problem;
  const of = (list: ArrayLike<number>, k: number) => list[k] ?? Number.NaN;
  if (id === "x") return of(problem.x, (t - 1) * dx + unit);
  if (id === "g") return of(problem.g, (t - 1) * dh + unit);
  if (t === 0) return id === "c" || id === "h" ? of(id === "c" ? problem.c0 : problem.h0, unit) : Number.NaN;
  return of(states[QUANTITIES[id].state], (t - 1) * dh + unit);
}

/** dL/da of it, likewise; of x, and of c and h at t = 0, too. g has none. */
export function deltaOf(back: CifgBackward, problem: CifgProblem, id: BlockId, t: number, unit: number): number {
  const { dx, dh } = problem;
  const of = (list: ArrayLike<number>, k: number) => list[k] ?? Number.NaN;
  if (id === "g") return Number.NaN;
  if (id === "x") return of(back.grads.x, (t - 1) * dx + unit);
  if (t === 0) return id === "c" || id === "h" ? of(id === "c" ? back.grads.c0 : back.grads.h0, unit) : Number.NaN;
  return of(back.deltas[QUANTITIES[id].delta], (t - 1) * dh + unit);
}
