#include "cifg/ledger.h"

#include <algorithm>
#include <array>

#include "cifg/sigmoid.h"
#include "core/require.h"

namespace proofground::cifg {
namespace {

/// What multiplies delta h_t or delta c_t on the way to each of its neighbours, (T x dh) each.
struct Slopes {
  std::vector<double> h_to_c;    ///< o (1 - tanh^2 c)
  std::vector<double> h_to_z_o;  ///< tanh(c) o (1 - o)
  std::vector<double> c_to_z_f;  ///< (c_{t-1} - c~) f (1 - f)
  std::vector<double> c_to_z_c;  ///< (1 - f) (1 - c~^2)
};

Slopes slopes_of(const Problem<double>& problem, const States<double>& s) {
  const std::size_t dh = problem.sizes.dh;
  Slopes out;
  for (std::size_t i = 0; i < s.h.size(); ++i) {
    const double c_before = i < dh ? problem.c0[i] : s.c[i - dh];
    out.h_to_c.push_back(s.o[i] * tanh_slope(s.c[i]));
    out.h_to_z_o.push_back(s.tanh_c[i] * s.o[i] * s.one_minus_o[i]);
    out.c_to_z_f.push_back((c_before - s.c_tilde[i]) * s.f[i] * s.one_minus_f[i]);
    out.c_to_z_c.push_back(s.one_minus_f[i] * tanh_slope(s.z_c[i]));
  }
  return out;
}

/// The entries of one source, one step after the other from t = s back.
class Source {
 public:
  Source(const Problem<double>& problem, const States<double>& states, const Slopes& slopes, int source, Ledger& out)
      : problem_(problem), s_(states), slopes_(slopes), source_(source), dh_(problem.sizes.dh), out_(out) {
    for (auto* each : {&h_, &c_, &z_f_, &z_o_, &z_c_}) each->resize(dh_);
  }

  void step(int t) {
    fill_h(t);
    fill_c(t);
    for (int path = 0; path < kPathsToC; ++path) fill_params(t, path);
    const std::size_t at = dh_ * t;
    sum_paths(out_.h, kPathsToH, t, h_);
    sum_paths(out_.c, kPathsToC, t, c_);
    for (std::size_t j = 0; j < dh_; ++j) {
      z_f_[j] = c_[j] * slopes_.c_to_z_f[at + j];
      z_o_[j] = h_[j] * slopes_.h_to_z_o[at + j];
      z_c_[j] = c_[j] * slopes_.c_to_z_c[at + j];
    }
  }

 private:
  double* entry(std::vector<double>& list, int paths, int path, int t) const {
    const std::size_t T = problem_.sizes.T;
    return list.data() + ((static_cast<std::size_t>(source_) * paths + path) * T + t) * dh_;
  }

  void fill_h(int t) {
    if (t == source_) {
      std::copy_n(problem_.g.data() + dh_ * t, dh_, entry(out_.h, kPathsToH, 0, t));
      return;
    }
    const std::array dz{&z_f_, &z_o_, &z_c_};
    const auto gates = problem_.params.gates();
    for (int k = 0; k < 3; ++k) {
      double* to = entry(out_.h, kPathsToH, 1 + k, t);
      const double* row = gates[k]->U.data();
      for (std::size_t i = 0; i < dh_; ++i, row += dh_)
        for (std::size_t j = 0; j < dh_; ++j) to[j] += row[j] * (*dz[k])[i];
    }
  }

  void fill_c(int t) {
    const std::size_t at = dh_ * t;
    for (int path = 0; path < kPathsToH; ++path) {
      const double* from = entry(out_.h, kPathsToH, path, t);
      double* to = entry(out_.c, kPathsToC, path, t);
      for (std::size_t j = 0; j < dh_; ++j) to[j] = from[j] * slopes_.h_to_c[at + j];
    }
    if (t == source_) return;
    double* to = entry(out_.c, kPathsToC, kPathsToH, t);
    for (std::size_t j = 0; j < dh_; ++j) to[j] = c_[j] * s_.f[at + dh_ + j];
  }

