// The words of the checks of the VAE: what each measures, and why a claim says nothing here. Loaded with the first open claim. Some ids
// stand for different measurements in different claims.
import { reasons as shared } from "../../../kit/messages/checks.en.ts";

export const checks = {
  "4v1": {
    "log-px": "log p(x) against a sum over a grid of z",
    likelihood: "E_q log p(x | z) against a sum over a grid of z",
    "prior-kl": "KL(q ‖ prior) against a sum over a grid of z",
    elbo: "ELBO against a sum of log p(x, z) − log q(z)",
    gap: "gap against KL(q ‖ posterior), the posterior by its measured moments",
    quadrature: "measured ELBO and measured gap, added up, against measured log p(x)",
    identity: "ELBO and gap, added up, against log p(x)",
    terms: "ELBO against reconstruction less KL",
    nonnegative: "how far the gap is below 0",
    mean: "mean of the posterior against that of a grid, in its deviations",
    covariance: "covariance of the posterior against that of a grid, in its deviations",
    "best-var": "best variances against 1 over the curvature of log p(x, z), worst coordinate",
    "best-elbo": "ELBO of the best q against a sum over a grid",
    best: "how far another q’s ELBO is above the best one’s, worst of several",
    "network-log-px": "trained network: log p(x) against a grid over the prior",
    "network-elbo": "trained network: ELBO against a grid in q’s deviations",
    "network-gap": "trained network: gap against two grids of their own",
    "network-sum": "trained network: ELBO and gap, added up, against log p(x)",
  },
  "4v2": {
    terms: "term of a coordinate against the integral of q log(q/p), worst coordinate",
    total: "their sum against the sum of the integrals",
    slopes: "derivatives by m and log σ² against complex steps of the integral, worst",
    nonnegative: "how far a term is below 0, worst coordinate",
    drawn: "mean of log q − log p at draws from q, worst coordinate, in standard errors",
    "drawn-total": "the same of the sum, in standard errors",
  },
  "4v3": {
    gradient: "gradient of the ELBO against complex steps of it, worst entry",
    "reparameterised-variance": "reparameterised: variance of one draw against exact moments, worst entry",
    "score-variance": "score function: variance of one draw against exact moments, worst entry",
    "reparameterised-mean": "reparameterised: mean of draws against the gradient, worst, in standard errors",
    "score-mean": "score function: mean of draws against the gradient, worst, in standard errors",
    "reparameterised-spread": "reparameterised: variance of draws against the exact one, worst, in standard errors",
    "score-spread": "score function: variance of draws against the exact one, worst, in standard errors",
    "same-mean": "difference of the two on the same draws, worst, in standard errors",
    "less-noise": "variance reparameterised over that of the score function, largest ratio",
  },
  "4v4": {
    "both-reconstruction": "VAE’s reconstruction against the diffusion’s term 1",
    "both-prior": "VAE’s KL against the diffusion’s prior term",
    "both-total": "VAE’s bound against the diffusion’s at T = 1",
    sums: "each bound against the sum of its terms, worse of the two",
    reconstruction: "both reconstructions against the law of total variance, worse of the two",
    prior: "both KLs against sums of log q(z | x₀) − log p(z), worse of the two",
    "decoder-var": "best s² against E Var[x₀ | z] from the score",
    entropy: "entropy of the data against another sum",
    "drawn-reconstruction": "both reconstructions against draws, worse of the two, in standard errors",
    "drawn-prior": "both KLs against draws, worse of the two, in standard errors",
    "drawn-total": "both bounds against draws, worse of the two, in standard errors",
    bound: "how far a bound is below the entropy",
  },
} as const;

export const reasons = {
  ...shared,
  latent: "There are too many latent coordinates: a grid over them would be too large. Choose a model with one or two.",
  overflow:
    "Numbers leave the range of floating-point numbers, or lose all their digits. Choose smaller ones, or more noise.",
} as const;
