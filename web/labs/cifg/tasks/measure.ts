// What tasks of this lab measure with: pictures of the claims, whose numbers come by complex steps, not by backpropagation.
import type { CifgClaim, CifgClaimId, CifgProblem, Proofground } from "../../../../wasm/lib/types.ts";
import type { Measured } from "../../../host/tasks/task.ts";
import { problemOf } from "../problem.ts";
import type { CifgState } from "../state.ts";

type PictureOf<Id extends CifgClaimId> = Extract<CifgClaim, { id: Id }>["picture"];

/** Reads numbers of a claim's picture; NaN where the claim does not hold or says nothing. */
export function readerOf<Id extends CifgClaimId>(
  pg: Proofground,
  id: Id,
  problem: CifgProblem,
): (read: (picture: PictureOf<Id>) => number) => number {
  const claim = pg.cifg.claim({ id, problem });
  if (claim.verdict !== "pass") return () => Number.NaN;
  const picture = claim.picture as PictureOf<Id>;
  return (read) => read(picture);
}

export const reader = <Id extends CifgClaimId>(pg: Proofground, id: Id, state: Readonly<CifgState>) =>
  readerOf(pg, id, problemOf(state));

export const measured = (name: string, value: number, relation: Measured["relation"], bound: number): Measured => ({
  name,
  value,
  relation,
  bound,
});

/** An entry that is there, or NaN. */
export const at = (list: ArrayLike<number>, i: number): number => list[i] ?? Number.NaN;

export const sizes = (list: ArrayLike<number>): number[] => Array.from(list, Math.abs);

export const sum = (list: readonly number[]): number => list.reduce((total, value) => total + value, 0);
