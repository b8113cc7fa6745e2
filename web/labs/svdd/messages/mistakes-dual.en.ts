// What each check of problem 2 about its dual cannot see, and the mistakes that break its claims: their names in the menu, what is done, and
// what turned wrong. Loaded with the first open claim. "hypotheses" drop a hypothesis of the statement.
import type { ClaimMistakes } from "../../../host/proof.ts";

export const dualMistakes = {
  "2.1": {
    unseen: "A second saddle point beside this one: L has the same value at all of them.",
    mistakes: {
      plain: {
        name: "Sign of a term reversed",
        breaks: "Reverses the sign of the term with β, so that a negative slack would be rewarded.",
        wrong:
          "With β ≥ 0 the term must be −Σ βξ: it charges for ξ < 0 (step 3). The two ways of writing L now differ by 2 Σ βξ.",
      },
      radius: {
        name: "R for R² in the constraints",
        breaks: "Writes the constraints as d² ≤ R + ξ, so that the balls have √ρ in the place of ρ.",
        wrong:
          "A distance was squared and the radius was not. L is no straight line in ρ any more, and sorting it by variable (step 4) gives another function.",
      },
      "no-nu": {
        name: "1/ν left out",
        breaks: "Adds up Σ C ξ in the place of (1/ν) Σ C ξ.",
        wrong:
          "The coefficient of ξ is then C − α − β. The optimal multipliers do not make it 0, so L is not the one that they belong to (step 4).",
      },
      gamma: {
        name: "γ forgotten",
        breaks: "Leaves out the term −γρ, as if ρ ≥ 0 were no constraint.",
        wrong:
          "Nothing then keeps ρ from falling below 0: the largest L over the multipliers is finite there, although ρ is not feasible (step 3).",
      },
    },
    hypotheses: {},
  },
  "2.2": {
    unseen: "Which optimum this is, where there are more: all have the same P and D.",
    mistakes: {
      plain: {
        name: "A ball that covers all",
        breaks: "Moves ρ beyond every point, as if any ball that covers the data were as good.",
        wrong: "This ball is feasible, but its cost lies above the dual: no multipliers prove it best.",
      },
      mean: {
        name: "The mean as centre",
        breaks: "Puts μ at the mean of the points, all α in proportion to C, with the best ρ for that centre.",
        wrong:
          "These α are feasible, so D is still a lower bound, but a lower one, and P is no lower than the least cost: they are apart. The line through (0, D) does not touch A.",
      },
      radius: {
        name: "R for R² in the cost",
        breaks: "Counts the radius R in the cost, in the place of ρ = R².",
        wrong: "This P is the cost of another problem. D bounds the cost with ρ, and its line does not meet (0, P).",
      },
      "no-nu": {
        name: "1/ν left out",
        breaks: "Counts the slack as Σ C ξ in the cost, in the place of (1/ν) Σ C ξ.",
        wrong: "This P is the cost of the problem with ν = 1. The multipliers, at most C/ν, are of another one.",
      },
    },
    hypotheses: {},
  },
  "2.3": {
    unseen: "Whether these α are the best ones: the formula of θ holds for all.",
    mistakes: {
      plain: {
        name: "γ too large",
        breaks: "Makes γ too large by 1/2, so that ρ stays in L, and L has no lower bound.",
        wrong:
          "The coefficient of ρ is then −1/2: a larger ρ takes L below every number, and no θ is a lower bound (step 2).",
      },
      twice: {
        name: "Divided by |α|₁ twice",
        breaks: "Writes θ = Σ α |x|² − |Σ α x|² / |α|₁².",
        wrong:
          "In s|μ₀|² with μ₀ = Σ α x / s one s cancels (step 5). Where s < 1 this θ is too low: no line touches it.",
      },
      undivided: {
        name: "Not divided by |α|₁",
        breaks: "Writes θ = Σ α |x|² − |Σ α x|².",
        wrong:
          "The best centre is Σ α x / s, not Σ α x (step 4). Where s < 1 this θ is above L at that centre: no lower bound.",
      },
      cross: {
        name: "The 2 in −2xᵀμ left out",
        breaks: "Expands |x − μ|² as |x|² − xᵀμ + |μ|².",
        wrong: "That is no distance: L then has its least value at another μ, and does not touch θ at μ₀ (step 4).",
      },
    },
    hypotheses: {},
  },
  "2.4": {
    unseen: "Improvements below the tolerance, and those that 64 steps on the way up do not reach.",
    mistakes: {
      plain: {
        name: "Factor |α|₁ left out",
        breaks: "Leaves the factor |α|₁ out of the objective (10).",
        wrong:
          "Without it (9) and (10) agree only where Σ α = 1 or both are 0. Along a ray the objective is then constant, and does not grow with s.",
      },
      mean: {
        name: "All α equal",
        breaks: "Takes all α in proportion to C, whose centre is the mean of the points.",
        wrong:
          "They are feasible but not optimal: raising the α of a far point and lowering that of a near one raises (10).",
      },
      sign: {
        name: "+ for − in (10)",
        breaks: "Adds the double sum in (10) in the place of subtracting it.",
        wrong:
          "The bracket is a variance: the mean of |x|² minus the square of the mean (step 4). With + it depends on where the origin is.",
      },
      cross: {
        name: "Pairs counted once",
        breaks: "Counts each pair i, j once in the double sum, not as i, j and as j, i.",
        wrong: "The square of a sum has every mixed term twice (step 3): (9) and (10) are then two functions.",
      },
      "no-sum": {
        name: "Σ α ≤ 1 forgotten",
        breaks: "Drops the constraint on the sum: every α is then best at C/ν.",
        wrong:
          "The constraint is γ = 1 − Σ α ≥ 0 (step 2). With a larger sum γ < 0, and the value is no bound on the cost.",
      },
    },
    hypotheses: {
      "nu-too-large": {
        name: "ν not below Σ C",
        breaks: "Takes ν = 1.25 Σ C, so that all bounds C/ν together come to 0.8.",
        wrong:
          "Step 5 dies: no α below its bound is left to be raised, and Σ α = 1 cannot be reached. All α are at C/ν, and ρ = 0.",
      },
    },
  },
  "2.6": {
    unseen: "Values of ν between those that were tried, and how near the two shares are to ν.",
    mistakes: {
      plain: {
        name: "ρ beyond every point",
        breaks: "Moves ρ beyond every point: then nothing is on the sphere or outside it.",
        wrong:
          "At least ν of the points must lie on the sphere or outside it, since Σ α = 1 and no α is above C/ν (step 2).",
      },
      "at-least": {
        name: "≥ for > in the count",
        breaks: "Counts the points on the sphere as outside.",
        wrong:
          "Only points strictly outside have α = C/ν for certain (step 1). Those on the sphere may have less, so more of them fit into Σ α = 1.",
      },
      radius: {
        name: "R for R²",
        breaks: "Compares d² with R in the place of ρ = R².",
        wrong:
          "A squared distance was compared with a distance: this sphere is another one, and the counts are not its counts.",
      },
      "no-nu": {
        name: "C for C/ν as bound",
        breaks: "Bounds α by C in the place of C/ν, which is the ball for ν = 1.",
        wrong: "A bound of C/ν is what makes ν a share: with C the same ball comes out for every ν.",
      },
    },
    hypotheses: {
      "nu-too-large": {
        name: "ν not below Σ C",
        breaks: "Takes ν = 1.25 Σ C.",
        wrong: "Step 2 dies: it needs Σ α = 1, but all α at C/ν come to 0.8 only. No share of points can be 1.25.",
      },
      "weight-0": {
        name: "Points of weight 0",
        breaks: "Adds points with C = 0 beside one inside the sphere, or outside it: the ball stays as it is.",
        wrong:
          "Steps 1 and 2 die: they take each point for 1/n of the weight. These points are counted, but have no weight and no α.",
      },
    },
  },
} as const satisfies Readonly<Record<string, ClaimMistakes>>;
