#include "vae/claims/latent.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>

#include "core/check.h"

namespace proofground::vae {
namespace {

constexpr double kSpacing = 0.5, kReach = 9.5;
/// The least curvature of f is that of the prior, 1: less was measured only where rounding hides it.
constexpr double kLeastCurvature = 0.9, kMostCondition = 1e13;

using Place = std::array<double, kMostLatent>;

double squared_length(const Place& u) { return u[0] * u[0] + u[1] * u[1]; }

/// log N(u; 0, I)
double log_standard(const Place& u, int dz) { return -0.5 * (dz * std::log(2 * std::numbers::pi) + squared_length(u)); }

/// Places u with the weight spacing^dz each; the second coordinate is 0 where there is none.
/// @param shift of the whole grid, in spacings
std::vector<Place> grid(int dz, double shift) {
  const int half = static_cast<int>(kReach / kSpacing);
  std::vector<Place> out;
  for (int i = -half; i <= half; ++i) {
    const double first = (i + shift) * kSpacing;
    if (dz == 1) out.push_back({first, 0});
    for (int k = -half; dz == 2 && k <= half; ++k) out.push_back({first, (k + shift) * kSpacing});
  }
  return out;
}

double cell(int dz) { return dz == 1 ? kSpacing : kSpacing * kSpacing; }

/// A place and a lower triangular matrix: at + W u.
struct Frame {
  int dz = 1;
  Place at{};
  std::array<double, 3> W{1, 0, 1};  // W00, W10, W11

  [[nodiscard]] Place place(const Place& u) const {
    return {at[0] + W[0] * u[0], dz == 1 ? 0 : at[1] + W[1] * u[0] + W[2] * u[1]};
  }
  /// u of at + W u = z.
  [[nodiscard]] Place back(const Place& z) const {
    const double first = (z[0] - at[0]) / W[0];
    return {first, dz == 1 ? 0 : (z[1] - at[1] - W[1] * first) / W[2]};
  }
  [[nodiscard]] double log_volume() const { return std::log(W[0]) + (dz == 1 ? 0 : std::log(W[2])); }
};

Frame frame_of(const DiagonalGaussian& q) {
  Frame out{static_cast<int>(q.mean.size()), {q.mean[0], 0}, {std::sqrt(q.var[0]), 0, 1}};
  if (out.dz == 2) {
    out.at[1] = q.mean[1];
    out.W[2] = std::sqrt(q.var[1]);
  }
  return out;
}

/// f of one x.
class Joint {
 public:
  explicit Joint(const Problem& problem) : model_(problem.model), x_(problem.x) {}
  [[nodiscard]] int dz() const { return model_.dz; }

  [[nodiscard]] double log_likelihood(const Place& z) const {
    double sum = 0;
    for (int i = 0; i < model_.dx; ++i) {
      const double r = residual(i, z);
      sum += r * r / model_.noise_var;
    }
    return -0.5 * (model_.dx * std::log(2 * std::numbers::pi * model_.noise_var) + sum);
  }
  [[nodiscard]] double operator()(const Place& z) const { return log_likelihood(z) + log_standard(z, model_.dz); }

  /// What f adds up at z, each number by its size before differences were taken.
  [[nodiscard]] double size(const Place& z) const {
    const double log_noise = model_.dx * (2 + std::abs(std::log(model_.noise_var)));
    double sum = 1 + log_noise + squared_length(z);
    for (int i = 0; i < model_.dx; ++i) {
      double parts = std::abs(at(x_, i)) + std::abs(at(model_.b, i));
      for (int j = 0; j < model_.dz; ++j) parts += std::abs(entry(i, j) * z[static_cast<std::size_t>(j)]);
      const double lost = kLost * parts, r = std::abs(residual(i, z));
      sum += (parts * r + parts * lost) / model_.noise_var;
    }
    return sum;
  }

 private:
  static double at(const std::vector<double>& list, int i) { return list[static_cast<std::size_t>(i)]; }
  [[nodiscard]] double entry(int i, int j) const { return at(model_.D, i * model_.dz + j); }
  [[nodiscard]] double residual(int i, const Place& z) const {
    double r = at(x_, i) - at(model_.b, i);
    for (int j = 0; j < model_.dz; ++j) r -= entry(i, j) * z[static_cast<std::size_t>(j)];
    return r;
  }

