// The words of the claims of problem 4: titles, checks and reasons. The derivations are in theory.md.
export const claims = {
  claims: {
    "4a": {
      title: "Many small steps are one large one",
      breaks: "Lets the walk forget to shrink x before it adds noise, so that the signal never fades.",
    },
    "4b": {
      title: "The step back is a product of Gaussians",
      breaks: "Forgets x₀ and keeps only where x_t could have come from: one Gaussian instead of the product of two.",
    },
    "4c": {
      title: "Predicting the noise is predicting x₀",
      breaks: "Leaves out the factor 1/√α_t of the mean, so that the step back does not undo the shrinking.",
    },
    "4d": {
      title: "The divergence is a noise error",
      breaks: "Gives the model twice the posterior's variance: the constant is no longer 0.",
    },
    "4r1": {
      name: "Remark 1",
      title: "What L_simple has to be fed",
      breaks: "Takes the loss as it is printed, with √α_t in place of √ᾱ_t.",
    },
    "4r2": {
      name: "Remark 2",
      title: "The best guess is the score",
      breaks: "Turns the score round, so that it points to where the data are not.",
    },
    "4r3": {
      name: "Remark 3",
      title: "With and without noise, one end",
      breaks:
        "Lets the ancestral sampler forget its noise but keep its mean: its spread falls short however many steps it takes.",
    },
    "4bridge": {
      name: "Bridge",
      title: "From one step to many",
      breaks:
        "Takes the noise to be predicted perfectly, as if x_t always told x₀: the bound then falls below the entropy.",
    },
  },
  checks: {
    "4a": {
      signal: "ᾱ_t against the squared product of √(1 − β), worst over t",
      noise: "1 − ᾱ_t against the recursion of the variance, worst over t",
      steps: "α_t and what is kept of step t − 1, worst over t",
      prior: "KL to N(0, I): short form against the general formula",
      mean: "mean of walked particles, in standard errors",
      spread: "variance of walked particles, in standard errors",
    },
    "4b": {
      precision: "1/β̃_t against the sum of both precisions, worst over t",
      "mean-xt": "coefficient of x_t against the weighted mean's, worst over t",
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
      "kl-means": "general KL against |difference of means|²/2β̃_t, worst over t",
      "kl-noise": "general KL against w_t|ε − ε_θ|², worst over t",
      weight: "w_t against β_t²/(2β̃_t α_t(1 − ᾱ_t)), worst over t",
      first: "w₁ is infinite: 0 if so, 1 if not",
    },
    "4r1": {
      second: "E|x_t|² in closed form against step by step, worst over t",
      walked: "|x_T|² of walked particles, in standard errors",
    },
    "4r2": {
      density: "log q_t against its sum over components, worst place",
      score: "score against the derivative of log q_t, worst place",
      noise: "ε* against −√(1 − ᾱ_t) times that derivative, worst place",
      tweedie: "x + (1 − ᾱ_t) ∇log q_t against √ᾱ_t E[x₀ | x_t], worst place",
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
      "Nothing of x₀ is there to be found: ᾱ_t is 0 to rounding, or every point of the data is 0. Choose a smaller t, or other data.",
    "no-spread":
      "The data have too little spread for x₀ to be in doubt once x_t is known. Choose data with more than one place.",
    "few-steps": "This compares T steps with T/2, T/4 and T/8; fewer than 16 are too few for that.",
    "coarse-steps":
      "The steps of this schedule are too large, or become no smaller when there are more of them: the statement is about small ones.",
    "uneven-steps": "β falls somewhere along this schedule; the comparison needs steps that grow.",
    points: "The data are single points: they have no density, and their entropy is −∞. Give them a spread.",
    extent: "Quadrature on these data would take too long.",
  },
} as const;
