// What each check of problem 4 about its steps cannot see, and the mistakes that break its claims: their names in the menu, what is done, and
// what turned wrong. Loaded with the first open claim. "hypotheses" drop a hypothesis of the statement.
import type { ClaimMistakes } from "../../../host/proof.ts";

export const stepMistakes = {
  "4a": {
    unseen: "What 2000 particles do not show, and most of what shows only in several coordinates or steps together.",
    mistakes: {
      plain: {
        name: "Steps do not shrink",
        breaks: "In the walk, x is not shrunk before noise is added: the signal never gets smaller.",
        wrong:
          "Then the factor of x₀ stays 1, and not √ᾱₜ, and the variance is the sum of all βₛ, not 1 − ᾱₜ (step 6).",
      },
      alpha: {
        name: "αₜ in place of ᾱₜ",
        breaks: "The closed form uses αₜ, which belongs to one step, in place of the product ᾱₜ.",
        wrong:
          "Then the jump is as far as the last step alone: all steps before it are forgotten. Step 1 multiplies the roots of all αₛ.",
      },
      root: {
        name: "β as the standard deviation",
        breaks: "Each step adds βₜ ε in place of √βₜ ε.",
        wrong: "Then each step adds the variance βₜ² and not βₜ: the recursion of step 4 does not end at 1 − ᾱₜ.",
      },
    },
    hypotheses: {
      "same-noise": {
        name: "The same ε in every step",
        breaks: "The noises of the steps are not independent: one ε is drawn, and used in every step.",
        wrong:
          "Step 3 needs independent noises. With one ε the standard deviations add, not the variances, and the variance of the sum is above 1 − ᾱₜ.",
      },
      "one-noise": {
        name: "One noise for all coordinates",
        breaks: "Each step adds the same number to all coordinates.",
        wrong:
          "The covariance of the noise is then not I: the particles stay on a line. Mean and variance of each coordinate do not show it.",
      },
    },
  },
  "4b": {
    unseen: "A dependence between coordinates: each coordinate is compared by itself.",
    mistakes: {
      plain: {
        name: "x₀ forgotten",
        breaks: "The step back ignores x₀: it uses the likelihood alone, not the product of both Gaussians.",
        wrong:
          "One precision is missing from the sum, so the variance is too large, and the mean does not know where the walk began.",
      },
      swap: {
        name: "Coefficients exchanged",
        breaks: "In the mean, xₜ gets the coefficient of x₀, and x₀ that of xₜ.",
        wrong:
          "Each centre is weighted by its own precision (step 3). Exchanged, each centre gets the weight of the other.",
      },
      beta: {
        name: "β in place of β̃",
        breaks: "The variance is βₜ, that of the step forward.",
        wrong:
          "Step 4 adds a second precision, that of q(xₜ₋₁ | x₀). So β̃ₜ is smaller than βₜ, most of all for small t.",
      },
      index: {
        name: "t in place of t − 1",
        breaks: "The first Gaussian is q(xₜ | x₀) in place of q(xₜ₋₁ | x₀): ᾱₜ stands where ᾱₜ₋₁ belongs.",
        wrong: "Bayes' rule (step 1) is about xₜ₋₁, so its prior has the mean √ᾱₜ₋₁ x₀ and the variance 1 − ᾱₜ₋₁.",
      },
    },
    hypotheses: {},
  },
  "4c": {
    unseen: "A guess that is wrong only where no draw falls, and the floor at other t than the one on show.",
    mistakes: {
      plain: {
        name: "Factor 1/√αₜ left out",
        breaks: "The factor 1/√αₜ of the mean is left out: the step back does not undo the shrinking.",
        wrong:
          "A step forward shrinks x by √αₜ. Without the factor, the noise form is shorter than the mean of the posterior.",
      },
      alpha: {
        name: "αₜ in place of ᾱₜ",
        breaks: "The noise form divides by √(1 − αₜ) in place of √(1 − ᾱₜ).",
        wrong:
          "ε is the noise of all t steps together, with the variance 1 − ᾱₜ. With 1 − αₜ too much noise is subtracted (step 4).",
      },
      "no-root": {
        name: "1 − ᾱₜ without its root",
        breaks: "The noise form divides by 1 − ᾱₜ in place of √(1 − ᾱₜ).",
        wrong: "The root comes from √(1 − ᾱₜ) ε in x̂₀, divided by 1 − ᾱₜ (step 4). Without it too much is subtracted.",
      },
      "x0-root": {
        name: "x̂₀ divided by ᾱₜ",
        breaks: "The prediction x̂₀ is divided by ᾱₜ in place of √ᾱₜ.",
        wrong:
          "The way to t multiplies x₀ by √ᾱₜ. Divided by ᾱₜ, x̂₀ is too long, and the posterior form is wrong with it (step 2).",
      },
      score: {
        name: "The score taken for ε",
        breaks: "The guess f is the score ∇log qₜ: it is not multiplied by −√(1 − ᾱₜ).",
        wrong:
          "The score points to the data, the noise away from them. ε − f is then not orthogonal to functions of xₜ (step 6).",
      },
      affine: {
        name: "Data taken for one Gaussian",
        breaks: "The guess f is the best affine function of xₜ, which is ε* only if the data are one Gaussian.",
        wrong:
          "ε − f is orthogonal to affine functions of xₜ, but not to all others, such as sin(k·xₜ): its error is above the floor (step 6).",
      },
    },
    hypotheses: {
      exact: {
        name: "ε predicted perfectly",
        breaks: "The guess f is ε itself, as if xₜ determined it. The text speaks of such a network.",
        wrong:
          "A guess has to be a function of xₜ. Different x₀ and ε lead to one xₜ, so its error cannot be below the floor (step 6).",
      },
    },
  },
  "4d": {
    unseen: "Guesses other than the few that are tried and that of the sum, and whether a network could make them.",
    mistakes: {
      plain: {
        name: "Twice the variance",
        breaks: "The model's step gets twice the variance of the posterior: the constant is no longer 0.",
        wrong:
          "The traces and determinants of the two covariances do not cancel: d/2 (ln 2 − 1/2) is left over, and the slope is halved.",
      },
      beta: {
        name: "β in place of β̃ in wₜ",
        breaks: "The weight divides by 2βₜ in place of 2β̃ₜ.",
        wrong:
          "Step 2 divides by the variance of the step back, β̃ₜ. With βₜ the weights are too small, most of all for small t.",
      },
      half: {
        name: "One half forgotten",
        breaks: "The weight is βₜ²/(β̃ₜ αₜ(1 − ᾱₜ)): the 1/2 of the Gaussian's exponent is left out.",
        wrong:
          "Then each weighted error is twice the divergence of step 2, and the terms no longer add up to the bound.",
      },
      alpha: {
        name: "αₜ in place of ᾱₜ",
        breaks: "The weight divides by 1 − αₜ in place of 1 − ᾱₜ.",
        wrong:
          "The ε of step 3 is that of all t steps, with the variance 1 − ᾱₜ. 1 − αₜ is smaller, so the weight is too large.",
      },
    },
    hypotheses: {
      "forward-variance": {
        name: "Variance βₜ in the model",
        breaks: "The model p gets the variance βₜ of the step forward, and not that of the posterior.",
        wrong:
          "Step 2 needs one covariance. With two, trace and determinant leave a constant, which the text writes and which is 0 only with β̃ₜ.",
      },
    },
  },
} as const satisfies Readonly<Record<string, ClaimMistakes>>;