  const LinearGaussian& model_;
  const std::vector<double>& x_;
};

/// Differences of f at a place: slopes, and what they fall by.
struct Differences {
  Place slope{};
  std::array<double, 3> curvature{1, 0, 1};  // -f_00, -f_01, -f_11
};

Place moved(Place z, double first, double second) { return {z[0] + first, z[1] + second}; }

Differences differences(const Joint& f, const Place& z, const Place& step) {
  Differences out;
  const double here = f(z);
  for (int j = 0; j < f.dz(); ++j) {
    const std::size_t k = static_cast<std::size_t>(j);
    const double first = j == 0 ? step[0] : 0, second = j == 0 ? 0 : step[1];
    const double up = f(moved(z, first, second)), down = f(moved(z, -first, -second));
    out.slope[k] = (up - down) / (2 * step[k]);
    out.curvature[2 * k] = -((up - here) + (down - here)) / (step[k] * step[k]);
  }
  if (f.dz() == 2) {
    const double both = f(moved(z, step[0], step[1])) - f(moved(z, step[0], -step[1]));
    const double other = f(moved(z, -step[0], step[1])) - f(moved(z, -step[0], -step[1]));
    out.curvature[1] = -(both - other) / (4 * step[0] * step[1]);
  }
  return out;
}

/// Steps over which f falls by as much as it is large: its differences have the most digits.
Place steps(const Joint& f, const Place& z, const std::array<double, 3>& curvature) {
  const double size = f.size(z);
  return {std::sqrt(size / curvature[0]), std::sqrt(size / curvature[2])};
}

/// Frame of exp f: its peak, and the Gaussian with its curvature there. @returns whether it could be found
bool find_posterior(const Joint& f, Frame& out, Place& curvature) {
  out.dz = f.dz();
  Differences d = differences(f, {}, {1, 1});
  for (int round = 0; round < 3; ++round) {
    const double a = d.curvature[0], b = d.curvature[1], c = d.curvature[2], det = a * c - b * b;
    // Of both eigenvalues none is below the prior's.
    if (!(a >= kLeastCurvature && c >= kLeastCurvature && det >= kLeastCurvature * std::max(a, c))) return false;
    if (!std::isfinite(det)) return false;
    out.at = moved(out.at, (c * d.slope[0] - b * d.slope[1]) / det, (a * d.slope[1] - b * d.slope[0]) / det);
    if (f.dz() == 1) out.at[1] = 0;
    // W W' = the inverse of the curvature.
    out.W = {std::sqrt(c / det), -b / det / std::sqrt(c / det), std::sqrt(1 / c)};
    d = differences(f, out.at, steps(f, out.at, d.curvature));
  }
  curvature = {d.curvature[0], d.curvature[2]};
  return std::isfinite(squared_length(out.at)) && std::isfinite(curvature[0]) && std::isfinite(curvature[1]);
}

/// What sums over the posterior's grid say: log p(x), and the moments in the frame's units.
struct Sums {
  double log_px = 0;
  Place mean{};
  std::array<double, 3> covariance{};  // 00, 01, 11
};

Sums summed(const Joint& f, const Frame& frame) {
  const std::vector<Place> places = grid(frame.dz, 0);
  const double top = f(frame.at);
  double sum = 0;
  Sums out;
  for (const Place& u : places) {
    const double weight = std::exp(f(frame.place(u)) - top);
    sum += weight;
    for (std::size_t k = 0; k < 2; ++k) out.mean[k] += weight * u[k];
    out.covariance[0] += weight * u[0] * u[0];
    out.covariance[1] += weight * u[0] * u[1];
    out.covariance[2] += weight * u[1] * u[1];
  }
  out.log_px = top + std::log(sum * cell(frame.dz)) + frame.log_volume();
  for (double& value : out.mean) value /= sum;
  for (double& value : out.covariance) value /= sum;
  out.covariance[0] -= out.mean[0] * out.mean[0];
  out.covariance[1] -= out.mean[0] * out.mean[1];
  out.covariance[2] -= out.mean[1] * out.mean[1];
  return out;
}

/// E of g(u, z) over the Gaussian of a frame.
template <class Integrand>
double expected(const Frame& frame, double shift, const Integrand& g) {
  double sum = 0;
  for (const Place& u : grid(frame.dz, shift)) sum += std::exp(log_standard(u, frame.dz)) * g(u, frame.place(u));
  return sum * cell(frame.dz);
}

/// log N(u; mean, covariance)
double log_gaussian(const Sums& of, const Place& u, int dz) {
  const double a = of.covariance[0], b = of.covariance[1], c = dz == 1 ? 1 : of.covariance[2], det = a * c - b * b;
  const double first = u[0] - of.mean[0], second = dz == 1 ? 0 : u[1] - of.mean[1];
  const double square = (c * first * first - 2 * b * first * second + a * second * second) / det;
  return -0.5 * (dz * std::log(2 * std::numbers::pi) + std::log(det) + square);
}

double elbo_over(const Joint& f, const Frame& q, double shift) {
  return expected(q, shift,
                  [&](const Place& u, const Place& z) { return f(z) - (log_standard(u, q.dz) - q.log_volume()); });
}

/// Largest size of f where a Gaussian has its mass.
double size_over(const Joint& f, const Frame& frame) {
  double most = f.size(frame.at);
  for (const Place& u : {Place{3, 0}, Place{-3, 0}, Place{0, 3}, Place{0, -3}})
    most = worst(most, f.size(frame.place(u)));
  return most;
}

void set_moments(Measured& out, const Frame& frame, const Sums& sums) {
  const auto& [w00, w10, w11] = frame.W;
  const auto& [s00, s01, s11] = sums.covariance;
  const Place mean = frame.place(sums.mean);
  if (frame.dz == 1) {
    out.mean = {mean[0]};
    out.deviation = {w00};
    out.covariance = {w00 * w00 * s00};
    return;
  }
  out.mean = {mean[0], mean[1]};
  out.deviation = {w00, 0, w10, w11};
  const double off = w00 * (w10 * s00 + w11 * s01);
  out.covariance = {w00 * w00 * s00, off, off, w10 * w10 * s00 + 2 * w10 * w11 * s01 + w11 * w11 * s11};
  const double trace = out.covariance[0] + out.covariance[3], root = w00 * w11;
  out.condition = trace * trace / (root * root);
}

}  // namespace

Measured measured(const Problem& problem) {
  const Joint f(problem);
  const int dz = f.dz();
  Measured out;
  Frame posterior;
  Place curvature{};
  if (!find_posterior(f, posterior, curvature)) return out;
  const Frame q = frame_of(problem.q);
  const Sums sums = summed(f, posterior);
  set_moments(out, posterior, sums);
  out.balance.log_px = sums.log_px;
  out.balance.elbo = elbo_over(f, q, 0.5);
  out.balance.gap = expected(q, 0, [&](const Place& u, const Place& z) {
    const double log_q = log_standard(u, dz) - q.log_volume();
    return log_q - (log_gaussian(sums, posterior.back(z), dz) - posterior.log_volume());
  });
  out.likelihood = expected(q, 0, [&](const Place&, const Place& z) { return f.log_likelihood(z); });
  out.kl = expected(
      q, 0, [&](const Place& u, const Place& z) { return log_standard(u, dz) - q.log_volume() - log_standard(z, dz); });
  DiagonalGaussian best{out.mean, {}};
  for (int j = 0; j < dz; ++j) best.var.push_back(1 / curvature[static_cast<std::size_t>(j)]);
  out.best_elbo = elbo_over(f, frame_of(best), 0.5);
  out.best_var = best.var;
  out.best_size = worst(size_over(f, posterior), size_over(f, frame_of(best)));
  out.size = worst(out.best_size, size_over(f, q));
  const double all = out.balance.log_px + out.balance.elbo + out.balance.gap + out.best_elbo + out.size;
  out.usable = std::isfinite(all) && out.condition <= kMostCondition && kLost * out.best_size < 1e-3;
  return out;
}

double elbo_of(const Problem& problem, const DiagonalGaussian& q) { return elbo_over(Joint(problem), frame_of(q), 0); }

std::vector<double> in_units(const std::vector<double>& W, std::vector<double> v) {
  v[0] /= W[0];
  if (v.size() == 2) v[1] = (v[1] - W[2] * v[0]) / W[3];
  return v;
}

std::vector<double> covariance_in_units(const std::vector<double>& W, const std::vector<double>& C) {
  if (C.size() == 1) return {C[0] / (W[0] * W[0])};
  const std::vector<double> first = in_units(W, {C[0], C[2]}), second = in_units(W, {C[1], C[3]});
  const std::vector<double> top = in_units(W, {first[0], second[0]}), bottom = in_units(W, {first[1], second[1]});
  return {top[0], top[1], bottom[0], bottom[1]};
}

double reversed_gap(const Elbo& claimed, const DiagonalGaussian& q) {
  const int dz = static_cast<int>(q.mean.size());
  Frame posterior{dz, {claimed.posterior_mean[0], 0}, {std::sqrt(claimed.posterior_cov[0]), 0, 1}};
  if (dz == 2) {
    posterior.at[1] = claimed.posterior_mean[1];
    posterior.W[1] = claimed.posterior_cov[2] / posterior.W[0];
    posterior.W[2] = std::sqrt(claimed.posterior_cov[3] - posterior.W[1] * posterior.W[1]);
  }
  const Frame other = frame_of(q);
  return expected(posterior, 0, [&](const Place& u, const Place& z) {
    return log_standard(u, dz) - posterior.log_volume() - (log_standard(other.back(z), dz) - other.log_volume());
  });
}

}  // namespace proofground::vae