  /// What the deltas of one path into step t add to the parameters.
  void fill_params(int t, int path) {
    const std::size_t at = dh_ * t;
    const auto gates = out_.params.gates();
    const std::array slopes{&slopes_.c_to_z_f, &slopes_.h_to_z_o, &slopes_.c_to_z_c};
    const std::size_t block = static_cast<std::size_t>(source_) * kPathsToC + path;
    const double* x = problem_.x.data() + static_cast<std::size_t>(t) * problem_.sizes.dx;
    const double* h_before = t == 0 ? problem_.h0.data() : s_.h.data() + at - dh_;
    for (std::size_t k = 0; k < gates.size(); ++k) {
      const bool of_h = k == 1;
      if (of_h && path == kPathsToH) continue;
      const double* delta = of_h ? entry(out_.h, kPathsToH, path, t) : entry(out_.c, kPathsToC, path, t);
      for (std::size_t i = 0; i < dh_; ++i) {
        const double dz = delta[i] * (*slopes[k])[at + i];
        add_row(gates[k]->W, block, i, dz, x, problem_.sizes.dx);
        add_row(gates[k]->U, block, i, dz, h_before, dh_);
        gates[k]->b[block * dh_ + i] += dz;
      }
    }
  }

  void add_row(std::vector<double>& list, std::size_t block, std::size_t i, double dz, const double* with,
               std::size_t columns) const {
    double* row = list.data() + (block * dh_ + i) * columns;
    for (std::size_t j = 0; j < columns; ++j) row[j] += dz * with[j];
  }

  void sum_paths(std::vector<double>& list, int paths, int t, std::vector<double>& to) const {
    std::fill(to.begin(), to.end(), 0.0);
    for (int path = 0; path < paths; ++path) {
      const double* from = entry(list, paths, path, t);
      for (std::size_t j = 0; j < dh_; ++j) to[j] += from[j];
    }
  }

  const Problem<double>& problem_;
  const States<double>& s_;
  const Slopes& slopes_;
  int source_;
  std::size_t dh_;
  Ledger& out_;
  std::vector<double> h_, c_, z_f_, z_o_, z_c_;  // (dh) deltas of this source, of all paths, at the step that was last
};

/// Of a list (sources x paths x size): its sums over paths, over sources, and over both.
void add_up(const std::vector<double>& list, std::size_t sources, std::size_t paths, std::vector<double>& by_source,
            std::vector<double>& by_path, std::vector<double>& total) {
  const std::size_t size = list.size() / (sources * paths);
  by_source.resize(sources * size);
  by_path.resize(paths * size);
  total.resize(size);
  for (std::size_t i = 0; i < list.size(); ++i) {
    const std::size_t entry = i % size, path = i / size % paths, source = i / size / paths;
    by_source[source * size + entry] += list[i];
    by_path[path * size + entry] += list[i];
    total[entry] += list[i];
  }
}

}  // namespace

void require_ledger_size(const Sizes& sizes) {
  require(sizes.batch == 1, "batch", "1", sizes.batch);
  const double T = sizes.T;
  require(T * T * kPathsToC * sizes.dh <= kMostLedgerNumbers, "T", "a ledger (5 T T dh) of at most 1048576 numbers",
          T * T * kPathsToC * sizes.dh);
  const double parameters = 3.0 * sizes.dh * (1.0 * sizes.dx + sizes.dh + 1);
  require(T * kPathsToC * parameters <= kMostLedgerNumbers, "dh",
          "a ledger of the parameters (15 T dh (dx + dh + 1)) of at most 1048576 numbers", T * kPathsToC * parameters);
}

Ledger ledger_of(const Problem<double>& problem, const States<double>& states) {
  const auto& [dx, dh, T, batch] = problem.sizes;
  const std::size_t sources = T, size = states.h.size();
  Ledger out;
  out.h.resize(sources * kPathsToH * size);
  out.c.resize(sources * kPathsToC * size);
  const auto from = problem.params.gates();
  const auto to = out.params.gates();
  for (std::size_t k = 0; k < from.size(); ++k) {
    to[k]->W.resize(sources * kPathsToC * from[k]->W.size());
    to[k]->U.resize(sources * kPathsToC * from[k]->U.size());
    to[k]->b.resize(sources * kPathsToC * from[k]->b.size());
  }
  const Slopes slopes = slopes_of(problem, states);
  for (int s = 0; s < T; ++s) {
    Source source(problem, states, slopes, s, out);
    for (int t = s; t >= 0; --t) source.step(t);
  }
  return out;
}

LedgerSums sums_of(const Ledger& ledger, const Sizes& sizes) {
  LedgerSums out;
  auto& [source, path, total] = out;
  const std::size_t T = sizes.T;
  add_up(ledger.h, T, kPathsToH, source.h, path.h, total.h);
  add_up(ledger.c, T, kPathsToC, source.c, path.c, total.c);
  for (std::size_t k = 0; k < 3; ++k)
    for (const auto list : {&Gate<double>::W, &Gate<double>::U, &Gate<double>::b})
      add_up(ledger.params.gates()[k]->*list, T, kPathsToC, source.params.gates()[k]->*list,
             path.params.gates()[k]->*list, total.params.gates()[k]->*list);
  return out;
}

}  // namespace proofground::cifg
