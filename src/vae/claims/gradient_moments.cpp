#include "vae/claims/gradient_moments.h"

#include <algorithm>
#include <cmath>
#include <complex>
#include <cstddef>
#include <numbers>

namespace proofground::vae {
namespace {

using Complex = std::complex<double>;
using Vector = std::vector<Complex>;

constexpr double kComplexStep = 1e-60;
constexpr int kNodes = 9;
const double kLogTwoPi = std::log(2 * std::numbers::pi);

/// Orthonormal Hermite polynomials of orders 0..count at t.
std::vector<double> hermite(double t, int count) {
  std::vector<double> out{1, t};
  for (int k = 1; k < count; ++k)
    out.push_back((t * out.back() - std::sqrt(k) * out[out.size() - 2]) / std::sqrt(k + 1.0));
  return out;
}

/// log N(x; D z + b, s2)
Complex log_likelihood(const Problem& problem, const Vector& z) {
  const auto& [dx, dz, D, b, noise_var] = problem.model;
  Complex sum = 0;
  for (std::size_t i = 0; i < problem.x.size(); ++i) {
    Complex r = problem.x[i] - b[i];
    for (std::size_t j = 0; j < z.size(); ++j) r -= D[i * z.size() + j] * z[j];
    sum += r * r;
  }
  return -0.5 * (dx * (kLogTwoPi + std::log(noise_var)) + sum / noise_var);
}

Complex log_gaussian(const Vector& z, const Vector& mean, const Vector& log_var) {
  Complex sum = 0;
  for (std::size_t j = 0; j < z.size(); ++j) {
    const Complex off = z[j] - mean[j];
    sum += kLogTwoPi + log_var[j] + off * off * std::exp(-log_var[j]);
  }
  return -0.5 * sum;
}

/// q's parameters, one of which may have an imaginary part.
struct Parameters {
  Vector mean, log_var;

