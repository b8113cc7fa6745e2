// The words of this lab's tasks.
import type { AllTaskWords } from "../../../host/tasks/task.ts";

/** Of a derivation with one mistake. */
const FIRST_WRONG = {
  off: "how far the two sides of the chosen line differ, relatively",
  above: "wrong lines above it",
  right: "right values",
} as const;

export const tasks = {
  "4a-arrive": {
    title: "Arrive at noise",
    ask: "Choose a schedule of at most 50 steps whose end is noise: KL(q(x_T | x₀) ‖ N(0, I)) below 0.001 nats, on average over the data. The first β may be at most 0.01, and no β larger than 0.3.",
    hint: "ᾱ_T is about exp(−Σβₜ). How large must the sum of all β be, and so how large the last one?",
    measured: {
      kl: "KL(q(x_T | x₀) ‖ N(0, I)), nats",
      steps: "steps T",
      first: "first β",
      largest: "largest β",
    },
  },
  "4a-shares": {
    title: "How much of each noise",
    ask: "A chain of three steps has β = 0.1, 0.3, 0.5. Unrolled, x₃ = √ᾱ₃ x₀ + c₁ε₁ + c₂ε₂ + c₃ε₃. Compute c₁, c₂, c₃ by hand, to three decimals.",
    hint: "Step s adds √βₛ εₛ. Every later step shrinks it.",
    measured: { right: "right values" },
    inputs: {
      first: { label: "c₁" },
      second: { label: "c₂" },
      third: { label: "c₃" },
    },
  },
  "4a-line": {
    title: "Find the wrong line: variance",
    ask: "With β = 0.2, 0.5, somebody computes x₂ and the variance of its noise. Choose the first line whose two sides differ, and enter what its right side should be, to three decimals.",
    hint: "Test each line with numbers. Which numbers of two independent noises add up?",
    measured: FIRST_WRONG,
    inputs: {
      line: {
        label: "first wrong line",
        options: {
          shrink: "1. factor of x₁ in x₂ = √α₂",
          signal: "2. factor of x₀ in x₂ = √(α₂α₁)",
          early: "3. factor of ε₁ in x₂ = √(α₂β₁)",
          sum: "4. standard deviation of the noise in x₂ = √(α₂β₁) + √β₂",
          variance: "5. variance of the noise in x₂ = (√(α₂β₁) + √β₂)²",
        },
      },
      value: { label: "its right side should be" },
    },
  },
  "4b-pull": {
    title: "Pull the mean to 0",
    ask: "x₀ stays at 0.9. Move xₜ so that the mean of the posterior lies at 0, to within 0.01.",
    hint: "The mean is c·x₀ + c′·xₜ with two different weights. Read both parts under the picture.",
    measured: { mean: "distance of the posterior mean from 0" },
  },
  "4b-equal": {
    title: "Two equal precisions",
    ask: "Choose a schedule and a step t so that x₀ and xₜ are equally precise about xₜ₋₁: each has half of the posterior's precision, to within 0.01. At that step β must be at least 0.1.",
    hint: "The one precision is 1/(1 − ᾱₜ₋₁), the other αₜ/βₜ. With equal β, write both with α alone.",
    measured: { share: "share of q(xₜ₋₁ | x₀) in the precision", beta: "βₜ" },
  },
  "4b-line": {
    title: "Find the wrong line: posterior",
    ask: "With β = 0.2, 0.5, t = 2, x₀ = 1, x₂ = 0.5, somebody computes the posterior of x₁. Choose the first line whose two sides differ, and enter what its right side should be, to three decimals.",
    hint: "q(xₜ | xₜ₋₁) is a density in xₜ. Which Gaussian is it as a function of xₜ₋₁?",
    measured: FIRST_WRONG,
    inputs: {
      line: {
        label: "first wrong line",
        options: {
          a: "1. centre of q(x₁ | x₀): a = √ᾱ₁ x₀",
          A: "2. its variance: A = 1 − ᾱ₁",
          b: "3. centre of q(x₂ | x₁) as a function of x₁: b = x₂/√α₂",
          B: "4. its variance: B = β₂",
          precision: "5. 1/β̃₂ = 1/A + 1/B",
          mean: "6. μ̃₂ = (a/A + b/B) β̃₂",
        },
      },
      value: { label: "its right side should be" },
    },
  },
  "4c-known": {
    title: "A place that gives x₀ away",
    ask: "There are two data points, at −1 and 1, and x₀ is the one at 1. Move xₜ to a place where the best guess of the noise has the error |ε − ε*|² below 0.01. The noise that leads there must not be longer than 2.8.",
    hint: "ε* is an average over both points. Where has one of them next to no weight?",
    measured: { error: "|ε − ε*|²", noise: "length of the noise ε" },
  },
  "4c-hard": {
    title: "Where noise is hardest to predict",
    ask: "The data are one Gaussian of standard deviation 0.3. Choose the step t so that the least error E|ε − εθ|² of any network is at least 1.9. Guessing 0 always has the error 2.",
    hint: "At which t can noise hardly be told from the spread of the data?",
    measured: { floor: "least error of any network" },
  },
  "4c-line": {
    title: "Find the wrong line: noise form",
    ask: "With β = 0.2, 0.5, t = 2, xₜ = 0.5 and the guess εθ = 1, somebody derives the noise form. Choose the first line whose two sides differ, and enter what its right side should be, to three decimals.",
    hint: "x̂₀ brings a root with it. Does the root survive the division by 1 − ᾱₜ?",
    measured: FIRST_WRONG,
    inputs: {
      line: {
        label: "first wrong line",
        options: {
          x0: "1. x̂₀ = (xₜ − √(1 − ᾱₜ) εθ)/√ᾱₜ",
          share: "2. factor of x̂₀ in μ̃ₜ = √ᾱₜ₋₁ βₜ/(1 − ᾱₜ)",
          root: "3. √ᾱₜ₋₁/√ᾱₜ = 1/√αₜ",
          noise: "4. what εθ takes from the mean, per unit = βₜ/(√αₜ (1 − ᾱₜ))",
          mean: "5. μθ = (xₜ − βₜ/(1 − ᾱₜ) εθ)/√αₜ",
        },
      },
      value: { label: "its right side should be" },
    },
  },
  "4d-nat": {
    title: "A guess that costs one nat",
    ask: "Move your guess εθ so that the KL divergence of the two steps is 1 nat, to within 0.02.",
    hint: "The divergence is wₜ |ε − εθ|². How far from ε must the guess be?",
    measured: { kl: "KL of the two steps, nats" },
  },
  "4d-hand": {
    title: "From β to w₂ by hand",
    ask: "A chain of two steps has β = 0.2, 0.5. Compute β̃₂, then w₂, then the KL divergence of step 2 for a guess with |ε − εθ|² = 0.4, each to three decimals.",
    hint: "First α₂, ᾱ₁ and ᾱ₂. Then β̃₂ = β₂ (1 − ᾱ₁)/(1 − ᾱ₂).",
    measured: { right: "right values" },
    inputs: {
      variance: { label: "β̃₂" },
      weight: { label: "w₂" },
      kl: { label: "KL, nats" },
    },
  },
  "4d-below": {
    title: "All weights below 1",
    ask: "Choose a schedule of at most 60 steps whose weights wₜ are below 1 for all t ≥ 2. The first β may be at most 0.001, and at the end KL(q(x_T | x₀) ‖ N(0, I)) must be below 0.001 nats. You can draw the schedule: choose “drawn”.",
    hint: "wₜ compares βₜ with the noise 1 − ᾱₜ₋₁ that is there already. How fast may β grow at first?",
    measured: {
      weight: "largest wₜ, t ≥ 2",
      kl: "KL(q(x_T | x₀) ‖ N(0, I)), nats",
      first: "first β",
      steps: "steps T",
    },
  },
  "4r1-harmless": {
    title: "Where the slip does no harm",
    ask: "Set T and β so that the printed loss is right at every step: its E|xₜ|² is at most 0.01 larger than the chain's, for data of variance 1. At T at least half of the variance must be noise.",
    hint: "The printed factor is that of one step. For which t is one step the whole way?",
    measured: { excess: "largest excess of the printed loss", noise: "1 − ᾱ_T" },
  },
  "4r1-peak": {
    title: "Worst in the middle",
    ask: "Keep the linear schedule with T = 1000. Choose its first and last β so that the printed loss is wrong by most at a step between 480 and 520, and by at least 0.9 there (for data of variance 1).",
    hint: "The excess is αₜ − ᾱₜ: what is left of the signal falls, and so does αₜ. Which of the two ends its growth earlier, the larger β is?",
    measured: { peak: "step of the largest excess", most: "largest excess" },
  },
  "4r1-hidden": {
    title: "A slip that T does not show",
    ask: "Choose a schedule with which the printed loss is right at T (its E|x_T|² at most 0.01 too large, for data of variance 1), but wrong by at least 0.9 at some other step.",
    hint: "At T the excess is α_T − ᾱ_T. Which schedule ends with a step that keeps almost nothing?",
    measured: { end: "excess at T", most: "largest excess" },
  },
  "4r2-top": {
    title: "The other place without a score",
    ask: "At xₜ = 0, between the two data points, the score is 0, and E[x₀ | xₜ] is a place without data. Move xₜ to a place where the score is at most 0.2 long and E[x₀ | xₜ] is within 0.05 of a data point.",
    hint: "The score is 0 where the density has its tops. The chain shrinks the data: the top is not at the data point.",
    measured: { score: "length of the score at xₜ", near: "distance of E[x₀ | xₜ] from the nearest data point" },
  },
  "4r2-tweedie": {
    title: "Mean and score by hand",
    ask: "The data are two points, (−1, 0) and (1, 0), equally likely. One step has β = 0.5. For x₁ = (0.3, 0) compute the first coordinate of E[x₀ | x₁], and that of the score at x₁, to three decimals.",
    hint: "Weigh both points by Bayes' rule: the mean becomes a hyperbolic tangent. Then solve Tweedie's formula for the score.",
    measured: { right: "right values" },
    inputs: {
      mean: { label: "E[x₀ | x₁], first coordinate" },
      score: { label: "score at x₁, first coordinate" },
    },
  },
  "4r2-nowhere": {
    title: "A mean where no data are",
    ask: "Place exactly three points, not on one line (area of their triangle at least 0.3), so that at t = 100 and xₜ = 0 the score is at most 0.1 long and E[x₀ | xₜ] is at least 0.8 away from every point. Draw them, or type them in the table.",
    hint: "At equal distances from 0 all three have the same weight. Where is their mean then?",
    measured: {
      points: "points",
      area: "area of the triangle",
      score: "length of the score at 0",
      near: "distance of E[x₀ | xₜ] from the nearest point",
    },
  },
  "4r3-less": {
    title: "Spread that is lost",
    ask: "The noisy sampler loses spread in large steps. With at most 60 steps, bring its standard deviation to at least 96 % of that of the data. At T the signal ᾱ_T must be at most 0.01.",
    hint: "What is missing is a sum of βₜ². What happens to it if each step is cut into smaller ones?",
    measured: {
      spread: "standard deviation at t = 0, over that of the data",
      steps: "steps T",
      signal: "ᾱ_T",
    },
  },
  "4r3-same": {
    title: "DDIM that is ancestral",
    ask: "Set DDIM so that all of its particles end where those of ancestral sampling end, from the same start with the same draws: at most 10⁻⁶ apart. The data and the schedule stay as they are.",
    hint: "η says how much noise DDIM adds. Which steps does ancestral sampling take?",
    measured: { apart: "largest distance of two particles, by coordinate" },
  },
  "4r3-agree": {
    title: "Two samplers agree early",
    ask: "Choose a schedule of at most 50 steps with which both samplers, with noise and without, end at almost the same moments: a gap of at most 0.02, with at least 90 % of the standard deviation of the data. At T the signal ᾱ_T must be at most 0.001.",
    hint: "The proof measures each step by the angle it turns. Which schedule turns by nearly the same angle in every step?",
    measured: {
      gap: "gap between the two samplers",
      spread: "standard deviation with noise, over that of the data",
      steps: "steps T",
      signal: "ᾱ_T",
    },
  },
  "4bridge-steps": {
    title: "From a VAE to many steps",
    ask: "With one step the bound misses the entropy by almost one nat. Choose the number of steps so that the gap with the variance βₜ is below 0.05 nats.",
    hint: "Drag T in the picture, and read the curve of βₜ.",
    measured: { forward: "gap with βₜ, nats" },
  },
  "4bridge-one": {
    title: "One step is enough",
    ask: "Keep one step and the modes at ±1. Change the data so that the gap with the best variance is below 0.01 nats.",
    hint: "The one step back is one Gaussian. For which data is that no loss?",
    measured: { best: "gap with the best variance, nats" },
  },
  "4bridge-text": {
    title: "Make the text's variance good",
    ask: "More steps do not help the text's variance β̃ₜ. Change the schedule so that its gap is below 0.12 nats. The modes stay as they are.",
    hint: "The excess of a step depends on βₜ/(1 − ᾱₜ₋₁), and at t = 1 the best variance is used. So how should the first β compare with the second, and with the variance of a mode?",
    measured: { posterior: "gap with β̃ₜ, nats" },
  },
} as const satisfies AllTaskWords;
