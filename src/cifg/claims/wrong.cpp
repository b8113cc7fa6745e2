#include "cifg/claims/wrong.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

namespace proofground::cifg {
namespace {

constexpr int kPaths = kPathsToC;

/// A delta of one unit, by the path that it came on.
using Parts = std::array<double, kPaths>;
double sum(const Parts& parts) {
  double total = 0;
  for (const double part : parts) total += part;
  return total;
}
Parts operator*(const Parts& parts, double by) {
  Parts out = parts;
  for (double& part : out) part *= by;
  return out;
}

struct UnitDeltas {
  Parts h, c;
  std::array<Parts, 3> z;
  double o = 0, f = 0, c_tilde = 0;
};

/// Of all lists of gradients of parameters: what a step adds.
struct Books {
  Params<double>* params;
  std::size_t block = 0;  ///< where a list begins: the number of lists before it
};

void resize_params(Params<double>& to, const Params<double>& like, std::size_t times) {
  const auto from = like.gates();
  const auto gates = to.gates();
  for (std::size_t k = 0; k < from.size(); ++k) {
    gates[k]->W.resize(times * from[k]->W.size());
    gates[k]->U.resize(times * from[k]->U.size());
    gates[k]->b.resize(times * from[k]->b.size());
  }
}

/// The way back of one sequence.
class Way {
 public:
  Way(const Problem<double>& problem, const States<double>& states, const Wrong& wrong, int sequence)
      : problem_(problem),
        s_(states),
        wrong_(wrong),
        dh_(problem.sizes.dh),
        dx_(problem.sizes.dx),
        batch_(problem.sizes.batch),
        sequence_(sequence),
        units_(dh_),
        after_(dh_) {}

  [[nodiscard]] std::size_t index(int t) const { return (static_cast<std::size_t>(t) * batch_ + sequence_) * dh_; }
  [[nodiscard]] const std::vector<UnitDeltas>& units() const { return units_; }

  /// The deltas of step t from those of t + 1. @param source the only step with a loss; -1: all
  void step(int t, int source) {
    std::swap(units_, after_);
    const std::size_t at = index(t);
    for (std::size_t j = 0; j < dh_; ++j) {
      UnitDeltas& unit = units_[j];
      unit.h = into_h(t, j);
      if (source < 0 || source == t) unit.h[0] = wrong_.loss * problem_.g[at + j];
      const std::size_t i = at + j;
      unit.o = sum(unit.h) * s_.tanh_c[i];
      unit.c = unit.h * (s_.o[i] * slope_of_tanh_c(i));
      unit.c[4] = into_c(t, j);
      const LocalDerivatives local = local_derivatives(problem_, s_, i, wrong_);
      unit.f = sum(unit.c) * local.by_f;
      unit.c_tilde = sum(unit.c) * local.by_c_tilde;
      unit.z[0] = unit.c * (local.by_f * slope_of_sigma(s_.z_f[i], s_.f[i], s_.one_minus_f[i]));
      unit.z[1] = unit.h * (s_.tanh_c[i] * slope_of_sigma(s_.z_o[i], s_.o[i], s_.one_minus_o[i]));
      unit.z[2] = unit.c * (local.by_c_tilde * slope_of_tanh_z(i));
    }
  }

  /// What comes to h_t of unit j through the gates of t + 1, by path. After step t + 1 and before step t, or in it.
  [[nodiscard]] Parts into_h(int t, std::size_t j) const {
    Parts parts{};
    if (t + 1 >= problem_.sizes.T || wrong_.mistake.is("no-recurrent")) return parts;
    const auto gates = problem_.params.gates();
    for (std::size_t k = 0; k < 3; ++k) {
      for (std::size_t i = 0; i < dh_; ++i) {
        const std::size_t entry = wrong_.mistake.is("no-transpose") ? j * dh_ + i : i * dh_ + j;
        parts[1 + k] += gates[k]->U[entry] * sum(after_[i].z[k]);
      }
    }
    if (wrong_.mistake.is("twice")) parts[1] *= 2;
    return parts;
  }

