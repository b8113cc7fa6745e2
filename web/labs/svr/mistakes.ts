// The mistakes that the claims of problem 1 can be broken with, by their codes in C++, without "plain", which every claim has.
// Their words are in messages/mistakes.en.ts.
import type { SvrClaimId } from "../../../wasm/lib/types.ts";
import type { Mistakes } from "../../kit/claims/mistakes.ts";

export const MISTAKES = {
  "1a": [],
  "1b": [],
  "1c1": [],
  "1c2": [],
  "1d1": [],
  "1d2": [],
} as const satisfies Mistakes<SvrClaimId>;
