// The mistakes that the claims of problem 1 can be broken with, by their codes in C++, without "plain", which every claim has.
// Their words are in messages/mistakes.en.ts.
import type { SvrClaimId } from "../../../wasm/lib/types.ts";
import type { Mistakes } from "../../kit/claims/mistakes.ts";

export const MISTAKES = {
  "1a": ["sum", "two-c", "tube-twice", "beta", "half"],
  "1b": ["sum", "two-c", "tube-twice", "half", "sign", "epsilon-0", "two-slacks"],
  "1c1": ["bounded", "edge", "mean", "zero"],
  "1c2": ["sum", "two-c", "bounded", "turned", "tube-forgotten"],
  "1d1": ["distance", "shift"],
  "1d2": ["star", "sign", "b-inside"],
} as const satisfies Mistakes<SvrClaimId>;
