// The words of the checks of problem 1: what each measures, and why a claim says nothing here. Loaded with the first open claim.
import { pointReasons as shared } from "../../../kit/messages/checks.en.ts";

export const checks = {
  "saddle-below": "highest L over 200 draws of multipliers, above the saddle by",
  "saddle-above": "lowest L over 200 draws of w, b, ξ, below the saddle by",
  complementary: "sum of multiplier times constraint, at the optimum",
  multipliers: "most negative multiplier, in size",
  gap: "gap |P − D|",
  sum: "|Σ (α − α*)|",
  product: "largest of min(α, α*) over the points",
  "weak-duality": "largest dual on the path, above the smallest primal by",
  violation: "largest violation of the KKT conditions, in units of y",
  reported: "the solver's own P and D, off by",
  "slope-left": "slope of g to the left of b, if positive",
  "slope-right": "slope of g to the right of b, if negative, in size",
  minimum: "g(b) above the least g by",
  flat: "variation of g over the set of minimisers",
  interval: "ends of the set, counted here, against the solver's",
  staircase: "largest relative distance to the staircase",
  slack: "largest |ξ − max(|e| − ε, 0)|",
  "other-multiplier": "largest multiplier that must be 0",
  residual: "the solver's residuals against those summed again",
  eigenvalue: "smallest eigenvalue of K, if negative, in size",
  "inner-products": "largest relative change of an inner product under the rotation",
  "gram-alone": "f − b at the points, solved from K alone, differs by",
  "dual-gram": "value of the dual, solved from K alone, differs by",
  rotated: "f − b at the points, solved from rotated inputs, differs by",
  "dual-rotated": "value of the dual, solved from rotated inputs, differs by",
  unique: "α − α* of the three solutions differ by",
  bars: "prediction against the sum of bars, relative",
  "feature-map": "k(x, z) against the explicit ⟨φ(x), φ(z)⟩, relative",
  offset: "distance of b to the minimisers found from the bars",
  weights: "the solver's w against Σ (α − α*) x, relative",
  explicit: "⟨w, φ(x)⟩ with an explicit w against the bars, relative",
} as const;

export const reasons = {
  ...shared,
  "single-point": "There is only one point.",
  coarse:
    "The tolerance, or rounding, is as large as the spread of y: then any fit would pass. Choose a smaller tolerance.",
  "not-solved-again":
    "Solving the problem a second time, for comparison, would take too many steps here. Choose a smaller C or fewer points.",
  "no-spread": "All inputs are equal, or all are almost 0: there is nothing to compare.",
  "no-bars": "Every bar is zero here: no point is a support vector, or the kernel is 0 between this x and all of them.",
} as const;

/** Which answer of the solver the checks are about. */
export const judged = {
  anew: "These numbers judge the same problem solved anew, more exactly. The fit on screen differs from it by at most {share} of half the range of y.",
  shown: "These numbers judge the fit on screen.",
} as const;
