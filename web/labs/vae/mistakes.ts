// The mistakes that the claims of the VAE can be broken with, by their codes in C++, without "plain", which every claim has. Their words
// are in messages/mistakes.en.ts.
import type { VaeClaimId } from "../../../wasm/lib/types.ts";
import type { Mistakes } from "../../kit/claims/mistakes.ts";

export const MISTAKES = {
  "4v1": ["no-variance", "kl-sign", "kl-mean", "reversed", "mean-only", "marginals"],
  "4v2": ["kl-mean", "sigma", "kl-sign", "no-log"],
  "4v3": ["kept-eps", "sigma", "no-score", "kl-sign"],
  "4v4": ["no-variance", "one-point", "sigma", "no-draw", "no-prior", "beta"],
} as const satisfies Mistakes<VaeClaimId>;
