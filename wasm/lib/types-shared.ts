// What the public types of all labs share: numbers in and out, and what a claim comes to.

/** Numbers in: a typed array or a plain one. Numbers out are always an owned Float64Array. */
export type Numbers = Float64Array | readonly number[];

export type Verdict = "pass" | "fail" | "vacuous";

/** One measured number of a claim; passes iff value <= bound. `id` keys its label in the messages. */
export interface Check {
  id: string;
  value: number;
  bound: number;
  tolerance: number;
  verdict: Verdict;
}

export interface ClaimResult<Id extends string, Picture> {
  id: Id;
  verdict: Verdict;
  /** Why vacuous: a code that keys a sentence in the messages; "" otherwise. */
  reason: string;
  /** Whether it was broken on purpose, and the code of the mistake ("" for none; "plain" perturbs what is judged). */
  broken: boolean;
  mistake: string;
  /** The codes of all mistakes that this claim can be broken with, "plain" first. */
  mistakes: string[];
  checks: Check[];
  picture: Picture;
}
