// The mistakes that the claims of problem 3 can be broken with, by their codes in C++, without "plain", which every claim has.
// Their words are in messages/mistakes.en.ts.
import type { CifgClaimId } from "../../../wasm/lib/types.ts";
import type { Mistakes } from "../../kit/claims/mistakes.ts";

export const MISTAKES = {
  "3a": ["lost-minus", "plus", "no-complement", "f-for-complement", "from-difference"],
  "3b": ["no-recurrent", "lost-minus", "f-t", "twice", "no-transpose", "tanh-z", "tanh-h", "sigma-z"],
  "3c": ["last-step", "h-t", "one-bias", "outer", "mean", "no-transpose", "sigma-z", "tanh-z"],
  "3ledger": ["twice", "no-recurrent", "no-transpose", "source", "no-cell"],
  "3horizon": ["product", "f-t", "input-gate", "transposed"],
} as const satisfies Mistakes<CifgClaimId>;
