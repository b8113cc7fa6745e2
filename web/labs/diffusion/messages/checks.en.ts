// The words of the checks of problem 4: what each measures, and why a claim says nothing here. Loaded with the first open claim.
import { reasons as shared } from "../../../kit/messages/checks.en.ts";

export const checks = {
  "4a": {
    signal: "ᾱₜ against the squared product of √(1 − β), worst over t",
    noise: "1 − ᾱₜ against the recursion of the variance, worst over t",
    steps: "αₜ, ᾱₜ₋₁ and 1 − ᾱₜ₋₁ against the recursion, worst over t",
    prior: "KL to N(0, I): short form against the general formula",
    mean: "mean of walked particles, in standard errors",
    spread: "variance of walked particles, in standard errors",
    law: "distribution of walked particles against the Gaussian: sizes, coordinates, their sum; distance times √n",
    across: "covariance of two coordinates of walked particles, worst pair, in standard errors",
    jump: "the same distance of particles that jumped",
    fresh: "covariance of the last step's noise and the place before it, or of their sizes, in standard errors",
    normal: "the same distance of the last step's noise from N(0, I)",
  },
  "4b": {
    precision: "1/β̃ₜ against the sum of both precisions, worst over t",
    "mean-xt": "coefficient of xₜ against the weighted mean's, worst over t",
    "mean-x0": "coefficient of x₀ against the weighted mean's, worst over t",
    first: "t = 1 against a point mass at x₀",
    "grid-mean": "mean against the product's on a grid",
    "grid-variance": "variance against the product's on a grid",
    "grid-density": "density against the product's on a grid, half the integral of the difference",
  },
  "4c": {
    forms: "noise form against posterior form, worst over t",
    perfect: "noise form with the true noise against the posterior mean at x₀, worst over t",
    orthogonal: "mean of (ε − ε*)·h(xₜ) in standard errors, worst of several h",
    score: "ε* against −√(1 − ᾱₜ) ∇log qₜ from the density, worst place",
    floor: "E|ε − ε*|² against d − (1 − ᾱₜ) E|∇log qₜ|², in standard errors",
    "floor-grid": "the same against the integral over a grid, in standard errors",
  },
  "4d": {
    "kl-means": "general KL against |difference of means|²/2β̃ₜ, worst over t",
    "kl-noise": "general KL against wₜ|ε − εθ|², worst over t",
    weight: "wₜ against βₜ²/(2β̃ₜ αₜ(1 − ᾱₜ)), worst over t",
    first: "w₁ is infinite: 0 if so, 1 if not",
    total: "sum of all terms against the bound along drawn paths, in standard errors",
  },
  "4r1": {
    second: "E|xₜ|² in closed form against step by step, of the data and of x₀ = 0, worst over t",
    walked: "|x_T|² of walked particles, in standard errors",
  },
  "4r2": {
    density: "log qₜ against its sum over components, worst place",
    score: "score against the derivative of log qₜ, worst place",
    noise: "ε* against −√(1 − ᾱₜ) times that derivative, worst place",
    mean: "E[x₀ | xₜ] against that of other factors, worst place",
    tweedie: "Tweedie's point against E[x₀ | xₜ], both times √ᾱₜ, worst place",
  },
  "4r3": {
    law: "mean and standard deviation against the proof's sum and product, worst of all numbers of steps",
    meet: "gap between the two, extrapolated to endlessly many steps",
    arrive: "distance from the data, extrapolated to endlessly many steps",
    "drawn-mean": "mean of drawn particles, in standard errors",
    "drawn-variance": "variance of drawn particles, in standard errors",
  },
  "4bridge": {
    reconstruction: "−log p(x₀ | x₁) of draws against its term, in standard errors",
    drawn: "bound along drawn paths against quadrature, in standard errors",
    entropy: "−log q(x₀) of draws against the entropy, in standard errors",
    integral: "entropy against another quadrature",
    prior: "prior term against the general formula",
    terms: "terms of the bounds against those from the score, worst over t",
    sum: "each bound against the sum of its terms",
    divergence: "how far a gap is below 0",
    best: "how far the gap of the best variance is above another",
  },
} as const;

export const reasons = {
  ...shared,
  "no-noise": "Every β is below 10⁻⁸: practically no noise is added. Choose a schedule with larger β.",
  "one-step": "The chain has one step, and the statement is about steps t ≥ 2. Choose a larger T.",
  "no-signal": "No signal is left: ᾱₜ is 0 to rounding, or every data point is 0. Choose a smaller t, or other data.",
  "no-spread":
    "The data have too little spread: xₜ determines x₀ almost exactly. Choose data with several different points.",
  "coarse-steps":
    "The steps of this schedule are too large for these data, even when each is cut into many. The statement is about small steps.",
  points: "The data are points without spread: they have no density, and their entropy is −∞. Choose a spread above 0.",
  extent: "Numerical integration on these data would take too long.",
} as const;
