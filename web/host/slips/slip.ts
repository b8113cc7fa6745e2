// What a lab gives for the slips that the handout makes in its claims (labs/<id>/slips.ts, slips.md, messages/slips.*.ts): each can be
// read as printed or corrected, and shows what follows from the printed version.
import type { Proofground } from "../../../wasm/lib/types.ts";
import type { WorkedValue } from "../worked/worked.ts";

/** By the names that stand in the text as @name@. */
export type Numbers = Readonly<Record<string, WorkedValue>>;

/** What follows is shown by the claim's check, which is broken with a mistake that is the printed version. */
interface Checked<Claim> {
  readonly claim: Claim;
  /** Its code. */
  readonly mistake: string;
  readonly compute?: never;
}

/** What follows is shown by numbers of an example. */
interface Computed<Claim> {
  readonly claim: Claim;
  readonly mistake?: never;
  /** Runs in the worker. */
  compute(pg: Proofground): Numbers;
}

export type Slip<Claim extends string = string> = Checked<Claim> | Computed<Claim>;

/** By id, which names the section of slips.md. */
export type Slips<Claim extends string = string> = Readonly<Record<string, Slip<Claim>>>;
