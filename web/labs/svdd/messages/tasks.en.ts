// The words of this lab's tasks.
import type { AllTaskWords } from "../../../host/tasks/task.ts";

const alphas = {
  alpha1: { label: "α of point 1" },
  alpha2: { label: "α of point 2" },
  alpha3: { label: "α of point 3" },
};
const betas = { beta1: { label: "β of point 1" }, beta2: { label: "β of point 2" }, beta3: { label: "β of point 3" } };

export const tasks = {
  "2.1-below": {
    title: "L one below its saddle",
    ask: "Pick a point and move only its β, until L is 1 below its saddle value, to within 0.01. α and γ stay at their optimal values.",
    hint: "The term is −βξ: what it takes off L is the point's slack times what β gains. How long must that slack be?",
    measured: { off: "distance of L from 1 below the saddle", others: "α or γ moved by" },
  },
  "2.1-free": {
    title: "Multipliers that cost nothing",
    ask: "Find a point whose α and β may both be moved, each by at least 0.3 C/ν, while L stays within 0.001 of its saddle value.",
    hint: "α is multiplied by d² − ρ − ξ, and β by ξ. For which points are both of them 0?",
    measured: {
      alpha: "α moved by, as a share of C/ν",
      beta: "β moved by, as a share of C/ν",
      below: "L below its saddle value by",
    },
  },
  "2.2-stop": {
    title: "Stop at one percent",
    ask: "Go through the solver's path and stop at the first iteration at which the gap P − D is below 1 % of P.",
    hint: "P and D of the iteration stand at the path. D is a lower bound for every ball, so such a P is at most 1 % too high.",
    measured: { gap: "gap in percent of P", before: "the same, one iteration before" },
  },
  "2.2-solver": {
    title: "Be the solver",
    ask: "The points are (0, 0), (4, 0) and (1, 3), with ν = 0.3 and C = 1/3 each. Find by hand α with Σ α ≤ 1, and ρ, whose gap is at most 1 % of P. The centre is Σ α x / Σ α.",
    hint: "With this ν no point may lie outside. Which point is equally far from all three? Write it as a weighted mean of them.",
    measured: { sum: "Σ α", gap: "gap P − D in percent of P" },
    inputs: { ...alphas, rho: { label: "ρ" } },
  },
  "2.3-bound": {
    title: "A bound by hand",
    ask: "The points are (0, 0), (4, 0) and (0, 2), with C = 1/3 each and ν = 0.5, and α is 1/4, 1/8, 1/8. Give the β and γ for which the dual function is finite, and its value θ, each to within 0.001.",
    hint: "No coefficient of ρ or of a ξ may be left in L. In the formula of θ mind that Σ α is not 1.",
    measured: {
      slopeRho: "slope of L along ρ",
      slopeXi: "largest slope of L along a ξ",
      theta: "θ right: 1, not yet: 0",
    },
    inputs: { ...betas, gamma: { label: "γ" }, theta: { label: "θ" } },
  },
  "2.3-line": {
    title: "Which line is wrong?",
    ask: "Here θ is worked out for α ≥ 0, with s = |α|₁ and μ₀ = Σ α x / s. Choose the first line that does not equal the one above it; the first one is right. Then give the right θ for the points (1, 0), (3, 0), (0, 2) and α = 0.2, 0.2, 0.1, to within 0.001.",
    hint: "Insert the numbers, line by line. What is Σ α x, in terms of μ₀?",
    measured: { change: "what the chosen line changes the value by", theta: "θ right: 1, not yet: 0" },
    inputs: {
      line: {
        label: "First wrong line",
        options: {
          "1": "1:  θ = Σ α |x − μ₀|²",
          "2": "2:  = Σ α |x|² − 2 (Σ α x)ᵀμ₀ + s |μ₀|²",
          "3": "3:  = Σ α |x|² − 2 |μ₀|² + s |μ₀|²",
          "4": "4:  = Σ α |x|² − (2 − s) |μ₀|²",
        },
      },
      theta: { label: "right θ" },
    },
  },
  "2.4-half": {
    title: "Half a sum is enough",
    ask: "Set ν, a share of all weights, so that the least |α|₁ of an optimal solution is 0.5, to within 0.005.",
    hint: "Only the points away from the centre need their α, which is C/ν. What share of all weights have they together?",
    measured: { off: "distance of the least |α|₁ from 0.5" },
  },
  "2.4-less": {
    title: "An optimal α, small sum",
    ask: "Four corners have weight 1 and the point at their centre 8; ν is half of all weights. Give optimal multipliers of sum at most 0.7, the same for each corner: none above C/ν by more than 0.0001, and objective (10) at most 0.1 % below its maximum.",
    hint: "A point at the centre adds nothing to (10). What is C/ν for a corner?",
    measured: {
      sum: "sum of the multipliers",
      beyond: "largest multiplier above its C/ν by",
      short: "objective below its maximum, in percent",
    },
    inputs: { corner: { label: "α of a corner" }, centre: { label: "α of the centre" } },
  },
  "2.4-equal": {
    title: "Equal weights, small sum",
    ask: "Place at most six points of equal weight, and set ν, so that the least |α|₁ of an optimal solution is at most 0.5. The optimal value must be at least 1.",
    hint: "A heavy point is several equal ones. The points at the centre must weigh so much that ρ = 0 is optimal.",
    measured: { sum: "least |α|₁ of an optimal solution", cost: "optimal value", points: "points" },
  },
  "2.5a-inside": {
    title: "Points that do not pull",
    ask: "Move at least five points, each by at least 0.5, while the centre stays within 0.01 of where it is. Each of them must have α = 0 before and after. Keep all twenty points.",
    hint: "The centre feels only forces. Where must a point be, to have none?",
    measured: { moved: "points moved so far", centre: "centre moved by", points: "points" },
  },
  "2.5a-uneven": {
    title: "A mean that misses",
    ask: "Place at most six points, no coordinate beyond 5, so that the plain mean of the support vectors lies at least 1 from the centre.",
    hint: "Two of them may share the work of one. Where must they be, to have little α each?",
    measured: { apart: "distance of the mean from the centre", reach: "largest coordinate", points: "points" },
  },
  "2.5b-floor": {
    title: "Another radius, same cost",
    ask: "In the plot of h try another ρ that costs the least, too, at least 3 from the solver's.",
    hint: "Such a ρ lies on the flat floor of h: there both slopes are 0.",
    measured: { excess: "h(ρ) above the least h by", apart: "distance from the solver's ρ" },
  },
  "2.5b-slope": {
    title: "A slope of minus one",
    ask: "In the plot of h try a ρ at which h has the slope −1, to the left and to the right.",
    hint: "The slope is 1 − S/ν, with S the share of the points outside. ν is 1/4: how many of the twenty must lie outside?",
    measured: { left: "slope to the left, off −1 by", right: "slope to the right, off −1 by" },
  },
  "2.5c-step": {
    title: "A step at ν",
    ask: "Set ν so that the interval (11) is longer than 4.",
    hint: "A step of the staircase has to lie exactly at the height ν. Which step is the longest?",
    measured: { width: "length of the interval" },
  },
  "2.5c-both": {
    title: "Both 0 and 1 optimal",
    ask: "The weights are 1, 1, 2, 2 and 4. Set ν, a share of all weights, so that ρ = 0 and ρ = 1 are both optimal.",
    hint: "ρ = 0 is optimal as long as the points away from the centre weigh at most ν. Count weights, not points.",
    measured: { lower: "lower end of the interval", upper: "upper end of the interval" },
  },
  "2.5c-long": {
    title: "A long interval",
    ask: "ν stays at a quarter of the weights. Place at most ten points, no coordinate beyond 5, so that the interval (11) is longer than 1.",
    hint: "Exactly ν n points must lie outside, and none on the sphere. How many points does that take, and where is the centre, if those outside alone pull?",
    measured: { width: "length of the interval", reach: "largest coordinate", points: "points" },
  },
  "2.5d-six": {
    title: "The slack that you choose",
    ask: "Here every ρ of an interval is optimal, each with its own slacks. Give the optimal ρ for which the longest slack is 6, to within 0.001.",
    hint: "The picture has the squared distance of the farthest points. What must be taken off it?",
    measured: { off: "longest slack, off 6 by", excess: "cost above the least by" },
    inputs: { rho: { label: "ρ" } },
  },
  "2.5d-lucky": {
    title: "When a mistake is right",
    ask: "A famous mistake takes ξ = max(d − R, 0), with distances that are not squared. Move points so that it is off by at most 0.002 at every point, while the longest slack is at least 0.15.",
    hint: "d² − R² is (d − R)(d + R). What must d + R be at a point outside?",
    measured: { wrong: "the mistake's slack, off by at most", longest: "longest slack" },
  },
  "2.5e-edge": {
    title: "On the edge",
    ask: "Drag point 13, the one nearest to the centre, so that its α lies between 20 % and 80 % of C/ν. Keep all twenty points.",
    hint: "Inside α is 0, outside it is C/ν. Only one place is left.",
    measured: { share: "α as a share of C/ν", points: "points" },
  },
  "2.5e-silent": {
    title: "On the sphere, without force",
    ask: "Place three points, any two at least 1 apart, all on the sphere to within 1 % of ρ, one of them with α at most 0.01.",
    hint: "The two others hold the sphere alone, so its centre is halfway between them. Where can the third one be, to be equally far from it?",
    measured: {
      points: "points",
      off: "largest |d² − ρ|, in percent of ρ",
      least: "least α",
      apart: "least distance of two points",
    },
  },
  "2.6-three": {
    title: "Three of ten outside",
    ask: "Set ν so that exactly three of the ten points lie outside the sphere.",
    hint: "ν is an upper bound for their share, and need not be it: some of the points are on the sphere.",
    measured: { outside: "points outside" },
  },
  "2.6-last": {
    title: "Before the first is out",
    ask: "Set ν as large as it can be while no point lies outside: at ν + 0.01 at least one must be.",
    hint: "As long as no bound C/ν is reached, ν changes nothing. The table has the α of every point: when does the largest one meet 1/(ν n)?",
    measured: { outside: "points outside", more: "points outside at ν + 0.01" },
  },
  "2.6-none": {
    title: "Half, and none outside",
    ask: "ν stays at 0.5. Place at least six points, any two at least 0.5 apart, so that none lies outside: no slack is longer than 2 % of ρ.",
    hint: "At least half of the points must lie on the sphere or outside it. How must they lie, so that none is outside?",
    measured: { slack: "longest slack, in percent of ρ", points: "points", apart: "least distance of two points" },
  },
} as const satisfies AllTaskWords;
