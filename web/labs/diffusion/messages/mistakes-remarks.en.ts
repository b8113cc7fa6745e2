// What each check of problem 4's remarks cannot see, and the mistakes that break its claims: their names in the menu, what is done, and
// what turned wrong. Loaded with the first open claim. "hypotheses" drop a hypothesis of the statement.
import type { ClaimMistakes } from "../../../host/proof.ts";

export const remarkMistakes = {
  "4r1": {
    unseen: "Whether the simple loss trains better than the weights wₜ: that is an experience, no statement.",
    mistakes: {
      plain: {
        name: "The loss as printed",
        breaks: "The loss is used as printed, with √αₜ in place of √ᾱₜ.",
        wrong: "√αₜ belongs to one step. With it xₜ keeps too much of x₀, and its variance is αₜ + 1 − ᾱₜ, not 1.",
      },
    },
    hypotheses: {},
  },
  "4r2": {
    unseen: "Places that no draw of xₜ comes near.",
    mistakes: {
      plain: {
        name: "Sign of the score reversed",
        breaks: "The score gets the opposite sign: it points away from the data.",
        wrong:
          "The score points to where the density rises. Noise leads away from the data, so ε* is minus a multiple of it.",
      },
    },
    hypotheses: {},
  },
  "4r3": {
    unseen: "Samplers for other distributions than a Gaussian with the moments of these data.",
    mistakes: {
      plain: {
        name: "No noise in the noisy sampler",
        breaks:
          "The ancestral sampler adds no noise: its standard deviation is too small, however many steps it takes.",
        wrong: "Its mean alone shrinks towards the data. The noise of each step has to bring the lost variance back.",
      },
    },
    hypotheses: {},
  },
  "4bridge": {
    unseen: "Networks: the noise is predicted as well as it can be.",
    mistakes: {
      plain: {
        name: "Noise predicted without error",
        breaks:
          "The noise is taken to be predicted without error, as if xₜ determined x₀: the bound falls below the entropy.",
        wrong: "The gap is a divergence, so it is at least 0. Below the entropy no code, and no model, can come.",
      },
    },
    hypotheses: {},
  },
} as const satisfies Readonly<Record<string, ClaimMistakes>>;
