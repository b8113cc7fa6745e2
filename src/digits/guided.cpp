// Compiled for speed: every pixel in every step of a sampler.
#include "digits/guided.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "core/require.h"

namespace proofground::digits {

GuidedSource::GuidedSource(Denoiser network, const diffusion::Schedule& schedule, std::vector<int> classes,
                           double guidance)
    : network_(std::move(network)),
      schedule_(schedule),
      scratch_(network_.mlp().scratch()),
      classes_(std::move(classes)),
      guidance_(guidance) {
  require(!classes_.empty(), "classes", "one for each of 1 or more images", 0);
  for (const int label : classes_)
    require(label >= kNoClass && label < network_.shape().classes, "classes", "whole numbers from -1 to classes - 1",
            label);
  require(guidance >= -20 && guidance <= 20, "guidance", "a number from -20 to 20", guidance);
  if (guidance != 1) asked_.assign(classes_.size(), kNoClass);
  if (guidance != 0) asked_.insert(asked_.end(), classes_.begin(), classes_.end());
}

const std::vector<double>& GuidedSource::v(const std::vector<double>& x, int t) {
  v_ = x;
  v_.resize(asked_.size() * d());
  // Another pass is about the same images.
  if (asked_.size() > classes_.size())
    std::copy(x.begin(), x.end(), v_.begin() + static_cast<std::ptrdiff_t>(x.size()));
  network_.v(v_.data(), asked_.data(), static_cast<int>(asked_.size()), static_cast<double>(t) / schedule_.T(),
             scratch_, v_.data());
  if (asked_.size() > classes_.size())
    for (std::size_t i = 0; i < x.size(); ++i) v_[i] += guidance_ * (v_[x.size() + i] - v_[i]);
  v_.resize(x.size());
  return v_;
}

std::vector<double> GuidedSource::eps(const std::vector<double>& x, int t) {
  (void)v(x, t);
  const diffusion::Step& step = schedule_.at(t);
  const double signal = std::sqrt(step.alpha_bar), noise = std::sqrt(step.noise);
  std::vector<double> eps(x.size());
  x0_.resize(x.size());
  for (std::size_t i = 0; i < x.size(); ++i) {
    eps[i] = noise * x[i] + signal * v_[i];
    x0_[i] = signal * x[i] - noise * v_[i];
  }
  return eps;
}

double GuidedSource::share_known(const std::vector<double>& at_hand, int /*t*/) {
  double sum = 0;
  for (const double value : at_hand) sum += value * value;
  return std::clamp(sum / static_cast<double>(at_hand.size()), 0.0, 1.0);
}

}  // namespace proofground::digits
