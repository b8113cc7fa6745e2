// The mistakes that the claims of problem 3 can be broken with, by their codes in C++, without "plain", which every claim has.
// Their words are in messages/mistakes.en.ts.
import type { CifgClaimId } from "../../../wasm/lib/types.ts";
import type { Mistakes } from "../../kit/claims/mistakes.ts";

export const MISTAKES = {
  "3a": ["lost-minus", "no-complement", "from-difference"],
  "3b": ["lost-minus", "no-recurrent", "twice", "no-transpose", "tanh-z", "f-t", "sigma-z"],
  "3c": ["one-bias", "last-step", "h-t", "no-transpose", "sigma-z"],
  "3ledger": ["twice", "source"],
  "3horizon": ["product", "f-t"],
} as const satisfies Mistakes<CifgClaimId>;
