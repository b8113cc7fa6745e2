// What each check of problem 1 cannot see, and the mistakes that break its claims: their names in the menu, what is done, and
// what turned wrong. Loaded with the first open claim. "hypotheses" drop a hypothesis of the statement.
import type { ClaimMistakes } from "../../../host/proof.ts";

export const mistakes = {
  "1a": {
    unseen: "A wrong saddle that none of the 200 draws on each side happens to leave.",
    mistakes: {
      plain: {
        name: "Sign of a constraint reversed",
        breaks: "Reverses the sign of the lower constraint, so that violating it is rewarded.",
        wrong: "Some draw of α* ≥ 0 now lifts L above the saddle: L(w, b, ξ; ·) has its maximum elsewhere (step 3).",
      },
    },
    hypotheses: {},
  },
  "1b": {
    unseen: "Whether the path was the solver's own: only its end is judged, and the path must not cross the primal.",
    mistakes: {
      plain: {
        name: "Multipliers out of balance",
        breaks: "Raises α of the selected point by C/2, as if the multipliers need not balance.",
        wrong: "Then Σ(α − α*) ≠ 0: L is a line in b with a slope, and its least value is −∞ (step 4).",
      },
    },
    hypotheses: {},
  },
  "1c1": {
    unseen: "Which b of the set the solver takes: every one in it is as good.",
    mistakes: {
      plain: {
        name: "b beside the minimisers",
        breaks: "Moves b by ε/2 beyond the set of minimisers.",
        wrong: "To the left of this b the total slack falls: the slope there is above 0, and a smaller b costs less.",
      },
    },
    hypotheses: {},
  },
  "1c2": {
    unseen: "Errors smaller than the band: a point within it counts as on the edge.",
    mistakes: {
      plain: {
        name: "Two multipliers at once",
        breaks:
          "Raises both multipliers of the selected point, most of all the one that must be 0: the point leaves the staircase.",
        wrong:
          "No point lies above and below the tube at the same time, so one of its multipliers must be 0 (complementary slackness).",
      },
    },
    hypotheses: {},
  },
  "1d1": {
    unseen: "A solver that uses the inputs in a way that this rotation does not show.",
    mistakes: {
      plain: {
        name: "Inputs stretched",
        breaks: "Stretches the inputs by a quarter while turning them, so that inner products change.",
        wrong:
          "A map that changes inner products changes K, and with it the dual and the fit. Only orthogonal maps keep K.",
      },
    },
    hypotheses: {},
  },
  "1d2": {
    unseen: "Places other than the shown x and at most 64 of the points.",
    mistakes: {
      plain: {
        name: "Largest bar left out",
        breaks: "Leaves the largest bar at this x out of every sum.",
        wrong: "The sum runs over all support vectors: without one of them it misses f(x) − b by that bar.",
      },
    },
    hypotheses: {},
  },
} as const satisfies Readonly<Record<string, ClaimMistakes>>;
