// What each check of problem 4's remarks cannot see, and the mistakes that break its claims: their names in the menu, what is done, and
// what turned wrong. Loaded with the first open claim. "hypotheses" drop a hypothesis of the statement.
import type { ClaimMistakes } from "../../../host/proof.ts";

export const remarkMistakes = {
  "4r1": {
    unseen:
      "Anything but the size of xₜ. That the simple loss trains better than the weights wₜ is an experience, no statement.",
    mistakes: {
      plain: {
        name: "The loss as printed",
        breaks: "The loss is used as printed, with √αₜ in place of √ᾱₜ.",
        wrong:
          "√αₜ belongs to one step. With it xₜ keeps too much of x₀, and data of variance 1 get the variance αₜ + 1 − ᾱₜ.",
      },
      root: {
        name: "ᾱₜ without its root",
        breaks: "Multiplies x₀ by ᾱₜ in place of √ᾱₜ.",
        wrong:
          "A factor of x₀ enters the variance squared. Data of variance 1 get ᾱₜ² + 1 − ᾱₜ, less than 1: xₜ is too small.",
      },
      index: {
        name: "Steps counted from 0",
        breaks: "Multiplies x₀ by √ᾱₜ₋₁ in place of √ᾱₜ, as if t = 1 were the first clean step.",
        wrong: "The signal is one step behind the noise: xₜ is larger than the chain's by βₜ ᾱₜ₋₁ E|x₀|².",
      },
      step: {
        name: "Noise of one step only",
        breaks: "The noise is √βₜ ε in place of √(1 − ᾱₜ) ε.",
        wrong: "βₜ is what step t adds. The noise of the steps before it is forgotten, so xₜ is too small.",
      },
    },
    hypotheses: {},
  },
  "4r2": {
    unseen: "Places far from the data, where no xₜ was drawn, and steps other than t.",
    mistakes: {
      plain: {
        name: "Sign of the score reversed",
        breaks: "The score gets the opposite sign: it points away from the data.",
        wrong:
          "The score points to where the density rises. Noise leads away from the data, so ε* is minus a multiple of it.",
      },
      factor: {
        name: "Noise taken for the score",
        breaks: "−ε* is taken for the score: the factor 1/√(1 − ᾱₜ) is forgotten.",
        wrong:
          "The arrows are too short by √(1 − ᾱₜ), most of all where there is little noise, and Tweedie stops too early.",
      },
      root: {
        name: "Tweedie without √ᾱₜ",
        breaks: "Tweedie's formula is not divided by √ᾱₜ.",
        wrong: "The sum xₜ + (1 − ᾱₜ) · score is the mean of √ᾱₜ x₀, the data after shrinking. The division undoes it.",
      },
      alpha: {
        name: "Variance of one step in Tweedie",
        breaks: "Tweedie's formula gets 1 − αₜ in place of 1 − ᾱₜ.",
        wrong:
          "1 − αₜ is the noise of one step: too little noise is taken away, and the division by √ᾱₜ then leads too far out.",
      },
    },
    hypotheses: {},
  },
  "4r3": {
    unseen: "Data that are not Gaussian (only their mean and variance are used), and trained networks.",
    mistakes: {
      plain: {
        name: "No noise in the noisy sampler",
        breaks:
          "The ancestral sampler adds no noise: its standard deviation is too small, however many steps it takes.",
        wrong: "Its mean alone shrinks towards the data. The noise of each step has to bring the lost variance back.",
      },
      root: {
        name: "Variance for deviation",
        breaks: "The ancestral sampler adds β̃ₜ z in place of √β̃ₜ z.",
        wrong: "The noise then has the variance β̃ₜ². As the steps become small, this adds up to nothing.",
      },
      "no-shrink": {
        name: "Shrinking not undone",
        breaks: "The ancestral sampler leaves out the factor 1/√αₜ of the mean.",
        wrong: "Each step forward shrinks x by √αₜ. If no step back undoes it, mean and spread end too small.",
      },
      index: {
        name: "Noise of t in DDIM",
        breaks: "DDIM goes to √ᾱₜ₋₁ x̂₀ + √(1 − ᾱₜ) ε̂: the noise of t, not that of t − 1.",
        wrong:
          "Each step leaves a little too much noise. More steps make each error smaller, but there are as many more of them.",
      },
    },
    hypotheses: {
      "same-steps": {
        name: "More steps, not smaller ones",
        breaks: "Every β occurs 2, 4, 8, … times: there are more steps, but none is smaller.",
        wrong: "Σβₜ²/(1 − ᾱₜ) and the largest angle then do not go to 0: steps 3 and 5 of the proof fail.",
      },
      "other-start": {
        name: "Another start than q(x_T)",
        breaks: "Both samplers start from N(0, 4) in place of q(x_T).",
        wrong:
          "Steps 2 and 4 start at S_T. The flow forgets nothing and ends as wrong as it began; the noisy sampler forgets its start only as far as ᾱ_T is 0.",
      },
    },
  },
  "4bridge": {
    unseen:
      "Networks: the noise is predicted as well as it can be. And steps back with more than one number for their variance.",
    mistakes: {
      plain: {
        name: "Noise predicted without error",
        breaks: "The noise is taken to be predicted without error, as if xₜ determined x₀.",
        wrong:
          "What the spread of x₀ given xₜ costs is then missing. With many steps the bound even falls below the entropy: the gap, a divergence, cannot be below 0 (step 1).",
      },
      "no-prior": {
        name: "Prior term forgotten",
        breaks: "The divergence of q(x_T) from N(0, I) is left out of the bound.",
        wrong:
          "ᾱ_T is not 0, so x_T still knows something of x₀. The bound must pay for it, most of all with few steps.",
      },
      "no-first": {
        name: "Term of t = 1 forgotten",
        breaks: "The sum of the bound starts at t = 2: the reconstruction is left out.",
        wrong: "Nothing then pays for x₀ given x₁: the bound is no bound of −ln p(x₀) any more (step 1).",
      },
      "entropy-sign": {
        name: "Sign of the entropy",
        breaks: "The entropy is added to the bound in place of subtracted.",
        wrong:
          "The mean of ln q(x₀) is −H. With the other sign the rest is not the divergence of step 1, and does not go to 0.",
      },
      "one-point": {
        name: "One point for the mean",
        breaks: "The bound is taken at the mean of the data only, not on average over the data.",
        wrong:
          "The spread of x₀ given xₜ depends on xₜ: between two modes it is large, at a mode it is small. The mean comes last.",
      },
    },
    hypotheses: {},
  },
} as const satisfies Readonly<Record<string, ClaimMistakes>>;
