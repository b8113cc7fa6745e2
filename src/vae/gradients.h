// Gradients of the VAE's loss by backpropagation through the reparameterised sample, exactly, in double.
//
//   a      = x   or   tanh(W_e x + b_e)                            encoder
//   mu     = W_mu a + b_mu,     v = W_lv a + b_lv                  v: log of the variance
//   z      = mu + exp(v / 2) * eps                                 eps is given
//   d      = z   or   tanh(W_d z + b_d)                            decoder
//   xo     = W_x d + b_x
//   R      = 1/2 |x - xo|^2                                        gaussian, without its constant
//          = sum_i (1 - x_i) s(xo_i) + x_i s(-xo_i)                bernoulli: cross entropy of x and sigmoid(xo), s softplus
//   loss   = mean over the batch of R + beta KL(N(mu, exp(v)) || N(0, I))
//
//   backwards, with delta u = dloss / du and n the size of the batch:
//   delta xo = (xo - x) / n     or     (sigmoid(xo) - x) / n
//   delta mu = delta z + beta mu / n,   delta v = delta z * eps exp(v / 2) / 2 + beta (exp(v) - 1) / (2 n)
//   delta x  = through the encoder + through the target:  (x - xo) / n   or   -xo / n
//
// Softplus and sigmoid are formed from exp(-|u|): a logit may be of any size, and a right answer's loss keeps its digits.
//
// The way forward is for complex numbers too, for complex steps. Matrices are row-major; a row of a list is one sample.
//
// Source: Kingma and Welling, "Auto-encoding variational Bayes" (2014), section 2.4 and appendices B and C.
//
// Not for training (network.h): no SIMD, one hidden layer at most, and eps is not drawn.
#pragma once

#include <array>
#include <vector>

namespace proofground::vae {

struct VaeSizes {
  int dx = 1, dz = 1;
  int hidden = 0;  ///< tanh units on each side; 0: no hidden layer
  int batch = 1;
  /// Numbers that come out of the encoder's hidden layer or, without one, into it.
  [[nodiscard]] int encoded() const { return hidden > 0 ? hidden : dx; }
  /// The same of the decoder.
  [[nodiscard]] int decoded() const { return hidden > 0 ? hidden : dz; }
};

enum class Reconstruction { gaussian, bernoulli };

/// Weights, or gradients of them. The four of the hidden layers are empty where there are none.
template <class Scalar>
struct VaeParams {
  std::vector<Scalar> W_e, b_e;    ///< (hidden x dx), (hidden)
  std::vector<Scalar> W_mu, b_mu;  ///< (dz x encoded), (dz)
  std::vector<Scalar> W_lv, b_lv;  ///< (dz x encoded), (dz)
  std::vector<Scalar> W_d, b_d;    ///< (hidden x dz), (hidden)
  std::vector<Scalar> W_x, b_x;    ///< (dx x decoded), (dx)
  [[nodiscard]] std::array<std::vector<Scalar>*, 10> lists() {
    return {&W_e, &b_e, &W_mu, &b_mu, &W_lv, &b_lv, &W_d, &b_d, &W_x, &b_x};
  }
  [[nodiscard]] std::array<const std::vector<Scalar>*, 10> lists() const {
    return {&W_e, &b_e, &W_mu, &b_mu, &W_lv, &b_lv, &W_d, &b_d, &W_x, &b_x};
  }
};

template <class Scalar>
struct VaeProblem {
  VaeSizes sizes;
  Reconstruction recon = Reconstruction::gaussian;
  double beta_kl = 1;
  VaeParams<Scalar> params;
  std::vector<Scalar> x;    ///< (batch x dx)
  std::vector<Scalar> eps;  ///< (batch x dz)
};

/// All that the way forward comes to.
template <class Scalar>
struct VaeStates {
  std::vector<Scalar> a;            ///< (batch x encoded)
  std::vector<Scalar> mu, log_var;  ///< (batch x dz)
  std::vector<Scalar> z;            ///< (batch x dz)
  std::vector<Scalar> d;            ///< (batch x decoded)
  std::vector<Scalar> x_out;        ///< (batch x dx)
  std::vector<Scalar> recon, kl;    ///< (batch)
  Scalar loss{};
};

/// Total derivatives of the loss.
struct VaeGradients {
  VaeParams<double> params;
  std::vector<double> x;               ///< (batch x dx)
  std::vector<double> mu, log_var, z;  ///< (batch x dz)
  std::vector<double> x_out;           ///< (batch x dx)
};

/// Most numbers that one of the lists of a problem, or of its states, may have.
inline constexpr int kMostNumbers = 1 << 20;

/// @throws InvalidArgument  sizes below 1 (hidden: below 0) or lists above kMostNumbers; a list of another length than the sizes
/// say, or with a number that is not finite or above kLargestMagnitude; a target of "bernoulli" outside 0..1; betaKl below 0; fields
/// dx, dz, hidden, batch, betaKl, params.W_e ..., x, eps
void require_valid(const VaeProblem<double>& problem);

/// The states of a valid problem. Scalar: double or std::complex<double>.
template <class Scalar>
VaeStates<Scalar> forward(const VaeProblem<Scalar>& problem);

/// @param states of forward() @throws InvalidArgument naming params: the loss or a gradient is no finite number
VaeGradients backward(const VaeProblem<double>& problem, const VaeStates<double>& states);

}  // namespace proofground::vae
