#include "diffusion/noise_source.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace proofground::diffusion {
namespace {

class OracleSource final : public NoiseSource {
 public:
  OracleSource(const Mixture& data, const Schedule& schedule, int draws, std::uint64_t seed)
      : oracle_(data), schedule_(schedule), draws_(draws), seed_(seed) {}

  [[nodiscard]] int d() const override { return oracle_.d(); }
  std::vector<double> eps(const std::vector<double>& x, int t) override {
    return oracle_.denoise(schedule_.at(t), x).eps;
  }
  double share_known(const std::vector<double>& /*at_hand*/, int t) override {
    const Step& step = schedule_.at(t);
    Rng rng = stream(seed_, t);
    std::vector<double> x = oracle_.draw(draws_, rng);
    for (double& value : x) value = std::sqrt(step.alpha_bar) * value + std::sqrt(step.noise) * rng.normal();
    // E|eps*|^2 = d - E|eps - eps*|^2, and E|eps - eps*|^2 = alpha_bar / (1 - alpha_bar) E trace Cov[x_0 | x_t]: the
    // average is computed in the way that has no difference of large numbers.
    double sum = 0;
    for (const double variance : oracle_.denoise(step, x).x0_variance) sum += variance;
    const double left = step.alpha_bar / step.noise * (sum / draws_) / d();
    return std::clamp(1 - left, 0.0, 1.0);
  }

 private:
  Oracle oracle_;
  Schedule schedule_;
  int draws_;
  std::uint64_t seed_;
};

class NetworkSource final : public NoiseSource {
 public:
  NetworkSource(Denoiser network, const Schedule& schedule)
      : network_(std::move(network)), scratch_(network_.mlp().scratch()), T_(schedule.T()) {}

  [[nodiscard]] int d() const override { return network_.shape().d; }
  std::vector<double> eps(const std::vector<double>& x, int t) override {
    std::vector<double> result(x.size());
    network_.predict(x.data(), static_cast<int>(x.size()) / d(), static_cast<double>(t) / T_, scratch_, result.data());
    return result;
  }
  double share_known(const std::vector<double>& at_hand, int /*t*/) override {
    double sum = 0;
    for (const double value : at_hand) sum += value * value;
    return std::clamp(sum / static_cast<double>(at_hand.size()), 0.0, 1.0);
  }

 private:
  Denoiser network_;
  nn::Scratch scratch_;
  int T_;
};

}  // namespace

std::unique_ptr<NoiseSource> oracle_source(const Mixture& data, const Schedule& schedule, int draws,
                                           std::uint64_t seed) {
  return std::make_unique<OracleSource>(data, schedule, draws, seed);
}

std::unique_ptr<NoiseSource> network_source(Denoiser network, const Schedule& schedule) {
  return std::make_unique<NetworkSource>(std::move(network), schedule);
}

}  // namespace proofground::diffusion
