// 4v3. Two estimates of the gradient of the ELBO: the same mean, and not the same variance (gradient_estimates.h).
//
//   by m_j and v_j = log s_j^2:   E f'_j(z) dz_j  =  E f(z) d log q(z)  =  grad ELBO
//   and here, where f is quadratic in eps, Var(reparameterised) <= Var(score function) in each entry
//
// The inequality is none of all f: for f = sin(k z) with large k s the score function varies less. It is judged for the f at hand, and its
// ratio shown.
//
// Checks of the certificate (gradient and both variances, in closed form), and of draws by the programme that is said to estimate it,
// against sums over Gauss-Hermite nodes of complex steps of the log densities (gradient_moments.h). The worst of the entries each:
//   gradient                              the gradient against the complex step of the ELBO, relative
//   reparameterised-variance, score-variance   of one draw against the exact moments, relative
//   reparameterised-mean, score-mean      z-scores: means of the draws against that gradient
//   reparameterised-spread, score-spread  z-scores: mean squares of the draws about their mean against the exact variances
//   same-mean                             z-score: difference of the two on the same draws against 0
//   less-noise                            the larger of the ratios reparameterised / score of the variances, at most 1
// Relative bounds allow for rounding of the terms. A standard error is the larger of that of the draws and the exact one, from the exact
// moments: draws that are all alike have none of their own, and powers of normals have too small ones where no rare draw is among them.
//
// Cannot see: what training would make of either; other f; more than four coordinates.
//
// Broken: plain      the first entry of the gradient is a hundredth of 1 + its size too large
//         kept-eps   reparameterised, eps is drawn once and kept: gradient, draws and a variance of 0 agree with one another
//         sigma      s_j is taken for log s_j^2: gradient and draws are those of a wider q, as exp(s) > s^2 for all s > 0
//         no-score   score function, the draws held fixed as if they did not depend on q: what is left is - grad log q, of mean 0
//         kl-sign    f = log p(x | z) - log p(z) + log q(z): the ELBO with the KL added
//
// Vacuous: "latent" where dz > 4; "overflow" where a number leaves the range of doubles or has lost its digits; "no-difference".
#pragma once

#include "vae/claims/claims.h"

namespace proofground::vae {

Checked<GradientPicture> check_two_gradients(const Problem& problem, const Solution& solution,
                                             const ClaimOptions& options, const Mistake& mistake);

}  // namespace proofground::vae
