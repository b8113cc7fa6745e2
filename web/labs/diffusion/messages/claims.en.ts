// The words of the claims of problem 4: titles, checks and reasons. The derivations are in theory.md.
export const claims = {
  claims: {
    "4a": {
      title: "Many small noise steps equal one big step",
      breaks: "Lets the walk forget to shrink x before it adds noise, so that the signal never fades.",
    },
    "4b": {
      title: "The step back is a product of Gaussians",
      breaks: "Forgets x₀ and keeps only where xₜ could have come from: one Gaussian instead of the product of two.",
    },
    "4c": {
      title: "Predicting the noise is predicting x₀",
      breaks: "Leaves out the factor 1/√αₜ of the mean, so that the step back does not undo the shrinking.",
    },
    "4d": {
      title: "The divergence is a noise error",
      breaks: "Gives the model twice the posterior's variance: the constant is no longer 0.",
    },
    "4r1": {
      name: "Remark 1",
      title: "Which noisy input the simple loss needs",
      breaks: "Takes the loss as it is printed, with √αₜ in place of √ᾱₜ.",
    },
    "4r2": {
      name: "Remark 2",
      title: "The best guess is the score",
      breaks: "Turns the score round, so that it points to where the data are not.",
    },
    "4r3": {
      name: "Remark 3",
      title: "Noisy and noise-free samplers reach the same distribution",
      breaks:
        "Lets the ancestral sampler forget its noise but keep its mean: its spread falls short however many steps it takes.",
    },
    "4bridge": {
      name: "Bridge",
      title: "From one step to many",
      breaks:
        "Takes the noise to be predicted perfectly, as if xₜ always told x₀: the bound then falls below the entropy.",
    },
  },
  checks: {
    "4a": {
      signal: "ᾱₜ against the squared product of √(1 − β), worst over t",
      noise: "1 − ᾱₜ against the recursion of the variance, worst over t",
      steps: "αₜ and what is kept of step t − 1, worst over t",
      prior: "KL to N(0, I): short form against the general formula",
      mean: "mean of walked particles, in standard errors",
      spread: "variance of walked particles, in standard errors",
    },
    "4b": {
      precision: "1/β̃ₜ against the sum of both precisions, worst over t",
      "mean-xt": "coefficient of xₜ against the weighted mean's, worst over t",
      "mean-x0": "coefficient of x₀ against the weighted mean's, worst over t",
      first: "t = 1 against a point mass at x₀",
      "grid-mean": "mean against the product's on a grid",
      "grid-variance": "variance against the product's on a grid",
    },
    "4c": {
      forms: "noise form against posterior form, worst over t",
      perfect: "noise form with the true noise against the posterior mean at x₀, worst over t",
      unbiased: "mean of ε − ε*, in standard errors",
      orthogonal: "mean of (ε − ε*)·ε*, in standard errors",
    },
    "4d": {
      "kl-means": "general KL against |difference of means|²/2β̃ₜ, worst over t",
      "kl-noise": "general KL against wₜ|ε − εθ|², worst over t",
      weight: "wₜ against βₜ²/(2β̃ₜ αₜ(1 − ᾱₜ)), worst over t",
      first: "w₁ is infinite: 0 if so, 1 if not",
    },
    "4r1": {
      second: "E|xₜ|² in closed form against step by step, worst over t",
      walked: "|x_T|² of walked particles, in standard errors",
    },
    "4r2": {
      density: "log qₜ against its sum over components, worst place",
      score: "score against the derivative of log qₜ, worst place",
      noise: "ε* against −√(1 − ᾱₜ) times that derivative, worst place",
      tweedie: "x + (1 − ᾱₜ) ∇log qₜ against √ᾱₜ E[x₀ | xₜ], worst place",
    },
    "4r3": {
      meet: "gap between the two at T steps, as a share of the largest at fewer",
      arrive: "distance from the data at T steps, as a share of the largest at fewer",
      "drawn-mean": "mean of drawn particles, in standard errors",
      "drawn-variance": "variance of drawn particles, in standard errors",
    },
    "4bridge": {
      reconstruction: "−log p(x₀ | x₁) of draws against its term, in standard errors",
      drawn: "bound along drawn paths against quadrature, in standard errors",
      entropy: "−log q(x₀) of draws against the entropy, in standard errors",
      divergence: "gaps below 0, by at most",
      best: "best variance above one of the others, by",
    },
  },
  reasons: {
    "no-noise": "Every β is below 10⁻⁸: nothing is noised, and there is nothing to undo.",
    "one-step": "The chain has one step, and this is about the steps t ≥ 2.",
    "no-signal":
      "Nothing of x₀ is there to be found: ᾱₜ is 0 to rounding, or every point of the data is 0. Choose a smaller t, or other data.",
    "no-spread":
      "The data have too little spread for x₀ to be in doubt once xₜ is known. Choose data with more than one place.",
    "few-steps": "This compares T steps with T/2, T/4 and T/8; fewer than 16 are too few for that.",
    "coarse-steps":
      "The steps of this schedule are too large, or become no smaller when there are more of them: the statement is about small ones.",
    "uneven-steps": "β falls somewhere along this schedule; the comparison needs steps that grow.",
    points: "The data are single points: they have no density, and their entropy is −∞. Give them a spread.",
    extent: "Quadrature on these data would take too long.",
  },
} as const;
