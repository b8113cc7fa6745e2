#include "vae/gradients.h"

#include <algorithm>
#include <cmath>
#include <complex>
#include <cstddef>
#include <string>

#include "core/require.h"
#include "vae/kl.h"

namespace proofground::vae {
namespace {

using Complex = std::complex<double>;

/// exp(-|u|), |u| of a complex number by the sign of its real part.
template <class Scalar>
Scalar small_exp(const Scalar& u) {
  using std::exp, std::real;
  return exp(real(u) < 0 ? u : -u);
}

double log_one_plus(double e) { return std::log1p(e); }
Complex log_one_plus(const Complex& e) { return std::log(1.0 + e); }

/// log(1 + exp(u))
template <class Scalar>
Scalar softplus(const Scalar& u) {
  const Scalar rest = log_one_plus(small_exp(u));
  return std::real(u) > 0 ? u + rest : rest;
}

double sigmoid(double u) {
  const double e = small_exp(u);
  return (u < 0 ? e : 1) / (1 + e);
}

double tanh_of(double u) { return std::tanh(u); }
Complex tanh_of(const Complex& u) {
  const Complex e = small_exp(2.0 * u), value = (1.0 - e) / (1.0 + e);
  return u.real() < 0 ? -value : value;
}

/// 1 - tanh(u)^2 of h = tanh(u), without the difference of squares. Where h rounds to 1 the slope, then below 1e-16, is 0.
double tanh_slope(double h) { return (1 - h) * (1 + h); }

double divergence(double mu, double v) { return kl_term(mu, v); }
Complex divergence(const Complex& mu, const Complex& v) { return 0.5 * (mu * mu + std::exp(v) - 1.0 - v); }

template <class Scalar>
Scalar reconstruction(Reconstruction kind, const Scalar& x, const Scalar& x_out) {
  if (kind == Reconstruction::gaussian) return 0.5 * (x - x_out) * (x - x_out);
  return (1.0 - x) * softplus(x_out) + x * softplus(-x_out);
}

/// A layer W (out x in), b (out) with its rows of a batch.
struct Shape {
  int in, out, batch;
};

/// (batch x out) W u + b for every row u.
template <class Scalar>
std::vector<Scalar> affine(const Shape& shape, const std::vector<Scalar>& W, const std::vector<Scalar>& b,
                           const std::vector<Scalar>& input) {
  const auto in = static_cast<std::size_t>(shape.in), out = static_cast<std::size_t>(shape.out);
  std::vector<Scalar> output(static_cast<std::size_t>(shape.batch) * out);
  for (std::size_t row = 0; row < output.size(); ++row) {
    const std::size_t sample = row / out, unit = row % out;
    Scalar sum = b[unit];
    for (std::size_t k = 0; k < in; ++k) sum += W[unit * in + k] * input[sample * in + k];
    output[row] = sum;
  }
  return output;
}

/// Backwards through affine(): the gradients of W and b, and what is added to the gradient of its input.
void affine_back(const Shape& shape, const std::vector<double>& W, const std::vector<double>& input,
                 const std::vector<double>& delta, std::vector<double>& grad_W, std::vector<double>& grad_b,
                 std::vector<double>& delta_input) {
  const auto in = static_cast<std::size_t>(shape.in), out = static_cast<std::size_t>(shape.out);
  grad_W.assign(W.size(), 0.0);
  grad_b.assign(out, 0.0);
  for (std::size_t row = 0; row < delta.size(); ++row) {
    const std::size_t sample = row / out, unit = row % out;
    grad_b[unit] += delta[row];
    for (std::size_t k = 0; k < in; ++k) {
      grad_W[unit * in + k] += delta[row] * input[sample * in + k];
      delta_input[sample * in + k] += W[unit * in + k] * delta[row];
    }
  }
}

/// Backwards through tanh: delta of h becomes delta of u.
void tanh_back(const std::vector<double>& h, std::vector<double>& delta) {
  for (std::size_t i = 0; i < h.size(); ++i) delta[i] *= tanh_slope(h[i]);
}

Shape to_hidden(const VaeSizes& s) { return {s.dx, s.hidden, s.batch}; }
Shape to_latent(const VaeSizes& s) { return {s.encoded(), s.dz, s.batch}; }
Shape from_latent(const VaeSizes& s) { return {s.dz, s.hidden, s.batch}; }
Shape to_output(const VaeSizes& s) { return {s.decoded(), s.dx, s.batch}; }

void require_sizes(const VaeSizes& s) {
  const auto at_least = [](int value, int least, const char* field, const char* expected) {
    require(value >= least && value <= kMostNumbers, field, expected, value);
  };
  at_least(s.dx, 1, "dx", "an integer from 1 to 1048576");
  at_least(s.dz, 1, "dz", "an integer from 1 to 1048576");
  at_least(s.hidden, 0, "hidden", "an integer from 0 to 1048576");
  at_least(s.batch, 1, "batch", "an integer from 1 to 1048576");
  const auto product = [](double a, double b, const char* field) {
    require(a * b <= kMostNumbers, field, "lists of at most 1048576 numbers", a * b);
  };
  product(s.batch, std::max(s.dx, s.dz), "batch");
  product(s.batch, s.hidden, "batch");
  product(s.encoded(), s.hidden > 0 ? std::max(s.dx, s.dz) : s.dz, s.hidden > 0 ? "hidden" : "dx");
}

void require_list(const std::vector<double>& list, double length, const std::string& field) {
  const std::string expected = std::to_string(static_cast<int>(length)) + " numbers";
  require(static_cast<double>(list.size()) == length, field.c_str(), expected.c_str(),
          static_cast<double>(list.size()));
  require_finite(list.data(), static_cast<int>(list.size()), field.c_str());
}

void require_params(const VaeParams<double>& params, const VaeSizes& s) {
  const auto layer = [](const std::vector<double>& W, const std::vector<double>& b, const Shape& shape,
                        const std::string& name) {
    require_list(W, 1.0 * shape.in * shape.out, "params.W_" + name);
    require_list(b, shape.out, "params.b_" + name);
  };
  layer(params.W_e, params.b_e, to_hidden(s), "e");
  layer(params.W_mu, params.b_mu, to_latent(s), "mu");
  layer(params.W_lv, params.b_lv, to_latent(s), "lv");
  layer(params.W_d, params.b_d, from_latent(s), "d");
  layer(params.W_x, params.b_x, to_output(s), "x");
}

void require_representable(const VaeStates<double>& states, const VaeGradients& gradients) {
  const auto finite = [](const std::vector<double>& list) {
    return std::all_of(list.begin(), list.end(), [](double value) { return std::isfinite(value); });
  };
  bool all = std::isfinite(states.loss) && finite(states.recon) && finite(states.kl) && finite(states.mu) &&
             finite(states.log_var) && finite(states.z) && finite(states.x_out);
  for (const auto* list : {&gradients.x, &gradients.mu, &gradients.log_var, &gradients.z, &gradients.x_out})
    all = all && finite(*list);
  for (const auto* list : gradients.params.lists()) all = all && finite(*list);
  require(all, "params", "weights whose loss and gradients are finite numbers", "weights with which one overflows");
}

}  // namespace

void require_valid(const VaeProblem<double>& problem) {
  const VaeSizes& s = problem.sizes;
  require_sizes(s);
  require(problem.beta_kl >= 0 && problem.beta_kl <= kLargestMagnitude, "betaKl", "a number from 0 to 1e100",
          problem.beta_kl);
  require_params(problem.params, s);
  require_list(problem.x, 1.0 * s.batch * s.dx, "x");
  require_list(problem.eps, 1.0 * s.batch * s.dz, "eps");
  if (problem.recon == Reconstruction::gaussian) return;
  for (std::size_t i = 0; i < problem.x.size(); ++i)
    require(problem.x[i] >= 0 && problem.x[i] <= 1, ("x[" + std::to_string(i) + "]").c_str(),
            "a number from 0 to 1, as \"bernoulli\" needs", problem.x[i]);
}

template <class Scalar>
VaeStates<Scalar> forward(const VaeProblem<Scalar>& problem) {
  using std::exp;
  const VaeSizes& s = problem.sizes;
  const VaeParams<Scalar>& p = problem.params;
  VaeStates<Scalar> out;
  out.a = problem.x;
  if (s.hidden > 0) {
    out.a = affine(to_hidden(s), p.W_e, p.b_e, problem.x);
    for (Scalar& unit : out.a) unit = tanh_of(unit);
  }
  out.mu = affine(to_latent(s), p.W_mu, p.b_mu, out.a);
  out.log_var = affine(to_latent(s), p.W_lv, p.b_lv, out.a);
  out.z = out.mu;
  for (std::size_t i = 0; i < out.z.size(); ++i) out.z[i] += exp(0.5 * out.log_var[i]) * problem.eps[i];
  out.d = out.z;
  if (s.hidden > 0) {
    out.d = affine(from_latent(s), p.W_d, p.b_d, out.z);
    for (Scalar& unit : out.d) unit = tanh_of(unit);
  }
  out.x_out = affine(to_output(s), p.W_x, p.b_x, out.d);

  const auto samples = static_cast<std::size_t>(s.batch);
  out.recon.resize(samples);
  out.kl.resize(samples);
  for (std::size_t i = 0; i < out.x_out.size(); ++i)
    out.recon[i / static_cast<std::size_t>(s.dx)] += reconstruction(problem.recon, problem.x[i], out.x_out[i]);
  for (std::size_t i = 0; i < out.mu.size(); ++i)
    out.kl[i / static_cast<std::size_t>(s.dz)] += divergence(out.mu[i], out.log_var[i]);
  for (std::size_t i = 0; i < samples; ++i) out.loss += out.recon[i] + problem.beta_kl * out.kl[i];
  out.loss /= static_cast<double>(s.batch);
  return out;
}

template VaeStates<double> forward(const VaeProblem<double>& problem);
template VaeStates<Complex> forward(const VaeProblem<Complex>& problem);

VaeGradients backward(const VaeProblem<double>& problem, const VaeStates<double>& states) {
  const VaeSizes& s = problem.sizes;
  const VaeParams<double>& p = problem.params;
  const double n = s.batch;
  VaeGradients out;
  out.x_out.resize(states.x_out.size());
  out.x.resize(problem.x.size());
  for (std::size_t i = 0; i < out.x.size(); ++i) {
    const double x = problem.x[i], x_out = states.x_out[i];
    const bool gaussian = problem.recon == Reconstruction::gaussian;
    out.x_out[i] = (gaussian ? x_out - x : (1 - x) * sigmoid(x_out) - x * sigmoid(-x_out)) / n;
    out.x[i] = (gaussian ? x - x_out : -x_out) / n;  // as the target
  }
  std::vector<double> delta_d(states.d.size());
  affine_back(to_output(s), p.W_x, states.d, out.x_out, out.params.W_x, out.params.b_x, delta_d);
  if (s.hidden > 0) {
    tanh_back(states.d, delta_d);
    out.z.assign(states.z.size(), 0.0);
    affine_back(from_latent(s), p.W_d, states.z, delta_d, out.params.W_d, out.params.b_d, out.z);
  } else {
    out.z = delta_d;
  }
  out.mu = out.log_var = out.z;
  for (std::size_t i = 0; i < out.z.size(); ++i) {
    const double v = states.log_var[i];
    out.mu[i] += problem.beta_kl * states.mu[i] / n;
    out.log_var[i] = 0.5 * out.z[i] * problem.eps[i] * std::exp(0.5 * v) + problem.beta_kl * kl_log_var_slope(v) / n;
  }
  std::vector<double> delta_a(states.a.size());
  affine_back(to_latent(s), p.W_mu, states.a, out.mu, out.params.W_mu, out.params.b_mu, delta_a);
  affine_back(to_latent(s), p.W_lv, states.a, out.log_var, out.params.W_lv, out.params.b_lv, delta_a);
  if (s.hidden > 0) {
    tanh_back(states.a, delta_a);
    affine_back(to_hidden(s), p.W_e, problem.x, delta_a, out.params.W_e, out.params.b_e, out.x);
  } else {
    for (std::size_t i = 0; i < out.x.size(); ++i) out.x[i] += delta_a[i];
  }
  require_representable(states, out);
  return out;
}

}  // namespace proofground::vae
