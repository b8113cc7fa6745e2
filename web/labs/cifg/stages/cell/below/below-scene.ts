// What stands under the tape, as numbers: the answer, the sizes it is of, and what of it is looked at.
import type { CifgBackward, CifgTape } from "../../../../../../wasm/lib/types.ts";
import { type ParamName, shapeOf } from "../../../problem.ts";
import type { CifgState } from "../../../state.ts";
import { BACKWARD_EQUATIONS } from "../fields.ts";

export interface BelowScene {
  readonly tape: CifgTape;
  /** What a broken claim has instead; null where nothing is broken. */
  readonly wrong: CifgBackward | null;
  readonly dx: number;
  readonly dh: number;
  readonly T: number;
  /** The parameter on show, its shape and the picked entry; rows are units. */
  readonly parameter: ParamName;
  readonly rows: number;
  readonly columns: number;
  readonly row: number;
  readonly column: number;
  /** Steps from this one on have been added to the sum; T + 1: none. */
  readonly from: number;
  readonly ledgerOf: CifgState["ledgerOf"];
  /** 1..T */
  readonly ledgerT: number;
}

type Looked = Pick<
  CifgState,
  "pass" | "at" | "unit" | "sumOf" | "sumColumn" | "ledgerOf" | "ledgerT" | "dx" | "dh" | "T"
>;

/** The delta of a parameter's gate. */
const DELTA_OF = { f: "dz_f", o: "dz_o", c: "dz_c" } as const;
export type GateId = keyof typeof DELTA_OF;
export const gateOf = (parameter: ParamName) => parameter.slice(2) as GateId;

/**
 * The earliest step that the way back has added by now: a step adds to a parameter once its delta z is there. On the way forward, and
 * after the last equation, all are there.
 */
export function addedFrom({ pass, at, T }: Pick<CifgState, "pass" | "at" | "T">, gate: GateId): number {
  if (pass === "forward") return 1;
  const each = BACKWARD_EQUATIONS.length;
  const done = Math.min(at, T * each) - (BACKWARD_EQUATIONS.indexOf(DELTA_OF[gate]) + 1);
  return T - Math.floor(done / each);
}

/** null while the answer is to another size than the state's. */
export function belowScene(state: Looked, tape: CifgTape | null, wrong: CifgBackward | null): BelowScene | null {
  const { dx, dh, T } = state;
  if (tape === null || tape.horizon.norm.length !== T) return null;
  if (tape.states.f.length !== T * dh || tape.backward.grads.x.length !== T * dx) return null;
  const { rows, columns } = shapeOf(state.sumOf, state);
  return {
    ...{ tape, wrong, dx, dh, T, rows, columns, parameter: state.sumOf, ledgerOf: state.ledgerOf },
    row: Math.min(state.unit, rows - 1),
    column: Math.min(state.sumColumn, columns - 1),
    from: addedFrom(state, gateOf(state.sumOf)),
    ledgerT: Math.min(state.ledgerT, T),
  };
}

/** One matrix of a list of them, one after the other. */
export const nth = (list: Float64Array, k: number, size: number) => list.subarray(k * size, (k + 1) * size);

/** Largest size; 1 where all are 0, so that a share of it is a number. */
export function largest(lists: Iterable<ArrayLike<number>>): number {
  let most = 0;
  for (const list of lists)
    for (let k = 0; k < list.length; ++k) {
      const size = Math.abs(list[k] as number);
      if (size > most) most = size;
    }
  return most === 0 ? 1 : most;
}

/** (T) of the unit on show: the product of f, and the entry of dc_T/dc_t on the diagonal. */
export function unitOf({ tape: { horizon }, T, dh, row }: BelowScene): { product: number[]; diagonal: number[] } {
  const of = (list: Float64Array, each: number, k: number) =>
    Array.from({ length: T }, (_, t) => list[t * each + k] ?? Number.NaN);
  return { product: of(horizon.product, dh, row), diagonal: of(horizon.jacobian, dh * dh, row * dh + row) };
}
