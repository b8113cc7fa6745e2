#include "vae/linear_gaussian.h"

#include <cmath>
#include <cstddef>
#include <numbers>
#include <string>
#include <utility>

#include "core/require.h"
#include "vae/kl.h"

namespace proofground::vae {
namespace {

std::size_t at(int row, int column, int columns) {
  return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(column);
}

double& of(std::vector<double>& list, int i) { return list[static_cast<std::size_t>(i)]; }
double of(const std::vector<double>& list, int i) { return list[static_cast<std::size_t>(i)]; }

/// The model in units of the noise: r = A z + n, n ~ N(0, I), with r = (x - b) / s and A = D / s.
struct Whitened {
  int dx, dz;
  std::vector<double> A, r;  ///< (dx x dz), (dx)
};

Whitened whitened(const LinearGaussian& model, const std::vector<double>& x) {
  const double s = std::sqrt(model.noise_var);
  Whitened out{model.dx, model.dz, model.D, x};
  for (double& entry : out.A) entry /= s;
  for (int i = 0; i < model.dx; ++i) of(out.r, i) = (of(x, i) - of(model.b, i)) / s;
  return out;
}

/// The posterior's precision I + A'A = R'R, and what the rows of r = A z leave unexplained. R begins as the prior's and takes the
/// rows in one by one with Givens rotations, each as large as it is: A'A is never formed, next to which I would be lost
/// where the noise is small and columns of D are alike.
struct Factor {
  int dz;
  std::vector<double> R;  ///< (dz x dz) upper triangular, R_jj > 0
  std::vector<double> c;  ///< (dz) R mu* = c
  double rest = 0;        ///< |r - A mu*|^2 + |mu*|^2