  /// @param t 0..2 dz-1
  [[nodiscard]] Parameters stepped(std::size_t t) const {
    Parameters out = *this;
    const std::size_t dz = mean.size();
    (t < dz ? out.mean[t] : out.log_var[t - dz]) += Complex(0, kComplexStep);
    return out;
  }
  [[nodiscard]] Vector z(const std::vector<double>& eps) const {
    Vector out(mean);
    for (std::size_t j = 0; j < out.size(); ++j) out[j] += std::exp(0.5 * log_var[j]) * eps[j];
    return out;
  }
};

double slope(const Complex& value) { return value.imag() / kComplexStep; }

/// The sizes of what f and its slopes add up at a node.
struct Sizes {
  double f = 0;
  std::vector<double> slopes;  ///< (dz) by z_j
};

Sizes sizes_at(const Problem& problem, const std::vector<double>& eps) {
  const auto& [dx, dims, D, b, noise_var] = problem.model;
  const std::size_t dz = eps.size();
  Sizes out{dx * std::abs(kLogTwoPi + std::log(noise_var)), std::vector<double>(dz, 0.0)};
  std::vector<double> reach(dz);
  for (std::size_t j = 0; j < dz; ++j) {
    const double s = std::sqrt(problem.q.var[j]);
    reach[j] = std::abs(problem.q.mean[j]) + s * std::abs(eps[j]);
    // (z - m) / s has lost what z, as large as it is, rounds to.
    const double in_units = std::abs(eps[j]) + reach[j] / s;
    out.f += 2 * kLogTwoPi + std::abs(std::log(problem.q.var[j])) + reach[j] * reach[j] + in_units * std::abs(eps[j]);
    out.slopes[j] = reach[j] + in_units / s;
  }
  for (std::size_t i = 0; i < problem.x.size(); ++i) {
    double r = problem.x[i] - b[i], size = std::abs(problem.x[i]) + std::abs(b[i]);
    for (std::size_t j = 0; j < dz; ++j) {
      r -= D[i * dz + j] * (problem.q.mean[j] + std::sqrt(problem.q.var[j]) * eps[j]);
      size += std::abs(D[i * dz + j]) * reach[j];
    }
    out.f += std::abs(r) * size / noise_var;
    for (std::size_t j = 0; j < dz; ++j) out.slopes[j] += std::abs(D[i * dz + j]) * size / noise_var;
  }
  return out;
}

/// Both estimates at one node, the gradient's part, and their sizes. (2 dz) each.
struct AtNode {
  double weight = 0;
  std::vector<double> gradient, reparameterised, score, size, score_size;
};

AtNode at_node(const Problem& problem, const Parameters& q, const std::vector<double>& eps, double weight) {
  const std::size_t dz = eps.size();
  AtNode out;
  out.weight = weight;
  const Vector origin(dz, 0.0), z = q.z(eps);
  const auto f = [&](const Vector& at, const Parameters& of) {
    return log_likelihood(problem, at) + log_gaussian(at, origin, origin) - log_gaussian(at, of.mean, of.log_var);
  };
  const double value = f(z, q).real();
  const Sizes sizes = sizes_at(problem, eps);
  for (std::size_t t = 0; t < 2 * dz; ++t) {
    const Parameters moved = q.stepped(t);
    const Vector moved_z = moved.z(eps);
    out.gradient.push_back(slope(f(moved_z, moved)));
    out.reparameterised.push_back(slope(f(moved_z, q)));
    out.score.push_back(value * slope(log_gaussian(z, moved.mean, moved.log_var)));
    const std::size_t j = t % dz;
    const double s = std::sqrt(problem.q.var[j]), e = std::abs(eps[j]);
    out.size.push_back(sizes.slopes[j] * (t < dz ? 1 : 0.5 * s * e));
    const double reach = std::abs(problem.q.mean[j]) / s + e;  // of (z - m) / s before the difference
    out.score_size.push_back(t < dz ? (sizes.f * e + std::abs(value) * reach) / s
                                    : 0.5 * (sizes.f * (e * e + 1) + std::abs(value) * (reach * e + 1)));
  }
  return out;
}

std::vector<AtNode> all_nodes(const Problem& problem) {
  const std::size_t dz = problem.q.mean.size();
  const HermiteRule rule = hermite_rule(kNodes);
  Parameters q;
  for (std::size_t j = 0; j < dz; ++j) {
    q.mean.emplace_back(problem.q.mean[j]);
    q.log_var.emplace_back(std::log(problem.q.var[j]));
  }
  std::size_t count = 1;
  for (std::size_t j = 0; j < dz; ++j) count *= kNodes;
  std::vector<AtNode> out;
  std::vector<double> eps(dz);
  for (std::size_t node = 0; node < count; ++node) {
    double weight = 1;
    std::size_t rest = node;
    for (double& value : eps) {
      weight *= rule.weights[rest % kNodes];
      value = rule.nodes[rest % kNodes];
      rest /= kNodes;
    }
    out.push_back(at_node(problem, q, eps, weight));
  }
  return out;
}

/// The sum over the nodes of a list's entries, changed by `of`.
template <class Of>
std::vector<double> mean_of(const std::vector<AtNode>& nodes, const Of& of) {
  std::vector<double> out(nodes.front().gradient.size(), 0.0);
  for (const AtNode& node : nodes)
    for (std::size_t t = 0; t < out.size(); ++t) out[t] += node.weight * of(node, t);
  return out;
}

Moments moments_of(const std::vector<AtNode>& nodes, std::vector<double> AtNode::* estimate,
                   std::vector<double> AtNode::* size) {
  Moments out;
  const auto& m = out.mean = mean_of(nodes, [&](const AtNode& node, std::size_t t) { return (node.*estimate)[t]; });
  const auto off = [&](const AtNode& node, std::size_t t) { return (node.*estimate)[t] - m[t]; };
  out.variance = mean_of(nodes, [&](const AtNode& node, std::size_t t) { return std::pow(off(node, t), 2); });
  out.fourth = mean_of(nodes, [&](const AtNode& node, std::size_t t) { return std::pow(off(node, t), 4); });
  // The root of a mean square: what enters the variance is squared.
  out.size = mean_of(nodes, [&](const AtNode& node, std::size_t t) { return std::pow((node.*size)[t], 2); });
  for (double& value : out.size) value = std::sqrt(value);
  return out;
}

}  // namespace

HermiteRule hermite_rule(int count) {
  HermiteRule out;
  const auto at = [count](double t) { return hermite(t, count)[static_cast<std::size_t>(count)]; };
  // The roots lie within 2 sqrt(count), further apart than a step.
  constexpr int kSteps = 400;
  const double reach = 2 * std::sqrt(count) + 0.01, step = 2 * reach / kSteps;
  for (int k = 0; k < kSteps; ++k) {
    double a = k * step - reach, b = (k + 1) * step - reach;
    if ((at(a) > 0) == (at(b) > 0)) continue;
    for (int halving = 0; halving < 60; ++halving) {
      const double middle = 0.5 * (a + b);
      ((at(middle) > 0) == (at(a) > 0) ? a : b) = middle;
    }
    const double node = 0.5 * (a + b);
    double squares = 0;
    for (const double value : hermite(node, count - 1)) squares += value * value;
    out.nodes.push_back(node);
    out.weights.push_back(1 / squares);
  }
  return out;
}

GradientMoments gradient_moments(const Problem& problem) {
  const std::vector<AtNode> nodes = all_nodes(problem);
  GradientMoments out;
  out.gradient = mean_of(nodes, [](const AtNode& node, std::size_t t) { return node.gradient[t]; });
  out.gradient_size = mean_of(nodes, [](const AtNode& node, std::size_t t) { return node.size[t]; });
  out.reparameterised = moments_of(nodes, &AtNode::reparameterised, &AtNode::size);
  out.score = moments_of(nodes, &AtNode::score, &AtNode::score_size);
  const auto difference = [](const AtNode& node, std::size_t t) { return node.reparameterised[t] - node.score[t]; };
  const std::vector<double> mean = mean_of(nodes, difference);
  out.difference_variance =
      mean_of(nodes, [&](const AtNode& node, std::size_t t) { return std::pow(difference(node, t) - mean[t], 2); });
  return out;
}

}  // namespace proofground::vae
