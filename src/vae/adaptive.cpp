#include "vae/adaptive.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace proofground::vae {
namespace {

constexpr double kCellTolerance = 1e-6;
/// What is further below the largest value than this is not looked at.
constexpr double kDepth = 26;
constexpr double kFirstWidth = 1.4;
constexpr int kMostPlaces = 120'000;
constexpr int kNodes = 5;
constexpr std::array<double, kNodes> kPlace{-0.9061798459386640, -0.5384693101056831, 0, 0.5384693101056831,
                                            0.9061798459386640};
constexpr std::array<double, kNodes> kShare{0.2369268850561891, 0.4786286704993665, 0.5688888888888889,
                                            0.4786286704993665, 0.2369268850561891};

/// Integrals of exp(f - top) times 1, z_0, z_1, z_0^2, z_0 z_1, z_1^2.
using Moments = std::array<double, 6>;

struct Cell {
  std::array<double, 2> middle{};
  double width = 0;
  Moments moments{};
  double highest = 0, lowest = 0;  ///< of f at its nodes
  /// No more than a guess: as far above its highest node as that is above the middle of its range.
  [[nodiscard]] double reach() const { return highest + 0.5 * (highest - lowest); }
};

class Refined {
 public:
  Refined(const LogFunction& f, int d) : f_(f), d_(d), each_(d == 1 ? kNodes : kNodes * kNodes) {}

  AdaptiveIntegral run(double half_width, int finer) {
    const int count = std::clamp(static_cast<int>(std::ceil(2 * half_width / kFirstWidth)), 4, 32) * finer;
    const double width = 2 * half_width / count;
    std::vector<Cell> active;
    for (int k = 0; k < (d_ == 1 ? count : count * count); ++k) {
      active.push_back({});
      active.back().width = width;
      for (int c = 0; c < d_; ++c)
        active.back().middle[c] = -half_width + width * ((c == 0 ? k % count : k / count) + 0.5);
    }
    fill(active);
    for (const Cell& cell : active) add(cell, 1);
    while (!active.empty() && places_ < kMostPlaces) active = refined(active);
    for (const Cell& cell : active) close(cell);
    return result();
  }

 private:
  /// The values of cells at their nodes become moments. A new largest value changes what all moments are relative to.
  void fill(std::vector<Cell>& cells) {
    std::vector<double> z;
    for (const Cell& cell : cells) {
      for (int k = 0; k < each_; ++k)
        for (int c = 0; c < d_; ++c) z.push_back(node(cell, k, c));
    }
    const std::vector<double> values = f_(z);
    places_ += static_cast<int>(values.size());
    raise(*std::max_element(values.begin(), values.end()));
    for (std::size_t i = 0; i < cells.size(); ++i) sum(cells[i], &values[i * each_]);
  }

  [[nodiscard]] static double node(const Cell& cell, int k, int c) {
    return cell.middle[c] + 0.5 * cell.width * kPlace[c == 0 ? k % kNodes : k / kNodes];
  }

  void raise(double value) {
    if (!(value > top_)) return;
    const double factor = std::exp(top_ - value);
    for (double& moment : total_) moment *= factor;
    for (Cell& cell : pending_)
      for (double& moment : cell.moments) moment *= factor;
    error_ *= factor;
    top_ = value;
  }

  void sum(Cell& cell, const double* values) const {
    cell.highest = *std::max_element(values, values + each_);
    cell.lowest = *std::min_element(values, values + each_);
    const double part = d_ == 1 ? 0.5 * cell.width : 0.25 * cell.width * cell.width;
    for (int k = 0; k < each_; ++k) {
      const double share = kShare[k % kNodes] * (d_ == 1 ? 1 : kShare[k / kNodes]);
      const double mass = part * share * std::exp(values[k] - top_);
      const double a = node(cell, k, 0), b = d_ == 1 ? 0 : node(cell, k, 1);
      const Moments at{1, a, b, a * a, a * b, b * b};
      for (std::size_t m = 0; m < at.size(); ++m) cell.moments[m] += mass * at[m];
    }
  }

  void add(const Cell& cell, double sign) {
    for (std::size_t m = 0; m < total_.size(); ++m) total_[m] += sign * cell.moments[m];
  }

  /// A cell that is not cut again.
  void close(const Cell& cell) {
    if (cell.highest < top_ - kDepth) return;
    finest_ = std::min(finest_, cell.width);
    for (int c = 0; c < d_; ++c) {
      low_[c] = std::min(low_[c], cell.middle[c] - 0.5 * cell.width);
      high_[c] = std::max(high_[c], cell.middle[c] + 0.5 * cell.width);
    }
  }

  /// One round: the parts of the cells that are worth it. @return those that are to be cut again
  std::vector<Cell> refined(const std::vector<Cell>& cells) {
    pending_.clear();
    for (const Cell& cell : cells) {
      if (cell.reach() < top_ - kDepth) {
        close(cell);
      } else {
        pending_.push_back(cell);
      }
    }
    const int parts = d_ == 1 ? 2 : 4;
    std::vector<Cell> halves;
    for (const Cell& cell : pending_) {
      for (int k = 0; k < parts; ++k) {
        Cell half;
        half.width = 0.5 * cell.width;
        for (int c = 0; c < d_; ++c)
          half.middle[c] = cell.middle[c] + 0.5 * half.width * ((c == 0 ? k % 2 : k / 2) == 0 ? -1 : 1);
        halves.push_back(half);
      }
    }
    if (halves.empty()) return {};
    fill(halves);
    for (const Cell& cell : pending_) add(cell, -1);
    for (const Cell& half : halves) add(half, 1);
    std::vector<Cell> next;
    for (std::size_t i = 0; i < pending_.size(); ++i) {
      double difference = -pending_[i].moments[0];
      for (int k = 0; k < parts; ++k) difference += halves[i * parts + k].moments[0];
      const bool enough = std::abs(difference) <= kCellTolerance * total_[0];
      // What is cut again is measured again; only the last difference counts.
      if (enough || places_ >= kMostPlaces) error_ += std::abs(difference);
      for (int k = 0; k < parts; ++k) {
        const Cell& half = halves[i * parts + k];
        if (enough) {
          close(half);
        } else {
          next.push_back(half);
        }
      }
    }
    pending_.clear();
    return next;
  }

  [[nodiscard]] AdaptiveIntegral result() const {
    AdaptiveIntegral all;
    all.log_z = top_ + std::log(total_[0]);
    all.error = error_ / total_[0];
    const std::array<double, 2> mean{total_[1] / total_[0], total_[2] / total_[0]};
    all.mean.assign(mean.begin(), mean.begin() + d_);
    for (int a = 0; a < d_; ++a)
      for (int b = 0; b < d_; ++b) all.covariance.push_back(total_[3 + a + b] / total_[0] - mean[a] * mean[b]);
    all.low.assign(low_.begin(), low_.begin() + d_);
    all.high.assign(high_.begin(), high_.begin() + d_);
    all.finest = finest_;
    all.places = places_;
    return all;
  }

  const LogFunction& f_;
  int d_, each_;
  int places_ = 0;
  double top_ = -std::numeric_limits<double>::infinity(), error_ = 0;
  Moments total_{};
  std::vector<Cell> pending_;
  std::array<double, 2> low_{1e300, 1e300}, high_{-1e300, -1e300};
  double finest_ = 1e300;
};

}  // namespace

AdaptiveIntegral integrate(const LogFunction& f, int d, double half_width, int finer) {
  return Refined(f, d).run(half_width, finer);
}

}  // namespace proofground::vae