  /// What comes to c_t from c_{t+1}.
  [[nodiscard]] double into_c(int t, std::size_t j) const {
    if (t + 1 >= problem_.sizes.T) return 0;
    const std::size_t after = index(t + 1) + j;
    if (wrong_.mistake.is("f-t") && t >= 0) return sum(after_[j].c) * s_.f[index(t) + j];
    return sum(after_[j].c) * local_derivatives(problem_, s_, after, wrong_).by_c_before;
  }

  /// The deltas of step 0 become those "after" h_0 and c_0.
  void start() { std::swap(units_, after_); }

  /// Adds the terms of step t. @param part the path; kPaths: all
  void add(int t, int part, const Books& books) const {
    const bool all = part == kPaths;
    if (wrong_.mistake.is("last-step") && t + 1 != problem_.sizes.T) return;
    const double share = wrong_.mistake.is("mean") ? 1.0 / problem_.sizes.T : 1;
    const auto gates = books.params->gates();
    const double* x = problem_.x.data() + (static_cast<std::size_t>(t) * batch_ + sequence_) * dx_;
    const bool own = wrong_.mistake.is("h-t");
    const double* h =
        own ? s_.h.data() + index(t) : (t == 0 ? problem_.h0.data() + sequence_ * dh_ : s_.h.data() + index(t - 1));
    for (std::size_t k = 0; k < 3; ++k) {
      for (std::size_t i = 0; i < dh_; ++i) {
        const Parts& dz = units_[i].z[k];
        const double value = share * (all ? sum(dz) : dz[part]);
        const std::size_t row = books.block * dh_ + i;
        for (std::size_t m = 0; m < dx_; ++m) gates[k]->W[row * dx_ + m] += value * x[m];
        for (std::size_t m = 0; m < dh_; ++m) {
          const bool turned = wrong_.mistake.is("outer");
          gates[k]->U[turned ? (books.block * dh_ + m) * dh_ + i : row * dh_ + m] += value * h[m];
        }
        gates[k]->b[row] += value;
      }
    }
  }

 private:
  [[nodiscard]] double slope_of_sigma(double z, double a, double one_minus_a) const {
    if (wrong_.mistake.is("sigma-z")) return z * (1 - z);
    return wrong_.mistake.is("from-difference") ? a * (1 - a) : a * one_minus_a;
  }
  [[nodiscard]] double slope_of_tanh_z(std::size_t i) const {
    const double z = s_.z_c[i];
    return wrong_.mistake.is("tanh-z") ? 1 - z * z : 2 / (1 + std::cosh(2 * z));
  }
  [[nodiscard]] double slope_of_tanh_c(std::size_t i) const {
    return wrong_.mistake.is("tanh-h") ? 1 - s_.h[i] * s_.h[i] : 2 / (1 + std::cosh(2 * s_.c[i]));
  }

