// What each check of problem 4 about its steps cannot see, and the mistakes that break its claims: their names in the menu, what is done, and
// what turned wrong. Loaded with the first open claim. "hypotheses" drop a hypothesis of the statement.
import type { ClaimMistakes } from "../../../host/proof.ts";

export const stepMistakes = {
  "4a": {
    unseen: "Errors of the walk that are smaller than its chance.",
    mistakes: {
      plain: {
        name: "Steps do not shrink",
        breaks: "In the walk, x is not shrunk before noise is added: the signal never gets smaller.",
        wrong: "Then the factor of x₀ stays 1, and not √ᾱₜ, and the variance grows without end (step 1).",
      },
    },
    hypotheses: {},
  },
  "4b": {
    unseen: "Errors of the formula at other places than x₀ and xₜ on show: its coefficients are compared for every t.",
    mistakes: {
      plain: {
        name: "x₀ forgotten",
        breaks: "The step back ignores x₀: it uses the likelihood alone, not the product of both Gaussians.",
        wrong:
          "One precision is missing from the sum, so the variance is too large, and the mean does not know where the walk began.",
      },
    },
    hypotheses: {},
  },
  "4c": {
    unseen: "Errors of the floor that are smaller than the chance of 2000 draws.",
    mistakes: {
      plain: {
        name: "Factor 1/√αₜ left out",
        breaks: "The factor 1/√αₜ of the mean is left out: the step back does not undo the shrinking.",
        wrong:
          "A step forward shrinks x by √αₜ. Without the factor, the noise form is shorter than the mean of the posterior.",
      },
    },
    hypotheses: {},
  },
  "4d": {
    unseen: "Guesses of the noise other than the one on show, and whether a network could make it.",
    mistakes: {
      plain: {
        name: "Twice the variance",
        breaks: "The model's step gets twice the variance of the posterior: the constant is no longer 0.",
        wrong:
          "The traces and determinants of the two covariances do not cancel: d/2 (ln 2 − 1/2) is left over, and the slope is halved.",
      },
    },
    hypotheses: {},
  },
} as const satisfies Readonly<Record<string, ClaimMistakes>>;