  [[nodiscard]] double entry(int i, int j) const { return R[at(i, j, dz)]; }
};

Factor factorised(const Whitened& rows) {
  const int dz = rows.dz;
  Factor out{dz, std::vector<double>(at(dz, 0, dz)), std::vector<double>(static_cast<std::size_t>(dz))};
  for (int j = 0; j < dz; ++j) out.R[at(j, j, dz)] = 1;
  std::vector<double> row(static_cast<std::size_t>(dz));
  for (int i = 0; i < rows.dx; ++i) {
    for (int j = 0; j < dz; ++j) of(row, j) = rows.A[at(i, j, dz)];
    double value = of(rows.r, i);
    for (int j = 0; j < dz; ++j) {
      const double norm = std::hypot(out.entry(j, j), of(row, j));
      const double cosine = out.entry(j, j) / norm, sine = of(row, j) / norm;
      const auto rotate = [&](double& kept, double& left) {
        const double before = kept;
        kept = cosine * before + sine * left;
        left = cosine * left - sine * before;
      };
      for (int k = j; k < dz; ++k) rotate(out.R[at(j, k, dz)], of(row, k));
      rotate(of(out.c, j), value);
    }
    out.rest += value * value;
  }
  return out;
}

/// z of R z = right.
std::vector<double> back_substituted(const Factor& factor, std::vector<double> right) {
  for (int j = factor.dz - 1; j >= 0; --j) {
    for (int k = j + 1; k < factor.dz; ++k) of(right, j) -= factor.entry(j, k) * of(right, k);
    of(right, j) /= factor.entry(j, j);
  }
  return right;
}

/// R^-1 R^-T
std::vector<double> covariance(const Factor& factor) {
  const int dz = factor.dz;
  std::vector<double> out(at(dz, 0, dz));
  for (int j = 0; j < dz; ++j) {
    std::vector<double> unit(static_cast<std::size_t>(dz));
    of(unit, j) = 1;
    const std::vector<double> column = back_substituted(factor, std::move(unit));
    for (int i = 0; i < dz; ++i)
      for (int k = 0; k < dz; ++k) out[at(i, k, dz)] += of(column, i) * of(column, k);
  }
  return out;
}

/// |A_j|^2
double column_square(const Whitened& rows, int j) {
  double sum = 0;
  for (int i = 0; i < rows.dx; ++i) sum += rows.A[at(i, j, rows.dz)] * rows.A[at(i, j, rows.dz)];
  return sum;
}

double expected_log_lik(const Whitened& rows, double noise_var, const DiagonalGaussian& q) {
  double squares = 0;
  for (int i = 0; i < rows.dx; ++i) {
    double residual = of(rows.r, i);
    for (int j = 0; j < rows.dz; ++j) residual -= rows.A[at(i, j, rows.dz)] * of(q.mean, j);
    squares += residual * residual;
  }
  for (int j = 0; j < rows.dz; ++j) squares += of(q.var, j) * column_square(rows, j);
  return -0.5 * (rows.dx * std::log(2 * std::numbers::pi * noise_var) + squares);
}

double divergence_from_prior(const DiagonalGaussian& q) {
  double sum = 0;
  for (std::size_t j = 0; j < q.mean.size(); ++j) sum += kl_term(q.mean[j], std::log(q.var[j]));
  return sum;
}

/// KL(q || posterior), a sum of terms that are none below 0: with P = I + A'A and w_j = v_j P_jj,
///   1/2 (|R m - c|^2 + sum_j (w_j - 1 - log w_j) + sum_j log(P_jj / R_jj^2))
/// The last, in which P_jj = R_jj^2 + the squares above it, is what is left for the best diagonal q.
double gap(const Factor& factor, const DiagonalGaussian& q) {
  double sum = 0;
  for (int j = 0; j < factor.dz; ++j) {
    double off = -of(factor.c, j), above = 0;
    for (int k = j; k < factor.dz; ++k) off += factor.entry(j, k) * of(q.mean, k);
    for (int k = 0; k < j; ++k) above += factor.entry(k, j) * factor.entry(k, j);
    const double own = factor.entry(j, j) * factor.entry(j, j);
    const double log_w = std::log(of(q.var, j)) + std::log(own + above);
    sum += kl_term(off, log_w) + 0.5 * std::log1p(above / own);
  }
  return sum;
}

double log_evidence(const Factor& factor, int dx, double noise_var) {
  double log_det = 0;
  for (int j = 0; j < factor.dz; ++j) log_det += 2 * std::log(factor.entry(j, j));
  return -0.5 * (dx * std::log(2 * std::numbers::pi * noise_var) + log_det + factor.rest);
}

void require_length(const std::vector<double>& list, int length, const char* field, const char* expected) {
  require(static_cast<int>(list.size()) == length, field, expected, static_cast<double>(list.size()));
  require_finite(list.data(), length, field);
}

void require_representable(const Elbo& answer) {
  double sum = answer.elbo + answer.log_px + answer.gap + answer.best_diag_elbo;
  for (const double value : answer.posterior_mean) sum += value;
  for (const double value : answer.posterior_cov) sum += value;
  require(std::isfinite(sum), "D", "numbers small enough, over the noise, for all terms to fit in double",
          "larger ones");
}

}  // namespace

void require_valid(const LinearGaussian& model, const std::vector<double>& x, const DiagonalGaussian& q) {
  require(model.dx >= 1 && model.dx <= kMostSize, "b", "1 to 64 numbers", model.dx);
  require(model.dz >= 1 && model.dz <= kMostSize, "qMean", "1 to 64 numbers", model.dz);
  require_length(model.D, model.dx * model.dz, "D", "dx * dz numbers, dx those of b and dz those of qMean");
  require_length(model.b, model.dx, "b", "dx numbers");
  require_positive(model.noise_var, "noiseVar");
  require_length(x, model.dx, "x", "as many numbers as b");
  require_length(q.mean, model.dz, "qMean", "dz numbers");
  require_length(q.var, model.dz, "qVar", "as many numbers as qMean");
  for (int j = 0; j < model.dz; ++j) require_positive(of(q.var, j), ("qVar[" + std::to_string(j) + "]").c_str());
}

Elbo linear_gaussian_elbo(const LinearGaussian& model, const std::vector<double>& x, const DiagonalGaussian& q) {
  require_valid(model, x, q);
  const Whitened rows = whitened(model, x);
  const Factor factor = factorised(rows);
  Elbo out;
  out.expected_log_lik = expected_log_lik(rows, model.noise_var, q);
  out.kl = divergence_from_prior(q);
  out.elbo = out.expected_log_lik - out.kl;
  out.log_px = log_evidence(factor, model.dx, model.noise_var);
  out.gap = gap(factor, q);
  out.posterior_mean = back_substituted(factor, factor.c);
  out.posterior_cov = covariance(factor);
  for (int j = 0; j < model.dz; ++j) out.best_diag_var.push_back(1 / (1 + column_square(rows, j)));
  const DiagonalGaussian best{out.posterior_mean, out.best_diag_var};
  out.best_diag_elbo = expected_log_lik(rows, model.noise_var, best) - divergence_from_prior(best);
  require_representable(out);
  return out;
}

}  // namespace proofground::vae
