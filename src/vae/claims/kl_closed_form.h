// 4v2. The divergence of a diagonal Gaussian from N(0, I), in closed form: a sum over the coordinates.
//
//   KL(q || N(0, I)) = sum_j k_j,   k_j = 1/2 (m_j^2 + s_j^2 - 1 - log s_j^2)          s_j^2 = exp(v_j)
//   dk_j / dm_j      = m_j,         dk_j / dv_j = 1/2 (s_j^2 - 1)
//
// Checks of the certificate (the terms, their sum, their derivatives) against
//
//   I_j = integral q_j(z) log(q_j(z) / p(z)) dz     the trapezoidal rule at z = m_j + s_j t, t = -12, -11.5, ..., 12
//
// The integrand is a Gaussian times a quadratic. With spacing h (here 1/2) the rule's error is that of the Fourier transform at 2 pi / h:
// below (2 pi / h)^2 exp(-2 pi^2 / h^2) < 1e-31 of its size, and what is left out beyond 12 is below 1e-29. What remains is rounding, in
// units of the integral of q |log(q / p)|, which each bound allows for.
//   terms        every k_j against I_j, relative
//   total        their sum against the sum of I_j
//   slopes       the derivatives against complex steps of I_j, through q in both of its places
//   nonnegative  no k_j is below 0
//   drawn        worst z-score of coordinates: k_j against the mean of log q - log p at draws from q
//   drawn-total  the same of the sum. The standard error is the larger of that of the draws and the exact one, by the same rule: the
//                draws' own is too small where a rare large value was not among them
//
// Cannot see: whether a diagonal q is a good one. Only its divergence is judged.
//
// Broken: plain    the first term, and the sum, are a hundredth of 1 + the term too large
//         kl-mean  the mean over the coordinates in the place of the sum; no difference at dz = 1
//         sigma    the formula is given s_j where it expects log s_j^2
//         kl-sign  the KL with the other sign
//         no-log   k_j without log s_j^2, whose slope stays wrong where it is 0
//
// Vacuous: "no-difference" only.
#pragma once

#include "vae/claims/claims.h"

namespace proofground::vae {

/// Sets kl and kl_slopes: the certificate of this claim, by kl.h.
void set_kl(const Problem& problem, Solution& solution);

Checked<KlPicture> check_kl_closed_form(const Problem& problem, const Solution& solution, const ClaimOptions& options,
                                        const Mistake& mistake);

}  // namespace proofground::vae
