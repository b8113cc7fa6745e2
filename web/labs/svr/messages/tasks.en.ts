// The words of this lab's tasks.
import type { AllTaskWords } from "../../../host/tasks/task.ts";

export const tasks = {
  "1a-reward": {
    title: "A reward for a violation",
    ask: "The sign of the lower constraint is reversed in this L. Pick a point and move its multipliers until L is at least 2.5 above its saddle value.",
    hint: "The broken term is α* (e + ε + ξ). At which points is the bracket large?",
    measured: { above: "L above its saddle value" },
  },
  "1a-level": {
    title: "A change without effect",
    ask: "Pick a point and move one of its multipliers by at least 0.3, so that L stays at its saddle value.",
    hint: "L is a line in each multiplier, and its slope is the constraint. Look for a constraint that holds with equality.",
    measured: { moved: "largest change of a multiplier", change: "change of L" },
  },
  "1a-escape": {
    title: "Same L, but no saddle",
    ask: "Move the multipliers of one point so that L keeps its saddle value at the optimal w, b, ξ. Then give that point another slack ξ, of either sign, with which L is at least 10 below that value.",
    hint: "L is a line in ξ too. Its slope is C − α − α* − β, and the optimal multipliers make it 0.",
    measured: { change: "change of L at the optimal ξ", below: "L at your ξ, below its saddle value" },
    inputs: { slack: { label: "slack ξ of the point" } },
  },
  "1b-first": {
    title: "The first small gap",
    ask: "Step the solver to its first iteration whose duality gap is below 1: there the primal is less than 1 above the least cost, whatever that is.",
    hint: "The dual never falls, but the primal of an iterate may rise. So the gap may rise as well: look at each step.",
    measured: { gap: "gap at this iteration", before: "smallest gap before it" },
  },
  "1b-line": {
    title: "The wrong line",
    ask: "One line of this derivation is wrong; z is Σ (α − α*) x. Choose it, and say by how much its right side is above its left side at the optimum on show, within 1 %. What follows from the lines above counts as right.",
    hint: "Complete the square in the bracket. The ledger of claim 1a has numbers of this optimum.",
    measured: {
      above: "wrong lines above yours",
      chosen: "your line is wrong (1: yes)",
      right: "your number is right, within 1 % (1: yes)",
    },
    inputs: {
      line: {
        label: "wrong line",
        options: {
          split: "1. L = [½‖w‖² − wᵀz] − b Σ (α − α*) + Σ (C − α − α* − β) ξ + Σ y (α − α*) − ε Σ (α + α*)",
          least: "2. The bracket is least at w = z.",
          bracket: "3. There it is ½‖w‖² − wᵀz = ½‖z‖².",
          vanish: "4. For a finite infimum, − b Σ (α − α*) + Σ (C − α − α* − β) ξ = 0.",
          result: "5. What is left is θ = ½ Σ Σ (αᵢ − αᵢ*) (αⱼ − αⱼ*) xᵢᵀxⱼ + Σ y (α − α*) − ε Σ (α + α*).",
        },
      },
      error: { label: "right side minus left side" },
    },
  },
  "1b-solver": {
    title: "Be the solver",
    ask: "The points are (0, 0), (1, 1.5) and (3, 0.9), with C = 0.6 and ε = 0.1. Give δ = α − α* of each, with the sum 0 and no |δ| above C, and b, so that the gap is below 1 % of the primal.",
    hint: "Guess which points are outside the tube and which are on an edge (claim 1c2). The edge gives w and b, and w = Σ δ x gives the δ that are still missing.",
    measured: { sum: "|Σ δ|", bound: "largest |δ|", gap: "gap (P − D) / P" },
    inputs: {
      first: { label: "δ of point 1" },
      second: { label: "δ of point 2" },
      third: { label: "δ of point 3" },
      b: { label: "offset b" },
    },
  },
  "1c1-other": {
    title: "Another best b",
    ask: "Move b at least 0.2 away from the solver's b, to where g(b) is just as small.",
    hint: "Where is g flat?",
    measured: { away: "distance from the solver's b", excess: "g(b) above the least g" },
  },
  "1c1-wide": {
    title: "A wide set of optimal b",
    ask: "Place at most six points so that the set of optimal b is wider than 0.5.",
    hint: "As many points have to lie above the tube as below it, and none on an edge.",
    measured: { width: "width of the set of optimal b", points: "points" },
  },
  "1c1-single": {
    title: "One b without free points",
    ask: "Place at most six points so that the optimal b is unique (within 0.001) although each |α − α*| is 0 or C (within 0.1 %), and at least one is C.",
    hint: "Begin with an interval of optimal b, and move a point until its two ends meet. The table takes exact numbers.",
    measured: {
      full: "points with |α − α*| = C",
      free: "points with 0 < |α − α*| < C",
      width: "width of the set of optimal b",
      points: "points",
    },
  },
  "1c2-free": {
    title: "A free support vector",
    ask: "All points are inside the tube, and C = 10. Move points until one is on the upper edge with α between 1 and 9.",
    hint: "A point at an end turns the line. While you drag it, the edge follows and its α grows.",
    measured: { inside: "distance of α from 0 and from C, in units of C", points: "points" },
  },
  "1c2-five": {
    title: "All five rows at once",
    ask: "Place at most six points so that each row of the table has a point: above the tube, on its upper edge, inside, on its lower edge, below.",
    hint: "Let one point far above and one far below nearly balance each other. The line then rests on two others.",
    measured: { kinds: "rows that have a point", points: "points" },
  },
  "1c2-sum": {
    title: "The staircase alone",
    ask: "The points are (−1, 0.4), (0, −0.3) and (1, 0.8), with C = 1 and ε = 0.2. Give δ = α − α* of each, and b, so that all points are on the staircase (within 0.001), but the fit with w = Σ δ x costs at least 0.1 more than the best one.",
    hint: "What must be checked besides the staircase? Leave that out.",
    measured: { distance: "largest distance to the staircase", cost: "cost above the least" },
    inputs: {
      first: { label: "δ of point 1" },
      second: { label: "δ of point 2" },
      third: { label: "δ of point 3" },
      b: { label: "offset b" },
    },
  },
  "1d1-shift": {
    title: "A kernel blind to shifts",
    ask: "All inputs are to be moved by 2. Choose a kernel whose K stays as it is.",
    hint: "Which of them depends on x − z only?",
    measured: { change: "largest change of K" },
  },
  "1d1-mirror": {
    title: "Other inputs, same K",
    ask: "Move each of the five points sideways by at least 0.5, so that no entry of K changes by more than 0.1.",
    hint: "Which maps of a line keep all products of two inputs? The table takes exact numbers.",
    measured: { moved: "shortest move", change: "largest change of K" },
  },
  "1d1-negative": {
    title: "No inner product at all",
    ask: "With the polynomial kernel of degree 2 and at most two points, make the smallest eigenvalue of K −1 or less.",
    hint: "Look for inputs with vᵀKv < 0 for v = (1, −1). The offset c₀ may be negative.",
    measured: { eigenvalue: "smallest eigenvalue of K", points: "points" },
  },
  "1d2-few": {
    title: "Only two bars",
    ask: "Change ε until the prediction rests on exactly two support vectors.",
    hint: "Only points on an edge of the tube or outside have a bar.",
    measured: { bars: "support vectors" },
  },
  "1d2-cancel": {
    title: "Bars that cancel",
    ask: "Find an x where f(x) is b, within 0.01, although some bar is at least 0.05 long.",
    hint: "Far from all data every bar is short. Look between the points, where some bars go up and others down.",
    measured: { sum: "|f(x) − b|", longest: "longest bar" },
  },
  "1d2-explicit": {
    title: "The kernel written out",
    ask: "The kernel is (xz + 1)², so f is a parabola a₀ + a₁x + a₂x². Give its coefficients, so that it differs from the solver's f by at most 0.02 from x = −2.2 to 2.2.",
    hint: "Expand the square in k(xᵢ, x), and add up the powers of x with the coefficients α − α* of the table. Three values of f would do, too.",
    measured: { apart: "largest difference from f" },
    inputs: {
      constant: { label: "a₀" },
      linear: { label: "a₁" },
      square: { label: "a₂" },
    },
  },
} as const satisfies AllTaskWords;