  const Problem<double>& problem_;
  const States<double>& s_;
  const Wrong& wrong_;
  std::size_t dh_, dx_, batch_, sequence_;
  std::vector<UnitDeltas> units_, after_;
};

void write(Deltas<double>& to, std::size_t at, const std::vector<UnitDeltas>& units) {
  for (std::size_t j = 0; j < units.size(); ++j) {
    to.h[at + j] = sum(units[j].h);
    to.c[at + j] = sum(units[j].c);
    to.f[at + j] = units[j].f;
    to.o[at + j] = units[j].o;
    to.c_tilde[at + j] = units[j].c_tilde;
    to.z_f[at + j] = sum(units[j].z[0]);
    to.z_o[at + j] = sum(units[j].z[1]);
    to.z_c[at + j] = sum(units[j].z[2]);
  }
}

/// dL/dx_t of one sequence.
void add_x(std::vector<double>& to, std::size_t row, const Problem<double>& problem,
           const std::vector<UnitDeltas>& units) {
  const std::size_t dx = problem.sizes.dx;
  const auto gates = problem.params.gates();
  for (std::size_t k = 0; k < 3; ++k)
    for (std::size_t i = 0; i < units.size(); ++i)
      for (std::size_t m = 0; m < dx; ++m) to[row * dx + m] += gates[k]->W[i * dx + m] * sum(units[i].z[k]);
}

}  // namespace

LocalDerivatives local_derivatives(const Problem<double>& problem, const States<double>& s, std::size_t i,
                                   const Wrong& wrong) {
  const Mistake& mistake = wrong.mistake;
  const std::size_t step = problem.c0.size();
  const double c_before = i < step ? problem.c0[i] : s.c[i - step];
  LocalDerivatives out{c_before - s.c_tilde[i], s.one_minus_f[i], s.f[i]};
  if (mistake.is("lost-minus")) out.by_f = c_before;
  if (mistake.is("plus")) out.by_f = c_before + s.c_tilde[i];
  if (mistake.is("no-complement")) out.by_c_tilde = 1;
  if (mistake.is("f-for-complement")) out.by_c_tilde = s.f[i];
  if (mistake.is("from-difference")) out.by_c_tilde = 1 - s.f[i];
  return {wrong.local * out.by_f, wrong.local * out.by_c_tilde, wrong.local * out.by_c_before};
}

Gradients<double> wrong_backward(const Problem<double>& problem, const States<double>& s, const Wrong& wrong) {
  const auto& [dx, dh, T, batch] = problem.sizes;
  Gradients<double> out;
  for (std::size_t i = 0; i < s.h.size(); ++i) out.loss += wrong.loss * problem.g[i] * s.h[i];
  resize_params(out.params, problem.params, 1);
  out.x.resize(problem.x.size());
  auto& d = out.deltas;
  for (auto* each : {&d.h, &d.c, &d.f, &d.o, &d.c_tilde, &d.z_f, &d.z_o, &d.z_c}) each->resize(s.h.size());
  for (int i = 0; i < batch; ++i) {
    Way way(problem, s, wrong, i);
    for (int t = T - 1; t >= 0; --t) {
      way.step(t, -1);
      write(d, way.index(t), way.units());
      way.add(t, kPaths, {&out.params});
      add_x(out.x, static_cast<std::size_t>(t) * batch + i, problem, way.units());
    }
    way.start();
    for (int j = 0; j < dh; ++j) {
      out.h0.push_back(sum(way.into_h(-1, j)));
      out.c0.push_back(way.into_c(-1, j));
    }
  }
  if (wrong.mistake.is("one-bias")) {
    for (std::size_t j = 0; j < out.params.f.b.size(); ++j) out.params.f.b[j] += out.params.o.b[j];
    out.params.o.b = out.params.f.b;
  }
  return out;
}

Ledger wrong_ledger(const Problem<double>& problem, const States<double>& states, const Wrong& wrong) {
  const std::size_t T = problem.sizes.T, dh = problem.sizes.dh;
  Ledger out;
  out.h.resize(T * kPathsToH * T * dh);
  out.c.resize(T * kPathsToC * T * dh);
  resize_params(out.params, problem.params, T * kPathsToC);
  for (int s = 0; s < problem.sizes.T; ++s) {
    Way way(problem, states, wrong, 0);
    for (int t = problem.sizes.T - 1; t >= 0; --t) {
      way.step(t, s);
      for (int path = 0; path < kPathsToC; ++path) {
        if (wrong.mistake.is("no-cell") && path == kPathsToC - 1) continue;
        const std::size_t source = wrong.mistake.is("source") && path != 0 && t < s ? t + 1 : s;
        const auto entry = [&](int paths, std::size_t j) { return ((source * paths + path) * T + t) * dh + j; };
        for (std::size_t j = 0; j < dh; ++j) {
          if (path < kPathsToH) out.h[entry(kPathsToH, j)] += way.units()[j].h[path];
          out.c[entry(kPathsToC, j)] += way.units()[j].c[path];
        }
        way.add(t, path, {&out.params, source * kPathsToC + path});
      }
    }
  }
  return out;
}

}  // namespace proofground::cifg
