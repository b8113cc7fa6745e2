// What each check of problem 2 about centre, radius and slack cannot see, and the mistakes that break its claims: their names in the menu, what is done, and
// what turned wrong. Loaded with the first open claim. "hypotheses" drop a hypothesis of the statement.
import type { ClaimMistakes } from "../../../host/proof.ts";

export const primalMistakes = {
  "2.5a": {
    unseen: "Forces that cancel up to the tolerance.",
    mistakes: {
      plain: {
        name: "Centre moved",
        breaks: "Moves μ a tenth of the way to the farthest point: the forces no longer cancel.",
        wrong: "Where the forces do not cancel, L is not at its minimum in μ: moving along the force lowers it.",
      },
    },
    hypotheses: {},
  },
  "2.5b": {
    unseen: "Which ρ of the interval the solver takes: every one in it is as good.",
    mistakes: {
      plain: {
        name: "ρ beyond every point",
        breaks: "Moves ρ beyond every point, where h rises with slope 1.",
        wrong: "There the sum has no term left, and every step back lowers h at full slope.",
      },
    },
    hypotheses: {},
  },
  "2.5c": {
    unseen: "Which ρ of the interval the solver takes: every one in it is as good.",
    mistakes: {
      plain: {
        name: "ρ beyond every point",
        breaks: "Moves ρ beyond every point, where less than ν lies outside: above the upper end.",
        wrong: "S(ρ) = 0 < ν already holds for a smaller ρ, and (11) ends at the smallest such value.",
      },
    },
    hypotheses: {},
  },
  "2.5d": {
    unseen: "Which ρ of the interval it is: each has its own slack.",
    mistakes: {
      plain: {
        name: "One slack too long",
        breaks: "Makes the slack of the selected point longer than it has to be.",
        wrong: "The point is still covered, but slack costs Cᵢ/ν: a shorter ξᵢ is feasible, and cheaper.",
      },
    },
    hypotheses: {},
  },
  "2.5e": {
    unseen: "Errors smaller than the band: a point within it counts as on the sphere.",
    mistakes: {
      plain: {
        name: "α above its largest value",
        breaks: "Raises α of the selected point to 1.5 C/ν, one and a half times its largest value: off the staircase.",
        wrong: "Then βᵢ = Cᵢ/ν − αᵢ < 0: such a multiplier would reward a negative slack, and the dual is no bound.",
      },
    },
    hypotheses: {},
  },
} as const satisfies Readonly<Record<string, ClaimMistakes>>;
