// What each check of problem 2 about centre, radius and slack cannot see, and the mistakes that break its claims: their names in the
// menu, what is done, and what turned wrong. Loaded with the first open claim. "hypotheses" drop a hypothesis of the statement.
import type { ClaimMistakes } from "../../../host/proof.ts";

const allSupport = {
  name: "Mean over all support vectors",
  breaks: "Takes ρ as the mean of d² over all support vectors, those with α = C/ν among them.",
};
const radius = { name: "R in place of R²" };

export const primalMistakes = {
  "2.5a": {
    unseen: "Which α it is, where several balance at the same centre; nor whether ρ and ξ are right.",
    mistakes: {
      plain: {
        name: "Centre moved",
        breaks: "Moves μ a tenth of the way to the farthest point: the forces no longer cancel.",
        wrong: "Where the forces do not cancel, L is not at its minimum in μ: moving along the force lowers it.",
      },
      mean: {
        name: "Mean of all points",
        breaks: "Lets every point pull: αᵢ = Cᵢ/Σ C, and μ is the weighted mean of all points.",
        wrong:
          "The forces cancel, as for any mean. But points inside must not pull (2.5e): another centre has a cheaper ball, and the cost lies above the dual.",
      },
      "support-mean": {
        name: "Plain mean of support vectors",
        breaks: "Takes μ as the mean of the points with α > 0, each with the same weight.",
        wrong:
          "A point outside pulls with C/ν, one on the sphere with any force up to that. With equal weights the forces do not cancel (step 2).",
      },
      "nu-sum": {
        name: "α with sum ν",
        breaks:
          "Uses multipliers with sum ν and not 1, and leaves out the division: μ = Σ αᵢ xᵢ comes out ν times as long.",
        wrong:
          "The claim is |α|₁ μ = Σ α x. Without |α|₁ the centre moves along the line through it and the origin, which means nothing for a ball.",
      },
    },
    hypotheses: {},
  },
  "2.5b": {
    unseen: "Whether the centre is right: ρ is judged for this one (2.5a). Nor which ρ of the interval it is.",
    mistakes: {
      plain: {
        name: "ρ beyond every point",
        breaks: "Moves ρ beyond every point, where h rises with slope 1.",
        wrong: "There the sum has no term left, and every step back lowers h at full slope.",
      },
      "all-support": {
        ...allSupport,
        wrong:
          "Those at their bound lie outside the sphere, so this ρ is too large: h rises there. Only points with 0 < α < C/ν are on the sphere for certain.",
      },
      radius: {
        ...radius,
        breaks: "Takes the radius R where the squared radius ρ belongs.",
        wrong:
          "Squared distances are compared with R: too small a ball if R > 1, too large a one if R < 1. The slopes of h then have the same sign.",
      },
      "no-nu": {
        name: "Factor 1/ν left out",
        breaks: "Minimises ρ + Σ C max(d² − ρ, 0), without 1/ν: the dashed line.",
        wrong:
          "Its slope is 1 − S and not 1 − S/ν (step 5). So slack counts too little or too much, and its minimum is another ρ.",
      },
    },
    hypotheses: {},
  },
  "2.5c": {
    unseen: "Whether the centre is right: (11) is about this one (2.5a). Nor which ρ of the interval it is.",
    mistakes: {
      plain: {
        name: "ρ beyond every point",
        breaks: "Moves ρ beyond every point, where less than ν lies outside: above the upper end.",
        wrong: "S(ρ) = 0 < ν already holds for a smaller ρ, and (11) ends at the smallest such value.",
      },
      exchanged: {
        name: "Ends exchanged",
        breaks: "Takes the first ρ with S < ν as the lower end, and the first with S ≤ ν as the upper one.",
        wrong: "S < ν is the harder condition, so its first ρ is the larger one. Between exchanged ends there is no ρ.",
      },
      "all-support": {
        ...allSupport,
        wrong:
          "The points outside pull the mean up: S is below ν there, and was so before. That is above the upper end (step 4).",
      },
      "not-strict": {
        name: "≥ in place of >",
        breaks: "Counts the points on the sphere as outside: S(ρ) = Σ C over d² ≥ ρ.",
        wrong:
          "The points at ρ have no slack and must not count. This S comes down one step too late: both ends move out, or part of the interval is lost.",
      },
      count: {
        name: "Points counted, not weighed",
        breaks: "Counts the points outside and does not add up their weights C.",
        wrong:
          "The slope of h is 1 − S/ν with the weights in S (step 2). A heavy point pushes ρ out as several light ones do.",
      },
    },
    hypotheses: {
      "nu-too-large": {
        name: "ν ≥ Σ C",
        breaks: "Sets ν to 5/4 Σ C and keeps the solver's ball.",
        wrong:
          "Then S(ρ) < ν for every ρ: (11) is the point 0, whatever the data. The step of 2.4 that finds an optimum with |α|₁ = 1 dies, and the solver with it.",
      },
    },
  },
  "2.5d": {
    unseen: "Which ρ of the interval it is: each has its own slacks, and all of them cost the same.",
    mistakes: {
      plain: {
        name: "One slack too long",
        breaks: "Makes the slack of the selected point longer than it has to be.",
        wrong: "The point is still covered, but slack costs Cᵢ/ν: a shorter ξᵢ is feasible, and cheaper.",
      },
      distance: {
        name: "Distance, not squared",
        breaks: "Takes ξ = max(d − R, 0), the distance from the sphere.",
        wrong:
          "The constraint is d² ≤ ρ + ξ. As d² − R² = (d − R)(d + R), this ξ is too short or too long, except where d + R = 1.",
      },
      radius: {
        ...radius,
        breaks: "Takes ξ = max(d² − R, 0).",
        wrong:
          "Squared distances are compared with R: with R > 1 slacks are too long, with R < 1 too short, and the total is not the dual.",
      },
      signed: {
        name: "max(…, 0) left out",
        breaks: "Takes ξ = d² − ρ for every point, also where that is negative.",
        wrong:
          "A slack below 0 breaks ξ ≥ 0, the constraint whose multiplier is β: points inside would pay for those outside.",
      },
    },
    hypotheses: {
      "weight-0": {
        name: "A point of weight 0",
        breaks: "Adds a copy of the selected point with C = 0, and makes its slack too long.",
        wrong:
          "All is still optimal: total, dual and β ξ = 0 agree. Step 4 dies: a shorter slack lowers the cost by C times something, which is 0.",
      },
    },
  },
  "2.5e": {
    unseen: "Which α it is, where several are optimal: each of them is on the staircase.",
    mistakes: {
      plain: {
        name: "α above its largest value",
        breaks: "Raises α of the selected point to 1.5 C/ν, one and a half times its largest value: off the staircase.",
        wrong: "Then βᵢ = Cᵢ/ν − αᵢ < 0: such a multiplier would reward a negative slack, and the dual is no bound.",
      },
      "nu-sum": {
        name: "α with sum ν",
        breaks: "Multiplies every α by ν, as where the box is [0, C].",
        wrong: "Then Σ α = ν and not 1, and γ = 1 − Σ α is not 0: with γρ = 0 that is only possible for ρ = 0.",
      },
      "no-nu": {
        name: "C in place of C/ν",
        breaks: "Takes C and not C/ν as the height of the staircase: the dashed line.",
        wrong: "Slack costs C/ν, so α + β = C/ν (step 1). Outside, β = 0, and α is at C/ν: off the dashed line.",
      },
      reversed: {
        name: "< and > exchanged",
        breaks: "Reads the table the wrong way round: points inside with α = C/ν, points outside with α = 0.",
        wrong: "A point inside does not touch the constraint d² ≤ ρ + ξ, so its multiplier must be 0 (step 3).",
      },
    },
    hypotheses: {
      "nu-too-large": {
        name: "ν ≥ Σ C",
        breaks: "Sets ν to 5/4 Σ C and keeps α.",
        wrong:
          "The boxes [0, C/ν] then hold 4/5 together, and no α in them has sum 1. The step of 2.4 that finds such an optimum dies; what is left is ρ = 0.",
      },
    },
  },
} as const satisfies Readonly<Record<string, ClaimMistakes>>;
