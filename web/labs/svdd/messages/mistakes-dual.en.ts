// What each check of problem 2 about its dual cannot see, and the mistakes that break its claims: their names in the menu, what is done, and
// what turned wrong. Loaded with the first open claim. "hypotheses" drop a hypothesis of the statement.
import type { ClaimMistakes } from "../../../host/proof.ts";

export const dualMistakes = {
  "2.1": {
    unseen: "A wrong saddle that none of the 200 draws on each side happens to leave.",
    mistakes: {
      plain: {
        name: "Sign of a term reversed",
        breaks: "Reverses the sign of the term with β, so that a negative slack would be rewarded.",
        wrong:
          "With β ≥ 0 the term must be −Σ βξ: it charges for ξ < 0. The two ways of writing L now differ by 2 Σ βξ.",
      },
    },
    hypotheses: {},
  },
  "2.2": {
    unseen: "Other ways to a gap of zero: only this optimum and this Slater point are measured.",
    mistakes: {
      plain: {
        name: "A ball that covers all",
        breaks: "Moves ρ beyond every point, as if any ball that covers the data were as good.",
        wrong: "This ball is feasible, but its cost lies above the dual: no multipliers prove it best.",
      },
    },
    hypotheses: {},
  },
  "2.3": {
    unseen: "Violations smaller than what the random multipliers come to.",
    mistakes: {
      plain: {
        name: "γ too large",
        breaks: "Makes γ too large by 1/2, so that ρ stays in L, and L has no lower bound.",
        wrong: "The coefficient of ρ is then −1/2: a larger ρ takes L below every number, and no θ is a lower bound.",
      },
    },
    hypotheses: {},
  },
  "2.4": {
    unseen: "An α of nearly the best objective: what is gained is compared with the tolerance.",
    mistakes: {
      plain: {
        name: "Factor |α|₁ left out",
        breaks: "Leaves the factor |α|₁ out of the objective (10).",
        wrong:
          "Without it (9) and (10) agree only where Σ α = 1. Along a ray the objective is no straight line any more.",
      },
    },
    hypotheses: {},
  },
  "2.6": {
    unseen: "Values of ν between those of the sweep.",
    mistakes: {
      plain: {
        name: "ρ beyond every point",
        breaks: "Moves ρ beyond every point: then nothing is on the sphere or outside it.",
        wrong: "At least ν of the weight must lie on the sphere or outside it, since Σ α = 1 and no αᵢ is above Cᵢ/ν.",
      },
    },
    hypotheses: {},
  },
} as const satisfies Readonly<Record<string, ClaimMistakes>>;
