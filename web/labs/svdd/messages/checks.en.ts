// The words of the checks of problem 2: what each measures, and why a claim says nothing here. Loaded with the first open claim.
import { pointReasons as shared } from "../../../kit/messages/checks.en.ts";

export const checks = {
  grouped: "L term by term against L sorted by variable, relative",
  "saddle-below": "highest L over 200 draws of multipliers, above the saddle by",
  "saddle-above": "lowest L over 200 draws of ρ, μ, ξ, below the saddle by",
  complementary: "sum of multiplier times constraint, at the optimum",
  multipliers: "multipliers outside their range, by a share of it",
  gap: "gap |P − D|",
  slater: "largest constraint at the Slater point, above −1 unit by",
  sum: "|Σ α − 1|",
  "weak-duality": "largest dual on the path, above the smallest primal by",
  reported: "the solver's own objectives, off by",
  below: "θ above L at the worst of 1000 places",
  tight: "|L − θ| at μ = Σ α x / |α|₁",
  ride: "slope of L where an equality is violated, off by",
  equal: "objective of (9) against that of (10)",
  concave: "mean of the ends above the middle, over 200 pairs",
  ray: "departure from a straight line along rays",
  optimal: "objective gained on the way up from α, pair by pair",
  least: "the solver's least |α|₁ against that counted from distances",
  "as-good": "objective lost at the least |α|₁",
  worse: "most that 7/8 of that sum allows, as a share of the optimum",
  support: "line through (0, D) above the set A, by",
  envelope: "θ above a line, or off the one it touches, by",
  places: "α off C/ν outside or off 0 inside, by a share of C/ν",
  feasible: "α outside its box or above sum 1, or ρ below 0, by",
  balance: "|Σ α (φ(x) − μ)|², from distances",
  distances: "the solver's d² against those measured again",
  force: "largest coordinate of Σ α (x − μ)",
  norm: "|μ|² against that measured again",
  elsewhere: "cost at μ above the least at other centres",
  bound: "cost at μ above the dual",
  "slope-left": "slope of h to the left of ρ, if positive",
  "slope-right": "slope of h to the right of ρ, if negative, in size",
  minimum: "h(ρ) above the least h by",
  flat: "variation of h over the set of minimisers",
  lower: "ρ below the lower end by",
  upper: "ρ above the upper end by",
  ends: "ends of the set of best ρ, counted here, against the solver's",
  attained: "h at the ends above the least h by",
  slack: "largest |ξ − max(d² − ρ, 0)|",
  covered: "largest d² − ρ − ξ, −ξ or −ρ, if positive",
  total: "ρ + (1/ν) Σ C ξ against the dual",
  staircase: "largest distance to the staircase, relative",
  violation: "d² of an α that may grow above d² of one that may shrink, by",
  outside: "share outside, above ν by",
  "not-inside": "share on or outside, below ν by",
  sweep: "worst breach of either over a sweep of ν",
} as const;

export const reasons = {
  ...shared,
  "no-fit": "No fit for another ν came near enough to its optimum within the work that is allowed.",
  coarse:
    "The solver was asked for so little that it stopped far from an optimum: squared distances are off by more than a tenth of the largest one. Choose a smaller tolerance.",
  coincident: "All points are equal: every force and every distance is 0.",
  "weights-differ":
    "The points have different weights, so a count of them says nothing. Claim 2.5c says what holds for their weights.",
} as const;

/** Which answer of the solver the checks are about. */
export const judged = {
  anew: "These numbers judge the same problem solved anew, more exactly. The squared distances on screen differ from its own by at most {share} of the largest one.",
  shown: "These numbers judge the sphere on screen.",
} as const;
