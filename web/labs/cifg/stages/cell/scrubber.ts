// The order of the equations: which one a position of the player lights, and what has been computed by then.
import type { CifgState } from "../../state.ts";
import { BACKWARD_EQUATIONS, EQUATIONS, FORWARD_EQUATIONS } from "./fields.ts";
import { type BlockId, type Computed, isComputed } from "./quantities.ts";

export type Pass = CifgState["pass"];
export type EquationId = (typeof FORWARD_EQUATIONS)[number] | (typeof BACKWARD_EQUATIONS)[number];

/** One equation at one step. */
export interface Place {
  readonly pass: Pass;
  readonly t: number;
  /** Its left side: a state, or the state whose delta it is. */
  readonly of: Computed;
}

export const equationId = ({ pass, of }: Pick<Place, "pass" | "of">): EquationId =>
  pass === "forward" ? of : (`d${of}` as EquationId);

/** Equations computed, of those there are. */
export const countOf = ({ at, T }: Pick<CifgState, "at" | "T">) => Math.min(at, T * EQUATIONS);

/** The equation that was computed last; null before the first. */
export function lit({ pass, at, T }: Pick<CifgState, "pass" | "at" | "T">): Place | null {
  const k = countOf({ at, T }) - 1;
  if (k < 0) return null;
  const step = Math.floor(k / EQUATIONS);
  const id = (pass === "forward" ? FORWARD_EQUATIONS : BACKWARD_EQUATIONS)[k % EQUATIONS] as EquationId;
  const of = (pass === "forward" ? id : id.slice(1)) as Computed;
  return { pass, t: pass === "forward" ? step + 1 : T - step, of };
}

/** The position at which an equation is the last one computed; the inverse of lit(). */
export function positionOf({ pass, t, of }: Place, T: number): number {
  const list: readonly string[] = pass === "forward" ? FORWARD_EQUATIONS : BACKWARD_EQUATIONS;
  const steps = pass === "forward" ? t - 1 : T - t;
  return steps * EQUATIONS + list.indexOf(equationId({ pass, of })) + 1;
}

/** Whether a state is known at this position. What is given always is; so is everything on the way back. */
export function stateKnown({ pass, at, T }: Pick<CifgState, "pass" | "at" | "T">, id: BlockId, t: number): boolean {
  return pass === "backward" || !isComputed(id) || t === 0 || positionOf({ pass, t, of: id }, T) <= at;
}

/** Whether its delta is. Those of x_t come with step t's last one, those of h_0 and c_0 with the last one of all. */
export function deltaKnown({ pass, at, T }: Pick<CifgState, "pass" | "at" | "T">, id: BlockId, t: number): boolean {
  if (pass === "forward" || id === "g") return false;
  if (t === 0) return at >= T * EQUATIONS;
  return positionOf({ pass, t, of: id === "x" ? "z_c" : id }, T) <= at;
}

/** What an equation is computed from, besides the weights. */
export function inputsOf({ pass, t, of }: Place, T: number): readonly { id: BlockId; t: number; delta: boolean }[] {
  const value = (id: BlockId, at = t) => ({ id, t: at, delta: false });
  const delta = (id: BlockId, at = t) => ({ id, t: at, delta: true });
  if (pass === "forward")
    switch (of) {
      case "z_f":
      case "z_o":
      case "z_c":
        return [value("x"), value("h", t - 1)];
      case "f":
        return [value("z_f")];
      case "o":
        return [value("z_o")];
      case "c~":
        return [value("z_c")];
      case "c":
        return [value("f"), value("c", t - 1), value("c~")];
      case "h":
        return [value("o"), value("c")];
    }
  const later = t < T;
  switch (of) {
    case "h":
      return [value("g"), ...(later ? [delta("z_f", t + 1), delta("z_o", t + 1), delta("z_c", t + 1)] : [])];
    case "o":
      return [delta("h"), value("c")];
    case "c":
      return [delta("h"), value("o"), value("c"), ...(later ? [delta("c", t + 1), value("f", t + 1)] : [])];
    case "f":
      return [delta("c"), value("c", t - 1), value("c~")];
    case "c~":
      return [delta("c"), value("f")];
    case "z_f":
      return [delta("f"), value("f")];
    case "z_o":
      return [delta("o"), value("o")];
    case "z_c":
      return [delta("c~"), value("c~")];
  }
}
