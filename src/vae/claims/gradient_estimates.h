// Two unbiased estimates of the gradient of the ELBO by q's parameters (m, v = log s^2), and how much one draw of either varies.
//
//   f(z)              = log p(x | z) + log p(z) - log q(z)          E_q f = ELBO
//   z                 = m + s eps,   eps ~ N(0, I)
//   reparameterised   f'_j(z) dz_j: by m_j f'_j(z), by v_j f'_j(z) s_j eps_j / 2            q in f is held fixed: E grad log q = 0
//   score function    f(z) grad log q(z): by m_j f(z) eps_j / s_j, by v_j f(z) (eps_j^2 - 1) / 2
//
// In the linear-Gaussian model f is quadratic in eps, and everything follows from three numbers of it:
//
//   f = e + g' eps + 1/2 (eps' H eps - tr H),   e = ELBO,   r = x - b - D m,   P = I + D'D / s2,   S = diag(s)
//   g = S (D' r / s2 - m),   H = I - S P S
//
//   gradient          by m_j g_j / s_j,  by v_j H_jj / 2
//   reparameterised   var: by m_j |H_j|^2 / v_j;  by v_j (g_j^2 + |H_j|^2 + H_jj^2) / 4             H_j: row j
//   score             var: by m_j (A - g_j^2 + 2 (g_j^2 + |H_j|^2) + 2 e H_jj) / v_j
//                          by v_j (2 A + 8 (g_j^2 + |H_j|^2) + 8 e H_jj + 5 H_jj^2) / 4          A = E f^2 = e^2 + |g|^2 + |H|^2 / 2
//
// by E f^2 He_k(eps_j) = E d^k (f^2) / d eps_j^k, He_2 = eps^2 - 1, and (eps^2 - 1)^2 = He_4 + 4 He_2 + 2.
//
// For every quadratic f, entry by entry, the second is at least 3/2 of the first by m_j, and 3 times the first by v_j. That is no law of
// all f: for sin(k z) and k s from 1.2 on the score varies less.
//
// Source: Kingma and Welling, "Auto-encoding variational Bayes" (2014), section 2; Williams, "Simple statistical gradient-following
// algorithms" (1992); Roeder, Wu and Duvenaud, "Sticking the landing" (2017), for q held fixed in f.
#pragma once

#include "core/rng.h"
#include "vae/claims/claims.h"

namespace proofground::vae {

/// A programme of both estimates, with the lines that can be put wrong.
struct EstimateOptions {
  double kl_sign = 1;  ///< -1: f = log p(x | z) - log p(z) + log q(z)
  bool with_score =
      true;           ///< false: the draws are held fixed, and f is differentiated by what is left of m and v in it
  bool fresh = true;  ///< false: eps is drawn once and kept
};

/// (2 dz) each: by m, then by v.
struct OneDraw {
  std::vector<double> reparameterised, score;
};

/// Draws, one after the other.
class GradientEstimates {
 public:
  GradientEstimates(const Problem& problem, const EstimateOptions& options, std::uint64_t seed);
  const OneDraw& next();

 private:
  Problem problem_;
  EstimateOptions options_;
  Rng rng_;
  std::vector<double> eps_, deviation_;      ///< (dz)
  std::vector<double> z_, residual_, pull_;  ///< of the newest draw
  double log_deviations_ = 0;
  bool drawn_ = false;
  OneDraw out_;
};

/// The gradient and both variances, in closed form.
TwoGradients two_gradients(const Problem& problem, const EstimateOptions& options = {});

}  // namespace proofground::vae
