// log p(x | z), from what the decoder says.
//
//   bernoulli   sum_k x_k log s(o_k) + (1 - x_k) log s(-o_k)  =  x.o - sum_k softplus(o_k)
//   gaussian    -dx/2 log(2 pi s2) - |x - o|^2 / (2 s2)       =  (x.o - |o|^2 / 2) / s2 + c(x)
//
//   both        scale (x.o - A(o)) + c(x)                        A: the log partition, of z alone
//
// In that form a list of z is decoded once for many x: what is left for each pair is a scalar product. s is the sigmoid,
// softplus(o) = max(o, 0) + log(1 + exp(-|o|)), and the logarithms of many such sums are that of their product. A soft x
// between 0 and 1 is taken as a Bernoulli's mean, and log p(x | z) as that cross entropy with the sign turned.
//
// Float for training, where the slope by o goes along: same bits everywhere. Double for what is shown of a network.
//
// Source: Kingma and Welling, "Auto-encoding variational Bayes" (2014), appendix C.
//
// No continuous Bernoulli: with soft x there is no constant of normalisation.
#pragma once

#include <cstddef>
#include <vector>

namespace proofground::vae {

enum class Likelihood { bernoulli, gaussian };

struct LikelihoodTerms {
  Likelihood kind = Likelihood::bernoulli;
  int dx = 1;
  double noise_var = 1;  ///< s2; not read for Bernoulli

  [[nodiscard]] double scale() const { return kind == Likelihood::bernoulli ? 1 : 1 / noise_var; }
  /// A(o). @param natural (dx)
  [[nodiscard]] double log_partition(const double* natural) const;
  /// c(x). @param x (dx)
  [[nodiscard]] double constant(const double* x) const;
  /// log p(x | z). @param x, natural (dx) @param log_partition A(natural)
  [[nodiscard]] double log_density(const double* x, const double* natural, double log_partition) const;
  /// (m x dx) means of x. @param natural (m x dx)
  [[nodiscard]] std::vector<double> means(const std::vector<double>& natural) const;
};

/// Sum over a batch of the cross entropy -x log s(o) - (1 - x) log s(-o), and slope = (s(o) - x) share.
/// @param o, x (rows x dx) in panels; padding of the slope becomes 0
double bernoulli_loss(const float* o, const float* x, int rows, int dx, float share, float* slope);

/// Sum over a batch of weight / 2 |x - o|^2, without its constant, and slope = weight (o - x) share.
double gaussian_loss(const float* o, const float* x, int rows, int dx, float weight, float share, float* slope);

}  // namespace proofground::vae
