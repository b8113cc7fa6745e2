// The mistakes that the claims of problem 4 can be broken with, by their codes in C++, without "plain", which every claim has.
// Their words are in messages/mistakes.en.ts.
import type { DiffusionClaimId } from "../../../wasm/lib/types.ts";
import type { Mistakes } from "../../kit/claims/mistakes.ts";

export const MISTAKES = {
  "4a": ["alpha", "root", "same-noise", "one-noise"],
  "4b": ["swap", "beta", "index"],
  "4c": ["alpha", "no-root", "x0-root", "score", "affine", "exact"],
  "4d": ["beta", "half", "alpha", "forward-variance"],
  "4r1": ["root", "index", "step"],
  "4r2": ["factor", "root", "alpha"],
  "4r3": ["root", "no-shrink", "index", "same-steps", "other-start"],
  "4bridge": ["no-prior", "no-first", "entropy-sign", "one-point"],
} as const satisfies Mistakes<DiffusionClaimId>;
