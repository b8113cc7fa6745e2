// The noise of a class, said louder: classifier-free guidance.
//
//   eps = eps(none) + w (eps(class) - eps(none))        w = 0: no class,  1: the class alone,  > 1: more of what it adds
//
// One class for each image. Both passes are one batch; where w is 0 or 1 there is one pass.
//
// The x_0 that this eps stands for is x0 = sqrt(alpha_bar) x - sqrt(1 - alpha_bar) v with v guided likewise (denoiser.h): no
// division by sqrt(alpha_bar), which is nearly 0 at t = T.
//
// Source: Ho and Salimans, "Classifier-free diffusion guidance" (2022), equation 6, with their 1 + w called w.
#pragma once

#include <vector>

#include "diffusion/noise_source.h"
#include "diffusion/schedule.h"
#include "digits/denoiser.h"

namespace proofground::digits {

class GuidedSource final : public diffusion::NoiseSource {
 public:
  /// @param classes (m) of the images, 0..classes-1 or kNoClass
  /// @throws InvalidArgument  classes: none, or one outside; guidance outside -20..20
  GuidedSource(Denoiser network, const diffusion::Schedule& schedule, std::vector<int> classes, double guidance);

  [[nodiscard]] int d() const override { return network_.shape().d; }
  [[nodiscard]] int count() const { return static_cast<int>(classes_.size()); }
  /// @param x (m x d) of -1..1 and noise: an image for each class @param t 1..T
  std::vector<double> eps(const std::vector<double>& x, int t) override;
  /// (m x d) the guided v of the same.
  const std::vector<double>& v(const std::vector<double>& x, int t);
  double share_known(const std::vector<double>& at_hand, int t) override;

  /// (m x d) the x_0 of the last eps(), empty before.
  [[nodiscard]] const std::vector<double>& x0() const { return x0_; }

 private:
  Denoiser network_;
  diffusion::Schedule schedule_;
  nn::Scratch scratch_;
  std::vector<int> classes_;
  double guidance_;
  std::vector<int> asked_;  // what the network is asked: the classes of all passes
  std::vector<double> v_;   // of all passes; the guided one comes first
  std::vector<double> x0_;
};

}  // namespace proofground::digits
