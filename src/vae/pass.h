// One batch on its way through both networks and back.
//
//   forward    (mu, r) = encoder(x),  v = L tanh(r / L),  L = 20       (network.h)
//              z = mu + exp(v / 2) eps                                  eps ~ N(0, I), given
//              o = decoder(z)
//              loss = (1/B) sum_i [ -log p(x_i | z_i) + beta KL_i ]     but for constants of x
//              KL   = 1/2 sum_j (mu_j^2 + exp(v_j) - 1 - v_j)
//
//   backward   do      = (s(o) - x) / B,  or (o - x) / (s2 B)           likelihood.h
//              dz      = the decoder's gradient of its input
//              dmu_j   = dz_j + beta mu_j / B
//              dv_j    = dz_j 1/2 exp(v_j / 2) eps_j + beta 1/2 (exp(v_j) - 1) / B
//              dr_j    = dv_j tanh'(r_j / L)
//              and on through the encoder
//
// Rules of the loss that a mistake may change are numbers here: the weight of the KL, the weight of the reconstruction, and
// how much of v the standard deviation's logarithm is (1/2). All of it in float, the same bits everywhere; the reported
// numbers are summed in double. A pass allocates nothing after it was made.
//
// Source: Kingma and Welling, "Auto-encoding variational Bayes" (2014), section 2.3 and appendix B.
//
// One draw of z for each example. No importance weights.
#pragma once

#include <vector>

#include "nn/mlp.h"
#include "vae/network.h"

namespace proofground::vae {

/// What is minimised: reconstruction + kl_weight KL, each a mean over the batch.
struct LossRule {
  float kl_weight = 1;       ///< beta
  float reconstruction = 1;  ///< of -log p(x | z): 1 / s2 of a Gaussian likelihood
  float log_sd = 0.5F;       ///< log standard deviation = log_sd v
};

/// Means over a batch, nats; reconstruction without its constant.
struct BatchLoss {
  double reconstruction = 0, kl = 0;
};

class Pass {
 public:
  /// For batches of `rows` examples.
  Pass(const Network& network, int rows);

  [[nodiscard]] int rows() const { return rows_; }
  /// @param x (dx) @param label 0..classes-1, not read of a network that is told none
  void set_example(int row, const float* x, int label);
  /// (rows x dz) set by the caller.
  [[nodiscard]] std::vector<float>& eps() { return eps_; }

  /// The loss of the examples and eps that were set. @param network of the same shape
  BatchLoss forward(const Network& network, const LossRule& rule);
  /// Its gradient, after forward(). @param gradient (weights)
  void backward(const Network& network, const LossRule& rule, float* gradient);

  /// (rows x dz) of the last forward(): what eps was made into.
  [[nodiscard]] const std::vector<float>& mu() const { return mu_; }
  [[nodiscard]] const std::vector<float>& log_var() const { return v_; }
  [[nodiscard]] const std::vector<float>& z() const { return z_; }

 private:
  double latent(const LossRule& rule);

  NetworkShape shape_;
  int rows_;
  nn::Tape encoder_, decoder_;
  std::vector<float> target_;  // (rows x dx) in panels
  // (rows x dz) each, filled up to whole registers
  std::vector<float> eps_, mu_, r_, v_, slope_, sd_, variance_, z_;
};

}  // namespace proofground::vae
