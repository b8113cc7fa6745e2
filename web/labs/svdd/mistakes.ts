// The mistakes that the claims of problem 2 can be broken with, by their codes in C++, without "plain", which every claim has.
// Their words are in messages/mistakes.en.ts.
import type { SvddClaimId } from "../../../wasm/lib/types.ts";
import type { Mistakes } from "../../kit/claims/mistakes.ts";

export const MISTAKES = {
  "2.1": ["radius", "no-nu", "gamma"],
  "2.2": ["mean", "radius", "no-nu"],
  "2.3": ["twice", "undivided", "cross"],
  "2.4": ["mean", "sign", "cross", "no-sum", "nu-too-large"],
  "2.5a": ["mean", "support-mean", "nu-sum"],
  "2.5b": ["all-support", "radius", "no-nu"],
  "2.5c": ["exchanged", "all-support", "not-strict", "count", "nu-too-large"],
  "2.5d": ["distance", "radius", "signed", "weight-0"],
  "2.5e": ["nu-sum", "no-nu", "reversed", "nu-too-large"],
  "2.6": ["at-least", "radius", "no-nu", "nu-too-large", "weight-0"],
} as const satisfies Mistakes<SvddClaimId>;
