// Compiled for speed: a sum over all components for every particle.
#include "diffusion/isotropic.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>

#include "core/exp.h"
#include "diffusion/mixture.h"

namespace proofground::diffusion {
namespace {

constexpr int kLanes = 8;  // places in one block
using Lanes = std::array<double, kLanes>;

constexpr Lanes all(double value) {
  Lanes lanes{};
  lanes.fill(value);
  return lanes;
}

// For kDims coordinates, whose loops are unrolled; 0 stands for any number of them.
template <int kDims>
class Blocks {
 public:
  Blocks(const Isotropic& data, double alpha_bar, double noise)
      : d_(data.d),
        shrink_(std::sqrt(alpha_bar)),
        spread_(alpha_bar * data.variance + noise),
        own_(noise / spread_),
        gain_(shrink_ * data.variance / spread_),
        noise_(noise),
        variance_(data.variance),
        mean_(data.mean),
        at_(data.mean),
        constant_(data.share),
        weight_(data.share.size()),
        place_(data.d),
        center_(data.d),
        pull_(data.d) {
    for (double& value : at_) value *= shrink_;
    for (double& value : constant_) value = std::log(value);
    const double height = d_ * std::log(2 * std::numbers::pi * spread_) / 2;
    for (double& value : constant_) value -= height;
  }

  // Denoises places first..first + used - 1 of x; used may be less than kLanes.
  void answer(const std::vector<double>& x, int first, int used, Denoised& result) {
    for (int lane = 0; lane < kLanes; ++lane)
      for (int c = 0; c < d(); ++c)
        place_[c][lane] = x[static_cast<std::size_t>(first + std::min(lane, used - 1)) * d() + c];
    const Lanes largest = weigh();
    const Lanes total = gather(largest);
    const Lanes apart = scatter(total);
    for (int lane = 0; lane < used; ++lane) {
      const int i = first + lane;
      for (int c = 0; c < d(); ++c) {
        const std::size_t j = static_cast<std::size_t>(i) * d() + c;
        result.x0[j] = own_ * center_[c][lane] + gain_ * place_[c][lane];
        result.score[j] = -pull_[c][lane] / spread_;
        result.eps[j] = -std::sqrt(noise_) * result.score[j];
      }
      result.log_density[i] = largest[lane] + std::log(total[lane]);
      result.x0_variance[i] = d() * own_ * variance_ + own_ * own_ * apart[lane];
    }
  }

 private:
  [[nodiscard]] int d() const { return kDims == 0 ? d_ : kDims; }
  [[nodiscard]] int size() const { return static_cast<int>(weight_.size()); }

  // weight = log(weights_k N_k) of each component. @return the largest
  Lanes weigh() {
    Lanes largest = all(-std::numeric_limits<double>::infinity());
    const double scale = -1 / (2 * spread_);
    for (int k = 0; k < size(); ++k) {
      const double* at = &at_[static_cast<std::size_t>(k) * d()];
      const double constant = constant_[k];
      Lanes& weight = weight_[k];
      Lanes square = all(0);
      for (int c = 0; c < d(); ++c) {
        const Lanes& place = place_[c];
        for (int lane = 0; lane < kLanes; ++lane) {
          const double y = place[lane] - at[c];
          square[lane] += y * y;
        }
      }
      for (int lane = 0; lane < kLanes; ++lane) {
        const double value = constant + square[lane] * scale;
        weight[lane] = value;
        largest[lane] = value > largest[lane] ? value : largest[lane];
      }
    }
    return largest;
  }

  // weight = its exponential, in units of the largest; center and pull = means of m_k and y_k. @return sums of weight
  Lanes gather(const Lanes& largest) {
    Lanes total = all(0);
    for (int c = 0; c < d(); ++c) center_[c] = pull_[c] = all(0);
    for (Lanes& weight : weight_)
      for (int lane = 0; lane < kLanes; ++lane) weight[lane] -= largest[lane];
    // One loop over all entries, which a compiler does two at a time.
    exp_below_zero(weight_.front().data(), weight_.size() * kLanes);
    for (int k = 0; k < size(); ++k) {
      const double* at = &at_[static_cast<std::size_t>(k) * d()];
      const double* mean = &mean_[static_cast<std::size_t>(k) * d()];
      const Lanes& weight = weight_[k];
      for (int lane = 0; lane < kLanes; ++lane) total[lane] += weight[lane];
      for (int c = 0; c < d(); ++c) {
        const Lanes& place = place_[c];
        for (int lane = 0; lane < kLanes; ++lane) {
          center_[c][lane] += weight[lane] * mean[c];
          pull_[c][lane] += weight[lane] * (place[lane] - at[c]);
        }
      }
    }
    for (int c = 0; c < d(); ++c) {
      for (int lane = 0; lane < kLanes; ++lane) {
        center_[c][lane] /= total[lane];
        pull_[c][lane] /= total[lane];
      }
    }
    return total;
  }

  // @return mean of |m_k - center|^2
  Lanes scatter(const Lanes& total) {
    Lanes apart = all(0);
    for (int k = 0; k < size(); ++k) {
      const double* mean = &mean_[static_cast<std::size_t>(k) * d()];
      const Lanes& weight = weight_[k];
      Lanes square = all(0);
      for (int c = 0; c < d(); ++c) {
        for (int lane = 0; lane < kLanes; ++lane) {
          const double y = mean[c] - center_[c][lane];
          square[lane] += y * y;
        }
      }
      for (int lane = 0; lane < kLanes; ++lane) apart[lane] += weight[lane] * square[lane];
    }
    for (int lane = 0; lane < kLanes; ++lane) apart[lane] /= total[lane];
    return apart;
  }

  int d_;
  double shrink_, spread_;  // sqrt(ab), S
  double own_, gain_;       // (1 - ab) / S, sqrt(ab) v / S
  double noise_, variance_;
  const std::vector<double>& mean_;
  std::vector<double> at_;                    // (k x d) sqrt(ab) m_k
  std::vector<double> constant_;              // (k) what does not depend on x
  std::vector<Lanes> weight_;                 // (k)
  std::vector<Lanes> place_, center_, pull_;  // (d)
};

template <int kDims>
void answer_all(const Isotropic& data, double alpha_bar, double noise, const std::vector<double>& x, Denoised& result) {
  Blocks<kDims> blocks(data, alpha_bar, noise);
  const int m = static_cast<int>(result.log_density.size());
  for (int first = 0; first < m; first += kLanes) blocks.answer(x, first, std::min(kLanes, m - first), result);
}

}  // namespace

Denoised denoised(const Isotropic& data, double alpha_bar, double noise, const std::vector<double>& x) {
  const std::size_t m = x.size() / data.d;
  Denoised result;
  result.x0.resize(x.size());
  result.eps.resize(x.size());
  result.score.resize(x.size());
  result.log_density.resize(m);
  result.x0_variance.resize(m);
  if (data.d == 1)
    answer_all<1>(data, alpha_bar, noise, x, result);
  else if (data.d == 2)
    answer_all<2>(data, alpha_bar, noise, x, result);
  else
    answer_all<0>(data, alpha_bar, noise, x, result);
  return result;
}

}  // namespace proofground::diffusion
